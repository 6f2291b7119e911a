"""The pages and data of a fictional project, to the last character, whatever the machine."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import DOCS, build
from generator.load.project import load
from generator.records import VALUES, Fact
from generator.records.fields import Record
from tests.project import ROOT, contents, lay_out

RECORDS = (Record.__module__, Fact.__module__.rpartition(".")[0])
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project, not yet built."""
    return lay_out(tmp_path / "project")


def built(project: Path) -> dict[str, bytes]:
    """What building the project writes."""
    assert build(project).problems == ()
    return contents(project / DOCS)


def test_the_pages_are_the_expected_ones(project: Path, update_golden: bool) -> None:
    """No file is missing, none is different, none is there that is not expected."""
    made = built(project)
    if update_golden:
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(project / DOCS, GOLDEN)
    expected = contents(GOLDEN)
    advice = "look at the difference, then `pytest tests/test_golden.py --update-golden`"
    assert sorted(made) == sorted(expected), advice
    for path, content in made.items():
        assert content.decode("utf-8") == expected[path].decode("utf-8"), f"{path}: {advice}"


def test_building_twice_changes_nothing(project: Path) -> None:
    """A second build leaves each file as it is, to its time of change."""
    first = built(project)
    places = [project / DOCS / path for path in first]
    for place in places:
        os.utime(place, ns=(10**18, 10**18))
    assert built(project) == first
    assert {place.stat().st_mtime_ns for place in places} == {10**18}


def test_what_is_no_longer_said_is_no_longer_there(project: Path) -> None:
    """A page of nothing in the project goes away; a changed page is put right."""
    first = built(project)
    (project / DOCS / "people/nobody.md").write_text("gone\n", encoding="utf-8")
    (project / DOCS / "index.md").write_text("changed\n", encoding="utf-8")
    assert built(project) == first


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_a_folder_changes_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """File systems list folders in any order."""
    chance = random.Random(seed)
    for name in ("iterdir", "glob", "rglob"):
        original = getattr(Path, name)

        def shuffled(place: Path, *args: str, original: object = original) -> Iterator[Path]:
            found = list(original(place, *args))  # type: ignore[operator]
            chance.shuffle(found)
            return iter(found)

        monkeypatch.setattr(Path, name, shuffled)
    made = built(project)
    monkeypatch.undo()
    assert made == contents(GOLDEN)


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tehran", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    ],
)
def test_the_machine_changes_nothing(project: Path, surroundings: dict[str, str]) -> None:
    """Hash seed, time zone and locale do not show in what is written."""
    command = [sys.executable, "-m", "generator", "--root", str(project), "build"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **surroundings}, check=True)
    assert contents(project / DOCS) == contents(GOLDEN)


def _given(record: Record) -> Iterator[str]:
    """The fields that a record and the records in it give."""
    for field in record.model_fields_set:
        value = getattr(record, field)
        yield f"{type(record).__name__}.{field}"
        inner = value.values() if isinstance(value, dict) else value
        for one in inner if isinstance(value, dict | tuple) else (value,):
            if isinstance(one, Record):
                yield from _given(one)


def _kinds(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for kind in model.__subclasses__():
        yield from _kinds(kind)


def test_the_project_uses_every_field(project: Path) -> None:
    """What no expected page shows is not tested: each field of each record is given once."""
    entries, _ = load(project)
    assert entries is not None
    groups = (entries.entities, entries.questions, entries.sources, entries.facts, entries.skips)
    used = {name for group in groups for entry in group for name in _given(entry.record)}
    fields = {
        f"{kind.__name__}.{name}"
        for kind in _kinds(Record)
        if kind.__module__.startswith(RECORDS)
        for name in kind.model_fields
        if kind.__name__ not in ("Record", "Facets", "Ledger")
    }
    assert used >= {f"Figure.{name}" for name in VALUES}
    assert used >= {f"Fact.{name}" for name in Fact.model_fields}
    assert fields - used == set()
