"""The pages of what would be left without one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from generator.atlas.atlas import Answer, Atlas, Claim
from generator.findings.findings import Findings
from generator.findings.ties import Tie
from generator.findings.without import Asked, Left, Without
from generator.markup.answers import value
from generator.markup.escaping import Html, filled, joined, tag, text_of
from generator.markup.inline import counted
from generator.markup.paths import href, page_of
from generator.markup.sides import counting
from generator.markup.speakers import tie_told, told_by
from generator.markup.ties import tie_line
from generator.markup.views import Labelled
from generator.markup.writer import Desk
from generator.pages.rests import page_without
from generator.records import Question
from generator.records.references import kind_of

INDEX = "without/index.md"


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A page, and how much of it would be left; `share` is in per cent."""

    link: Html
    left: int
    all: int
    share: int
    remark: str


@dataclass(frozen=True, slots=True)
class WithoutPage:
    """What would be left of the site without one document."""

    template: ClassVar[str] = "without.md.j2"
    path: str
    title: str
    lead: Html
    source: Html
    index: Html
    questions: tuple[LeftRow, ...]
    emptied: tuple[Labelled, ...]
    entities: tuple[LeftRow, ...]


@dataclass(frozen=True, slots=True)
class WithoutRow:
    """A document, and how much rests on it."""

    link: Html
    letter: str
    facts: int
    emptied: int
    unanswered: int
    settled: int


@dataclass(frozen=True, slots=True)
class WithoutIndex:
    """All documents side by side, with how much would be lost without each."""

    template: ClassVar[str] = "without-index.md.j2"
    path: str
    title: str
    lead: str
    documents: tuple[WithoutRow, ...]


def without_pages(
    atlas: Atlas, findings: Findings, lost: Mapping[str, Without]
) -> Iterator[WithoutPage | WithoutIndex]:
    """A page for each document, and one that compares them."""
    yield _index(Desk(atlas, findings, INDEX), lost.values())
    for loss in lost.values():
        yield _page(Desk(atlas, findings, page_without(loss.source)), loss)


def _index(desk: Desk, lost: Iterable[Without]) -> WithoutIndex:
    rows = (
        WithoutRow(
            desk.to(page_without(one.source), desk.atlas.name(one.source)),
            desk.atlas.documents[one.source].record.letter,
            one.facts.all - one.facts.left,
            len(one.emptied),
            len(one.unanswered),
            len(one.settled),
        )
        for one in lost
    )
    words = desk.wording.without
    return WithoutIndex(INDEX, words.index, words.index_lead, tuple(rows))


def _page(desk: Desk, lost: Without) -> WithoutPage:
    words, counts = desk.wording.without, desk.wording.counts
    return WithoutPage(
        path=desk.page,
        title=filled(words.title, document=text_of(desk.named(lost.source))),
        lead=filled(
            words.lead,
            left=f"{lost.facts.left:,}",
            facts=counted(lost.facts.all, counts.facts),
            pages=counted(len(lost.emptied), counts.pages),
            questions=counted(len(lost.unanswered), counts.questions),
            disagreements=counted(len(lost.settled), counts.disagreements),
        ),
        source=desk.to(page_of(lost.source), words.source, "alone"),
        index=desk.to(INDEX, words.index),
        questions=tuple(
            _question(desk, one) for one in sorted(lost.questions, key=_least_left(desk))
        ),
        emptied=tuple(_by_kind(desk, lost.emptied)),
        entities=tuple(
            _row(desk, one, href(desk.page, page_of(one.ref)) + _query(desk, lost.source))
            for one in sorted(lost.entities, key=_least_left(desk))
            if one.left
        ),
    )


def _query(desk: Desk, source: str) -> str:
    """The end of the address of an entity's page with the document hidden."""
    return f"?without={desk.atlas.documents[source].record.letter}"


def _least_left(desk: Desk) -> Callable[[Left | Asked], tuple[float, int, str]]:
    """The rows, those with the least left first."""
    return lambda one: (one.left / one.all, -one.all, desk.atlas.name(one.ref))


def _row(desk: Desk, share: Left | Asked, address: str, remark: str = "") -> LeftRow:
    link = tag("a", tag("bdi", desk.atlas.name(share.ref)), href=address)
    return LeftRow(link, share.left, share.all, 100 * share.left // share.all, remark)


def _question(desk: Desk, asked: Asked) -> LeftRow:
    words = desk.wording.without
    remark = words.still if asked.still else words.settled if asked.disputed else words.undisputed
    return _row(
        desk, asked, href(desk.page, page_of(asked.ref)), remark if asked.left else words.unanswered
    )


def _by_kind(desk: Desk, refs: Iterable[str]) -> Iterator[Labelled]:
    """Links to entities, by kind and then by name."""
    titles = desk.wording.titles
    for kind, own in groupby(sorted(refs), key=kind_of):
        links = [desk.link(ref) for ref in sorted(own, key=desk.atlas.name)]
        yield titles[kind], (joined(", ", links),)


def alone(desk: Desk, lost: Without) -> Iterator[Labelled]:
    """What only this document has: answers, ties, claimants and entities."""
    words = desk.wording.source
    if lost.unanswered:
        yield words.only_questions, tuple(map(desk.link, lost.unanswered))
    answered = {
        question: [*own] for question, own in groupby(lost.answers, lambda one: one.question)
    }
    answers = {key: own for key, own in answered.items() if key not in lost.unanswered}
    if answers:
        yield words.only_answers, tuple(_answers(desk, key, own) for key, own in answers.items())
    if lost.ties:
        yield words.only_ties, tuple(_tie(desk, tie) for tie in lost.ties)
    if lost.claimants:
        speakers = sorted(map(desk.claimant, lost.claimants))
        yield words.only_claimants, (joined(", ", speakers),)
    for kind, label in words.only.items():
        own = sorted((one for one in lost.emptied if kind_of(one) == kind), key=desk.atlas.name)
        if own:
            yield label, (joined(", ", [desk.link(one) for one in own]),)


def _answers(desk: Desk, ref: str, own: list[Answer]) -> Html:
    """A question, and what only this document answers, each answer once."""
    question = desk.atlas.questions[ref].record
    by_value: dict[Html, list[Claim]] = {}
    for one in own:
        by_value.setdefault(_told(one, question, desk), []).append(one.claim)
    values = [
        _cited(told_by(said, claims, desk), claims, desk) for said, claims in by_value.items()
    ]
    return joined(
        "",
        [desk.link(ref), tag("ul", joined("", [tag("li", one) for one in values]), class_="plain")],
    )


def _told(answer: Answer, question: Question, desk: Desk) -> Html:
    """An answer, with whom it counts and in what sense, if the question distinguishes these."""
    said = value(answer, question, desk.atlas.config)
    counts = counting([answer], question, desk)
    words = desk.wording.question
    return filled(words.side_counts, amount=said, counts=counts) if counts else said


def _tie(desk: Desk, tie: Tie) -> Html:
    claims = [claim for claim, _ in tie.stated]
    line = tie_line(desk, tie.stated[0][1], claims, timeless=True)
    return _cited(tie_told(line, claims, desk), claims, desk)


def _cited(said: Html, claims: Sequence[Claim], desk: Desk) -> Html:
    """What claims say, with a link to each."""
    return joined(" ", [said, *map(desk.permalink, claims)])
