"""Rules about attribution: who is credited is whom the document credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim, Claimant
from generator.atlas.passages import Place, Sighting
from generator.config.language import Language
from generator.problems import Problem, show
from generator.rules.evidence import (
    evidence,
    names_in,
    names_of,
    sentences_of,
    texts,
    unexplained,
)
from generator.text.folding import fold_line
from generator.text.matching import stands_in
from generator.text.seed import Seed

APPOSED = frozenset(("role", "identity", "background"))
"""What a text says in passing, in its own words, even inside a sentence that credits somebody."""

ATTRIBUTION = ("attributed_to", "attributed_as", "via")
_OPENING = re.compile(r"(?<![\w.,;:!?)\]])\"(?=\w)")


def claimants_are_credited(atlas: Atlas) -> Iterator[Problem]:
    """`attributed_as` names everyone in `attributed_to`, by an alias, by `resolves` or in words.

    Those under `via` are named in the fact's passages. For `unnamed`, `attributed_as` reports
    without naming ("it is said"). Attribution is never inferred.
    """
    for claim in atlas.claims.values():
        if claim.credit:
            credit = texts([claim.credit], claim)
            for index, claimant in enumerate(claim.claimants):
                reason = _not_credited(claimant, claim, credit, atlas)
                if reason:
                    place = claim.entry.place("attributed_to", index)
                    yield Problem(place, "attribution", reason)
        text = evidence(claim)
        for index, claimant in enumerate(claim.via):
            if claimant.kind in ("entity", "words") and not _is_named(claimant, claim, text, atlas):
                message = (
                    f"via: {show(claimant.words)} is named in no passage of the fact; give the words "
                    "that name it as context"
                )
                yield Problem(claim.entry.place("via", index), "attribution", message)
        for field in claim.fact.inferred:
            if field in ATTRIBUTION:
                message = "who says something is never inferred; quote the words that credit them"
                yield Problem(claim.entry.place("inferred", field), "attribution", message)
            elif field not in type(claim.fact).model_fields:
                message = f"{show(field)} is not a field of a fact"
                yield Problem(claim.entry.place("inferred", field), "record", message)


def _not_credited(claimant: Claimant, claim: Claim, credit: str, atlas: Atlas) -> str:
    """Why the crediting words do not credit somebody; empty if they do."""
    if claimant.kind == "unnamed":
        return _not_unnamed(credit, atlas)
    if claimant.kind == "self" or _is_named(claimant, claim, credit, atlas):
        return ""
    if claimant.kind == "words":
        return f"{show(claimant.words)} is not in attributed_as; use the document's words"
    return (
        f"{claimant.ref} is not named in attributed_as ({show(credit)}); name whom it credits, or "
        "say under `resolves` which of its words stand for them"
    )


def _not_unnamed(credit: str, atlas: Atlas) -> str:
    """Why the crediting words are not those of a report that names nobody; empty if they are."""
    language = atlas.config.language
    if not language.report.search(credit):
        return f"{show(credit)} reports nothing; if the document itself says it, write self"
    if language.report_by_nobody.search(credit):
        return ""
    for name, refs in atlas.names.by_spelling.items():
        if stands_in(name, credit):
            return f"{show(credit)} names {refs[0]}; credit whom it names, or take words that name nobody"
    return ""


def _is_named(claimant: Claimant, claim: Claim, text: str, atlas: Atlas) -> bool:
    if claimant.kind == "words":
        return fold_line(claimant.words) in text
    return claimant.ref is not None and names_in(text, names_of(claimant.ref, claim, atlas))


def credits_stand_by_their_claims(atlas: Atlas) -> Iterator[Problem]:
    """The crediting words stand in a sentence of the fact's quote or context, or in the one before.

    Words that credit somebody elsewhere with something else are no evidence of who says this.
    """
    for claim in atlas.claims.values():
        seed = claim.document.seed
        if seed is None or claim.credit is None or claim.credit.place is None:
            continue
        first, last = sentences_of(claim.credit.place, seed)
        credited = [
            sentences_of(sighting.place, seed)
            for sighting in (*claim.quotes, *claim.context)
            if sighting.place
        ]
        if credited and not any(start <= last and first < end for start, end in credited):
            message = (
                f"{show(claim.credit.passage.exact)} stands apart from the quote; take the words "
                "that credit it, or give as context the sentences that lead from them to it"
            )
            yield Problem(claim.entry.place("attributed_as", "exact"), "attribution", message)


def own_voice_credits_nobody(atlas: Atlas) -> Iterator[Problem]:
    """`self` is the document's own voice: neither the quote nor its sentence credits anybody.

    A sentence credits by a reporting word (`site_config/language.yaml`), or by quotation marks
    around the whole quote. Where it reports something else, beside the quote, a note says so and
    quotes the word.
    """
    for claim in atlas.claims.values():
        if not claim.fact.own_voice or claim.document.seed is None:
            continue
        for index, sighting in enumerate(claim.quotes):
            if complaint := _credited(sighting, claim, claim.document.seed, atlas.config.language):
                yield Problem(claim.entry.place("quote", index, "exact"), "own-voice", complaint)


def _credited(sighting: Sighting, claim: Claim, seed: Seed, language: Language) -> str:
    """Why a quotation is not the document's own voice; empty if nothing tells that."""
    word = unexplained(language.report, fold_line(sighting.passage.exact), claim)
    if word:
        return (
            f"the quote reports what somebody says ({show(word)}); credit them in attributed_to, "
            f"or say in a note, quoting “{word}”, why it is the document's own claim"
        )
    if sighting.place is None:
        return ""
    if _is_speech(sighting.place, seed):
        return (
            "stands inside the document's quotation marks; credit whoever speaks in attributed_to, "
            "or quote from before the marks"
        )
    if claim.fact.type in APPOSED:
        return ""
    text, (start, end) = seed.folded.text, sighting.place.folded
    first, last = sentences_of(sighting.place, seed)
    word = unexplained(language.report, text[first:start], claim) or unexplained(
        language.report_of_what_went_before, text[end:last], claim
    )
    if word:
        return (
            f"its sentence credits somebody ({show(word)}) outside the quote; credit them in "
            f"attributed_to, or say in a note, quoting “{word}”, why the words are the document's own"
        )
    return ""


def _is_speech(place: Place, seed: Seed) -> bool:
    """Whether a passage lies wholly within quotation marks of its paragraph."""
    text, (start, end) = seed.folded.text, place.folded
    first, last = seed.folded_paragraph(start)
    opening = text.rfind('"', first, start + 1)
    if opening < 0 or not _OPENING.match(text, opening):
        return False
    return not opening < text.find('"', opening + 1, last) < end - 1
