"""Offices: what each document says a person is, for readers who know only the name."""

from __future__ import annotations

from collections.abc import Mapping

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.prose import Link, Piece


def offices(atlas: Atlas) -> Mapping[tuple[str, str], str]:
    """By document and person, what the document's first claim about an office says, without articles.

    Only claims in the document's own voice count, and only statements that begin with the person
    and go on with "is" or "was". An example is "deputy mayor of Lower Wend".
    """
    found: dict[tuple[str, str], str] = {}
    for claim in sorted(atlas.claims.values(), key=lambda one: one.position):
        ref, office = _office(claim, atlas)
        if ref and office:
            found.setdefault((claim.source, ref), office)
    return found


def around_name(statement: tuple[Piece, ...]) -> tuple[str, str | None, str]:
    """The entity that a statement links first, with the words before it and after it."""
    before = ""
    for place, piece in enumerate(statement):
        if isinstance(piece, Link):
            return before, piece.ref, "".join(one.words for one in statement[place + 1 :])
        before += piece.words
    return before, None, ""


def _office(claim: Claim, atlas: Atlas) -> tuple[str | None, str]:
    """The person whose office a claim is about, and the office; "" if there is none."""
    _, ref, after = around_name(claim.statement)
    language, relations = atlas.config.language, atlas.config.vocabulary.relations
    told = claim.fact.own_voice and claim.fact.modality == "asserted"
    holds = any(
        one.subject == ref
        and one.relation in relations
        and relations[one.relation].hierarchy == "people"
        for one in claim.fact.relations
    )
    verb, _, office = after.strip().rstrip(".").partition(" ")
    if not (told and holds and after.startswith(" ") and verb in language.passive):
        return ref, ""
    article, _, rest = office.partition(" ")
    return ref, rest if article in language.articles else office
