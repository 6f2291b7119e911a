"""Hints: what to write instead of a text that is not a date in the subset."""

from __future__ import annotations

import re

from generator.text.date_guesses import guess


class DateError(ValueError):
    """A text outside the subset. The message goes on after it, such as "has more than one `/`".

    It says what is wrong and what to write instead.
    """


HOW_TO_SPAN = (
    'for a span of years, `2015/2018` (all of that time) or `"[2015..2018]"` (some time within it)'
)
_WORDS = (
    "the document's own words for when it happened may go into `when_as_stated`, and those for when it "
    "was said into `said_as_stated`"
)
_UNKNOWN = f"leave the date out; {_WORDS}"
_HINTS = tuple(  # a pattern of a common mistake, and what to say about it; the first that fits
    (re.compile(pattern, re.DOTALL), hint)
    for pattern, hint in {
        r"": "write `2012/..` for “from 2012 on”, `../2012` for “until 2012”",
        r".*(?:-hijri|buddhist)": (
            "write a year, a month or a day in digits before the calendar, such as `1398-10-13 "
            'solar-hijri` or `1441-05 lunar-hijri`, and for a decade its years, `"[1390..1399] '
            'solar-hijri"`'
        ),
        r".*\s.*": (
            "write it in digits and without spaces, as `2012`, `2012-07` or `2012-07-24`; for "
            '"about 2012" `2012~`, for "early 2012" `2012`, for "spring 2012" `2012-21`, for "by '
            f'2012" `"[..2012]"`; {_WORDS}'
        ),
        r"\[.*|.*\]": 'write `"[2015..2018]"`, with two dots and both brackets',
        r".*\..*": (
            'write `"[2015..2018]"` for some time from 2015 to 2018, `2015/2018` for the whole of '
            "that time"
        ),
        r"[0-9]{2}(x|X)x[?~%]?|[0-9]{3}x[?~%]?|xxxx.*": "write a capital X for an unknown digit",
        r"[0-9]+XX+|[0-9]{4}-X.*|[0-9]{4}-[0-9]{2}-X.*": (
            "leave out what is unknown: write `2013`, not `2013-XX`"
        ),
        r"-?Y.*|-?[0-9]{5,}": (
            "write a year of more than four digits as `Y17000`, or `Y-17000` before Christ, alone and "
            "without month and day"
        ),
        r"-[0-9]{1,3}(-.*)?": (
            "write a year before Christ with four digits, and one less: 44 BC is `-0043`, and 1 BC is `0000`"
        ),
        r"[0-9]{4}-[0-9](-.*)?|[0-9]{4}-[0-9]{2}-[0-9]": (
            "write months and days with two digits, such as `2012-07-04`"
        ),
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.*": "write the day alone, without the time",
        r".*[?~%]{2}": "write `%` for both uncertain and approximate",
        r"[0-9]+": "write the year with four digits",
        r".*": (
            "write a year `2016`, a month `2016-08`, a day `2016-08-15`, a season `2016-22`, "
            "a decade `198X`, or `XXXX-08-15` where no year is given; "
            f"{HOW_TO_SPAN}"
        ),
    }.items()
)


def day_hint(text: str) -> str:
    """How to write a day that is given in three numbers, in either order if both are possible."""
    found = re.fullmatch(r"\s*([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})\s*", text)
    one, other, year = map(int, found.groups()) if found else (0, 0, 0)
    orders = dict.fromkeys(((one, other), (other, one)))
    days = [
        f"`{year}-{month:02}-{day:02}`" for day, month in orders if 0 < month < 13 and 0 < day < 32
    ]
    return f"write a day as {' or '.join(days) or '`2012-07-24`'}"


def hint_for(text: str) -> str:
    """What to write instead of a text that is not a point in time."""
    if (meant := guess(text)) and meant.startswith("`XXXX-"):
        dated = meant.replace("XXXX", "2015")
        return f"write it with its year, such as {dated}, or {meant} if the year is not known"
    if meant:
        return f"write {meant}; {_WORDS}" if re.search("[a-zA-Z]{2}", text) else f"write {meant}"
    if re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", text):
        return day_hint(text)
    if text and not re.search(r"[\dXx]", text):
        return _UNKNOWN
    return next(hint for pattern, hint in _HINTS if pattern.fullmatch(text))


def turned(text: str) -> str:
    """A span with its ends changed round, as it is written in a record."""
    return re.sub(r"^(\[?)(.+?)(/|\.\.)(.+?)(\]?)$", r"\1\4\3\2\5", text)
