"""Loading: the project's files become records, and everything wrong with them is told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.config import Config
from generator.parsing import Entry, R, parse
from generator.problems import Place, Problem, did_you_mean, show
from generator.reader import Fields, Items, Node, Scalar, read
from generator.records import SLUG, Entity, Fact, Question, Skip, Source
from generator.seeds import Seed

ENTITY_KINDS = ("people", "units", "topics")
CONFIG_FILES = ("site", "vocabulary", "language", "dates", "numbers", "wording")
RESERVED = frozenset(
    ("index", "404", "search", "assets", "sitemap", "data", "con", "prn", "aux", "nul")
)
"""Names that a web server, MkDocs or Windows keeps for itself."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that was read, in order of its files."""

    config: Config
    entities: tuple[Entry[Entity], ...]
    questions: tuple[Entry[Question], ...]
    sources: tuple[Entry[Source], ...]
    facts: tuple[Entry[Fact], ...]
    skips: tuple[Entry[Skip], ...]
    seeds: dict[str, Seed]
    pages: dict[str, str]


@dataclass(slots=True)
class _Shelf:
    """What has been read so far."""

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
                self._stray(path, "only folders stand here, one for each source")
        return found

    def _children(self, folder: str) -> Iterator[str]:
        """The paths in a folder that are what they seem, and named as references are."""
        place = self.root / folder
        for child in sorted(place.iterdir() if place.is_dir() else ()):
            path = f"{folder}/{child.name}"
            if child.is_symlink():
                self._stray(path, "is a link; put the file itself here")
            elif not SLUG.fullmatch(child.stem) or len(child.stem) > 80:
                self._stray(path, "use small letters a-z, digits and single hyphens, 80 at most")
            elif child.stem in RESERVED:
                self._stray(path, "this name is reserved; choose another")
            else:
                yield path

    def _is_record_file(self, path: str) -> bool:
        if path.endswith(".yaml") and (self.root / path).is_file():
            return True
        self._stray(path, "only .yaml files stand here")
        return False

    def _stray(self, path: str, message: str) -> None:
        self.problems.append(Problem(Place(show(path).strip("'")), "stray-file", message))


def load(root: Path) -> tuple[Entries | None, list[Problem]]:
    """Everything in the project folder `root`, and every problem of reading it.

    Without a usable configuration there are no entries. Raises OSError where a file can't
    be read at all.
    """
    shelf = _Shelf(root)
    config = _config(shelf)
    entities = [entry for kind in ENTITY_KINDS for entry in _entities(shelf, kind)]
    questions = [
        entry
        for path in shelf.files("content/questions")
        for entry in shelf.one(Question, path, _ref(path))
    ]
    sources: list[Entry[Source]] = []
    facts: list[Entry[Fact]] = []
    skips: list[Entry[Skip]] = []
    for folder in shelf.folders("content/sources"):
        home = _ref(folder)
        for path in shelf.files(folder):
            name = PurePosixPath(path).stem
            if name == "source":
                sources += shelf.one(Source, path, home)
            elif name == "skipped":
                skips += shelf.several(Skip, path, home)
            elif name.startswith("facts"):
                facts += shelf.several(Fact, path, home)
            else:
                near = did_you_mean(f"{name}.yaml", ("source.yaml", "facts.yaml", "skipped.yaml"))
                message = f"a source holds source.yaml, facts….yaml and skipped.yaml{near}"
                shelf.problems.append(Problem(Place(path), "stray-file", message))
        if not (root / folder / "source.yaml").is_file():
            message = "is missing: each source has its bibliographic record"
            shelf.problems.append(Problem(Place(f"{folder}/source.yaml"), "record", message))
    _no_strays(shelf, "content", {*ENTITY_KINDS, "questions", "sources"})
    seeds = _seeds(shelf)
    if config is None:
        return None, sorted(shelf.problems)
    entries = Entries(
        config,
        tuple(entities),
        tuple(questions),
        tuple(sources),
        tuple(facts),
        tuple(skips),
        seeds,
        _hand_written(root),
    )
    return entries, sorted(shelf.problems)


def _ref(path: str) -> str:
    """One string names a thing: its place below `content/`, without the ending."""
    return path.removeprefix("content/").removesuffix(".yaml")


def _entities(shelf: _Shelf, kind: str) -> Iterator[Entry[Entity]]:
    for path in shelf.files(f"content/{kind}"):
        yield from shelf.one(Entity, path, _ref(path))


def _no_strays(shelf: _Shelf, folder: str, known: set[str]) -> None:
    for child in sorted((shelf.root / folder).glob("*")):
        if child.name not in known:
            message = f"nothing else belongs into {folder}/{did_you_mean(child.name, known)}"
            place = Place(show(f"{folder}/{child.name}").strip("'"))
            shelf.problems.append(Problem(place, "stray-file", message))


def _config(shelf: _Shelf) -> Config | None:
    """`site_config/`: one file for each part of `Config`, its fields named as the files are."""
    values: dict[str, Node] = {}
    for name in CONFIG_FILES:
        path = f"site_config/{name}.yaml"
        if not (shelf.root / path).is_file():
            shelf.problems.append(Problem(Place(path), "configuration", "is missing"))
        elif (node := shelf.nodes(path)) is not None:
            values[name] = node
    if len(values) < len(CONFIG_FILES):
        return None
    keys = {name: Scalar(name, node.line, node.column) for name, node in values.items()}
    config, problems = parse(Config, Fields(values, keys, 1, 1, False), "site_config")
    shelf.problems += [_in_its_file(problem) for problem in problems]
    return config


def _in_its_file(problem: Problem) -> Problem:
    """A problem of the configuration, at the file that its first field is named after."""
    name = problem.message.replace(":", ".").split(".", 1)[0]
    place = Place(f"site_config/{name}.yaml", problem.place.line, problem.place.column)
    return Problem(place, "configuration", problem.message)


def _seeds(shelf: _Shelf) -> dict[str, Seed]:
    """The documents in `seeds/`, each held against the digest in SHA256SUMS."""
    listing = "seeds/SHA256SUMS"
    digests: dict[str, tuple[str, int]] = {}
    if (shelf.root / listing).is_file():
        lines = (shelf.root / listing).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            digest, _, name = line.partition("  ")
            digests[name.strip()] = (digest, number)
    else:
        shelf.problems.append(Problem(Place(listing), "seed", "is missing: `sha256sum *.txt`"))
    seeds = {}
    for path in sorted((shelf.root / "seeds").glob("*.txt")):
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        expected, listed_at = digests.pop(path.name, ("", 1))
        if digest != expected:
            message = (
                f"{path.name} is not the document that was recorded (its sha256 is {digest}); "
                "restore it: seeds are never edited"
            )
            shelf.problems.append(Problem(Place(listing, listed_at), "seed", message))
        try:
            seeds[path.name] = Seed(path.name, data.decode("utf-8"), digest)
        except UnicodeDecodeError as error:
            message = f"is not UTF-8: byte {error.start}"
            shelf.problems.append(Problem(Place(f"seeds/{path.name}"), "seed", message))
    for name, (_, listed_at) in sorted(digests.items()):
        message = f"{show(name)} is listed, and is not there"
        shelf.problems.append(Problem(Place(listing, listed_at), "seed", message))
    return seeds


def _hand_written(root: Path) -> dict[str, str]:
    """The pages of `site_config/pages/`, by their path in the site."""
    folder = root / "site_config/pages"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.md"))
    }
