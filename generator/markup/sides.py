"""Sides in words: who gives which answer to a question, when, and from how many speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.atlas.atlas import Answer
from generator.atlas.keeping.noting import remembered
from generator.findings.sides import AnswerSide, Ends, extremes, listing
from generator.findings.timing import is_change, is_first_of_a_change
from generator.markup.answers import amount, end_in_words, facets, in_its_words, unit, value
from generator.markup.escaping import Html, escape, filled, joined, text_of
from generator.markup.inline import counted, listed
from generator.markup.readings import answer_as_read
from generator.markup.speakers import speaker
from generator.markup.voices import BRIEFLY, Telling, gathered, voices
from generator.markup.writer import Desk
from generator.records import Figure, Question

NOTHING = Html("")

OTHERS_NAMED = 2  # amounts between the lowest and the highest; if there are more, none is


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side of a question; `opposed` if another side can't be true together with it.

    `answer` is what it `says`, followed by a remark if that is our reading of all of its claims;
    `who` names the speakers, each with the time that they speak about. An amount of a question that
    distinguishes senses has its `sense`, and `in_sense` is the answer without it.
    """

    says: Html
    answer: Html
    who: Html
    opposed: bool
    sentence: Html
    sense: Html = NOTHING
    in_sense: Html = NOTHING


def of_amounts(answers: Iterable[Answer]) -> bool:
    """Whether answers are amounts; else they are choices."""
    return any(isinstance(one.given, Figure) for one in answers)


def different(found: Iterable[AnswerSide]) -> int:
    """How many answers some sides give: each choice counts once, and each amount in each claim."""
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


def side_line(side: AnswerSide, ref: str, desk: Desk, telling: Telling = BRIEFLY) -> SideLine:
    """One side in words."""
    return _line(side, ref, desk.beside(), telling)


@remembered(2**12)  # a dispute is shown on the pages of many entities
def _line(side: AnswerSide, ref: str, desk: Desk, telling: Telling) -> SideLine:
    question, words = listing(ref, desk.atlas), desk.wording.question
    ends = extremes(side, desk.atlas)
    first, config = side.answers[0], desk.atlas.config
    says = _range(ends, desk) if ends else in_its_words(first, question, config)
    apart = ends is not None and len({one.claim.id for one in side.answers}) > 1
    if ends and apart:
        who, phrase = _who_of(ends, side, desk), words.side_with_ends
    else:
        told = telling_of(side.answers, telling)
        who, phrase = voices(side.answers, desk, text_of(says), told), words.side
    counted, in_sense = with_counts(says, side.answers, question, desk)
    says = counted
    answer = says if apart else answer_as_read(says, side.answers, desk)
    in_sense = in_sense if apart else answer_as_read(in_sense, side.answers, desk)
    if side.parts:
        parts = [desk.findings.sides[ref][place] for place in side.parts]
        who = filled(words.side_parts, who=who, parts=_parts(parts, question, desk))
    sentence = filled(phrase, says=answer, who=who)
    sense = sense_of(side.answers, question)
    return SideLine(says, answer, who, bool(side.opposed), sentence, sense, in_sense)


def with_counts(
    says: Html, answers: Iterable[Answer], question: Question, desk: Desk
) -> tuple[Html, Html]:
    """An answer with whom it counts and in what sense, and with whom it counts only."""
    words, given = desk.wording.question, tuple(answers)

    def with_those(counts: Html) -> Html:
        return filled(words.side_counts, amount=says, counts=counts) if counts else says

    whom, both = counting(given, question, desk, sensed=False), counting(given, question, desk)
    return with_those(both), with_those(whom)


def sense_of(answers: Iterable[Answer], question: Question) -> Html:
    """The sense of some amounts, if it is one and the question distinguishes senses."""
    senses = {one.given.basis for one in answers if isinstance(one.given, Figure)}
    sense = next(iter(senses)) if len(senses) == 1 else None
    return escape(question.basis[sense].label) if sense and len(question.basis) > 1 else NOTHING


def telling_of(answers: Iterable[Answer], telling: Telling) -> Telling:
    """How voices are told after an answer, which says itself if it is our reading of all of them."""
    return replace(telling, readings=not all(one.reading for one in answers))


