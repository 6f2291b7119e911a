"""The page of a question: every answer beside the others, and how each pair compares."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas import Answer, Atlas
from generator.compare import Comparison, Outcome
from generator.escaping import Html, escape, filled
from generator.findings import Findings, originators
from generator.pages.fact import amount
from generator.pages.foot import Foot, foot
from generator.pages.parts import Desk, Note, counted, numbered
from generator.paths import page_of
from generator.records import Figure, Question

ORDER: tuple[Outcome, ...] = (
    "disagree",
    "compatible",
    "agree",
    "one-voice",
    "part-of",
    "unknown",
    "different",
)
"""Pairs that speak of the same thing come first, and of these those that disagree."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer as a row of the table."""

    anchor: str | None
    value: str
    counted: str
    basis: str
    when: str
    says: Html
    statement: Html
    citation: Html
    party: Html


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """All answers to one question, and what comparing them brought."""

    template: ClassVar[str] = "question.md.j2"
    path: str
    title: str
    lead: str
    note: str | None
    broader: Html
    narrower: tuple[Html, ...]
    answers: tuple[AnswerRow, ...]
    outcomes: tuple[tuple[Html, int], ...]
    pairs: tuple[tuple[Html, Html, Html, str], ...]
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
    answers = atlas.answers.get(ref, ())
    _, notes = numbered(desk, [answer.claim for answer in answers])
    cited = {note.fact: desk.citation(atlas.claims[note.fact], note.number) for note in notes}
    firsts = {answer.claim.id: answer for answer in reversed(answers)}
    parent = atlas.questions[question.broader].record if question.broader else question
    return QuestionPage(
        path=desk.page,
        title=question.title,
        lead=_lead(answers, desk),
        note=question.note,
        broader=desk.link(question.broader) if question.broader else Html(""),
        narrower=tuple(
            desk.link(key) for key, one in atlas.questions.items() if one.record.broader == ref
        ),
        answers=tuple(
            _row(answer, parent, desk, cited[answer.claim.id], first=answer in firsts.values())
            for answer in answers
        ),
        outcomes=_outcomes(desk, findings.by_question[ref]),
        pairs=tuple(
            (
                desk.outcome(one),
                _short(one.a, parent, desk, cited),
                _short(one.b, parent, desk, cited),
                desk.why(one),
            )
            for one in sorted(findings.by_question[ref], key=lambda one: ORDER.index(one.outcome))
        ),
        topics=tuple(desk.link(topic) for topic in question.topics),
        notes=notes,
        foot=foot(desk, question.title, "questions", ref, atlas.questions[ref].path),
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


def _outcomes(desk: Desk, pairs: tuple[Comparison, ...]) -> tuple[tuple[Html, int], ...]:
    """How often each outcome came out, disagreement first."""
    counts = Counter(one.outcome for one in pairs)
    order = [outcome for outcome in ORDER if counts[outcome]]
    return tuple((desk.outcome_called(outcome), counts[outcome]) for outcome in order)


def value(answer: Answer, question: Question, desk: Desk) -> str:
    """What an answer says, in words."""
    if isinstance(answer.given, Figure):
        return amount(answer.given, desk)
    choice = question.choices[answer.given.choice]
    return filled(desk.wording.question.denies, answer=choice) if answer.given.denies else choice


def _row(answer: Answer, question: Question, desk: Desk, cited: Html, *, first: bool) -> AnswerRow:
    given, claim = answer.given, answer.claim
    return AnswerRow(
        anchor=claim.id if first else None,
        value=value(answer, question, desk),
        counted=", ".join(question.population[key].label for key in given.population),
        basis=question.basis[given.basis].label if given.basis else "",
        when=desk.when(claim),
        says=desk.says(claim),
        statement=desk.prose(claim.statement),
        citation=cited,
        party=desk.party(claim),
    )


def _short(answer: Answer, question: Question, desk: Desk, cited: dict[str, Html]) -> Html:
    return Html(f"{escape(value(answer, question, desk))} {cited[answer.claim.id]}")
