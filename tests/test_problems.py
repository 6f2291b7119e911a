"""Problems are printed so that editors can follow them, and so that they can do no harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check import few
from generator.load.parsing import MORE
from generator.problems import (
    LISTED,
    MOST_TOLD,
    Place,
    Problem,
    as_github,
    as_text,
    choose_from,
    did_you_mean,
    excerpt,
    pinpointed,
    show,
)
from generator.text.characters import REFUSED

HOSTILE = st.text() | st.sampled_from(
    ["\n::error::x", "##[error]x", "##[#x", "::stop-commands::x", "\r\n::x", "\u2028::x", "%0A::x"]
)
PROBLEMS = st.builds(Problem, st.builds(Place, HOSTILE), HOSTILE, HOSTILE)


def test_as_text_names_the_place() -> None:
    """An editor can jump to `path:line:column`."""
    problem = Problem(Place("content/x.yaml", 12, 5), "yaml-anchor", "write it out")
    assert as_text(problem) == "content/x.yaml:12:5: yaml-anchor: write it out"


def test_as_github_is_one_annotation() -> None:
    """Commas, colons, percent signs and line ends are written in the runner's escapes."""
    problem = Problem(Place("a,b:c%.yaml", 1, 2), "a:b", "100 %: x, y\nz")
    assert as_github(problem) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=a%3Ab::100 %25: x, y\\nz"
    )


def test_problems_sort_by_place() -> None:
    """Problems come in the order in which one works through the files."""
    late, early = Problem(Place("b"), "a", "a"), Problem(Place("a", 2, 3), "z", "z")
    assert sorted([late, early]) == [early, late]


@pytest.mark.parametrize(
    ("column", "message", "at"),
    [
        (6, "'two' is loaded", (2, 10)),
        (6, "topics/two-a leads nowhere; did you mean 'three'?", (3, 7)),
        (6, "the statement has May, which is nowhere", (3, 24)),
        (6, "'wo' and \"nothing\" are not there", (2, 5)),
        (6, "the quote has 'four'", (2, 5)),
        (4, "'two' is loaded", (1, 4)),
    ],
)
def test_a_problem_is_shown_at_its_words(column: int, message: str, at: tuple[int, int]) -> None:
    """In a text under `>-`, at the first words that are wrong, and else where the text begins."""
    lines = ["- q: >-", "    one, two", "    [[topics/two-a|b]] May", "", "    three", "  r: four"]
    found = pinpointed(Problem(Place("a", 1, column), "x", message), lines).place
    assert (found.line, found.column) == at


@pytest.mark.parametrize(
    ("place", "lines", "shown"),
    [
        (Place("a", 2, 3), ["one", "two"], ["     2 | two", "       |   ^"]),
        (Place("a", 1, 4), ["one"], ["     1 | one", "       |    ^"]),
        (Place("a", 3, 1), ["one", "two"], []),
        (Place("a", 1, 4), ["q: >-", "  text"], ["     2 |   text", "       |   ^"]),
        (Place("a", 1, 4), ["q: >-"], ["     1 | q: >-", "       |    ^"]),
        (Place("a", 1, 4), ["q: > less"], ["     1 | q: > less", "       |    ^"]),
        (Place("a", 1, 2), ["\tx\u202e"], ["     1 |     x\\u202e", "       |     ^"]),
        (Place("a", 1, 91), ["x" * 200], [f"     1 | …{'x' * 100}…", f"       | {' ' * 61}^"]),
        (Place("a", 1, 1), ["x" * 101], [f"     1 | {'x' * 100}…", "       | ^"]),
    ],
)
def test_the_line_of_a_place(place: Place, lines: list[str], shown: list[str]) -> None:
    """It is shown with a mark below, for a text under `>-` its first line, and a long one in part."""
    assert excerpt(place, lines).splitlines() == shown


