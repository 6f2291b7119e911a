"""Speakers of a claim in words: whom it credits, and those through whom it came.

Those who only passed something on are named, so that hearsay does not read as a speaker's own
words.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce

from generator.atlas.atlas import Claim
from generator.atlas.prose import Link
from generator.markup.escaping import Html, escape, filled, joined, tag, text_of
from generator.markup.inline import listed
from generator.markup.when import relayed_on
from generator.markup.writer import Desk
from generator.records import Relay


def credited(claim: Claim, desk: Desk) -> list[Html]:
    """Whom a claim credits."""
    return list(dict.fromkeys(desk.speaker(one) for one in claim.claimants))


def credited_in_office(claim: Claim, desk: Desk) -> list[tuple[Html, str]]:
    """Whom a claim credits, each with what its document says they are, or ""."""
    found = desk.findings.offices
    names = [
        (desk.speaker(one), found.get((claim.source, one.ref), "") if one.ref else "")
        for one in claim.claimants
    ]
    return list(dict.fromkeys(names))


def inferring(claim: Claim, desk: Desk) -> Html:
    """A document that says something itself, with those whose words it infers it from."""
    claims, related = desk.atlas.claims, desk.atlas.related.get(claim.id, ())
    given = [claims[one.fact] for one in related if one.how == "inferred_from" and not one.reverse]
    credited_ones = [one for one in given if not one.fact.own_voice]
    document = desk.named(claim.source)
    if not credited_ones:
        return document
    names = dict.fromkeys(name for one in credited_ones for name in credited(one, desk))
    speakers = listed(names, desk.wording)
    return filled(desk.wording.question.side_from, document=document, speakers=speakers)


def relays(claim: Claim, desk: Desk, dated: Relay | None = None) -> Html:
    """Those through whom a claim came to its document, in order, after "via".

    The one who is `dated` is given with the time of passing it on.
    Anyone named in the words for the speaker is not named again. If the document names nobody, the
    claim is "reported".
    """
    then, words = desk.wording.question.side_then, [one.prose for one in claim.claimants]
    named = {piece.ref for prose in words for piece in prose if isinstance(piece, Link)}
    chain = zip(claim.via, claim.fact.via, strict=True)
    some = [
        _dated(desk.speaker(one), relay, desk) if relay is dated else desk.speaker(one)
        for one, relay in reversed([*chain])
        if one.ref not in named - {None}
    ]
    if not some:
        return Html("")
    if all(one.kind == "unnamed" for one in claim.via):
        return escape(desk.wording.question.side_reported)
    told = reduce(lambda one, other: filled(then, relay=one, another=other), some)
    return filled(desk.wording.question.side_via, relays=told)


def _dated(name: Html, relay: Relay, desk: Desk) -> Html:
    """A relay with the time of passing something on."""
    words, date = desk.wording.question, escape(relayed_on(relay, desk.atlas.config))
    if relay.said_on and relay.said_on.kind == "on":
        day = any(one.day for one in relay.said_on.points)
        date = filled(words.was_on if day else words.was_in, date=date)
    return filled(words.side_via_when, relay=name, date=date)


def speaker(claim: Claim, desk: Desk) -> Html:
    """The claimants of a claim, with those through whom it came; if nobody is credited, the document."""
    return _told(claim, [tag("b", one) for one in credited(claim, desk)], desk)


def _told(claim: Claim, names: list[Html], desk: Desk) -> Html:
    """The names of a claim's claimants, with those through whom it came."""
    who, through = listed(names, desk.wording), relays(claim, desk)
    words = desk.wording.question
    return filled(words.side_told, speakers=who, through=through) if through else who


def told_by(told: Html, claims: Collection[Claim], desk: Desk) -> Html:
    """What some claims state, with their speakers unless a document states it in its own voice."""
    return _hinted(told, _by(claims, desk), desk)


def tie_told(told: Html, claims: Collection[Claim], desk: Desk) -> Html:
    """A tie, with a hint if it is not simply stated.

    The hint says that all of its claims announce, predict or deny it, or who says so, as in
    `told_by`.
    """
    kinds = [desk.atlas.config.vocabulary.modalities[one.fact.modality] for one in claims]
    hints = [escape(kind) for kind in dict.fromkeys(kinds)] if all(kinds) else []
    return _hinted(told, [*hints, *_by(claims, desk)], desk)


def _hinted(told: Html, hints: list[Html], desk: Desk) -> Html:
    if not hints:
        return told
    words, how = desk.wording.entity, joined(", ", hints)
    if text_of(told).endswith(")"):
        return filled(words.told_after, told=told, how=tag("span", how, class_="hint"))
    return joined(" ", [told, tag("span", filled(words.told, how=how), class_="hint")])


def _by(claims: Collection[Claim], desk: Desk) -> list[Html]:
    """The speakers of claims, with those through whom each came; none if a document states it."""
    if any(claim.fact.own_voice for claim in claims):
        return []
    chained = any(relays(claim, desk) for claim in claims)
    speakers = dict.fromkeys(
        name
        for claim in claims
        for name in (
            [within_brackets(claim, desk)] if relays(claim, desk) else credited(claim, desk)
        )
    )
    who = joined("; ", [*speakers]) if chained else listed(speakers, desk.wording)
    return [filled(desk.wording.entity.told_by, who=who)]


def within_brackets(claim: Claim, desk: Desk) -> Html:
    """The claimants of a claim, with those through whom it came, without other brackets."""
    who, through = listed(credited(claim, desk), desk.wording), relays(claim, desk)
    words = desk.wording.entity
    return filled(words.told_via, speakers=who, through=through) if through else who
