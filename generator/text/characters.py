"""Which characters a file may not contain, and why: nobody can review what can't be seen.

Some are allowed on purpose: no-break and other wide spaces and the soft hyphen (the quote contract
folds them), the replacement character U+FFFD (it can be seen), and code points that are not
assigned yet (Python's versions differ in these).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple


class _CharacterRule(NamedTuple):
    rule: str
    characters: str  # the inside of a regular expression's [ ]
    why: str


UNSEEN = "delete from the character before this column to the one after it, and retype those two"
"""What to do about a character that an editor does not show."""

_KINDS = (
    _CharacterRule("yaml-tab", "\t", "there is a tab here; type a space in its place"),
    _CharacterRule(
        "yaml-line-break",
        "\r\x85\u2028\u2029",
        "is a line break only in some programs; write a plain line break",
    ),
    _CharacterRule(
        "yaml-control",
        "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f",
        "is a control character; remove it",
    ),
    _CharacterRule(
        "yaml-bidi",
        "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
        f"changes the order in which a line is shown; {UNSEEN}",
    ),
    _CharacterRule(
        "yaml-joiner",
        "\u200c\u200d",
        f"is allowed only between two letters of a script that joins letters; {UNSEEN}",
    ),
    _CharacterRule(
        "yaml-joiner",
        "\ufe0e\ufe0f",
        f"is allowed only after a symbol; {UNSEEN}",
    ),
    _CharacterRule(
        "yaml-invisible",
        "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164"
        "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
        "\U000e0000-\U000e0fff",
        f"can't be seen; {UNSEEN}",
    ),
    _CharacterRule(
        "yaml-surrogate",
        "\ud800-\udfff",
        "is half a character; write the whole character",
    ),
    _CharacterRule(
        "yaml-private-use",
        "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        "has no agreed meaning; write the character that you mean",
    ),
    _CharacterRule(
        "yaml-noncharacter",
        "\ufdd0-\ufdef" + "".join(chr(plane << 16 | 0xFFFE) + "-" + chr(plane << 16 | 0xFFFF)
                                  for plane in range(17)),
        "is not a character; remove it",
    ),
)  # fmt: skip

RULES = {
    "yaml-tab": "No tabs, raw or escaped.",
    "yaml-line-break": "A line ends with LF or CRLF: no lone CR, NEL, U+2028 or U+2029.",
    "yaml-control": "No control characters, raw or escaped.",
    "yaml-bidi": "No character that changes the order in which text is shown.",
    "yaml-joiner": "U+200C and U+200D only between letters of scripts that need them (Arabic, "
    "Indic and their kin); U+FE0E and U+FE0F only after a symbol.",
    "yaml-invisible": "No character that can't be seen: zero width, fillers, tags.",
    "yaml-surrogate": "No half characters.",
    "yaml-private-use": "No private-use characters.",
    "yaml-noncharacter": "No code points that Unicode says are not characters.",
}
"""What each rule of this module asks for."""

REFUSED = re.compile("[" + "".join(kind.characters for kind in _KINDS) + "]")
"""Any character that is refused everywhere, or everywhere except beside certain others."""

_PERHAPS_MARKS = re.compile(r"[^\w\s\x00-\u02ff]{9,}")

_UNCOMMON = re.compile(r"[^\n -~¡-¬®-ɏ‐-‧]")
"""Any character but those that most texts are made of, which are quickly passed over."""

_CLASSES = tuple((re.compile(f"[{kind.characters}]"), kind) for kind in _KINDS)

_JOINING = re.compile(
    "[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]{2}"  # Arabic, Syriac, N'Ko, Mandaic
    "|[\u0900-\u0dff]{2}|[\u1000-\u109f]{2}|[\u1780-\u17ff]{2}|[\u1800-\u18af]{2}"
)


class Refusal(NamedTuple):
    """A character that is not allowed at this index of the text, with the rule and the message."""

    position: int
    rule: str
    message: str


def refusals(text: str) -> Iterator[Refusal]:
    """Every character of a text that can't be seen or means different things to programs."""
    for hit in _UNCOMMON.finditer(text):
        index = hit.start()
        if REFUSED.match(text, index) and not allowed(text, index):
            yield refusal(text, index)


def refusal(text: str, index: int) -> Refusal:
    """The refusal of the character at an index, with its number and its name in the message."""
    char = text[index]
    kind = next(kind for pattern, kind in _CLASSES if pattern.match(char))
    name = unicodedata.name(char, "")
    label = f"U+{ord(char):04X} {name}".rstrip()
    told = kind.why if char == "\t" else f"{label} {kind.why}"
    return Refusal(index, kind.rule, told)


def allowed(text: str, index: int) -> bool:
    """Whether a character is a joiner between letters of one script, or an emoji style after a symbol."""
    char = text[index]
    before, after = text[max(index - 1, 0) : index], text[index + 1 : index + 2]
    if char in "\u200c\u200d":
        letters = all(unicodedata.category(near)[0] in "LM" for near in before + after)
        return letters and _JOINING.fullmatch(before + after) is not None
    if char in "\ufe0e\ufe0f":
        symbol = before != "" and unicodedata.category(before)[0] == "S"
        return symbol and (before in "©®" or before >= "\u2100")
    return False


def without_refused(text: str) -> str:
    """A document's text as pages may show it: without characters that are refused in records."""
    if text.isascii() and text.isprintable():
        return text
    return REFUSED.sub(
        lambda hit: hit[0] if allowed(text, hit.start()) else " " * hit[0].isspace(), text
    )


def piled_marks(text: str, most: int) -> int:
    """The index of the first of more than `most` marks, at least 8, on one letter; -1 for none."""
    if not text.isascii():
        for run in _PERHAPS_MARKS.finditer(text):
            if len(run[0]) > most and all(map(unicodedata.combining, run[0][: most + 1])):
                return run.start()
    return -1


def place(text: str, index: int) -> tuple[int, int]:
    """The line and column, from 1, of an index into a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
