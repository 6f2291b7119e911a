"""Hostile input that must be refused: in words, without a traceback, within seconds and megabytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.cases import PROJECT, Case, refused
from tests.hostile.laying import laid
from tests.project import ROOT, call

SLOW = "sizes"
"""The family whose cases are large; those alone are not for the fast run."""

SECONDS, BYTES = 10, 2 << 30
"""What a check may take, at most."""

CASES = refused()

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows can't hold most of these names")


def _parameters(*, large: bool) -> list[object]:
    return [pytest.param(one, id=one.id) for one in CASES if (one.family == SLOW) is large]


def _is_inert(output: str) -> bool:
    """Whether no line of it is a command to what runs the check, or to the terminal."""
    lines = output.splitlines()
    return "\x1b" not in output and not any(one.startswith("::") or "##[" in one for one in lines)


@pytest.mark.parametrize("case", _parameters(large=False))
def test_it_is_refused(case: Case, tmp_path: Path) -> None:
    """The exit code is 1, the words are said, and nothing that is printed does anything."""
    done = call("--root", laid(case, tmp_path / "project"), "check")
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert [words for words in case.says if words not in said] == [], said
    assert _is_inert(said), said


def test_the_project_itself_is_sound() -> None:
    """The case alone is what is refused."""
    done = call("--root", PROJECT, "check")
    assert done.returncode == 0, done.stdout


def test_there_are_many_and_no_two_are_the_same() -> None:
    """Two cases with one name would hide each other."""
    assert len(CASES) > 300
    assert len({one.id for one in CASES}) == len(CASES)
    assert all(one.says for one in CASES)


def _limited() -> None:
    """Let this process have no more memory than any check may take."""
    import resource  # noqa: PLC0415  Windows has none

    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def _checked(project: Path) -> tuple[int, str, float]:
    """The exit code, the output and the seconds of CPU of a real check.

    How long it takes on the clock depends on what else the machine does.
    """
    before = _seconds_of_children()
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--root", project, "check", "--format", "github"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=10 * SECONDS,
        preexec_fn=_limited,
    )
    said = (done.stdout + done.stderr).decode("utf-8")
    return done.returncode, said, _seconds_of_children() - before


def _seconds_of_children() -> float:
    """The seconds of CPU of all processes that this one has started and that have ended."""
    times = os.times()
    return times.children_user + times.children_system


@pytest.mark.site
@pytest.mark.parametrize("case", _parameters(large=True))
def test_it_is_refused_within_seconds(case: Case, tmp_path: Path) -> None:
    """However large it is, a process of 2 GB refuses it in time, as workflow commands of one line."""
    code, said, seconds = _checked(laid(case, tmp_path / "project"))
    assert code == 1, said[:2000]
    assert "Traceback" not in said
    assert [words for words in case.says if words.replace("%", "%25") not in said] == [], said[
        :2000
    ]
    assert all(line.startswith("::error file=") for line in said.splitlines()), said[:2000]
    assert seconds < SECONDS
