"""Recalled: what was worked out for an earlier build of this process, if it would be the same again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from generator.atlas.keeping.digests import Digests
from generator.atlas.keeping.noting import Read, reading

T = TypeVar("T")

RecalledValue = tuple[object, Mapping[Read, str], Any]
"""What a value was made from: what its maker was given, and the digest of each thing read; the value."""


class Recalled:
    """Values by name, which the preview keeps while it runs.

    A value may lead to records of an earlier build. These say the same as those of this build, but
    they are other objects.
    """

    def __init__(self) -> None:
        self._frame, self._digests = "", Digests({})
        self._known: dict[str, RecalledValue] = {}
        self._before: dict[str, RecalledValue] = {}

    def begin(self, frame: str, digests: Digests) -> None:
        """Begin a build. What the last build did not ask for is forgotten.

        Everything is, if `frame` is different: a digest of all that every value depends on.
        """
        self._before = self._known if frame == self._frame else {}
        self._known = {}
        self._frame, self._digests = frame, digests

    def of(self, name: str, given: object, make: Callable[[], T]) -> T:
        """The value that `make` gives, which reads only what is noted, and what it is given."""
        known = self._before.get(name)
        if known is None or not self._is_valid(known, given):
            with reading() as reads:
                value = make()
            known = given, {read: self._digests.of(read) for read in reads}, value
        self._known[name] = known
        made: T = known[2]
        return made

    def _is_valid(self, known: RecalledValue, given: object) -> bool:
        return known[0] is given and all(
            self._digests.of(read) == was for read, was in known[1].items()
        )


class Recall(Protocol):
    """How to get a value that may be known: `Recalled.of`, or `made_afresh` where nothing is kept."""

    def __call__(self, name: str, given: object, make: Callable[[], T]) -> T:
        """The value of this name."""


def made_afresh(name: str, given: object, make: Callable[[], T]) -> T:  # noqa: ARG001  as in `Recall`
    """The value that `make` gives."""
    return make()
