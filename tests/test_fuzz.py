"""Random hostile input, a little of it in each run, and all that once failed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import guided, mutants, targets
from tests.fuzz.__main__ import main, tried
from tests.fuzz.guided import MEANT, TOLD, Guided
from tests.fuzz.targets import TARGETS, Escape, Target
from tests.fuzz.tried import Tried
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
    """The input neither crashes nor escapes."""
    given, found = past["input"], Tried()
    if isinstance(given, dict):
        changed = {path: _meant(text) for path, text in given.items()}
        value: object = {**mutants.files(), **changed}
    else:
        value = _meant(given)
    with found.noting():
        TARGETS[past["target"]].attempt(value)
    assert sorted(found.told) == []


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


@settings(max_examples=10)
@given(st.binary(max_size=60))
def test_atheris_has_bytes_alone(data: bytes) -> None:
    """They mean something to each of its targets, and nothing in them fails."""
    for name, meant in MEANT.items():
        TARGETS[name].attempt(meant(data))
    text, start, length = MEANT["matcher"](b"\0\1\2abc")
    assert (text, start, length) == ("abc", 1, 3)


def test_what_atheris_finds_is_counted() -> None:
    """Every failure, of which some are kept, until the time is over."""

    def fail(text: str) -> None:
        if "x" in text:
            raise Escape(text)
        raise KeyError(text)

    ended: list[Tried] = []
    trying = Guided("escape", fail, 60, ended.append)
    for number in range(TOLD):
        trying(b"x%d" % number)
    trying(b"y")
    found = trying.found
    assert (found.inputs, found.escapes, len(found.told)) == (TOLD + 1, TOLD, TOLD)
    assert not ended
    over = Guided("escape", fail, 0, ended.append)
    over(b"x")
    assert [one.inputs for one in ended] == [0]


def test_atheris_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who lacks it is told how to install it."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(SystemExit):
        main(["--guided"])
    assert guided.MISSING in capsys.readouterr().err


def test_atheris_begins_with_what_once_failed(tmp_path: Path) -> None:
    """And with the words that mean something to the program."""
    guided.begin(tmp_path, "reader")
    corpus = {path.read_bytes() for path in (tmp_path / "corpus").iterdir()}
    assert {b"? [a\n", b"*a"} <= corpus
    assert '"\\x2a\\x61"' in (tmp_path / "words").read_text(encoding="ascii")
