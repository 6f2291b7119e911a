"""The scale of a chart: linear and from zero, so that lengths compare as amounts do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

ROOM = Decimal(7) / 6
"""The length of the axis as a multiple of the greatest amount; the rest is room for an arrow."""

PARTS = 4
"""The most steps that an axis has up to the greatest amount; a phone has room for these."""

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from zero to `top`, with a tick at every `step`."""

    top: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The amounts at the ticks, from zero up."""
        return tuple(self.step * count for count in range(int(self.top / self.step) + 1))

    @property
    def end(self) -> Decimal:
        """The position of the greatest amount that the scale fits, in per cent of the axis."""
        return (100 / ROOM).quantize(Decimal("0.01"))

    def fits(self, amount: Decimal) -> bool:
        """Whether an amount has a place on the axis."""
        return amount * ROOM <= self.top

    def at(self, amount: Decimal) -> Decimal:
        """The position of an amount, in per cent of the axis, to two decimal places."""
        return (amount / self.top * 100).quantize(Decimal("0.01"))


def scale(amounts: Iterable[Decimal]) -> Scale:
    """The scale that fits all amounts, which must not be negative.

    If all amounts are whole, its steps are whole, since nobody counts half a person.
    """
    known = tuple(amounts)
    largest = max(known, default=Decimal(0)) or Decimal(1)
    whole = all(amount == amount.to_integral_value() for amount in known)
    step = next(
        size
        for exponent in (largest.adjusted() - 1, largest.adjusted(), largest.adjusted() + 1)
        for size in (one.scaleb(exponent) for one in _STEPS)
        if largest <= PARTS * size and not (whole and size % 1)
    )
    return Scale(largest * ROOM, step)
