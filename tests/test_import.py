"""`import`: rows of a spreadsheet become facts, or are refused, with row and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from generator.check import check
from generator.load.project import load
from generator.records import Choice, Fact, Figure, Relation
from generator.review.rows import COLUMNS, rows_of
from generator.review.sheet import letters, read_sheet
from generator.strict_yaml.reader import Items, plain, read
from tests.project import call, lay_out, put

HEADER = ("quote", "statement", "attributed_to", "type", "topics")
SILENT = (
    "The bell is silent.",
    "The [[topics/bell|bell]] is silent.",
    "self",
    "background",
    "topics/bell",
)
HEAVY = (
    "The bell is heavy.",
    "The [[topics/bell|bell]] is heavy.",
    "self",
    "background",
    "topics/bell",
)
WEARY = (
    "The bell is weary.",
    "The [[topics/bell|bell]] is weary.",
    "self",
    "background",
    "topics/bell",
)
INTO = "content/sources/parish-letter/facts-rows.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project."""
    return lay_out(tmp_path / "project")


def table(rows: Iterable[Sequence[str]], *, delimiter: str = ",", end: str = "\r\n") -> str:
    """Rows as a spreadsheet writes them."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue()


def imported(project: Path, data: bytes | str, *more: str) -> tuple[int, str, str]:
    """The exit code, and what is printed, of an import into the parish letter."""
    file = project.parent / "rows.csv"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    done = call("--root", project, "import", file, "--source", "parish-letter", *more)
    return done.returncode, done.stdout.replace(file.as_posix(), "rows.csv"), done.stderr


def facts(project: Path, path: str = INTO) -> list[object]:
    """The facts in a file, without their ids."""
    node, problems = read((project / path).read_bytes(), path)
    assert problems == []
    assert isinstance(node, Items)
    records = [plain(one) for one in node.values]
    return [
        {key: one[key] for key in one if key != "id"} for one in records if isinstance(one, dict)
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_as_spreadsheets_write_them(project: Path, delimiter: str, encoding: str) -> None:
    """Whatever the separator and the encoding; the facts are sound and in the house style."""
    spent = (
        "The guild calls it “the people's bell”.",
        "The guild’s name for it was “the people's bell” – £.",
        "self",
        "background",
        "topics/bell; topics/lower-wend",
    )
    text = table([HEADER, SILENT, (), spent], delimiter=delimiter)
    code, told, _ = imported(project, text.encode(encoding))
    assert code == 0, told
    assert told.endswith(f"{INTO}: 2 rows of 2 added\n")
    first, second = facts(project)
    assert first == {
        "statement": SILENT[1],
        "quote": SILENT[0],
        "attributed_to": "self",
        "type": "background",
        "topics": ["topics/bell"],
    }
    assert isinstance(second, dict)
    assert (second["quote"], second["topics"]) == (spent[0], ["topics/bell", "topics/lower-wend"])
    done = call("--root", project, "fmt", "--check", project / INTO)
    assert (done.returncode, done.stdout) == (0, "")


def said(**cells: str) -> object:
    """What the record of one row says."""
    sheet = read_sheet(table([list(cells), list(cells.values())]))
    (row,) = rows_of(sheet, dict(enumerate(cells, 1)), "x", "sources/x", lambda: "f-0000000x")
    return plain(row.node)


def test_a_row_is_a_record() -> None:
    """Lists are written with semicolons, passages on lines of a cell, and flags in any case."""
    assert said(
        quote="one\ntwo",
        attributed_to="units/a; unnamed",
        context="three",
        via="b",
        present="TRUE",
        topics="topics/c",
        note="in\ntwo lines",
        resolves="the guild = units/a; the road=topics/c",
    ) == {
        "id": "f-0000000x",
        "quote": ["one", "two"],
        "attributed_to": ["units/a", "unnamed"],
        "context": "three",
        "via": "b",
        "present": "true",
        "topics": ["topics/c"],
        "note": "in two lines",
        "resolves": {"the guild": "units/a", "the road": "topics/c"},
    }


def test_a_row_has_a_figure_a_choice_and_a_relation() -> None:
    """What answers a question belongs to the choice, or else to the figure."""
    answer = {"answers": "questions/q", "population": "a; b", "basis": "c"}
    found = {"answers": "questions/q", "population": ["a", "b"], "basis": "c"}
    figure = {"as_stated": "2 to 3", "between": "2 to 3", "about": "True", "unit": "person"}
    counted = {**figure, "between": ["2", "3"], "about": "true"}
    choice = {"choice": "d", "denies": "FALSE"}
    tie = {"subject": "a", "relation": "b", "object": "c"}
    assert said(**figure, **answer) == {"id": "f-0000000x", "figures": [counted | found]}
    assert said(**choice, **answer, **tie) == {
        "id": "f-0000000x",
        "choices": [{**choice, "denies": "false", **found}],
        "relations": [tie],
    }
    assert said(**figure, **choice) == {
        "id": "f-0000000x",
        "figures": [counted],
        "choices": [{**choice, "denies": "false"}],
    }


def test_every_column_is_a_field() -> None:
    """No column of the template is unknown to the records, and none is named twice."""
    names = [word.replace(" ", "_") for field, words in COLUMNS.items() for word in (field, *words)]
    assert len(names) == len({*names})
    known = {*Fact.model_fields, *Figure.model_fields, *Choice.model_fields, *Relation.model_fields}
    assert COLUMNS.keys() <= known


def test_one_bad_row_keeps_all_out(project: Path) -> None:
    """The message has its row, its column and its cell, in the words of `check`."""
    lost = ("Ada Okoro led the guild.", "[[Ada Okoro]] led the guild.", "", "role", "topics/bell")
    code, told, err = imported(project, table([HEADER, SILENT, WEARY, lost]))
    assert code == 1
    assert "rows.csv:3:1: quote-not-found: `quote` is not in 000_parish_letter.txt; line " in told
    assert "   row 3 | A quote: 'The bell is weary.'\n" in told
    assert "rows.csv:4:3: record: attributed_to: is missing; write `attributed_to: self` if" in told
    assert "   row 4 | C attributed_to: empty\n" in told
    assert err == "nothing was written: 2 rows with problems\n"
    assert not (project / INTO).exists()


def test_words_without_a_meaning(project: Path) -> None:
    """The message says how to give them one."""
    row = (*SILENT, "the bell; silent = topics/bell")
    code, told, _ = imported(project, table([(*HEADER, "resolves"), row]))
    assert code == 1
    assert told.startswith(
        "rows.csv:2:6: row: 'the bell' has no meaning; write it after `=`, as in "
    )


def test_the_good_rows_alone(project: Path) -> None:
    """With `--good-rows` they are written and the others told; none twice."""
    text = table([HEADER, SILENT, WEARY, SILENT])
    code, told, _ = imported(project, text, "--good-rows")
    assert code == 1
    assert [line.split(": ")[1] for line in told.splitlines() if line.startswith("rows.csv:")] == [
        "quote-not-found",
        "there-already",
    ]
    assert "row 2 already says this" in told
    assert told.endswith(f"{INTO}: 1 row of 3 added\n")
    assert len(facts(project)) == 1
    code, told, _ = imported(project, text, "--good-rows")
    assert code == 1
    assert told.count("already says this") == 2
    assert len(facts(project)) == 1


def test_rows_are_added_to_a_file(project: Path) -> None:
    """Below what is there, which stays as it is; each fact has a new id."""
    path = "content/sources/parish-letter/facts-after.yaml"
    before = (project / path).read_text("utf-8")
    code, _, _ = imported(project, table([HEADER, SILENT, HEAVY]), "--into", "facts-after.yaml")
    assert code == 0
    assert (project / path).read_text("utf-8").startswith(before)
    entries, problems = load(project)
    assert entries
    assert problems == []
    assert len({one.ref for one in entries.facts}) == len(entries.facts)
    assert [one for one in check(project).problems if one.place.path == path] == []


def test_a_problem_elsewhere_keeps_rows_out(project: Path) -> None:
    """An answer of a document that is listed as silent contradicts the question."""
    question = project / "content/questions/who-took-the-bell.yaml"
    question.write_text(
        question.read_text("utf-8") + "silent:\n  - source: sources/toll-book\n", encoding="utf-8"
    )
    header = ("quote", "statement", "speaker", "answer", "question", "population", "basis")
    row = (
        "The guild paid £40 a year for the gate.",
        "The guild paid for the gate.",
        *("self", "guild", "questions/who-took-the-bell", "great-bell", "taken"),
    )
    file = project.parent / "rows.csv"
    file.write_text(
        table([(*header, "type", "topics"), (*row, "event", "topics/bell")]), encoding="utf-8"
    )
    done = call("--root", project, "import", file, "--source", "toll-book", "--good-rows")
    assert done.returncode == 1
    assert "content/questions/who-took-the-bell.yaml" in done.stdout
    assert not (project / "content/sources/toll-book/facts-rows.yaml").exists()


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Quote,Statemnt", "1:2: header: there is no field 'Statemnt'; did you mean 'statement'?"),
        ("Quote,xyzzy", "1:2: header: there is no field 'xyzzy'; choose one of: quote, "),
        ("Speaker,said by", "1:2: header: 'said by' is a second column for attributed_to; "),
        ("quote,", "1:2: header: this column has no name; "),
    ],
)
def test_a_wrong_header(project: Path, header: str, told: str) -> None:
    """The message has the column and the nearest field, and no row is read."""
    code, said_, _ = imported(project, f"{header}\na,b\n")
    assert code == 1
    assert said_.startswith(f"rows.csv:{told}")
    assert said_.count("rows.csv:") == 1


@pytest.mark.parametrize(
    ("data", "more", "told"),
    [
        (b"", (), "has no rows below its header"),
        (b"quote\n\n", (), "has no rows below its header"),
        (
            b"quote\na\n",
            ("--into", "losses"),
            "can't be the name of a file of facts; write one such as",
        ),
        (b"quote\na\n", ("--encoding", "nonsense"), "no encoding is called"),
        (b"quote\n" + b"x" * 200_000 + b"\n", (), "can't be read: "),
        (b"\x00\x01\x02", (), "can't be read: "),
    ],
)
def test_what_is_not_a_table(project: Path, data: bytes, more: tuple[str, ...], told: str) -> None:
    """The message says why, and nothing is written."""
    before = sorted(project.rglob("*"))
    code, _, err = imported(project, data, *more)
    assert (code, sorted(project.rglob("*"))) == (2, before)
    assert told in err


def test_without_a_source(project: Path) -> None:
    """It must be given; for a wrong name there is a suggestion."""
    put(project.parent, {"a.csv": "quote\na\n"})
    done = call("--root", project, "import", project.parent / "a.csv")
    assert (done.returncode, "--source" in done.stderr) == (2, True)
    done = call("--root", project, "import", project.parent / "a.csv", "--source", "parish-leter")
    assert "did you mean 'sources/parish-letter'?" in done.stderr


def test_the_template_is_a_table_that_can_be_imported(project: Path) -> None:
    """It has every column, and its example is a sound fact of the fictional project."""
    done = call("import", "--template")
    sheet = read_sheet(done.stdout)
    assert [*sheet.header.values()] == [*COLUMNS]
    path = project / "content/sources/toll-book/facts.yaml"
    text = path.read_text("utf-8")
    there = text.index("- id: f-t0000005")
    path.write_text(text[:there] + text[text.index("- id: ", there + 1) :], encoding="utf-8")
    file = project.parent / "template.csv"
    file.write_text(done.stdout, encoding="utf-8")
    done = call("--root", project, "import", file, "--source", "sources/toll-book")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "content/sources/toll-book/facts-template.yaml: 1 row of 1 added\n"


def test_columns_are_named_as_spreadsheets_do() -> None:
    """A to Z, then AA."""
    assert [letters(one) for one in (1, 26, 27, 52, 53, 703)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]


def test_excel_may_name_the_separator() -> None:
    """In a first line, which counts as a row."""
    sheet = read_sheet("sep=;\r\nquote;note\r\na, b;c\r\n")
    assert (sheet.header, sheet.rows) == ({1: "quote", 2: "note"}, {3: {1: "a, b", 2: "c"}})
