"""Noting: what is read of some mappings, such as those of the atlas, while something is made."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, replace
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")
P = ParamSpec("P")

Read = tuple[str, Hashable]
"""What was read: the name of a mapping, and a key, or None for all of its keys in their order."""

_reads: ContextVar[set[Read] | None] = ContextVar("reads", default=None)


class NotedMapping(Mapping[K, V]):
    """A mapping that notes every key that it is asked for, also one that it does not have."""

    __slots__ = ("_name", "_values")

    def __init__(self, name: str, values: Mapping[K, V]) -> None:
        self._name, self._values = name, values

    def __getitem__(self, key: K) -> V:
        self._note(key)
        return self._values[key]

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._values

    def __iter__(self) -> Iterator[K]:
        self._note(None)
        return iter(self._values)

    def __len__(self) -> int:
        self._note(None)
        return len(self._values)

    def _note(self, key: Any) -> None:
        reads = _reads.get()
        if reads is not None:
            reads.add((self._name, key))


def noted(whole: T) -> T:
    """The same, but its mappings note what is read of them; each has the name of its field."""
    return replace(
        whole,  # type: ignore[type-var]
        **{name: NotedMapping(name, values) for name, values in mappings(whole).items()},
    )


def mappings(whole: Any) -> dict[str, Mapping[Any, Any]]:
    """The fields of a dataclass that are mappings, by name."""
    every = {field.name: getattr(whole, field.name) for field in fields(whole)}
    return {name: value for name, value in every.items() if isinstance(value, Mapping)}


@contextmanager
def reading() -> Iterator[set[Read]]:
    """What is read in this context; nobody outside learns of it."""
    reads = set[Read]()
    before = _reads.set(reads)
    try:
        yield reads
    finally:
        _reads.reset(before)


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """As `lru_cache`, but whoever gets a value again has read all that it was made from.

    Every function needs this that is given an atlas, or something that leads to one.
    """

    def remembering(function: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize=most)
        def made(*given: P.args, **named: P.kwargs) -> tuple[T, frozenset[Read]]:
            with reading() as reads:
                value = function(*given, **named)
            return value, frozenset(reads)

        @wraps(function)
        def again(*given: P.args, **named: P.kwargs) -> T:
            value, reads = made(*given, **named)  # type: ignore[arg-type]
            around = _reads.get()
            if around is not None:
                around |= reads
            return value

        return again

    return remembering
