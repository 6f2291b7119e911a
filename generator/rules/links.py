"""Rules about links: they are written as `[[ref|words]]` or `[[words]]`, and lead to one entity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from generator.atlas.atlas import Atlas
from generator.atlas.prose import Link, Piece, Unlinked, pieces_of, written_as_links
from generator.load.entries import Entry
from generator.problems import Place, Problem, did_you_mean, show
from generator.records.fields import REF
from generator.records.references import ENTITY_KINDS, is_entity, kind_of
from generator.rules.unknown import astray
from generator.strict_yaml.reader import Fields, Items, Node, Scalar

_HOW = "write it as [[units/…|words]] or [[words]]"

_MARKED = re.compile(r"(?<!\w)(?:\*{1,2}\w[^*]*\w\*{1,2}|_{1,2}\w[^_]*\w_{1,2})(?!\w)|`[^`]+`")
"""Words in the marks of Markdown."""

_WITHOUT_LINKS = frozenset(("because", "inferred", "known_from", "label", "note", "reason"))
_OF_A_QUESTION = frozenset(("choices", "denials", "population", "title"))
"""Fields with our own words, in which nothing is a link."""


def links_are_settled(atlas: Atlas) -> Iterator[Problem]:
    """Every `[[…]]` names exactly one entity; a name that several share is listed with all of them.

    What is meant as a link is written as one. If an entity can't be read, its names are not known,
    so no name is called unknown.
    """
    for place, prose, by_reference in _proses(atlas):
        if by_reference and (several := _in_one_text(prose)):
            message = f"this text names several things; write a list with {several} as its items"
            yield Problem(place, "link", message)
            continue
        for piece in prose:
            if isinstance(piece, Unlinked):
                yield from _marks(place, piece.words)
                if "[[" in piece.words or "]]" in piece.words:
                    message = f"a link in this text lacks its [[ or ]]; {_HOW}"
                    yield Problem(place, "link", message)
            elif piece.slip:
                alone = f"write {piece.ref} alone" if len(prose) == 1 and by_reference else ""
                yield from _slip(place, piece, alone, atlas)
            elif piece.ref == "" or not piece.words.strip():
                yield Problem(place, "link", f"a link in this text is empty; {_HOW}")
            elif piece.ref and piece.ref not in atlas.entities:
                yield from _nowhere(place, piece, atlas)
            elif piece.ref and piece.words == piece.ref:
                told = f"write [[{piece.ref}|{_name(piece.ref, atlas)}]]"
                yield Problem(place, "link", f"a link in this text has no words; {told}")
            elif len(piece.candidates) > 1:
                named = ", ".join(f"[[{ref}|{piece.words}]]" for ref in piece.candidates)
                message = f"{show(piece.words)} is the name of several things; choose from {named}"
                yield Problem(place, "ambiguous-name", message)
            elif piece.ref is None and not any(map(is_entity, atlas.unread)):
                near = did_you_mean(piece.words, atlas.names.by_spelling)
                advice = near or (
                    f"; write [[people/…|{piece.words}]] with its reference, or add "
                    f"{piece.words} to the aliases of the one that you mean"
                )
                message = f"no person, unit or topic has the name {show(piece.words)}{advice}"
                yield Problem(place, "known-reference", message)


def _in_one_text(prose: tuple[Piece, ...]) -> str:
    """The references in a text that has only commas between them; "" for any other text."""
    linked = [one.ref for one in prose if isinstance(one, Link) and one.slip and one.ref]
    between = [one.words.strip() for one in prose if isinstance(one, Unlinked)]
    alone = len(linked) > 1 and len(linked) + len(between) == len(prose)
    return " and ".join(linked) if alone and set(between) <= {",", ";", "and", "&"} else ""


def _proses(atlas: Atlas) -> Iterator[tuple[Place, tuple[Piece, ...], bool]]:
    """Every text that may have links, with its place, and whether it may be a reference instead."""
    for claim in atlas.claims.values():
        place = claim.entry.place
        yield place("statement"), claim.statement, False
        for field, speakers in (("attributed_to", claim.claimants), ("via", claim.via)):
            for index, one in enumerate(speakers):
                if not one.ref:
                    yield place(field, index), one.prose, True
        for words, meaning in claim.fact.resolves.items():
            if not REF.fullmatch(meaning):
                yield place("resolves", words), pieces_of(meaning, atlas.names), True


def _slip(place: Place, link: Link, alone: str, atlas: Atlas) -> Iterator[Problem]:
    """The problem of something that is meant as a link but written in another way.

    `alone` is the advice if the reference should stand alone, else "".
    """
    if link.ref and kind_of(link.ref) not in ENTITY_KINDS:
        yield from astray(place, link.ref, ENTITY_KINDS, atlas)
        return
    if link.ref in atlas.entities:
        words = link.words if link.words != link.ref else _name(link.ref, atlas)
        advice = alone or f"write [[{link.ref}|{words}]]"
    elif link.ref:
        yield from astray(place, link.ref, ENTITY_KINDS, atlas)
        advice = f"write [[{kind_of(link.ref)}/…|{link.words}]]"
    else:
        advice = (
            f"a link leads to a person, a unit or a topic: write [[{_any(link)}|{link.words}]], or the "
            "words alone"
        )
    yield Problem(place, "link", f"{show(link.slip)} is not how a link is written here; {advice}")


def _any(link: Link) -> str:
    return " or ".join(link.candidates) or "units/…"


def _name(ref: str, atlas: Atlas) -> str:
    return atlas.entities[ref].record.name if ref in atlas.entities else "words"


def _nowhere(place: Place, link: Link, atlas: Atlas) -> Iterator[Problem]:
    """The problem of a link whose first part is not a reference, or one that leads nowhere."""
    assert link.ref  # noqa: S101  asked before
    bearers = atlas.names.bearers
    named = () if REF.fullmatch(link.ref) else bearers(link.ref) or bearers(link.words)
    if not named:
        yield from astray(place, link.ref, ENTITY_KINDS, atlas)
        return
    forms = " or ".join(f"[[{ref}|{link.words}]]" for ref in named)
    message = f"{show(link.ref)} is a name, and a link begins with a reference; write {forms}"
    yield Problem(place, "link", message)


def _marks(place: Place, text: str) -> Iterator[Problem]:
    """The problem of the first words in Markdown's marks for bold text and the like."""
    if found := _MARKED.search(text):
        message = (
            f"readers would see the marks of {show(found[0])}, because texts here can't have bold "
            "or italic words; remove the marks"
        )
        yield Problem(place, "link", message)


