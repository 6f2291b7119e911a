"""Marks: how a chart shows a figure, without rounding and without midpoints."""

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

A number is a dot, and a range is a bar between two. A bound is a dot (at least, at most) or a ring
(more than, less than) with an arrow towards the possible amounts. A vague amount ("thousands") is
a dotted line, to the end of the scale if it has no upper bound. Other words have no mark.
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a chart draws for one figure, in the figure's own unit.

    `low` and `high` are its amounts: equal for a number, None if there is no bound. `reach` is the
    range that comparing allows for "about".
    """

    kind: MarkKind
    low: Decimal | None
    high: Decimal | None
    reach: tuple[Decimal, Decimal] | None = None

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """Every amount at which the mark has a shape."""
        drawn = (self.low, self.high, *(self.reach or ()))
        return tuple(amount for amount in drawn if amount is not None)

    @property
    def place(self) -> Decimal | None:
        """The amount where the mark begins, or where it ends if it has no beginning."""
        return self.high if self.low is None else self.low

    @property
    def points_up(self) -> bool:
        """Whether the amount has no upper bound."""
        return self.low is not None and self.high is None

    @property
    def points_down(self) -> bool:
        """Whether the amount has no lower bound except zero."""
        return self.high is not None and self.low is None

    @property
    def is_open(self) -> bool:
        """Whether the bound itself is excluded ("more than", "less than")."""
        return self.kind in ("more_than", "less_than")


def mark(figure: Figure, numbers: NumberWords, times: int = 1) -> Mark:
    """The mark of a figure, or of its amount multiplied by `times`."""
    found = interval(figure, numbers).times(times)
    if found.low is None and found.high is None:
        return Mark("words", None, None)
    kind: MarkKind = "vague" if figure.operator == "words" else figure.operator
    if not figure.about:
        return Mark(kind, found.low, found.high)
    wide = allowed(figure, numbers).times(times)
    ends = wide.low if wide.low is not None else found.high, wide.high or found.low
    return Mark(kind, found.low, found.high, (ends[0] or Decimal(0), ends[1] or Decimal(0)))
