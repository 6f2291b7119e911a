"""The paragraphs of a document as its seed, and where its pages and headings begin there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.intake.document import Paragraph

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A seed: each paragraph is a line, with an empty line after it.

    `pages` and `headings` say where each begins, in code points, with its label or its level.
    """

    text: str
    pages: tuple[tuple[int, str], ...]
    headings: tuple[tuple[int, int], ...]


def laid_out(paragraphs: Iterable[Paragraph]) -> LaidOut:
    """The seed of these paragraphs, without empty ones."""
    parts: list[str] = []
    pages: list[tuple[int, str]] = []
    headings: list[tuple[int, int]] = []
    position = 0
    for paragraph in paragraphs:
        pages += ((position + at, label) for at, label in paragraph.pages if label)
        if not paragraph.text:
            continue
        if paragraph.level:
            headings.append((position, paragraph.level))
        parts.append(paragraph.text)
        position += len(paragraph.text) + len(BETWEEN)
    text = BETWEEN.join(parts) + "\n" if parts else ""
    return LaidOut(text, tuple(_last_of_each(pages, len(text))), tuple(headings))


def _last_of_each(pages: Iterable[tuple[int, str]], length: int) -> list[tuple[int, str]]:
    """One page for each place: the last of several that begin there, since the others are empty."""
    found = {min(at, max(length - 1, 0)): label for at, label in pages}
    return sorted(found.items())
