"""Rules about dates: in order, no later than their document, and with its words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.problems import Problem, show
from generator.rules.evidence import words_of
from generator.strict_yaml.nodes import Location
from generator.text.dates import Edtf
from generator.text.days import Day
from generator.text.folding import fold_line

_OR_AHEAD = ", or write `modality: predicted` (or `announced`) if the claim is about the future"


def dates_are_in_order(atlas: Atlas) -> Iterator[Problem]:
    """What happened is not later than when it was said, and a relation does not end before it starts.

    A claim that is `announced` or `predicted` may be about a later time.
    """
    for claim in atlas.claims.values():
        fact = claim.fact
        if fact.when and fact.said_on and _was_said_before(claim):
            message = (
                f"`when` ({fact.when.text}) is later than `said_on` ({fact.said_on.text}); correct "
                f"one of them{_OR_AHEAD}"
            )
            yield Problem(claim.entry.place("when"), "date-order", message)
        for index, relation in enumerate(fact.relations):
            if relation.from_ and relation.to and _is_after(relation.from_, relation.to.latest):
                place = claim.entry.place("relations", index, "from")
                message = (
                    f"`from` ({relation.from_.text}) is later than `to` ({relation.to.text}); "
                    "correct one of them"
                )
                yield Problem(place, "date-order", message)


def _was_said_before(claim: Claim) -> bool:
    """Whether a claim about the past was said before the time that it is about."""
    fact = claim.fact
    if fact.is_ahead or fact.when is None or fact.said_on is None:
        return False
    return _is_after(fact.when, fact.said_on.latest)


def _is_after(date: Edtf, limit: Day | None) -> bool:
    return date.earliest is not None and limit is not None and date.earliest > limit


def nothing_is_later_than_its_document(atlas: Atlas) -> Iterator[Problem]:
    """What a document says happened did not happen after the latest possible date of the document.

    A claim that is `announced` or `predicted` may be about a later time, but was said before.
    """
    for claim in atlas.claims.values():
        limits = [one.date.latest for one in claim.document.record.dates if one.date.latest]
        ahead = claim.fact.is_ahead
        for location, date in dates_of(claim) if limits else ():
            if ahead and location[-1] != "said_on":
                continue
            if location == ("when",) and _was_said_before(claim):
                continue  # another rule says so
            if _is_after(date, min(limits)):
                field = location[-1]
                message = (
                    f"`{field}` ({date.text}) is later than the document ({min(limits)} at the latest); "
                    f"correct the date{'' if field == 'said_on' else _OR_AHEAD}"
                )
                yield Problem(claim.entry.place(*location), "date-order", message)


def dates_of(claim: Claim) -> Iterator[tuple[Location, Edtf]]:
    """Each date of a fact with its location in the record, of which the last part is the date's field."""
    fact = claim.fact
    if fact.when:
        yield ("when",), fact.when
    if fact.said_on:
        yield ("said_on",), fact.said_on
    for index, relay in enumerate(fact.via):
        if relay.said_on:
            yield ("via", index, "said_on"), relay.said_on
    for index, figure in enumerate(fact.figures):
        if figure.as_of:
            yield ("figures", index, "as_of"), figure.as_of
    for index, relation in enumerate(fact.relations):
        if relation.from_:
            yield ("relations", index, "from"), relation.from_
        if relation.to:
            yield ("relations", index, "to"), relation.to


def open_dates_have_their_words(atlas: Atlas) -> Iterator[Problem]:
    """An open, uncertain or approximate date, or a converted one, comes with the document's words.

    Those of `when` are in `when_as_stated`, and those of `said_on` in `said_as_stated`, unless
    `inferred` gives the reason for `said_on`.
    """
    for claim in atlas.claims.values():
        for location, date, stated in _worded_dates(claim):
            if date is not None and stated is None and _is_inexact(date):
                field = "when_as_stated" if location == ("when",) else "said_as_stated"
                words = f"`{field}` with the document's words for the time"
                why = "is in another calendar" if date.stated else "is not exact"
                message = f"{date.written} {why}; add {words}"
                yield Problem(claim.entry.place(*location), "date-words", message)


def _worded_dates(claim: Claim) -> Iterator[tuple[Location, Edtf | None, str | None]]:
    """Each date that may have the document's words beside it, with its location and those words."""
    fact = claim.fact
    yield ("when",), fact.when, fact.when_as_stated
    if "said_on" not in fact.inferred:
        yield ("said_on",), fact.said_on, fact.said_as_stated
    for index, relay in enumerate(fact.via):
        yield ("via", index, "said_on"), relay.said_on, relay.said_as_stated


def _is_inexact(date: Edtf) -> bool:
    """Whether a date is uncertain, approximate, open at an end, or of another calendar."""
    marked = any(point.uncertain or point.approximate for point in date.points)
    return marked or date.first is None or date.last is None or date.stated is not None


def spans_are_filled(atlas: Atlas) -> Iterator[Problem]:
    """A `when` of the form 1903/1905 has words that fill the span, such as "from" or "throughout".

    "In 1903-05" and "during the war of 1903-05" are some time within it: `[1903..1905]`.
    """
    for claim in atlas.claims.values():
        language = words_of(claim, atlas).language
        when, stated = claim.fact.when, claim.fact.when_as_stated
        if when is None or stated is None or when.kind != "throughout":
            continue
        if when.first is None or when.last is None:
            continue
        words = fold_line(stated)
        within = language.within.search(words)
        if within and not language.fill.search(words):
            message = (
                f"{when.text} means the whole of that time, but {show(stated)} means some time within "
                f"it (because of {show(within.group())}); "
                f'write `when: "[{when.text.replace("/", "..")}]"`'
            )
            yield Problem(claim.entry.place("when"), "date-words", message)
