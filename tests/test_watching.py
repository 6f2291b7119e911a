"""What the preview and the commands look at: nothing outside the project, and no more than it may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.drafting import written
from generator.console import CommandError
from generator.load import gate
from generator.load.watching import state
from tests.project import put

PERSON = "content/people/ada.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one record, and with a file beside it that is not the project's."""
    put(tmp_path, {f"project/{PERSON}": "name: Ada\n", "elsewhere/secret.yaml": "name: Eve\n"})
    return tmp_path / "project"


def _watched(project: Path) -> list[str]:
    paths = (Path(path) for path in state(project))
    return [path.name for path in paths if path.is_relative_to(project) and path.suffix]


def test_links_are_not_followed(project: Path) -> None:
    """What a link leads to may be changed or be without end; the link itself is seen."""
    (project / "content/units").symlink_to(project.parent / "elsewhere")
    (project / "content/topics.yaml").symlink_to(project.parent / "elsewhere/secret.yaml")
    before = state(project)
    assert _watched(project) == ["ada.yaml", "topics.yaml"]
    put(project.parent, {"elsewhere/secret.yaml": "name: Eve Hale\n", "elsewhere/b.yaml": "x"})
    assert state(project) == before


def test_no_more_is_looked_at_than_a_project_may_have(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stranger could leave a million files."""
    monkeypatch.setattr(gate, "MOST_FILES", 20)
    put(project, {f"content/people/a{number:02}.yaml": "" for number in range(50)})
    assert 10 < len(_watched(project)) < 30


def test_a_draft_reads_nothing_through_a_link(project: Path) -> None:
    """`new` looks at all records for a free id, and opens only what `check` would."""
    assert written(project) == "name: Ada\n"
    (project / "content/people/eve.yaml").symlink_to("/dev/zero")
    with pytest.raises(CommandError, match="symbolic link"):
        written(project)
