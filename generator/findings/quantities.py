"""Quantities: a figure as an interval, without rounding and without midpoints."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.records import Figure
from generator.text.numbers import NumberWords, vague

ABOUT_SHARE = Decimal("0.1")
"""How far "about" and "estimated" reach to either side, as a share of the number.

Pages that use it say so.
"""

MONTHS_IN_A_YEAR = 12


def period_compared(figure: Figure) -> str | None:
    """The period for which a figure is compared as a rate; None if it is not a rate.

    A month's rate counts as a year's. No other rate is converted, or compared with one.
    """
    return "year" if figure.per == "month" else figure.per


@dataclass(frozen=True, slots=True)
class Interval:
    """The amounts that a figure allows.

    None means no bound on that side; `low_open` and `high_open` exclude the bound itself.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def times(self, factor: int) -> Interval:
        """The interval with both bounds multiplied."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)

    def is_above(self, other: Interval) -> bool:
        """Whether every amount of this one is greater than every amount of the other."""
        if self.low is None or other.high is None:
            return False
        return self.low > other.high or (
            self.low == other.high and (self.low_open or other.high_open)
        )

    @property
    def bounded(self) -> bool:
        """Whether it has any bound; without one, it says nothing."""
        return self.low is not None or self.high is not None

    def meets(self, other: Interval) -> bool:
        """Whether the two have an amount in common."""
        return not self.is_above(other) and not other.is_above(self)


def interval(figure: Figure, words: NumberWords) -> Interval:
    """The amounts that a figure allows, before "about" widens it."""
    match figure.operator:
        case "number":
            return Interval(figure.number, figure.number)
        case "at_least":
            return Interval(figure.at_least, None)
        case "more_than":
            return Interval(figure.more_than, None, low_open=True)
        case "at_most":
            return Interval(None, figure.at_most)
        case "less_than":
            return Interval(None, figure.less_than, high_open=True)
        case "between" if figure.between:
            return Interval(*figure.between)
        case _:
            found = vague(figure.words or "", words)
            return Interval(found[0].low, found[0].high) if found else Interval(None, None)


def allowed(figure: Figure, words: NumberWords) -> Interval:
    """The amounts that a figure allows in a comparison.

    "About" and "estimated" reach a tenth each way.
    """
    found = interval(figure, words)
    if not figure.about and not figure.estimated:
        return found
    low = None if found.low is None else found.low * (1 - ABOUT_SHARE)
    high = None if found.high is None else found.high * (1 + ABOUT_SHARE)
    return Interval(low, high, found.low_open, found.high_open)
