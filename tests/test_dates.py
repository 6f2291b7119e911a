"""Dates: the subset of EDTF is read, bounded, ordered and worded as it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from time import struct_time
from typing import Any

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.text import dates
from generator.text.date_guesses import guess
from generator.text.date_values import can_be, dated_first
from generator.text.date_words import with_year
from generator.text.dates import DateError, DatePart, Edtf
from generator.text.days import Day
from tests.project import configured

ENGLISH = configured().dates

# text: words, earliest, latest
DATES = {
    "2016": ("2016", "2016-01-01", "2016-12-31"),
    "2014-04": ("April 2014", "2014-04-01", "2014-04-30"),
    "2012-07-24": ("24 July 2012", "2012-07-24", "2012-07-24"),
    "2012-07-04": ("4 July 2012", "2012-07-04", "2012-07-04"),
    "2012-02": ("February 2012", "2012-02-01", "2012-02-29"),
    "2100-02": ("February 2100", "2100-02-01", "2100-02-28"),
    "2013-21": ("spring 2013", "2013-03-01", "2013-05-31"),
    "2013-22": ("summer 2013", "2013-06-01", "2013-08-31"),
    "2013-23": ("autumn 2013", "2013-09-01", "2013-11-30"),
    "2013-24": ("winter 2013", "2012-12-01", "2014-02-28"),
    "2015-24": ("winter 2015", "2014-12-01", "2016-02-29"),
    "0001-24": ("winter AD 1", "0000-12-01", "0002-02-28"),
    "0002-24": ("winter AD 2", "0001-12-01", "0003-02-28"),
    "9999-24": ("winter 9999", "9998-12-01", "10000-02-29"),
    "-0043": ("44 BC", "-0043-01-01", "-0043-12-31"),
    "0000": ("1 BC", "0000-01-01", "0000-12-31"),
    "0000-02": ("February 1 BC", "0000-02-01", "0000-02-29"),
    "0044": ("AD 44", "0044-01-01", "0044-12-31"),
    "0100": ("100", "0100-01-01", "0100-12-31"),
    "-0043-03-15": ("15 March 44 BC", "-0043-03-15", "-0043-03-15"),
    "-0043-21": ("spring 44 BC", "-0043-03-01", "-0043-05-31"),
    "0000-24": ("winter 1 BC", "-0001-12-01", "0001-02-28"),
    "-0043~": ("around 44 BC", "-0043-01-01", "-0043-12-31"),
    "-0049/-0043": ("from 50 BC to 44 BC", "-0049-01-01", "-0043-12-31"),
    "[-0001..0001]": ("between 2 BC and AD 1", "-0001-01-01", "0001-12-31"),
    "[0000..0001]": ("1 BC or AD 1", "0000-01-01", "0001-12-31"),
    "[..-0043]": ("by 44 BC", None, "-0043-12-31"),
    "[-0043-03..-0043-04]": ("March or April 44 BC", "-0043-03-01", "-0043-04-30"),
    "Y17000": ("17000", "17000-01-01", "17000-12-31"),
    "Y-17000": ("17001 BC", "-17000-01-01", "-17000-12-31"),
    "19XX": ("20th century", "1900-01-01", "1999-12-31"),
    "20XX~": ("around 21st century", "2000-01-01", "2099-12-31"),
    "00XX": ("1st century", "0000-01-01", "0099-12-31"),
    "-00XX": ("1st century BC", "-0099-01-01", "0000-12-31"),
    "-01XX": ("2nd century BC", "-0199-01-01", "-0100-12-31"),
    "-05XX": ("6th century BC", "-0599-01-01", "-0500-12-31"),
    "10XX/12XX": ("from 11th century to 13th century", "1000-01-01", "1299-12-31"),
    "198X": ("1980s", "1980-01-01", "1989-12-31"),
    "XXXX-03": ("March, year not given", None, None),
    "XXXX-03-07": ("7 March, year not given", None, None),
    "XXXX-02-29": ("29 February, year not given", None, None),
    "2011~": ("around 2011", "2011-01-01", "2011-12-31"),
    "2011?": ("2011, uncertain", "2011-01-01", "2011-12-31"),
    "2011%": ("around 2011, uncertain", "2011-01-01", "2011-12-31"),
    "2014-04~": ("around April 2014", "2014-04-01", "2014-04-30"),
    "198X~": ("around 1980s", "1980-01-01", "1989-12-31"),
    "2013-01/2017-03": ("from January 2013 to March 2017", "2013-01-01", "2017-03-31"),
    "2013/2013": ("throughout 2013", "2013-01-01", "2013-12-31"),
    "2013-02-03/2013-02-03": ("throughout 3 February 2013", "2013-02-03", "2013-02-03"),
    "2013/2013-02": ("from 2013 to February 2013", "2013-01-01", "2013-02-28"),
    "198X/2003": ("from 1980s to 2003", "1980-01-01", "2003-12-31"),
    "2013-22/2014-21": ("from summer 2013 to spring 2014", "2013-06-01", "2014-05-31"),
    "2011?/2012~": ("from 2011 (uncertain) to around 2012", "2011-01-01", "2012-12-31"),
    "2012/..": ("from 2012 on", "2012-01-01", None),
    "2012-22?/..": ("from summer 2012 (uncertain) on", "2012-06-01", None),
    "../2013": ("until 2013", None, "2013-12-31"),
    "[2015..2018]": ("between 2015 and 2018", "2015-01-01", "2018-12-31"),
    "[2015..2015]": ("2015", "2015-01-01", "2015-12-31"),
    "[..2016]": ("by 2016", None, "2016-12-31"),
    "[2016-08..]": ("August 2016 or later", "2016-08-01", None),
    "[2013-06-29..2013-07-02]": (
        "between 29 June and 2 July 2013",
        "2013-06-29",
        "2013-07-02",
    ),
    "[2015-12-15..2015-12-31]": ("between 15 and 31 December 2015", "2015-12-15", "2015-12-31"),
    "[2015..2016]": ("2015 or 2016", "2015-01-01", "2016-12-31"),
    "[2015-12-31..2016-01-01]": (
        "31 December 2015 or 1 January 2016",
        "2015-12-31",
        "2016-01-01",
    ),
    "[2015-12-31..2016-01-02]": (
        "between 31 December 2015 and 2 January 2016",
        "2015-12-31",
        "2016-01-02",
    ),
    "[2013-04..2013-05]": ("April or May 2013", "2013-04-01", "2013-05-31"),
    "[2013-12..2014-01]": ("December 2013 or January 2014", "2013-12-01", "2014-01-31"),
    "[2013-04..2013-06]": ("between April and June 2013", "2013-04-01", "2013-06-30"),
    "2013-04~/2013-05": ("from around April 2013 to May 2013", "2013-04-01", "2013-05-31"),
    "2013-04/2013-04-05": ("from April 2013 to 5 April 2013", "2013-04-01", "2013-04-05"),
    "XXXX-03-07/XXXX-03-09": ("from 7 March to 9 March, year not given", None, None),
    "XXXX-11/XXXX-02": ("from November to February, year not given", None, None),
    "XXXX-03/XXXX-03": ("throughout March, year not given", None, None),
    "2015-03?/2015-05?": (
        "from March 2015 (uncertain) to May 2015 (uncertain)",
        "2015-03-01",
        "2015-05-31",
    ),
    "XXXX-03/2013": ("from March (year not given) to 2013", None, "2013-12-31"),
}

# text: a part of the message
REFUSED = {
    "": "write `2012/..` for “from 2012 on”",
    " 2016": "write `2016`",
    "24 July 2012": "write `2012-07-24`; the document's own words for when it happened may go into `when_as_stated`",
    "2016\n": "write `2016`",
    "April": "with its year, such as `2015-04`, or `XXXX-04` if the year is not known",
    "the year of 2016": "without spaces",
    "2015–18": "write `2015/2018` (all of that time), or",
    "2015..2018": 'write `"[2015..2018]"` for some time from 2015 to 2018',
    "[2015~2018]": "with two dots and both brackets",
    "[2015..2018": "with two dots and both brackets",
    "[2011..2012..2013]": "has `2012..2013`",
    "[2015...2018]": 'write `"[2015..2018]"`',
    "24.07.2012": "write a day as `2012-07-24`",
    "2012/2013-13": "has the month 13",
    "2012/2013-1": "has `2013-1`, which is not a valid date; write `2013-01`",
    "198x": "a capital X",
    "xxxx-03": "a capital X",
    "19xx": "a capital X",
    "-0000": "1 BC is `0000`",
    "-004X": '`"[-0048..-0039]"` for the 40s BC',
    "000X": "not wholly after Christ",
    "-43": "44 BC is `-0043`",
    "-43-03": "44 BC is `-0043`",
    "17000": "as `Y17000`",
    "Y17000-03": "alone and without month and day",
    "Y17000~": "alone and without month and day",
    "Y17000/..": "`Y17000` as an end of a span",
    "-0199/-00XX": "write its years, such as `-0099/-0043`",
    "Y1700": "a year of more than four digits",
    "-17000": "`Y-17000` before Christ",
    "2013-XX": "`2013`, not `2013-XX`",
    "2013-01-XX": "`2013`, not `2013-XX`",
    "2012-7": "write `2012-07`",
    "2012-7-24": "write `2012-07-24`",
    "2012-7-42": "with two digits",
    "2012-07-24T10:00": "without the time",
    "2011?~": "write `%`",
    "201": "four digits",
    "20110": "four digits",
    "circa": "leave the date out",
    "２０１６": "write a year `2016`",
    "2014-13": "has the month 13, which does not exist; write a month, 01 to 12, or a season",
    "2014-00": "has the month 00",
    "2014-25": "has the month 25",
    "XXXX-22": "has the month 22, which does not exist; write a month, 01 to 12",
    "2013-22-01": "has a day in a season",
    "2013-22-00": "has a day in a season",
    "2015-02-30": "has the day 30 in a month of 28 days; write a day, 01 to 28",
    "2015-02-29": "has the day 29 in a month of 28 days",
    "2015-04-31": "has the day 31 in a month of 30 days",
    "2015-04-00": "has the day 00 in a month of 30 days",
    "XXXX-02-30": "has the day 30 in a month of 29 days",
    "XXXX": "says nothing; leave the date out",
    "XXXX-03-07?": "leave the `?` off",
    "2013-22~": "has `~` after a season, which is not allowed; write `2013-22`",
    "../..": "open at both ends",
    "[..]": "open at both ends",
    "2012/": "write `2012/..`",
    "/2012": "write `2012/..`",
    "24/07/2012": "more than one `/`; write a day as `2012-07-24`",
    "2018/2015": "ends before it starts",
    "[2018..2015]": "ends before it starts; write the earlier date first: `[2015..2018]`",
    "2014/198X": "ends before it starts",
    "XXXX-03/..": "has `XXXX-03` at the other",
    "../198X": "has `198X` at the other",
    "198X/2011~": "has a `?`, `~` or `%` in a span with `198X`",
    "198X~/2011": "has a `?`, `~` or `%` in a span with `198X~`",
    "[2013-22..]": "a plain year, month or day",
    "[198X..1990]": "a plain year, month or day",
    "[..2011~]": "a plain year, month or day",
    "[XXXX-03..XXXX-04]": "a plain year, month or day",
    "[2012..2013-03]": 'different precision; write both with the same precision, as in `"[2012-01..2013-03]"`',
}

GUESSES = {
    "before 2016": ["[..2016]"],
    "by the end of 2015": ["[..2015]"],
    "prior to 15 March 2012": ["[..2012-03-15]"],
    "until 2016": ["../2016"],
    "since the spring of 2012": ["2012-21/.."],
    "from 2012-03": ["2012-03/.."],
    "2012 onwards": ["2012/.."],
    "After May 2016": ["[2016-05..]"],
    "not earlier than 2016": ["[2016..]"],
    "between 2012 and 2014": ["[2012..2014]"],
    "from March 2012 to May 2013": ["2012-03/2013-05"],
    "1903 or 1904": ["[1903..1904]"],
    "2015 - 2018": ["2015/2018", "[2015..2018]"],
    "2015–18": ["2015/2018", "[2015..2018]"],
    "March 2012 to May 2012": ["2012-03/2012-05", "[2012-03..2012-05]"],
    "in 2016": ["2016"],
    "mid-2016": ["2016"],
    "[2016]": ["2016"],
    "late March, 1903": ["1903-03"],
    "3rd of March 1903": ["1903-03-03"],
    "Sept. 3, 1903": ["1903-09-03"],
    "7 March": ["XXXX-03-07"],
    "03/1903": ["1903-03"],
    "autumn 1903": ["1903-23"],
    "the 1990s": ["199X"],
    "the late 19th century": ["18XX"],
    "around 1903": ["1903~"],
    "c. March 1903": ["1903-03~"],
}
"""Words for a date, and what to write for them."""

IN_ORDER = (
    *("198X", "../2011-12-31", "[..2011]", "2012-01-01", "2012-01", "[2012-01..2012-02]", "2012"),
    *("2012-01-01/..", "2012-01-02", "2013-22", "2013-07-01", "[2016-08..]"),
    *("XXXX-02-29", "2013/XXXX-03", "XXXX-03", "XXXX-03/2013", "XXXX-03-01", "XXXX-03-07"),
    *("XXXX-03-08", "XXXX-04/2013"),
)


@pytest.mark.parametrize(
    ("own", "found", "said"),
    [
        ("XXXX-12-15", "2015-12-15", "15 December [2015]"),
        ("XXXX-04", "2016-04", "April [2016]"),
        ("XXXX-12-15", "2015-12-16", None),
        ("XXXX-12-15", "2015-12", None),
        ("XXXX-12-15", "2015-12-15~", None),
        ("XXXX-12-15", "[2015-12-15..2015-12-15]", None),
        ("2015-12-15", "2015-12-15", None),
    ],
)
def test_only_the_year_that_evidence_gives_is_in_brackets(
    own: str, found: str, said: str | None
) -> None:
    """The day and month stay outside the brackets, and another date is no year for this one."""
    assert with_year(dates.parse(own), dates.parse(found), ENGLISH) == said


@pytest.mark.parametrize("text", DATES)
def test_words_mean_what_the_edtf_says(text: str) -> None:
    """A reader is told neither more nor less than the record says."""
    assert dates.words(dates.parse(text), ENGLISH) == DATES[text][0]


@pytest.mark.parametrize("text", DATES)
def test_bounds_hold_every_day_it_can_mean(text: str) -> None:
    """An end that is open, or has no year, has no bound."""
    parsed = dates.parse(text)
    bounds = [day and str(day) for day in (parsed.earliest, parsed.latest)]
    assert bounds == [*DATES[text][1:]]
    assert parsed.known == ("XXXX" not in text)
    assert parsed.text == text


@pytest.mark.parametrize("text", REFUSED)
def test_refusal_says_what_to_write(text: str) -> None:
    """What is outside the subset is refused with what is wrong and a next step."""
    with pytest.raises(DateError) as refusal:
        dates.parse(text)
    assert REFUSED[text] in str(refusal.value)
    assert "; " in str(refusal.value)


def test_there_is_no_season_without_a_year() -> None:
    """So nobody is told to write one."""
    with pytest.raises(DateError, match=r"write a month, 01 to 12$"):
        dates.parse("XXXX-22")


def test_an_end_is_named_only_where_there_are_two() -> None:
    """A single date is all that was written: to repeat it says nothing."""
    with pytest.raises(DateError, match="has `201`, which"):
        dates.parse("201/2012")
    with pytest.raises(DateError, match=r"^is not a valid date"):
        dates.parse("201")


def test_parts_are_what_a_quote_must_say() -> None:
    """Each year, decade, season, month and day once, in the order written."""
    assert dates.parse("2013-01/2013-03-07").parts() == (
        DatePart("year", 2013),
        DatePart("month", 1),
        DatePart("month", 3),
        DatePart("day", 7),
    )
    assert dates.parse("198X").parts() == (DatePart("decade", 1980),)
    assert dates.parse("19XX").parts() == (DatePart("century", 1900),)
    assert dates.parse("-00XX").parts() == (DatePart("century", -99),)
    assert dates.parse("-0043").parts() == (DatePart("year", -43),)
    assert dates.parse("[..2016]").parts() == (DatePart("year", 2016),)
    assert dates.parse("2013-22").parts() == (DatePart("year", 2013), DatePart("season", 22))
    assert dates.parse("XXXX-03-07").parts() == (DatePart("month", 3), DatePart("day", 7))


def test_parts_in_another_calendar() -> None:
    """They are those of the calendar in which the date is written, as far as it goes."""
    stated = dates.parse("1398-10-13 solar-hijri")
    assert stated.written == "1398-10-13 solar-hijri"
    assert stated.parts() == (
        DatePart("year", 1398, "solar-hijri"),
        DatePart("month", 10, "solar-hijri"),
        DatePart("day", 13, "solar-hijri"),
    )
    assert dates.parse("1398 solar-hijri").parts() == (DatePart("year", 1398, "solar-hijri"),)
    assert dates.parse("2020-01").written == "2020-01"


@pytest.mark.parametrize(
    ("part", "number"),
    [
        (DatePart("year", 1903), 1903),
        (DatePart("year", 1), 1),
        (DatePart("year", 0), 1),
        (DatePart("year", -43), 44),
        (DatePart("century", 1900), 20),
        (DatePart("century", 0), 1),
        (DatePart("century", -99), -1),
        (DatePart("century", -199), -2),
        (DatePart("month", 3), 3),
    ],
)
def test_the_number_by_which_people_name_a_part(part: DatePart, number: int) -> None:
    """There is no year 0 among them."""
    assert part.number == number


def test_order_of_time() -> None:
    """By first day, then last; open starts by their last; no year, at the end."""
    parsed = [dates.parse(text) for text in reversed(IN_ORDER)]
    assert [each.text for each in sorted(parsed, key=dates.sort_key)] == list(IN_ORDER)


def test_what_has_no_date_comes_after_what_has_one() -> None:
    """Even after a date without a year."""
    texts = ("2016", "XXXX-03", None, "2012")
    parsed = [None if text is None else dates.parse(text) for text in texts]
    ordered = sorted(parsed, key=dated_first)
    assert [each and each.text for each in ordered] == ["2012", "2016", "XXXX-03", None]


def test_marks_and_kinds_are_kept() -> None:
    """What qualifies a date is not lost on the way."""
    point = dates.parse("2011%").first
    assert point is not None
    assert (point.uncertain, point.approximate, point.years) == (True, True, 1)
    on, until = dates.parse("2011"), dates.parse("../2011")
    assert (on.kind, until.kind, dates.parse("[..2011]").kind) == ("on", "throughout", "within")
    assert on.first is on.last
    assert until.first is None
    assert dates.parse("2011") is on


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("2011", ["2011"]),
        ("2011/2012", ["2011", "2012"]),
        ("[2011..2011]", ["2011", "2011"]),
        ("../2011", ["2011"]),
        ("[2011..]", ["2011"]),
    ],
)
def test_points_are_those_that_are_written(text: str, points: list[str]) -> None:
    """One, or the ends that are not open."""
    assert [point.text for point in dates.parse(text).points] == points


@pytest.mark.parametrize(
    ("turned", "text", "into"),
    [
        # Some time up to the end, as that is written, without its marks.
        (dates.until, "2015-12-24", "[..2015-12-24]"),
        (dates.until, "2015-12", "[..2015-12]"),
        (dates.until, "2015", "[..2015]"),
        (dates.until, "201X", "[..2019]"),
        (dates.until, "2015-22", "[..2015-08]"),
        (dates.until, "-0043", "[..-0043]"),
        (dates.until, "-0043-03", "[..-0043-03]"),
        (dates.until, "-00XX", "[..0000]"),
        (dates.coarse, "[-0043-03..-0043-12]", "-0043"),
        (dates.coarse, "[-0043-03-01..-0043-03-05]", "-0043-03"),
        (dates.until, "2015-24", "[..2016-02]"),
        (dates.until, "2015-12~", "[..2015-12]"),
        (dates.until, "2013/2015-03", "[..2015-03]"),
        (dates.until, "../2015-03-07", "[..2015-03-07]"),
        (dates.until, "[2013..2015]", "[..2015]"),
        (dates.until, "[..2015]", "[..2015]"),
        # The month or year that a span lies in.
        (dates.coarse, "[2015-12-15..2015-12-31]", "2015-12"),
        (dates.coarse, "2015-12-15/2015-12-31", "2015-12"),
        (dates.coarse, "[2015-03..2015-12]", "2015"),
        (dates.coarse, "2015-03/2015-12-24", "2015"),
        (dates.coarse, "[2015..2015]", "2015"),
        # Nothing that it lies in is named by one month or year.
        (dates.coarse, "[2014..2015]", "[2014..2015]"),
        (dates.coarse, "[2014-12..2015-12]", "[2014-12..2015-12]"),
        (dates.coarse, "[..2015-12]", "[..2015-12]"),
        (dates.coarse, "[2015-12..]", "[2015-12..]"),
        (dates.coarse, "XXXX-03/XXXX-04", "XXXX-03/XXXX-04"),
        # No span.
        (dates.coarse, "2015-12-24", "2015-12-24"),
        (dates.coarse, "2015-22", "2015-22"),
        (dates.coarse, "2015?", "2015?"),
        (dates.coarse, "XXXX-03", "XXXX-03"),
    ],
)
def test_a_date_that_follows_from_another(
    turned: Callable[[Edtf], Edtf], text: str, into: str
) -> None:
    """No more exact than the first: by its end, or the month or year in which all of it lies."""
    assert turned(dates.parse(text)).text == into


@pytest.mark.parametrize("text", ["2015/..", "[2015..]", "XXXX-03"])
def test_what_has_no_end_is_up_to_nothing(text: str) -> None:
    """It is open, or has no year."""
    with pytest.raises(DateError, match="has no end"):
        dates.until(dates.parse(text))


@pytest.mark.parametrize(
    ("own", "found", "can"),
    [
        ("XXXX-04", "1903-04", True),
        ("XXXX-04", "1903-04-02", True),
        ("XXXX-04", "1903", True),
        ("XXXX-04", "1903-05", False),
        ("XXXX-04-02", "1903-04-02", True),
        ("XXXX-04-02", "1903-04", True),
        ("XXXX-04-02", "1903-04-03", False),
        ("XXXX-04-02", "1903-05-02", False),
        ("XXXX-04", "1903-21", True),
        ("XXXX-06", "1903-21", False),
        ("XXXX-02-29", "1903", False),
        ("XXXX-02-29", "190X", True),
        # It lies within a span, at an end or between the two.
        ("XXXX-04", "[1903-03..1903-04]", True),
        ("XXXX-04", "[1903-04..1903-05]", True),
        ("XXXX-04", "[1903-05..1903-06]", False),
        ("XXXX-04", "[1903-03..1903-05]", True),
        ("XXXX-01", "[1902-11..1903-02]", True),
        ("XXXX-03", "[1902-11..1903-02]", False),
        ("XXXX-04-20", "[1903-04-15..1903-04-30]", True),
        ("XXXX-04-10", "[1903-04-15..1903-04-30]", False),
        ("XXXX-04", "[..1903]", True),
        ("XXXX-04", "[1903..]", True),
        ("XXXX-04/XXXX-06", "[1903-04..1903-06]", True),
        ("XXXX-04/XXXX-06", "1903", True),
        ("XXXX-04/XXXX-06", "1903-04/..", True),
        ("XXXX-04/XXXX-06", "1903-04/1903-06", True),
        ("XXXX-04/XXXX-06", "1903-04/1903-07", False),
        ("XXXX-04/XXXX-06", "1903-03/1903-06", False),
        ("1903/XXXX-04", "1903/1904-04", True),
        ("1903/XXXX-04", "1904/1904-04", False),
        ("1903-04", "1904-04", False),
        ("XXXX-02-29", "[..1903]", True),
        ("XXXX-02-29", "[1897..]", True),
        ("XXXX-03", "-0043", True),
        ("XXXX-02-29", "-0043", False),
        ("XXXX-02-29", "0000", True),
    ],
)
def test_whether_a_date_can_be_of_a_time(own: str, found: str, can: bool) -> None:
    """In some year, if it has none; a span begins and ends with the time that it is."""
    assert can_be(dates.parse(own), dates.parse(found)) is can


def test_a_date_is_never_changed() -> None:
    """Values are shared through the cache, so nobody may write to them."""
    with pytest.raises(FrozenInstanceError):
        dates.parse("2011").text = "2012"  # type: ignore[misc]


def test_names_of_months_and_seasons() -> None:
    """What else documents write for them comes from the configuration."""
    assert ENGLISH.names_of_month(9) == ("September", "Sep", "Sept")
    assert ENGLISH.names_of_month(5) == ("May",)
    assert ENGLISH.names_of_season(23) == ("autumn", "fall", "Autumn", "Fall")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"months": ["January"]}, "months has 1 name; write 12"),
        ({"months": ["January", "February"]}, "months has 2 names; write 12"),
        (
            {"day": "{day} {month}"},
            r"the field `day` does not have the right words in braces; write it with exactly these: \{day\}, \{month\}, \{year\}",
        ),
        (
            {"by": "by {first}"},
            r"the field `by` does not have the right words in braces; write it with exactly these: \{last\}",
        ),
        *(
            (
                {"calendars": {"solar-hijri": {"months": months, "marks": marks}}},
                "calendars` has solar-hijri without 12 months and a mark for its years",
            )
            for months, marks in (
                ([["Dey"]] * 11, ["SH"]),
                ([["Dey"]] * 12, []),
                ([["Dey"]] * 11 + [[]], ["SH"]),
            )
        ),
        ({"also": {"Ramadan": []}}, "are not under `months` or `seasons`: Ramadan; correct"),
    ],
)
def test_wording_that_would_mislead_is_refused(change: dict[str, Any], complaint: str) -> None:
    """A template takes what it must say."""
    with pytest.raises(ValidationError, match=complaint):
        configured(dates=change)


# --- against the reference parser ---------------------------------------------------------------

DIGITS = st.sampled_from([f"{number:02}" for number in (*range(14), *range(20, 33))])
YEARS = st.sampled_from(
    ["-9999", "-0043", "-0004", "0000", "0001", "1999", "2012", "2013", "2015", "2100", "9999"]
)
MARKS = st.sampled_from(["", "", "", "?", "~", "%"])
PLAIN = st.one_of(
    YEARS,
    st.builds("{}-{}".format, YEARS, DIGITS),
    st.builds("{}-{}-{}".format, YEARS, DIGITS, DIGITS),
)
OTHER = st.one_of(
    st.builds("{}-{}".format, st.just("XXXX"), DIGITS),
    st.builds("{}-{}-{}".format, st.just("XXXX"), DIGITS, DIGITS),
    st.builds("{}-{}".format, YEARS, st.sampled_from(["21", "22", "23", "24"])),
    st.builds("{}XX".format, st.sampled_from(["00", "19", "20", "99", "-00", "-01"])),
    st.builds("Y{}".format, st.sampled_from(["17000", "-17000", "-123456789", "1700", "0000"])),
    st.builds("{}X".format, st.sampled_from(["000", "198", "201", "999", "-004"])),
)
POINTS = st.builds("{}{}".format, st.one_of(PLAIN, PLAIN, OTHER), MARKS)
ENDS = st.one_of(POINTS, POINTS, st.just(".."))
TEXTS = st.one_of(
    POINTS,
    st.builds("{}/{}".format, ENDS, ENDS),
    st.builds("[{}..{}]".format, st.one_of(POINTS, st.just("")), st.one_of(POINTS, st.just(""))),
)


def _reference(text: str) -> Any:
    """What `edtf` 5 reads; None for what it refuses, or stumbles over (`../198X`: TypeError)."""
    try:
        return oracle.parse_edtf(text)
    except (oracle.EDTFParseException, TypeError):
        return None


def _ours(text: str) -> Edtf | str:
    try:
        return dates.parse(text)
    except DateError as refusal:
        return str(refusal)


# Where we are narrower, each with the words in which we say so.
NARROWER = (
    "as an end of a span",
    "not wholly after Christ",
    "in a month of",
    "ends before it starts",
    "open at both ends",
)
LEVEL_2_SEASONS = tuple(f"has the month {number}" for number in range(25, 33))


@given(TEXTS)
def test_reads_what_edtf_reads(text: str) -> None:
    """Nothing is read that `edtf` refuses; what we refuse besides, we name."""
    ours, theirs = _ours(text), _reference(text)
    if isinstance(ours, Edtf):
        assert theirs is not None
    elif theirs is not None:
        assert any(reason in ours for reason in (*NARROWER, *LEVEL_2_SEASONS))


@given(TEXTS)
def test_bounds_are_those_of_edtf(text: str) -> None:
    """Strict bounds agree, but where a year is missing and in winter, whose months EDTF leaves."""
    ours = _ours(text)
    if not isinstance(ours, Edtf):
        return
    theirs = _reference(text)
    for end, bound, strict in (
        (ours.first, ours.earliest, theirs.lower_strict()),
        (ours.last, ours.latest, theirs.upper_strict()),
    ):
        if end is None:
            assert bound is None
            assert strict in (float("-inf"), float("inf"))
        elif end.year is None:
            assert bound is None  # edtf invents the years 0 and 9999
        else:
            assert bound is not None
            assert isinstance(strict, struct_time)
            day = Day(*strict[:3])
            if end.season != 24:
                assert bound == day
            else:  # edtf takes December alone; ours holds it
                assert end.earliest is not None
                assert end.latest is not None
                assert end.earliest < day <= end.latest


@given(st.text(max_size=30) | st.text("0123456789X-/.[]?~%", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text causes another error; what is read can be worded, sorted and taken apart."""
    ours = _ours(text)
    if isinstance(ours, Edtf):
        assert dates.words(ours, ENGLISH)
        assert ours.parts()
        assert dates.sort_key(ours) == dates.sort_key(ours)
        assert _reference(text) is not None


