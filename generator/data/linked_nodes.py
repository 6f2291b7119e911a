"""The nodes of the JSON-LD: claims, documents, people, bodies, topics, questions, the whole."""

from __future__ import annotations

from generator.atlas.atlas import Document
from generator.config.site import LANGUAGE
from generator.data.json_files import GROUPS
from generator.data.linked_data import Names, Node, stripped
from generator.data.models.facts import FactData, FigureData, QuoteData, SpeakerData
from generator.data.models.records import EntityData, QuestionData
from generator.data.works import published
from generator.markup.paths import fact_page, page_of

KINDS = {
    "json": "application/json",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "atom": "application/atom+xml",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl.json": "application/vnd.citationstyles.csl+json",
}
"""The media types of the files of `data/`, by their ending."""


def claim_node(fact: FactData, says: str, when: str, names: Names) -> Node:
    """A claim with all that its record says; `says` and `when` are the words of its page."""
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


def _quotation(quote: QuoteData, source: str) -> Node:
    """Verbatim words; their place is in code points of the document's text, half open."""
    return {
        "@type": ["Quotation", "prov:Entity"],
        "text": quote.exact,
        "wasQuotedFrom": source,
        "start": quote.start,
        "end": quote.end,
    }


def _meaning(meaning: str, names: Names) -> Node:
    known = meaning in names.atlas.entities
    return {"standsFor": names.of(meaning)} if known else {"inWords": meaning}


def _figure(one: FigureData, names: Names) -> Node:
    return stripped(
        {
            "@type": "QuantitativeValue",
            "statedAs": one.as_stated,
            "minValue": one.low,
            "maxValue": one.high,
            "lowOpen": one.low_open,
            "highOpen": one.high_open,
            "approximate": one.about,
            "inWords": one.words,
            "unitText": one.currency or one.unit,
            "per": one.per,
            "asOf": one.as_of,
            "answers": one.question and names.of(one.question),
            **one.facets.model_dump(),
        }
    )


def entity_node(entity: EntityData, names: Names) -> Node:
    """A person, a body or a topic."""
    return stripped(
        {
            "@id": names.of(entity.ref),
            "@type": names.type_of(entity.ref),
            "identifier": entity.ref,
            "name": entity.name,
            "alternateName": [one.name for one in entity.aliases],
            "url": names.address(page_of(entity.ref)),
        }
    )


def question_node(question: QuestionData, names: Names) -> Node:
    """A question with its answers; none of them is the accepted one."""
    answers = dict.fromkeys(names.fact(one.fact) for one in question.answers)
    return stripped(
        {
            "@id": names.of(question.ref),
            "@type": "Question",
            "identifier": question.ref,
            "name": question.title,
            "suggestedAnswer": [*answers],
            "url": names.address(page_of(question.ref)),
        }
    )


def document_node(document: Document, names: Names) -> Node:
    """A document as its record has it: how what is not in its text is known, and its text."""
    record = document.record
    known: list[Node] = [
        {"field": field, "because": why} for field, why in sorted(record.known_from.items())
    ]
    known += [
        stripped({"field": one.of, "dateOf": one.date.text, "because": one.known_from})
        for one in record.dates
    ]
    more: Node = {
        "knownFrom": known,
        "seed": record.seed,
        "sha256": document.seed and document.seed.sha256,
    }
    return {**cited_document(document, names), **stripped(more)}


def cited_document(document: Document, names: Names) -> Node:
    """A document as a page cites it."""
    record, vocabulary = document.record, names.atlas.config.vocabulary
    return stripped(
        {
            "@id": names.of(document.ref),
            "@type": [vocabulary.form_of(record.kind).schema_org, "prov:Entity"],
            "identifier": document.ref,
            "name": record.title,
            "alternateName": record.short,
            "author": [_maker(one, names) for one in record.authors],
            "publisher": record.publisher and _maker(record.publisher, names),
            "genre": vocabulary.source_kinds[record.kind],
            "inLanguage": record.language,
            "datePublished": published(record),
            "license": record.licence,
            "url": names.address(page_of(document.ref)),
        }
    )


def _maker(stated: str, names: Names) -> Node:
    """An author or a publisher: somebody with a page, or plain words."""
    maker = names.atlas.maker(stated)
    return names.agent(SpeakerData(ref=maker.ref, words=maker.name), "")


def site_node(names: Names) -> Node:
    """The whole as a data set."""
    site = names.site
    return stripped(
        {
            "@id": names.of("index"),
            "@type": "Dataset",
            "name": site.title,
            "version": site.version,
            "datePublished": site.released,
            "license": site.licence,
            "creator": {"@type": "prov:Agent", "name": site.creator},
            "url": names.address("index.md"),
        }
    )


def whole_node(names: Names) -> Node:
    """The whole as a data set, with the files that it can be had as."""
    files = [file for group in GROUPS.values() for file in group]
    downloads = [
        {
            "@type": "DataDownload",
            "name": file,
            "encodingFormat": KINDS[file.partition(".")[2]],
            "contentUrl": names.address(f"data/{file}"),
        }
        for file in files
    ]
    return {**site_node(names), "distribution": downloads}


def page_node(page: str, title: str, about: str | None, names: Names) -> Node:
    """A page of the site, and what it is about."""
    name = page.removesuffix(".md")
    return stripped(
        {
            "@id": names.of(f"{name}.html"),
            "@type": "WebPage",
            "name": title,
            "mainEntity": about and {"@id": about},
            "isPartOf": None if name == "index" else names.of("index"),
            "inLanguage": LANGUAGE,
            "url": names.address(page),
        }
    )
