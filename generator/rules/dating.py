"""Rules about dates by evidence: what they rest on exists, and shows something."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim, Document
from generator.problems import Place, Problem
from generator.records import Dated
from generator.rules.unknown import unknown
from generator.strict_yaml.nodes import Location
from generator.text.date_values import Edtf, can_be

_OWN_EVIDENCE = (
    "a fact can't be evidence of its own date; name another fact, or remove this reference"
)


def every_dated(claim: Claim) -> Iterator[tuple[Location, Dated]]:
    """Each concluded date of a claim, whether the fact's or a relay's, and its place."""
    if claim.fact.dated:
        yield ("dated",), claim.fact.dated
    for index, relay in enumerate(claim.fact.via):
        if relay.dated:
            yield ("via", index, "dated"), relay.dated


def time_of(claim: Claim) -> Edtf | None:
    """When a claim happened or held, else when it was said, with a year."""
    fact, dated = claim.fact, claim.fact.dated
    found = (
        fact.when if fact.when and fact.when.known else None,
        dated.when if dated else None,
        claim.document.written if fact.present else None,
        fact.said_on if fact.said_on and fact.said_on.known else None,
        dated.said_on if dated else None,
    )
    return next((date for date in found if date), None)


def evidence_of_dates_is_known(atlas: Atlas) -> Iterator[Problem]:
    """The claims that date a fact or a document exist, and something dates it.

    Of the claims that a date rests on, at least one has a date. A fact whose `dated` names neither
    claims nor evidence rests on the date of its document, which must then have one with a year.
    """
    for document in atlas.documents.values():
        for index, date in enumerate(document.record.dates):
            for number, fact in enumerate(date.facts):
                if fact not in atlas.claims:
                    place = document.entry.place("dates", index, "facts", number)
                    yield from unknown(place, fact, atlas.claims, atlas)
    for claim in atlas.claims.values():
        for location, dated in every_dated(claim):
            yield from _wrong_references(claim, location, dated, atlas)
            if _shows_nothing(claim, dated, atlas):
                message = (
                    "none of the facts that this date rests on has a date with a year; give one of "
                    "them a date, or name another fact"
                )
                yield Problem(claim.entry.place(*location), "dating", message)
            if not dated.rests_on and not dated.evidence and claim.document.written is None:
                message = (
                    "nothing shows this date; list facts (under `facts`, `after` or `before`) or texts "
                    f"(under `evidence`), or give {claim.source} a date in its source.yaml"
                )
                yield Problem(claim.entry.place(*location), "dating", message)


def _wrong_references(
    claim: Claim, location: Location, dated: Dated, atlas: Atlas
) -> Iterator[Problem]:
    for field in ("facts", "after", "before"):
        for number, fact in enumerate(getattr(dated, field)):
            place = claim.entry.place(*location, field, number)
            if fact not in atlas.claims:
                yield from unknown(place, fact, atlas.claims, atlas)
            elif fact == claim.id:
                yield Problem(place, "dating", _OWN_EVIDENCE)


def _shows_nothing(claim: Claim, dated: Dated, atlas: Atlas) -> bool:
    """Whether a date rests on claims alone, all of which could be read, and none has a date."""
    if not atlas.unread.isdisjoint(dated.rests_on):
        return False
    others = [atlas.claims[fact] for fact in dated.rests_on if fact in atlas.claims]
    others = [other for other in others if other.id != claim.id]
    return bool(others) and not dated.evidence and not any(map(time_of, others))


def dates_rest_on_something_else(atlas: Atlas) -> Iterator[Problem]:
    """The evidence for a date leads to something other than that date.

    It ends with a date that a document states, with a text from outside, or with a document whose
    date is known from itself.
    """
    firm = _firm(atlas)
    for claim in atlas.claims.values():
        for location, dated in every_dated(claim):
            if not _is_shown(claim, dated, firm) and _can_be_followed(claim, dated, atlas):
                message = (
                    "this date and the dates of the facts it rests on depend on each other; name a fact "
                    "whose document gives its date, or a text under `evidence`"
                )
                yield Problem(claim.entry.place(*location), "dating", message)


def _firm(atlas: Atlas) -> frozenset[str]:
    """The claims and documents whose dates rest on something else; what could not be read is included."""
    firm = set(atlas.unread)
    while True:
        more = {ref for ref, one in atlas.documents.items() if _is_dated(one, firm)}
        more |= {claim.id for claim in atlas.claims.values() if _has_firm_date(claim, firm)}
        if more <= firm:
            return frozenset(firm)
        firm |= more


def _is_dated(document: Document, firm: set[str]) -> bool:
    return any(
        date.as_stated or date.evidence or not date.facts or firm.intersection(date.facts)
        for date in document.record.dates
    )


def _has_firm_date(claim: Claim, firm: set[str]) -> bool:
    fact = claim.fact
    if any(date and date.known for date in (fact.when, fact.said_on)):
        return True
    if fact.present and claim.source in firm:
        return True
    return bool(fact.dated and _is_shown(claim, fact.dated, firm))


def _is_shown(claim: Claim, dated: Dated, firm: frozenset[str] | set[str]) -> bool:
    if dated.evidence or firm.intersection(dated.rests_on):
        return True
    return not dated.rests_on and claim.source in firm


def _can_be_followed(claim: Claim, dated: Dated, atlas: Atlas) -> bool:
    """Whether what the date rests on exists; if not, another rule says so."""
    if not dated.rests_on:
        return claim.document.written is not None
    return all(
        fact in atlas.claims and fact != claim.id for fact in dated.rests_on
    ) and not _shows_nothing(claim, dated, atlas)


def a_stated_date_is_not_concluded_again(atlas: Atlas) -> Iterator[Problem]:
    """`dated` neither repeats a date that has a year nor contradicts one that has none.

    What a document says about its own present needs no other date.
    """
    for claim in atlas.claims.values():
        fact = claim.fact
        if fact.present and (fact.when or (fact.dated and fact.dated.when)):
            message = (
                "`present: true` already says that it was so when the document was written; remove "
                "`present`, or remove `when` (also under `dated`)"
            )
            yield Problem(claim.entry.place("present"), "dating", message)
        for location, dated in every_dated(claim):
            record = fact if location == ("dated",) else fact.via[int(location[1])]
            for field in ("when", "said_on"):
                own, concluded = getattr(record, field, None), getattr(dated, field)
                if own is not None and concluded is not None:
                    place = claim.entry.place(*location, field)
                    yield from _twice(place, field, own, concluded)


def _twice(place: Place, field: str, own: Edtf, concluded: Edtf) -> Iterator[Problem]:
    if own.known:
        message = (
            f"this fact already has `{field}: {own.text}`; remove `{field}` from `dated`, "
            "which is for dates that the document does not give"
        )
        yield Problem(place, "dating", message)
    elif not can_be(own, concluded):
        message = (
            f"{concluded.text} does not fit {own.text}, the fact's own `{field}`; "
            "correct one of the two"
        )
        yield Problem(place, "dating", message)
