"""Guesses: the date that English words mean, as records write it: `"[..2016]"` for "before 2016"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}

_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_POINTS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<year>\d{4})(?:-(?P<number>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
        r"(?P<number>\d{1,2})/(?P<year>\d{4})",
        rf"(?:{_DAY} (?:of )?)?{_MONTH},?(?: (?:of )?(?P<year>\d{{4}}))?",
        rf"{_MONTH} {_DAY}(?:,? (?P<year>\d{{4}}))?",
        rf"(?P<season>{'|'.join(_SEASONS)}),? (?:of )?(?P<year>\d{{4}})",
        r"(?P<decade>\d{3})0'?s",
        r"(?P<century>\d{1,2})(?:st|nd|rd|th)[ -]century",
    )
)
_OPENING = re.compile(
    r"(?:(?:in|on|during|at|the|early|mid|middle|late|beginning|start|end|of)[ -]+)*"
)
"""Words before a point in time that EDTF leaves to the document's own."""

_ABOUT = re.compile(r"(?:about|around|approximately|approx\.|circa|ca?\.) ?")
_BOUNDS = tuple(
    (re.compile(pattern, re.ASCII), form)
    for pattern, form in {
        r"(?:by|before|prior to|(?:not|no) later than|as of) (?P<a>.+)": '`"[..{a}]"` (some time up to then)',
        r"(?:until|till|up to) (?P<a>.+)": "`../{a}` (all of the time until then)",
        r"(?:since|from) (?P<a>.+?)(?: on(?:wards?)?)?|(?P<o>.+?) (?:and )?on(?:wards?)?": (
            "`{a}/..` (all of the time from then on)"
        ),
        r"(?:after|(?:not|no) (?:before|earlier than)) (?P<a>.+)": (
            '`"[{a}..]"` (some time from then on)'
        ),
        r"between (?P<a>.+) and (?P<b>.+)": '`"[{a}..{b}]"` (some time within it)',
        r"from (?P<a>.+) (?:to|until|till|through) (?P<b>.+)": "`{a}/{b}` (all of that time)",
        r"(?P<a>.+) or (?P<b>.+)": '`"[{a}..{b}]"` (some time within it)',
        r"(?P<a>\d{4}) ?[-\u2010-\u2015] ?(?P<b>\d{4}|\d\d)|(?P<c>.+) (?:[-\u2010-\u2015]|to) (?P<d>.+)": (
            '`{a}/{b}` (all of that time), or `"[{a}..{b}]"` (some time within it)'
        ),
    }.items()
)
_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", re.ASCII)
"""What may be an end of a span in brackets."""


def guess(text: str) -> str:
    """What to write for words that mean a date, in backquotes, with what it means; "" if unknown."""
    words = " ".join(text.lower().replace("[", " ").replace("]", " ").split())
    for pattern, form in _BOUNDS:
        if found := pattern.fullmatch(words):
            ends = [_point(part) for part in _in_full(filter(None, found.groups()))]
            if all(ends) and _fit(ends, form):
                return form.format(**dict(zip("ab", ends, strict=False)))
    if about := _ABOUT.match(words):
        point = _point(words[about.end() :])
        return f"`{point}~` (about then)" if _PLAIN.fullmatch(point) else ""
    point = _point(words)
    return f"`{point}`" if point else ""


def _in_full(ends: Iterable[str]) -> Iterator[str]:
    """The ends of a span, with the century of the first end added to a short year: the 18 of "2015-18"."""
    first = ""
    for end in ends:
        first = first or end[:2]
        yield f"{first}{end}" if re.fullmatch("[0-9]{2}", end) else end


def _fit(ends: list[str], form: str) -> bool:
    """Whether EDTF allows these ends of a span; in brackets, both must be plain, alike, and in order."""
    if "[" in form and not all(map(_PLAIN.fullmatch, ends)):
        return False
    years = all(one[:4].isdigit() for one in ends)
    return years and ends == sorted(ends) and len(set(map(len, ends))) == 1


def _point(words: str) -> str:
    """A point in time as EDTF, or ""."""
    rest = _OPENING.sub("", words, count=1)
    found = next(filter(None, (one.fullmatch(rest) for one in _POINTS)), None)
    if found is None:
        return ""
    given = {name: part for name, part in found.groupdict().items() if part}
    if "decade" in given:
        return f"{given['decade']}X"
    if "century" in given:
        return f"{int(given['century']) - 1:02}XX"
    month = int(given.get("number", 0))
    if "month" in given:
        month = _MONTHS.index(given["month"]) + 1
    if month > 12 or int(given.get("day", 0)) > 31:
        return ""
    parts = [given.get("year", "XXXX")]
    if "season" in given:
        parts.append(_SEASONS[given["season"]])
    elif month:
        parts.append(f"{month:02}")
    if "day" in given:
        parts.append(f"{int(given['day']):02}")
    return "-".join(parts)
