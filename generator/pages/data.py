"""The page of the data: every file, with its purpose and size, and whether it has quotations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.data.json_files import GROUPS
from generator.data.linked_nodes import MEDIA_TYPES
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.paths import EDITIONS_PAGE
from generator.markup.writer import Desk

OURS = ("entities", "index", "pairs", "questions", "relations", "spellings")
"""Files of `data/` without quotations; the schemas have none either."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file, a feed that continues in further files, or a kind of file."""

    file: Html
    what: Html
    size: Html
    rights: Html


@dataclass(frozen=True, slots=True)
class FileGroup:
    """Files with one purpose."""

    key: str
    title: str
    rows: tuple[FileRow, ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    """The page of the data."""

    template: ClassVar[str] = "data.md.j2"
    path: str
    title: str
    lead: Html
    editions: Html
    groups: tuple[FileGroup, ...]
    beside: tuple[FileRow, ...]


def data_page(desk: Desk, files: Mapping[str, str]) -> DataPage:
    """The view of the data; `files` are its files by their path in the site."""
    title, licence = desk.wording.titles.data, desk.atlas.config.site.licence
    words, editions = desk.wording.data.groups, desk.wording.editions
    said = tag("span", editions.way, class_="hint")
    schemas = tuple(path for path in sorted(files) if path.startswith("data/schemas/"))
    return DataPage(
        path=desk.page,
        title=title,
        lead=filled(desk.wording.lists.everything, licence=licence),
        editions=joined(" ", [desk.to(EDITIONS_PAGE, editions.title), said]),
        groups=(
            *(
                FileGroup(key, words[key], tuple(_file(desk, name, files) for name in names))
                for key, names in GROUPS.items()
            ),
            FileGroup(
                "schemas", words.schemas, tuple(_schema(desk, one, files) for one in schemas)
            ),
        ),
        beside=tuple(_beside(desk, files)),
    )


def _file(desk: Desk, name: str, files: Mapping[str, str]) -> FileRow:
    """A file of `data/`, together with those in which it continues."""
    stem, _, ending = name.partition(".")
    pattern = re.compile(rf"data/{stem}-(\d+)\.{re.escape(ending)}")
    later = {int(found[1]): path for path in files if (found := pattern.fullmatch(path))}
    links = [desk.to(f"data/{name}", name)]
    links += [desk.to(path, str(number)) for number, path in sorted(later.items())]
    texts = [files[f"data/{name}"], *(files[path] for path in later.values())]
    what = escape(desk.wording.data.all[name])
    ours = stem in OURS
    return FileRow(joined(" ", links), what, _size(desk, texts), _rights(desk, ours=ours))


def _schema(desk: Desk, path: str, files: Mapping[str, str]) -> FileRow:
    name = path.rpartition("/")[2]
    about = f"{name.removesuffix('.schema.json')}.json"
    what = filled(desk.wording.data.schema, name=about)
    return FileRow(desk.to(path, name), what, _size(desk, [files[path]]), _rights(desk, ours=True))


def _beside(desk: Desk, files: Mapping[str, str]) -> Iterator[FileRow]:
    """The kinds of files beside pages."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, text in files.items():
        if not path.startswith("data/"):
            found[path.partition(".")[2]].append(text)
    for ending in MEDIA_TYPES:
        texts = found[ending]
        what = escape(desk.wording.data.beside[ending])
        name = tag("code", f".{ending}")
        sizes = filled(desk.wording.data.several, number=f"{len(texts):,}", size=_size(desk, texts))
        yield FileRow(name, what, sizes, _rights(desk, ours=False))


def _size(desk: Desk, texts: list[str]) -> Html:
    """A size in kilobytes of 1,000 bytes, rounded up."""
    size = sum(len(text) if text.isascii() else len(text.encode()) for text in texts)
    return filled(desk.wording.data.kilobytes, size=f"{-(-size // 1000):,}")


def _rights(desk: Desk, *, ours: bool) -> Html:
    """A remark that a file has quotations, which the licence of the page does not cover."""
    return Html("") if ours else escape(desk.wording.data.quotations)
