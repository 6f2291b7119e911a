"""Changes by place: they change what they should, and not one other character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records import Entity
from generator.review.edits import NotEditableError, followed, with_field, with_items, without
from generator.review.house_style import text_of, written
from generator.review.shapes import order_of
from generator.strict_yaml.places import texts
from generator.strict_yaml.reader import Plain, plain, read

ORDER = tuple(order_of(Entity))
MOVES = {"people/a": "units/bc"}


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("to: people/a\n", "to: units/bc\n", (1,)),
        ("to: 'people/a' # people/a\n", "to: 'units/bc' # people/a\n", (1,)),
        ("to:\n  - people/ab\n  - x-people/a\n", "", ()),
        ("to: [people/a, people/b, people/a]\n", "to: [units/bc, people/b, units/bc]\n", (1,)),
        ("to: >-\n  people/a\n\nb: c\n", "to: >-\n  units/bc\n\nb: c\n", (2,)),
        ("s: see people/a\n", "", ()),
        ("quote: in XXXX\nwhen: XXXX-03\nto: people/a\n", "quote: in XXXX\nwhen: XXXX-03\nto: units/bc\n", (3,)),
        ('s: "see\n[[people/a]]"\n', 's: "see\n[[units/bc]]"\n', (2,)),
        ("s: '[[]] or [[|people/a]]'\n", "", ()),
        (
            "s: >-\n  [[people/a|A\n  B]] and [[people/a]], [[people/ab|A]]\nt: x\n",
            "s: >-\n  [[units/bc|A\n  B]] and [[units/bc]], [[people/ab|A]]\nt: x\n",
            (2, 3),
        ),
        ("inferred:\n  people/a: why\n", "inferred:\n  units/bc: why\n", (2,)),
        ("a: {quote: people/a, to: people/a}\n", "a: {quote: people/a, to: units/bc}\n", (1,)),
        ("quote: people/a\ncontext:\n  - exact: people/a\n", "", ()),
        ("# people/a\na: b\r\nto: people/a\r\n", "# people/a\na: b\r\nto: units/bc\r\n", (3,)),
    ],
)  # fmt: skip
def test_a_reference_is_followed(before: str, after: str, lines: tuple[int, ...]) -> None:
    """As a value, a name or a link; never in a comment, another text or the words of a document."""
    assert followed(before, MOVES) == (after or before, lines)


@pytest.mark.parametrize("text", ['a: people/a\nto: "people\\x2fa"\n', 'to: "people\\x2fa"\n'])
def test_a_hidden_reference_is_reported(text: str) -> None:
    """One that is written with escapes can't be changed by place, also where no other is."""
    with pytest.raises(NotEditableError, match="not written plainly"):
        followed(text, MOVES)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: A\n", "name: A\naliases:\n  - B\n  - c: d\n    e: f\n"),
        (
            "# x\nname: A\n# of y\nasked_as: [y]\n# end\n",
            "# x\nname: A\naliases:\n  - B\n  - c: d\n    e: f\n# of y\nasked_as: [y]\n# end\n",
        ),
        (
            "name: A\naliases:\n- >-\n  C\n\n# z\nsubkind: y\n",
            "name: A\naliases:\n- >-\n  C\n- B\n- c: d\n  e: f\n\n# z\nsubkind: y\n",
        ),
        (
            "name: A\n# of y\nsubkind: y\nasked_as: [b]\n",
            "name: A\naliases:\n  - B\n  - c: d\n    e: f\n# of y\nsubkind: y\nasked_as: [b]\n",
        ),
        (
            "aliases:\n- >-\n  C\nname: A\n",
            "aliases:\n- >-\n  C\n- B\n- c: d\n  e: f\nname: A\n",
        ),
        (
            "aliases:\n  - C\nname: A\n",
            "aliases:\n  - C\n  - B\n  - c: d\n    e: f\nname: A\n",
        ),
        (
            "aliases:\n  - note: >-\n      C\nname: A\n",
            "aliases:\n  - note: >-\n      C\n  - B\n  - c: d\n    e: f\nname: A\n",
        ),
        ("name: A\r\n", "name: A\r\naliases:\r\n  - B\r\n  - c: d\r\n    e: f\r\n"),
        (
            "aliases:\n  - C\n  - g:\n      - D\n",
            "aliases:\n  - C\n  - g:\n      - D\n  - B\n  - c: d\n    e: f\n",
        ),
        (
            "aliases:\n  - g:\n      - D\n",
            "aliases:\n  - g:\n      - D\n  - B\n  - c: d\n    e: f\n",
        ),
    ],
)
def test_items_are_added(before: str, after: str) -> None:
    """Below those that are there, or as a field in its place."""
    assert with_items(before, "aliases", [["- B"], ["- c: d", "  e: f"]], ORDER) == after


