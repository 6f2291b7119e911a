"""`fmt`: records are written in one way, and neither a value nor a comment is lost."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records import Entity, Fact, Question
from generator.review.house_style import WIDTH, formatted, text_of, written
from generator.review.shapes import model_of
from generator.strict_yaml.as_written import comments
from generator.strict_yaml.reader import Plain, plain, read
from tests.project import ROOT, call, lay_out

Value = Plain


def form(text: str, model: type = Fact) -> str:
    """A text in the house style."""
    fresh, problems = formatted(dedent(text).encode(), "content/x.yaml", model)
    assert problems == []
    return fresh.decode()


@pytest.mark.parametrize(
    ("model", "before", "after"),
    [
        (
            Entity,
            "aliases: [A, 'B: b']\nname: Ada\n",
            "name: Ada\naliases: [A, 'B: b']\n",
        ),
        (
            Fact,
            "- id: f-aaaaaaaa\n  when: 2016-03\n  said_on: 2015\n",
            '- id: f-aaaaaaaa\n  when: "2016-03"\n  said_on: "2015"\n',
        ),
        (
            Fact,
            "- choices:\n  - {choice: a, answers: questions/b,\n     basis: c}\n  id: f-aaaaaaaa\n",
            "- id: f-aaaaaaaa\n  choices:\n    - answers: questions/b\n      choice: a\n      basis: c\n",
        ),
        (
            Question,
            "# top\n\n# of unit\nunit: person\ntitle: 'How many?'  # its title\n# end\n",
            "# top\n\ntitle: 'How many?' # its title\n# of unit\nunit: person\n# end\n",
        ),
        (
            Fact,
            (
                "- # first\n  id: f-aaaaaaaa\n  # above topics\n  topics:\n    # above x\n    - topics/x\n"
                "    # below x\n  # at the end\n\n\n- id: f-bbbbbbbb\n  note: >- # why\n    text\n    more\n\n"
            ),
            (
                "# first\n- id: f-aaaaaaaa\n  # above topics\n  topics:\n    # above x\n    - topics/x\n"
                "    # below x\n  # at the end\n\n- id: f-bbbbbbbb\n  note: >- # why\n    text\n    more\n"
            ),
        ),
        (
            Fact,
            "- statement: a text\n    on two lines\n  quote: |-\n    one\n    two\n",
            "- statement: a text on two lines\n  quote: |-\n    one\n    two\n",
        ),
    ],
)
def test_the_form(model: type, before: str, after: str) -> None:
    """Order, dates in quotation marks, indentation, and each comment with what it is about."""
    assert form(before, model) == after
    assert form(after, model) == after


def test_what_is_too_wide_is_folded() -> None:
    """At spaces, within the width; a document's own words stay on one line, and words stay whole."""
    long = "word " * 60
    text = form(f"- quote: {long}\n  note: {long}\n  statement: {'x' * 200}\n")
    wide = [line for line in text.splitlines() if len(line) > WIDTH]
    assert wide == [f"- statement: {'x' * 200}", f"  quote: {long.strip()}"]
    assert "  note: >-\n    word" in text


def test_what_its_author_folded_stays() -> None:
    """A folded text whose lines are all narrow enough keeps its lines."""
    text = "- note: >-\n    A short line.\n    Another one.\n"
    assert form(text) == text


def test_line_ends_of_windows_stay() -> None:
    """A file with them keeps them, so a clone made there needs no change."""
    fresh, problems = formatted(b"name: A\r\n# b\r\n", "content/people/a.yaml", Entity)
    assert (fresh, problems) == (b"name: A\r\n# b\r\n", [])


def test_no_byte_order_mark_stays() -> None:
    """An old editor wrote it; it is no part of the first field's name."""
    fresh, problems = formatted(b"\xef\xbb\xbfname: A\n", "content/people/a.yaml", Entity)
    assert (fresh, problems) == (b"name: A\n", [])


def test_the_real_records_are_in_the_house_style() -> None:
    """Of every file of `content/`."""
    for path in sorted((ROOT / "content").rglob("*.yaml")):
        name = path.relative_to(ROOT).as_posix()
        if model := model_of(name):
            data = path.read_bytes()
            assert formatted(data, name, model) == (data, []), (
                f"run `python -m generator fmt {name}`"
            )


