"""A draft of a fact from a quotation: what a program can see in the document, marked for review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.config.lexicon import Lexicon
from generator.load.entries import Entries, Entry
from generator.records import Entity
from generator.review.draft_dates import FoundDate, dates_in
from generator.review.draft_figures import amounts, questions_of, relative_times
from generator.review.found_quotes import FoundQuote
from generator.review.new_record import plain
from generator.rules.unknown import PLACEHOLDER
from generator.text.folding import fold_line
from generator.text.matching import is_inside_word, occurrences

STATEMENT = f"Our own words, with [[{PLACEHOLDER}|links]]."
"""The placeholder for the statement; its link leads nowhere, so that nobody publishes it."""

_WITHIN = re.compile(r"\[(.+)\.\.(.+)\]")
BESIDE = 25  # characters that may be between a speaker's name and the word that credits them

_NEXT_WORDS = re.compile(
    r"[ '\"]*(?P<words>[^,.;:!?()\"]*[^,.;:!?()\" ])"
)  # "according to Leila Farhat, …"
_LAST_WORDS = re.compile(r"(?P<words>[^\W\d_][^\s,;:]*(?: [^\s,;:]+){0,3}) $")
_TAG = re.compile(r"(?<=[,\"] )(?P<who>[^\W\d_]+) [^\W\d_]+[.,]?")
_CLAIM = re.compile(r"\bthat\b")  # whoever is named after it does not make the claim


def draft(spot: FoundQuote, entries: Entries, fact_id: str) -> str:
    """A record of the words at a place, in YAML.

    Guesses are marked by comments, and the statement is left for a person.
    """
    return "\n".join(_Draft(spot, entries).lines(fact_id)) + "\n"


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a document, with the entity that it may mean, and its range."""

    entity: Entry[Entity]
    start: int
    end: int

    @property
    def is_topic(self) -> bool:
        """Whether it means a topic; somebody who acts is a person or a unit with the same name."""
        return self.entity.ref.startswith("topics/")


