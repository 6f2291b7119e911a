"""The generator knows nothing of a subject: `--root` runs it on any project folder."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest

from generator.build import DOCS
from tests.project import ROOT, call, contents, lay_out, put, run, sign_seeds

ORCHARD = {
    "site_config/site.yaml": """\
title: The orchard
version: 0.0.1
licence: CC0
released: 2001-02-03
creator: Ivo Lind
tag: orchard.example,2001
""",
    "seeds/000_orchard.txt": "Ten pears fell on Ivo Lind.\n",
    "content/people/ivo-lind.yaml": "name: Ivo Lind\n",
    "content/sources/orchard/source.yaml": """\
title: The orchard
short: Orchard
letter: O
kind: article
language: en
seed: 000_orchard.txt
text:
  state: whole
complete: true
""",
    "content/sources/orchard/facts.yaml": """\
- id: f-pear0000
  statement: >-
    Ten pears fell on [[Ivo Lind]].
  quote: >-
    Ten pears fell on Ivo Lind.
  attributed_to: self
  type: event
""",
}
"""A second world, as small as a world can be: one document, one person, no question."""


def orchard(folder: Path) -> Path:
    """The second world as a project."""
    put(folder, ORCHARD)
    sign_seeds(folder)
    return folder


@pytest.fixture(params=["village", "orchard"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Each of two worlds that have nothing in common."""
    make = {"village": lay_out, "orchard": orchard}[request.param]
    return make(tmp_path / "project")


