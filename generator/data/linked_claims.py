"""The JSON-LD nodes of claims, with their quotations and figures."""

from __future__ import annotations

from generator.config.site import LANGUAGE
from generator.data.linked_data import LinkedNames, LinkedNode, stripped
from generator.data.models.facts import FactData, FigureData, QuoteData
from generator.markup.paths import fact_page


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
            "whenAsStated": fact.when_as_stated,
            "saidOn": fact.said_on,
            "about": [names.of(ref) for ref in fact.topics],
            "mentions": [names.of(ref) for ref in fact.mentions],
            "figures": [_figure(one, names) for one in fact.figures],
            "choices": [
                {"answers": names.of(one.question), "choice": one.choice, "denies": one.denies}
                | stripped({**one.facets.model_dump()})
                for one in fact.choices
            ],
            "relations": [
                stripped(
                    {
                        "subject": names.of(one.subject),
                        "relation": one.relation,
                        "object": names.of(one.object),
                        "from": one.from_,
                        "to": one.to,
                    }
                )
                for one in fact.relations
            ],
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


def _quotation(quote: QuoteData, source: str) -> LinkedNode:
    """Words of a document; their place is in code points of its text, half open."""
    return {
        "@type": ["Quotation", "prov:Entity"],
        "text": quote.exact,
        "wasQuotedFrom": source,
        "start": quote.start,
        "end": quote.end,
    }


def _meaning(meaning: str, names: LinkedNames) -> LinkedNode:
    known = meaning in names.atlas.entities
    return {"standsFor": names.of(meaning)} if known else {"inWords": meaning}


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
            "inWords": figure.words,
            "unitText": figure.currency or figure.unit,
            "per": figure.per,
            "asOf": figure.as_of,
            "answers": figure.question and names.of(figure.question),
            **figure.facets.model_dump(),
        }
    )
