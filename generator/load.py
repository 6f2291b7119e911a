"""Loading: the project's files become records, and everything wrong with them is told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.config import Config
from generator.configuration import hand_written, read_config, read_map
from generator.folder import Shelf
from generator.gazetteer import Gazetteer
from generator.ledger import PATH, Ledger, Seen
from generator.parsing import Entry
from generator.problems import Place, Problem, did_you_mean, show
from generator.records import Entity, Fact, Question, Skip, Source
from generator.seeds import Seed

ENTITY_KINDS = ("people", "units", "topics")


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
    ledger: dict[str, Seen]
    gazetteer: Gazetteer | None


def load(root: Path, stand_in: Config | None = None) -> tuple[Entries | None, list[Problem]]:
    """Everything in the project folder `root`, and every problem of reading it.

    Without a usable configuration, its own or the one that may stand in for it, there are no
    entries. Raises OSError where a file can't be read at all.
    """
    shelf = Shelf(root)
    config = read_config(shelf) or stand_in
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
    shelf.only("content", (*ENTITY_KINDS, "questions", "sources", PurePosixPath(PATH).name))
    ledger = _ledger(shelf)
    seeds = _seeds(shelf)
    gazetteer = read_map(shelf)
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
        hand_written(root),
        ledger,
        gazetteer,
    )
    return entries, sorted(shelf.problems)


def _ref(path: str) -> str:
    """One string names a thing: its place below `content/`, without the ending."""
    return path.removeprefix("content/").removesuffix(".yaml")


def _entities(shelf: Shelf, kind: str) -> Iterator[Entry[Entity]]:
    for path in shelf.files(f"content/{kind}"):
        yield from shelf.one(Entity, path, _ref(path))


def _ledger(shelf: Shelf) -> dict[str, Seen]:
    """Since when facts have been published; a project that has published nothing has no ledger."""
    if not (shelf.root / PATH).is_file():
        return {}
    return {
        fact: seen for one in shelf.one(Ledger, PATH, "") for fact, seen in one.record.facts.items()
    }


def _seeds(shelf: Shelf) -> dict[str, Seed]:
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
