"""The page of a fact: the permanent page of one claim, with every field of its record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.keeping.noting import remembered
from generator.data.citing import Cited, cite_document
from generator.data.forms import Forms
from generator.findings.findings import Findings
from generator.markup.answers import amount
from generator.markup.claims import brief, claim_note, contradictions
from generator.markup.dating import dating
from generator.markup.escaping import Html, escape, filled, joined
from generator.markup.inline import beginning, shortened
from generator.markup.paths import fact_page, page_of
from generator.markup.ties import tie_line
from generator.markup.views import Labelled, Note
from generator.markup.writer import Desk
from generator.pages.compared import Compared, compared
from generator.pages.foot import Foot, claim_foot
from generator.pages.history import history
from generator.records import Choice, Figure


@dataclass(frozen=True, slots=True)
class AboutFact:
    """A claim, its evidence, what it answers, and how that compares with other answers."""

    statement: Html
    says: Html
    disputed: tuple[Html, ...]
    fields: tuple[Labelled, ...]
    dating: tuple[Labelled, ...]
    figures: tuple[tuple[Labelled, ...], ...]
    compared: tuple[Compared, ...]
    related: tuple[tuple[str, Html, Html], ...]
    note: Note


@dataclass(frozen=True, slots=True)
class FactPage:
    """The page of one claim."""

    template: ClassVar[str] = "fact.md.j2"
    path: str
    title: str
    about: AboutFact
    history: tuple[Html, ...]
    foot: Foot


def fact_page_of(one: Forms, atlas: Atlas, findings: Findings) -> FactPage:
    """The page of a claim."""
    claim = atlas.claims[one.data.id]  # the same as an object, too
    desk = Desk(atlas, findings, fact_page(claim.id))
    cited = _cited(Desk(atlas, findings, page_of(claim.source)), claim.source)
    return FactPage(
        desk.page,
        shortened(claim.words),
        about_fact(desk, claim),
        tuple(history(desk, claim.id, atlas.seen(claim))),
        claim_foot(desk, one, cited),
    )


@remembered(2**10)
def _cited(desk: Desk, source: str) -> Cited:
    """How to cite a document, which is on the page of each of its claims."""
    return cite_document(desk, source)


def about_fact(desk: Desk, claim: Claim) -> AboutFact:
    """What the site says about one claim, on its page and in the book."""
    return AboutFact(
        statement=desk.statement(claim),
        says=desk.says(claim),
        disputed=tuple(contradictions(desk, claim)),
        fields=tuple(_fields(desk, claim)),
        dating=tuple(dating(desk, claim)),
        figures=(
            *(_given(desk, claim, figure) for figure in claim.fact.figures),
            *(_given(desk, claim, choice) for choice in claim.fact.choices),
        ),
        compared=tuple(compared(desk, claim)),
        related=tuple(_related(desk, claim)),
        note=claim_note(desk, claim, 1),
    )


def _fields(desk: Desk, claim: Claim) -> Iterator[Labelled]:
    fact, vocabulary, words = claim.fact, desk.atlas.config.vocabulary, desk.wording.fact
    yield words.when, (escape(desk.when(claim)),)
    if said_on := desk.said_on(claim):
        yield words.said_on, (escape(said_on),)
    yield words.kind, (escape(vocabulary.types[fact.type]),)
    if vocabulary.modalities[fact.modality]:
        yield words.modality, (escape(vocabulary.modalities[fact.modality]),)
    yield words.document, (desk.link(claim.source, desk.atlas.title(claim.source)),)
    if fact.attributed_as:
        yield words.credited_as, (escape(f"“{fact.attributed_as.exact}”"),)
    yield words.speaks_of, (joined(", ", [desk.link(ref) for ref in claim.mentions]),)
    if fact.relations:
        yield words.ties, tuple(tie_line(desk, relation, (claim,)) for relation in fact.relations)
    for field, reason in sorted(fact.inferred.items()):
        if field in fact.asked:
            label = filled(words.inferred_answer, question=desk.atlas.name(field))
        else:
            label = filled(words.inferred, field=words.fields.get(field, field))
        because = beginning(filled(words.inferred_because, reason=reason))
        yield label, (because,)


def _given(desk: Desk, claim: Claim, given: Figure | Choice) -> tuple[Labelled, ...]:
    """A figure or a choice, field by field."""
    rows: list[tuple[str, str]] = []
    words = desk.wording.fact
    question = desk.atlas.questions[given.answers].record if given.answers else None
    if isinstance(given, Figure):
        rows.append((words.as_stated, f"“{given.as_stated}”"))
        rows.append((words.value, amount(given, desk.atlas.config)))
        if given.as_of:
            rows.append((words.as_of, desk.date(given.as_of)))
    elif question:
        choice = question.choices[given.choice]
        answer = filled(words.denies, answer=choice) if given.denies else choice
        rows.append((words.answer, answer))
    if given.answers and question:
        rows.append((words.question, joined(", ", _asked(desk, claim, given))))
        if given.population:
            labels = ", ".join(question.population[key].label for key in given.population)
            rows.append((words.population, labels))
        if given.basis:
            rows.append((words.basis, question.basis[given.basis].label))
    return tuple((label, (escape(value),)) for label, value in rows)


def _asked(desk: Desk, claim: Claim, given: Figure | Choice) -> list[Html]:
    """The questions that a figure or a choice answers; the one that it names comes first."""
    asked = [
        ref
        for ref, answers in desk.atlas.answers_of.get(claim.id, {}).items()
        if any(one.given is given for one in answers)
    ]
    return [desk.link(ref) for ref in sorted(asked, key=lambda ref: ref != given.answers)]


def _related(desk: Desk, claim: Claim) -> list[tuple[str, Html, Html]]:
    rows = []
    for related in desk.atlas.related.get(claim.id, ()):
        words = desk.atlas.config.vocabulary.related[related.how]
        how = words.reverse if related.reverse else words.label
        note = beginning(escape(related.note or ""))
        rows.append((how, brief(desk, desk.atlas.claims[related.fact]), note))
    return rows
