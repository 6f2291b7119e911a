"""Files astray: records that are not in the folder where they belong, and where that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.load.entries import Entry
from generator.load.folder import Shelf
from generator.records import Source
from generator.records.references import ENTITY_KINDS
from generator.strict_yaml.reader import Fields, Items, Scalar, read
from generator.text.folding import fold_line
from generator.text.seed import Seed

_NAME = re.compile(rb"^name:", re.MULTILINE)
_MOST_NAMED = 6
"""How many folders a message names, at most."""


def refuse_astray(
    shelf: Shelf, sources: Sequence[Entry[Source]], seeds: Mapping[str, Seed]
) -> None:
    """Record a problem for each file outside the folders of documents."""
    for path in shelf.astray:
        shelf.stray(path, _moved(shelf.data(path), sources, seeds))


def _moved(data: bytes, sources: Sequence[Entry[Source]], seeds: Mapping[str, Seed]) -> str:
    """The message about a file outside the folders of documents: into which of them it belongs.

    That is the document that has its quotations.
    """
    quotes = [*_quotes(data)]
    texts = [(one.ref, seeds[one.record.seed].flat) for one in sources if one.record.seed in seeds]
    homes = [ref for ref, text in texts if any(fold_line(quote) in text for quote in quotes)]
    named = [f"content/{ref}/" for ref in homes or sorted(one.ref for one in sources)]
    start = (
        "each document has its own folder in content/sources/, so this file does not belong here"
    )
    if homes:
        return f"{start}; what it quotes is in {' and '.join(named)}: move it there"
    if 0 < len(named) <= _MOST_NAMED:
        return f"{start}; move it into the folder of its document, one of: {', '.join(named)}"
    return f"{start}; move it into the folder of its document"


def _quotes(data: bytes) -> Iterator[str]:
    """The quotations in a file of facts, as far as they are plain texts."""
    node, _ = read(data, "")
    for record in node.values if isinstance(node, Items) else ():
        quote = record.values.get("quote") if isinstance(record, Fields) else None
        if isinstance(quote, Scalar):
            yield quote.text


def named_record(data: bytes, name: str) -> list[str]:
    """The references that a file may be meant to have, if it is a person, a unit or a topic."""
    return [f"{kind}/{name}" for kind in ENTITY_KINDS] if _NAME.search(data) else []
