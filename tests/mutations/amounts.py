"""Mistakes in numbers, and in what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.records import Fact, Figure
from tests.mutations.specimens import Specimen, altered, with_figure, with_quote, with_statement


def _other_digit(text: str) -> str | None:
    """The text with its first digit one higher; the digits of references stay."""
    match = re.search(r"\d", re.sub(r"\[\[[^|\]]*\|", lambda m: "x" * len(m.group()), text))
    if match is None:
        return None
    digit = str((int(match.group()) + 1) % 10)
    return text[: match.start()] + digit + text[match.end() :]


def digit_in_quote(true: Specimen) -> Fact | None:
    """A digit of the quotation is another."""
    changed = _other_digit(true.fact.quote[0].exact)
    return None if changed is None else with_quote(true.fact, changed)


def digit_in_statement(true: Specimen) -> Fact | None:
    """A digit of the statement is another."""
    changed = _other_digit(true.fact.statement)
    return None if changed is None else with_statement(true.fact, changed)


def _numbered(fact: Fact) -> Iterator[tuple[int, Figure]]:
    """The figures with one number, exact or a bound."""
    for index, figure in enumerate(fact.figures):
        if figure.operator not in ("words", "between"):
            yield index, figure


def number_in_figure(true: Specimen) -> Fact | None:
    """A figure is ten times what it was."""
    for index, figure in _numbered(true.fact):
        value = getattr(figure, figure.operator)
        return with_figure(true.fact, index, **{figure.operator: value * 10})
    return None


def operator(true: Specimen) -> Fact | None:
    """An exact figure becomes a bound, a bound an exact figure."""
    for index, figure in _numbered(true.fact):
        other = "more_than" if figure.operator == "number" else "number"
        value = getattr(figure, figure.operator)
        return with_figure(true.fact, index, **{figure.operator: None, other: value})
    return None


def about(true: Specimen) -> Fact | None:
    """An approximate figure becomes an exact one, an exact one approximate."""
    if not true.fact.figures:
        return None
    return with_figure(true.fact, 0, about=not true.fact.figures[0].about)


def period(true: Specimen) -> Fact | None:
    """A year's rate becomes a month's, a month's a year's, a total a year's."""
    if not true.fact.figures:
        return None
    per = "month" if true.fact.figures[0].per == "year" else "year"
    return with_figure(true.fact, 0, per=per)


def swapped_figures(true: Specimen) -> Fact | None:
    """Two figures change their numbers."""
    figures = true.fact.figures
    if len(figures) < 2 or {one.operator for one in figures[:2]} != {"number"}:
        return None
    numbers = ({"number": figures[1].number}, {"number": figures[0].number})
    swapped = tuple(one.model_copy(update=new) for one, new in zip(figures, numbers, strict=False))
    return altered(true.fact, figures=(*swapped, *figures[2:]))


def bound_dropped(true: Specimen) -> Fact | None:
    """The statement loses its "more than", "at least" or "about"."""
    if not true.fact.figures:
        return None
    said = r"\b(?:more than|over|at least|as much as|up to|about|a minimum of) (?=[$\d])"
    return with_statement(true.fact, re.sub(said, "", true.fact.statement, flags=re.IGNORECASE))


def bound_added(true: Specimen) -> Fact | None:
    """The statement says "more than" of an exact number."""
    for figure in true.fact.figures:
        if figure.operator == "number" and not figure.about:
            number = re.escape(f"{figure.number:,}")
            added = re.sub(rf"(?<![\w$,.])(?={number}\b)", "more than ", true.fact.statement)
            return with_statement(true.fact, added)
    return None
