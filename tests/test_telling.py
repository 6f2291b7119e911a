"""Problems are printed once for each slip, with commands that can be copied."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.console.told import MOST_ASKED, Typed, told
from generator.load.history import since
from generator.problems import MissingRecord, Place, Problem, RepeatedId
from tests.project import call, lay_out

HALL = "topics/hall"
ADVICE = '; correct it, or run `new topic "Hall"`'
MISSING = f"nothing here is called '{HALL}'{ADVICE}"


def _problem(
    path: str, line: int, message: str = MISSING, rule: str = "known-reference"
) -> Problem:
    about = MissingRecord(HALL, ADVICE) if message == MISSING else None
    return Problem(Place(path, line, 3), rule, message, about)


def _told(*problems: Problem, kept: bool = False, typed: Typed = Typed()) -> list[str]:  # noqa: B008
    return [
        f"{one.place.path}:{one.place.line}: {one.message}"
        for one in told(problems, lambda _path: (), lambda _path: b"" if kept else None, typed)
    ]


def test_a_missing_record_is_told_once() -> None:
    """At the first place, with at most four others; lines of one file follow its name."""
    problems = [
        _problem("a", 1),
        _problem("b", 7, "odd", "figure"),
        *map(_problem, "bbbbb", range(2, 7)),
    ]
    assert _told(*problems) == [
        (
            f"a:1: nothing here is called '{HALL}', but 6 lines name it (this one, and b:2, :3, :4, :5 and 1 more); "
            'correct it, or run `new topic "Hall"`'
        ),
        "b:7: odd",
    ]
    assert _told(_problem("a", 1), _problem("a", 1)) == [f"a:1: {MISSING}"]


def test_other_problems_are_told_where_they_are() -> None:
    """Two places with one message are two slips, unless a record is missing."""
    twice = [_problem("a", 1, "it is", "figure"), _problem("a", 2, "it is", "figure")]
    assert _told(*twice) == ["a:1: it is", "a:2: it is"]


def test_a_record_that_was_there_can_be_restored() -> None:
    """The message says how; if another is much like it, the file may have been renamed."""
    assert _told(_problem("a", 1), kept=True) == [
        (
            f"a:1: '{HALL}' no longer exists; its file was deleted or renamed: "
            "run `git checkout HEAD -- content/topics/hall.yaml` to restore it, or name another record there"
        )
    ]
    about = MissingRecord(HALL, "; did you mean 'topics/halls'?", near="topics/halls")
    like = replace(_problem("a", 1), about=about)
    assert _told(like, kept=True, typed=Typed("attested")) == [
        (
            f"a:1: '{HALL}' no longer exists; if its file was renamed, name it "
            f"content/topics/hall.yaml again, and run `attested rename {HALL} topics/halls`; if it was "
            "deleted, run `git checkout HEAD -- content/topics/hall.yaml`"
        )
    ]


def test_a_copied_id_is_told_at_the_newer_fact() -> None:
    """The fact that had the id first keeps it; if nothing shows which did, none is accused."""
    about = RepeatedId("f-00000001", Place("a", 2, 7), "f-00000002")
    problem = Problem(Place("b", 7, 7), "unique-id", about.told(newer=False), about)
    files = {"a": ["", "- id: f-00000001"], "b": [""] * 6 + ["- id: f-00000001"]}

    def places(**since: int) -> list[tuple[str, int, int, str]]:
        found = told(
            [problem], files.__getitem__, lambda _: None, Typed(), lambda path, _: since.get(path)
        )
        return [(one.place.path, one.place.line, one.place.column, one.message) for one in found]

    even = (
        "f-00000001 is the id of two facts, this one and the one in a:2; give another id, such as "
        "f-00000002, to the one that you added or changed last (if it had another id before, write "
        "that again), and leave the other as it is"
    )
    known = (
        "f-00000001 is already the id of another fact, the one in {}; give this fact another id, "
        "such as f-00000002; if it had another id before, write that again"
    )
    assert places() == places(a=1, b=1) == [("b", 7, 7, even)]
    assert places(a=1) == places(a=1, b=2) == [("b", 7, 7, known.format("a:2"))]
    assert places(b=1) == places(a=2, b=1) == [("a", 2, 7, known.format("b:7"))]


def test_the_history_knows_which_fact_came_first(tmp_path: Path) -> None:
    """A copy is the newer one before it is committed, and after; without git, nobody knows."""
    project = lay_out(tmp_path / "project")
    copy, first = "content/sources/letter/facts.yaml", "content/sources/minutes/facts.yaml"
    git = ["git", "-C", str(project), "-c", "user.name=x", "-c", "user.email=x@x"]
    assert since(project, first, "f-00000001") is None
    for path, day in ((first, "2001-01-01"), (copy, "2001-01-02")):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("- id: f-00000001\n", encoding="utf-8")
        if path == first:
            subprocess.run([*git, "init", "-q"], check=True)
        else:
            assert since(project, copy, "f-00000001") is None
        subprocess.run([*git, "add", path], check=True)
        dates = {"GIT_AUTHOR_DATE": f"{day}T00:00Z", "GIT_COMMITTER_DATE": f"{day}T00:00Z"}
        subprocess.run([*git, "commit", "-qm", "x"], check=True, env={**os.environ, **dates})
    assert since(project, first, "f-00000001") == 978307200
    assert since(project, copy, "f-00000001") == 978393600


def test_git_is_asked_about_a_few_records_only() -> None:
    """A folder of which most is missing is told as quickly as any other."""
    records = [MissingRecord(f"{HALL}-{number}", ADVICE) for number in range(MOST_ASKED + 1)]
    problems = [replace(_problem("a", 1), about=record) for record in records]
    assert all("no longer exists" in one for one in _told(*problems[:-1], kept=True))
    assert not any("no longer exists" in one for one in _told(*problems, kept=True))


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("run `new fact`", Typed(), "run `new fact`"),
        ("run `new fact`, or `new`", Typed("attested"), "run `attested new fact`, or `new`"),
        ("run `new fact`", Typed("attested", "x"), "run `attested --root x new fact`"),
        (
            "(`git checkout HEAD -- a`)",
            Typed("attested", "a b"),
            '(`git -C "a b" checkout HEAD -- a`)',
        ),
        (
            "run `add-document content/a.pdf`",
            Typed("attested", "x"),
            "run `attested --root x add-document x/content/a.pdf`",
        ),
        ("run `sha256sum *`", Typed("attested", "x"), "run `sha256sum *`"),
    ],
)
def test_commands_as_they_are_typed(text: str, typed: Typed, shown: str) -> None:
    """With the program's name, and the project's folder if it was given."""
    assert typed.in_text(text) == shown


def test_a_command_that_check_offers_mends_the_problem(tmp_path: Path) -> None:
    """From any folder: what is copied names the project, and git restores the file."""
    project = lay_out(tmp_path / "project")
    git = ["git", "-C", str(project), "-c", "user.name=x", "-c", "user.email=x@x"]
    for step in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *step], check=True)
    (project / "content/topics/bell.yaml").unlink()
    done = call("--root", project, "check")
    (problem,) = [one for one in done.stdout.splitlines() if ": known-reference: " in one]
    assert "but 11 lines name it (this one, and " in problem
    command = problem.partition("run `")[2].partition("`")[0]
    assert command.startswith(f"git -C {project} checkout HEAD -- content/topics/bell.yaml")
    subprocess.run(command.split(), check=True, capture_output=True, cwd=tmp_path)
    assert call("--root", project, "check").returncode == 0


def test_why_a_command_could_not_run_names_commands_too(tmp_path: Path) -> None:
    """What it says to run first can be copied as well."""
    project = lay_out(tmp_path / "project")
    (project / "content/topics/bell.yaml").unlink()
    (project / "site").mkdir()
    done = call("--root", project, "audit", project / "site")
    assert f"run `cli --root {project} site` first" in done.stderr
