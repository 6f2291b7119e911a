"""Random hostile input, a little of it in each run, and all that once failed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.fuzz import mutants, targets
from tests.fuzz.__main__ import main, tried
from tests.fuzz.targets import TARGETS, Escape, Target
from tests.hostile.cases import unescape

PAST = Path(__file__).parent / "fuzz/past.yaml"

SECONDS = float(os.environ.get("ATTESTED_FUZZ_SECONDS", "1"))
"""How long each target is tried with new input."""


def _past() -> list[Any]:
    past: list[Any] = yaml.load(PAST.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    return past


def _meant(value: str) -> str:
    return unescape(value).decode("utf-8", "surrogateescape")


@pytest.mark.parametrize("past", _past(), ids=repr)
def test_what_once_failed_works_now(past: dict[str, Any]) -> None:
    """The input no longer raises anything: an attempt raises Escape, or crashes, if it fails."""
    given = past["input"]
    if isinstance(given, dict):
        changed = {path: _meant(text) for path, text in given.items()}
        TARGETS[past["target"]].attempt({**mutants.files(), **changed})
    else:
        TARGETS[past["target"]].attempt(_meant(given))


@pytest.mark.site
@pytest.mark.parametrize("name", TARGETS)
def test_nothing_crashes_or_escapes(name: str) -> None:
    """Not in so many seconds; each run tries other input, and says what failed."""
    found = tried(TARGETS[name], SECONDS, first=os.getpid() % 100_000 * 100)
    assert sorted(found.told) == []
    assert found.inputs > 0


def test_a_crash_and_an_escape_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each under its name; otherwise the report would mean nothing."""

    def crash(_text: str) -> None:
        raise KeyError("planted")

    found = tried(Target("x", targets.TEXTS, crash), 0.01)
    assert found.crashes
    assert "planted" in "".join(found.told)
    monkeypatch.setattr(targets, "escape", str)
    monkeypatch.setattr(targets, "tag", lambda _name, text, **_: f"<p><b>{text}</b></p>")
    with pytest.raises(Escape):
        TARGETS["escape"].attempt("<i>x</i>")
    monkeypatch.setattr(targets, "read", lambda _data, _path: (None, []))
    with pytest.raises(Escape):
        TARGETS["reader"].attempt("a: b")


def test_the_command_says_what_it_tried(capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each target, and the exit code 0 if nothing failed."""
    assert main(["--seconds", "0.01", "--only", "matcher"]) == 0
    heading, line = capsys.readouterr().out.splitlines()
    assert heading.split() == ["target", "inputs", "crashes", "escapes", "slowest"]
    assert line.split()[0] == "matcher"
    assert int(line.split()[1]) >= 100
