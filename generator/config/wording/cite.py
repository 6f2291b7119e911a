"""The wording of taking away: how to cite a page, a claim or a document, and the data files."""

from __future__ import annotations

from typing import Annotated

from generator.config.wording.lists import Named
from generator.records.fields import Phrase, Record, Slots

Files = Annotated[str, Slots("files")]


class FormNames(Named):
    """The proper names of forms, by the ending of their files."""

    as_bib: Phrase
    as_ris: Phrase
    as_csl_json: Phrase
    as_json: Phrase
    as_csv: Phrase
    as_jsonld: Phrase


class CiteWords(Record):
    """How to cite something, and what can be had of it."""

    page: Phrase
    whole: Phrase
    claim: Phrase
    document: Phrase
    documents: Annotated[str, Slots("documents")]
    forms: Phrase
    names: FormNames
    to_copy: Phrase
    copied: Phrase
    to_save: Phrase
    page_citation: Annotated[str, Slots("credit", "title", "site", "version", "date", "address")]
    whole_citation: Annotated[str, Slots("credit", "site", "version", "date", "address")]
    claim_citation: Annotated[
        str,
        Slots("credit", "statement", "says", "place", "site", "version", "date", "address"),
    ]
    claim_note: Annotated[str, Slots("id", "says", "when", "place")]
    place: Annotated[str, Slots("document", "lines")]
    written: Annotated[str, Slots("date")]
    published: Annotated[str, Slots("date")]
    licence: Annotated[str, Slots("licence")]
    not_stated: Annotated[str, Slots("fields")]
    text: Annotated[str, Slots("file")]
    downloads: Files
    bibliography: Files
    feed: Annotated[str, Slots("feed")]
    feed_name: Phrase
    feed_of: Annotated[str, Slots("site", "title")]
    entry: Annotated[str, Slots("says", "when", "place")]
    everything: Annotated[str, Slots("data")]


class FileWords(Named):
    """What each file of `data/` is, by its name; a dot of the name is here an underscore."""

    index_json: Phrase
    facts_json: Phrase
    facts_csv: Phrase
    facts_jsonld: Phrase
    facts_atom: Phrase
    passages_csv: Phrase
    speakers_csv: Phrase
    figures_csv: Phrase
    choices_csv: Phrase
    relations_csv: Phrase
    related_csv: Phrase
    entities_json: Phrase
    entities_csv: Phrase
    spellings_csv: Phrase
    questions_json: Phrase
    questions_csv: Phrase
    pairs_csv: Phrase
    sources_json: Phrase
    sources_csv: Phrase
    citations_bib: Phrase
    citations_ris: Phrase
    citations_csl_json: Phrase
    json_schema: Annotated[str, Slots("name")]


class PageFileWords(Named):
    """What each kind of file beside a page is, by its ending."""

    page_json: Phrase
    page_csv: Phrase
    page_jsonld: Phrase
    page_atom: Phrase
    page_bib: Phrase
    page_ris: Phrase
    page_csl_json: Phrase


class Groups(Named):
    """The headings of the page of the data."""

    claims: Phrase
    parts: Phrase
    records: Phrase
    bibliographies: Phrase
    feeds: Phrase
    schemas: Phrase


class DataWords(Record):
    """The page of the data."""

    groups: Groups
    kilobytes: Annotated[str, Slots("size")]
    several: Annotated[str, Slots("number", "size")]
    quotations: Annotated[str, Slots("licence")]
    pages: Phrase
    pages_lead: Phrase
    known: Phrase
    notes: tuple[Phrase, ...]
    all: FileWords
    beside: PageFileWords