def texts_without_links_have_none(atlas: Atlas) -> Iterator[Problem]:
    """In a note, a reason or a label, nothing is a link, so nothing is written as one."""
    entries: Iterator[Entry[Any]] = chain(
        (claim.entry for claim in atlas.claims.values()),
        atlas.withdrawn.values(),
        atlas.entities.values(),
        (one.entry for one in atlas.documents.values()),
        (skip for one in atlas.documents.values() for skip in one.skips),
    )
    for entry in entries:
        yield from _links_in(entry.node, entry.path, _WITHOUT_LINKS, atlas)
    for question in atlas.questions.values():
        ours = _WITHOUT_LINKS | _OF_A_QUESTION
        yield from _links_in(question.node, question.path, ours, atlas)


def _links_in(
    node: Node, path: str, fields: frozenset[str], atlas: Atlas, *, ours: bool = False
) -> Iterator[Problem]:
    """The problem of each link in the texts of these fields; `ours` if the node is one of them."""
    match node:
        case Scalar() if ours:
            for written, link in written_as_links(node.text, atlas.names):
                named = link.ref == link.words and link.ref
                words = _name(named, atlas) if named else link.words
                message = (
                    f"this field has no links, so readers would see {show(written)} as it is; write "
                    f"{words!r} alone"
                )
                yield Problem(Place(path, node.line, node.column), "link", message)
            if _MARKED.search(node.text):
                yield from _marks(Place(path, node.line, node.column), node.text)
        case Fields():
            for name, one in node.values.items():
                yield from _links_in(one, path, fields, atlas, ours=ours or name in fields)
        case Items():
            for one in node.values:
                yield from _links_in(one, path, fields, atlas, ours=ours)
