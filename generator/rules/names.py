"""Rules about names: a fact's passages name everyone whom its statement names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from anyascii import anyascii

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.prose import links
from generator.problems import Place, Problem, show
from generator.records.references import kind_of
from generator.rules.evidence import UNSAID, evidence, names_in, names_of
from generator.text.mixing import as_it_looks

TELLING = 5
"""The fewest letters of a name that can look like another.

Shorter names are mostly abbreviations, which look alike too easily without their vowels.
"""


def names_are_in_evidence(atlas: Atlas) -> Iterator[Problem]:
    """The fact's passages name every entity that its statement links or its relations join.

    Any alias counts, and so do the words that `resolves` gives for an entity; the passages contain
    those words. If the statement or `relations` is inferred, the reason may name the entities
    instead. The words of a link are not another entity's name.
    """
    for claim in atlas.claims.values():
        text, inferred = evidence(claim), claim.fact.inferred
        where = {
            field: f"{text}\n{inferred.get(field, '')}" for field in ("statement", "relations")
        }
        for ref, (place, field) in _named(claim).items():
            if ref in atlas.entities and not names_in(where[field], names_of(ref, claim, atlas)):
                message = (
                    f"`quote`, `context` and `attributed_as` do not name {ref}; if the document spells "
                    f"the name differently, add that spelling to the aliases of {ref}; if not, add words "
                    f"with the name to `context`, or say under `resolves` which words mean {ref}"
                )
                yield Problem(place, "name-not-in-quote", message)
        for link in dict.fromkeys(links(claim.statement)):
            others = atlas.names.bearers(link.words)
            if link.ref in atlas.entities and others and link.ref not in others:
                message = (
                    f"{show(link.words)} links to {link.ref}, but is a name of {others[0]}; "
                    "correct the reference or the words"
                )
                yield Problem(claim.entry.place("statement"), "name-not-in-quote", message)
        for words in claim.fact.resolves:
            if not names_in(text, [words]):
                message = f"{show(words)} {UNSAID}; add the words to `context`, or remove this line"
                yield Problem(claim.entry.place("resolves", words), "resolves", message)


def _named(claim: Claim) -> dict[str, tuple[Place, str]]:
    """Each entity that a fact names, with the place and the field that name it first."""
    place, named = claim.entry.place, dict[str, tuple[Place, str]]()
    for link in links(claim.statement):
        if link.ref:
            named.setdefault(link.ref, (place("statement"), "statement"))
    for index, relation in enumerate(claim.fact.relations):
        named.setdefault(relation.subject, (place("relations", index, "subject"), "relations"))
        named.setdefault(relation.object, (place("relations", index, "object"), "relations"))
    return named


def look_alikes_are_told_apart(atlas: Atlas) -> Iterator[Problem]:
    """If two entities of one kind have names that look alike, their records say how they differ.

    Names look alike if they differ only in vowels, doubled letters or the spelling of one sound, or
    if their letters have the same shapes in different scripts. For short names, only the shapes
    count. One of the two records names the other under `distinct_from`, `unsettled` or `probably`,
    with a reason.
    """
    bearers: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    names = [one.name for entity in atlas.entities.values() for one in entity.record.spellings]
    imitated = {looks for one in names if (looks := as_it_looks(one)) != one}
    for ref, entity in atlas.entities.items():
        for spelling in entity.record.spellings:
            if len(spelling.name) >= TELLING:
                alike = likeness_key(spelling.name)
                bearers[kind_of(ref), alike].setdefault(ref, spelling.name)
            if (looks := as_it_looks(spelling.name)) in imitated:
                bearers[kind_of(ref), f"={looks}"].setdefault(ref, spelling.name)
    told = _told_apart(atlas)
    for sharing in bearers.values():
        for first, other in combinations(sorted(sharing), 2):
            pair = frozenset((first, other))
            if pair not in told:
                told.add(pair)
                message = _look_alike(first, sharing[first], sharing[other])
                yield Problem(atlas.entities[other].place(), "look-alike", message)


def _told_apart(atlas: Atlas) -> set[frozenset[str]]:
    """The pairs of entities of which one names the other, with a reason."""
    return {
        frozenset((ref, other))
        for ref, entity in atlas.entities.items()
        for other in (
            *(one.ref for one in (*entity.record.distinct_from, *entity.record.unsettled)),
            *([entity.record.probably.ref] if entity.record.probably else []),
        )
    }


def _look_alike(first: str, its_name: str, name: str) -> str:
    """The message about a name that looks like another entity's."""
    start = (
        f"{show(name)} is also a name of {first}; if it is wrong in one file, remove it there; if the "
        "two are the same, keep one file; if both have this name,"
        if name == its_name
        else f"{show(name)} looks like {show(its_name)}, a name of {first}; if the two are the same, "
        "keep one file and put the other spelling under `aliases`; if not,"
    )
    return (
        f"{start} list {first} here under `distinct_from` (the documents distinguish them), "
        "`unsettled` (they do not say) or `probably` (they are probably the same), with the reason "
        "under `because`"
    )


_VOWELS = str.maketrans("", "", "aeiouy")


@lru_cache(maxsize=65536)
def likeness_key(name: str) -> str:
    """A name without its script, marks, doubled letters and vowels.

    Two names with the same key look alike to a reader. That does not prove they are the same.
    """
    letters = re.sub(r"[^a-z0-9 ]", "", anyascii(name).lower())
    for spelling, sound in (("gh", "k"), ("kh", "k"), ("ou", "u"), ("q", "k"), ("g", "k")):
        letters = letters.replace(spelling, sound)
    if len(letters.translate(_VOWELS).replace(" ", "")) < 2:
        return letters
    return re.sub(r"([a-z])\1+", r"\1", letters).translate(_VOWELS)
