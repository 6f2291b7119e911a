"""Loading: the project's files as records, with every problem of reading them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from generator.config.config import Config
from generator.load.astray import named_record, refuse_astray
from generator.load.entries import Entries, Entry
from generator.load.folder import Shelf
from generator.load.languages import read_languages
from generator.load.meant import meant_by
from generator.load.seeds import read_seeds
from generator.load.site_config import NO_PROJECT, is_project, read_config, read_map
from generator.load.written import UnreadableError, hand_written
from generator.problems import Place, Problem, did_you_mean
from generator.records import Entity, Fact, Layout, Question, Skip, Source, Withdrawn
from generator.records.ledger import PATH, Ledger, Seen
from generator.records.references import ENTITY_KINDS, RECORD_KINDS, kind_of

_OF_A_SOURCE = ("source.yaml", "facts.yaml", "skipped.yaml", "layout.yaml", "withdrawn.yaml")
"""The files of a source's folder."""


def load(root: Path, stand_in: Config | None = None) -> tuple[Entries | None, list[Problem]]:
    """Everything in the project folder `root`, and every problem of reading it.

    The entries are None if the project's configuration has a problem and there is no `stand_in`
    for it. Raises OSError if a file can't be read at all.
    """
    shelf = Shelf(root)
    if not _may_be_read(shelf, stand_in):
        return None, sorted(shelf.problems)
    config = read_config(shelf) or stand_in
    refs = _refs(root)
    shelf.meant = meant_by(refs, (), config)
    entities = [entry for kind in ENTITY_KINDS for entry in _entities(shelf, kind)]
    questions = [
        entry
        for path in shelf.files("content/questions")
        for entry in shelf.one(Question, path, _ref(path))
    ]
    shelf.meant = meant_by(refs, (*entities, *questions), config)
    sources: list[Entry[Source]] = []
    facts: list[Entry[Fact]] = []
    skips: list[Entry[Skip]] = []
    layouts: list[Entry[Layout]] = []
    withdrawn: list[Entry[Withdrawn]] = []
    for folder in shelf.folders("content/sources"):
        home = _ref(folder)
        for path in shelf.files(folder):
            name = PurePosixPath(path).stem
            if name == "source":
                sources += shelf.one(Source, path, home)
            elif name == "skipped":
                skips += shelf.several(Skip, path, home)
            elif name == "layout":
                layouts += shelf.one(Layout, path, "", home)
            elif name == "withdrawn":
                withdrawn += shelf.several(Withdrawn, path, home)
            elif name.startswith("facts"):
                facts += shelf.several(Fact, path, home)
            else:
                _refuse_in_source(shelf, path, name)
        if not (root / folder / "source.yaml").is_file() and home not in shelf.unread:
            _miss_description(shelf, folder, home)
    shelf.only("content", (*RECORD_KINDS, PurePosixPath(PATH).name))
    ledger, ledger_lines = _ledger(shelf)
    written = _written(shelf)
    seeds = read_seeds(shelf, _resting(sources, facts))
    refuse_astray(shelf, sources, seeds)
    gazetteer = read_map(shelf)
    languages = read_languages(shelf, (one.record.language for one in sources))
    if config is None:
        return None, sorted(shelf.problems)
    if languages:
        config = config.model_copy(update={"others": languages})
    entries = Entries(
        config,
        tuple(entities),
        tuple(questions),
        tuple(sources),
        tuple(facts),
        tuple(skips),
        seeds,
        written,
        ledger,
        gazetteer,
        frozenset(shelf.unread),
        tuple(sorted(shelf.passed_over)),
        tuple(layouts),
        tuple(withdrawn),
        frozenset(shelf.altered),
        ledger_lines,
    )
    return entries, sorted(shelf.problems)


def _resting(
    sources: Sequence[Entry[Source]], facts: Sequence[Entry[Fact]]
) -> dict[str, list[str]]:
    """The ids of the facts that rest on each seed, in their order."""
    of_source = defaultdict[str, list[str]](list)
    for fact in facts:
        of_source[fact.home].append(fact.ref)
    return {one.record.seed: of_source[one.ref] for one in sources}


def _refuse_in_source(shelf: Shelf, path: str, name: str) -> None:
    """Record a problem for a YAML file in a source's folder that does not belong there."""
    near = did_you_mean(f"{name}.yaml", _OF_A_SOURCE)
    if not near and b"statement:" in shelf.data(path):
        rest = [part for part in name.split("-") if part not in ("fact", "facts")]
        near = f"; rename this file to {'-'.join(('facts', *rest))}.yaml"
    message = (
        "this file does not belong in a source's folder, which may contain source.yaml, skipped.yaml, "
        "layout.yaml, withdrawn.yaml, and files whose names begin with facts, such as facts-losses.yaml"
        f"{near or '; rename or move it'}"
    )
    if not near and (refs := named_record(shelf.data(path), name)):
        folders = ", ".join(f"content/{kind_of(ref)}/" for ref in refs)
        message = (
            f"this is like the record of a person, a unit or a topic; move it to one of: {folders}"
        )
        shelf.unread.update(refs)
    shelf.stray(path, message)
    shelf.set_aside(path)


def _miss_description(shelf: Shelf, folder: str, home: str) -> None:
    """Record a problem for a source's folder without `source.yaml`; nothing in it can be used."""
    message = (
        "this file is missing, so nothing in its folder can be used; if it was there before, run "
        f"`git checkout HEAD -- {folder}/source.yaml`; for a new document, run `add-document`, and "
        "move these files into the folder that it makes"
    )
    shelf.problems.append(Problem(Place(f"{folder}/source.yaml"), "record", message))
    shelf.unread.add(home)


def _may_be_read(shelf: Shelf, stand_in: Config | None) -> bool:
    """Whether the folder is a project in which everything may be opened; records why not, as problems."""
    if stand_in is None and not is_project(shelf.root):
        shelf.problems.append(Problem(Place("site_config"), "configuration", NO_PROJECT))
        return False
    return shelf.may_be_read("content", "seeds", "site_config")


def _ref(path: str) -> str:
    """The reference of a file: its path below `content/`, without the ending."""
    return path.removeprefix("content/").removesuffix(".yaml")


def _refs(root: Path) -> list[str]:
    """The references that the names of files and folders give, whatever is in them."""
    return sorted(
        f"{kind}/{one.stem}"
        for kind in RECORD_KINDS
        for one in (root / "content" / kind).glob("*" if kind == "sources" else "*.yaml")
    )


def _entities(shelf: Shelf, kind: str) -> Iterator[Entry[Entity]]:
    for path in shelf.files(f"content/{kind}"):
        yield from shelf.one(Entity, path, _ref(path))


def _written(shelf: Shelf) -> dict[str, str]:
    """The pages written by hand; none if one of them is not text."""
    try:
        return hand_written(shelf.root)
    except UnreadableError as error:
        path, message = error.args
        shelf.problems.append(Problem(Place(f"site_config/pages/{path}"), "configuration", message))
        return {}


def _ledger(shelf: Shelf) -> tuple[dict[str, Seen], dict[str, int]]:
    """What the ledger says about each fact, and on which line; empty before anything is published."""
    if not (shelf.root / PATH).is_file():
        if (shelf.root / PATH).exists():
            shelf.stray(PATH, "this must be a file, not a folder; restore the file with git")
        return {}, {}
    for one in shelf.one(Ledger, PATH, ""):
        seen = one.record.facts
        return seen, {fact: one.place("facts", fact).line for fact in seen}
    return {}, {}
