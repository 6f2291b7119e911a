"""The data: everything that the site says, as JSON with its schemas, for other programs."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal

from pydantic import BaseModel

from generator import paths
from generator.atlas import Answer, Atlas, Claim, Claimant, Document
from generator.compare import Comparison
from generator.coverage import cover
from generator.data_models import (
    AliasData,
    AnswerData,
    BasisData,
    ChoiceData,
    CountsData,
    CoverageData,
    EntitiesFile,
    EntityData,
    FacetsData,
    FactData,
    FactsFile,
    FigureData,
    IndexData,
    PairData,
    PopulationData,
    QuestionData,
    QuestionFacetsData,
    QuestionsFile,
    QuoteData,
    RelatedFactData,
    RelationData,
    SourceData,
    SourceDateData,
    SourcesFile,
    SpeakerData,
)
from generator.dates import Edtf
from generator.findings import Findings
from generator.passages import Sighting
from generator.quantities import interval
from generator.records import Choice, Entity, Facets, Figure, Question
from generator.scripts import script_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"

MODELS: dict[str, type[BaseModel]] = {
    "entities": EntitiesFile,
    "facts": FactsFile,
    "index": IndexData,
    "questions": QuestionsFile,
    "sources": SourcesFile,
}
"""What each file of `data/` holds, by its name."""


def data_files(atlas: Atlas, findings: Findings) -> dict[str, str]:
    """The files of `data/`, by their path in the site; for an atlas that has no problems."""
    contents: dict[str, BaseModel] = {
        "entities": EntitiesFile(
            tuple(_entity(ref, entry.record) for ref, entry in atlas.entities.items())
        ),
        "facts": FactsFile(tuple(_fact(claim, atlas) for claim in atlas.claims.values())),
        "questions": QuestionsFile(
            tuple(_question(ref, atlas, findings) for ref in atlas.questions)
        ),
        "sources": SourcesFile(tuple(_source(one, atlas) for one in atlas.documents.values())),
    }
    files = {_file(name): _json(content.model_dump()) for name, content in contents.items()}
    files |= {
        f"data/schemas/{name}.schema.json": _json(
            {"$schema": DIALECT, **model.model_json_schema(mode="serialization")}
        )
        for name, model in MODELS.items()
    }
    digest = _digest(atlas, [files[_file(name)] for name in contents])
    index = _index(atlas, digest, tuple(sorted({*files, _file("index")})))
    return dict(sorted({**files, _file("index"): _json(index.model_dump())}.items()))


def _file(name: str) -> str:
    return f"data/{name}.json"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def _digest(atlas: Atlas, texts: list[str]) -> str:
    """One digest of the records, as they are published, and of the documents."""
    seeds = [one.seed.sha256 for one in atlas.documents.values() if one.seed]
    parts = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    return hashlib.sha256("\n".join(sorted(parts + seeds)).encode()).hexdigest()


def _index(atlas: Atlas, digest: str, files: tuple[str, ...]) -> IndexData:
    site = atlas.config.site
    kinds = [ref.partition("/")[0] for ref in atlas.entities]
    counts = CountsData(
        facts=len(atlas.claims),
        people=kinds.count("people"),
        units=kinds.count("units"),
        topics=kinds.count("topics"),
        questions=len(atlas.questions),
        sources=len(atlas.documents),
    )
    return IndexData(
        title=site.title,
        version=site.version,
        generated_from=digest,
        licence=site.licence,
        counts=counts,
        files=files,
    )


def _fact(claim: Claim, atlas: Atlas) -> FactData:
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


def _entity(ref: str, entity: Entity) -> EntityData:
    return EntityData.model_validate(
        {
            "ref": ref,
            "name": entity.name,
            "aliases": tuple(
                AliasData(name=one.name, script=script_of(one.name)) for one in entity.aliases
            ),
            "kind": ref.partition("/")[0],
            "subkind": entity.subkind,
            "url": paths.url(paths.page_of(ref)),
        }
    )


def _question(ref: str, atlas: Atlas, findings: Findings) -> QuestionData:
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


def _source(document: Document, atlas: Atlas) -> SourceData:
    record, seed, found = document.record, document.seed, cover(document, atlas)
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
