"""The synthetic projects of the benchmarks."""

from __future__ import annotations

from pathlib import Path

from benchmarks.synthetic import write_project
from generator.check import check
from tests.project import ROOT


def test_a_synthetic_project_has_no_problems(tmp_path: Path) -> None:
    """It follows the rules as they are now, so that `make bench` can build it."""
    write_project(tmp_path, 200, ROOT)
    found = check(tmp_path)
    assert found.problems == ()
    assert found.atlas is not None
    assert len(found.atlas.claims) == 200
