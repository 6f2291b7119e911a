"""The data: everything that the site says, as JSON with its schemas, for other programs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from pydantic import BaseModel

from generator.atlas.atlas import Atlas
from generator.data.from_atlas import entity_data, fact_data, question_data, source_data
from generator.data.models import (
    CountsData,
    EntitiesFile,
    EntityPageData,
    FactsFile,
    IndexData,
    QuestionPageData,
    QuestionsFile,
    SourcePageData,
    SourcesFile,
)
from generator.findings.findings import Findings

DIALECT = "https://json-schema.org/draft/2020-12/schema"

MODELS: dict[str, type[BaseModel]] = {
    "entities": EntitiesFile,
    "facts": FactsFile,
    "index": IndexData,
    "questions": QuestionsFile,
    "sources": SourcesFile,
}
"""What each file of `data/` holds, by its name."""

PAGES: dict[str, type[BaseModel]] = {
    "entity-page": EntityPageData,
    "question-page": QuestionPageData,
    "source-page": SourcePageData,
}
"""What the file beside a page holds."""

GROUPS = {
    "claims": ("facts.json", "facts.csv", "facts.jsonld"),
    "parts": (
        *("passages.csv", "speakers.csv", "figures.csv", "choices.csv"),
        *("relations.csv", "related.csv"),
    ),
    "records": (
        *("entities.json", "entities.csv", "spellings.csv", "questions.json", "questions.csv"),
        *("pairs.csv", "sources.json", "sources.csv", "index.json"),
    ),
    "bibliographies": ("citations.bib", "citations.ris", "citations.csl.json"),
    "feeds": ("facts.atom",),
}
"""The files of `data/` by what they are for; the schemas stand after them."""


def data_files(
    atlas: Atlas, findings: Findings, others: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The files of `data/`, by their path in the site; for an atlas that has no problems.

    `others` are those of its files that are not JSON of our own form.
    """
    contents: dict[str, BaseModel] = {
        "entities": EntitiesFile(
            tuple(entity_data(ref, entry.record) for ref, entry in atlas.entities.items())
        ),
        "facts": FactsFile(tuple(fact_data(claim, atlas) for claim in atlas.claims.values())),
        "questions": QuestionsFile(
            tuple(question_data(ref, atlas, findings) for ref in atlas.questions)
        ),
        "sources": SourcesFile(tuple(source_data(one, atlas) for one in atlas.documents.values())),
    }
    files = {_file(name): _json(content.model_dump()) for name, content in contents.items()}
    files |= others or {}
    files |= {
        f"data/schemas/{name}.schema.json": _json(
            {"$schema": DIALECT, **model.model_json_schema(mode="serialization")}
        )
        for name, model in {**MODELS, **PAGES}.items()
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
    counts = CountsData(
        facts=len(atlas.claims),
        people=len(atlas.of_kind("people")),
        units=len(atlas.of_kind("units")),
        topics=len(atlas.of_kind("topics")),
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
