"""Sides in words: who answers a question how, when, and through how many voices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas.atlas import Answer
from generator.findings.sides import AnswerSide, extremes, sides
from generator.findings.timing import Timing
from generator.markup.answers import population, value
from generator.markup.escaping import Html, filled, joined, text_of
from generator.markup.inline import counted
from generator.markup.writer import Desk
from generator.records import Choice, Question
from generator.text.dates import Edtf, Point, coarse, parse

SPEAKERS_NAMED = 2
SIDES_IN_A_LEAD = 4  # a reader is to have the answer in twenty seconds


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side of a question; `opposed` if another side can't be true together with it."""

    says: Html
    who: Html
    when: str
    opposed: bool


@dataclass(frozen=True, slots=True)
class LeadView:
    """The sides that a question leads with, and how many answers are told further down."""

    lines: tuple[SideLine, ...]
    more: Html


def lead(desk: Desk, ref: str, most: int = SIDES_IN_A_LEAD) -> LeadView:
    """The first sides of a question: those that are opposed, then the best attested."""
    found = sides(ref, desk.findings.by_question[ref], desk.atlas)
    question = desk.atlas.questions[ref].record
    asked = desk.atlas.questions[question.broader].record if question.broader else question
    rest = sum(len(side.answers) for side in found[most:])
    words = desk.wording.question
    return LeadView(
        tuple(_line(side, asked, desk) for side in found[:most]),
        filled(words.more_sides, answers=counted(rest, desk.wording.counts.answers))
        if rest
        else Html(""),
    )


def lead_text(desk: Desk, ref: str) -> str:
    """The lead as plain text, a sentence for each side: for data, the search and quoting."""
    words = desk.wording.question
    return " ".join(
        text_of(
            filled(words.side, says=line.says, who=line.who, when=line.when)
            if line.when
            else filled(words.side_undated, says=line.says, who=line.who)
        )
        for line in lead(desk, ref).lines
    )


def _line(side: AnswerSide, question: Question, desk: Desk) -> SideLine:
    return SideLine(
        says=_says(side, question, desk),
        who=_who(side, desk),
        when=_when(side, desk),
        opposed=bool(side.opposed),
    )


def _says(side: AnswerSide, question: Question, desk: Desk) -> Html:
    """What a side says: its choice, or its amount or amounts with what they count."""
    first, config = side.answers[0], desk.atlas.config
    if isinstance(first.given, Choice):
        return value(first, question, config)
    words = desk.wording.question
    ends = extremes(side, desk.atlas)
    if ends:
        low, high = (value(end, question, config) for end in ends)
        amount = filled(words.side_range, low=low, high=high)
    else:
        amount = value(first, question, config)
    counts = [
        population(first.given.population, question),
        question.basis[first.given.basis].label if first.given.basis else "",
    ]
    counting = ", ".join(filter(None, counts))
    return filled(words.side_counts, amount=amount, counts=counting) if counting else amount


def _who(side: AnswerSide, desk: Desk) -> Html:
    """Who says so: the speakers in one document, or the documents and their voices."""
    words = desk.wording.question
    if len(side.documents) == 1:
        return _in_one_document(side.answers, side.documents[0], desk)
    links = joined(", ", [desk.link(ref) for ref in side.documents])
    named = filled(words.side_documents, count=len(side.documents), documents=links)
    if side.voices == len(side.documents):
        return named
    voices = counted(side.voices, desk.wording.counts.originators)
    return filled(words.side_voices, who=named, voices=voices)


def _in_one_document(answers: Iterable[Answer], source: str, desk: Desk) -> Html:
    words, document = desk.wording.question, desk.link(source)
    claims = [answer.claim for answer in answers]
    credited = list(
        dict.fromkeys(
            desk.claimant(one)
            for claim in claims
            for one in claim.claimants
            if not claim.fact.own_voice
        )
    )
    own = any(claim.fact.own_voice for claim in claims)
    if not credited:
        return document
    named = joined(", ", credited[:SPEAKERS_NAMED])
    if len(credited) > SPEAKERS_NAMED:
        rest = len(credited) - SPEAKERS_NAMED
        named = filled(words.side_speakers_more, speakers=named, count=rest)
    phrase = words.side_in_and_itself if own else words.side_in
    return filled(phrase, speakers=named, document=document)


def _when(side: AnswerSide, desk: Desk) -> str:
    """The times that a side speaks of, from the first to the last."""
    first, last = side.first, side.last
    if first is None or last is None:
        return ""
    start, end = desk.timing(_start_of(first)), desk.timing(_end_of(last))
    if start == end or first == last:
        return desk.timing(first)
    return text_of(filled(desk.wording.question.side_times, first=start, last=end))


def _start_of(timing: Timing) -> Timing:
    """The beginning of a time; the whole of one that has no beginning."""
    date = coarse(timing.date) if timing.concluded else timing.date
    return _at(timing, date.first, date.earliest)


def _end_of(timing: Timing) -> Timing:
    """The end of a time; the whole of one that has no end."""
    date = coarse(timing.date) if timing.concluded else timing.date
    return _at(timing, date.last, date.latest)


def _at(timing: Timing, end: Point | None, day: dt.date | None) -> Timing:
    """One end of a time. Of a span that evidence gives, the month is enough."""
    if end is None or day is None:
        return timing
    if timing.concluded and timing.date.kind == "within" and end.day is not None:
        return Timing(parse(day.isoformat()[:7]), timing.known)
    return Timing(Edtf(end.text, "on", end, end), timing.known)
