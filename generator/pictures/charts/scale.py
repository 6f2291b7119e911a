"""The scale of a chart: linear, from zero, so that a length is to another as amount to amount."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

ROOM = Decimal(7) / 6
"""How much longer the axis is than its greatest amount: an arrow has room beyond it."""

PARTS = 4
"""An axis has at most so many steps up to the greatest amount, for a phone to show them."""

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))


@dataclass(frozen=True, slots=True)
class Scale:
    """From zero to `top`, with a tick every `step`."""

    top: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The amounts that the axis names, zero first."""
        return tuple(self.step * count for count in range(int(self.top / self.step) + 1))

    def at(self, amount: Decimal) -> Decimal:
        """Where an amount stands, in per cent of the axis, to a hundredth."""
        return (amount / self.top * 100).quantize(Decimal("0.01"))


def scale(amounts: Iterable[Decimal]) -> Scale:
    """The scale on which all amounts, which are not negative, have their place.

    Where all are whole its steps are whole, for nobody counts half a person.
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
