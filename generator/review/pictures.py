"""How a change alters the picture of a question: its sides, extremes, contradictions and speakers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.atlas.atlas import Answer, AnswerKey, Atlas
from generator.findings.compare import Comparison, Outcome
from generator.findings.findings import Findings, find_out
from generator.findings.origins import originators
from generator.findings.sides import extremes, listing
from generator.markup.answers import amount, in_its_words
from generator.markup.escaping import text_of
from generator.markup.leads import lead_text
from generator.markup.paths import page_of
from generator.markup.sides import side_line
from generator.markup.speakers import speaker
from generator.markup.writer import Desk

DISPUTES: tuple[Outcome, ...] = ("contradict", "contradict-unless", "opposite-times")
"""The outcomes of two answers that are opposed."""

PAIRS_TOLD = 5  # new contradictions of a question; more are counted


@dataclass(frozen=True, slots=True)
class PictureChange:
    """How the picture of a question changes.

    `notes` are the changes, each with its sign (+, - or ~); the leads are plain text, empty for a
    question that is not there.
    """

    ref: str
    title: str
    notes: tuple[tuple[str, str], ...]
    old_lead: str
    new_lead: str


class _Picture:
    """What a reader sees first of a question. It has no answers if the question is not there."""

    def __init__(self, ref: str, atlas: Atlas, findings: Findings) -> None:
        self.ref, self.atlas, self.there = ref, atlas, ref in atlas.questions
        self.desk = Desk(atlas, findings, page_of(ref))
        self.found = findings.sides[ref] if self.there else ()
        self.pairs = findings.by_question[ref] if self.there else ()

    @property
    def lead(self) -> str:
        """What the question begins with."""
        return lead_text(self.desk, self.ref) if self.there else ""

    @property
    def sides(self) -> Mapping[object, str]:
        """Each side in words, by what sets it apart."""
        return {
            side.name: text_of(side_line(side, self.ref, self.desk).says) for side in self.found
        }

    @cached_property
    def ends(self) -> Mapping[object, tuple[str, str]]:
        """The lowest and the highest amount of each side that has amounts."""
        found: dict[object, tuple[str, str]] = {}
        for side in self.found:
            if ends := extremes(side, self.atlas):
                config = self.atlas.config
                said = text_of(amount(ends.least, config)), text_of(amount(ends.most, config))
                found[side.name] = said
        return found

    @property
    def speakers(self) -> int:
        """The number of speakers, at most, whom the answers come from."""
        return originators(self.atlas.answers.get(self.ref, ()), self.atlas)

    @cached_property
    def disputes(self) -> Mapping[tuple[AnswerKey, AnswerKey], Comparison]:
        """The pairs of answers that are opposed."""
        found = {}
        for pair in self.pairs:
            if pair.outcome in DISPUTES:
                first, second = sorted((pair.a.key, pair.b.key))
                found[first, second] = pair
        return found

    def told(self, pair: Comparison) -> str:
        """Two opposed answers in words, with who gives each, and how they are opposed."""
        outcome = self.desk.wording.outcomes[pair.outcome]
        return f"{outcome}: {self._answer(pair.a)}; {self._answer(pair.b)}"

    def _answer(self, answer: Answer) -> str:
        said = in_its_words(answer, listing(self.ref, self.atlas), self.atlas.config)
        return f"{text_of(said)} ({text_of(speaker(answer.claim, self.desk))}, {answer.claim.id})"


def pictures(old: Atlas, new: Atlas) -> tuple[PictureChange, ...]:
    """Every question whose picture has changed, in the order of their references.

    Both pictures use the new wording, so that a change of wording is not a change of the picture.
    """
    old = _worded(old, new)
    before, after = find_out(old), find_out(new)
    found = []
    for ref in sorted(old.questions.keys() | new.questions.keys()):
        then, now = _Picture(ref, old, before), _Picture(ref, new, after)
        notes = tuple(_notes(then, now))
        if notes or then.lead != now.lead:
            title = (now if now.there else then).atlas.questions[ref].record.title
            found.append(PictureChange(ref, title, notes, then.lead, now.lead))
    return tuple(found)


def _worded(old: Atlas, new: Atlas) -> Atlas:
    """The old records in the words of the new site."""
    words = {"wording": new.config.wording, "dates": new.config.dates}
    return replace(old, config=old.config.model_copy(update=words))


def _notes(then: _Picture, now: _Picture) -> Iterator[tuple[str, str]]:
    if not then.there or not now.there:
        yield ("+", "new question") if now.there else ("-", "the question is gone")
    yield from _disputes(then, now)
    for name, says in now.sides.items():
        if name not in then.sides:
            yield "+", f"new side: {says}"
    for name, says in then.sides.items():
        if name not in now.sides:
            yield "-", f"no longer a side: {says}"
    for name in then.ends.keys() & now.ends.keys():
        for which, was, now_is in zip(
            ("lowest", "highest"), then.ends[name], now.ends[name], strict=True
        ):
            if was != now_is:
                yield "~", f"{which}: {was} → {now_is}"
    if then.there and now.there and then.speakers != now.speakers:
        yield "~", f"original speakers, as far as can be told: {then.speakers} → {now.speakers}"


def _disputes(then: _Picture, now: _Picture) -> Iterator[tuple[str, str]]:
    """The contradictions that are new or gone; the first few in words."""
    for sign, one, other in (("+", now, then), ("-", then, now)):
        pairs = [one.told(pair) for key, pair in one.disputes.items() if key not in other.disputes]
        for pair in pairs[:PAIRS_TOLD]:
            yield sign, pair
        if len(pairs) > PAIRS_TOLD:
            yield sign, f"{len(pairs) - PAIRS_TOLD:,} more pairs like these"
    for key in then.disputes.keys() & now.disputes.keys():
        was, is_now = then.disputes[key], now.disputes[key]
        if was.outcome != is_now.outcome:
            words = then.desk.wording.outcomes
            yield "~", f"{words[was.outcome]} → {now.told(is_now)}"