class _Draft:
    """What a program can see at one place in a document."""

    def __init__(self, spot: FoundQuote, entries: Entries) -> None:
        self.spot, self.text = spot, spot.seed.flat
        self.words: Lexicon = entries.config.words_of(spot.source.record.language)
        self.types = tuple(entries.config.vocabulary.types)
        self.units, self.questions = entries.config.vocabulary.units, entries.questions
        self.first, self.last = spot.sentence
        self.names = list(self._names(entries))

    def lines(self, fact_id: str) -> Iterator[str]:
        """The lines of the record."""
        spot = self.spot
        within = [one for one in self.names if spot.start <= one.start and one.end <= spot.end]
        yield f"- id: {fact_id}"
        if (self.first, self.last) != (spot.start, spot.end):
            yield f"  # The whole sentence: {spot.words(self.first, self.last)}"
        if links := dict.fromkeys(map(self._link, within)):
            yield f"  # Names in the quote: {', '.join(links)}"
        yield "  statement: >-"
        yield f"    {STATEMENT}"
        yield "  quote: >-"
        yield f"    {spot.words(spot.start, spot.end)}"
        yield from self._speaker()
        yield f"  # check: what kind of claim it is, one of {', '.join(self.types)}"
        yield "  type: event"
        dates = list(self._dates())
        yield from self._when(dates)
        if topics := dict.fromkeys(one.entity.ref for one in within if one.is_topic):
            yield "  topics:"
            yield from (f"    - {ref}" for ref in topics)
        yield from self._figures(dates)

    def _names(self, entries: Entries) -> Iterator[_Name]:
        """The names in the sentence; of several that begin together or overlap, the longest."""
        text = self.text[self.first : self.last]
        found = sorted(
            (
                _Name(entity, self.first + at, self.first + at + len(name))
                for entity in entries.entities
                for name in map(fold_line, entity.record.names)
                for at in occurrences(name, text)
                if not is_inside_word(text, at) and not is_inside_word(text, at + len(name))
            ),
            key=lambda one: (one.start - one.end, one.start, one.is_topic, one.entity.ref),
        )
        taken: list[tuple[int, int]] = []
        for one in found:
            if all(one.end <= start or end <= one.start for start, end in taken):
                taken.append((one.start, one.end))
                yield one

    def _link(self, name: _Name) -> str:
        return f"[[{name.entity.ref}|{self.spot.words(name.start, name.end)}]]"

    def _speaker(self) -> Iterator[str]:
        """Who says it: the entity named beside the first word that credits somebody, or the words there."""
        start, end = self._report()
        if start == end:
            yield "  # check: does the document say this itself? If not, name the speaker, and add attributed_as"
            yield "  attributed_to: self"
            return
        yield f"  # check: who is credited by “{self.spot.words(start, end)}”?"
        speaker, first, last = self._credited(start, end)
        yield f"  attributed_to: {speaker}"
        if speaker != "self":
            yield "  attributed_as: >-"
            yield f"    {self.spot.words(min(first, start), max(last, end))}"
            if self.words.language.negation.search(self.text, start, end):
                yield "  # check: does the speaker deny it?"
                yield "  modality: denied"

    def _report(self) -> tuple[int, int]:
        """The range of the first word in the sentence that credits somebody; empty if there is none."""
        language = self.words.language
        kinds = (language.report, language.report_of_what_went_before, language.report_right_after)
        for kind in kinds:
            if found := kind.search(self.text, self.first, self.last):
                said = found[0].strip(' ,."')
                start = found.start() + found[0].index(said)
                return start, start + len(said)
        return self.first, self.first

    def _credited(self, start: int, end: int) -> tuple[str, int, int]:
        """The speaker beside a word that credits somebody, and the range of the words for the speaker."""
        word = self.text.rfind(" ", self.first, max(start - 1, self.first)) + 1  # the one before
        tag = _TAG.match(self.text, start, end + 1) or _TAG.match(self.text, word, end)
        passing = self.words.language.report_in_passing.match(self.text, start, end)
        if passing and (after := _NEXT_WORDS.match(self.text, end, self.last)):
            name = self._named_beside(start, end, before=False)
            first, last = after.span("words")
            if name and name.end <= last:
                return name.entity.ref, first, last
            return plain(self.spot.words(first, last)), first, last
        if name := self._named_beside(start, end, before=True):
            return name.entity.ref, name.start, name.end
        name = None if tag else self._named_beside(start, end, before=False)
        if name and not _CLAIM.search(self.text, end, name.start):
            return name.entity.ref, name.start, name.end
        if tag:
            return plain(tag["who"]), tag.start(), end
        before = _LAST_WORDS.search(self.text[self.first : start])
        if before is None:
            return "self", start, end
        return plain(before["words"]), self.first + before.start("words"), end

    def _named_beside(self, start: int, end: int, *, before: bool) -> _Name | None:
        """The nearest person or unit that is named right before or right after a word that credits somebody."""

        def apart(name: _Name) -> int:
            return start - name.end if before else name.start - end

        near = [one for one in self.names if 0 <= apart(one) <= BESIDE and not one.is_topic]
        return min(near, key=apart, default=None)

    def _dates(self) -> Iterator[FoundDate]:
        """The dates in the quote as records write them, each with its range."""
        return dates_in(self.text, self.spot.start, self.spot.end, self.words)

    def _when(self, dates: list[FoundDate]) -> Iterator[str]:
        for index, (date, start, end) in enumerate(dates):
            note = "is this when it happened?" if not index else "or is it this date?"
            if within := _WITHIN.fullmatch(date):
                note += f" If it held all of that time, write {within[1]}/{within[2]}"
            mark = "" if not index else "# "
            yield f"  # check: {note}"
            yield f'  {mark}when: "{date}"'
            yield f"  {mark}when_as_stated: {plain(self.spot.words(start, end))}"
        for start, end in [] if dates else self._times():
            yield "  # check: does this say when it happened, or when it was said (said_as_stated)?"
            yield f"  when_as_stated: {plain(self.spot.words(start, end))}"

    def _is_common(self, word: str) -> bool:
        """Whether the document has a word in lower-case letters too, so that it is no name."""
        return re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", self.text) is not None

    def _times(self) -> list[tuple[int, int]]:
        return relative_times(self.text, self.spot.start, self.spot.end, self.words)

    def _figures(self, dates: list[FoundDate]) -> Iterator[str]:
        """The amounts in the quote that are not dates."""
        at = self.spot.start
        quote = self.text[at : self.spot.end]
        times = [*((first, last) for _, first, last in dates), *self._times()]
        apart = [(first - at, last - at) for first, last in times]
        named = {one.entity.ref for one in self.names}
        said = self.text[self.first : self.last]
        found = amounts(quote, apart, self.words, self.units, self._is_common)
        for number, one in enumerate(found):
            if not number:
                yield "  figures:"
            yield "    # check: the words, what is counted, and whether it is exactly, at least or at most this"
            yield f"    - as_stated: {plain(self.spot.words(at + one.start, at + one.end))}"
            yield from (f"      {field}" for field in one.fields)
            yield from questions_of(one.fields, self.questions, named, said)
