"""The JSON-LD nodes of entities, questions, documents, pages and the whole site."""

from __future__ import annotations

from generator.atlas.atlas import Document
from generator.config.site import LANGUAGE
from generator.data.from_claims import evidence_data, in_calendar
from generator.data.json_files import GROUPS
from generator.data.linked_claims import evidence_node
from generator.data.linked_data import LinkedNames, LinkedNode, stripped
from generator.data.models.facts import SpeakerData
from generator.data.models.records import EntityData
from generator.data.works import published
from generator.markup.paths import page_of
from generator.records.creators import ROLES, Container, Creator

MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "atom": "application/atom+xml",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl.json": "application/vnd.citationstyles.csl+json",
}
"""The media types of the files in `data/` and beside pages, by their ending."""


def entity_node(entity: EntityData, names: LinkedNames) -> LinkedNode:
    """A person, a unit or a topic."""
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


def question_node(ref: str, names: LinkedNames) -> LinkedNode:
    """A question with its answers; none of them is the accepted one."""
    return stripped(
        {
            "@id": names.of(ref),
            "@type": "Question",
            "identifier": ref,
            "name": names.atlas.questions[ref].record.title,
            "suggestedAnswer": [names.fact(claim.id) for claim in names.atlas.claims_of(ref)],
            "url": names.address(page_of(ref)),
        }
    )


def document_node(document: Document, names: LinkedNames) -> LinkedNode:
    """A document as its record describes it, with how we know whatever is not in its text."""
    record = document.record
    known: list[LinkedNode] = [
        {"field": field, "because": why} for field, why in sorted(record.known_from.items())
    ]
    known += [
        stripped(
            {
                "field": one.of,
                "dateOf": one.date.text,
                "dateInCalendar": in_calendar(one.date),
                "statedAs": one.as_stated,
                "because": one.known_from,
                "restsOn": [names.fact(fact) for fact in one.facts],
                "evidence": [evidence_node(evidence_data(text)) for text in one.evidence],
            }
        )
        for one in record.dates
    ]
    more: LinkedNode = {
        "knownFrom": known,
        "seed": record.seed,
        "sha256": document.seed and document.seed.sha256,
    }
    return {**cited_document(document, names), **stripped(more)}


def cited_document(document: Document, names: LinkedNames) -> LinkedNode:
    """A document as a page cites it."""
    record, vocabulary = document.record, names.atlas.config.vocabulary
    return stripped(
        {
            "@id": names.of(document.ref),
            "@type": [vocabulary.form_of(record.kind).schema_org, "prov:Entity"],
            "identifier": document.ref,
            "name": record.title,
            "alternateName": record.short,
            **{
                role: [_creator(one, names) for one in getattr(record, field)]
                for field, role in ROLES.items()
            },
            "publisher": record.publisher and _maker(record.publisher, names),
            "genre": vocabulary.source_kinds[record.kind],
            "inLanguage": record.language,
            "datePublished": published(record),
            "isPartOf": record.container and _container(record.container),
            "pagination": record.container and record.container.pages,
            "numberOfPages": record.number_of_pages and int(record.number_of_pages),
            "license": record.licence,
            "sameAs": record.address,
            "url": names.address(page_of(document.ref)),
        }
    )


def _creator(creator: Creator, names: LinkedNames) -> LinkedNode:
    """An author, an editor or a translator; only a person's name has parts."""
    node = _maker(creator.stated, names)
    if creator.family and creator.who is None:
        node["@type"] = ["Person", "prov:Agent"]
    return stripped({**node, "familyName": creator.family, "givenName": creator.given})


def _container(container: Container) -> LinkedNode:
    """What a document appeared in."""
    return stripped(
        {
            "@type": "CreativeWork",
            "name": container.title,
            "volumeNumber": container.volume,
            "issueNumber": container.issue,
        }
    )


def _maker(stated: str, names: LinkedNames) -> LinkedNode:
    """An author or a publisher: somebody with a page, or plain words."""
    maker = names.atlas.maker(stated)
    return names.agent(SpeakerData(ref=maker.ref, words=maker.name), "")


def site_node(names: LinkedNames) -> LinkedNode:
    """The whole site as a data set."""
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


def whole_node(names: LinkedNames) -> LinkedNode:
    """The whole site as a data set, with the files in which it can be downloaded."""
    files = [file for group in GROUPS.values() for file in group]
    downloads = [
        {
            "@type": "DataDownload",
            "name": file,
            "encodingFormat": MEDIA_TYPES[file.partition(".")[2]],
            "contentUrl": names.address(f"data/{file}"),
        }
        for file in files
    ]
    return {**site_node(names), "distribution": downloads}


def page_node(page: str, title: str, about: str | None, names: LinkedNames) -> LinkedNode:
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
