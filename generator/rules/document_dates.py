"""Rules about the dates of documents: one of a kind, in order, and not before what they report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim, Document
from generator.problems import Problem
from generator.records import SourceDate
from generator.rules.date_chains import WRITTEN, Step, chain, days
from generator.rules.dating import every_dated, time_of
from generator.text.date_values import can_be


def documents_are_written_once(atlas: Atlas) -> Iterator[Problem]:
    """A document has at most one date of each kind with a year, which fits those without one.

    The first day on which it may have been written is no later than its publication.
    """
    for document in atlas.documents.values():
        yield from _dates_of_a_kind(document)
        given = {date.of: date.date for date in document.record.dates if date.date.known}
        written, published = given.get("written"), given.get("published")
        if written and published and days(written)[0] > days(published)[1]:
            message = (
                f"`written` ({written.text}) is later than `published` ({published.text}); "
                "correct one of the two"
            )
            yield Problem(document.entry.place("dates"), "date-order", message)


def _dates_of_a_kind(document: Document) -> Iterator[Problem]:
    first: dict[str, SourceDate] = {}
    for index, date in enumerate(document.record.dates):
        place = document.entry.place("dates", index, "date")
        known = first.setdefault(date.of, date) if date.date.known else None
        if known and known is not date:
            message = (
                f"this document already has a `{date.of}` date with a year ({known.date.text}); "
                "keep one of the two"
            )
            yield Problem(place, "source", message)
    for index, date in enumerate(document.record.dates):
        place = document.entry.place("dates", index, "date")
        known = first.get(date.of)
        if known and not date.date.known and not can_be(date.date, known.date):
            message = (
                f"{date.date.text} does not fit the `{date.of}` date with a year, {known.date.text}; "
                "correct one of the two"
            )
            yield Problem(place, "date-order", message)


def documents_are_no_older_than_what_they_tell(atlas: Atlas) -> Iterator[Problem]:
    """A document is not older than the facts that date it, or than the latest time that it reports.

    If its date is concluded, that date does not begin before that time.
    """
    for document in atlas.documents.values():
        for index, date in enumerate(document.record.dates):
            for number, fact in enumerate(date.facts):
                told = time_of(atlas.claims[fact]) if fact in atlas.claims else None
                if told and days(told)[0] > days(date.date)[1]:
                    message = (
                        f"{date.date.text} is before {told.text}, the time of {fact}, which this document "
                        f"mentions; correct one of the dates, or remove {fact} from `facts`"
                    )
                    place = document.entry.place("dates", index, "facts", number)
                    yield Problem(place, "date-chain", message)
        yield from _begins_too_early(document, atlas)


def _begins_too_early(document: Document, atlas: Atlas) -> Iterator[Problem]:
    told = [
        (step.days[0], claim.id)
        for claim in atlas.drawn_from.get(document.ref, ())
        for step in chain(claim)
        if step.order < WRITTEN and (step.stated or _rests_on_more(claim, step))
    ]
    if not told:
        return
    day, fact = max(told)
    for index, date in enumerate(document.record.dates):
        first = date.date.earliest
        if date.of != "written" or date.as_stated or first is None or first >= day:
            continue
        if day > days(date.date)[1]:
            continue  # the two can't hold together, and another rule says so
        message = (
            f"in {fact}, the document mentions something from {day} or later, so it can't be older "
            f"than that, but {date.date.text} includes earlier days; begin its date with {day}, or "
            f"correct the date in {fact}"
        )
        yield Problem(document.entry.place("dates", index, "date"), "date-chain", message)


def _rests_on_more(claim: Claim, step: Step) -> bool:
    """Whether a concluded date rests on other claims or on evidence, not on the document's date."""
    return any(
        location == step.location and (dated.rests_on or dated.evidence)
        for location, dated in every_dated(claim)
    )
