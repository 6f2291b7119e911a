"""Dates of works: in each form of a bibliography they mean what the record says, and no more."""

from __future__ import annotations

import json
import warnings
from typing import Any

import edtf
import pytest
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from pybtex.database.input.bibtex import Parser

from generator.data.bibliography import as_bibtex, as_csl, as_ris
from generator.data.work_dates import WorkDate, biblatex, csl, exact, iso, ris
from generator.data.works import PAGE, Work
from generator.text import dates
from generator.text.dates import Edtf
from tests.project import configured
from tests.test_dates import TEXTS

ENGLISH = configured().dates


def dated(text: str) -> WorkDate:
    """A date with its words."""
    date = dates.parse(text)
    return WorkDate(date, dates.words(date, ENGLISH))


# text: exact, BibLaTeX, CSL, RIS, ISO 8601
FORMS: dict[str, tuple[str, str, dict[str, Any], str, str]] = {
    "1904": ("1904", "1904", {"date-parts": [[1904]]}, "1904///", "1904"),
    "1904-05": ("1904-05", "1904-05", {"date-parts": [[1904, 5]]}, "1904/05//", "1904-05"),
    "1904-05-31": (
        "1904-05-31",
        "1904-05-31",
        {"date-parts": [[1904, 5, 31]]},
        "1904/05/31/",
        "1904-05-31",
    ),
    "1904~": ("", "1904~", {"date-parts": [[1904]], "circa": True}, "///around 1904", ""),
    "1904-05?": (
        "",
        "1904-05?",
        {"date-parts": [[1904, 5]], "circa": True},
        "///May 1904, uncertain",
        "",
    ),
    "1904%": (
        "",
        "1904%",
        {"date-parts": [[1904]], "circa": True},
        "///around 1904, uncertain",
        "",
    ),
    "1904-21": ("", "1904-21", {"date-parts": [[1904]], "season": 1}, "///spring 1904", ""),
    "1904-24": ("", "1904-24", {"date-parts": [[1904]], "season": 4}, "///winter 1904", ""),
    "190X": ("", "190X", {"literal": "1900s"}, "///1900s", ""),
    "19XX": ("", "19XX", {"literal": "20th century"}, "///20th century", ""),
    "1903/1904": (
        "",
        "1903/1904",
        {"date-parts": [[1903], [1904]]},
        "///from 1903 to 1904",
        "1903/1904",
    ),
    "1903-21/1904": (
        "",
        "1903-21/1904",
        {"literal": "from spring 1903 to 1904"},
        "///from spring 1903 to 1904",
        "",
    ),
    "1903/..": ("", "1903/..", {"literal": "from 1903 on"}, "///from 1903 on", "1903/.."),
    "../1904": ("", "../1904", {"literal": "until 1904"}, "///until 1904", "../1904"),
    "[1903..1904]": ("", "", {"literal": "1903 or 1904"}, "///1903 or 1904", ""),
    "[..1904]": ("", "", {"literal": "by 1904"}, "///by 1904", ""),
    "[1904..]": ("", "", {"literal": "1904 or later"}, "///1904 or later", ""),
    "XXXX-05-31": (
        "",
        "",
        {"literal": "31 May, year not given"},
        "///31 May, year not given",
        "",
    ),
    "-0043": ("", "-0043", {"date-parts": [[-44]]}, "///44 BC", "-0043"),
    "0000": ("", "0000", {"date-parts": [[-1]]}, "///1 BC", "0000"),
    "1398-10-13 solar-hijri": (
        "2020-01-03",
        "2020-01-03",
        {"date-parts": [[2020, 1, 3]]},
        "2020/01/03/",
        "2020-01-03",
    ),
}


@pytest.mark.parametrize("text", FORMS)
def test_a_date_in_each_form(text: str) -> None:
    """As far as the form has signs for it; else in words, or not at all."""
    given = dated(text)
    found = exact(given.date), biblatex(given.date), csl(given), ris(given), iso(given.date)
    assert found == FORMS[text]


@given(TEXTS)
def test_a_date_means_what_it_meant(text: str) -> None:
    """The days that a form gives are those of the record; where it can't, it gives words alone."""
    try:
        given = dated(text)
    except dates.DateError:
        return
    for written in filter(None, (biblatex(given.date), iso(given.date), exact(given.date))):
        again = dates.parse(written)
        assert _days(again) == _days(given.date)
        assert edtf.parse_edtf(written) is not None
    told = csl(given)
    if "literal" in told:
        assert told == {"literal": given.words}
    elif "season" not in told:
        ends = [dates.parse(_edtf(parts)) for parts in told["date-parts"]]  # type: ignore[attr-defined]
        assert (ends[0].earliest, ends[-1].latest) == _days(given.date)
        marked = any(one.approximate or one.uncertain for one in given.date.points)
        assert told.get("circa", False) == marked


def _days(date: Edtf) -> tuple[object, object]:
    return date.earliest, date.latest


def _edtf(parts: list[int]) -> str:
    """The parts of CSL, which has no year 0, as EDTF."""
    year = parts[0] if parts[0] > 0 else parts[0] + 1
    if abs(year) > 9999:
        return f"Y{year}"
    sign = "-" if year < 0 else ""
    return "-".join([f"{sign}{abs(year):04}", *(f"{part:02}" for part in parts[1:])])


def works(text: str) -> list[Work]:
    """A document that was published then, and a claim about that time."""
    when = dated(text)
    issued = exact(when.date)
    about = None if issued else when
    return [
        Work(key="document-a", form=PAGE, title="A", issued=issued, issued_about=about),
        Work(key="f-1", form=PAGE, title="B", happened=when),
    ]


@pytest.mark.parametrize("text", FORMS)
def test_programs_read_it_back(text: str) -> None:
    """BibTeX, RIS and CSL-JSON, as pybtex, rispy and citeproc-py read them."""
    _, in_bibtex, in_csl, in_ris, _ = FORMS[text]
    document, claim = works(text)
    entries = Parser().parse_string(as_bibtex([document, claim])).entries
    fields = entries["document-a"].fields
    year, *_ = document.issued.split("-")
    assert fields["year"] == (year or dated(text).words)
    assert fields.get("date", "") == ("" if document.issued else in_bibtex)
    assert entries["f-1"].fields.get("eventdate", "") == in_bibtex
    (read, _) = rispy.loads(as_ris([document, claim]))
    assert read["date"] == in_ris
    assert read.get("year", "") == year
    items = json.loads(as_csl([document, claim]))
    assert items[0]["issued"] == in_csl
    assert items[1]["event-date"] == in_csl
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields that citeproc-py does not know
        source = CiteProcJSON(items[:1])
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        page = CitationStylesBibliography(style, source, formatter.plain)
        page.register(Citation([CitationItem("document-a")]))
        shown = str(page.bibliography()[0])
    for number in in_csl.get("date-parts", [[]])[0][:1]:
        assert str(abs(number)) in shown
