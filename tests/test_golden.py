"""The pages of a fictional project, to the last character, whatever the machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.build import DOCS, build
from generator.load.project import load
from generator.records import VALUES, Fact, Withdrawn
from generator.records.fields import Record
from tests.project import Project, contents, lay_out, put, run

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


def pages(files: dict[str, bytes]) -> dict[str, str]:
    """The pages among them. Other tests read back what is there for programs."""
    return {path: text.decode("utf-8") for path, text in files.items() if path.endswith(".md")}


def test_the_pages_are_the_expected_ones(project: Path, update_golden: bool) -> None:
    """No page is missing or different, and there is no unexpected one."""
    made = pages(built(project))
    if update_golden:
        shutil.rmtree(GOLDEN, ignore_errors=True)
        put(GOLDEN, made)
    expected = pages(contents(GOLDEN))
    advice = "look at the difference, then `pytest tests/test_golden.py --update-golden`"
    assert sorted(made) == sorted(contents(GOLDEN)), advice
    for path, text in made.items():
        assert text == expected[path], f"{path}: {advice}"


def test_building_again_changes_nothing(project: Path) -> None:
    """A second build leaves each file as it is, to its time of change.

    A page of nothing in the project goes away; a changed page is put right.
    """
    first = built(project)
    places = [project / DOCS / path for path in first]
    for place in places:
        os.utime(place, ns=(10**18, 10**18))
    put(project / DOCS, {"people/nobody.md": "gone\n", "index.md": "changed\n"})
    assert built(project) == first
    changed = [place for place in places if place.stat().st_mtime_ns != 10**18]
    assert changed == [project / DOCS / "index.md"]


def test_the_order_of_a_folder_changes_nothing(
    world: Project, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """File systems list folders in any order."""
    for name in ("iterdir", "glob", "rglob"):
        original = getattr(Path, name)

        def backwards(place: Path, *args: str, original: object = original) -> list[Path]:
            return sorted(original(place, *args), reverse=True)  # type: ignore[operator]

        monkeypatch.setattr(Path, name, backwards)
    assert Project(project).files == world.files


def test_the_machine_changes_nothing(world: Project, project: Path) -> None:
    """Hash seed, time zone and locale do not show in what is written."""
    surroundings = {"PYTHONHASHSEED": "4242", "TZ": "Asia/Tehran", "LC_ALL": "C"}
    assert run("--root", project, "build", env=surroundings).returncode == 0
    made = contents(project / DOCS)
    assert {path: text.decode("utf-8") for path, text in made.items()} == world.files


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
    """What no expected page shows is not tested, so each field of each record is used once."""
    entries, _ = load(project)
    assert entries is not None
    groups = (
        *(entries.entities, entries.questions, entries.sources, entries.facts, entries.skips),
        *(entries.layouts, entries.withdrawn),
    )
    used = {name for group in groups for entry in group for name in _given(entry.record)}
    fields = {
        f"{kind.__name__}.{name}"
        for kind in _kinds(Record)
        if kind.__module__.startswith(RECORDS)
        for name in kind.model_fields
        if kind.__name__ not in ("Record", "Facets", "Ledger")
        and not (kind is Withdrawn and name in Fact.model_fields)
    }
    assert used >= {f"Figure.{name}" for name in VALUES}
    assert used >= {f"Fact.{name}" for name in Fact.model_fields}
    assert fields - used == set()
