"""Places: where each text of a file begins and ends, to change it there and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.strict_yaml.events import LOADER


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A text, and its place; lines and columns count from 0, and the end is exclusive.

    `way` are the names and indexes that lead to it. A text that is the name of a field is `naming`,
    and its way ends with itself.
    """

    text: str
    way: tuple[str | int, ...]
    naming: bool
    line: int
    column: int
    last_line: int
    last_column: int


def texts(text: str) -> Iterator[TextPlace]:
    """Every text of a file that `reader` accepts, in order."""
    way: list[str | int] = []  # to the value that comes next
    kinds: list[bool] = []  # of the open lists and mappings: whether it is a mapping
    naming = False
    loader = LOADER(text)
    while loader.check_event():
        event = loader.get_event()
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            kinds.append(isinstance(event, MappingStartEvent))
            way.append("" if kinds[-1] else 0)
            naming = kinds[-1]
            continue
        if isinstance(event, ScalarEvent):
            start, end = event.start_mark, event.end_mark
            if naming:
                way[-1] = event.value
            if start and end:
                place = (start.line, start.column, end.line, end.column)
                yield TextPlace(event.value, tuple(way), naming, *place)
            if naming:
                naming = False
                continue
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            kinds.pop()
            way.pop()
        else:
            continue
        if kinds and not kinds[-1]:
            way[-1] = int(way[-1]) + 1
        naming = bool(kinds and kinds[-1])
