"""Leads: the lines a question begins with, so that a reader knows the answers in twenty seconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.findings.periods import periods
from generator.findings.sides import AnswerSide, first_sides, listing
from generator.markup.amounts import side_lines
from generator.markup.answers import value
from generator.markup.dating import written_in
from generator.markup.escaping import Html, escape, filled, joined, text_of
from generator.markup.inline import counted
from generator.markup.sides import SideLine, different, of_amounts, side_line
from generator.markup.voices import Met, Telling, introduced, voices
from generator.markup.writer import Desk

SIDES_IN_A_LEAD = 6
SIDES_IN_ORDER = 10  # all of them, if the question lists them in order and has no more

NOTHING = Html("")


@dataclass(frozen=True, slots=True)
class LeadView:
    """The sides that a question leads with; `more` says how many others there are.

    `others` are these sides, each with who gives it. `key` says that no answer has a date, or what a
    missing date means, and what square brackets and stars mean. `written` says when the documents whose
    answers have no date were written.
    """

    lines: tuple[SideLine, ...]
    more: Html
    others: tuple[Html, ...] = ()
    key: Html = NOTHING
    written: Html = NOTHING


def lead(desk: Desk, ref: str, most: int = SIDES_IN_A_LEAD, *, brief: bool = False) -> LeadView:
    """The first sides of a question, and any others without which the lead would mislead."""
    found = desk.findings.sides[ref]
    in_order = listing(ref, desk.atlas).in_order and not brief
    shown = found if in_order and len(found) <= SIDES_IN_ORDER else first_sides(found, most)
    told = {*shown, *(found[place] for side in shown for place in side.parts)}
    left = [side for side in found if side not in told]
    lines = tuple(_lines(shown, ref, desk, brief=brief))
    others = () if brief else _others(left, ref, desk)
    more = _more(left, desk, named=bool(others)) if left else NOTHING
    named = found if others else told
    sentences = [*(one.sentence for one in lines), *others]
    if brief:
        return LeadView(lines, more, key=stars(sentences, desk))
    key = _key(named, sentences, desk, timed=not others)
    return LeadView(lines, more, others, key, _written(named, desk))


def _lines(shown: Iterable[AnswerSide], ref: str, desk: Desk, *, brief: bool) -> Iterator[SideLine]:
    """The lines of some sides; a speaker's office is given only the first time."""
    met = set[Met]()
    for side in shown:
        if brief:
            yield side_line(side, ref, desk)
            continue
        telling = Telling(offices=True, met=frozenset(met))
        yield from side_lines(side, ref, desk, telling)
        met |= introduced(side.answers, desk)


def _key(named: Iterable[AnswerSide], shown: list[Html], desk: Desk, *, timed: bool) -> Html:
    """A remark that none, or only some, of the answers have dates; and what the marks mean.

    `timed` says that all answers are shown with the dates that they have.
    """
    words = desk.wording.question
    times = [time.undated for side in named for time in periods(side.answers)]
    parts = []
    if times and all(times):
        parts.append(escape(words.none_dated))
    elif timed and any(times):
        parts.append(escape(words.some_undated))
    if any("[" in text_of(one) for one in shown):
        parts.append(escape(words.brackets))
    if starred := stars(shown, desk):
        parts.append(starred)
    return joined(" ", parts)


def stars(shown: Iterable[Html], desk: Desk) -> Html:
    """What stars mean, if there are any."""
    words = desk.wording.question
    starred = any(words.as_read in text_of(one) for one in shown)
    return escape(words.readings) if starred else NOTHING


def _written(named: Iterable[AnswerSide], desk: Desk) -> Html:
    """When the documents whose answers have no date were written."""
    words = desk.wording.question
    times = [time for side in named for time in periods(side.answers)]
    sources = sorted({one.claim.source for time in times if time.undated for one in time.answers})
    written = [
        filled(words.written_on, document=desk.named(ref), date=date)
        for ref in sources
        if (date := written_in(desk, desk.atlas.documents[ref]))
    ]
    return filled(words.written, documents=joined("; ", written)) if written else Html("")


def _more(left: list[AnswerSide], desk: Desk, *, named: bool) -> Html:
    """How many answers are shown further down."""
    counts = desk.wording.counts
    amounts = of_amounts(left[0].answers)
    count = counted(different(left), counts.more_amounts if amounts else counts.more_answers)
    return filled(desk.wording.question.more_sides, count=count) if named else count


def _others(left: list[AnswerSide], ref: str, desk: Desk) -> tuple[Html, ...]:
    """The answers that are shown further down, with who gives each; amounts also with whom they count."""
    return tuple(
        filled(
            desk.wording.question.more_side,
            says=_says(side, ref, desk),
            who=voices(side.answers, desk, telling=Telling(times=False)),
        )
        for side in left
    )


def _says(side: AnswerSide, ref: str, desk: Desk) -> Html | str:
    """What a side answers: an amount with whom it counts, or a choice."""
    if of_amounts(side.answers):
        return side_line(side, ref, desk).says
    return value(side.answers[0], listing(ref, desk.atlas), desk.atlas.config)


def lead_text(desk: Desk, ref: str) -> str:
    """The lead as plain text, a sentence for each side: for data, the search and quoting."""
    told = lead(desk, ref)
    said = [text_of(line.sentence) for line in told.lines]
    return " ".join([*said, *filter(None, map(text_of, (told.key, told.written)))])
