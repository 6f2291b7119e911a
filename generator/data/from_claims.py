"""Claims as the data has them: from the atlas to the shapes of `models.facts`."""

from __future__ import annotations

from decimal import Decimal

from generator.atlas.atlas import Atlas, Claim, Claimant
from generator.atlas.passages import Sighting
from generator.atlas.prose import pieces_of, plain_words
from generator.config.site import LANGUAGE
from generator.data.models.facts import (
    ChoiceData,
    ConcludedData,
    DatedData,
    EvidenceData,
    FacetsData,
    FactData,
    FigureData,
    QuoteData,
    RelatedFactData,
    RelationData,
    RelayData,
    SpeakerData,
    TranslationData,
)
from generator.findings.placing import placed
from generator.findings.quantities import interval
from generator.findings.timing import Timing, happened, said
from generator.markup import paths
from generator.records import Choice, Dated, Evidence, Facets, Figure, Relation, Relay
from generator.records.passages import Translation
from generator.text.dates import Edtf


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
        via=tuple(
            _relay(one, relay, atlas) for one, relay in zip(claim.via, fact.via, strict=True)
        ),
        modality=fact.modality,
        type=fact.type,
        when=_date(fact.when),
        when_in_calendar=in_calendar(fact.when),
        when_as_stated=fact.when_as_stated,
        said_on=_date(fact.said_on),
        said_on_in_calendar=in_calendar(fact.said_on),
        said_as_stated=fact.said_as_stated,
        present=fact.present,
        dated=_dated(fact.dated) if fact.dated else None,
        when_concluded=_concluded(happened(claim)),
        said_on_concluded=_concluded(said(claim) or _told(claim)),
        mentions=claim.mentions,
        topics=fact.topics,
        figures=tuple(_figure(one, atlas) for one in fact.figures),
        choices=tuple(map(_choice, fact.choices)),
        relations=tuple(map(_relation, fact.relations)),
        related_facts=tuple(
            RelatedFactData(fact=one.fact, how=one.how, note=one.note) for one in fact.related_facts
        ),
        resolves={
            words: plain_words(pieces_of(meaning, atlas.names))
            for words, meaning in fact.resolves.items()
        },
        inferred=fact.inferred,
        note=fact.note,
        url=paths.url(paths.fact_page(fact.id)),
    )


def _concluded(timing: Timing | None) -> ConcludedData | None:
    """A date that is a conclusion; None for one that the document states."""
    if timing is None or timing.known == "stated":
        return None
    return ConcludedData(date=timing.date.text, known=timing.known)


def _told(claim: Claim) -> Timing | None:
    """When a claim about the future was made, by the date of its document, if nothing else dates it."""
    place = placed(claim)
    return place.timing if place and place.said else None


def _quote(sighting: Sighting, claim: Claim) -> QuoteData:
    place = sighting.place
    if place is None:
        raise ValueError(
            f"{claim.id}: a passage is not found exactly once: {sighting.passage.exact!r}"
        )
    return QuoteData(
        exact=sighting.passage.exact,
        start=place.start,
        end=place.end,
        locator=dict(sighting.locator),
        translation=_translation(sighting.passage.translation),
    )


def _translation(given: Translation | None) -> TranslationData | None:
    if given is None:
        return None
    return TranslationData(text=given.text, by=given.by, language=given.language or LANGUAGE)


def _dated(dated: Dated) -> DatedData:
    return DatedData(
        when=_date(dated.when),
        said_on=_date(dated.said_on),
        because=dated.because,
        facts=dated.facts,
        after=dated.after,
        before=dated.before,
        evidence=tuple(map(evidence_data, dated.evidence)),
    )


def evidence_data(evidence: Evidence) -> EvidenceData:
    """A text outside the corpus, as the data has it."""
    return EvidenceData(**evidence.model_dump())


def _speaker(claimant: Claimant, atlas: Atlas) -> SpeakerData:
    words = atlas.name(claimant.ref) if claimant.ref else claimant.words
    return SpeakerData(ref=claimant.ref, words=words)


def _relay(speaker: Claimant, relay: Relay, atlas: Atlas) -> RelayData:
    return RelayData(
        **_speaker(speaker, atlas).model_dump(),
        said_on=_date(relay.said_on),
        said_on_in_calendar=in_calendar(relay.said_on),
        said_as_stated=relay.said_as_stated,
        dated=_dated(relay.dated) if relay.dated else None,
    )


def _choice(choice: Choice) -> ChoiceData:
    return ChoiceData(
        question=choice.answers,
        choice=choice.choice,
        denies=choice.denies,
        facets=_facets(choice),
    )


def _relation(relation: Relation) -> RelationData:
    return RelationData(
        subject=relation.subject,
        relation=relation.relation,
        object=relation.object,
        from_=_date(relation.from_),
        from_in_calendar=in_calendar(relation.from_),
        to=_date(relation.to),
        to_in_calendar=in_calendar(relation.to),
    )


def _figure(figure: Figure, atlas: Atlas) -> FigureData:
    found = interval(figure, atlas.config.numbers)
    return FigureData(
        as_stated=figure.as_stated,
        low=_number(found.low),
        high=_number(found.high),
        low_open=found.low_open,
        high_open=found.high_open,
        about=figure.about,
        estimated=figure.estimated,
        words=figure.words,
        unit=figure.unit,
        currency=figure.currency,
        per=figure.per,
        as_of=_date(figure.as_of),
        as_of_in_calendar=in_calendar(figure.as_of),
        question=figure.answers,
        facets=_facets(figure),
    )


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _date(date: Edtf | None) -> str | None:
    return date.text if date else None


def in_calendar(date: Edtf | None) -> str | None:
    """The date in another calendar that this one is converted from, as the record has it."""
    return date.stated.text if date and date.stated else None


def _facets(given: Facets) -> FacetsData:
    return FacetsData(population=given.population, basis=given.basis)
