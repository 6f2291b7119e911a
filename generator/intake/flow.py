"""Building paragraphs from text that has marks for them, as web pages and word processors have it."""

from __future__ import annotations

import re

from generator.intake.breaks import ends_sentence
from generator.intake.cleaning import cleaned
from generator.intake.document import Paragraph

BETWEEN_CELLS = "  "

_SPACE = re.compile(r"\s+")
_SMALL = re.compile(r"[\"'“‘«(\[]?[^\W\d_]")


class Flow:
    """Paragraphs while they are being built, piece by piece."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.level = 0
        self._text = ""
        self._pages: list[tuple[int, str]] = []
        self._broken = 0

    def add(self, text: str) -> None:
        """Add a piece of text. Runs of white space become one space, as readers see them.

        After a line break, the paragraph goes on only if its sentence clearly does.
        """
        text = _SPACE.sub(" ", cleaned(text.replace("\n", " ")))
        if self._broken and text.strip():
            small = _SMALL.match(text.lstrip())
            goes_on = small is not None and small[0][-1].islower()
            if self._broken > 1 or ends_sentence(self._text) or not goes_on:
                self.end()
            else:
                self._text += " "
            self._broken = 0
        if not self._text or self._text[-1].isspace():
            text = text.lstrip(" ")
        self._text += text

    def break_line(self) -> None:
        """End a line, and perhaps its paragraph."""
        self._broken += 1

    def next_cell(self) -> None:
        """Begin the next cell of a row."""
        if self._text.strip():
            self._text = self._text.rstrip() + BETWEEN_CELLS

    def page(self, label: str) -> None:
        """Begin a page here."""
        if label := " ".join(cleaned(label).split()):
            self._pages.append((len(self._text), label))

    def end(self) -> None:
        """End the paragraph, if there is one. A page that begins after its last word belongs to the next."""
        text = self._text.rstrip()
        if text:
            here = tuple((at, label) for at, label in self._pages if at < len(text))
            self.paragraphs.append(Paragraph(text, self.level, here))
            self._pages = [(0, label) for at, label in self._pages if at >= len(text)]
        self._text, self._broken = "", 0
