"""What the program and the site are made of: every part has a licence that goes with ours, and is listed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.project import ROOT
from tools.licences import Vendored, allowed, faults, locked, said, vendored_faults

THEME = ROOT / "generator/config/defaults/theme"
OWN = {"illustration.png"}
"""Files of the theme that are no text, and our own."""

TEXTS = {".css", ".html", ".js", ".md", ".xml", ".yaml"}


def test_every_package_may_be_used() -> None:
    """Its licence is known and allowed, and nothing is said of packages that are gone."""
    assert faults(locked(), said()) == []


def test_every_file_of_others_is_as_listed() -> None:
    """With its licence and its bytes; and every file that is no text of ours is listed."""
    licences = said()
    assert vendored_faults(licences) == []
    listed = {path for one in licences.vendored for path in one.files}
    found = [path for path in THEME.rglob("*") if path.is_file() and path.suffix not in TEXTS]
    strange = {path.relative_to(ROOT).as_posix() for path in found if path.name not in OWN}
    assert strange <= listed, "say whose these are in requirements/licences.yaml"


def test_a_licence_that_is_unknown_or_not_allowed() -> None:
    """The message says what to do about it."""
    licences = said()._replace(packages={"gone": "MIT", "viral": "AGPL-3.0-only"})
    unknown, viral, gone = faults(["stranger", "viral"], licences)
    assert unknown.startswith("stranger: no licence is known; read the licence file")
    assert "AGPL-3.0-only is not among the allowed licences" in viral
    assert gone == "gone: is no longer in the lock; remove it from requirements/licences.yaml"


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT AND ISC", True),
        ("(MIT OR GPL-3.0-only) AND AGPL-3.0-only", False),
    ],
)
def test_choices_and_parts(licence: str, expected: bool) -> None:
    """Of a choice, one is enough; of several parts, each must be allowed."""
    assert allowed(licence, said()) is expected


def test_a_changed_or_missing_file_is_told(tmp_path: Path) -> None:
    """And a licence that is not allowed."""
    (tmp_path / "a.js").write_text("changed", encoding="utf-8")
    one = Vendored(
        "x", "1", "pkg:npm/x@1", "GPL-2.0-only", "", {"a.js": "0" * 64, "b.js": "0" * 64}
    )
    viral, changed, missing = vendored_faults(said()._replace(vendored=(one,)), tmp_path)
    assert "GPL-2.0-only" in viral
    assert changed.startswith("a.js: has changed")
    assert missing.startswith("b.js: is missing")


@pytest.fixture(scope="module")
def bom(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The list that `make sbom` writes."""
    file = tmp_path_factory.mktemp("sbom") / "sbom.cdx.json"
    command = [sys.executable, "-m", "tools.sbom", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


@pytest.mark.tools
def test_the_list_is_whole(bom: dict[str, Any]) -> None:
    """Each locked package and each part of others is there, with its licence and hashes, and is needed."""
    packages = [one for one in bom["components"] if not one["bom-ref"].startswith("vendored:")]
    assert {one["name"] for one in packages} == set(locked())
    for one in packages:
        assert one["licenses"], one["name"]
        assert one["externalReferences"][0]["hashes"], one["name"]
    parts = [one for one in bom["components"] if one not in packages]
    assert {file["name"] for one in parts for file in one["components"]} == {
        path for one in said().vendored for path in one.files
    }
    reached, new = set(), {bom["metadata"]["component"]["bom-ref"]}
    needs = {one["ref"]: set(one["dependsOn"]) for one in bom["dependencies"]}
    while new:
        reached |= new
        new = {ref for one in new for ref in needs.get(one, ())} - reached
    assert (
        len(reached) > len(bom["components"]) * 0.9
    )  # what other systems need is not installed here


@pytest.mark.tools
def test_a_list_that_is_not_cyclonedx_is_refused() -> None:
    """By its schema, whatever is wrong."""
    from tools.sbom import text_of  # noqa: PLC0415  it needs what only this test does

    begun = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}
    with pytest.raises(ValueError, match="not CycloneDX"):
        text_of({**begun, "components": [{"name": "x"}]})
