"""Rules about translations: beside a passage in another language, by whoever is said to have made it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.config.site import LANGUAGE
from generator.problems import Problem
from generator.records.passages import BY_DOCUMENT, Exact, Translation
from generator.rules.evidence import located_sightings
from generator.text.folding import fold_line


def translations_stand_beside_the_original(atlas: Atlas) -> Iterator[Problem]:
    """A translation is in a language other than its passage's; if the document has it, it is found there.

    The statement and every rule follow the passage, never its translation.
    """
    for claim in atlas.claims.values():
        for location, sighting in located_sightings(claim):
            given = sighting.passage.translation
            if given and (wrong := _wrong(given, sighting.passage, claim, location[0])):
                place = claim.entry.place(*location, "translation")
                yield Problem(place, "translation", wrong)


def _wrong(given: Translation, passage: Exact, claim: Claim, field: object) -> str:
    """What is wrong with a translation, or ""."""
    language = claim.document.record.language
    if (given.language or LANGUAGE) == language:
        return (
            f"the document is in the language of the translation ({language}); remove the translation, or "
            "correct the `language` of one of the two"
        )
    if field == "attributed_as":
        return "readers see the translation of a quote or its context, not of `attributed_as`; move it there"
    if fold_line(given.text) == fold_line(passage.exact):
        return "the translation is the same as the passage; remove it, or translate the passage"
    if given.by == BY_DOCUMENT and fold_line(given.text) not in claim.seed.flat:
        return (
            "`by: document` means that the document itself has this translation, but its text does not; "
            "copy it word for word, or say who made it"
        )
    return ""
