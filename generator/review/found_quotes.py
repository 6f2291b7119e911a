"""Where the documents have the words of a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.load.entries import Entries, Entry
from generator.records import Source
from generator.text.folding import fold_line, in_small_letters
from generator.text.matching import is_inside_word, occurrences
from generator.text.seed import Seed


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A place where a document has the words: a range of its folded text, half open."""

    source: Entry[Source]
    seed: Seed
    start: int
    end: int

    @property
    def line(self) -> int:
        """The number of its line in the seed."""
        return self.seed.line_number(self.seed.folded.original(self.start))

    @property
    def sentence(self) -> tuple[int, int]:
        """The range of the sentences that it is in."""
        return self.seed.folded_sentence(self.start)[0], self.seed.folded_sentence(self.end - 1)[1]

    @property
    def whole(self) -> bool:
        """Whether it begins and ends where a word does."""
        return not any(is_inside_word(self.seed.flat, at) for at in (self.start, self.end))

    def words(self, start: int, end: int) -> str:
        """A range of the folded text as the document has it, on one line."""
        first, last = self.seed.folded.span(start, end)
        return " ".join(self.seed.text[first:last].split())


def quote_places(quote: str, entries: Entries, source: str = "") -> list[FoundQuote]:
    """Every place where a document has these words; if a source is given, only in that one.

    Typography is folded as for quotations, and case does not count. Places inside longer words
    count only if there are no others.
    """
    found = list(_quote_places(in_small_letters(fold_line(quote)), entries, source))
    return [one for one in found if one.whole] or found


def _quote_places(sought: str, entries: Entries, source: str) -> Iterator[FoundQuote]:
    for entry in sorted(entries.sources, key=lambda one: one.ref):
        seed = entries.seeds.get(entry.record.seed)
        if seed is None or (source and entry.ref != source):
            continue
        for start in occurrences(sought, in_small_letters(seed.flat)):
            yield FoundQuote(entry, seed, start, start + len(sought))
