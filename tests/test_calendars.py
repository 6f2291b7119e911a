"""Other calendars: every day is where libraries and almanacs have it, and is converted to ours."""

from __future__ import annotations

from typing import Any

import pytest

from generator.data.columns import OF_FACTS
from generator.data.from_atlas import source_data
from generator.data.from_claims import fact_data
from generator.data.linked_claims import claim_node
from generator.data.linked_data import LinkedNames
from generator.data.linked_nodes import document_node
from generator.data.source_columns import SOURCES
from generator.findings.findings import find_out
from generator.markup.periods import times
from generator.markup.writer import Desk
from generator.rules.chronology import open_dates_have_their_words
from generator.rules.date_evidence import dates_are_in_evidence
from generator.rules.statements import months_are_in_evidence, numbers_are_in_evidence
from generator.text import dates
from generator.text.calendars import CALENDARS, YEARS, CalendarName, days_in_month, in_calendar
from generator.text.dates import DateError
from generator.text.days import days_between
from tests.made_up import MadeUp, claim, complaints, made_up
from tests.project import configured
from tests.test_timing import CHOSEN, of

ENGLISH = configured().dates


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("1398-10-13 solar-hijri", "13 Dey 1398 [3 January 2020]", "2020-01-03"),
        ("1357-11-22 solar-hijri", "22 Bahman 1357 [11 February 1979]", "1979-02-11"),
        ("1403-12-30 solar-hijri", "30 Esfand 1403 [20 March 2025]", "2025-03-20"),
        ("1404-01-01 solar-hijri", "1 Farvardin 1404 [21 March 2025]", "2025-03-21"),
        ("1304-01-01 solar-hijri", "1 Farvardin 1304 [21 March 1925]", "1925-03-21"),
        ("2559-03-15 buddhist", "15 March 2559 BE [15 March 2016]", "2016-03-15"),
        (
            "2559-02 buddhist",
            "February 2559 BE [1 February 2016 to 29 February 2016]",
            "[2016-02-01..2016-02-29]",
        ),
        (
            "2559 buddhist",
            "2559 BE [1 January 2016 to 31 December 2016]",
            "[2016-01-01..2016-12-31]",
        ),
        (
            "1398-10 solar-hijri",
            "Dey 1398 [22 December 2019 to 20 January 2020]",
            "[2019-12-22..2020-01-20]",
        ),
        (
            "1398 solar-hijri",
            "1398 SH [21 March 2019 to 19 March 2020]",
            "[2019-03-21..2020-03-19]",
        ),
        (
            "1441-05-05 lunar-hijri",
            "5 Jumada I 1441 [1 January 2020, give or take a day]",
            "[2019-12-31..2020-01-02]",
        ),
        (
            "1441-09 lunar-hijri",
            "Ramadan 1441 [24 April 2020 to 23 May 2020, give or take a day]",
            "[2020-04-23..2020-05-24]",
        ),
        (
            "0001-01-01 lunar-hijri",
            "1 Muharram 1 [19 July 622, give or take a day]",
            "[0622-07-18..0622-07-20]",
        ),
        (
            "1441 lunar-hijri",
            "1441 AH [1 September 2019 to 19 August 2020, give or take a day]",
            "[2019-08-31..2020-08-20]",
        ),
    ],
)
def test_a_date_of_another_calendar(text: str, words: str, edtf: str) -> None:
    """Its value is the Gregorian date; readers see both, ours in square brackets."""
    date = dates.parse(text)
    assert (date.text, date.written) == (edtf, text)
    assert dates.words(date, ENGLISH) == words
    assert dates.parse(edtf).earliest == date.earliest


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("1394/1396 solar-hijri", "from 1394 SH to 1396 SH [21 March 2015 to 20 March 2018]", "2015-03-21/2018-03-20"),
        ("[1394..1396-03] solar-hijri", "between 1394 SH and Khordad 1396 [21 March 2015 to 21 June 2017]", "[2015-03-21..2017-06-21]"),
        ("[1396..1396-03] solar-hijri", "between 1396 SH and Khordad 1396 [21 March 2017 to 21 June 2017]", "[2017-03-21..2017-06-21]"),
        ("[1398-10-13..1398-10-13] solar-hijri", "between 13 Dey 1398 and 13 Dey 1398 [3 January 2020]", "2020-01-03"),
        ("[..1396] solar-hijri", "by 1396 SH [by 20 March 2018]", "[..2018-03-20]"),
        ("[1394..] solar-hijri", "1394 SH or later [21 March 2015 or later]", "[2015-03-21..]"),
        ("1394/.. solar-hijri", "from 1394 SH on [from 21 March 2015 on]", "2015-03-21/.."),
        ("../1394 solar-hijri", "until 1394 SH [until 19 March 2016]", "../2016-03-19"),
        ("1441/1442 lunar-hijri", "from 1441 AH to 1442 AH [1 September 2019 to 9 August 2021, give or take a day]", "2019-09-01/2021-08-09"),
        ("[1441..1442] lunar-hijri", "between 1441 AH and 1442 AH [1 September 2019 to 9 August 2021, give or take a day]", "[2019-08-31..2021-08-10]"),
        ("1398-10-13? solar-hijri", "13 Dey 1398, uncertain [3 January 2020]", "2020-01-03?"),
        ("2559~ buddhist", "around 2559 BE [1 January 2016 to 31 December 2016]", "2016~"),
        ("2559-02% buddhist", "around February 2559 BE, uncertain [1 February 2016 to 29 February 2016]", "2016-02%"),
    ],
)  # fmt: skip
def test_a_span_or_a_doubt_of_another_calendar(text: str, words: str, edtf: str) -> None:
    """Its ends are days; a mark stays if what it marks is one day, month or year of ours."""
    date, same = dates.parse(text), dates.parse(edtf)
    assert (date.text, date.written, date.kind) == (edtf, text, same.kind)
    assert dates.words(date, ENGLISH) == words
    assert (date.earliest, date.latest) == (same.earliest, same.latest)
    assert date.first == same.first


