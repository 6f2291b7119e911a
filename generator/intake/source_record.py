"""The `source.yaml` and `layout.yaml` of a new document: what it says itself, and what is left open."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from generator.intake.authors import Author, shown
from generator.intake.cleaning import cleaned
from generator.intake.document import Imprint
from generator.intake.layout import LaidOut
from generator.records.fields import TEXT_LENGTH
from generator.text.folding import fold_line

SHORTEST = 30  # characters of `short`, at most
_CODE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


@dataclass(frozen=True, slots=True)
class NewSource:
    """What the program knows of a new document.

    `seed` and `original` are paths in `seeds/`, `text` is the document's text, and `kinds` are the
    kinds of documents in the project's vocabulary. The record has `pages` only if there is more
    than one. `presumed` has values for required fields that the document itself does not fill, and
    `taken` are the short names of other documents.
    """

    seed: str
    original: str
    letter: str
    kinds: tuple[str, ...]
    imprint: Imprint
    text: str
    pages: int
    presumed: Mapping[str, str] = field(default_factory=dict)
    taken: Collection[str] = ()

    @property
    def short(self) -> str:
        """Its short name: its title, if that is short and free; else a guess, or ""."""
        return self._short_title() or self.presumed.get("short", "")

    def _short_title(self) -> str:
        title = _line(self.imprint.title)
        return title if len(title) <= SHORTEST and title not in self.taken else ""

    def record(self) -> str:
        """The bibliographic record, filled in with only what the document says of itself.

        What only a person can know is a comment, or a guess that says it is one.
        """
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        imprint = self.imprint
        begins = _quoted(self.text.partition("\n")[0][:60])
        code = _CODE.match(imprint.language)
        yield f"# Taken from seeds/{self.original}. A line with # is for you: fill it in and remove the #, or"
        yield "# delete it."
        yield from self._required(
            "title", imprint.title, f"its title; the text begins with {begins}"
        )
        yield from self._required(
            "short",
            self._short_title(),
            f"a name of at most {SHORTEST} characters, such as Toll book",
        )
        yield f"letter: {self.letter}"
        yield from self._required("kind", "", f"what it is; one of {', '.join(self.kinds)}")
        language = code[0].lower() if code else ""
        yield from self._required("language", language, "its code, such as de or fa")
        yield from _authors(imprint.authors, self.text)
        yield _field("publisher", imprint.publisher, "who published it")
        if self.pages > 1:
            yield f"number_of_pages: {self.pages}"
        yield _field("address", imprint.address, "where it is on the web")
        yield "# accessed: the day when you saw it there, such as 2026-01-02"
        yield f"seed: {self.seed}"
        if "text" in self.presumed:
            yield "text:"
            yield "  # a guess, check it: whole, or extract if parts of it are missing"
            yield f"  state: {_quoted(self.presumed['text'])}"
        else:
            yield "# text:"
            yield "#   state: whole, or extract if parts of the document are missing"
        yield _field("licence", imprint.licence, "its licence, if it states one")
        yield from _dates(imprint)
        known_from = dict.fromkeys(_not_in(self.text, imprint), imprint.place)
        if "title" in self.presumed and not imprint.title:
            known_from["title"] = "the name of its file"
        if known_from:
            yield "known_from:"
            yield from (f"  {name}: {_quoted(place)}" for name, place in known_from.items())

    def _required(self, name: str, value: str, hint: str) -> Iterator[str]:
        """A field with what the document says, below a note that it is a guess, or as a hint.

        The note has its own line: behind a value without quotation marks it would be refused.
        """
        if not _line(value) and (guess := self.presumed.get(name, "")):
            yield f"# a guess, check it: {hint}"
            yield f"{name}: {_quoted(guess)}"
        else:
            yield _field(name, value, hint)


def _authors(authors: tuple[Author, ...], text: str) -> Iterator[str]:
    """Who wrote a document: names in parts, or whole ones with a hint that a person's name has parts."""
    if not authors:
        yield "# authors:"
        yield "#   - a person whom the document or its publisher names"
        return
    named = [shown(one, text) for one in authors]
    if not all(one.family for one in named):
        yield "# Write a person's name in its parts, such as {family: van der Hale, given: Ines}, so that"
        yield "# bibliographies sort it."
    yield "authors:"
    for one in named:
        yield (
            f"  - {{family: {_quoted(one.family)}, given: {_quoted(one.given)}}}"
            if one.family
            else f"  - {_quoted(one.name)}"
        )


def _field(name: str, value: str, hint: str) -> str:
    """A field with its value, or with a hint for a person."""
    return f"{name}: {_quoted(value)}" if _line(value) else f"# {name}: {hint}"


def _dates(imprint: Imprint) -> Iterator[str]:
    if imprint.published:
        yield "dates:"
        yield "  - of: published"
        yield f"    date: {_quoted(imprint.published)}"
        yield f"    known_from: {_quoted(imprint.place)}"
        return
    made = f" (the file was made or saved on {imprint.made})" if imprint.made else ""
    yield f"# dates:  # when it was written or published{made}"
    yield "#   - of: written"
    yield "#     date: 1903-03"
    yield "#     as_stated: the document's words for it; if it has none, write known_from instead, with how you know"


def _not_in(text: str, imprint: Imprint) -> Iterator[str]:
    """The fields that something else in the file shows, but not the text itself."""
    seen = fold_line(text).casefold()
    values = {
        "title": (imprint.title,),
        "authors": tuple(_as_said(shown(one, text)) for one in imprint.authors),
        "publisher": (imprint.publisher,),
        "address": (imprint.address,),
        "licence": (imprint.licence,),
    }
    for name, words in values.items():
        if any(_line(one) and fold_line(_line(one)).casefold() not in seen for one in words):
            yield name


def _as_said(author: Author) -> str:
    """A name in the usual order of a text."""
    return f"{author.given} {author.family}" if author.family else author.name


def presumed(name: str, letter: str, language: str, taken: Collection[str]) -> dict[str, str]:
    """Guesses for everything a source must have, from its file's name, its letter and the usual language.

    `taken` are the short names of other documents.
    """
    words = re.sub(r"[\s_-]+", " ", name).strip()
    title = f"{words[:1].upper()}{words[1:]}" or "Document"
    short = title if len(title) <= SHORTEST else f"{title[: SHORTEST - 1].rstrip()}…"
    if short in taken:
        short = f"{short[: SHORTEST - len(letter) - 1]} {letter}"
    return {
        "title": title,
        "short": short,
        "kind": "document",
        "language": language,
        "text": "whole",
    }


def layout_record(layout: LaidOut) -> str:
    """Where the pages and headings of a document begin in its seed; "" if it has none."""
    if not layout.pages and not layout.headings:
        return ""
    lines = ["# Where pages and headings begin in the seed, in characters. Made by `add-document`."]
    if layout.pages:
        lines.append("pages:")
        lines += (f"  - {{page: {_quoted(label)}, at: {at}}}" for at, label in layout.pages)
    if layout.headings:
        lines.append("headings:")
        lines += (f"  - {{level: {level}, at: {at}}}" for at, level in layout.headings)
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    """A text from a file as one line that a record may hold."""
    return " ".join(cleaned(text).split())[:TEXT_LENGTH]


def _quoted(text: str) -> str:
    """A text as YAML, in quotation marks."""
    return json.dumps(_line(text), ensure_ascii=False)
