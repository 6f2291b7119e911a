"""The project folder: its YAML files as records, and a problem for whatever does not belong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from generator.load.entries import Entry, R
from generator.load.file_names import (
    is_left_behind,
    is_named,
    kept_apart,
    plain_name,
    record_name,
    unfit,
)
from generator.load.gate import refusals
from generator.load.meant import Meant
from generator.load.parsing import MORE, MOST_TOLD, record_of
from generator.problems import Place, Problem, did_you_mean, show
from generator.records.fields import FACT_ID, SLUG
from generator.strict_yaml.reader import Fields, Items, Node, Scalar, locate, read

_ENDINGS = (".yaml", ".yml")
_NO_RECORD = "if it is a document, run `add-document {path}`, then remove it here; if not, move it out of content/"

LONGEST_NAME = 80  # characters of a file's name, without its ending
RESERVED = frozenset(("index", "404", "search", "assets", "sitemap", "data"))
"""File names that a web server or MkDocs reserves."""

_read = lru_cache(maxsize=2_000)(read)
"""As `read`; a file is read again only if it has changed, which matters to `check --watch`."""

_ID = re.compile(rf"\bid:\s*({FACT_ID.pattern})\b".encode())


@dataclass(slots=True)
class Shelf:
    """A project folder while it is being read, with every problem found so far.

    `unread` names the records that could not be read: by a reference, or by a fact's id.
    `passed_over` are the paths of files that systems leave behind, and `drafts` the content, by
    path, of files that are not written yet. `altered` names the seeds that are no longer what was
    recorded. `astray` are the paths of files outside the folders of their documents. `meant` knows
    what a name may mean where a reference is expected.
    """

    root: Path
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    passed_over: list[str] = field(default_factory=list)
    drafts: Mapping[str, bytes] = field(default_factory=dict)
    altered: set[str] = field(default_factory=set)
    astray: list[str] = field(default_factory=list)
    meant: Meant = field(default_factory=Meant)

    def data(self, path: str) -> bytes:
        """The bytes of a file, or of its draft."""
        draft = self.drafts.get(path)
        return (self.root / path).read_bytes() if draft is None else draft

    def nodes(self, path: str) -> Node | None:
        """The content of one YAML file, or None if it has a problem."""
        node, problems = _read(self.data(path), path)
        self.problems += problems
        return node

    def one(self, model: type[R], path: str, ref: str, home: str = "") -> Iterator[Entry[R]]:
        """The one record of a file, unless the file has a problem."""
        node = self.nodes(path)
        entry = self._entry(model, node, path, ref, home) if node is not None else None
        if entry is not None:
            yield entry
        elif ref:
            self.unread.add(ref)

    def several(self, model: type[R], path: str, home: str) -> Iterator[Entry[R]]:
        """The records of a file that lists them; the reference of a fact is its id."""
        node = self.nodes(path)
        if node is None:
            self.unread.update(_ids_in(self.data(path)) or {path})
            return
        if not isinstance(node, Items):
            place = Place(path, node.line, node.column)
            message = "this file must be a list; begin each record with '- '"
            self.problems.append(Problem(place, "record", message))
            return
        before = len(self.problems)
        for item in node.values:
            ref = _id_of(item)
            if len(self.problems) - before >= MOST_TOLD:
                self.more(Place(path, item.line, item.column), "record")
                self.unread.update(_ids_in(self.data(path)))
                return
            entry = self._entry(model, item, path, ref, home)
            if entry is not None:
                yield entry
            elif ref:
                self.unread.add(ref)

    def _entry(self, model: type[R], node: Node, path: str, ref: str, home: str) -> Entry[R] | None:
        record, problems = record_of(
            model, node, lambda location: Place(path, *locate(node, location)), meant=self.meant
        )
        self.problems += problems
        return None if record is None else Entry(ref, record, path, node, home)

    def may_be_read(self, *folders: str) -> bool:
        """Whether everything in these folders may be opened; records a problem for whatever may not."""
        refused = refusals(self.root, *folders)
        for path, why in refused:
            self.stray(path, why)
        return not refused

    def files(self, folder: str) -> list[str]:
        """The YAML files of a folder, sorted; anything else in it is a problem."""
        return [path for path in self._children(folder) if self._is_record_file(path)]

    def folders(self, folder: str) -> list[str]:
        """The folders in a folder, sorted; a file among them is a problem."""
        found = []
        for path in self._children(folder):
            if (self.root / path).is_dir():
                found.append(path)
            else:
                self.astray.append(path)
                self.set_aside(path)
        return found

    def named(self, folder: str) -> list[str]:
        """The names in a folder that every system can store, sorted; any other is a problem.

        What systems and editors leave behind is passed over.
        """
        place, found, names = self.root / folder, [], []
        for child in place.iterdir() if place.is_dir() else ():
            if not is_left_behind(child.name):
                names.append(child.name)
            elif is_named(child.name):
                self.passed_over.append(f"{folder}/{child.name}")
        for name, other in kept_apart(names):
            if why := unfit(name):
                self.stray(f"{folder}/{name}", why)
            elif other:
                message = (
                    f"some systems can't tell this name from {show(other)}, which is here too; rename "
                    "or remove one of the two"
                )
                self.stray(f"{folder}/{name}", message)
            else:
                found.append(name)
        return sorted(found)

    def _children(self, folder: str) -> Iterator[str]:
        """The paths in a folder whose names could be part of a reference."""
        for name in self.named(folder):
            child, path = self.root / folder / name, f"{folder}/{name}"
            stem = name if child.is_dir() else child.stem
            if not SLUG.fullmatch(stem) or len(stem) > LONGEST_NAME:
                self._misnamed(
                    path,
                    "a name has only lower-case letters (a-z), digits and single hyphens, and at most "
                    f"{LONGEST_NAME} characters; the name of a file ends in .yaml",
                )
            elif stem in RESERVED:
                self.stray(path, f"the name {show(stem)} is reserved; use another")
            else:
                yield path

    def _is_record_file(self, path: str) -> bool:
        if path.endswith(".yaml") and (self.root / path).is_file():
            return True
        self._misnamed(path, "a record is a file whose name ends in .yaml")
        return False

    def _misnamed(self, path: str, allowed: str) -> None:
        """Record a problem for a file or folder whose name no record can have; its content is unread."""
        folder, _, name = path.rpartition("/")
        is_folder = (self.root / path).is_dir()
        what = f"this {'folder' if is_folder else 'file'}"
        better = plain_name(name) if is_folder else record_name(name)
        if not better or len(better.removesuffix(".yaml")) > LONGEST_NAME:
            advice = "rename or move it" if is_folder or name.endswith(_ENDINGS) else _NO_RECORD
            message = f"{what} does not belong here: {allowed}; {advice.format(path=path)}"
            self.stray(path, message)
        elif (self.root / folder / better).exists():
            self.stray(path, f"{better} is here too; put what you need into it, and remove this")
        else:
            hidden = "your system may hide the end of its name; " if name.endswith(".txt") else ""
            self.stray(path, f"rename {what} to {better} ({hidden}{allowed})")
        self.set_aside(path, f"{folder}/{better}")

    def set_aside(self, path: str, meant: str = "") -> None:
        """Count the content of a file or folder as unread, as if it were at the path that was meant."""
        home, _, name = (meant or path).removeprefix("content/").rpartition("/")
        ref = home if name == "source.yaml" else f"{home}/{name.removesuffix('.yaml')}"
        self.unread.add(ref)
        place = self.root / path
        for file in place.rglob("*") if place.is_dir() else (place,):
            if file.is_file():
                self.unread.update(_ids_in(file.read_bytes()))

    def only(self, folder: str, known: Collection[str]) -> None:
        """Record a problem for everything in the folder whose name is not one of the known ones."""
        for name in self.named(folder):
            if name not in known:
                if b"statement:" in self._start_of(f"{folder}/{name}"):
                    self.astray.append(f"{folder}/{name}")
                    self.set_aside(f"{folder}/{name}")
                    continue
                near = did_you_mean(name, known) or (
                    f"; it has {', '.join(f'{one}/' for one in known if '.' not in one)}; move this "
                    "into one of them, or remove it"
                )
                self.stray(f"{folder}/{name}", f"this does not belong in {folder}/{near}")
                for file in (self.root / folder / name).rglob("*.yaml"):
                    for kind in known:
                        self.set_aside(f"{folder}/{kind}/{file.name}")

    def _start_of(self, path: str) -> bytes:
        """The bytes of a YAML file; none of anything else."""
        is_file = path.endswith(_ENDINGS) and (self.root / path).is_file()
        return self.data(path) if is_file else b""

    def more(self, place: Place, rule: str) -> None:
        """Record that a file has more problems from here on, which are not listed one by one."""
        self.problems.append(Problem(place, rule, MORE))

    def stray(self, path: str, message: str) -> None:
        """Record a problem for a file or folder that does not belong where it is."""
        self.problems.append(Problem(Place(show(path).strip("'")), "stray-file", message))


def _id_of(node: Node) -> str:
    """The id in a fact's record; "" for any other record."""
    found = node.values.get("id") if isinstance(node, Fields) else None
    return found.text.strip("“”„") if isinstance(found, Scalar) else ""


def _ids_in(data: bytes) -> set[str]:
    """The ids of the facts in a file that can't be read as YAML."""
    return {match[1].decode() for match in _ID.finditer(data)}
