"""Dates of works for bibliographies: each form says what it can, and never more than is known."""

from __future__ import annotations

from dataclasses import dataclass

from generator.text.date_values import SPRING, Edtf, Point


@dataclass(frozen=True, slots=True)
class WorkDate:
    """A date, with its words for the forms that have no sign for it."""

    date: Edtf
    words: str


def exact(date: Edtf) -> str:
    """A year after Christ, or a month or day in one, as every form writes it; "" for any other date."""
    point = date.first
    if date.kind != "on" or point is None or point.uncertain or point.approximate:
        return ""
    if point.year is None or not 0 < point.year <= 9999 or point.years > 1 or point.season:
        return ""
    return date.text


def biblatex(date: Edtf) -> str:
    """A date as BibLaTeX reads it: EDTF without sets, and without dates that lack a year."""
    return date.text if date.kind != "within" and date.known else ""


def csl(dated: WorkDate) -> dict[str, object]:
    """A date as CSL-JSON has it: in numbers, with `season` and `circa`; else in words."""
    date, first = dated.date, dated.date.first
    in_numbers = date.kind != "within" and date.known
    if first is None or date.last is None or not in_numbers or any(map(_is_long, date.points)):
        return {"literal": dated.words}
    if date.kind != "on" and any(point.season for point in date.points):
        return {"literal": dated.words}
    ends = (first,) if date.kind == "on" else (first, date.last)
    found: dict[str, object] = {"date-parts": [_numbers(end) for end in ends]}
    if first.season is not None:
        found["season"] = first.season - SPRING + 1
    if any(point.approximate or point.uncertain for point in date.points):
        found["circa"] = True
    return found


def ris(dated: WorkDate) -> str:
    """The field DA of RIS: year, month and day as far as they are exact, else words."""
    parts = exact(dated.date).split("-")
    year, month, day = (*parts, "", "")[:3]
    return f"{year}/{month}/{day}/{'' if year else dated.words.replace('/', ' ')}"


def iso(date: Edtf) -> str:
    """A date or an interval in ISO 8601, with open ends as `..`; "" where that would say too much."""
    if date.kind == "within" or not date.known or date.text.startswith("Y"):
        return ""
    plain = all(
        point.years == 1 and not (point.season or point.uncertain or point.approximate)
        for point in date.points
    )
    return date.text if plain else ""


def _is_long(point: Point) -> bool:
    """Whether a point is a decade or a century."""
    return point.years > 1


def _numbers(point: Point) -> list[int]:
    """Year, month and day; a year before Christ is negative, as people count: 44 BC is -44."""
    year = point.year or 0
    parts = (year if year > 0 else year - 1, point.month, point.day)
    return [part for part in parts if part is not None]
