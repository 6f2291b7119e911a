"""`verify` and `audit`: whether a copy of a site is complete and unchanged, and a site is sound."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.data.json_files import _schema
from generator.data.models.manifest import ManifestData
from generator.markup.paths import CHECKSUMS, MANIFEST
from generator.publish.checksums import checksums, differences
from generator.publish.manifest import head, lists_of, type_of
from tests.project import call, configured

FILES = {"index.html": "<p>a", "facts/f-1.html": "<p>280", "data/facts é.json": "[]", "empty": ""}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with its checksums."""
    folder = tmp_path / "site"
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / CHECKSUMS).write_bytes(checksums(folder))
    return folder


def test_a_whole_copy(site: Path) -> None:
    """Every file is listed but the list itself, as other programs read it."""
    assert list(differences(site)) == []
    assert (site / CHECKSUMS).read_text(encoding="utf-8").count("\n") == len(FILES)
    done = call("verify", site)
    assert done.returncode == 0
    assert done.stdout.startswith("All 4 files are as SHA256SUMS lists them.\n")
    subprocess.run(["sha256sum", "--check", "--strict", CHECKSUMS], cwd=site, check=True)


def _change(site: Path) -> None:
    (site / "facts/f-1.html").write_text("<p>288", encoding="utf-8")


def _cut(site: Path) -> None:
    (site / "index.html").write_bytes(b"<p>")


def _remove(site: Path) -> None:
    (site / "data/facts é.json").unlink()


def _plant(site: Path) -> None:
    (site / "data/more.js").write_text("x()", encoding="utf-8")


def _link(site: Path) -> None:
    (site.parent / "elsewhere").write_text("", encoding="utf-8")
    (site / "empty").unlink()
    (site / "empty").symlink_to(site.parent / "elsewhere")


def _link_a_folder(site: Path) -> None:
    (site / "more").symlink_to(site.parent, target_is_directory=True)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (_change, "facts/f-1.html has changed"),
        (_cut, "index.html has changed"),
        (_remove, "data/facts é.json is missing"),
        (_plant, "data/more.js does not belong to the site"),
        (_link, "empty is a link, not a file"),
        (_link_a_folder, "more does not belong to the site"),
    ],
)
def test_damage_is_reported(site: Path, damage: Callable[[Path], None], told: str) -> None:
    """Each kind, by the path of its file, and nothing else."""
    damage(site)
    path, _, how = told.partition(" ") if "é" not in told else told.partition(".json ")
    assert [f"{one} {way}" for one, way in differences(site)] == [told]
    done = call("verify", site)
    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert how in done.stdout
    assert path in done.stdout
    assert done.stderr == "1 file differs from what was published; get the copy again.\n"


@pytest.mark.parametrize(
    "line",
    ["x", f"{'0' * 63}g  a", f"{'0' * 64} a", f"{'0' * 64}  ", f"{'0' * 64}  a\\nb", "\x00", ""],
)
def test_a_list_that_cannot_be_read(site: Path, line: str) -> None:
    """The message names the line, and nobody is told that the copy is complete."""
    with (site / CHECKSUMS).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    done = call("verify", site)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{CHECKSUMS}:5: " in done.stderr


def test_a_file_that_is_listed_twice(site: Path) -> None:
    """One of the two lines is wrong."""
    text = (site / CHECKSUMS).read_text(encoding="utf-8")
    (site / CHECKSUMS).write_text(text + text.splitlines()[0] + "\n", encoding="utf-8")
    assert call("verify", site).returncode == 2


def test_no_list(tmp_path: Path) -> None:
    """A folder that is not a published site is named."""
    done = call("verify", tmp_path)
    assert done.returncode == 2
    assert "SHA256SUMS is missing" in done.stderr


def test_faults_of_a_site(site: Path) -> None:
    """They are listed, without records at hand too; a folder that holds no site is named."""
    here = ("--root", site.parent, "audit", site)
    done = call(*here)
    assert (done.returncode, done.stdout) == (0, "No faults.\n")
    assert "There are no records here" in done.stderr
    (site / "index.html").write_text('<a href="nowhere.html">x</a>', encoding="utf-8")
    done = call(*here)
    assert done.returncode == 1
    assert [line.partition(";")[0] for line in done.stdout.splitlines()] == [
        "index.html: has a different checksum from the one in SHA256SUMS",
        "index.html: nowhere.html leads to no file of the site",
    ]
    assert done.stderr.endswith("2 faults.\n")
    (site / "index.html").unlink()
    assert call(*here).returncode == 2


@pytest.fixture
def described(site: Path) -> Path:
    """The small site with a manifest too."""
    (site / CHECKSUMS).unlink()
    told = head(site.parent, configured().site, "0" * 64)
    for path, data in lists_of(told, site).items():
        (site / path).write_bytes(data)
    return site


def test_a_manifest(described: Path) -> None:
    """It has the form of its schema, lists every file but the two lists, and is always the same."""
    data = (described / MANIFEST).read_bytes()
    made = json.loads(data)
    Draft202012Validator(json.loads(_schema(ManifestData))).validate(made)
    assert {one["path"]: one["size"] for one in made["files"]} == {
        path: len(text) for path, text in FILES.items()
    }
    assert made["dependencies"].keys() >= {"mkdocs", "mkdocs-material", "jinja2", "markupsafe"}
    assert (made["commit"], made["date"]) == (None, None)
    told = head(described.parent, configured().site, "0" * 64)
    assert lists_of(told, described)[MANIFEST] == data
    done = call("verify", described)
    assert done.returncode == 0
    assert f"{MANIFEST} agrees: version" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"size": 6, "type"', '"size": 7, "type"', "facts/f-1.html is not as manifest.json lists"),
        ("text/html", "text/plain", "manifest.json can't be read"),
        ('"path": "empty"', '"path": "emptx"', "empty is not in manifest.json"),
        ('"path": "empty"', '"path": "emptx"', "emptx is in manifest.json, but not in the site"),
        ('"version"', '"versions"', "manifest.json can't be read"),
        ('"title": ', '"title":', "manifest.json can't be read"),
    ],
)
def test_a_manifest_that_says_something_else(
    described: Path, old: str, new: str, told: str
) -> None:
    """Whoever changes it and its checksum is told of what it says otherwise than the files are."""
    changed = (described / MANIFEST).read_text("utf-8").replace(old, new, 1)
    (described / MANIFEST).write_text(changed, encoding="utf-8", newline="\n")
    assert [path for path, _ in differences(described)] == [MANIFEST]
    (described / CHECKSUMS).write_bytes(checksums(described))
    assert list(differences(described)) == []
    done = call("verify", described)
    assert done.returncode == 1
    assert told in done.stdout.replace("'", "").replace("cant", "can't")


def test_media_types() -> None:
    """By the longest ending that is known."""
    assert type_of("data/citations.csl.json") == "application/vnd.citationstyles.csl+json"
    assert type_of("data/schemas/facts.schema.json") == "application/schema+json"
    assert type_of("a.b/x") == type_of("a.unknown") == "application/octet-stream"
    assert type_of("_headers") == type_of("offline/SHA256SUMS") == "text/plain"
