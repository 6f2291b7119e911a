"""Characters: which are refused by which rule, to the ends of each range, and what is let through."""

from __future__ import annotations

import pytest

from generator.text.characters import REFUSED, RULES, allowed, place, refusals, without_refused

KINDS = {
    "yaml-tab": "\t",
    "yaml-line-break": "\r\x85\u2028\u2029",
    "yaml-control": "\x00\x08\x0b\x0c\x0e\x1f\x7f\x84\x86\x9f",
    "yaml-bidi": "\u061c\u200e\u200f\u202a\u202e\u2066\u2069",
    "yaml-joiner": "\u200c\u200d\ufe0e\ufe0f",
    "yaml-invisible": "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180f\u200b\u2060\u2065\u206a\u206f"
    "\u2800\u3164\ufe00\ufe0d\ufeff\uffa0\ufff0\ufffb\U0001bca0\U0001bca3\U0001d173\U0001d17a"
    "\U000e0000\U000e0fff",
    "yaml-surrogate": "\ud800\udfff",
    "yaml-private-use": "\ue000\uf8ff\U000f0000\U000ffffd\U00100000\U0010fffd",
    "yaml-noncharacter": "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff",
}
"""By rule, characters that it refuses: the first and the last of each range."""

LET_THROUGH = (
    "\n !-~\xa0\xad\u034e\u0350\u061b\u061d\u115e\u1161\u17b3\u17b6\u180a\u1810\u2007\u200a\u2010"
    "\u2027\u202f\u205f\u2070\u27ff\u2801\u3000\u3163\u3165\ud7ff\uf900\ufdcf\ufdf0\ufdff\ufe10"
    "\ufefe\uff9f\uffa1\uffef\ufffc\ufffd\U0001bc9f\U0001bca4\U0001d172\U0001d17b\U0001fffd"
    "\U000dfffd\U000e1000\U000efffd"
)
"""Those beside the ranges, and wide spaces, the soft hyphen and the replacement character."""


def found(text: str) -> list[tuple[int, str]]:
    """The characters that are refused: where, and by which rule."""
    return [(one.position, one.rule) for one in refusals(text)]


def test_every_rule_has_its_characters() -> None:
    """The table is complete."""
    assert KINDS.keys() == RULES.keys()


@pytest.mark.parametrize("rule", KINDS)
def test_a_character_is_refused_by_its_rule(rule: str) -> None:
    """Wherever it is, and beside others of its kind; the message has its number."""
    for character in KINDS[rule]:
        assert REFUSED.fullmatch(character)
        assert found(f"a{character}b") == [(1, rule)], ascii(character)
        (told,) = refusals(character)
        named = "there is a tab" if character == "\t" else f"U+{ord(character):04X} "
        assert told.message.startswith(named)
    assert found(KINDS[rule]) == [(index, rule) for index in range(len(KINDS[rule]))]


def test_a_refusal_names_the_character() -> None:
    """By its number, and by its name if it has one."""
    tab, space = refusals("\t\u200b")
    assert tab.message == "there is a tab here; type a space in its place"
    assert space.message.startswith("U+200B ZERO WIDTH SPACE can't be seen; ")


@pytest.mark.parametrize("character", [*LET_THROUGH, "X"], ids=ascii)
def test_any_other_character_is_let_through(character: str) -> None:
    """Also what looks strange, if it can be seen or a quotation may differ in it."""
    assert not REFUSED.match(character)
    assert found(f"a{character}b") == []


@pytest.mark.parametrize(
    ("text", "is_allowed"),
    [
        # A joiner, between two letters of one script that joins them.
        ("م|\u200c|ی", True),
        ("م|\u200d|ی", True),
        ("xمx م|\u200c|ی xمx", True),
        ("ﭐ|\u200c|﷼", False),  # a sign
        ("ﭐ|\u200c|ﻼ", True),
        ("क|\u200d|ष", True),
        ("क\u094d|\u200d|ष", True),
        ("က|\u200c|ခ", True),
        ("ក|\u200c|ខ", True),
        ("ᠠ|\u200c|ᠡ", True),
        ("م|\u200c|ष", False),
        ("م|\u200c|a", False),
        ("a|\u200c|م", False),
        ("a|\u200c|b", False),
        ("X|\u200c|X", False),
        ("م|\u200c|1", False),
        ("م|\u200c|؟", False),
        ("؟|\u200c|م", False),
        ("٣|\u200c|م", False),
        ("م|\u200c|", False),
        ("|\u200c|م", False),
        ("|\u200c|", False),
        ("|\u200c|مم", False),
        ("☺|\u200c|م", False),
        ("☺|\u200d|☺", False),
        # A style, after a symbol; whatever is after it.
        ("☺|\ufe0f|", True),
        ("☺|\ufe0e|", True),
        ("a☺|\ufe0f|a", True),
        ("©|\ufe0f|", True),
        ("®|\ufe0f|", True),
        ("℀|\ufe0f|", True),  # the first one after letters and signs
        ("™|\ufe0f|", True),
        ("£|\ufe0f|", False),
        ("+|\ufe0f|", False),
        ("℃|\ufe0f|", True),
        ("ℂ|\ufe0f|", False),  # a letter
        ("م|\ufe0f|م", False),
        ("X|\ufe0f|", False),
        ("|\ufe0f|☺", False),
        ("|\ufe0f|", False),
        # Nothing else, between whatever.
        ("م|\u200b|ی", False),
        ("☺|\u200b|", False),
        ("م|\u2060|ی", False),
    ],
)
def test_what_is_allowed_beside_others(text: str, is_allowed: bool) -> None:
    """Only there; elsewhere the same character is refused."""
    before, character, after = text.split("|")
    whole = before + character + after
    assert allowed(whole, len(before)) is is_allowed
    assert found(whole) == ([] if is_allowed else found_at(whole, len(before)))


def found_at(text: str, index: int) -> list[tuple[int, str]]:
    """The refusal of the one character at an index."""
    rule = next(rule for rule, characters in KINDS.items() if text[index] in characters)
    return [(index, rule)]


@pytest.mark.parametrize(
    ("text", "index", "line_and_column"),
    [
        ("", 0, (1, 1)),
        ("ab", 0, (1, 1)),
        ("ab", 1, (1, 2)),
        ("ab\n", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\ncd\nef", 7, (3, 2)),
        ("\n\nab", 0, (1, 1)),
        ("\nab", 1, (2, 1)),
        ("\nab", 2, (2, 2)),
        ("\n\nab", 1, (2, 1)),
        ("\n\nab", 3, (3, 2)),
    ],
)
def test_a_place_counts_from_one(text: str, index: int, line_and_column: tuple[int, int]) -> None:
    """Lines and columns, in code points."""
    assert place(text, index) == line_and_column


def test_a_document_is_shown_without_what_turns_the_text_around() -> None:
    """What can't be seen goes, a tab is a space, and a joiner between two letters stays."""
    assert without_refused("a\u202eb\u200bc\td") == "abc d"
    assert without_refused("می\u200cخواهم ☎\ufe0f") == "می\u200cخواهم ☎\ufe0f"
    assert without_refused("plain") == "plain"
