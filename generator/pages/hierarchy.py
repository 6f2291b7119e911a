"""The page of the hierarchy: what is part of what, and who led it or belonged to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim
from generator.findings.findings import Findings
from generator.findings.hierarchy import Branch, Hierarchy, hierarchy
from generator.findings.ties import Stated, Tie
from generator.markup.escaping import Html, filled, joined, text_of
from generator.markup.inline import counted
from generator.markup.paths import fact_page
from generator.markup.writer import Desk
from generator.records.references import kind_of


@dataclass(frozen=True, slots=True)
class StatedTie:
    """A claim that states a tie: its time, its speakers and its permanent page."""

    span: str
    says: Html
    permalink: Html
    party: Html
    disputed: Html


@dataclass(frozen=True, slots=True)
class Tied:
    """An entity at the end of a tie, with each claim that states it."""

    who: Html
    said: tuple[StatedTie, ...]


@dataclass(frozen=True, slots=True)
class BranchView:
    """An entity in the hierarchy: the ties that place it here, its people by label, and its parts.

    `names` are the labels of the ties, for a narrow screen. It has an anchor if it is whole.
    """

    anchor: str | None
    name: Html
    ties: tuple[tuple[str, tuple[Tied, ...]], ...]
    names: tuple[Html, ...]
    remarks: tuple[Html, ...]
    parts: tuple[BranchView, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """The topmost entities of one subkind."""

    key: str
    title: str
    branches: tuple[BranchView, ...]


@dataclass(frozen=True, slots=True)
class HierarchyPage:
    """Every tie of the hierarchy; which units, and how many people, have none."""

    template: ClassVar[str] = "hierarchy.md.j2"
    path: str
    title: str
    lead: Html
    sorts: tuple[Sort, ...]
    apart: tuple[Html, ...]
    people_apart: Html


HIERARCHY_PAGE = "hierarchy/index.md"


def hierarchy_page(atlas: Atlas, findings: Findings) -> HierarchyPage:
    """The view of the whole hierarchy."""
    desk, whole = Desk(atlas, findings, HIERARCHY_PAGE), hierarchy(atlas)
    words, counts = desk.wording.hierarchy, desk.wording.counts
    stated = [tie for some in (*whole.parts.values(), *whole.people.values()) for tie in some]
    sources = {source for tie in stated for source in tie.sources}
    tied = whole.bodies | {tie.subject for tie in stated}
    units = [ref for ref in atlas.of_kind("units") if ref not in tied]
    people = [ref for ref in atlas.of_kind("people") if ref not in tied]
    return HierarchyPage(
        path=HIERARCHY_PAGE,
        title=desk.wording.titles.hierarchy,
        lead=filled(
            words.lead,
            ties=counted(len(stated), counts.ties),
            documents=counted(len(sources), counts.documents),
        ),
        sorts=tuple(_sorts(desk, whole)),
        apart=tuple(desk.link(ref) for ref in sorted(units, key=atlas.name)),
        people_apart=_people_apart(desk, len(people)),
    )


def _people_apart(desk: Desk, count: int) -> Html:
    people = desk.to("people/index.md", desk.wording.titles.people)
    return filled(desk.wording.hierarchy.people, count=count, people=people) if count else Html("")


def _sorts(desk: Desk, whole: Hierarchy) -> Iterator[Sort]:
    """The topmost entities by subkind, in the order of the vocabulary."""
    vocabulary = desk.atlas.config.vocabulary
    for kind, sorts in vocabulary.subkinds.items():
        for key, title in (sorts or {"": desk.wording.titles[kind]}).items():
            branches = tuple(
                _branch(desk, branch, whole)
                for branch in whole.branches
                if kind_of(branch.name) == kind
                and (desk.atlas.entities[branch.name].record.subkind or "") == key
            )
            if branches:
                heading = vocabulary.heading(kind, key, len(branches)) if key else title
                yield Sort(f"{kind}-{key}", heading, branches)


def anchor(ref: str) -> str:
    """The anchor of the place where everything under an entity is listed."""
    return f"at-{ref.replace('/', '-')}"


def _branch(
    desk: Desk, branch: Branch, whole: Hierarchy, placed: tuple[Tie, ...] = ()
) -> BranchView:
    words, ref = desk.wording.hierarchy, branch.name
    if branch.whole:
        others = [
            desk.to(HIERARCHY_PAGE, desk.atlas.name(one), anchor(one))
            for one in whole.above.get(ref, ())
        ]
        remarks = [filled(words.above, others=joined(", ", others))] if others else []
    else:
        home = desk.to(HIERARCHY_PAGE, desk.atlas.name(ref), anchor(ref))
        remarks = [filled(words.elsewhere, body=home)]
    ties = tuple(_ties(desk, placed, whole.people.get(ref, ()) if branch.whole else ()))
    return BranchView(
        anchor=anchor(ref) if branch.whole else None,
        name=desk.link(ref),
        ties=ties,
        names=tuple(
            filled(words.staff, label=label, who=", ".join(text_of(one.who) for one in some))
            for label, some in ties
        ),
        remarks=tuple(remarks),
        parts=tuple(
            _branch(desk, part, whole, whole.parts[part.name, ref]) for part in branch.under
        ),
    )


def _ties(
    desk: Desk, placed: tuple[Tie, ...], people: tuple[Tie, ...]
) -> Iterator[tuple[str, tuple[Tied, ...]]]:
    relations = desk.atlas.config.vocabulary.relations
    for relation, some in groupby(placed, key=lambda tie: tie.relation):
        yield relations[relation].label, tuple(_tied(desk, one.object, one) for one in some)
    for relation, some in groupby(people, key=lambda tie: tie.relation):
        yield relations[relation].reverse, tuple(_tied(desk, one.subject, one) for one in some)


def _tied(desk: Desk, ref: str, tie: Tie) -> Tied:
    return Tied(desk.link(ref), tuple(_claim(desk, stated) for stated in tie.stated))


def _disputed(desk: Desk, claim: Claim) -> Html:
    """The questions on which other claims contradict this one; most are not about the tie itself."""
    questions = {pair.a.question for pair in desk.findings.of(claim.id, "contradict")}
    if not questions:
        return Html("")
    asked = joined(" · ", [desk.link(ref) for ref in sorted(questions)])
    return desk.sign("contradict", filled(desk.wording.hierarchy.disputed, questions=asked))


def _claim(desk: Desk, stated: Stated) -> StatedTie:
    claim, relation = stated
    return StatedTie(
        span=desk.span(relation),
        says=desk.says(claim),
        permalink=desk.permalink(claim),
        party=desk.party(claim, fact_page(claim.id)),
        disputed=_disputed(desk, claim),
    )