def _parts(parts: Iterable[AnswerSide], question: Question, desk: Desk) -> Html:
    """The parts of an amount with whom each counts; after the parts from one voice comes who says so."""
    by_voice: defaultdict[tuple[str, Html], list[Answer]] = defaultdict(list)
    for one in (answer for side in parts for answer in side.answers):
        by_voice[one.claim.source, speaker(one.claim, desk)].append(one)
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
    """The lowest and the highest amount, with what is counted given once; or a change, from first to last."""
    config, words = desk.atlas.config, desk.wording.question
    first, last = (
        end_in_words(one, config, lowest=lowest, yearly=ends.yearly)
        for one, lowest in ((ends.least, True), (ends.most, False))
    )
    counts = unit(ends.most, config, per="year" if ends.yearly else None)
    if is_change(ends.low[0], ends.high[0]):
        fallen = ends.low[0].index > ends.high[0].index
        first, last = (last, first) if fallen else (first, last)
        return filled(words.side_change, first=first, last=last, unit=counts)
    up_to = ends.most.operator == "at_most" and not ends.most.estimated
    phrase = words.side_range_up if up_to else words.side_range
    return filled(phrase, first=first, last=last, unit=counts)


def _who_of(ends: Ends, side: AnswerSide, desk: Desk) -> Html:
    """Who gives the lowest and who the highest amount, and when; and how many give others."""
    words = desk.wording.question
    said = filled(
        words.side_ends,
        low=_changed(_end(ends.low, ends.least, ends, desk), ends.low, side, desk),
        high=_changed(_end(ends.high, ends.most, ends, desk), ends.high, side, desk),
    )
    told = {one.key for one in (*ends.low, *ends.high)}
    told |= {one.key for last in side.answers for one in _before(last, side.answers)}
    others = [one for one in side.answers if one.key not in told]
    if not others:
        return said
    rest = counted(len(others), desk.wording.counts.more_amounts)
    if len(others) <= OTHERS_NAMED:
        named = [_changed(_other(one, desk), (one,), side, desk) for one in others]
        rest = joined("; ", named)
    return filled(words.side_others, ends=said, others=rest)


def _changed(end: Html, answers: tuple[Answer, ...], side: AnswerSide, desk: Desk) -> Html:
    """Who gives an amount; for an amount after a change, with the amount before it."""
    before = [one for last in answers for one in _before(last, side.answers)]
    if not before:
        return end
    question = listing(before[0].question, desk.atlas)
    said = in_its_words(before[0], question, desk.atlas.config)
    return filled(desk.wording.question.side_changed, end=end, amount=said)


def _before(last: Answer, answers: Iterable[Answer]) -> list[Answer]:
    """The amount that, according to its claim, this one changed from."""
    return [
        one
        for one in answers
        if is_change(one, last) and one.index < last.index and is_first_of_a_change(one)
    ]


def _other(answer: Answer, desk: Desk) -> Html:
    """An amount between the lowest and the highest, with who gives it and when."""
    words = desk.wording.question
    said = in_its_words(answer, listing(answer.question, desk.atlas), desk.atlas.config)
    return filled(words.side_part, amounts=said, who=voices([answer], desk))


def _end(answers: tuple[Answer, ...], figure: Figure, ends: Ends, desk: Desk) -> Html:
    """Who gives an amount and when; the amount again if the range shows only a part of it."""
    words, said = desk.wording.question, voices(answers, desk)
    stated = amount(figure, desk.atlas.config)
    monthly = ends.yearly and figure.per == "month"
    if figure.operator != "between" and not monthly:
        return said
    told = filled(words.side_monthly, amount=stated) if monthly else stated
    return filled(words.side_end_amount, end=said, amount=told)


def counting(
    answers: Iterable[Answer], question: Question, desk: Desk, *, sensed: bool = True
) -> Html:
    """Whom answers count and in what sense, if all agree and the question distinguishes these.

    Without `sensed`, only whom they count.
    """
    given = tuple(answers)
    people = {one.given.population for one in given}
    senses = {one.given.basis for one in given}
    names = next(iter(people)) if len(people) == 1 else ()
    sense = next(iter(senses)) if sensed and len(senses) == 1 else None
    return facets(names, sense, question, desk.wording)
