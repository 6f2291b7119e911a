"""The page of a question: how it stands, every answer beside the others, how each pair compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Answer, Atlas
from generator.findings.findings import Findings, originators
from generator.findings.standing import standing
from generator.markup.answers import population, value
from generator.markup.claims import numbered
from generator.markup.escaping import Html, filled, joined
from generator.markup.inline import counted
from generator.markup.paths import page_of
from generator.markup.views import Note
from generator.markup.writer import Desk
from generator.pages.cards import standing_words
from generator.pages.chart import ChartView, chart, when
from generator.pages.foot import Foot, question_foot
from generator.pages.matrix import MatrixView, matrix
from generator.pages.pairs import Group, groups
from generator.records import Figure, Question

SILENT_NAMED = 4  # documents without an answer; if there are more, none is named


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer as a row of the table; `stated` are the document's words for a number."""

    anchor: str | None
    value: Html
    stated: str
    counted: str
    basis: str
    when: str
    says: Html
    statement: Html
    citation: Html
    party: Html


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """All answers to one question, as a picture and as a table, and what comparing them brought.

    `tells_apart` is whether it matters whom an answer counts, or in what sense.
    """

    template: ClassVar[str] = "question.md.j2"
    path: str
    title: str
    lead: Html
    standing: Html
    silent: Html
    note: str | None
    broader: Html
    narrower: tuple[Html, ...]
    chart: ChartView | None
    matrix: MatrixView | None
    tells_apart: bool
    answers: tuple[AnswerRow, ...]
    pairs: tuple[Group, ...]
    topics: tuple[Html, ...]
    notes: tuple[Note, ...]
    foot: Foot


def question_page(ref: str, atlas: Atlas, findings: Findings) -> QuestionPage:
    """The view of one question."""
    return question_at(Desk(atlas, findings, page_of(ref)), ref)


def question_at(desk: Desk, ref: str) -> QuestionPage:
    """The view of one question, written at a desk."""
    atlas, findings = desk.atlas, desk.findings
    question = atlas.questions[ref].record
    answers, pairs = atlas.answers.get(ref, ()), findings.by_question[ref]
    _, notes = numbered(desk, [answer.claim for answer in answers])
    cited = {note.fact: desk.citation(atlas.claims[note.fact], note.number) for note in notes}
    firsts = {answer.claim.id: answer for answer in reversed(answers)}
    parent = atlas.questions[question.broader].record if question.broader else question
    return QuestionPage(
        path=desk.page,
        title=question.title,
        lead=_lead(answers, desk),
        standing=standing_words(standing(pairs), pairs, desk),
        silent=_silent(answers, desk),
        note=question.note,
        broader=desk.link(question.broader) if question.broader else Html(""),
        narrower=tuple(
            desk.link(key) for key, one in atlas.questions.items() if one.record.broader == ref
        ),
        chart=chart(answers, parent, pairs, desk, cited),
        matrix=matrix(answers, parent, pairs, desk, cited),
        tells_apart=bool(parent.population or parent.basis),
        answers=tuple(
            _row(answer, parent, desk, cited[answer.claim.id], first=answer in firsts.values())
            for answer in answers
        ),
        pairs=groups(pairs, parent, desk, cited),
        topics=tuple(desk.link(topic) for topic in question.topics),
        notes=notes,
        foot=question_foot(desk, ref),
    )


def _lead(answers: tuple[Answer, ...], desk: Desk) -> Html:
    counts = desk.wording.counts
    return filled(
        desk.wording.question.lead,
        answers=counted(len(answers), counts.answers),
        some=len({answer.claim.source for answer in answers}),
        documents=counted(len(desk.atlas.documents), counts.documents),
        originators=counted(originators(answers, desk.atlas), counts.originators),
    )


def _silent(answers: tuple[Answer, ...], desk: Desk) -> Html:
    """The documents that give no answer, where they are few enough to be named."""
    answering = {answer.claim.source for answer in answers}
    if not 0 < len(desk.atlas.documents) - len(answering) <= SILENT_NAMED:
        return Html("")
    silent = [desk.link(ref) for ref in desk.atlas.documents if ref not in answering]
    return filled(desk.wording.question.silent, documents=joined(", ", silent))


def _row(answer: Answer, question: Question, desk: Desk, cited: Html, *, first: bool) -> AnswerRow:
    given, claim = answer.given, answer.claim
    return AnswerRow(
        anchor=claim.id if first else None,
        value=value(answer, question, desk.atlas.config),
        stated=f"“{given.as_stated}”" if isinstance(given, Figure) else "",
        counted=population(given.population, question),
        basis=question.basis[given.basis].label if given.basis else "",
        when=when(answer, desk),
        says=desk.says(claim),
        statement=desk.prose(claim.statement),
        citation=cited,
        party=desk.party(claim),
    )
