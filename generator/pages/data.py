"""The page of the data: every file, what it is, its size and its licence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.escaping import Html, escape, filled, tag
from generator.pages.foot import Foot, foot
from generator.pages.parts import Desk

OURS = (
    "entities.csv",
    "index.json",
    "pairs.csv",
    "questions.csv",
    "relations.csv",
    "spellings.csv",
)
"""Files of `data/` in which there are no quotations; nor are there in the schemas."""

ENDINGS = ("json", "csv", "jsonld", "atom", "bib", "ris", "csl.json")
"""The endings of the files beside pages."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file, or a kind of files, of which there are so many."""

    file: Html
    what: Html
    size: Html
    licence: Html
    number: int


@dataclass(frozen=True, slots=True)
class DataPage:
    """Everything as data."""

    template: ClassVar[str] = "data.md.j2"
    path: str
    title: str
    lead: Html
    files: tuple[FileRow, ...]
    beside: tuple[FileRow, ...]
    foot: Foot


def data_page(desk: Desk, files: Mapping[str, str]) -> DataPage:
    """The view of the data, of which these are the files by their path in the site."""
    title, licence = desk.wording.titles.data, desk.atlas.config.site.licence
    return DataPage(
        path=desk.page,
        title=title,
        lead=filled(desk.wording.data.lead, licence=licence),
        files=tuple(_files(desk, files)),
        beside=tuple(_beside(desk, files)),
        foot=foot(desk, title),
    )


def _files(desk: Desk, files: Mapping[str, str]) -> Iterator[FileRow]:
    """The files of `data/`: those that hold something first, the schemas last."""
    words = desk.wording.data
    found = (path for path in files if path.startswith("data/"))
    for path in sorted(found, key=lambda path: ("/schemas/" in path, path)):
        name = path.rpartition("/")[2]
        about = name.removesuffix(".schema.json")
        if about != name:
            what = filled(words.all.json_schema, name=f"{about}.json")
        else:
            what = filled(words.all[re.sub(r"-\d+(?=\.)", "", name).replace(".", "_")])
        ours = about != name or name in OURS
        yield FileRow(
            desk.to(path, name), what, _size(desk, [files[path]]), _licence(desk, ours=ours), 1
        )


def _beside(desk: Desk, files: Mapping[str, str]) -> Iterator[FileRow]:
    """The kinds of files beside pages."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, text in files.items():
        if not path.startswith("data/"):
            found[path.partition(".")[2]].append(text)
    for ending in ENDINGS:
        texts = found[ending]
        what = filled(desk.wording.data.beside[f"page_{ending.replace('.', '_')}"])
        name = tag("code", f".{ending}")
        yield FileRow(name, what, _size(desk, texts), _licence(desk, ours=False), len(texts))


def _size(desk: Desk, texts: list[str]) -> Html:
    """In kilobytes of a thousand bytes, rounded up."""
    size = sum(len(text.encode()) for text in texts)
    return filled(desk.wording.data.kilobytes, size=f"{-(-size // 1000):,}")


def _licence(desk: Desk, *, ours: bool) -> Html:
    licence = desk.atlas.config.site.licence
    return escape(licence) if ours else filled(desk.wording.data.quotations, licence=licence)
