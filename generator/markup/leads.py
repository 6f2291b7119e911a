"""Leads: what a question begins with, so that a reader has the answers in twenty seconds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.findings.periods import periods
from generator.findings.sides import AnswerSide, first_sides, listing
from generator.markup.answers import value
from generator.markup.dating import written_in
from generator.markup.escaping import Html, escape, filled, joined, text_of
from generator.markup.inline import counted
from generator.markup.sides import SideLine, different, of_amounts, side_line
from generator.markup.voices import voices
from generator.markup.writer import Desk

SIDES_IN_A_LEAD = 6

NO_KEY = Html("")


@dataclass(frozen=True, slots=True)
class LeadView:
    """The sides that a question leads with; `more` names the others, or says how many there are.

    `key` says when the documents were written whose answers have no date, and what square brackets
    mean, where there are any.
    """

    lines: tuple[SideLine, ...]
    more: Html
    key: Html = NO_KEY


def lead(desk: Desk, ref: str, most: int = SIDES_IN_A_LEAD, *, brief: bool = False) -> LeadView:
    """The first sides of a question, and those without which a lead would mislead."""
    found = desk.findings.sides[ref]
    in_order = listing(ref, desk.atlas).in_order and not brief
    shown = found if in_order else first_sides(found, most)
    told = {*shown, *(found[place] for side in shown for place in side.parts)}
    left = [side for side in found if side not in told]
    lines = tuple(side_line(side, ref, desk, brief=brief) for side in shown)
    more = _more(left, ref, desk, brief=brief) if left else Html("")
    if brief:
        return LeadView(lines, more)
    named = found if more and not of_amounts(left[0].answers) else told
    return LeadView(lines, more, _key(named, [*(one.sentence for one in lines), more], desk))


def _key(named: Iterable[AnswerSide], shown: Iterable[Html], desk: Desk) -> Html:
    """When the documents were written whose answers have no date; what square brackets mean."""
    words = desk.wording.question
    times = [time for side in named for time in periods(side.answers)]
    sources = sorted({one.claim.source for time in times if time.undated for one in time.answers})
    undated = words.none_dated if all(time.undated for time in times) else words.some_undated
    written = [
        filled(words.written_on, document=desk.named(ref), date=date)
        for ref in sources
        if (date := written_in(desk, desk.atlas.documents[ref]))
    ]
    parts = [escape(undated)] if sources else []
    if written:
        parts.append(filled(words.written, documents=joined("; ", written)))
    if any("[" in text_of(one) for one in (*shown, *parts)):
        parts.append(escape(words.brackets))
    return joined(" ", parts)


def _more(left: list[AnswerSide], ref: str, desk: Desk, *, brief: bool) -> Html:
    """How many answers are shown further down, and which, with who gives each and when."""
    counts, words = desk.wording.counts, desk.wording.question
    amounts = of_amounts(left[0].answers)
    count = counted(different(left), counts.more_amounts if amounts else counts.more_answers)
    if brief or amounts:
        return count
    question = listing(ref, desk.atlas)
    sides = [
        filled(
            words.more_side,
            says=value(side.answers[0], question, desk.atlas.config),
            who=voices(side.answers, desk),
        )
        for side in left
    ]
    return filled(words.more_sides, count=count, sides=joined("; ", sides))


def lead_text(desk: Desk, ref: str) -> str:
    """The lead as plain text, a sentence for each side: for data, the search and quoting."""
    told = lead(desk, ref)
    said = [text_of(line.sentence) for line in told.lines]
    return " ".join([*said, *filter(None, [text_of(told.key)])])
