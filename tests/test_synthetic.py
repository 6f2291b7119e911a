"""The synthetic projects of the benchmarks."""

from __future__ import annotations

from pathlib import Path

from benchmarks.synthetic import Shape, write_project
from generator.check import check


def test_a_synthetic_project_has_no_problems(tmp_path: Path) -> None:
    """It follows the rules as they are now, so that `make bench` can build it."""
    write_project(tmp_path, 200)
    found = check(tmp_path)
    assert found.problems == ()
    assert found.atlas is not None
    assert len(found.atlas.claims) == 200


def test_a_book_has_no_problems(tmp_path: Path) -> None:
    """All facts are in one document, with passages that only a prefix and a suffix tell apart."""
    write_project(tmp_path, 90, Shape(in_a_document=90, between=530, marked=True))
    found = check(tmp_path)
    assert found.problems == ()
    assert found.atlas is not None
    (document,) = found.atlas.documents.values()
    assert document.seed is not None
    assert len(document.seed.text) > 90 * 530
    marked = [one for claim in found.atlas.claims.values() for one in claim.context]
    assert sum(bool(one.passage.prefix) for one in marked) == 90
