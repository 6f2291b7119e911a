"""Parts of a line: a number of things, a name, a document's letter, a shortened text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from generator.config.wording import OneOrMore, Wording
from generator.markup.escaping import Html, filled, joined, tag
from generator.text.writing_systems import direction, language_of

_FIRST = re.compile(r"((?:<[^>]*>)*)(\w)")
"""The first letter of a text, and the tags before it."""


def counted(count: int, words: OneOrMore) -> Html:
    """A number of things in words."""
    one, several = words
    return filled(one if count == 1 else several, count=f"{count:,}")


def listed(names: Iterable[Html], wording: Wording) -> Html:
    """Names, at least one, as a list in a sentence: "A, B and C"."""
    *some, last = names
    return filled(wording.claim.joint, some=joined(", ", some), another=last) if some else last


@lru_cache(maxsize=2**13, typed=True)  # typed: markup and text of the same letters differ
def bdi(name: str, language: str | None = None) -> Html:
    """A name that keeps its own direction, marked with its language if that is known."""
    return tag("bdi", name, dir=direction(name), lang=language or language_of(name))


@cache
def badge(letter: str) -> Html:
    """The letter of a document."""
    return tag("span", letter, class_="badge")


def beginning(sentence: Html) -> Html:
    """A sentence with a capital first letter, whatever fills its first slot."""
    found = _FIRST.match(sentence)
    return Html(f"{found[1]}{found[2].upper()}{sentence[found.end() :]}") if found else sentence


def shortened(text: str, limit: int = 90) -> str:
    """The text up to the last whole word within the limit, in characters."""
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …"