@given(st.text(), st.integers(1, 200))
def test_an_excerpt_is_inert(line: str, column: int) -> None:
    """Whatever a file holds: two printable lines."""
    shown = excerpt(Place("a", 1, column), [line])
    above, below = shown.split("\n")
    assert above.isprintable()
    assert not REFUSED.search(above)
    assert below.endswith("^")


@given(PROBLEMS)
def test_a_printed_problem_is_inert(problem: Problem) -> None:
    """One printable line each, with no workflow command but our own."""
    text, command = as_text(problem), as_github(problem)
    for line in (text, command):
        assert line.isprintable()
        assert not REFUSED.search(line)
        assert "##[" not in line
    assert not text.lstrip().startswith("::")
    head, _, properties = command.partition(" file=")
    assert head == "::error"
    names = properties.partition("::")[0].split(",")
    assert [name.partition("=")[0] for name in names[1:]] == ["line", "col", "title"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Qasem", "'Qasem'"),
        ("it's", '"it\'s"'),
        ("قاسم “x” é", "'قاسم “x” é'"),
        ("a\nb\t\x1b[31m", r"'a\nb\t\x1b[31m'"),
        ("a\u202eb\u200b\ufe0f", r"'a\u202eb\u200b\ufe0f'"),
        ("\U000e0100\u2800\U000e0041", r"'\U000e0100\u2800\U000e0041'"),
        ("##[error]x", r"'#\x23[error]x'"),
        ("a" * 100, "'" + "a" * 80 + "'…"),
        (70000, "70000"),
        (None, "None"),
        (["a"] * 50, ("['a', " + "'a', " * 40)[:80] + "…"),
    ],
)
def test_show(value: object, shown: str) -> None:
    """What can be read stays readable, what can't be seen is escaped, what is long is cut."""
    assert show(value) == shown


@given(st.text())
def test_show_tells_texts_apart(text: str) -> None:
    """What is shown is one line, from which the text can be told."""
    assert show(text).isprintable()
    if REFUSED.search(text) is None and len(text) <= 80 and "##" not in text:
        assert show(text) == repr(text)


@pytest.mark.parametrize(
    ("wrong", "offered"),
    [
        ("statment", "; did you mean 'statement'?"),
        ("qoute", "; did you mean 'quote'?"),
        ("people/qassem-soleimani", "; did you mean 'people/qasem-soleimani'?"),
        ("colour", ""),
        ("", ""),
    ],
)
def test_did_you_mean(wrong: str, offered: str) -> None:
    """A slip of the keys is recognised; a guess is not made."""
    known = ["statement", "quote", "quota", "people/qasem-soleimani", "via"]
    assert did_you_mean(wrong, known) == offered
    assert did_you_mean(wrong, reversed(known)) == offered
    assert did_you_mean(wrong, []) == ""


def test_choose_from() -> None:
    """Without a similar word, a short list is offered whole, and a long one by its length."""
    assert choose_from("upper", ["uper", "lower"]) == "; did you mean 'uper'?"
    assert choose_from("all", ["uper", "lower"]) == "; choose one of: uper, lower"
    assert choose_from("all", []) == "; remove it"
    many = [f"word {number}" for number in range(LISTED + 1)]
    assert choose_from("all", many) == "; choose one of the 41 words listed there"
    assert choose_from("all", many[1:]).endswith(", word 40")


def test_a_file_is_not_told_of_for_ever() -> None:
    """Of each file only the first problems are told, and that there are more."""
    many = [Problem(Place("a.yaml", line), "link", "x") for line in range(1, 100_000)]
    told = list(few([*many, *(Problem(Place("b.yaml", line), "link", "x") for line in (1, 2))]))
    assert told[: MOST_TOLD + 1 : MOST_TOLD] == [
        many[0],
        Problem(Place("a.yaml", MOST_TOLD + 1), "link", MORE),
    ]
    assert [one.place.path for one in told].count("a.yaml") == MOST_TOLD + 1
    assert [one.place.path for one in told].count("b.yaml") == 2
