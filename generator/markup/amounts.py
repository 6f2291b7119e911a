"""The amounts of one side, a line for each, so that nobody has to match numbers, names and times.

Two amounts between which one claim says that a number changed are one line.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.atlas.atlas import Answer
from generator.findings.sides import AnswerSide, extremes, is_yearly, listing, lowest
from generator.findings.standing import OPPOSED
from generator.findings.timing import is_change, is_one_change
from generator.markup.answers import change, in_a_year, in_its_words
from generator.markup.escaping import Html, filled, text_of
from generator.markup.readings import answer_as_read
from generator.markup.sides import SideLine, sense_of, side_line, telling_of, with_counts
from generator.markup.voices import Telling, voices
from generator.markup.writer import Desk
from generator.records import Figure

MOST_LINES = 4  # of one side; if it has more amounts, one line has the lowest and the highest


def side_lines(side: AnswerSide, ref: str, desk: Desk, telling: Telling) -> tuple[SideLine, ...]:
    """A side in words: a line for each of its amounts if they differ and are few, else one line.

    A side with parts is one line, because the parts belong to the whole side.
    """
    told = _told_together(side.answers, desk)
    if side.parts or len(told) > MOST_LINES or not extremes(side, desk.atlas):
        return (side_line(side, ref, desk, telling),)
    return tuple(_line(answers, side, ref, desk, telling) for answers in told)


def _told_together(answers: tuple[Answer, ...], desk: Desk) -> list[tuple[Answer, ...]]:
    """The answers that share a line: those of one change, or of one amount; the lowest first."""
    yearly = is_yearly(answers)
    found: dict[str, list[Answer]] = {}
    for one in answers:
        same = tuple(other for other in answers if is_change(one, other))
        key = one.claim.id if is_one_change(same) else _words(one, desk)
        found.setdefault(key, []).append(one)
    return sorted(
        map(tuple, found.values()), key=lambda some: lowest(some, desk.atlas, yearly=yearly)
    )


def _line(
    answers: tuple[Answer, ...], side: AnswerSide, ref: str, desk: Desk, telling: Telling
) -> SideLine:
    words, says = desk.wording.question, _says(answers, desk)
    if is_yearly(side.answers) and (year := _in_a_year(answers[0], desk)):
        says = filled(words.side_yearly, amount=says, yearly=year)
    question = listing(ref, desk.atlas)
    says, in_sense = with_counts(says, side.answers, question, desk)
    who = voices(answers, desk, text_of(says), telling_of(answers, telling))
    answer = answer_as_read(says, answers, desk)
    sentence = filled(words.side, says=answer, who=who)
    opposed, sense = _is_opposed(answers, ref, desk), sense_of(side.answers, question)
    in_sense = answer_as_read(in_sense, answers, desk)
    return SideLine(says, answer, who, opposed, sentence, sense, in_sense)


def _says(answers: tuple[Answer, ...], desk: Desk) -> Html:
    """A change from one amount to another, or one amount."""
    given = [one.given for one in sorted(answers, key=lambda one: one.index)]
    figures = [one for one in given if isinstance(one, Figure)]
    if is_one_change(answers):
        return change(figures[0], figures[-1], desk.atlas.config)
    return _words(answers[0], desk)


def _words(answer: Answer, desk: Desk) -> Html:
    return in_its_words(answer, listing(answer.question, desk.atlas), desk.atlas.config)


def _in_a_year(answer: Answer, desk: Desk) -> Html:
    """A monthly rate as a yearly one; "" for anything else."""
    given = answer.given
    if isinstance(given, Figure) and given.per == "month":
        return in_a_year(given, desk.atlas.config)
    return Html("")


def _is_opposed(answers: Iterable[Answer], ref: str, desk: Desk) -> bool:
    """Whether one of these answers is opposed to another."""
    pairs = [one for one in desk.findings.by_question[ref] if one.outcome in OPPOSED]
    against = {answer.key for pair in pairs for answer in (pair.a, pair.b)}
    return any(one.key in against for one in answers)
