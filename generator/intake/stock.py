"""What a project already has that a new document has to fit in with."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from generator.load.folder import Shelf
from generator.load.seeds import LISTING, ORIGINALS, listed
from generator.load.site_config import read_config
from generator.problems import Problem
from generator.strict_yaml.reader import Fields, Scalar


@dataclass(frozen=True, slots=True)
class Stock:
    """The names and digests that are taken in a project.

    `digests` has, for the SHA-256 of each file in `seeds/`, its path there. `listing` is the
    present text of that list.
    """

    seeds: frozenset[str]
    digests: Mapping[str, str]
    sources: frozenset[str]
    letters: frozenset[str]
    kinds: tuple[str, ...]
    listing: bytes


def stock_of(shelf: Shelf) -> tuple[Stock | None, list[Problem]]:
    """What a project has; None, with the problems, if nothing can be added to its list of seeds."""
    root = shelf.root
    has_list = (root / LISTING).is_file()
    digests = listed(shelf) if has_list else {}
    if digests is None or shelf.problems:
        return None, shelf.problems
    texts = sorted((root / "seeds").glob("*.txt"))
    originals = (root / "seeds" / ORIGINALS).glob("*")
    there = {hashlib.sha256(path.read_bytes()).hexdigest(): path.name for path in texts}
    sources = shelf.folders("content/sources")
    config = read_config(shelf)
    stock = Stock(
        seeds=frozenset((*digests, *(path.name for path in (*texts, *originals)))),
        digests={digest: name for name, (digest, _) in digests.items()} | there,
        sources=frozenset(path.rpartition("/")[2] for path in sources),
        letters=frozenset(_letter(shelf, f"{path}/source.yaml") for path in sources),
        kinds=tuple(config.vocabulary.source_kinds) if config else (),
        listing=(root / LISTING).read_bytes() if has_list else b"",
    )
    return stock, []


def _letter(shelf: Shelf, path: str) -> str:
    """The letter of a source, or "" if its record can't be read."""
    node = shelf.nodes(path) if (shelf.root / path).is_file() else None
    letter = node.values.get("letter") if isinstance(node, Fields) else None
    return letter.text if isinstance(letter, Scalar) else ""
