"""The page of a fact: the permanent address of one claim, with every field of its record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.atlas import Atlas, Claim
from generator.escaping import Html, escape, joined
from generator.findings import Findings
from generator.pages.parts import Desk, Note
from generator.paths import fact_page
from generator.records import Choice, Figure


@dataclass(frozen=True, slots=True)
class FactPage:
    """One claim, its evidence, what it answers, and what others say to that."""

    template: ClassVar[str] = "fact.md.j2"
    path: str
    title: str
    statement: Html
    says: Html
    fields: tuple[tuple[str, Html], ...]
    figures: tuple[tuple[tuple[str, Html], ...], ...]
    pairs: tuple[tuple[Html, Html, str], ...]
    ties: tuple[tuple[str, Html, str], ...]
    note: Note
    file: str
    cite: str


def fact_view(claim: Claim, atlas: Atlas, findings: Findings) -> FactPage:
    """The view of one fact."""
    path = fact_page(claim.id)
    desk = Desk(atlas, findings, path)
    site = atlas.config.site
    return FactPage(
        path=path,
        title=shortened(claim.words),
        statement=desk.prose(claim.statement),
        says=desk.says(claim),
        fields=tuple(_fields(desk, claim)),
        figures=(
            *(_given(desk, figure) for figure in claim.fact.figures),
            *(_given(desk, choice) for choice in claim.fact.choices),
        ),
        pairs=tuple(_pairs(desk, claim)),
        ties=tuple(_ties(desk, claim)),
        note=desk.note(claim, 1),
        file=f"{claim.entry.path}:{claim.entry.place('id').line}",
        cite=f"“{claim.words}” {site.title}, version {site.version}, {claim.id}.",
    )


def shortened(text: str, limit: int = 90) -> str:
    """The text up to the last whole word within the limit."""
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …"


def _fields(desk: Desk, claim: Claim) -> list[tuple[str, Html]]:
    fact, vocabulary = claim.fact, desk.atlas.config.vocabulary
    rows: list[tuple[str, Html]] = [("When", escape(desk.when(claim)))]
    if fact.said_on:
        rows.append(("Said on", escape(desk.date(fact.said_on))))
    rows.append(("Kind", escape(vocabulary.types[fact.type])))
    if vocabulary.modalities[fact.modality]:
        rows.append(("Modality", escape(vocabulary.modalities[fact.modality])))
    rows.append(("Document", desk.link(claim.source, claim.document.record.title)))
    if fact.attributed_as:
        rows.append(("Credited as", escape(f"“{fact.attributed_as.exact}”")))
    rows.append(("Speaks of", joined(", ", [desk.link(ref) for ref in claim.mentions])))
    for relation in fact.relations:
        words = vocabulary.relations[relation.relation].label
        span = " ".join(filter(None, (desk.date(relation.from_), desk.date(relation.to))))
        tie = f"{desk.link(relation.subject)} {escape(words.lower())} {desk.link(relation.object)}"
        rows.append(("Tie", Html(f"{tie} {escape(span)}")))
    for field, reason in sorted(fact.inferred.items()):
        rows.append((f"Inferred: {field}", escape(reason)))
    return rows


def _given(desk: Desk, given: Figure | Choice) -> tuple[tuple[str, Html], ...]:
    """A figure or a choice, field by field."""
    rows: list[tuple[str, Html]] = []
    question = desk.atlas.questions[given.answers].record if given.answers else None
    if isinstance(given, Figure):
        rows.append(("As stated", escape(f"“{given.as_stated}”")))
        rows.append(("Value", escape(amount(given, desk))))
        if given.as_of:
            rows.append(("As of", escape(desk.date(given.as_of))))
    elif question:
        denial = "denies: " if given.denies else ""
        rows.append(("Answer", escape(denial + question.choices[given.choice])))
    if given.answers and question:
        rows.append(("Question", desk.link(given.answers)))
        if given.population:
            labels = ", ".join(question.population[key].label for key in given.population)
            rows.append(("Counts", escape(labels)))
        if given.basis:
            rows.append(("Basis", escape(question.basis[given.basis].label)))
    return tuple(rows)


def amount(figure: Figure, desk: Desk) -> str:
    """A figure's value with its bound, unit and period, in words."""
    vocabulary = desk.atlas.config.vocabulary
    numbers = [f"{number:,f}" for number in figure.stated_numbers]
    bound = {
        "number": "{}",
        "at_least": "at least {}",
        "more_than": "more than {}",
        "at_most": "at most {}",
        "less_than": "less than {}",
        "between": "{} to {}",
        "words": f"“{figure.words}”",
    }[figure.operator].format(*numbers)
    unit = figure.currency or vocabulary.units[figure.unit][numbers != ["1"]]
    per = f" {vocabulary.periods[figure.per]}" if figure.per else ""
    return f"{'about ' if figure.about else ''}{bound} {unit}{per}"


def _pairs(desk: Desk, claim: Claim) -> list[tuple[Html, Html, str]]:
    rows = []
    for one in desk.findings.by_fact.get(claim.id, ()):
        other = one.b.claim if one.a.claim.id == claim.id else one.a.claim
        if other.id != claim.id:
            line = f"{desk.permalink(other)} {escape(other.words)}"
            rows.append((desk.outcome(one), Html(line), desk.why(one)))
    return rows


def _ties(desk: Desk, claim: Claim) -> list[tuple[str, Html, str]]:
    rows = []
    for tie in desk.atlas.ties.get(claim.id, ()):
        words = desk.atlas.config.vocabulary.related[tie.how]
        other = desk.atlas.claims[tie.other]
        link = desk.to(fact_page(other.id), other.words)
        rows.append((words.reverse if tie.reverse else words.label, link, tie.note or ""))
    return rows
