"""Sides in words: who gives which answer to a question, when, and from how many speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.atlas.atlas import Answer
from generator.findings.periods import periods
from generator.findings.sides import AnswerSide, Ends, extremes, first_sides, listing
from generator.findings.timing import is_change
from generator.markup.answers import amount, end_in_words, facets, unit, value
from generator.markup.escaping import Html, filled, joined, text_of
from generator.markup.inline import counted, listed
from generator.markup.voices import gathered, givers, voices
from generator.markup.writer import Desk
from generator.records import Figure, Question

SIDES_IN_A_LEAD = 6  # a reader is to have the answer in twenty seconds


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side of a question; `opposed` if another side can't be true together with it.

    `who` names the speakers, each with the time that they speak about.
    """

    says: Html
    who: Html
    opposed: bool
    sentence: Html


@dataclass(frozen=True, slots=True)
class LeadView:
    """The sides that a question leads with; `more` names the others, or says how many there are.

    `key` explains the square brackets, if the date of a line is only that of its document.
    """

    lines: tuple[SideLine, ...]
    more: Html
    key: str = ""


def lead(desk: Desk, ref: str, most: int = SIDES_IN_A_LEAD, *, brief: bool = False) -> LeadView:
    """The first sides of a question, and those without which a lead would mislead."""
    found = desk.findings.sides[ref]
    shown = first_sides(found, most)
    told = {*shown, *(found[place] for side in shown for place in side.parts)}
    left = [side for side in found if side not in told]
    lines = tuple(side_line(side, ref, desk, brief=brief) for side in shown)
    times = [one.first for side in shown for one in periods(side.answers)]
    loose = any(one.by_its_document for one in times if one)
    return LeadView(
        lines,
        _more(left, ref, desk, brief=brief) if left else Html(""),
        desk.wording.question.lead_key if loose and not brief else "",
    )


def _more(left: list[AnswerSide], ref: str, desk: Desk, *, brief: bool) -> Html:
    """How many answers are shown further down, and which, with who gives each."""
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
            who=givers(side.answers, desk),
        )
        for side in left
    ]
    return filled(words.more_sides, count=count, sides=joined("; ", sides))


def of_amounts(answers: Iterable[Answer]) -> bool:
    """Whether answers are amounts; else they are choices."""
    return any(isinstance(one.given, Figure) for one in answers)


def different(found: Iterable[AnswerSide]) -> int:
    """How many answers some sides give: each choice is one, and each amount that a claim gives."""
    return sum(len(one.answers) if of_amounts(one.answers) else 1 for one in found)


def extent(ref: str, desk: Desk) -> Html:
    """How many answers a question has, and in how many claims."""
    found = desk.findings.sides[ref]
    answers, counts = desk.atlas.answers.get(ref, ()), desk.wording.counts
    return filled(
        desk.wording.question.extent,
        answers=counted(
            different(found), counts.amounts if of_amounts(answers) else counts.answers
        ),
        facts=counted(len({one.claim.id for one in answers}), counts.facts),
    )


def lead_text(desk: Desk, ref: str) -> str:
    """The lead as plain text, a sentence for each side: for data, the search and quoting."""
    return " ".join(text_of(line.sentence) for line in lead(desk, ref).lines)


def side_line(side: AnswerSide, ref: str, desk: Desk, *, brief: bool = False) -> SideLine:
    """One side in words; in `brief`, with the first of its voices."""
    return _line(side, ref, desk.beside(), brief=brief)


@lru_cache(maxsize=2**12)  # a dispute is shown on the pages of many entities
def _line(side: AnswerSide, ref: str, desk: Desk, *, brief: bool) -> SideLine:
    question, words = listing(ref, desk.atlas), desk.wording.question
    ends = extremes(side, desk.atlas)
    says = _range(ends, desk) if ends else value(side.answers[0], question, desk.atlas.config)
    if ends and len({one.claim.id for one in side.answers}) > 1:
        who, phrase = _who_of(ends, side, desk), words.side_with_ends
    else:
        who, phrase = voices(side.answers, desk, text_of(says), brief=brief), words.side
    counts = counting(side.answers, question, desk)
    if counts:
        says = filled(words.side_counts, amount=says, counts=counts)
    if side.parts:
        parts = [desk.findings.sides[ref][place] for place in side.parts]
        who = filled(words.side_parts, who=who, parts=_parts(parts, question, desk))
    sentence = filled(phrase, says=says, who=who)
    return SideLine(says, who, bool(side.opposed), sentence)


def _parts(parts: Iterable[AnswerSide], question: Question, desk: Desk) -> Html:
    """The parts of an amount with whom each counts, and after those of one voice who says so."""
    by_voice: defaultdict[Html, list[Answer]] = defaultdict(list)
    for one in (answer for side in parts for answer in side.answers):
        by_voice[givers([one], desk)].append(one)
    told = [
        filled(
            desk.wording.question.side_part,
            amounts=listed([_part(one, question, desk) for one in some], desk.wording),
            who=gathered(some, desk),
        )
        for some in by_voice.values()
    ]
    return joined("; ", told)


def _part(answer: Answer, question: Question, desk: Desk) -> Html:
    """An amount with whom it counts."""
    said = value(answer, question, desk.atlas.config)
    whom = facets(answer.given.population, None, question, desk.wording)
    return filled(desk.wording.question.side_counts, amount=said, counts=whom) if whom else said


def _range(ends: Ends, desk: Desk) -> Html:
    """The lowest and the highest amount, with what is counted once; or a change, as it went."""
    config, words = desk.atlas.config, desk.wording.question
    first, last = (
        end_in_words(one, config, lowest=lowest, yearly=ends.yearly)
        for one, lowest in ((ends.least, True), (ends.most, False))
    )
    if is_change(ends.low[0], ends.high[0]) and ends.low[0].index > ends.high[0].index:
        first, last = last, first
    counts = unit(ends.most, config, per="year" if ends.yearly else None)
    return filled(words.side_range, first=first, last=last, unit=counts)


def _who_of(ends: Ends, side: AnswerSide, desk: Desk) -> Html:
    """Who gives the lowest and who the highest amount, when, and how many give others."""
    words = desk.wording.question
    said = filled(
        words.side_ends,
        low=_end(ends.low, ends.least, ends, desk),
        high=_end(ends.high, ends.most, ends, desk),
    )
    others = len(side.answers) - len({one.key for one in (*ends.low, *ends.high)})
    if not others:
        return said
    rest = counted(others, desk.wording.counts.more_amounts)
    return filled(words.side_others, ends=said, others=rest)


def _end(answers: tuple[Answer, ...], figure: Figure, ends: Ends, desk: Desk) -> Html:
    """Who gives an amount and when; the amount again if the range shows only a part of it."""
    words, said = desk.wording.question, voices(answers, desk)
    stated = amount(figure, desk.atlas.config)
    monthly = ends.yearly and figure.per == "month"
    if figure.operator != "between" and not monthly:
        return said
    told = filled(words.side_monthly, amount=stated) if monthly else stated
    return filled(words.side_end_amount, end=said, amount=told)


def counting(answers: Iterable[Answer], question: Question, desk: Desk) -> Html:
    """Whom answers count and in what sense, if all agree and the question distinguishes these."""
    given = tuple(answers)
    people = {one.given.population for one in given}
    senses = {one.given.basis for one in given}
    names = next(iter(people)) if len(people) == 1 else ()
    sense = next(iter(senses)) if len(senses) == 1 else None
    return facets(names, sense, question, desk.wording)