LIBRARIES = {
    # As convertdate 2.5.1 (persian, islamic) and jdatetime 6.1.1 have them.
    "1277-01-01 solar-hijri": "1898-03-21",
    "1300-07-15 solar-hijri": "1921-10-07",
    "1342-03-15 solar-hijri": "1963-06-05",
    "1359-06-31 solar-hijri": "1980-09-22",
    "1375-12-30 solar-hijri": "1997-03-20",
    "1388-03-22 solar-hijri": "2009-06-12",
    "1408-12-30 solar-hijri": "2030-03-20",
    "1502-12-29 solar-hijri": "2124-03-19",
    "0100-06-15 lunar-hijri": "0719-01-16",
    "0656-02-04 lunar-hijri": "1258-02-17",
    "1300-12-30 lunar-hijri": "1883-11-01",
    "1400-01-01 lunar-hijri": "1979-11-21",
    "1439-12-30 lunar-hijri": "2018-09-11",
    "1446-09-01 lunar-hijri": "2025-03-01",
    "2999-12-29 lunar-hijri": "3532-03-29",
}


@pytest.mark.parametrize("text", LIBRARIES)
def test_days_are_those_of_libraries(text: str) -> None:
    """For the two libraries that use the same rules."""
    date = in_calendar(text)
    assert date is not None
    assert [str(day) for day in date.days] == [LIBRARIES[text]] * 2


@pytest.mark.parametrize("calendar", CALENDARS)
def test_each_month_follows_the_one_before(calendar: CalendarName) -> None:
    """No day is missing or repeated at the end of any month or year."""
    years = YEARS[calendar]
    before = None
    for year in range(years.start, min(years.stop, years.start + 1000)):
        for month in range(1, 13):
            found = in_calendar(f"{year:04}-{month:02} {calendar}")
            assert found is not None
            first, last = found.days
            assert days_between(first, last) + 1 == days_in_month(calendar, year, month)
            assert before is None or days_between(before, first) == 1, (year, month)
            before = last


