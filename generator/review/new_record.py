"""Files for a new person, unit, topic or question, with hints for what only a person can know."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.load.entries import Entry
from generator.records import Entity
from generator.strict_yaml.reader import Scalar, read
from generator.text.folding import fold_line

_ABOUT = "# A line with # is a hint: fill it in and remove the #, or delete it.\n"


def borne(
    names: Iterable[str], entities: Iterable[Entry[Entity]]
) -> tuple[str, Entry[Entity]] | None:
    """The first of these names that an entity already has, and the last such entity."""
    known = {
        fold_line(one.name).casefold(): entity
        for entity in entities
        for one in entity.record.spellings
    }
    for name in names:
        if there := known.get(fold_line(name).casefold()):
            return name, there
    return None


def entity_file(
    name: str, spellings: Iterable[str], subkind: str, subkinds: Sequence[str], other: str
) -> str:
    """The file of an entity; without `subkind` a hint lists those that the vocabulary has.

    `other` is the reference that the hint about similar names shows.
    """
    return _ABOUT + "\n".join(_entity(name, tuple(spellings), subkind, subkinds, other)) + "\n"


def _entity(
    name: str, spellings: tuple[str, ...], subkind: str, subkinds: Sequence[str], other: str
) -> Iterator[str]:
    yield f"name: {plain(name)}"
    if spellings:
        yield "aliases:"
        yield from (f"  - {plain(one)}" for one in spellings)
    else:
        yield "# aliases:"
        yield "#   - every other spelling that a document uses, in any script"
    if subkind:
        yield f"subkind: {subkind}"
    elif subkinds:
        yield f"# subkind: one of {', '.join(subkinds)}"
    yield "# asked_as:"
    yield "#   - what readers may type to find it, such as an office or an everyday name"
    yield "# distinct_from:"
    yield f"#   - ref: {other}"
    yield "#     because: how a document tells the two apart"


def question_file(title: str, choices: Mapping[str, str], unit: str) -> str:
    """The file of a question, which is about a number of `unit`, or between `choices`."""
    return _ABOUT + "\n".join(_question(title, choices, unit)) + "\n"


def _question(title: str, choices: Mapping[str, str], unit: str) -> Iterator[str]:
    yield f"title: {plain(title)}"
    if unit:
        yield f"unit: {unit}"
        yield "# population:  # whom the answers count"
        yield "#   a-short-name: As readers see it"
        yield "# basis:  # in what sense they count, if answers count in several"
        yield "#   a-short-name:"
        yield "#     label: As readers see it"
        yield "#     time: moment"
        yield "#     # a moment or an event has a date, a span lasts, so_far runs from the beginning, and"
        yield "#     # fixed: the question itself gives the time; a later number is then no toll that has grown"
    if choices:
        yield "choices:"
        yield from (f"  {key}: {plain(label)}" for key, label in choices.items())
        yield "# contrary:  # pairs of choices that can't both be true"
        yield "#   - [one-choice, another]"
    if not unit and not choices:
        yield "# unit: what is counted, such as person"
        yield "# choices:  # instead of unit, if the answer is not a number"
        yield "#   a-short-name: The answer as readers see it"
    yield "# topics:"
    yield "#   - topics/what-it-is-about"
    yield "# asked_as:"
    yield "#   - the same question in a reader's words"
    yield "# silent:"
    yield "#   - source: sources/a-document-that-was-searched-and-does-not-say"


def plain(text: str) -> str:
    """A text as a value in YAML: as it is, if YAML reads it unchanged, or else in quotation marks."""
    line = " ".join(text.split())
    node, problems = read(line.encode(), "")
    if not problems and isinstance(node, Scalar) and node.text == line and ": " not in line:
        return line
    return json.dumps(line, ensure_ascii=False)
