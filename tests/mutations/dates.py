"""Mistakes in dates."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.records import Fact
from generator.rules.evidence import names_in
from generator.text import dates
from generator.text.dates import DateError, Edtf
from tests.mutations.specimens import Specimen, altered, with_statement
from tests.project import passages_of


def _redated(true: Specimen, change: Callable[[str], str]) -> Fact | None:
    """The fact with another `when` that the calendar knows, unless the record infers it."""
    when = true.fact.when
    if when is None or "when" in true.fact.inferred:
        return None
    try:
        other = dates.parse(change(when.text))
    except DateError:
        return None
    return None if other == when else altered(true.fact, when=other)


def year_unheard_of(true: Specimen) -> Fact | None:
    """The date is of a year that the document does not give."""
    return _redated(true, lambda _: "1937")


def year_by_one(true: Specimen) -> Fact | None:
    """The last year of the date is the next."""
    last = re.compile(r"\d{4}(?!.*\d{4})")
    return _redated(true, lambda text: last.sub(lambda m: str(int(m.group()) + 1), text))


def month_by_one(true: Specimen) -> Fact | None:
    """The last month of the date is the next."""
    last = re.compile(r"(?<=[\dX]{4}-)(?:0\d|1[0-2])(?!.*[\dX]{4}-)")
    return _redated(true, lambda text: last.sub(lambda m: f"{int(m.group()) % 12 + 1:02}", text))


def day_by_one(true: Specimen) -> Fact | None:
    """The day of the date is the next, or the one before."""
    day = re.compile(r"(?<=-\d\d-)\d\d")
    return _redated(
        true,
        lambda text: day.sub(
            lambda m: f"{int(m.group()) + (1 if int(m.group()) < 28 else -1):02}", text
        ),
    )


def month_in_statement(true: Specimen) -> Fact | None:
    """The statement names another month."""
    months = true.atlas.config.dates.months
    named = re.compile(rf"\b(?:{'|'.join(months)})\b")
    return with_statement(
        true.fact,
        named.sub(lambda m: months[(months.index(m.group()) + 1) % 12], true.fact.statement),
    )


def context_of_its_date_removed(true: Specimen) -> Fact | None:
    """The context that gives the date is gone."""
    when = true.fact.when
    if when is None or "when" in true.fact.inferred:
        return None
    kept = tuple(one for one in true.fact.context if not _tells(one.exact, when, true))
    spoilt = altered(true.fact, context=kept)
    dated = _tells(passages_of(spoilt), when, true)
    return None if kept == true.fact.context or dated else spoilt


def _tells(text: str, date: Edtf, true: Specimen) -> bool:
    """Whether a text names the year or the month of a date."""
    spelt = true.atlas.config.dates.names_of_month
    return any(
        (part.kind == "month" and names_in(text, spelt(part.value)))
        or (part.kind == "year" and str(part.value) in text)
        for part in date.parts()
    )


def by_a_date(true: Specimen) -> Fact | None:
    """What was in a year or on a day was "by" then."""
    fact = _redated(true, lambda text: f"[..{text}]" if re.fullmatch(r"[\d-]+", text) else text)
    return fact and altered(fact, when_as_stated=fact.when_as_stated or fact.quote[0].exact)
