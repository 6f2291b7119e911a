"""The JSON-LD nodes of claims, with their quotations and figures."""

from __future__ import annotations

from generator.config.site import LANGUAGE
from generator.data.linked_data import LinkedNames, LinkedNode, stripped
from generator.data.models.facts import (
    ChoiceData,
    ConcludedData,
    DatedData,
    EvidenceData,
    FactData,
    FigureData,
    QuoteData,
    RelationData,
    RelayData,
    TranslationData,
)
from generator.data.work_dates import iso
from generator.markup.paths import fact_page
from generator.records.passages import PAGE
from generator.text.dates import parse


def claim_node(fact: FactData, says: str, when: str, names: LinkedNames) -> LinkedNode:
    """A claim with everything in its record; `says` and `when` are the words on its page."""
    seen = names.atlas.seen(names.atlas.claims[fact.id])
    source = names.of(fact.source)
    agents = [names.agent(one, fact.source) for one in fact.attributed_to]
    return stripped(
        {
            "@id": names.fact(fact.id),
            "@type": ["Claim", "prov:Entity"],
            "identifier": fact.id,
            "text": fact.statement,
            "creditText": says,
            "author": [one for one in agents if "voiceOf" not in one],
            "wasAttributedTo": agents,
            "via": [names.agent(one, fact.source) for one in fact.via],
            "appearance": source,
            "hadPrimarySource": source,
            "isBasedOn": [_quotation(one, source) for one in fact.quotes],
            "context": [_quotation(one, source) for one in fact.context],
            "creditedAs": fact.attributed_as and _quotation(fact.attributed_as, source),
            "claimType": fact.type,
            "modality": fact.modality,
            "when": fact.when,
            "whenInWords": when,
            "temporalCoverage": fact.when and iso(parse(fact.when)),
            "whenInCalendar": fact.when_in_calendar,
            "whenAsStated": fact.when_as_stated,
            "saidOn": fact.said_on,
            "saidOnInCalendar": fact.said_on_in_calendar,
            "saidAsStated": fact.said_as_stated,
            "concluded": [
                *_concluded("when", fact.when_concluded, fact.dated, names),
                *_concluded("said_on", fact.said_on_concluded, fact.dated, names),
            ],
            "passedOn": [
                _passed_on(one, fact.source, names)
                for one in fact.via
                if one.said_on or one.said_as_stated or one.dated
            ],
            "about": [names.of(ref) for ref in fact.topics],
            "mentions": [names.of(ref) for ref in fact.mentions],
            "figures": [_figure(one, names) for one in fact.figures],
            "choices": [_choice(one, names) for one in fact.choices],
            "relations": [_relation(one, names) for one in fact.relations],
            "relatedFacts": [
                stripped({"otherFact": names.fact(one.fact), "how": one.how, "note": one.note})
                for one in fact.related_facts
            ],
            "resolves": [
                {"words": words, **_meaning(meaning, names)}
                for words, meaning in fact.resolves.items()
            ],
            "inferred": [{"field": key, "because": why} for key, why in fact.inferred.items()],
            "note": fact.note,
            "inLanguage": LANGUAGE,
            "isPartOf": names.of("index"),
            "datePublished": seen.published,
            "dateModified": seen.changed,
            "url": names.address(fact_page(fact.id)),
        }
    )


def _passed_on(relay: RelayData, source: str, names: LinkedNames) -> LinkedNode:
    """Somebody who passed a claim on, and when."""
    dated = relay.dated
    return stripped(
        {
            "speaker": names.agent(relay, source),
            "saidOn": relay.said_on,
            "saidOnInCalendar": relay.said_on_in_calendar,
            "saidAsStated": relay.said_as_stated,
            "concluded": dated and [_shown("said_on", dated.said_on, "dated", dated, names)],
        }
    )


def _concluded(
    field: str, found: ConcludedData | None, dated: DatedData | None, names: LinkedNames
) -> list[LinkedNode]:
    """A date that the document does not give, and what shows it if that is not the document."""
    if found is None:
        return []
    return [_shown(field, found.date, found.known, dated, names)]


def _shown(
    field: str, date: str | None, known: str, dated: DatedData | None, names: LinkedNames
) -> LinkedNode:
    node: LinkedNode = {"field": field, "dateOf": date, "known": known}
    if dated is not None and known == "dated":
        grounds = (*dated.facts, *dated.after, *dated.before)
        node["because"] = dated.because
        node["restsOn"] = [names.fact(one) for one in grounds]
        node["evidence"] = [evidence_node(one) for one in dated.evidence]
    return stripped(node)


def evidence_node(evidence: EvidenceData) -> LinkedNode:
    """A text outside the corpus that shows a date, with what it says and how it was seen."""
    maker = evidence.publisher and {"@type": "prov:Agent", "name": evidence.publisher}
    return stripped(
        {
            "@type": "WebPage",
            "name": evidence.title,
            "publisher": maker,
            "url": evidence.address,
            "abstract": evidence.says,
            "seenAs": evidence.seen,
        }
    )


def _quotation(quote: QuoteData, source: str) -> LinkedNode:
    """Words of a document; their place is a half-open range of code points in its text.

    `locator` is where the document itself has them.
    """
    node: LinkedNode = {
        "@type": ["Quotation", "prov:Entity"],
        "text": quote.exact,
        "wasQuotedFrom": source,
        "start": quote.start,
        "end": quote.end,
    }
    places = [
        {"@type": "PropertyValue", "name": kind, "value": at} for kind, at in quote.locator.items()
    ]
    more = {"pagination": quote.locator.get(PAGE), "locator": places}
    return {**node, **stripped({**more, "workTranslation": _translation(quote.translation)})}


def _translation(given: TranslationData | None) -> LinkedNode | None:
    """A quotation in another language, with who made the translation."""
    if given is None:
        return None
    return {
        "@type": ["Quotation", "prov:Entity"],
        "text": given.text,
        "inLanguage": given.language,
        "creditText": given.by,
    }


def _meaning(meaning: str, names: LinkedNames) -> LinkedNode:
    known = meaning in names.atlas.entities
    return {"standsFor": names.of(meaning)} if known else {"inWords": meaning}


def _choice(choice: ChoiceData, names: LinkedNames) -> LinkedNode:
    answer = {"answers": names.of(choice.question), "choice": choice.choice}
    return {**answer, "denies": choice.denies, **stripped(choice.facets.model_dump())}


def _relation(relation: RelationData, names: LinkedNames) -> LinkedNode:
    return stripped(
        {
            "subject": names.of(relation.subject),
            "relation": relation.relation,
            "object": names.of(relation.object),
            "from": relation.from_,
            "fromInCalendar": relation.from_in_calendar,
            "to": relation.to,
            "toInCalendar": relation.to_in_calendar,
        }
    )


def _figure(figure: FigureData, names: LinkedNames) -> LinkedNode:
    return stripped(
        {
            "@type": "QuantitativeValue",
            "statedAs": figure.as_stated,
            "minValue": figure.low,
            "maxValue": figure.high,
            "lowOpen": figure.low_open,
            "highOpen": figure.high_open,
            "approximate": figure.about,
            "estimated": figure.estimated or None,
            "inWords": figure.words,
            "unitText": figure.currency or figure.unit,
            "per": figure.per,
            "asOf": figure.as_of,
            "asOfInCalendar": figure.as_of_in_calendar,
            "answers": figure.question and names.of(figure.question),
            **figure.facets.model_dump(),
        }
    )
