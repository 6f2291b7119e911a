"""The workflows do what GitHub understands, and no more than they need to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.project import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
MAY_WRITE = {"publish.yml": {"deploy"}, "propose.yml": {"propose"}}
"""The jobs that may write anything. None of them is begun by a stranger's pull request."""


def program(name: str) -> str:
    """The path of a program of the environment."""
    return str(Path(sys.executable).with_name(name))


def test_actionlint_finds_nothing() -> None:
    """Syntax, expressions and what they may name."""
    done = subprocess.run(
        [program("actionlint"), "-no-color", "-pyflakes=", "-shellcheck=", *map(str, WORKFLOWS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_zizmor_finds_nothing() -> None:
    """Injection, tokens left behind, actions that are not pinned, and rights that are not needed."""
    done = subprocess.run(
        [program("zizmor"), "--offline", "--no-progress", ".github"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_few(path: Path) -> None:
    """Nothing may be written but by the jobs that need it, and a stranger begins none of these."""
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    begins = flow[True]  # YAML 1.1 takes `on` for a truth value
    assert flow["permissions"] == {}
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(begins)
    writing = {
        name
        for name, job in flow["jobs"].items()
        if "write" in job.get("permissions", {"all": "write"}).values()
    }
    assert writing == MAY_WRITE.get(path.name, set())
    if writing:
        assert "pull_request" not in begins


def test_a_form_reaches_no_command_line() -> None:
    """What somebody wrote in an issue is only ever a variable of the environment."""
    flow = yaml.safe_load((ROOT / ".github/workflows/propose.yml").read_text(encoding="utf-8"))
    commands = [
        step["run"] for job in flow["jobs"].values() for step in job["steps"] if "run" in step
    ]
    assert commands
    assert not [one for one in commands if "${{" in one]


@pytest.mark.parametrize(
    "planted",
    [
        ("      - run: echo ${{ github.event.issue.title }}\n"),
        ("      - uses: actions/checkout@v5\n"),
    ],
)
def test_a_planted_weakness_is_found(tmp_path: Path, planted: str) -> None:
    """A title on a command line, and an action that is not pinned."""
    text = (ROOT / ".github/workflows/propose.yml").read_text(encoding="utf-8")
    path = tmp_path / ".github/workflows/propose.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text + planted, encoding="utf-8")
    done = subprocess.run(
        [program("zizmor"), "--offline", "--no-progress", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
