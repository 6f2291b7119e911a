"""Layers: a project's file is laid over that of the program, and says only what it changes."""

from __future__ import annotations

import pytest

from generator.strict_yaml.layers import laid_over
from generator.strict_yaml.reader import Node, locate, plain, read


def node_of(text: str) -> Node:
    """What a file says."""
    node, problems = read(text.encode(), "x.yaml")
    assert node is not None, problems
    return node


UNDER = """\
lead: Below
list:
  - one
  - two
group:
  first: A
  second: B
"""


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ("lead: Above\n", {"lead": "Above"}),
        ("list: [three]\n", {"list": ["three"]}),
        ("list+: [three]\n", {"list": ["one", "two", "three"]}),
        ("group:\n  second: C\n", {"group": {"first": "A", "second": "C"}}),
        ("group:\n  third: C\n", {"group": {"first": "A", "second": "B", "third": "C"}}),
        ("group: nothing\n", {"group": "nothing"}),
        ("lead: [a]\n", {"lead": ["a"]}),
        ("list+: three\n", {"list": "three"}),
        ("list: [three]\nlist+: [four]\n", {"list": ["three"], "list+": ["four"]}),
        ("lead+: [a]\n", {"lead+": ["a"]}),
        ("new+: [a]\n", {"new+": ["a"]}),
    ],
)
def test_what_is_said_above_counts(over: str, expected: dict[str, object]) -> None:
    """Names are merged, texts and lists replace, and `+` adds to a list: to nothing else."""
    below = plain(node_of(UNDER))
    assert isinstance(below, dict)
    assert plain(laid_over(node_of(over), node_of(UNDER))) == below | expected


@pytest.mark.parametrize(
    ("over", "order"),
    [
        ("second: C\n", ["first", "second"]),
        ("new: C\nsecond: C\n", ["first", "second", "new"]),
        ("second: C\nfirst: C\n", ["second", "first"]),
        ("second: C\nnew: C\nfirst: C\n", ["second", "new", "first"]),
    ],
)
def test_the_order_of_names(over: str, order: list[str]) -> None:
    """It is that of the lower layer with new names last, unless the upper one names them all."""
    made = plain(laid_over(node_of(over), node_of("first: A\nsecond: B\n")))
    assert isinstance(made, dict)
    assert list(made) == order


def test_a_value_keeps_its_place() -> None:
    """A mistake in a project's file is reported with its line there."""
    over = "# ours\n\nlist+:\n  - three\ngroup:\n  third: C\n"
    made = laid_over(node_of(over), node_of(UNDER))
    assert locate(made, ("list", 2)) == (4, 5)
    assert locate(made, ("group", "third")) == (6, 10)
    assert locate(made, ("group", "third"), key=True) == (6, 3)
    assert locate(made, ("list",), key=True) == (3, 1)
    assert (made.line, made.column) == (3, 1)


def test_neither_layer_is_changed() -> None:
    """The lower one is read once and lies below every project."""
    over, under = node_of("list+: [x]\nnew: y\n"), node_of(UNDER)
    before = plain(over), plain(under)
    laid_over(over, under)
    assert (plain(over), plain(under)) == before
