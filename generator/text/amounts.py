"""Numbers as they are found in a text: with their place, their scale and their unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Spoken:
    """A number in a text between the indices `start` and `end`, with its scale and unit."""

    value: Decimal
    start: int
    end: int
    currency: str | None
    percent: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, and what decides whether it shares its unit with the other end of a range.

    `scale` is its factor, 1 if there is none. `glued` says that it has letters attached that are
    not a scale ("24th", "1980s"). `digits` is "" if the number is in words.
    """

    spoken: Spoken
    scale: Decimal
    digits: str
    glued: bool

    @property
    def is_number(self) -> bool:
        """Whether it is a number: because of "one of them", "one" counts only with a scale or unit."""
        said = self.spoken
        return bool(self.digits or said.value != 1 or said.currency or said.percent)