def test_years_with_a_day_more() -> None:
    """Of thirty lunar years, these; of thirty-three solar years, these."""
    lunar = [year for year in range(1, 31) if days_in_month("lunar-hijri", year, 12) == 30]
    assert lunar == [2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29]
    solar = [year for year in range(1375, 1409) if days_in_month("solar-hijri", year, 12) == 30]
    assert solar == [1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1398-13 solar-hijri", "has the month 13"),
        ("1398-00 solar-hijri", "has the month 00"),
        ("1398-12-30 solar-hijri", "has the day 30 in a month of 29 days"),
        ("1398-07-31 solar-hijri", "has the day 31 in a month of 30 days"),
        ("1441-02-30 lunar-hijri", "has the day 30 in a month of 29 days"),
        ("1276 solar-hijri", "write one from 1277 to 1502"),
        ("1503 solar-hijri", "write one from 1277 to 1502"),
        ("0000 lunar-hijri", "write one from 1 to 9999"),
        ("2483 buddhist", "write one from 2484 to 9999"),
        ("2559-02-30 buddhist", "has the day 30 in a month of 29 days"),
        ("۱۳۹۸ solar-hijri", "in digits before the calendar|without spaces"),
        (
            "1398~ solar-hijri",
            r'not a single year, month or day of the Gregorian calendar; .* `"\[1397..1399\] solar-hijri"`',
        ),
        ("1398-10? solar-hijri", "has a `\\?`, but is not a single year, month or day"),
        ("1441-05-05? lunar-hijri", r'`"\[1440..1442\] lunar-hijri"`'),
        ("139X solar-hijri", r'for a decade its years, `"\[1390..1399\] solar-hijri"`'),
        (
            "1398-21 solar-hijri",
            r'for a season its months, such as `"\[1398-01..1398-03\] solar-hijri"`',
        ),
        ("1394~/1396 solar-hijri", "in a span of another calendar"),
        ("[1394..1396?] solar-hijri", "in a span of another calendar"),
        ("[..] solar-hijri", "open at both ends"),
        ("../.. solar-hijri", "open at both ends"),
        ("1396/1394 solar-hijri", "ends before it starts"),
        ("[1396..1394] solar-hijri", "ends before it starts"),
        ("[1396..139X] solar-hijri", "in digits before the calendar"),
        ("[1398 solar-hijri", "in digits before the calendar"),
        ("1394..1396] solar-hijri", "in digits before the calendar"),
        ("[1394..1395..1396] solar-hijri", "in digits before the calendar"),
        ("1398-13/1399 solar-hijri", "has the month 13"),
        ("13 Dey 1398 solar-hijri", "such as `1398-10-13 solar-hijri`"),
        ("1398/10/13 solar-hijri", "more than one `/`"),
    ],
)
def test_what_is_not_a_date_of_a_calendar(text: str, message: str) -> None:
    """It is refused, with what to write."""
    with pytest.raises(DateError, match=message):
        dates.parse(text)


def told(language: str, text: str, **fields: object) -> MadeUp:
    """A fact that quotes a whole document."""
    return {"language": language, "quote": text, **fields}


DEY, JUMADA = "1398-10-13 solar-hijri", "1441-05-05 lunar-hijri"


@pytest.mark.parametrize(
    ("language", "text", "when", "said"),
    [
        ("fa", "او در ۱۳ دی ۱۳۹۸ رفت.", DEY, True),
        ("fa", "او در ۱۳۹۸/۱۰/۱۳ رفت.", DEY, True),
        ("fa", "او در ۱۴ دی ۱۳۹۸ رفت.", DEY, False),
        ("fa", "از سال ۱۳۹۴ تا ۱۳۹۶ آنجا بود.", "1394/1396 solar-hijri", True),
        ("fa", "از سال ۱۳۹۴ تا ۱۳۹۷ آنجا بود.", "1394/1396 solar-hijri", False),
        ("fa", "حدود ۱۳ دی ۱۳۹۸ رفت.", "1398-10-13~ solar-hijri", True),
        ("fa", "او در ۱۳ بهمن ۱۳۹۸ رفت.", DEY, False),
        ("fa", "او در ۱۳ دی ۱۳۹۹ رفت.", DEY, False),
        ("fa", "او در دی ۱۳۹۸ رفت.", "1398-10 solar-hijri", True),
        ("fa", "او در سال ۱۳۹۸ رفت.", "1398 solar-hijri", True),
        ("fa", "او در ۱۳ جدی ۱۳۹۸ رفت.", DEY, True),
        ("en", "He left on 13 Dey 1398.", DEY, True),
        ("en", "He left in May 1441 AH.", JUMADA, False),
        ("en", "He left on 5 Jumada I 1441.", JUMADA, True),
        ("ar", "غادر في ٥ جمادى الأولى ١٤٤١ هـ.", JUMADA, True),
        ("ar", "غادر عام 1441 هـ.", "1441 lunar-hijri", True),
        ("ar", "غادر في ٥ جمادى الآخرة ١٤٤١ هـ.", JUMADA, False),
        ("de", "Er ging am 13. Dei 1398.", DEY, True),
        ("fr", "Il partit le 13 dey 1398.", DEY, True),
        ("es", "Salió el 13 de dey de 1398.", DEY, True),
        ("ru", "Он ушёл 13 дея 1398 года.", DEY, True),
        ("th", "เขาไปเมื่อวันที่ 15 มีนาคม พ.ศ. 2559", "2559-03-15 buddhist", True),
        ("th", "เขาไปเมื่อวันที่ 15 เมษายน พ.ศ. 2559", "2559-03-15 buddhist", False),
        ("th", "เขาไปเมื่อปี 2559", "2559 buddhist", True),
        ("th", "เขาไปเมื่อปี 2559", "2016", False),
        # The number of such a year is no year after Christ.
        ("fa", "او در ۱۳ دی ۱۳۹۸ رفت.", "1398", False),
        ("ar", "غادر عام 1441 هـ.", "1441", False),
        ("en", "He left in 1441 AH.", "1441", False),
        ("en", "He left in AH 1441.", "1441", False),
        ("en", "He left in Dey 1398.", "1398", False),
        ("en", "He left in 1441.", "1441", True),
        ("fa", "او در سال ۱۳۹۸ رفت.", "1398", False),  # the usual calendar needs no mark
        ("fa", "او در سال ۱۳۹۸ میلادی رفت.", "1398", True),
        ("fa", "او در سال ۱۹۹۸ رفت.", "1998", True),
        ("en", "He met Asad in 2016.", "2016", True),
        # A Gregorian date that we convert is not the document's.
        ("fa", "او در ۱۳ دی ۱۳۹۸ رفت.", "2020-01-03", False),
    ],
)
def test_dates_in_evidence(language: str, text: str, when: str, said: bool) -> None:
    """The day, month and year of the calendar are in the passages."""
    fact = {"quote": text, "when": when, "when_as_stated": text}
    atlas = made_up({"report/a": fact}, documents={"report": {"language": language}})
    found = complaints(dates_are_in_evidence, atlas)
    assert found == ([] if said else ["report/a when: date-not-in-quote"])


