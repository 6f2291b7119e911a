"""Dates of other calendars as records write them: a point, all of a span, or some time within one.

    1398-10-13 solar-hijri      1394/1396 solar-hijri      [..1441] lunar-hijri      2559? buddhist

A point is a year, a month or a day, and a span may be open at one end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.text.calendars import CALENDARS, CalendarDate, CalendarName, in_calendar
from generator.text.date_hints import DateError
from generator.text.days import Day

Kind = Literal["on", "throughout", "within"]
"""Whether something was so at a point, in all of a span, or at some time within it."""

_NAMED = re.compile(rf"(\S+) ({'|'.join(CALENDARS)})")
_MARKED = re.compile(r"([\d-]+)([?~%])", re.ASCII)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date of another calendar; `text` is as records write it.

    At a point, `first` and `last` are the same; the end of a span is None if it is open. `mark` is
    the sign of EDTF for a point that is uncertain, approximate, or both.
    """

    text: str
    calendar: CalendarName
    kind: Kind
    first: CalendarDate | None
    last: CalendarDate | None
    mark: str = ""

    @property
    def points(self) -> tuple[CalendarDate, ...]:
        """The points in the date: one, or the ends of the span that are not open."""
        ends = (self.first,) if self.kind == "on" else (self.first, self.last)
        return tuple(end for end in ends if end is not None)

    @property
    def days(self) -> tuple[Day | None, Day | None]:
        """The first and the last day that it is, by the rule of its calendar; None for an open end."""
        return (
            self.first.days[0] if self.first else None,
            self.last.days[1] if self.last else None,
        )

    @property
    def doubtful(self) -> bool:
        """Whether its days are uncertain, because they depend on when the moon was seen."""
        return any(one.days != one.possible_days for one in self.points)

    def gregorian(self) -> str:
        """The same date of the Gregorian calendar, in EDTF.

        Raises DateError if that is not possible: a marked month or year that no Gregorian one
        equals.
        """
        if self.mark and self.first:
            return f"{self._one_of_ours(self.first)}{self.mark}"
        if self.kind == "throughout":
            first, last = self.days
            return f"{first or '..'}/{last or '..'}"
        start = self.first.possible_days[0] if self.first else ""
        end = self.last.possible_days[1] if self.last else ""
        return f"{start}" if start == end else f"[{start}..{end}]"

    def _one_of_ours(self, point: CalendarDate) -> str:
        """The Gregorian day, month or year that equals a point, if there is one."""
        first, last = point.possible_days
        if first == last:
            return f"{first}"
        if point.calendar != "buddhist":
            raise DateError(
                f"has a `{self.mark}`, but is not a single year, month or day of the Gregorian calendar; "
                f'write the earliest and the latest that it may be, such as `"[{point.year - 1}..{point.year + 1}] '
                f"{point.calendar}\"`, or leave off the mark; the document's words go into `when_as_stated`"
            )
        return f"{first}"[: -len("-01-01") if point.month is None else -len("-01")]


def stated_in(text: str) -> StatedDate | None:
    """The date of another calendar that a text means; None for a text in another form.

    Raises DateError for a year, a month or a day that the calendar does not have.
    """
    named = _NAMED.fullmatch(text)
    if named is None or named[1].count("/") > 1:
        return None
    body, calendar = named.groups()
    if body.startswith("[") and body.endswith("]") and ".." in body:
        return _span(text, "within", calendar, *body[1:-1].split("..", 1))
    if "/" in body:
        start, end = ("" if one == ".." else one for one in body.split("/"))
        return _span(text, "throughout", calendar, start, end)
    marked = _MARKED.fullmatch(body)
    point = in_calendar(f"{marked[1] if marked else body} {calendar}")
    if point is None:
        return None
    return StatedDate(text, point.calendar, "on", point, point, marked[2] if marked else "")


def _span(text: str, kind: Kind, calendar: str, start: str, end: str) -> StatedDate | None:
    if not start and not end:
        raise DateError("is open at both ends and says nothing; leave the date out")
    if _MARKED.fullmatch(start) or _MARKED.fullmatch(end):
        raise DateError(
            "has a `?`, `~` or `%` in a span of another calendar, which is not allowed; leave it off, "
            "and write the document's words in `when_as_stated`"
        )
    ends = [in_calendar(f"{one} {calendar}") if one else None for one in (start, end)]
    first, last = ends
    if (start and first is None) or (end and last is None):
        return None
    if first and last and first.days[0] > last.days[1]:
        raise DateError("ends before it starts; write the earlier date first")
    known = first or last
    return StatedDate(text, known.calendar, kind, first, last) if known else None
