"""The data: everything on the site as JSON, with schemas, for other programs."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from functools import cache

from pydantic import BaseModel

from generator.config.site import Site
from generator.data import models
from generator.data.columns import OF_FACTS
from generator.data.docstrings import restore_docstrings
from generator.data.from_atlas import SiteData
from generator.data.models.files import (
    CountsData,
    EntitiesFile,
    EntityPageData,
    FactsFile,
    IndexData,
    QuestionPageData,
    QuestionsFile,
    SourcePageData,
    SourcesFile,
    WithdrawnFile,
)
from generator.data.models.manifest import ManifestData
from generator.data.models.output import Output

INDEX = "data/index.json"

DIALECT = "https://json-schema.org/draft/2020-12/schema"

MODELS: dict[str, type[BaseModel]] = {
    "entities": EntitiesFile,
    "facts": FactsFile,
    "index": IndexData,
    "questions": QuestionsFile,
    "sources": SourcesFile,
    "withdrawn": WithdrawnFile,
}
"""The model of each file of `data/`, by name."""

PAGES: dict[str, type[BaseModel]] = {
    "entity-page": EntityPageData,
    "question-page": QuestionPageData,
    "source-page": SourcePageData,
}
"""The model of the file beside a page, by the kind of its record."""

GROUPS = {
    "claims": ("facts.json", "facts.csv", "facts.jsonld", "withdrawn.json"),
    "parts": tuple(f"{table.name}.csv" for table in OF_FACTS),
    "records": (
        "entities.json",
        "entities.csv",
        "spellings.csv",
        "questions.json",
        "questions.csv",
        "pairs.csv",
        "sources.json",
        "sources.csv",
        "index.json",
    ),
    "bibliographies": ("citations.bib", "citations.ris", "citations.csl.json"),
    "feeds": ("facts.atom",),
}
"""The files of `data/` by purpose; the schemas come after them."""


def data_files(data: SiteData, site: Site, others: Mapping[str, str]) -> dict[str, str]:
    """The files of `data/`, by their path in the site.

    `others` are the files there that are not our own JSON.
    """
    records = _records(data)
    schemas = {
        f"data/schemas/{name}.schema.json": _schema(model)
        for name, model in {**MODELS, **PAGES, "manifest": ManifestData}.items()
    }
    files = {**records, **others, **schemas}
    index = _index(data, site, _digest(data, records), tuple(sorted({*files, INDEX})))
    return dict(sorted({**files, INDEX: _lines(index)}.items()))


def records_digest(data: SiteData) -> str:
    """A digest of the published records and of the documents."""
    return _digest(data, _records(data))


def _records(data: SiteData) -> dict[str, str]:
    """The files of the records."""
    contents: dict[str, BaseModel] = {
        "entities": EntitiesFile(tuple(data.entities.values())),
        "facts": FactsFile(tuple(data.facts.values())),
        "questions": QuestionsFile(tuple(data.questions.values())),
        "sources": SourcesFile(tuple(data.sources.values())),
        "withdrawn": WithdrawnFile(tuple(data.withdrawn.values())),
    }
    return {f"data/{name}.json": _lines(content) for name, content in contents.items()}


def with_facts(record: Output, facts: Iterable[str]) -> str:
    """The file beside a record's page, as `PAGES` says: the record, and its facts as JSON."""
    return f'{record.model_dump_json().removesuffix("}")},"facts":[{",".join(facts)}]}}\n'


@cache
def _schema(model: type[BaseModel]) -> str:
    """The JSON Schema of a file, with the docstrings of the models, even if Python keeps none."""
    if sys.flags.optimize > 1:
        restore_docstrings(models)
    schema = {"$schema": DIALECT, **model.model_json_schema(mode="serialization")}
    return f"{json.dumps(schema, indent=1, ensure_ascii=False)}\n"


def _lines(data: BaseModel) -> str:
    """Data as JSON, with each value on its own line."""
    return f"{data.model_dump_json(indent=1)}\n"


def _digest(data: SiteData, records: Mapping[str, str]) -> str:
    seeds = [one.sha256 for one in data.sources.values()]
    parts = [hashlib.sha256(text.encode()).hexdigest() for text in records.values()]
    return hashlib.sha256("\n".join(sorted(parts + seeds)).encode()).hexdigest()


def _index(data: SiteData, site: Site, digest: str, files: tuple[str, ...]) -> IndexData:
    kinds = [one.kind for one in data.entities.values()]
    counts = CountsData(
        facts=len(data.facts),
        people=kinds.count("people"),
        units=kinds.count("units"),
        topics=kinds.count("topics"),
        questions=len(data.questions),
        sources=len(data.sources),
    )
    return IndexData(
        title=site.title,
        version=site.version,
        generated_from=digest,
        licence=site.licence,
        counts=counts,
        files=files,
    )
