"""The page of a question: how it stands, every answer beside the others, how each pair compares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Answer, Atlas, Claim
from generator.findings.findings import Findings
from generator.findings.origins import originators
from generator.findings.sides import listing
from generator.markup.answers import value
from generator.markup.claims import numbered
from generator.markup.escaping import Html, filled, joined
from generator.markup.inline import counted, listed
from generator.markup.leads import LeadView, lead
from generator.markup.paths import page_of
from generator.markup.sides import (
    counting,
    different,
    extent,
    of_amounts,
    side_line,
)
from generator.markup.views import Note
from generator.markup.writer import Desk
from generator.pages.chart import ChartView, chart, when
from generator.pages.course import CourseView, course
from generator.pages.foot import Foot, question_foot
from generator.pages.matrix import MatrixView, matrix
from generator.pages.pairs import Group, groups
from generator.pages.stands import stands
from generator.records import Figure, Question

CLAIMS_UNFOLDED = 4  # on a phone, if there are no more than these and no chart shows them

SILENT_NAMED = 4  # documents without an answer; if there are more, none is named


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer; `stated` are the document's words for a number, `amount` the number in ours.

    `reading` says why the quote is read as this answer, if it does not state it.
    """

    anchor: str | None
    amount: Html
    stated: str
    counted: Html
    when: Html
    says: Html
    statement: Html
    citation: Html
    party: Html
    reading: Html


ANSWERS_DRAWN = 150  # in one chart; more are only listed


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """The claims on one side of a question, with the documents that make them.

    `folds` says that a script folds them on a narrow screen; without scripts, all are open.
    """

    says: Html
    opposed: bool
    letters: tuple[str, ...]
    folds: bool
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class AboutQuestion:
    """All answers to one question, and what comparing them showed; `cited` has the claims' citations."""

    counts: Html
    lead: LeadView
    note: str | None
    broader: Html
    narrower: tuple[Html, ...]
    see_also: Html
    groups: tuple[AnswerGroup, ...]
    pairs: tuple[Group, ...]
    topics: tuple[Html, ...]
    notes: tuple[Note, ...]
    cited: Mapping[str, Html]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """The page of one question, with a picture of its answers."""

    template: ClassVar[str] = "question.md.j2"
    path: str
    title: str
    about: AboutQuestion
    standing: Html
    silent: tuple[Html, ...]
    chart: ChartView | None
    undrawn: str
    course: CourseView | None
    matrix: MatrixView | None
    foot: Foot


def question_page(ref: str, atlas: Atlas, findings: Findings) -> QuestionPage:
    """The view of one question."""
    desk = Desk(atlas, findings, page_of(ref))
    about, rows = about_question(desk, ref), listing(ref, desk.atlas)
    answers, pairs = atlas.answers.get(ref, ()), findings.by_question[ref]
    in_time = course(findings.sides[ref], rows, desk, about.cited)
    crowded = len(answers) > ANSWERS_DRAWN and of_amounts(answers)
    return QuestionPage(
        path=desk.page,
        title=atlas.name(ref),
        about=about,
        standing=stands(ref, desk),
        silent=tuple(_silent(ref, desk)),
        chart=None if crowded else chart(answers, rows, pairs, desk, about.cited),
        undrawn=desk.wording.question.undrawn if crowded else "",
        course=in_time,
        matrix=None if in_time else matrix(findings.sides[ref], rows, pairs, desk, about.cited),
        foot=question_foot(desk, ref),
    )


def about_question(desk: Desk, ref: str) -> AboutQuestion:
    """What the site says about one question, on its page and in the book."""
    atlas, question, rows = desk.atlas, desk.atlas.questions[ref].record, listing(ref, desk.atlas)
    answers = atlas.answers.get(ref, ())
    _, notes = numbered(desk, [answer.claim for answer in answers])
    claims = desk.atlas.claims
    cited = {note.fact: desk.citation(claims[note.fact], note.number) for note in notes}
    return AboutQuestion(
        counts=_counts(ref, answers, desk),
        lead=lead(desk, ref),
        note=question.note,
        broader=desk.link(question.broader) if question.broader else Html(""),
        narrower=tuple(desk.link(key) for key in atlas.narrower.get(ref, ())),
        see_also=joined("; ", [desk.link(one) for one in question.see_also]),
        groups=tuple(_groups(ref, rows, desk, cited)),
        pairs=groups(desk.findings.by_question[ref], rows, desk, cited),
        topics=tuple(desk.link(topic) for topic in question.topics),
        notes=notes,
        cited=cited,
    )


