"""The first page: what this site is, where the documents differ, how to read a claim, and ways in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim
from generator.findings.findings import Findings
from generator.markup.claims import numbered
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.inline import counted
from generator.markup.views import ClaimLine, Note
from generator.markup.writer import Desk
from generator.pages.cards import Card, liveliest
from generator.pages.foot import Foot, home_foot
from generator.pages.menu import menu

EXAMPLE_LENGTH = 170  # characters, at most, of the quotation that shows how to read a claim

QUESTIONS_SHOWN = 5  # those on which the documents differ most; the first is on the first screen


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page; `example` is a real claim that explains the parts of a line.

    While there is no claim, `begin` says how to record one.
    """

    template: ClassVar[str] = "home.md.j2"
    path: str
    title: str
    lead: str
    counts: str
    begin: Html
    documents: tuple[tuple[str, Html, str], ...]
    how_chosen: Html
    example: tuple[ClaimLine, ...]
    notes: tuple[Note, ...]
    foot: Foot
    liveliest: tuple[Card, ...]
    all_questions: Html
    ways: tuple[tuple[Html, str], ...]


def home_page(atlas: Atlas, findings: Findings) -> HomePage:
    """The view of the first page."""
    desk = Desk(atlas, findings, "index.md")
    words, counts = desk.wording.home, desk.wording.counts
    listed = menu(atlas)
    lines, notes = numbered(desk, _example(atlas, findings))
    return HomePage(
        path=desk.page,
        title=atlas.config.site.title,
        lead=joined(" ", [escape(one) for one in (atlas.config.site.about, words.lead) if one]),
        counts=filled(
            words.counts,
            documents=counted(len(atlas.documents), counts.documents),
            facts=counted(len(atlas.claims), counts.facts),
            questions=counted(len(atlas.questions), counts.questions),
        ),
        begin=Html("") if atlas.claims else _begin(desk),
        documents=tuple(_documents(desk)),
        how_chosen=desk.to("about/index.md", words.how_chosen),
        example=tuple(lines.values()),
        notes=notes,
        foot=home_foot(desk),
        liveliest=liveliest(desk, QUESTIONS_SHOWN),
        all_questions=desk.to("disagreements/index.md", words.all_questions),
        ways=tuple(
            (desk.to(f"{place}/index.md", desk.wording.titles[place]), about)
            for place, about in words.ways.items()
            if place in listed
        ),
    )


def _begin(desk: Desk) -> Html:
    """How to record the first claim."""
    words = desk.wording.home
    return filled(words.begin, command=tag("code", words.first_step))


def _documents(desk: Desk) -> Iterator[tuple[str, Html, str]]:
    """Each document with its letter, its name and its kind."""
    kinds = desk.atlas.config.vocabulary.source_kinds
    for ref, document in desk.atlas.documents.items():
        facts = counted(len(desk.atlas.drawn_from.get(ref, ())), desk.wording.counts.facts)
        about = joined(" · ", [escape(kinds[document.record.kind]), facts])
        yield document.record.letter, desk.link(ref), about


def _example(atlas: Atlas, findings: Findings) -> tuple[Claim, ...]:
    """A claim that shows all parts of a line: dated, credited, short, and contradicted."""

    def merits(claim: Claim) -> tuple[bool, ...]:
        fact = claim.fact
        return (
            not fact.own_voice,
            bool(fact.when and fact.when.known),
            len(claim.quotes) == 1 and len(claim.quotes[0].passage.exact) <= EXAMPLE_LENGTH,
            bool(fact.figures),
            bool(findings.of(claim.id, "contradict")),
        )

    best = max(atlas.claims.values(), key=merits, default=None)
    return (best,) if best else ()
