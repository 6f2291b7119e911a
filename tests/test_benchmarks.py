"""What the benchmarks change, and how they keep what they measured."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import report
from benchmarks.peers import peers
from benchmarks.publishing import edit
from benchmarks.report import Table, as_markdown, chart, keep
from generator.check import check
from tests.project import lay_out

TABLE = Table(
    "The site",
    "2 processors",
    ("what", "seconds of CPU", "seconds"),
    (("ours", 20.0, 1234.5), ("a <peer>", 5.0, None), ("preview", None, 1.0)),
)


def test_an_edit_is_undone_by_the_next(tmp_path: Path) -> None:
    """It changes one file, and the records still pass the check."""
    project = lay_out(tmp_path / "project")
    files = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    edit(project)
    changed = [path for path, data in files.items() if path.read_bytes() != data]
    assert len(changed) == 1
    assert check(project).problems == ()
    edit(project)
    assert all(path.read_bytes() == data for path, data in files.items())


def test_hugo_gets_each_page(tmp_path: Path) -> None:
    """With the name that it has for the page of a folder."""
    for name in ("index.md", "people/index.md", "people/ada.md"):
        page = tmp_path / "build/docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(name, encoding="utf-8")
    hugo, _ = peers(tmp_path)
    hugo.prepare()
    made = tmp_path / "hugo/content"
    assert {path.relative_to(made).as_posix(): path.read_text() for path in made.rglob("*.md")} == {
        "_index.md": "index.md",
        "people/_index.md": "people/index.md",
        "people/ada.md": "people/ada.md",
    }


def test_what_was_not_measured_again_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each table with its own machine."""
    monkeypatch.setattr(report, "RESULTS", tmp_path / "results.json")
    monkeypatch.setattr(report, "CHART", tmp_path / "results.svg")
    keep({"site": TABLE, "search": TABLE}, "site")
    keep({"search": replace(TABLE, machine="4 processors")}, "site")
    kept = json.loads((tmp_path / "results.json").read_text("utf-8"))
    assert [kept[name]["machine"] for name in ("site", "search")] == [
        "2 processors",
        "4 processors",
    ]
    assert (tmp_path / "results.svg").read_text("utf-8") == chart(TABLE)


def test_a_table_is_read_as_it_is() -> None:
    """Three digits, or whole thousands, and nothing where nothing is known."""
    assert as_markdown(TABLE).splitlines()[2:] == [
        "| what | seconds of CPU | seconds |",
        "| --- | ---: | ---: |",
        "| ours | 20 | 1,234 |",
        "| a <peer> | 5 |  |",
        "| preview |  | 1 |",
    ]


def test_bars_are_as_long_as_what_they_show() -> None:
    """A row without a figure has none."""
    drawn = chart(TABLE)
    longest, shorter = (int(one) for one in re.findall(r"<rect .* width='(\d+)'", drawn))
    assert longest == 4 * shorter
    assert "a &lt;peer&gt;" in drawn
    assert "preview" not in drawn
