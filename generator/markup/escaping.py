"""Escaping: what a stranger typed is shown as typed, in Markdown and in HTML alike.

Everything that ends up in a page passes through `escape`, unless its type says that it is
markup already. Numeric entities mean themselves to Markdown, to HTML and inside an attribute.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

_SPECIAL = re.compile(r"[\\`*_\[\]<>&{}|#\"~^\x00-\x1f\x7f-\x9f\u2028\u2029]")

_ELEMENT = re.compile(r"<[^<>]*>")

_SLOT = re.compile(r"\{(\w+)\}")

_ENDED = re.compile(r"[.?!…][”’\"']*$")


class Html(str):
    """Markup that this program made; it is not escaped again."""

    __slots__ = ()


def escape(value: object) -> Html:
    """The value as it is written into a page; a line end becomes a space."""
    return value if isinstance(value, Html) else _escaped(str(value))


@lru_cache(maxsize=2**14)  # names, labels and addresses come again and again
def _escaped(text: str) -> Html:
    return Html(_SPECIAL.sub(_entity, text))


def _entity(match: re.Match[str]) -> str:
    character = match.group()
    return f"&#{ord(character)};" if character.isprintable() else " "


def tag(name: str, content: object, **attributes: object) -> Html:
    """An element; attributes that are None or False are left out, `class_` is `class`."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{given}>{escape(content)}</{name}>")


def filled(phrase: str, **slots: object) -> Html:
    """A phrase of the wording, with what stands for each name in braces.

    The words of the phrase are text. Raises KeyError where the phrase has a slot that is not given.
    """
    pieces = list(_pieces(phrase))
    pieces[1::2] = [escape(slots[name]) for name in pieces[1::2]]
    return Html("".join(pieces))


@lru_cache(maxsize=2**10)  # the wording has some hundred phrases
def _pieces(phrase: str) -> tuple[str, ...]:
    """A phrase as words, a name, words, a name, …, words; the words are escaped."""
    pieces = _SLOT.split(phrase)
    pieces[::2] = [escape(words) for words in pieces[::2]]
    return tuple(pieces)


def filled_sentences(phrase: str, **slots: str) -> Html:
    """A phrase of whole sentences, filled in: none gets a second mark at its end.

    A full stop in the phrase is left out after a text that ends in a mark of its own.
    """
    for name, text in slots.items():
        if is_ended(text):
            phrase = phrase.replace(f"{{{name}}}.", f"{{{name}}}")
    return filled(phrase, **slots)


def is_ended(text: str) -> bool:
    """Whether a text ends in a full stop, a question mark or the like, within quotes or not."""
    return bool(_ENDED.search(text))


def text_of(markup: Html) -> str:
    """The words of markup, as they are read. In it, `<` begins nothing but an element."""
    return unescape(_ELEMENT.sub("", markup))


def joined(separator: str, parts: list[Html] | tuple[Html, ...]) -> Html:
    """Pieces of markup, one after the other."""
    return Html(escape(separator).join(parts))
