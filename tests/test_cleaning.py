"""A seed has no invisible characters, and each letter is in its usual form."""

from __future__ import annotations

import pytest

from generator.intake.cleaning import cleaned, doubts_about, raised, with_line_ends
from generator.text.characters import refusals


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("the chief conﬁrmed ﬁfty eﬀorts", "the chief confirmed fifty efforts"),
        ("ﺳﻼﻡ ﻋﻠﯿﻜﻢ", "سلام علیكم"),
        ("The guild (\u200fصنف\u200f) \u2067صنف\u2069", "The guild (صنف) صنف"),
        ("from/\u200bto the\ufeff tower\u2060—in", "from/to the tower—in"),
        ("tow\xader and tow\x02er and tow\ufffeer", "tower and tower and tower"),
        ("tow\xad", "tow\xad"),
        ("tow\x02", "tow\xad"),
        ("می‌خواهم", "می‌خواهم"),
        ("می‌ خواهم", "می خواهم"),
        ("café Zürich", "café Zürich"),
        ("12\u202f300 and 12\u00a0300 and 5\u00a0km, «\u00a0oui\u202f»", "12\u202f300 and 12\u00a0300 and 5 km, « oui »"),
        ("a\tb\u2003c", "a b c"),
        ("\uf0b7 one", "• one"),
        ("a \ue123 b", "a \ufffd b"),
        ("行会在三月", "行会在三月"),
        ("☎️ 👍", "☎️ 👍"),
    ],
)  # fmt: skip
def test_a_line_is_cleaned(text: str, clean: str) -> None:
    """Nothing is left that a record may not quote."""
    assert cleaned(text) == clean
    assert [*refusals(clean)] == []
    assert cleaned(clean) == clean


def test_line_ends() -> None:
    """Those of every system, and without a mark at the beginning."""
    assert with_line_ends("\ufeffa\r\nb\rc\x85d\u2028e\vf\fg") == "a\nb\nc\nd\ne\nf\fg"


def test_letters_without_a_meaning_are_reported() -> None:
    """With what is around the first."""
    (remark,) = doubts_about("The guild took \ufffd bells and \ufffd ropes.")
    assert remark.doubt
    assert (
        remark.what
        == "2 characters have no meaning outside the original's font, and are now \ufffd"
    )
    assert remark.shown == "The guild took \ufffd bells and \ufffd ropes."
    assert [*doubts_about("The guild took it.")] == []


def test_raised_digits() -> None:
    """The mark of a note is no digit of the number before it."""
    assert f"70,000{raised('12')} men" == "70,000¹² men"