def test_a_date_of_another_calendar_needs_its_words() -> None:
    """So that readers see what was converted."""
    fact = {"quote": "He left on 13 Dey 1398.", "when": DEY}
    assert complaints(open_dates_have_their_words, made_up({"report/a": fact})) == [
        "report/a when: date-words"
    ]
    worded = {**fact, "when_as_stated": "on 13 Dey 1398"}
    assert complaints(open_dates_have_their_words, made_up({"report/a": worded})) == []


def test_the_time_of_an_answer_is_that_of_its_calendar() -> None:
    """With its conversion, which is ours."""
    fact = {**CHOSEN, "when": "1398-10 solar-hijri", "when_as_stated": "Sentence"}
    atlas = of(fact)
    desk = Desk(atlas, find_out(atlas), "questions/why.md")
    converted = "Dey 1398 [22 December 2019 to 20 January 2020]"
    assert times(atlas.answers["questions/why"], desk) == converted


def test_a_statement_may_have_the_converted_date() -> None:
    """As the conversion is ours, and is shown; another date it may not have."""
    fact = {"quote": "He left on 13 Dey 1398.", "when": DEY}
    for statement, right in (
        ("He left on 3 January 2020.", True),
        ("He left on 13 Dey 1398.", True),
        ("He left on 4 February 2020.", False),
    ):
        atlas = made_up({"report/a": {**fact, "statement": statement}})
        found = [
            *complaints(numbers_are_in_evidence, atlas),
            *complaints(months_are_in_evidence, atlas),
        ]
        assert (found == []) is right


def test_exports_have_the_date_as_the_document_counts_it() -> None:
    """Of an amount, a relation, a speaker and the document itself, in tables and linked data."""
    year, month = "1398 solar-hijri", "1398-10 solar-hijri"
    fact = {
        "figures": [{"as_stated": "12 men", "number": 12, "unit": "person", "as_of": month}],
        "relations": [{"subject": "people/ada", "relation": "member-of", "object": "units/guild", "from": year, "to": month}],
        "attributed_to": "a guard",
        "attributed_as": "a guard said",
        "said_on": DEY,
        "via": [{"who": "a clerk", "said_on": month}],
    }  # fmt: skip
    document = {"dates": [{"of": "written", "date": year, "as_stated": "1398"}]}
    entities: dict[str, MadeUp] = {"people/ada": {}, "units/guild": {}}
    atlas = made_up({"report/a": fact}, documents={"report": document}, entities=entities)
    data = fact_data(claim(atlas, "a"), atlas)
    cells = {
        table.name: [{name: get(row) for name, get in table.columns} for row in table.rows(data)]
        for table in OF_FACTS
    }
    assert cells["figures"][0]["as_of_in_calendar"] == month
    (relation,) = cells["relations"]
    assert (relation["from_in_calendar"], relation["to_in_calendar"]) == (year, month)
    assert [one["said_on_in_calendar"] for one in cells["speakers"]] == [DEY, month]
    report = atlas.documents["sources/report"]
    row = {name: get(source_data(report, atlas)) for name, get in SOURCES.columns}
    assert (row["written_in_calendar"], row["published_in_calendar"]) == ([year], [])
    names = LinkedNames(atlas, "data/facts.jsonld")
    node: Any = claim_node(data, "", "", names)
    assert node["figures"][0]["asOfInCalendar"] == month
    linked = node["relations"][0]
    assert (linked["fromInCalendar"], linked["toInCalendar"]) == (year, month)
    dated: Any = document_node(report, names)
    assert dated["knownFrom"][0]["dateInCalendar"] == year
