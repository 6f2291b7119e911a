"""Rules about attribution: who is credited is whom the document credits."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas import Atlas, Claim, Claimant
from generator.folding import fold_line
from generator.problems import Problem, show
from generator.rules.evidence import evidence, lines_around, names_in, names_of, texts

APPOSED = frozenset(("role", "identity", "background"))
"""What a text says in passing, in its own words, even inside a sentence that credits somebody."""

ATTRIBUTION = ("attributed_to", "attributed_as", "via")


def claimants_are_credited(atlas: Atlas) -> Iterator[Problem]:
    """`attributed_as` names everyone in `attributed_to`, by an alias, by `resolves` or in words.

    Those under `via` are named in the fact's passages or in their paragraph. For `unnamed`,
    `attributed_as` reports without naming ("it is said"). Attribution is never inferred.
    """
    for claim in atlas.claims.values():
        if claim.credit:
            credit = texts([claim.credit], claim)
            for index, claimant in enumerate(claim.claimants):
                reason = _not_credited(claimant, claim, credit, atlas)
                if reason:
                    place = claim.entry.place("attributed_to", index)
                    yield Problem(place, "attribution", reason)
        around = f"{evidence(claim)}\n{lines_around(claim)}"
        for index, claimant in enumerate(claim.via):
            if claimant.kind in ("entity", "words") and not _is_named(
                claimant, claim, around, atlas
            ):
                message = f"via: {show(claimant.words)} is not named in the passages' paragraph"
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
        if atlas.config.language.report.search(credit):
            return ""
        return f"{show(credit)} reports nothing; if the document itself says it, write self"
    if claimant.kind == "self" or _is_named(claimant, claim, credit, atlas):
        return ""
    if claimant.kind == "words":
        return f"{show(claimant.words)} is not in attributed_as; use the document's words"
    return (
        f"{claimant.ref} is not named in attributed_as ({show(credit)}); name whom it credits, or "
        "say under `resolves` which of its words stand for them"
    )


def _is_named(claimant: Claimant, claim: Claim, text: str, atlas: Atlas) -> bool:
    if claimant.kind == "words":
        return fold_line(claimant.words) in text
    return claimant.ref is not None and names_in(text, names_of(claimant.ref, claim, atlas))


def own_voice_credits_nobody(atlas: Atlas) -> Iterator[Problem]:
    """`self` is the document's own voice: neither the quote nor its sentence credits anybody.

    A sentence credits by a reporting word (`site_config/language.yaml`). Where the sentence
    reports something else, and the quote stands beside that, a `note` says so.
    """
    for claim in atlas.claims.values():
        seed = claim.document.seed
        if not claim.fact.own_voice or seed is None:
            continue
        report = atlas.config.language.report
        for index, sighting in enumerate(claim.quotes):
            place = claim.entry.place("quote", index, "exact")
            inside = report.search(fold_line(sighting.passage.exact))
            if inside and claim.fact.note is None:
                message = (
                    f"the quote reports what somebody says ({show(inside.group())}); credit them in "
                    "attributed_to, or say in a note why it is the document's own claim"
                )
                yield Problem(place, "own-voice", message)
            elif sighting.place and claim.fact.note is None and claim.fact.type not in APPOSED:
                start, end = sighting.place.folded
                first, last = seed.folded_sentence(start)[0], seed.folded_sentence(end - 1)[1]
                outside = f"{seed.folded.text[first:start]} | {seed.folded.text[end:last]}"
                if found := report.search(outside):
                    message = (
                        f"its sentence credits somebody ({show(found.group())}) outside the quote; "
                        "credit them in attributed_to, or say in a note why the words are the "
                        "document's own"
                    )
                    yield Problem(place, "own-voice", message)
