"""The page of a person, a unit or a topic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas import Atlas, Claim
from generator.dates import sort_key
from generator.escaping import Html, escape, filled, joined, tag
from generator.findings import Findings
from generator.folding import fold_line
from generator.names import stands_in
from generator.pages.foot import Foot, foot
from generator.pages.parts import Desk, Line, Note, Row, bdi, counted, numbered
from generator.paths import href, page_of

FEW = 6
"""So many values of one row of the infobox are seen at once."""


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one type, in order of time; those that say the same stand together."""

    key: str
    title: str
    groups: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What the documents say of one person, body or topic."""

    template: ClassVar[str] = "entity.md.j2"
    path: str
    title: str
    kind: str
    spellings: tuple[tuple[Html, Html], ...]
    lead: str
    remarks: tuple[Html, ...]
    infobox: tuple[Row, ...]
    sections: tuple[Section, ...]
    questions: tuple[Html, ...]
    claimants: tuple[tuple[Html, int, tuple[Html, ...]], ...]
    sources: tuple[tuple[Html, int], ...]
    notes: tuple[Note, ...]
    foot: Foot


def entity_page(ref: str, atlas: Atlas, findings: Findings) -> EntityPage:
    """The view of one entity."""
    desk = Desk(atlas, findings, page_of(ref))
    entity, claims = atlas.entities[ref], _in_time(atlas.about.get(ref, ()))
    kinds = atlas.config.vocabulary.types
    grouped = {
        kind: _together([one for one in claims if one.fact.type == kind], findings)
        for kind in kinds
    }
    ordered = [one for groups in grouped.values() for group in groups for one in group]
    lines, notes = numbered(desk, ordered)
    numbers = {note.fact: note.number for note in notes}
    sections = tuple(
        Section(
            kind,
            kinds[kind],
            tuple(tuple(lines[one.id] for one in group) for group in groups),
        )
        for kind, groups in grouped.items()
        if groups
    )
    questions = {
        question
        for question, answers in atlas.answers.items()
        if any(ref in answer.claim.mentions for answer in answers)
    } | {q for q, entry in atlas.questions.items() if ref in entry.record.topics}
    sources = sorted({claim.source for claim in claims})
    subkinds = atlas.config.vocabulary.subkinds[ref.split("/", maxsplit=1)[0]]  # type: ignore[index]
    return EntityPage(
        path=page_of(ref),
        title=entity.record.name,
        kind=subkinds.get(entity.record.subkind or "", desk.wording.entity.person),
        spellings=tuple(_spellings(desk, ref)),
        lead=_lead(desk, len(ordered), len(sources)),
        remarks=tuple(_remarks(desk, ref)),
        infobox=tuple(_infobox(desk, ref, claims, numbers)),
        sections=sections,
        questions=tuple(desk.link(question) for question in sorted(questions)),
        claimants=_claimants(desk, claims),
        sources=tuple((desk.link(s), sum(c.source == s for c in claims)) for s in sources),
        notes=notes,
        foot=foot(desk, entity.record.name, "entities", ref, entity.path),
    )


def _together(claims: list[Claim], findings: Findings) -> list[tuple[Claim, ...]]:
    """The claims in their order, but those that say the same beside the first of them."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(findings.alike.get(claim.id, claim.id), []).append(claim)
    return [tuple(group) for group in groups.values()]


def _in_time(claims: tuple[Claim, ...]) -> list[Claim]:
    """Dated facts first, in order of time; the others after them, as their documents have them."""
    return sorted(
        claims, key=lambda one: (0, sort_key(one.fact.when)) if one.fact.when else (1, ())
    )


def _lead(desk: Desk, facts: int, sources: int) -> Html:
    counts = desk.wording.counts
    return filled(
        desk.wording.entity.lead[facts != 1],
        facts=counted(facts, counts.facts),
        documents=counted(sources, counts.documents),
    )


def _spellings(desk: Desk, ref: str) -> list[tuple[Html, Html]]:
    """Each spelling with the letters of the documents in which it stands."""
    found = []
    for alias in desk.atlas.entities[ref].record.spellings:
        name = fold_line(alias.name)
        users = [
            tag(
                "a",
                one.record.letter,
                class_="badge",
                href=href(desk.page, page_of(one.ref)),
                title=one.record.short,
            )
            for one in desk.atlas.documents.values()
            if one.seed and stands_in(name, one.seed.flat)
        ]
        unused = tag("span", desk.wording.entity.in_no_document, class_="hint")
        used = joined(" ", users) if users else unused
        found.append((bdi(alias.name), used))
    return found


def _remarks(desk: Desk, ref: str) -> list[Html]:
    """Whom or what it may be, and whom or what it is not, each with the reason."""
    record, words = desk.atlas.entities[ref].record, desk.wording.entity
    judged = [(words.distinct, other.ref, other.because) for other in record.distinct_from]
    if record.probably:
        judged.insert(0, (words.probably, record.probably.ref, record.probably.because))
    return [filled(phrase, other=desk.link(ref), reason=why) for phrase, ref, why in judged]


def _infobox(desk: Desk, ref: str, claims: list[Claim], numbers: dict[str, int]) -> Iterator[Row]:
    """Every tie of the entity, from its own end, with each claim that states it."""
    rows: defaultdict[str, defaultdict[Html, list[Html]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for tie in claim.fact.relations:
            words = desk.atlas.config.vocabulary.relations[tie.relation]
            span = " ".join(filter(None, (desk.date(tie.from_), desk.date(tie.to))))
            for own, other, label in (
                (tie.subject, tie.object, words.label),
                (tie.object, tie.subject, words.reverse),
            ):
                if own == ref:
                    value = Html(f"{desk.link(other)} {escape(span)}".strip())
                    cited = desk.citation(claim, numbers[claim.id])
                    if cited not in rows[label][value]:
                        rows[label][value].append(cited)
    for label, values in sorted(rows.items()):
        cited_values = [joined(" ", [value, *cited]) for value, cited in values.items()]
        yield label, _folded(cited_values, desk.wording.entity.more)


def _folded(values: list[Html], more: str) -> tuple[Html, ...]:
    """The values, all but a few of a long list folded away."""
    if len(values) <= FEW + 1:
        return tuple(values)
    rest = joined("", [tag("p", value) for value in values[FEW:]])
    summary = tag("summary", filled(more, count=len(values) - FEW))
    return (*values[:FEW], tag("details", joined("", [summary, rest])))


def _claimants(desk: Desk, claims: list[Claim]) -> tuple[tuple[Html, int, tuple[Html, ...]], ...]:
    """Who says these things and how often, with what shows that they are parties to them."""
    counts: Counter[Html] = Counter()
    parties: defaultdict[Html, dict[Html, None]] = defaultdict(dict)
    for claim in claims:
        counts.update(desk.claimant(one) for one in claim.claimants)
        for stake, words in desk.parties(claim):
            parties[desk.claimant(stake.speaker)][words] = None
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple((who, count, tuple(parties[who])) for who, count in ranked)
