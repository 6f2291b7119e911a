"""Leads: the lines a question begins with, so that a reader knows the answers in twenty seconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generator.atlas.keeping.noting import remembered
from generator.config.wording import Wording
from generator.findings.periods import periods
from generator.findings.sides import AnswerSide, first_sides, listing
from generator.markup.amounts import side_lines
from generator.markup.answers import value
from generator.markup.dating import written_in
from generator.markup.escaping import Html, escape, filled, joined, text_of
from generator.markup.inline import counted, listed
from generator.markup.readings import answer_as_read
from generator.markup.sides import NOTHING, SideLine, different, of_amounts, side_line, telling_of
from generator.markup.voices import BRIEFLY, Met, Telling, introduced, voices
from generator.markup.writer import Desk

SIDES_IN_A_LEAD = 6
FEWEST_SIDES = 3
WORDS_IN_A_LEAD = 72  # with the verdict, read in twenty seconds; if more, fewer sides
WORDS_IN_ORDER = 110

FULLY = Telling(offices=100)
IN_SHORT = replace(FULLY, heard=3)  # if a lead takes too long to read
IN_BRIEF = replace(IN_SHORT, offices=7, named=2, heard=2)  # if it still does
SIDES_IN_ORDER = 10  # all of them, if the question lists them in order and has no more


@dataclass(frozen=True, slots=True)
class LeadGroup:
    """Lines of a lead, under their `sense` if they share one."""

    sense: Html
    lines: tuple[SideLine, ...]


@dataclass(frozen=True, slots=True)
class LeadView:
    """The sides that a question leads with; `more` says how many others there are.

    `groups` has the lines as a page shows them: amounts of one sense under that sense.

    `others` are these sides, each with who gives it. `key` says that no answer has a date, or what a
    missing date means, what "said" means, and what square brackets and "our reading" mean. `written`
    says when the documents were written.
    """

    lines: tuple[SideLine, ...]
    groups: tuple[LeadGroup, ...]
    more: Html
    others: tuple[Html, ...] = ()
    key: Html = NOTHING
    written: Html = NOTHING


@remembered(2**12)  # the data has the lead of each question too
def lead(desk: Desk, ref: str, most: int = SIDES_IN_A_LEAD, *, brief: bool = False) -> LeadView:
    """The first sides of a question, and any others without which the lead would mislead.

    If they would take too long to read, fewer voices are named, and no long offices. If that is not
    enough, there are fewer sides, but those that contradict another stay, since the verdict is about
    them.
    """
    found = desk.findings.sides[ref]
    in_order = listing(ref, desk.atlas).in_order and not brief
    every = in_order and len(found) <= SIDES_IN_ORDER
    shown = found if every else first_sides(found, most, in_order=in_order)
    if brief:
        lines = tuple(_lines(shown, ref, desk, BRIEFLY))
    else:
        words = WORDS_IN_ORDER if in_order else WORDS_IN_A_LEAD
        shown, lines = _readable(found, shown, words, ref, desk)
    groups = _by_sense(lines, desk.wording)
    told = {*shown, *(found[place] for side in shown for place in side.parts)}
    left = [side for side in found if side not in told]
    others = () if brief else _others(left, ref, desk)
    more = _more(left, desk) if left else NOTHING
    named = found if others else told
    sentences = [*(one.sentence for one in lines), *others]
    if brief:
        return LeadView(lines, groups, more, key=readings(sentences, desk))
    key = _key(named, sentences, desk, timed=not others)
    return LeadView(lines, groups, more, others, key, _written(found, desk))


def _lines(
    shown: Iterable[AnswerSide], ref: str, desk: Desk, telling: Telling
) -> Iterator[SideLine]:
    """The lines of some sides; a speaker's office is given only the first time."""
    met = set[Met]()
    for side in shown:
        if telling == BRIEFLY:
            yield side_line(side, ref, desk)
            continue
        yield from side_lines(side, ref, desk, replace(telling, met=frozenset(met)))
        met |= introduced(side.answers, desk, telling)


