"""Links out of a project: nothing is read through a symbolic link, wherever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.project import load
from tests.project import lay_out

PLACES = (
    *("content", "content/people", "content/people/zed.yaml", "content/sources/mill-notes"),
    *("content/ledger.yaml", "seeds", "seeds/zz.txt", "seeds/SHA256SUMS", "site_config"),
    *("site_config/pages/x.md", "site_config/theme/assets/x.css", "site_config/map"),
)


@pytest.mark.parametrize("place", PLACES)
def test_a_link_is_refused_before_anything_is_read(tmp_path: Path, place: str) -> None:
    """A file or a folder; the device that it leads to has no end."""
    project = lay_out(tmp_path / "project")
    link = project / place
    link.parent.mkdir(parents=True, exist_ok=True)
    if link.exists():
        link.rename(tmp_path / "elsewhere")
        link.symlink_to(tmp_path / "elsewhere")
    else:
        link.symlink_to("/dev/zero")
    entries, problems = load(project)
    assert entries is None
    told = [problem for problem in problems if problem.rule == "stray-file"]
    assert [problem.place.path for problem in told] == [place]
    assert "is a symbolic link" in told[0].message
