"""Each of forty usual mistakes gets one message, and doing what it says mends the mistake."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from generator.check import check
from generator.console import in_words
from generator.load import folder
from generator.problems import as_text
from generator.strict_yaml.reader import read
from tests.project import lay_out, loaded

MISTAKES = Path(__file__).parent / "cases" / "mistakes"
CASES = loaded((MISTAKES / "mistakes.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """What a mistake leaves as it is, such as the wording, is read once for all of them."""
    with patch.object(folder, "read", cache(read)):
        yield


def _apply(step: dict[str, Any], project: Path) -> None:
    """Change the files of a project."""
    for path, changes in step.get("change", {}).items():
        text = (project / path).read_text(encoding="utf-8")
        for old, new in changes.items():
            assert old in text, f"{path} has no {old!r}"
            text = text.replace(old, new, 1)
        (project / path).write_text(text, encoding="utf-8", newline="\n")
    for old, new in step.get("move", {}).items():
        (project / old).rename(project / new)
    for path in step.get("remove", ()):
        (project / path).unlink()
    for path, text in step.get("put", {}).items():
        (project / path).write_text(text, encoding="utf-8", newline="\n")


def _said(project: Path) -> list[str]:
    return [as_text(one) for one in in_words(check(project).problems, project)]


@pytest.mark.parametrize("case", [pytest.param(one, id=one["name"]) for one in CASES])
def test_the_message_mends_the_mistake(case: dict[str, Any], tmp_path: Path) -> None:
    """One message, in these words, and none after what it asks for."""
    project = lay_out(tmp_path / "project", MISTAKES / "project")
    _apply(case, project)
    assert _said(project) == [case["says"]]
    _apply(case["mend"], project)
    assert _said(project) == []


def test_there_are_forty() -> None:
    """Each is another, and the project itself has no mistake."""
    assert len({one["name"] for one in CASES}) == 40
    assert _said(MISTAKES / "project") == []