def _key(named: Iterable[AnswerSide], shown: list[Html], desk: Desk, *, timed: bool) -> Html:
    """A remark that none, or only some, of the answers have dates; and what the marks mean.

    `timed` says that all answers are shown with the dates that they have.
    """
    words = desk.wording.question
    times = [time for side in named for time in periods(side.answers)]
    parts = []
    if times and all(time.undated for time in times):
        parts.append(escape(words.none_dated))
    elif timed and any(time.undated for time in times):
        parts.append(escape(words.some_undated))
    if any(time.said for time in times):
        parts.append(escape(words.dates_of_saying))
    if any("[" in text_of(one) for one in shown):
        parts.append(escape(words.brackets))
    if read := readings(shown, desk):
        parts.append(read)
    return joined(" ", parts)


def readings(shown: Iterable[Html], desk: Desk) -> Html:
    """What "our reading" means, if it is said of any answer."""
    said = any('class="as-read"' in one for one in shown)
    return escape(desk.wording.question.readings) if said else NOTHING


def _written(found: Iterable[AnswerSide], desk: Desk) -> Html:
    """When the documents that give the answers were written."""
    words = desk.wording.question
    sources = sorted({one for side in found for one in side.documents})
    written = [
        filled(words.written_on, document=desk.named(ref), date=date)
        for ref in sources
        if (date := written_in(desk, desk.atlas.documents[ref]))
    ]
    return filled(words.written, documents=joined("; ", written)) if written else Html("")


def _readable(
    found: tuple[AnswerSide, ...], shown: tuple[AnswerSide, ...], most: int, ref: str, desk: Desk
) -> tuple[tuple[AnswerSide, ...], tuple[SideLine, ...]]:
    """As many of these sides, told as fully, as take at most so many words; and their lines."""
    told = []
    for telling in (FULLY, IN_SHORT, IN_BRIEF):
        told.append(tuple(_lines(shown, ref, desk, telling)))
        if _words(_by_sense(told[-1], desk.wording)) <= most:
            return shown, told[-1]
    in_order = listing(ref, desk.atlas).in_order
    fewer = first_sides(found, len(shown) - 1, exactly=True, in_order=in_order)
    if len(fewer) < FEWEST_SIDES or any(one.opposed for one in {*shown} - {*fewer}):
        return shown, min(told, key=lambda lines: _words(_by_sense(lines, desk.wording)))
    return _readable(found, fewer, most, ref, desk)


def _by_sense(lines: Iterable[SideLine], wording: Wording) -> tuple[LeadGroup, ...]:
    """The lines of a lead in their order; amounts next to each other that share a sense are a group.

    In a group, amounts that the same speakers give about the same times share a line.
    """
    found = []
    for sense, several in groupby(lines, lambda one: one.sense):
        some = tuple(several)
        if sense and len(some) > 1:
            found.append(LeadGroup(sense, tuple(_together(some, wording))))
        else:
            found.append(LeadGroup(NOTHING, some))
    return tuple(found)


def _together(lines: Iterable[SideLine], wording: Wording) -> Iterable[SideLine]:
    for who, several in groupby(lines, lambda one: one.who):
        some = tuple(several)
        answer = listed([one.in_sense for one in some], wording)
        opposed = any(one.opposed for one in some)
        yield replace(some[0], answer=answer, who=who, opposed=opposed)


def _words(groups: Iterable[LeadGroup]) -> int:
    """How many words some groups have."""
    return sum(_count(one.sense) + sum(map(_length, one.lines)) for one in groups)


def _length(line: SideLine) -> int:
    return _count(line.answer) + _count(line.who)


def _count(text: Html) -> int:
    return len(text_of(text).split())


def _more(left: list[AnswerSide], desk: Desk) -> Html:
    """How many answers are shown further down."""
    counts = desk.wording.counts
    amounts = of_amounts(left[0].answers)
    return counted(different(left), counts.more_amounts if amounts else counts.more_answers)


def _others(left: list[AnswerSide], ref: str, desk: Desk) -> tuple[Html, ...]:
    """The answers that are shown further down, with who gives each; amounts also with whom they count."""
    return tuple(
        filled(
            desk.wording.question.more_side,
            says=answer_as_read(escape(_says(side, ref, desk)), side.answers, desk),
            who=voices(side.answers, desk, telling=telling_of(side.answers, Telling(times=False))),
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