def _counts(ref: str, answers: tuple[Answer, ...], desk: Desk) -> Html:
    """How many answers there are, and from how many original speakers."""
    counts, words = desk.wording.counts, desk.wording.question
    return filled(
        words.lead,
        extent=extent(ref, desk),
        choosing=_choosing(ref, desk),
        some=len({answer.claim.source for answer in answers}),
        documents=counted(len(desk.atlas.documents), counts.documents),
        originators=counted(originators(answers, desk.atlas), counts.originators),
    )


def _choosing(ref: str, desk: Desk) -> str:
    """The sentence that no answer is chosen, if there are several."""
    words, pairs = desk.wording.question, desk.findings.by_question[ref]
    apart = bool(pairs) and all(pair.outcome == "count-different" for pair in pairs)
    several = different(desk.findings.sides[ref]) > 1
    if apart and of_amounts(desk.atlas.answers[ref]):
        return ""  # the verdict says so
    said: str = words.apart if apart else words.not_choosing if several else ""
    return said


def _silent(ref: str, desk: Desk) -> Iterator[Html]:
    """The documents without a recorded answer, and those that were read and are silent."""
    atlas, words = desk.atlas, desk.wording.question
    answering = {answer.claim.source for answer in atlas.answers.get(ref, ())}
    read = [one.source for one in atlas.questions[ref].record.silent]
    if read:
        yield filled(words.read, documents=_documents(read, desk))
    others = [one for one in atlas.documents if one not in {*answering, *read}]
    if 0 < len(others) <= SILENT_NAMED:
        yield filled(words.silent, documents=_documents(others, desk))


def _documents(refs: list[str], desk: Desk) -> Html:
    return listed([desk.named(one) for one in refs], desk.wording)


def _groups(
    ref: str, question: Question, desk: Desk, cited: Mapping[str, Html]
) -> Iterator[AnswerGroup]:
    """The claims by side, in the order of the lead; a fact's first answer has its anchor."""
    found = desk.findings.sides[ref]
    answers = [answer for side in found for answer in side.answers]
    charted = any(isinstance(one.given, Figure) for one in answers)
    few = len(answers) <= CLAIMS_UNFOLDED and not charted
    anchored: set[str] = set()
    for side in found:
        rows = []
        for answer in side.answers:
            first = answer.claim.id not in anchored
            anchored.add(answer.claim.id)
            rows.append(_row(answer, question, desk, cited[answer.claim.id], first=first))
        letters = (desk.atlas.documents[one].record.letter for one in side.documents)
        says = side_line(side, ref, desk).says
        yield AnswerGroup(says, bool(side.opposed), tuple(letters), not few, tuple(rows))


def _row(answer: Answer, question: Question, desk: Desk, cited: Html, *, first: bool) -> AnswerRow:
    given, claim, words = answer.given, answer.claim, desk.wording.question
    number = isinstance(given, Figure)
    return AnswerRow(
        anchor=claim.id if first else None,
        amount=value(answer, question, desk.atlas.config) if number else Html(""),
        stated=f"“{given.as_stated}”" if isinstance(given, Figure) else "",
        counted=Html("") if number else counting([answer], question, desk),
        when=when(answer, desk),
        says=_says(claim, desk),
        statement=desk.statement(claim),
        citation=cited,
        party=desk.party(claim),
        reading=filled(words.reading, why=answer.reading) if answer.reading else Html(""),
    )


def _says(claim: Claim, desk: Desk) -> Html:
    """Who says so: for a document's own voice, its name is enough."""
    plain = claim.fact.own_voice and claim.fact.modality == "asserted"
    return desk.named(claim.source) if plain else desk.says(claim)
