"""Names in other scripts: which way they run, and their language only where it is certain."""

from __future__ import annotations

import pytest

from generator.markup.inline import bdi
from generator.site import files
from generator.text.writing_systems import direction, is_unspaced, language_of, script_of
from tests.made_up import made_up


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("קאסם סולימאני", "he"),
        ("قاسم سلیمانی", "fa"),
        ("پاسداران", "fa"),
        ("قاسم سليماني", None),  # may be Arabic, Persian or another
        ("حسن روحاني", None),
        ("ذوالفقار علی بھٹو", None),  # Urdu, by two letters that Persian has not
        ("سلێمان", None),  # Kurdish
        ("Qasem Soleimani", None),
        ("X پ", "fa"),
        ("X", None),
        ("", None),
    ],
)
def test_letters_prove_a_language_or_none(name: str, language: str | None) -> None:
    """Hebrew by its script, Persian by letters that Arabic has not; nothing is guessed."""
    assert language_of(name) == language


@pytest.mark.parametrize(
    ("text", "script", "way"),
    [
        ("Qasem", "Latin", None),
        ("1905", "Latin", None),
        ("", "Latin", None),
        ("قاسم", "Arabic", "rtl"),
        ("«קאסם»", "Hebrew", "rtl"),
        ("3. ܐܒ", "Syriac", "rtl"),
        ("ދިވެހި", "Thaana", "rtl"),
        ("Касем (قاسم)", "Cyrillic", None),
        ("漢字", "Chinese", None),
    ],
)
def test_the_first_letter_tells_the_script(text: str, script: str, way: str | None) -> None:
    """Whatever stands before it; what has no letter is taken for Latin."""
    assert script_of(text) == script
    assert direction(text) == way


def test_scripts_without_spaces() -> None:
    """Thai, Lao, Burmese, Khmer, Japanese and Chinese; every other script has spaces."""
    assert all(map(is_unspaced, "กກကកのノ漢"))
    assert not any(map(is_unspaced, "Xxя5م א"))


def test_a_letter_without_a_name_is_of_some_script() -> None:
    """Unicode's names for Tangut are not in every Python."""
    assert script_of("\U00017000") in ("Latin", "Tangut")


@pytest.mark.parametrize(
    ("name", "language", "markup"),
    [
        ("Qasem", None, "<bdi>Qasem</bdi>"),
        ("قاسم", None, '<bdi dir="rtl">قاسم</bdi>'),
        ("قاسم", "ar", '<bdi dir="rtl" lang="ar">قاسم</bdi>'),
        ("سلیمانی", None, '<bdi dir="rtl" lang="fa">سلیمانی</bdi>'),
        ("علی", "ur", '<bdi dir="rtl" lang="ur">علی</bdi>'),
        ("קאסם", None, '<bdi dir="rtl" lang="he">קאסם</bdi>'),
    ],
)
def test_a_name_says_its_way_and_its_language(name: str, language: str | None, markup: str) -> None:
    """A record's word for the language goes before what the letters prove."""
    assert bdi(name, language) == markup


def test_pages_know_the_language_of_an_alias() -> None:
    """Wherever a spelling stands as one, its record says the language."""
    alias = {"name": "حسن", "language": "fa"}
    atlas = made_up({"report/a": {}}, entities={"people/hasan": {"name": "H", "aliases": [alias]}})
    pages = dict(files(atlas))
    for path in ("people/hasan.md", "people/index.md", "names/index.md"):
        assert '<bdi dir="rtl" lang="fa">حسن</bdi>' in pages[path], path