def test_no_item_changes_nothing() -> None:
    """A list that is not there does not begin without an item."""
    assert with_items("name: A\n", "aliases", [], ORDER) == "name: A\n"


def test_items_are_added_in_brackets() -> None:
    """Each on the same line, unless it has fields."""
    text = "aliases: [A] # why\nname: B\n"
    assert with_items(text, "aliases", [["- C"], ["- D, E"]], ORDER) == (
        'aliases: [A, C, "D, E"] # why\nname: B\n'
    )
    assert with_items(text, "aliases", [["- 'F, G'"], ["- X, ü"]], ORDER) == (
        "aliases: [A, 'F, G', \"X, ü\"] # why\nname: B\n"
    )
    with pytest.raises(NotEditableError, match="separate line"):
        with_items(text, "aliases", [["- >-", "  C"]], ORDER)
    with pytest.raises(NotEditableError, match="separate line"):
        with_items(text, "aliases", [["- name: C"]], ORDER)


def test_a_field_is_added_in_its_place() -> None:
    """After those that come before it in the record."""
    assert with_field("name: A\nasked_as: [b]\n", "subkind", ["subkind: c"], ORDER) == (
        "name: A\nsubkind: c\nasked_as: [b]\n"
    )


@pytest.mark.parametrize(
    ("before", "way", "after"),
    [
        (
            "a: b\n# c\nd:\n  - e\n  - f: g\n    h: i\n# j\n",
            ("d", 1),
            "a: b\n# c\nd:\n  - e\n# j\n",
        ),
        ("a: b\nd:\n  - e\n", ("d", 0), "a: b\n"),
        ("a: b\nd: >-\n  e\n\nf: g\n", ("d",), "a: b\n\nf: g\n"),
        ("d: [e, f, g]\n", ("d", 0), "d: [f, g]\n"),
        ("d: [e, f, g]\n", ("d", 1), "d: [e, g]\n"),
        ("d: [e, f] # h\n", ("d", 1), "d: [e] # h\n"),
        ("d: [e]\na: b\n", ("d", 0), "a: b\n"),
        ("a:\n  d:\n    - e\n    - f\n  g: h\n", ("a", "d", 0), "a:\n  d:\n    - f\n  g: h\n"),
        ("a:\n  d:\n    - e\n  g: h\n", ("a", "d", 0), "a:\n  g: h\n"),
    ],
)
def test_a_part_is_taken_out(before: str, way: tuple[str | int, ...], after: str) -> None:
    """A field or an item, with all of its lines; a list that is emptied goes with it."""
    assert without(before, way) == after


NAMES = st.sampled_from(("quote", "to", "people/a", "note", "x"))
TEXTS = st.sampled_from(
    ("people/a", "people/ab", "[[people/a|b c]] d", "e [[people/a]]", "in people/a", "f\ng", "é: #")
)
VALUES: st.SearchStrategy[Plain] = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(NAMES, inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=5))
def test_following_changes_only_references(record: dict[str, Plain]) -> None:
    """Back and forth gives the file as it was; every text is found where it is."""
    text = text_of([], written(record), Entity)
    moved, lines = followed(text, {"people/a": "people/zz"})
    back, again = followed(moved, {"people/zz": "people/a"})
    assert (back, again) == (text, lines)
    changed = [
        number
        for number, (one, other) in enumerate(
            zip(text.split("\n"), moved.split("\n"), strict=True), start=1
        )
        if one != other
    ]
    assert tuple(changed) == lines
    node, _ = read(text.encode(), "")
    assert node is not None
    assert {one.way: one.text for one in texts(text) if not one.naming} == _leaves(plain(node))


def _leaves(value: Plain) -> dict[tuple[str | int, ...], str]:
    if isinstance(value, str):
        return {(): value}
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    return {(name, *way): text for name, one in parts for way, text in _leaves(one).items()}
