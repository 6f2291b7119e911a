"""The records as the data has them: from the atlas to the shapes of `models`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from generator.atlas.atlas import Answer, Atlas, Document
from generator.atlas.keeping.recalled import Recall, made_afresh
from generator.data.from_claims import evidence_data, fact_data, in_calendar
from generator.data.models.facts import FactData
from generator.data.models.records import (
    AliasData,
    AnswerData,
    BasisData,
    ContainerData,
    CoverageData,
    CreatorData,
    EntityData,
    PageData,
    PairData,
    PopulationData,
    QuestionData,
    QuestionFacetsData,
    SilenceData,
    SourceData,
    SourceDateData,
)
from generator.data.models.withdrawn import WithdrawnData
from generator.data.withdrawn import withdrawn_data
from generator.findings.compare import Comparison
from generator.findings.findings import Findings
from generator.markup import paths
from generator.markup.leads import lead_text
from generator.markup.writer import Desk
from generator.records import Choice, Entity, Figure, Question, Source
from generator.records.creators import ROLES
from generator.records.references import entity_kind_of
from generator.text.writing_systems import script_of


@dataclass(frozen=True, slots=True)
class SiteData:
    """All records as the data has them, by id or reference."""

    facts: Mapping[str, FactData]
    entities: Mapping[str, EntityData]
    questions: Mapping[str, QuestionData]
    sources: Mapping[str, SourceData]
    withdrawn: Mapping[str, WithdrawnData]


def site_data(atlas: Atlas, findings: Findings, recall: Recall = made_afresh) -> SiteData:
    """All records of an atlas that has no problems."""

    def fact(key: str) -> FactData:
        return fact_data(atlas.claims[key], atlas)

    def question(ref: str) -> QuestionData:
        return question_data(ref, atlas, findings)

    return SiteData(
        {key: recall(f"data of {key}", None, partial(fact, key)) for key in atlas.claims},
        {ref: entity_data(ref, entry.record) for ref, entry in atlas.entities.items()},
        {ref: recall(f"data of {ref}", None, partial(question, ref)) for ref in atlas.questions},
        {ref: source_data(document, atlas) for ref, document in atlas.documents.items()},
        {key: withdrawn_data(entry, atlas) for key, entry in atlas.withdrawn.items()},
    )


def entity_data(ref: str, entity: Entity) -> EntityData:
    """A person, a body or a topic, as the data has it."""
    return EntityData.model_validate(
        {
            "ref": ref,
            "name": entity.name,
            "aliases": tuple(
                AliasData(name=one.name, script=script_of(one.name)) for one in entity.aliases
            ),
            "kind": entity_kind_of(ref),
            "subkind": entity.subkind,
            "formerly": entity.formerly,
            "url": paths.url(paths.page_of(ref)),
        }
    )


def question_data(ref: str, atlas: Atlas, findings: Findings) -> QuestionData:
    """A question with its answers, as the data has it."""
    question = atlas.questions[ref].record
    asked = atlas.questions[question.broader].record if question.broader else question
    return QuestionData(
        ref=ref,
        title=question.title,
        unit=asked.unit,
        facets=_question_facets(asked),
        choices=asked.choices,
        denials=asked.denials,
        exclusive=_all_contrary(asked),
        contrary=asked.contrary,
        fitting=asked.fitting,
        answers=tuple(_answer(one) for one in atlas.answers.get(ref, ())),
        pairs=tuple(_pair(one, atlas) for one in findings.by_question[ref]),
        silent=tuple(SilenceData(source=one.source, note=one.note) for one in question.silent),
        lead=lead_text(Desk(atlas, findings, paths.page_of(ref)), ref),
        see_also=question.see_also,
        formerly=question.formerly,
        url=paths.url(paths.page_of(ref)),
    )


def _question_facets(question: Question) -> QuestionFacetsData:
    return QuestionFacetsData(
        population={
            key: PopulationData(label=one.label, made_of=one.made_of, unnamed=one.unnamed)
            for key, one in question.population.items()
        },
        basis={
            key: BasisData(label=one.label, time=one.time) for key, one in question.basis.items()
        },
    )


def _answer(answer: Answer) -> AnswerData:
    given = answer.given
    choice = given if isinstance(given, Choice) else None
    return AnswerData(
        fact=answer.claim.id,
        figure=None if choice else answer.index,
        choice=choice.choice if choice else None,
        denies=choice.denies if choice else False,
        population=given.population,
        basis=given.basis,
    )


def _pair(found: Comparison, atlas: Atlas) -> PairData:
    words = atlas.config.wording
    return PairData(
        a=_name(found.a),
        b=_name(found.b),
        outcome=found.outcome,
        why=words.reasons[found.why],
        says=found.says,
        scope=found.reach,
        unless=" ".join(words.comparing.unless[doubt] for doubt in found.doubts) or None,
    )


def _name(answer: Answer) -> str:
    """The name of an answer: its fact, and its place there."""
    group = "figures" if isinstance(answer.given, Figure) else "choices"
    return f"{answer.claim.id}/{group}/{answer.index}"


def _all_contrary(question: Question) -> bool:
    """Whether any two choices of a question exclude each other."""
    pairs = {frozenset(pair) for pair in question.contrary}
    return bool(pairs) and all(
        frozenset(pair) in pairs for pair in combinations(question.choices, 2)
    )


def source_data(document: Document, atlas: Atlas) -> SourceData:
    """A document, as the data has it."""
    record, seed, found = document.record, document.seed, atlas.coverage[document.ref]
    if seed is None:
        raise ValueError(f"{document.ref}: {record.seed} is not there")
    return SourceData(
        ref=document.ref,
        title=record.title,
        short=record.short,
        publisher=record.publisher,
        authors=tuple(one.stated for one in record.authors),
        creators=tuple(_creators(record, atlas)),
        container=ContainerData(**record.container.model_dump()) if record.container else None,
        number_of_pages=int(record.number_of_pages) if record.number_of_pages else None,
        address=record.address,
        accessed=record.accessed.text if record.accessed else None,
        language=record.language,
        dates=tuple(
            SourceDateData(
                of=one.of,
                date=one.date.text,
                in_calendar=in_calendar(one.date),
                as_stated=one.as_stated,
                known_from=one.known_from,
                facts=one.facts,
                evidence=tuple(map(evidence_data, one.evidence)),
            )
            for one in record.dates
        ),
        licence=record.licence,
        seed=record.seed,
        sha256=seed.sha256,
        pages=tuple(
            PageData(page=page, start=start)
            for start, page in zip(document.pages.starts, document.pages.labels, strict=True)
        ),
        coverage=CoverageData(
            characters=found.characters, covered=found.covered, skipped=found.skipped
        ),
        formerly=record.formerly,
        url=paths.url(paths.page_of(document.ref)),
    )


def _creators(record: Source, atlas: Atlas) -> Iterator[CreatorData]:
    """Who made a document, the authors first."""
    for field, role in ROLES.items():
        for one in getattr(record, field):
            maker = atlas.maker(one.stated)
            yield CreatorData(
                role=role, ref=maker.ref, name=maker.name, family=one.family, given=one.given
            )
