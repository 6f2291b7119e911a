"""References that lead nowhere, and names in place of references: what was meant, or how to begin the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.atlas.atlas import Atlas
from generator.problems import MissingRecord, Place, Problem, most_alike, show
from generator.records.fields import FACT_ID, REF
from generator.records.references import RecordKind, kind_of, slug_of
from generator.rules.misplaced import misplaced
from generator.text.folding import fold_line
from generator.text.look_alikes import plain_signs
from generator.text.matching import stands_in

QUESTIONS: tuple[RecordKind, ...] = ("questions",)
PLACEHOLDER = "units/example"
"""The placeholder for a link in a draft; it leads nowhere."""


def astray(
    place: Place, ref: str, wanted: tuple[RecordKind, ...], atlas: Atlas, instead: str = ""
) -> Iterator[Problem]:
    """The problem of a reference that leads nowhere, or to a record of another kind than wanted.

    `instead` says where a question goes.
    """
    if REF.fullmatch(ref) and kind_of(ref) not in wanted:
        what = "question" if wanted == QUESTIONS else "person, unit or topic"
        folders = " or ".join(f"{kind}/" for kind in wanted)
        near = " or ".join(_instead_of(ref, wanted, atlas)[:3])
        advice = (
            f"did you mean {near}?" if near else f"write a reference that begins with {folders}"
        )
        other = f" ({instead})" if instead and kind_of(ref) == "questions" else ""
        message = f"{ref} is a {_KINDS[kind_of(ref)]}, not a {what}; {advice}{other}"
        yield Problem(place, "known-reference", message)
    elif not atlas.knows(ref):
        alike = (one for one in atlas.refs if kind_of(one) in wanted)
        yield from unknown(place, ref, alike, atlas)


def _instead_of(ref: str, wanted: tuple[RecordKind, ...], atlas: Atlas) -> list[str]:
    """What a reference to the wrong kind of record may mean: the same name, or what the record is about."""
    known = [one for one in atlas.refs if kind_of(one) in wanted]
    if same := [one for one in known if slug_of(one) == slug_of(ref)]:
        return same
    if wanted == QUESTIONS:
        about = [one for one in known if ref in atlas.questions[one].record.topics]
    else:
        topics = atlas.questions[ref].record.topics if ref in atlas.questions else ()
        about = [one for one in topics if one in known]
        if ref in atlas.questions and not about:
            about = [one for one in _spoken_of(ref, atlas) if one in known]
    return about or [one for one in known if most_alike(slug_of(ref), [slug_of(one)])]


def _spoken_of(question: str, atlas: Atlas) -> list[str]:
    """The topics of the facts that answer a question."""
    found = (one for claim in atlas.claims_of(question) for one in claim.mentions)
    return [one for one in dict.fromkeys(found) if kind_of(one) == "topics"]


def unknown(place: Place, ref: str, known: Iterable[str], atlas: Atlas) -> Iterator[Problem]:
    """The problem of a reference that leads nowhere, with the most similar known one.

    There is none if the record could not be read or is in the wrong folder, because another problem
    says so. If a record once had this reference, the message gives its present one.
    """
    if is_unread(ref, atlas) or ref in misplaced(atlas).values():
        return
    if ref == PLACEHOLDER:
        message = "this is still the draft's placeholder; write the statement in your own words, with your own links"
        yield Problem(place, "known-reference", message)
        return
    if now := atlas.former.get(ref):
        yield Problem(place, "known-reference", f"{ref} is now {now}; write {now}")
        return
    near = _nearest(ref, known, atlas)
    meant = f"; did you mean {show(near)}?" if near else ""
    if old := atlas.withdrawn.get(ref):
        new = old.record.replaced_by
        advice = f"; {new} replaced it, so write that" if new else "; name another, or remove this"
        message = f"{ref} was withdrawn on {old.record.withdrawn_on} ({old.record.reason}){advice}"
        yield Problem(place, "known-reference", message)
        return
    if FACT_ID.fullmatch(ref):
        advice = meant or "; correct the id"
        yield Problem(place, "known-reference", f"no fact has the id {show(ref)}{advice}")
        return
    if REF.fullmatch(ref):
        begun = _begun(ref, _linked_as(ref, atlas), atlas)
        advice = (
            f"{meant} If not, {begun}"
            if near
            else f"; correct it, or {begun} to begin its record; if its file was deleted or renamed, "
            f"restore content/{_file(ref)}"
        )
        about = MissingRecord(ref, advice, near)
    else:
        advice = meant or (
            "; write the record's folder and file name without .yaml, as in people/ada-okoro"
        )
        about = None
    message = f"nothing here is called {show(ref)}{advice}"
    yield Problem(place, "known-reference", message, about)


def _nearest(ref: str, known: Iterable[str], atlas: Atlas) -> str:
    """The record with the same name, or one much like it; "" if there is none.

    A file may have been renamed, while its record still has the name. The folder does not make
    names alike, nor does a first name that people share.
    """
    if not REF.fullmatch(ref):
        return most_alike(ref, known)
    kind, slug = ref.split("/")
    refs = sorted(known)
    bearers = [
        one
        for spelling, some in atlas.names.by_spelling.items()
        if spelling.casefold() == slug.replace("-", " ")
        for one in some
        if kind_of(one) == kind
    ]
    same = next((one for one in refs if slug_of(one) == slug or one in bearers), "")
    best = most_alike(slug, (slug_of(one) for one in refs if kind_of(one) == kind))
    return same or (f"{kind}/{best}" if best else "")


_COMMANDS = {"people": "person", "units": "unit", "topics": "topic", "questions": "question"}
"""What `new` calls each kind of record that it begins by a name."""

_KINDS = {**_COMMANDS, "sources": "document"}


def _file(ref: str) -> str:
    """The file of a record, below content/."""
    return f"{ref}/source.yaml" if kind_of(ref) == "sources" else f"{ref}.yaml"


def _linked_as(ref: str, atlas: Atlas) -> str:
    """The words of the first link to this reference in a statement, such as its proper name; or ""."""
    link = re.compile(rf"\[\[{re.escape(ref)}\|([^\[\]|\"`$\\\\]+)\]\]")
    found = (link.search(claim.fact.statement) for claim in atlas.claims.values())
    return next((one[1] for one in found if one), "")


def _begun(ref: str, linked_as: str, atlas: Atlas) -> str:
    """How to begin the record of a reference that leads nowhere.

    Its name is in the words of a link or of a document, if they make the same file name.
    """
    kind = kind_of(ref)
    if kind == "sources":
        return "run `add-document` with the document's file"
    words = slug_of(ref).replace("-", " ")
    if kind == "questions":
        name = f"{words[:1].upper()}{words[1:]}?"
    elif fold_line(linked_as).lower() == words:
        name = linked_as
    else:
        name = _written(words, atlas) or (words.title() if kind == "people" else words)
    return f'run `new {_COMMANDS[kind]} "{name}"`'


def _written(words: str, atlas: Atlas) -> str:
    """Words of small letters as a document writes them, preferably with a capital; "" if none has them."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    seeds = (document.seed for document in atlas.documents.values())
    found = (one for seed in seeds if seed for one in pattern.findall(seed.flat))
    return max(found, key=lambda one: sum(map(str.isupper, one)), default="")


def is_unread(ref: str, atlas: Atlas) -> bool:
    """Whether a reference leads to a record that can't be read, or an id may do so."""
    files = (one for one in atlas.unread if one.endswith(".yaml"))
    return ref in atlas.unread or (bool(FACT_ID.fullmatch(ref)) and any(files))


def speaker_meant(words: str, credit: str, atlas: Atlas) -> str:
    """The only person or unit that has these words as a name or reference, however written; else "".

    The words may be a part of the name that the document credits.
    """
    folded = fold_line(words)
    names = [name for name in atlas.names.by_spelling if folded in name and stands_in(folded, name)]
    bearers = {
        ref
        for name in names
        for ref in atlas.names.by_spelling[name]
        if kind_of(ref) != "topics" and (name == folded or stands_in(name, credit))
    }
    written = (
        plain_signs(words).strip("\"'“”‘’").removeprefix("content/").removesuffix(".yaml").lower()
    )
    slug = written if " " in written else written.rpartition("/")[2]
    refs = sorted(bearers) or [ref for ref in atlas.entities if slug == slug_of(ref)]
    return refs[0] if len(refs) == 1 else ""
