"""Begun: a fact from words that were selected in a document, as a form to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.atlas.atlas import Atlas
from generator.atlas.passages import find
from generator.load.entries import Entries
from generator.records.passages import Exact
from generator.review.draft import draft
from generator.review.found_quotes import FoundQuote
from generator.review.workbench.form import as_form
from generator.strict_yaml.as_written import WrittenGroup, as_written
from generator.strict_yaml.nodes import Items, Plain
from generator.strict_yaml.reader import plain, read
from generator.text.matching import is_inside_word
from generator.text.seed import Seed

_LINKS = re.compile(r"\[\[[^\[\]]+\]\]")
_WORD = re.compile(r"\S+")
MOST_WORDS = 12
"""How many words before or after a passage may be needed to tell its place."""


class NothingThereError(Exception):
    """No words were selected; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A form with what a program can see, hints about its guesses, and the names in the words."""

    record: Plain
    hints: dict[str, str]
    links: tuple[str, ...]


def passage_at(start: int, end: int, ref: str, atlas: Atlas) -> tuple[Seed, int, int]:
    """The seed of a document, and the whole words in a range of its code points as folded indices.

    Raises NothingThereError if there are none.
    """
    document = atlas.documents[ref]
    seed = document.seed
    if seed is None:
        raise NothingThereError("the document has no text; see what `check` says about its seed")
    flat, folded = seed.flat, seed.folded
    first = _folded_index(seed, start)
    last = _folded_index(seed, end)
    while first < last and flat[first].isspace():
        first += 1
    while last > first and flat[last - 1].isspace():
        last -= 1
    if first == last:
        raise NothingThereError("no words are selected; select some, then try again")
    while first and is_inside_word(flat, first):
        first -= 1
    while last < len(flat) and is_inside_word(flat, last):
        last += 1
    if "\n" in folded.text[first:last]:
        raise NothingThereError(
            "a quote stays in one paragraph; select words of one, and add the others as a second passage"
        )
    return seed, first, last


def _folded_index(seed: Seed, position: int) -> int:
    """The first folded index that comes from this code point or a later one."""
    low, high = 0, len(seed.folded.text)
    while low < high:
        middle = (low + high) // 2
        if seed.folded.original(middle) < position:
            low = middle + 1
        else:
            high = middle
    return low


def exact_at(start: int, end: int, ref: str, atlas: Atlas) -> dict[str, Plain]:
    """The passage in a range of code points, with the words around it if it occurs elsewhere too."""
    seed, first, last = passage_at(start, end, ref, atlas)
    origin, limit = seed.folded.span(first, last)
    words = " ".join(seed.text[origin:limit].split())
    document = atlas.documents[ref]
    scales = atlas.config.words_of(document.record.language).numbers.scale_pattern
    for around in _around(seed, first, last):
        passage = Exact(exact=words, prefix=around.get("prefix"), suffix=around.get("suffix"))
        sighting = find(passage, seed, scales, document.skip_ends)
        if len(sighting.places) + len(sighting.cut) == 1:
            return {"exact": words, **around}
    return {"exact": words}


def _around(seed: Seed, first: int, last: int) -> Iterator[dict[str, str]]:
    """Candidates for the words around: none, then more and more words before, then after."""
    yield {}
    before = [one.span() for one in _WORD.finditer(seed.flat[:first])][-MOST_WORDS:]
    after = [
        (last + one.start(), last + one.end())
        for one in _WORD.finditer(seed.flat[last : last + 400])
    ][:MOST_WORDS]
    for count in range(1, MOST_WORDS + 1):
        if count <= len(before):
            yield {"prefix": _original(seed, before[-count][0], before[-1][1])}
        if count <= len(after):
            yield {"suffix": _original(seed, after[0][0], after[count - 1][1])}


def _original(seed: Seed, first: int, last: int) -> str:
    origin, limit = seed.folded.span(first, last)
    return " ".join(seed.text[origin:limit].split())


def begun(start: int, end: int, ref: str, entries: Entries, atlas: Atlas) -> Begun:
    """The form of a fact from a range of code points. Raises NothingThereError."""
    seed, first, last = passage_at(start, end, ref, atlas)
    spot = FoundQuote(atlas.documents[ref].entry, seed, first, last)
    text = draft(spot, entries, "f-00000000")
    node, _ = read(text.encode(), "")
    said = plain(node) if isinstance(node, Items) else [{}]
    record = as_form(said[0]) if isinstance(said, list) else {}
    if isinstance(record, dict):
        record["quote"] = [exact_at(start, end, ref, atlas)]
        record.pop("id", None)
        record.pop("statement", None)
    links = [
        link for line in text.split("\n") if "# Names" in line for link in _LINKS.findall(line)
    ]
    return Begun(record, dict(_hints(text)), tuple(links))


def _hints(text: str) -> Iterator[tuple[str, str]]:
    """What the draft asks a person to look at, by field."""
    _, node = as_written(text)
    fields = node.parts[0].value if isinstance(node, WrittenGroup) else node
    for part in fields.parts if isinstance(fields, WrittenGroup) else ():
        above = list(part.above)
        if isinstance(part.value, WrittenGroup) and not part.value.mapping:
            above += [line for item in part.value.parts for line in item.above][:1]
        asked = [line.removeprefix("# check: ") for line in above if line.startswith("# check:")]
        if part.name and asked:
            yield part.name.text, " ".join(asked)
