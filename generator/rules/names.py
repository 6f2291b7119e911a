"""Rules about names: whom a statement names, its passages name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.prose import links
from generator.problems import Place, Problem, show
from generator.records.references import is_entity, kind_of
from generator.rules.evidence import evidence, names_in, names_of

_TELLING = 5
"""Shorter names, abbreviations mostly, look alike too easily once their vowels are gone."""


def names_are_in_evidence(atlas: Atlas) -> Iterator[Problem]:
    """An entity that a statement links, or that a relation ties, is named in the fact's passages.

    Any alias counts, and any words that `resolves` says stand for it there. Words of
    `resolves` are verbatim in the passages, and a link is not worded as another's name. Where a
    tie is inferred, the reason may name its ends too.
    """
    for claim in atlas.claims.values():
        text = evidence(claim)
        for ref, (place, field) in _named(claim).items():
            known = ref in atlas.entities and (
                field == "relations" or field not in claim.fact.inferred
            )
            reason = claim.fact.inferred.get("relations", "") if field == "relations" else ""
            if known and not names_in(f"{text}\n{reason}", names_of(ref, claim, atlas)):
                message = (
                    f"{ref} is in no passage of the fact by any of its names; quote its name, or give "
                    "it as context; or add the document's spelling to its aliases, or say under "
                    "`resolves` which words of the passages stand for it"
                )
                yield Problem(place, "name-not-in-quote", message)
        for link in dict.fromkeys(links(claim.statement)):
            others = atlas.names.bearers(link.words)
            if link.ref in atlas.entities and others and link.ref not in others:
                message = f"{show(link.words)} links to {link.ref}, but is the name of {others[0]}"
                yield Problem(claim.entry.place("statement"), "name-not-in-quote", message)
        for words in claim.fact.resolves:
            if not names_in(text, [words]):
                message = f"{show(words)} is in no passage of the fact; give it as context"
                yield Problem(claim.entry.place("resolves", words), "resolves", message)


def _named(claim: Claim) -> dict[str, tuple[Place, str]]:
    """Each entity that a fact names, with the place and the field where it does so first."""
    place, named = claim.entry.place, dict[str, tuple[Place, str]]()
    for link in links(claim.statement):
        if link.ref:
            named.setdefault(link.ref, (place("statement"), "statement"))
    for index, relation in enumerate(claim.fact.relations):
        named.setdefault(relation.subject, (place("relations", index, "subject"), "relations"))
        named.setdefault(relation.object, (place("relations", index, "object"), "relations"))
    return named


def look_alikes_are_told_apart(atlas: Atlas) -> Iterator[Problem]:
    """Entities of one kind with a name in common, but for vowels, say what tells them apart.

    One of the two has the other under `distinct_from` (or under `probably`), with the reason.
    """
    bearers: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for ref, entity in atlas.entities.items():
        for spelling in entity.record.spellings:
            if len(spelling.name) < _TELLING:
                continue
            key = (kind_of(ref), likeness_key(spelling.name))
            bearers[key].setdefault(ref, spelling.name)
    told = {
        frozenset((ref, other))
        for ref, entity in atlas.entities.items()
        for other in (
            *(distinction.ref for distinction in entity.record.distinct_from),
            *([entity.record.probably.ref] if entity.record.probably else []),
        )
        if is_entity(other)
    }
    reported: set[frozenset[str]] = set()
    for alike in bearers.values():
        first, *rest = sorted(alike)
        for other in rest:
            pair = frozenset((first, other))
            if pair not in told | reported:
                reported.add(pair)
                message = (
                    f"{show(alike[other])} looks like {show(alike[first])}, a name of {first}; say "
                    "under distinct_from (or probably) what tells them apart, or what does not"
                )
                yield Problem(atlas.entities[other].place(), "look-alike", message)


_VOWELS = str.maketrans("", "", "aeiouy")


@lru_cache(maxsize=65536)
def likeness_key(name: str) -> str:
    """What is left of a name when script, marks, doubled letters and vowels are set aside.

    Two names with one key look alike to a reader. Never proof that they are one.
    """
    letters = re.sub(r"[^a-z0-9 ]", "", anyascii(name).lower())
    for spelling, sound in (("gh", "k"), ("kh", "k"), ("ou", "u"), ("q", "k"), ("g", "k")):
        letters = letters.replace(spelling, sound)
    bare = letters.translate(_VOWELS)
    return re.sub(r"(.)\1+", r"\1", bare) if len(bare.replace(" ", "")) > 1 else letters
