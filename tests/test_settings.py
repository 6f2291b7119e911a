"""The settings of MkDocs, the menu and the theme: the program's, with what a project changes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import SETTINGS, THEME, build
from generator.load.history import UNDATED
from generator.load.theme import theme as files_of_theme
from generator.pages.menu import menu
from generator.pages.settings import settings
from generator.publish.command import environment
from tests.project import ROOT, Project, contents, lay_out, put, wording


@pytest.fixture(scope="module")
def made(real: Project) -> dict[str, Any]:
    """What the settings of the real project say."""
    said: dict[str, Any] = yaml.safe_load(settings(real.atlas))
    return said


def test_the_menu_calls_a_page_by_its_title(made: dict[str, Any]) -> None:
    """The menu has the first page, then the lists by their titles and in their order."""
    assert [title for entry in made["nav"] for title in entry] == [
        wording().theme.home,
        *wording().titles.values(),
    ]


def test_mkdocs_says_what_the_wording_says(made: dict[str, Any]) -> None:
    """What the theme says on every page is the wording's."""
    theme = wording().theme
    assert made["extra"]["words"] == theme.words
    assert made["extra"]["colours"] == list(theme.colours)


def test_mkdocs_says_what_the_site_is(made: dict[str, Any], real: Project) -> None:
    """Its title, description and licence are those of `site_config/site.yaml`."""
    site = real.atlas.config.site
    assert made["site_name"] == site.title
    assert made["site_description"] == site.description
    assert made["extra"]["licence"] == site.licence


def test_an_empty_list_is_not_in_the_menu(tmp_path: Path) -> None:
    """Of a project without records the menu has what is always there, and so has the first page."""
    folder = lay_out(tmp_path / "project")
    for name in ("content", "seeds", "site_config/map"):
        shutil.rmtree(folder / name)
    put(folder, {"seeds/SHA256SUMS": ""})
    assert menu(Project(folder).atlas) == ("data", "about")
    page = Project(folder).files["index.md"]
    assert 'href="data/index.html"' in page
    assert 'href="map/index.html"' not in page
    put(folder, {"content/people/ada.yaml": "name: Ada\n"})
    assert menu(Project(folder).atlas) == ("people", "names", "data", "about")


def test_a_project_changes_files_of_the_theme(tmp_path: Path) -> None:
    """Its own file takes the place of the program's; all others are the program's."""
    folder = lay_out(tmp_path / "project")
    own = {"404.html": "Gone.\n", "assets/cite.css": "q {}\n", "assets/own.css": "p {}\n"}
    put(folder, {f"site_config/theme/{path}": text for path, text in own.items()})
    assert build(folder).problems == ()
    made, before = contents(folder / THEME), files_of_theme(tmp_path)
    assert made.keys() == before.keys() | {"assets/own.css"}
    changed = {path for path in before if made[path] != before[path]}
    assert changed == {"404.html", "assets/site.css"}
    assert b"q {}\n" in made["assets/site.css"]


def test_building_again_leaves_the_settings(tmp_path: Path) -> None:
    """MkDocs, which watches them, makes nothing again unless they change."""
    folder = lay_out(tmp_path / "project")
    build(folder)
    first = (folder / SETTINGS).stat().st_mtime_ns
    build(folder)
    assert (folder / SETTINGS).stat().st_mtime_ns == first


@pytest.mark.site
def test_plain_mkdocs_makes_the_same_site(village: Path, tmp_path: Path) -> None:
    """With the settings that the build writes, or a project's own that inherit them."""
    folder = shutil.copytree(village, tmp_path / "project")
    own = (ROOT / "mkdocs.yml").read_text("utf-8")
    put(folder, {"mkdocs.yml": own.replace("site_dir: site\n", "site_dir: own\n")})
    shutil.rmtree(folder / "site")
    for options in (("-f", SETTINGS), ()):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", *options],
            cwd=folder,
            env=environment(folder),
            check=True,
        )
    plain = contents(folder / "site")
    assert contents(folder / "own") == plain
    pages = {path: text for path, text in contents(village / "site").items() if ".html" in path}
    assert {path: text for path, text in plain.items() if path in pages} == pages


def test_what_has_a_date_has_that_of_the_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last commit of the records dates the site, whenever it is built; a variable may too."""
    project = lay_out(tmp_path / "project")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert environment(project)["SOURCE_DATE_EPOCH"] == str(UNDATED)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2021-03-04T05:06:07+00:00")
    name = ("-c", "user.name=Ada", "-c", "user.email=ada@wend.example")
    for command in (("init",), ("add", "."), (*name, "commit", "--message", "As it was")):
        subprocess.run(["git", *command], cwd=project, check=True, capture_output=True)
    assert environment(project)["SOURCE_DATE_EPOCH"] == "1614834367"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert environment(project)["SOURCE_DATE_EPOCH"] == "1700000000"
