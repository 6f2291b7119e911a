"""What a figure allows: its bounds, how far "about" reaches, and whether two can both be true."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings.quantities import Interval, allowed, interval
from generator.records import Figure
from tests.made_up import real_config

WORDS = real_config().numbers


def figure(**value: Any) -> Figure:
    """A figure with this value."""
    return Figure.model_validate({"as_stated": "12 men", "unit": "person", **value})


def shown(found: Interval) -> str:
    """An interval as mathematicians write it: "(12, 15]"; what has no bound is left out."""
    start, end = "(" if found.low_open else "[", ")" if found.high_open else "]"
    low, high = (
        "" if bound is None else f"{bound.normalize():f}" for bound in (found.low, found.high)
    )
    return f"{start}{low}, {high}{end}"


@pytest.mark.parametrize(
    ("value", "plain", "about"),
    [
        ({"number": "100"}, "[100, 100]", "[90, 110]"),
        ({"at_least": "100"}, "[100, ]", "[90, ]"),
        ({"more_than": "100"}, "(100, ]", "(90, ]"),
        ({"at_most": "100"}, "[, 100]", "[, 110]"),
        ({"less_than": "100"}, "[, 100)", "[, 110)"),
        ({"between": ["100", "200"]}, "[100, 200]", "[90, 220]"),
        ({"words": "dozens"}, "[12, ]", "[10.8, ]"),
        ({"words": "Dozens of people"}, "[12, ]", "[10.8, ]"),
        ({"words": "several"}, "[3, 10]", "[2.7, 11]"),
        ({"words": "a crowd"}, "[, ]", "[, ]"),
    ],
)
def test_what_a_figure_allows(value: dict[str, Any], plain: str, about: str) -> None:
    """Nothing is rounded and no midpoint is taken; "about" reaches a tenth to either side."""
    assert shown(interval(figure(**value), WORDS)) == plain
    assert shown(allowed(figure(**value), WORDS)) == plain
    assert shown(interval(figure(about="true", **value), WORDS)) == plain
    assert shown(allowed(figure(about="true", **value), WORDS)) == about
    assert shown(allowed(figure(estimated="true", **value), WORDS)) == about


@pytest.mark.parametrize(
    ("value", "yearly"),
    [
        ({"number": "2"}, "[24, 24]"),
        ({"more_than": "2"}, "(24, ]"),
        ({"less_than": "2"}, "[, 24)"),
        ({"between": ["1", "2"]}, "[12, 24]"),
    ],
)
def test_times(value: dict[str, Any], yearly: str) -> None:
    """A factor multiplies both bounds, and leaves them as open as they were."""
    assert shown(interval(figure(**value), WORDS).times(12)) == yearly


@pytest.mark.parametrize(
    ("one", "other", "above"),
    [
        ({"number": "12"}, {"number": "11"}, True),
        ({"number": "12"}, {"number": "12"}, False),
        ({"at_least": "12"}, {"at_most": "12"}, False),
        ({"at_least": "12"}, {"at_most": "11"}, True),
        ({"more_than": "12"}, {"at_most": "12"}, True),
        ({"at_least": "12"}, {"less_than": "12"}, True),
        ({"more_than": "12"}, {"less_than": "12"}, True),
        ({"more_than": "12"}, {"number": "12"}, True),
        ({"more_than": "11"}, {"number": "12"}, False),
        ({"at_most": "12"}, {"number": "1"}, False),
        ({"number": "12"}, {"at_least": "1"}, False),
        ({"words": "dozens"}, {"number": "11"}, True),
        ({"words": "dozens"}, {"number": "12"}, False),
    ],
)
def test_above(one: dict[str, Any], other: dict[str, Any], above: bool) -> None:
    """One is above another if its least is more than the other's most; open bounds do not touch."""
    first, second = (allowed(figure(**value), WORDS) for value in (one, other))
    assert first.is_above(second) is above
    assert not second.is_above(first)
    assert first.meets(second) is not above
    assert second.meets(first) is not above


ENDS = st.none() | st.integers(0, 4)
INTERVALS = st.builds(Interval, ENDS.map(lambda n: n and Decimal(n)), ENDS.map(lambda n: n and Decimal(n)), st.booleans(), st.booleans())  # fmt: skip
STEPS = [Decimal(n) / 2 for n in range(-2, 12)]


def _holds(found: Interval, number: Decimal) -> bool:
    above = found.low is None or number > found.low or (number == found.low and not found.low_open)
    below = found.high is None or number < found.high or (number == found.high and not found.high_open)  # fmt: skip
    return above and below


@given(INTERVALS, INTERVALS)
def test_above_is_what_it_means(one: Interval, other: Interval) -> None:
    """Above another is an interval of which each amount is more than each of the other's."""
    ours, theirs = ([n for n in STEPS if _holds(found, n)] for found in (one, other))
    if ours and theirs:
        assert one.is_above(other) == all(a > b for a, b in product(ours, theirs))


@pytest.mark.parametrize(
    ("interval", "bounded"),
    [
        (Interval(None, None), False),
        (Interval(Decimal(1), None), True),
        (Interval(None, Decimal(1)), True),
        (Interval(Decimal(1), Decimal(2)), True),
    ],
)
def test_what_says_how_much(interval: Interval, bounded: bool) -> None:
    """One bound is enough; an amount without any says nothing."""
    assert interval.bounded is bounded
