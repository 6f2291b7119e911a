"""Dates of drafts: as records write them, with the words that say them."""

from __future__ import annotations

import pytest

from generator.config.lexicon import Lexicon
from generator.load.folder import Shelf
from generator.load.languages import read_languages
from generator.review.draft_dates import dates_in
from generator.text.folding import fold_line
from tests.made_up import made_up
from tests.project import ROOT


def words_of(language: str) -> Lexicon:
    """The words of a language, or of the site's own."""
    if language == "en":
        return made_up({}).config.words_of("en")
    return read_languages(Shelf(ROOT), [language])[language]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "They came in 44 B.C. and left.", [("-0043", "44 B.C.")]),
        ("en", "From 50 to 44 BC it rang.", [("-0049", "50"), ("-0043", "44 BC")]),
        ("en", "On 5 Mordad 1403 it burnt.", [("1403-05-05 solar-hijri", "5 Mordad 1403")]),
        ("en", "In Ramadan 1400 AH it rang.", [("1400-09 lunar-hijri", "Ramadan 1400 AH")]),
        ("en", "In 1441 AH, and AH 1442.", [("1441 lunar-hijri", "1441 AH"), ("1442 lunar-hijri", "AH 1442")]),
        ("en", "On 31 Mehr 1403 and 3 March 1903.", [("1403", "1403"), ("1903-03-03", "3 March 1903")]),
        ("en", "In 1403 it may ring.", [("1403", "1403")]),
        ("en", "In 2015–18 it rang.", [("[2015..2018]", "2015-18")]),
        ("en", "In 2018-15 it rang.", [("2018", "2018")]),
        ("en", "From 1903-1905, and 1906.", [("[1903..1905]", "1903-1905"), ("1906", "1906")]),
        ("en", "Between January and May 2016.", [("[2016-01..2016-05]", "January and May 2016")]),
        ("en", "From 3 May 1903 to 5 May 1903.", [("[1903-05-03..1903-05-05]", "3 May 1903 to 5 May 1903")]),
        ("en", "In January and May 2016.", [("XXXX-01", "January"), ("2016-05", "May 2016")]),
        ("en", "Between May and January 2016.", [("XXXX-05", "May"), ("2016-01", "January 2016")]),
        ("fa", "او در ۱۳ دی ۱۳۹۸ رفت.", [("1398-10-13 solar-hijri", "۱۳ دی ۱۳۹۸")]),
        ("fa", "او در سال ۱۳۹۸ رفت.", [("1398 solar-hijri", "۱۳۹۸")]),
        ("fa", "او در سال ۴۴ پیش از میلاد رفت.", [("-0043", "۴۴ پیش از میلاد")]),
        ("fa", "او در ۳ مارس ۱۹۰۳ رفت.", [("1903-03-03", "۳ مارس ۱۹۰۳")]),
        ("ar", "غادر عام 1441 هـ.", [("1441 lunar-hijri", "1441 هـ")]),
    ],
)  # fmt: skip
def test_dates(language: str, text: str, found: list[tuple[str, str]]) -> None:
    """Of every calendar and era; a day that its calendar lacks is no date of it."""
    folded = fold_line(text)
    dates = dates_in(folded, 0, len(folded), words_of(language))
    expected = [(date, fold_line(words)) for date, words in found]
    assert [(date, folded[start:end]) for date, start, end in dates] == expected
