"""Marks: the form in which a figure stands in a chart. Nothing is rounded, no midpoint is taken."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.findings.quantities import allowed, interval
from generator.records import Figure
from generator.records.facts import Operator
from generator.text.numbers import NumberWords

MarkKind = Operator | Literal["vague"]
"""What a mark looks like.

A number is a dot, two are a bar between them. A bound is a dot (closed) or a ring (open) with an
arrow to where the amount may lie. Vague words have a span, which is dotted; other words have no
mark at all.
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn for one figure, in its own unit.

    `low` and `high` are its amounts, the same for a number; None is where a bound leaves it open.
    `reach` is how far "about" lets it go to either side when it is compared.
    """

    kind: MarkKind
    low: Decimal | None
    high: Decimal | None
    reach: tuple[Decimal, Decimal] | None = None

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """Every amount at which something is drawn."""
        drawn = (self.low, self.high, *(self.reach or ()))
        return tuple(amount for amount in drawn if amount is not None)

    @property
    def place(self) -> Decimal | None:
        """The amount at which the mark begins, or ends where it has no beginning."""
        return self.high if self.low is None else self.low

    @property
    def points_up(self) -> bool:
        """Whether the amount may be greater than anything that is drawn."""
        return self.low is not None and self.high is None

    @property
    def points_down(self) -> bool:
        """Whether the amount may be anything from zero on."""
        return self.high is not None and self.low is None

    @property
    def is_open(self) -> bool:
        """Whether the bound is itself left out."""
        return self.kind in ("more_than", "less_than")


def mark(figure: Figure, numbers: NumberWords) -> Mark:
    """The mark of a figure."""
    found = interval(figure, numbers)
    if found.low is None and found.high is None:
        return Mark("words", None, None)
    kind: MarkKind = "vague" if figure.operator == "words" else figure.operator
    if not figure.about:
        return Mark(kind, found.low, found.high)
    wide = allowed(figure, numbers)
    ends = wide.low if wide.low is not None else found.high, wide.high or found.low
    return Mark(kind, found.low, found.high, (ends[0] or Decimal(0), ends[1] or Decimal(0)))