@given(TEXTS, TEXTS)
def test_different_dates_have_different_places(one: str, other: str) -> None:
    """The order is total: no two dates share a key."""
    ours = [each for each in (_ours(one), _ours(other)) if isinstance(each, Edtf)]
    assert len({dates.sort_key(each) for each in ours}) == len({each.text for each in ours})


@pytest.mark.parametrize(("words", "meant"), GUESSES.items())
def test_words_for_a_date(words: str, meant: list[str]) -> None:
    """The message has the date that they mean, as a record writes it."""
    with pytest.raises(DateError) as refused:
        dates.parse(words)
    written = [one.strip('"') for one in re.findall("`([^`]*)`", guess(words))]
    assert written == meant
    assert guess(words) in str(refused.value)
    assert [dates.parse(one).text for one in written] == meant


@pytest.mark.parametrize(
    "words",
    [
        *(
            "between 2014 and 2012",
            "between 2012 and May 2013",
            "by spring 2012",
            "around the 1990s",
        ),
        *("from March to 2012", "2012 or spring 2013", "between 7 and 9 March", "the war of 2012"),
        *("41 March 1903", "13/1903", "since the war", ""),
    ],
)
def test_words_for_no_date(words: str) -> None:
    """Nothing is guessed that EDTF does not allow."""
    assert guess(words) == ""
