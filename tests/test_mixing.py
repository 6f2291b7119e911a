"""Words that imitate others are told from words that only look unusual."""

from __future__ import annotations

import pytest

from generator.text.mixing import as_it_looks, of_several_scripts, taken_apart


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the squаre", "squаre"),  # Cyrillic а
        ("Hοle", "Hοle"),  # Greek omicron
        ("UΝ", "UΝ"),
        ("Ꮋale", "Ꮋale"),
        ("Ваda", "Ваda"),
        ("قاسمQasem", "قاسمQasem"),
        ("𝐐asem", "𝐐asem"),  # a letter of sums
        ("ISＩS", "ISＩS"),  # a wide letter
        ("Տmith", "Տmith"),  # Armenian
    ],
)
def test_a_word_of_two_scripts_is_found(text: str, word: str) -> None:
    """The first such word, with both scripts."""
    found = of_several_scripts(text)
    assert found is not None
    assert found[0] == word
    assert found[1] < found[2]


@pytest.mark.parametrize(
    "text",
    [
        "square",
        "“Šešelj’s” naïve Đoković",
        "Касем Сулеймани (Qasem)",
        "قاسم سلیمانی",
        "می‌خواهم",  # a joiner between two words of one
        "Tシャツ と 漢字かな",
        "한국어 漢字",
        "π-meson, 5 µm, 10 m², 1ª, x₁",
        "Т-72 and T-72",
        "Ｑａｓｅｍ",
        "𝐐𝐚𝐬𝐞𝐦, ℓ-adic, ℝ",
        "ＮＨＫ放送",
        "ｱ表 コーヒー ㄅ字 佐々木",  # a half-wide letter, and signs of several scripts
        "K팝",
        "𝔸ℂ 𝒜ℬ 𝔄ℭ",  # letters of formulas, of which some are older than the others
        "п\u02bcять, µм, \u00aaя, \u00baя, яⁿ",  # signs beside letters of any script
        "Հայաստան",
        "ᏣᎳᎩ",
        "עִבְרִית",
    ],
)
def test_what_languages_write_is_left(text: str) -> None:
    """Each word is of one script, or of scripts that its language mixes."""
    assert of_several_scripts(text) is None


def test_accents_apart_from_their_letters() -> None:
    """The word is named; what can't be composed stays."""
    assert taken_apart("Eve Ha\u0308le") == "Ha\u0308le"
    assert taken_apart("Eve Häle") == ""
    assert taken_apart("x\u0301") == ""
    assert taken_apart("plain") == ""
    assert (
        taken_apart("Eve\u2000Häle") == "Eve\u2000Häle"
    )  # a space that is two characters in Unicode


def test_shapes() -> None:
    """Letters of the same shape are one."""
    assert as_it_looks("АСЕ") == "ACE"
    assert as_it_looks("ΙΝ") == "IN"
    assert as_it_looks("жук") == "жyк"
    assert as_it_looks("ՕՏ") == "OS"
    assert as_it_looks("ＩＳＩＳ") == as_it_looks("𝐈𝐒𝐈𝐒") == as_it_looks("ꓲꓢꓲꓢ") == "ISIS"
