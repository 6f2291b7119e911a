"""Escaping: a stranger's text is shown as typed, in Markdown and in HTML.

Everything on a page goes through `escape`, unless its type says that it is already markup.
Numeric entities mean the same in Markdown, in HTML and inside an attribute.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape

_MARKUP = '\\`*_[]<>&{}|#"~^'

_CONTROL = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)))

_SHOWN = {**{one: f"&#{ord(one)};" for one in _MARKUP}, **dict.fromkeys(_CONTROL, " ")}
"""What a special character becomes."""

_SPECIAL = re.compile(f"[{re.escape(''.join(_SHOWN))}]")

_SPECIAL_IN_LINES = re.compile(rf"(?!\n){_SPECIAL.pattern}")

_ELEMENT = re.compile(r"<[^<>]*>")

_SLOT = re.compile(r"\{(\w+)\}")

_ENDED = re.compile(r"[.?!…][”’\"']*$")


class Html(str):
    """Markup made by this program, which is not escaped again."""

    __slots__ = ()


def escape(value: object) -> Html:
    """A value as markup that shows it; the end of a line becomes a space."""
    return value if isinstance(value, Html) else _escaped(str(value))


@lru_cache(maxsize=2**16)  # names, labels and addresses come again and again
def _escaped(text: str) -> Html:
    return Html(_SPECIAL.sub(_entity, text))


def escape_lines(text: str) -> Html:
    """A text as markup that shows it, with its lines as they are."""
    return Html(_SPECIAL_IN_LINES.sub(_entity, text))


def _entity(match: re.Match[str]) -> str:
    return _SHOWN[match[0]]


def tag(name: str, content: object, **attributes: object) -> Html:
    """An HTML element without attributes that are None or False; `class_` stands for `class`."""
    given = "".join(
        [
            f' {_attribute(key)}="{escape(value)}"'
            for key, value in attributes.items()
            if value is not None and value is not False
        ]
    )
    return Html(f"<{name}{given}>{escape(content)}</{name}>")


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def filled(phrase: str, **slots: object) -> Html:
    """A phrase of the wording with a value in each of its slots.

    The words of the phrase are text. Raises KeyError if the phrase has a slot without a value.
    """
    pattern, names = _pattern(phrase)
    return Html(pattern % tuple([escape(slots[name]) for name in names]))


@lru_cache(maxsize=2**10)  # the wording has some hundred phrases
def _pattern(phrase: str) -> tuple[str, tuple[str, ...]]:
    """A phrase with its words escaped and `%s` for each slot, and the names of the slots."""
    pieces = _SLOT.split(phrase)
    words = [escape(some).replace("%", "%%") for some in pieces[::2]]
    return "%s".join(words), tuple(pieces[1::2])


def filled_sentences(phrase: str, **slots: str) -> Html:
    """A phrase of whole sentences, filled in, without doubled punctuation at the end of any.

    A full stop in the phrase is left out after a value that already ends a sentence.
    """
    for name, text in slots.items():
        if is_ended(text):
            phrase = phrase.replace(f"{{{name}}}.", f"{{{name}}}")
    return filled(phrase, **slots)


def is_ended(text: str) -> bool:
    """Whether a text ends in a full stop, a question mark or the like, perhaps in quotation marks."""
    return bool(_ENDED.search(text))


def text_of(markup: Html) -> str:
    """The words of markup as readers see them; in our markup, `<` only begins an element."""
    return unescape(_ELEMENT.sub("", markup))


def joined(separator: str, parts: list[Html] | tuple[Html, ...]) -> Html:
    """Pieces of markup, one after the other, with a separator between them."""
    return Html(escape(separator).join(parts))