def test_another_project_is_checked(project: Path) -> None:
    """`check` finds no problem, tells the share covered and writes nothing."""
    done = run("--root", str(project), "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "100.0% accounted for" in done.stdout
    assert done.stdout.splitlines()[-1] == "No problems."
    assert not (project / "build").exists()


def test_another_project_is_built(project: Path) -> None:
    """`build` writes that project's pages and nobody else's, from whatever folder it is called."""
    done = call("--root", "project", "build", cwd=project.parent)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    pages = contents(project / DOCS)
    assert pages
    assert not [path for path, text in pages.items() if b"Syria" in text]
    for place in (project / "content").glob("*/*.yaml"):
        assert f"{place.parent.name}/{place.stem}.md" in pages


def test_the_project_is_the_current_folder_unless_told(project: Path) -> None:
    """Without `--root` the folder that one stands in is the project."""
    assert call("build", cwd=project).returncode == 0
    assert (project / DOCS / "index.md").is_file()


BROKEN = {
    "content/people/tomas-reed.yaml": "name: Tomas Reed\nage: 40\n",
    "content/units/mill-press.yaml": "name: [\n",
    "content/topics/Bad Name.yaml": "name: Bad\n",
    "content/questions/unasked.yaml": "title: Who asked?\nunit: person\ntopics: [topics/nowhere]\n",
}
RULES = {"record", "yaml-syntax", "stray-file", "orphan", "known-reference"}
"""What is wrong with `BROKEN`: of reading, of form, of place and of meaning."""


@pytest.fixture
def spoilt(tmp_path: Path) -> tuple[Path, dict[str, bytes]]:
    """A project that was built once and then spoilt, and its last good pages."""
    place = lay_out(tmp_path / "project")
    assert call("--root", str(place), "build").returncode == 0
    good = contents(place / DOCS)
    put(place, BROKEN)
    return place, good


@pytest.mark.parametrize("command", ["check", "build"])
def test_all_problems_are_reported_together(
    spoilt: tuple[Path, dict[str, bytes]], command: str
) -> None:
    """Exit code 1, a line for each problem of every stage, and the last good pages stay."""
    place, good = spoilt
    done = call("--root", str(place), command)
    assert (done.returncode, done.stderr) == (1, "")
    lines = [line for line in done.stdout.splitlines() if line.startswith("content/")]
    assert {line.split(": ")[1] for line in lines} >= RULES
    assert {line.split(":")[0] for line in lines} >= set(BROKEN)
    assert contents(place / DOCS) == good


def test_problems_for_machines(spoilt: tuple[Path, dict[str, bytes]]) -> None:
    """`--format json` and `--format github` tell the same problems as the text does."""
    place, _ = spoilt
    told = json.loads(call("--root", str(place), "check", "--format", "json").stdout)
    assert set(told) == {"problems", "coverage"}
    printed = call("--root", str(place), "check").stdout.splitlines()
    lines = [line for line in printed if not line.startswith("  ")]  # without excerpts
    assert [
        f"{one['path']}:{one['line']}:{one['column']}: {one['rule']}: {one['message']}"
        for one in told["problems"]
    ] == lines[: len(told["problems"])]
    count = len(told["problems"])
    assert lines[-1] == f"{count} problems, listed above; nothing is built until there are none."
    github = call("--root", str(place), "check", "--format", "github")
    assert github.returncode == 1
    assert len(github.stdout.splitlines()) == len(told["problems"])
    assert all(line.startswith("::error file=") for line in github.stdout.splitlines())


def test_what_cannot_be_read_comes_first_on_github(
    spoilt: tuple[Path, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """GitHub shows ten annotations, so what is only missing comes last; its summary has them all."""
    place, _ = spoilt
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    printed = call("--root", str(place), "check", "--format", "github").stdout.splitlines()
    names = [line.partition("title=")[2].partition("::")[0] for line in printed]
    read = [name.startswith("yaml-") or name in ("record", "stray-file") for name in names]
    missing = [name in ("coverage", "orphan") for name in names]
    assert read == sorted(read, reverse=True)
    assert missing == sorted(missing)
    assert read[0]
    assert missing[-1]
    assert len(re.findall("^- ", page.read_text(encoding="utf-8"), re.MULTILINE)) == len(printed)


def test_the_problems_of_some_files(spoilt: tuple[Path, dict[str, bytes]]) -> None:
    """Only theirs are told, and how many there are elsewhere; a folder means what is in it."""
    place, _ = spoilt
    everything = call("--root", str(place), "check", "--format", "json").stdout
    paths = [one["path"] for one in json.loads(everything)["problems"]]
    bad = paths[0]
    done = call("--root", str(place), "check", str(place / bad))
    told = [line for line in done.stdout.splitlines() if line.startswith("content/")]
    assert [line.split(":")[0] for line in told] == [path for path in paths if path == bad]
    assert f"; other files have {len(paths) - len(told)} problem" in done.stdout
    assert done.returncode == 1
    folder = call("--root", str(place), "check", str(place / "seeds"))
    assert (folder.returncode, folder.stdout) == (
        0,
        f"No problems here; other files have {len(paths)} problems.\n",
    )
    outside = call("--root", str(place), "check", str(place.parent))
    assert outside.returncode == 2
    assert "is not in the project" in outside.stderr


def test_the_line_of_a_problem_is_shown(tmp_path: Path) -> None:
    """Below its message, with a mark; a path that is no file of text has none."""
    place = lay_out(tmp_path / "project")
    put(place, {"content/people/odd.yaml": "name: Odd\nage: 40\n"})
    (place / "content/people/bad.yaml").write_bytes(b"name: \xff")
    lines = call("--root", str(place), "check").stdout.splitlines()
    (at,) = (index for index, line in enumerate(lines) if "odd.yaml:2:1" in line)
    assert lines[at + 1 : at + 3] == ["     2 | age: 40", "       | ^"]
    (at,) = (index for index, line in enumerate(lines) if "bad.yaml" in line)
    assert not lines[at + 1].startswith("  ")


def test_watching(tmp_path: Path) -> None:
    """Each change is checked at once, until an interrupt."""
    place = lay_out(tmp_path / "project")
    command = [sys.executable, "-u", "-m", "generator", "--root", str(place)]
    command += ["check", "--watch"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as watcher:
        assert watcher.stdout
        patience = Timer(60, watcher.kill)  # then there is nothing more to read
        patience.start()
        assert "No problems.\n" in iter(watcher.stdout.readline, "")
        put(place, {"content/people/odd.yaml": "age: 40\n"})
        assert any("odd.yaml:1:" in line for line in iter(watcher.stdout.readline, ""))
        (place / "content/people/odd.yaml").unlink()
        assert "No problems.\n" in iter(watcher.stdout.readline, "")
        watcher.send_signal(signal.SIGINT)
        try:
            assert watcher.wait(timeout=30) == 0
        finally:
            patience.cancel()
            watcher.kill()


def test_one_problem_is_counted_as_one(tmp_path: Path) -> None:
    """The last line of `check` says how many there are, also where nothing could be counted."""
    place = lay_out(tmp_path / "project")
    (place / "site_config/site.yaml").unlink()
    done = call("--root", str(place), "check")
    assert done.stdout.splitlines()[1:] == [
        "1 problem, listed above; nothing is built until there are none."
    ]


def test_a_folder_that_is_not_a_project(tmp_path: Path) -> None:
    """It is told in one line how to name the project's folder, and nothing else."""
    done = call("--root", str(tmp_path), "check")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:-1] == [
        (
            "site_config:1:1: configuration: this folder has no site_config/, so it is not a project; "
            "go to the project's folder, write `--root FOLDER` before the command, or begin a project "
            "with `init`"
        )
    ]
    done = call("--root", str(tmp_path), "find", "bell")
    assert done.returncode == 2
    assert done.stderr.splitlines()[1:] == [
        "Error: site_config/ can't be read; fix the problems above first"
    ]


def test_without_configuration_nothing_is_built(tmp_path: Path) -> None:
    """A folder without `site_config/` is told what it lacks."""
    place = lay_out(tmp_path / "project")
    (place / "site_config/site.yaml").unlink()
    done = call("--root", str(place), "build")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "site_config/site.yaml:1:1: configuration: this file is missing; "
        "restore it with git, or begin a new project with `init`\n"
    )
    assert not (place / "build").exists()


def test_what_systems_leave_behind_is_passed_over(tmp_path: Path) -> None:
    """Looking into a folder is enough to make some of these; none is a record."""
    place = lay_out(tmp_path / "project")
    left = (
        ".DS_Store",
        ".edo.yaml.swp",
        "edo-kuri.yaml~",
        "#edo.yaml#",
        "Thumbs.db",
        "desktop.ini",
    )
    for folder in ("content", "content/people", "content/sources", "content/sources/toll-book"):
        for name in left:
            (place / folder / name).write_bytes(b"\0\xff")
    done = call("--root", str(place), "check")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["--root", "no/such/folder", "check"],
        ["check", "--format", "xml"],
        ["build", "something"],
        ["check", "--nonsense"],
    ],
)
def test_a_wrong_call_is_a_usage_error(arguments: list[str]) -> None:
    """Exit code 2, and how to call it on standard error."""
    done = call(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage:" in done.stderr


def test_pages_that_cannot_be_written(tmp_path: Path) -> None:
    """Exit code 3, and what is in the way stays."""
    place = lay_out(tmp_path / "project")
    (place / "build").write_text("in the way", encoding="utf-8")
    done = call("--root", str(place), "build")
    assert (done.returncode, done.stdout) == (3, "")
    assert "could not be written" in done.stderr
    assert (place / "build").read_text(encoding="utf-8") == "in the way"
