"""The project folder: its YAML files become records, and what does not belong there is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.load.entries import Entry, R
from generator.load.parsing import parse
from generator.problems import Place, Problem, did_you_mean, show
from generator.records.fields import SLUG
from generator.strict_yaml.reader import Items, Node, read

RESERVED = frozenset(
    ("index", "404", "search", "assets", "sitemap", "data", "con", "prn", "aux", "nul")
)
"""Names that a web server, MkDocs or Windows keeps for itself."""


@dataclass(slots=True)
class Shelf:
    """A project folder as it is being read, with every problem of reading it so far."""

    root: Path
    problems: list[Problem] = field(default_factory=list)

    def nodes(self, path: str) -> Node | None:
        """The content of one YAML file."""
        node, problems = read((self.root / path).read_bytes(), path)
        self.problems += problems
        return node

    def one(self, model: type[R], path: str, ref: str, home: str = "") -> Iterator[Entry[R]]:
        """The one record of a file."""
        node = self.nodes(path)
        if node is not None:
            yield from self._entry(model, node, path, ref, home)

    def several(self, model: type[R], path: str, home: str) -> Iterator[Entry[R]]:
        """The records of a file that lists them; a fact's reference is its id."""
        node = self.nodes(path)
        if node is None:
            return
        if not isinstance(node, Items):
            place = Place(path, node.line, node.column)
            message = "this file is a list: each record begins with `- `"
            self.problems.append(Problem(place, "record", message))
            return
        for item in node.values:
            for entry in self._entry(model, item, path, "", home):
                yield Entry(getattr(entry.record, "id", ""), entry.record, path, item, home)

    def _entry(
        self, model: type[R], node: Node, path: str, ref: str, home: str
    ) -> Iterator[Entry[R]]:
        record, problems = parse(model, node, path)
        self.problems += problems
        if record is not None:
            yield Entry(ref, record, path, node, home)

    def files(self, folder: str) -> list[str]:
        """The YAML files of a folder, sorted; a stray thing is a problem."""
        return [path for path in self._children(folder) if self._is_record_file(path)]

    def folders(self, folder: str) -> list[str]:
        """The folders of a folder, sorted; a file among them is a problem."""
        found = []
        for path in self._children(folder):
            if (self.root / path).is_dir():
                found.append(path)
            else:
                self.stray(path, "only folders stand here, one for each source")
        return found

    def _children(self, folder: str) -> Iterator[str]:
        """The paths in a folder that are what they seem, and named as references are."""
        place = self.root / folder
        for child in sorted(place.iterdir() if place.is_dir() else ()):
            path = f"{folder}/{child.name}"
            if child.is_symlink():
                self.stray(path, "is a link; put the file itself here")
            elif not SLUG.fullmatch(child.stem) or len(child.stem) > 80:
                self.stray(path, "use small letters a-z, digits and single hyphens, 80 at most")
            elif child.stem in RESERVED:
                self.stray(path, "this name is reserved; choose another")
            else:
                yield path

    def _is_record_file(self, path: str) -> bool:
        if path.endswith(".yaml") and (self.root / path).is_file():
            return True
        self.stray(path, "only .yaml files stand here")
        return False

    def only(self, folder: str, known: Collection[str]) -> None:
        """Whatever else stands in the folder is a problem."""
        for child in sorted((self.root / folder).glob("*")):
            if child.name not in known:
                path = f"{folder}/{child.name}"
                self.stray(
                    path, f"nothing else belongs into {folder}/{did_you_mean(child.name, known)}"
                )

    def stray(self, path: str, message: str) -> None:
        """A file or folder that does not belong where it is."""
        self.problems.append(Problem(Place(show(path).strip("'")), "stray-file", message))
