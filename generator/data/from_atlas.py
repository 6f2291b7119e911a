"""The records as the data has them: from the atlas to the shapes of `models`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.atlas.atlas import Answer, Atlas, Claim, Claimant, Document
from generator.atlas.passages import Sighting
from generator.data.models.facts import (
    ChoiceData,
    FacetsData,
    FactData,
    FigureData,
    QuoteData,
    RelatedFactData,
    RelationData,
    SpeakerData,
)
from generator.data.models.records import (
    AliasData,
    AnswerData,
    BasisData,
    CoverageData,
    EntityData,
    PairData,
    PopulationData,
    QuestionData,
    QuestionFacetsData,
    SourceData,
    SourceDateData,
)
from generator.findings.compare import Comparison
from generator.findings.findings import Findings
from generator.findings.quantities import interval
from generator.markup import paths
from generator.records import Choice, Entity, Facets, Figure, Question
from generator.records.references import entity_kind_of
from generator.text.dates import Edtf
from generator.text.writing_systems import script_of


@dataclass(frozen=True, slots=True)
class SiteData:
    """All records as the data has them, by id or reference."""

    facts: Mapping[str, FactData]
    entities: Mapping[str, EntityData]
    questions: Mapping[str, QuestionData]
    sources: Mapping[str, SourceData]


def site_data(atlas: Atlas, findings: Findings) -> SiteData:
    """All records of an atlas that has no problems."""
    return SiteData(
        {key: fact_data(claim, atlas) for key, claim in atlas.claims.items()},
        {ref: entity_data(ref, entry.record) for ref, entry in atlas.entities.items()},
        {ref: question_data(ref, atlas, findings) for ref in atlas.questions},
        {ref: source_data(document, atlas) for ref, document in atlas.documents.items()},
    )


def fact_data(claim: Claim, atlas: Atlas) -> FactData:
    """A claim, as the data has it."""
    fact = claim.fact
    return FactData(
        id=fact.id,
        statement=claim.words,
        source=claim.source,
        seed=claim.document.record.seed,
        quotes=tuple(_quote(one, claim) for one in claim.quotes),
        context=tuple(_quote(one, claim) for one in claim.context),
        attributed_to=tuple(_speaker(one, atlas) for one in claim.claimants),
        attributed_as=_quote(claim.credit, claim) if claim.credit else None,
        via=tuple(_speaker(one, atlas) for one in claim.via),
        modality=fact.modality,
        type=fact.type,
        when=_date(fact.when),
        when_as_stated=fact.when_as_stated,
        said_on=_date(fact.said_on),
        mentions=claim.mentions,
        topics=fact.topics,
        figures=tuple(_figure(one, atlas) for one in fact.figures),
        choices=tuple(
            ChoiceData(
                question=one.answers, choice=one.choice, denies=one.denies, facets=_facets(one)
            )
            for one in fact.choices
        ),
        relations=tuple(
            RelationData(
                subject=one.subject,
                relation=one.relation,
                object=one.object,
                from_=_date(one.from_),
                to=_date(one.to),
            )
            for one in fact.relations
        ),
        related_facts=tuple(
            RelatedFactData(fact=one.fact, how=one.how, note=one.note) for one in fact.related_facts
        ),
        resolves=fact.resolves,
        inferred=fact.inferred,
        note=fact.note,
        url=paths.url(paths.fact_page(fact.id)),
    )


def _quote(sighting: Sighting, claim: Claim) -> QuoteData:
    place = sighting.place
    if place is None:
        raise ValueError(f"{claim.id}: a passage has no one place: {sighting.passage.exact!r}")
    return QuoteData(exact=sighting.passage.exact, start=place.start, end=place.end)


def _speaker(claimant: Claimant, atlas: Atlas) -> SpeakerData:
    words = atlas.name(claimant.ref) if claimant.ref else claimant.words
    return SpeakerData(ref=claimant.ref, words=words)


def _figure(figure: Figure, atlas: Atlas) -> FigureData:
    found = interval(figure, atlas.config.numbers)
    return FigureData(
        as_stated=figure.as_stated,
        low=_number(found.low),
        high=_number(found.high),
        low_open=found.low_open,
        high_open=found.high_open,
        about=figure.about,
        words=figure.words,
        unit=figure.unit,
        currency=figure.currency,
        per=figure.per,
        as_of=_date(figure.as_of),
        question=figure.answers,
        facets=_facets(figure),
    )


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _date(date: Edtf | None) -> str | None:
    return date.text if date else None


def _facets(given: Facets) -> FacetsData:
    return FacetsData(population=given.population, basis=given.basis)


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
        exclusive=asked.exclusive,
        answers=tuple(_answer(one) for one in atlas.answers.get(ref, ())),
        pairs=tuple(_pair(one, atlas) for one in findings.by_question[ref]),
        url=paths.url(paths.page_of(ref)),
    )


def _question_facets(question: Question) -> QuestionFacetsData:
    return QuestionFacetsData(
        population={
            key: PopulationData(label=one.label, made_of=one.made_of)
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
    why = atlas.config.wording.reasons[found.why]
    return PairData(a=found.a.claim.id, b=found.b.claim.id, outcome=found.outcome, why=why)


def source_data(document: Document, atlas: Atlas) -> SourceData:
    """A document, as the data has it."""
    record, seed, found = document.record, document.seed, atlas.coverage[document.ref]
    if seed is None:
        raise ValueError(f"{document.ref}: {record.seed} is not there")
    return SourceData(
        ref=document.ref,
        title=record.title,
        publisher=record.publisher,
        authors=record.authors,
        language=record.language,
        dates=tuple(
            SourceDateData(
                of=one.of, date=one.date.text, as_stated=one.as_stated, known_from=one.known_from
            )
            for one in record.dates
        ),
        licence=record.licence,
        seed=record.seed,
        sha256=seed.sha256,
        coverage=CoverageData(
            characters=found.characters, covered=found.covered, skipped=found.skipped
        ),
        url=paths.url(paths.page_of(document.ref)),
    )