WORDS = st.text(
    st.sampled_from("ab é#:-'\"[]{}&*!|>%@,?é漢ا0123456789.\\/~"), min_size=1, max_size=40
).filter(lambda one: one.strip(" "))
TEXTS = st.one_of(
    WORDS,
    st.lists(WORDS, min_size=1, max_size=12).map(" ".join),
    st.lists(WORDS, min_size=2, max_size=3).map("\n".join),
    st.sampled_from(("2016", "no", "[..2016]", "a # b", "- x", "x: y", "'", '"', "é" * 130)),
)
NAMES = st.sampled_from(
    (
        "id",
        "statement",
        "quote",
        "when",
        "figures",
        "resolves",
        "note",
        "unit",
        "dated",
        "of its own",
    )
)
VALUES: st.SearchStrategy[Value] = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(NAMES, inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)
RECORDS = st.lists(st.dictionaries(NAMES, VALUES, min_size=1, max_size=5), min_size=1, max_size=3)


@given(RECORDS, st.data())
def test_nothing_is_lost(records: list[Value], data: st.DataObject) -> None:
    """Whatever records say, and wherever comments are: all stays, and a second time changes nothing."""
    text = text_of([], written(list(records)), Fact)
    node, problems = read(text.encode(), "x")
    assert problems == [], text
    assert node is not None
    assert plain(node) == records
    commented = _with_comments(text, data)
    node, _ = read(commented.encode(), "x")
    if node is None:
        return
    fresh, problems = formatted(commented.encode(), "x", Fact)
    assert problems == []
    again, _ = read(fresh, "x")
    assert again is not None
    assert plain(again) == plain(node)
    assert sorted(comments(fresh.decode())) == sorted(comments(commented))
    assert formatted(fresh, "x", Fact) == (fresh, [])


def _with_comments(text: str, data: st.DataObject) -> str:
    """The text with comments and empty lines between some of its lines and beside some."""
    lines = []
    for number, line in enumerate(text.rstrip("\n").split("\n")):
        what = data.draw(st.sampled_from(("", "", "", "above", "left", "beside", "empty")))
        indent = len(line) - len(line.lstrip(" "))
        if what in ("above", "left"):
            lines.append(f"{' ' * (indent if what == 'above' else 0)}# {number} c: '")
        if what == "empty":
            lines.append("")
        lines.append(f"{line} # {number} b" if what == "beside" else line)
    return "\n".join(lines) + "\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project."""
    return lay_out(tmp_path / "project")


def test_the_command(project: Path) -> None:
    """`--check` lists what would change and writes nothing; without it, that is written once."""
    file = project / "content/people/ada-okoro.yaml"
    call("--root", project, "fmt")
    clean = file.read_bytes()
    file.write_bytes(b"# why\n" + clean + b"\n\n")
    done = call("--root", project, "fmt", "--check")
    assert (done.returncode, done.stdout) == (1, "content/people/ada-okoro.yaml would change\n")
    assert file.read_bytes() != clean
    done = call("--root", project, "fmt", file)
    assert (done.returncode, done.stdout) == (0, "content/people/ada-okoro.yaml is formatted\n")
    assert file.read_bytes() == b"# why\n" + clean
    assert call("--root", project, "fmt", "--check").returncode == 0


def test_a_file_that_cannot_be_read(project: Path) -> None:
    """It stays as it is, with the problem that keeps it from being read, and others are formatted."""
    bad, other = project / "content/people/ada-okoro.yaml", project / "content/people/edo-kuri.yaml"
    bad.write_text("name: 'Ada\n", encoding="utf-8")
    other.write_text("name:   Edo\n", encoding="utf-8")
    done = call("--root", project, "fmt", project / "content")
    assert done.returncode == 1
    assert "content/people/ada-okoro.yaml:1:" in done.stdout
    assert bad.read_text(encoding="utf-8") == "name: 'Ada\n"
    assert other.read_text(encoding="utf-8") == "name: Edo\n"


def test_no_link_is_formatted(project: Path) -> None:
    """It may lead to something outside the project, or something without an end."""
    (project / "content/people/eve.yaml").symlink_to("/dev/zero")
    done = call("--root", project, "fmt")
    assert done.returncode == 2
    assert "content/people/eve.yaml" in done.stderr
    assert "symbolic link" in done.stderr
