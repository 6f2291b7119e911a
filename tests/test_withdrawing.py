"""Withdrawing a fact: its record moves with its comments, and all else stays, to the last character."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.check import check
from generator.load.project import load
from generator.records import Withdrawn
from generator.review.house_style import formatted
from generator.review.shapes import model_of
from generator.strict_yaml.reader import plain, read
from tests.project import call, lay_out

FACTS = "content/sources/mill-notes/facts.yaml"
GONE = "content/sources/mill-notes/withdrawn.yaml"
REASON = ("--reason", "It was a slip: see the notes.", "--on", "1907-03-01")

FIRST = """\
- id: f-m000000{}
  # how many
  statement: There were villagers.
  quote: There were 280 villagers in the square in March 1903
  attributed_to: self
  type: event
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project, to change."""
    return lay_out(tmp_path / "project")


def snapshot(project: Path) -> dict[str, bytes]:
    """Every file of the records."""
    files = (path for path in (project / "content").rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in files}


def records(data: bytes) -> Any:
    """The records that a file lists."""
    node, _ = read(data, "")
    assert node is not None
    return plain(node)


def test_the_record_moves(project: Path) -> None:
    """Only two files change; the record is as it was, with why and when; the check stays clean."""
    before = snapshot(project)
    (record,) = (one for one in records(before[FACTS]) if one["id"] == "f-m0000005")
    done = call("--root", project, "withdraw", "f-m0000005", *REASON, "--replaced-by", "f-m0000001")
    assert done.returncode == 0, done.stdout + done.stderr
    after = snapshot(project)
    assert {path for path in after if after[path] != before.get(path)} == {FACTS, GONE}
    *_, moved = records(after[GONE])
    assert moved == {
        "withdrawn_on": "1907-03-01",
        "reason": "It was a slip: see the notes.",
        "replaced_by": "f-m0000001",
        **record,
    }
    assert after[GONE].startswith(before[GONE])
    assert formatted(after[GONE], GONE, Withdrawn) == (after[GONE], [])
    assert model_of(GONE) is Withdrawn
    assert check(project).problems == ()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("gone", "stays", "moves"),
    [
        (
            "A",
            "# yaml-language-server: x\n\n# on B\n{B}# between\n\n# on C\n{C}# at the end\n",
            "{A}",
        ),
        (
            "B",
            "# yaml-language-server: x\n{A}\n# between\n\n# on C\n{C}# at the end\n",
            "# on B\n{B}",
        ),
        (
            "C",
            "# yaml-language-server: x\n{A}\n# on B\n{B}# between\n\n# at the end\n",
            "# on C\n{C}",
        ),
    ],
)
def test_comments_stay_with_their_records(
    project: Path, gone: str, stays: str, moves: str, end: str
) -> None:
    """Those right above a record go with it; those of others, and of the file, stay."""
    parts = {name: FIRST.format(number) for name, number in zip("ABC", "wxy", strict=True)}
    text = (
        "# yaml-language-server: x\n{A}\n# on B\n{B}# between\n\n# on C\n{C}# at the end\n"
    ).format(**parts)
    path = "content/sources/mill-notes/facts-more.yaml"
    (project / path).write_bytes(text.replace("\n", end).encode())
    before = (project / GONE).read_text("utf-8")
    fact = {"A": "f-m000000w", "B": "f-m000000x", "C": "f-m000000y"}[gone]
    done = call("--root", project, "withdraw", fact, *REASON)
    assert f"{fact} is withdrawn" in done.stdout, done.stderr
    assert (project / path).read_bytes().decode() == stays.format(**parts).replace("\n", end)
    own = moves.format(**parts)
    added = (project / GONE).read_bytes().decode().removeprefix(before)
    why = '- withdrawn_on: 1907-03-01\n  reason: "It was a slip: see the notes."\n  id:'
    assert added == own.replace("- id:", why)


def test_the_last_record_of_a_file(project: Path) -> None:
    """Its file goes too, and what was said at its top is told."""
    path = project / "content/sources/toll-book/facts-more.yaml"
    path.write_text(f"# Of the toll\n{FIRST.format('v')}", encoding="utf-8")
    done = call("--root", project, "withdraw", "f-m000000v", *REASON)
    assert "facts-more.yaml is removed, and with it: # Of the toll" in done.stdout
    assert not path.exists()
    assert "f-m000000v" in (project / "content/sources/toll-book/withdrawn.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("f-m0000009", *REASON), "no fact has the id 'f-m0000009'; did you mean 'f-m0000001'?"),
        (("f-0gane000", *REASON), "f-0gane000 was already withdrawn on 1906-11-12"),
        (("f-m0000005", "--reason", ""), "reason: is empty; write something"),
        (
            ("f-m0000005", "--reason", "x", "--on", "1907-02-30"),
            "withdrawn_on: '1907-02-30' has the day 30 in a month of 28 days",
        ),
        (
            ("f-m0000005", *REASON, "--replaced-by", "f-m0000005"),
            "f-m0000005 can't replace itself; name another fact, or leave out `--replaced-by`",
        ),
        (
            ("f-m0000005", *REASON, "--replaced-by", "f-0gane000"),
            "f-0gane000 was withdrawn on 1906-11-12; name another fact",
        ),
        (
            ("f-m0000005", *REASON, "--replaced-by", "f-m000000z"),
            "no fact has the id 'f-m000000z'; did you mean",
        ),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    project: Path, given: tuple[str, ...], told: str
) -> None:
    """The message says why."""
    before = snapshot(project)
    done = call("--root", project, "withdraw", *given)
    assert done.returncode == 1
    assert told in done.stderr, done.stderr
    assert "nothing was changed" in done.stderr
    assert snapshot(project) == before


def test_a_record_in_braces_stays(project: Path) -> None:
    """A file that can't be cut by lines is left as it is."""
    path = project / "content/sources/mill-notes/facts-more.yaml"
    one = "{id: f-m000000%s, statement: A., quote: A, attributed_to: self, type: event}"
    path.write_text(f"[{one % 'w'}, {one % 'x'}]\n", encoding="utf-8")
    before = snapshot(project)
    done = call("--root", project, "withdraw", "f-m000000w", *REASON)
    assert (done.returncode, " fmt`" in done.stderr) == (1, True), done.stderr
    assert snapshot(project) == before


def test_a_dry_run_changes_nothing(project: Path) -> None:
    """It says what would change."""
    before = snapshot(project)
    done = call("--root", project, "withdraw", "f-m0000005", *REASON, "--dry-run")
    assert done.returncode == 0
    assert "f-m0000005 would be withdrawn" in done.stdout
    assert snapshot(project) == before


def test_what_names_it_is_reported(project: Path) -> None:
    """The check afterwards tells which facts name the withdrawn one, and what replaced it."""
    done = call("--root", project, "withdraw", "f-p0000006", *REASON, "--replaced-by", "f-p0000001")
    assert done.returncode == 1
    told = "f-p0000006 was withdrawn on 1907-03-01 (It was a slip: see the notes.); f-p0000001 replaced it"
    assert told in done.stdout + done.stderr


def test_renaming_follows_into_withdrawn_records(project: Path) -> None:
    """A renamed record is named by its new reference there too."""
    assert call("--root", project, "rename", "people/miss-okoro", "people/okoro").returncode == 0
    entries, problems = load(project)
    assert problems == []
    assert entries is not None
    (gone,) = entries.withdrawn
    assert gone.record.attributed_to == ("people/okoro",)
