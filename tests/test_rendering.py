"""Rendering: the site that MkDocs makes, byte for byte, whatever the last site was."""

from __future__ import annotations

import logging
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.pages import processes
from generator.publish.command import environment, mkdocs
from generator.publish.rendering import driver
from generator.publish.rendering.driver import build
from generator.publish.rendering.pages import make_pages
from tests.project import contents, put

pytestmark = pytest.mark.site

SETTINGS = """\
site_name: The guild
site_url: https://wend.example/guild/
use_directory_urls: false
not_in_nav: "*"
validation: {nav: {omitted_files: warn}, links: {not_found: warn, anchors: warn}}
theme: {name: null, custom_dir: theme, static_templates: [404.html, sitemap.xml]}
plugins: {}
markdown_extensions: [attr_list, toc]
nav: [{Home: index.md}, {People: people.md}]
"""
PROJECT = {
    "mkdocs.yml": SETTINGS,
    "theme/main.html": """\
<html lang="en"><head><title>{{ config.site_name }}</title></head><body>
{% for one in nav %}<a href="{{ one.url | url }}">{{ one.title }}{{ "!" * one.active }}</a>{% endfor %}
{{ page.content }}{% for one in page.toc %}{{ one.title }} {% endfor %}{{ page.canonical_url }}
</body></html>
""",
    "theme/.icons/mill.svg": "<svg/>",
    "theme/assets/.spare/mill.svg": "<svg/>",
    "theme/assets/bell.svg": "<svg/>",
    "theme/404.html": "<p><a href='{{ 'index.html' | url }}'>{{ config.site_name }}</a></p>",
    "theme/sitemap.xml": "{% for file in pages if not file.page.meta.robots %}{{ file.url }} {% endfor %}",
    "docs/index.md": "# Home\n\n[Ada](ada.md#work) and [people](people.md)\n",
    "docs/people.md": "# People\n\n[Ada](ada.md)\n",
    "docs/ada.md": "---\nrobots: noindex\n---\n\n# Ada\n\n## Work\n\n[above](#ada)\n",
    "docs/eve.md": "# Eve\n",
    "docs/data.json": "{}\n",
}


def _replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        if (root / name).is_file():
            put(root, {name: (root / name).read_text("utf-8").replace(old, new)})

    return edit


def _without(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink(missing_ok=True)


def _with(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: put(root, {name: text})


EDITS: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _root: None,
    "a title": _replaced("docs/eve.md", "# Eve", "# Eve Häle"),
    "a word in a linked page": _replaced("docs/ada.md", "# Ada", "# Ada Okoro {#ada}"),
    "an anchor is gone": _replaced("docs/ada.md", "## Work", "## Life"),
    "an anchor is back": _replaced("docs/ada.md", "## Life", "## Work"),
    "front matter": _replaced("docs/ada.md", "robots: noindex\n", ""),
    "a page more": _with("docs/bea.md", "# Bea\n\n[Eve](eve.md)\n"),
    "a page less": _without("docs/eve.md"),
    "a page back": _with("docs/eve.md", "# Eve\n"),
    "a linked page less": _without("docs/ada.md"),
    "a linked page back": _with("docs/ada.md", PROJECT["docs/ada.md"]),
    "data": _with("docs/data.json", "[1]\n"),
    "the menu": _replaced("mkdocs.yml", "{People: people.md}", "{Persons: people.md}"),
    "the name of the site": _replaced("mkdocs.yml", "The guild", "The mill"),
    "the theme": _replaced("theme/main.html", "</body>", "<p>Foot</p></body>"),
    "a page of the last site": _with("last/eve.html", "<p>Planted</p>"),
    "no last site": lambda root: shutil.rmtree(root / "last", ignore_errors=True),
    "no memory": _without("memory.json"),
    "half a memory": _with("memory.json", '{"shared": "'),
}


def _both(root: Path) -> tuple[bool, bool]:
    """Whether our build and MkDocs's own end well; ours is then the last site."""
    settings, site, last = root / "mkdocs.yml", root / "site", root / "last"
    try:
        build(settings, site, last, root / "memory.json")
    except Abort:
        ours = False
    else:
        ours = True
    config = load_config(config_file=str(settings), strict=True, site_dir=str(root / "plain"))
    try:
        build_with_mkdocs(config)
    except Abort:
        return ours, False
    assert contents(site) == contents(root / "plain")
    shutil.rmtree(last, ignore_errors=True)
    site.rename(last)
    return ours, True


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of MkDocs, outside of which nothing is written."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    logging.getLogger("mkdocs").setLevel(logging.INFO)
    put(tmp_path, PROJECT)
    return tmp_path


@pytest.mark.parametrize("seed", range(10))
def test_any_edits_give_the_site_of_mkdocs(root: Path, seed: int) -> None:
    """After each of several edits in any order; what MkDocs refuses is refused."""
    assert _both(root) == (True, True)
    chosen = random.Random(seed)
    for name in chosen.choices(list(EDITS), k=8):
        EDITS[name](root)
        ours, theirs = _both(root)
        assert ours == theirs, name


@pytest.mark.parametrize("name", ["an anchor is gone", "a linked page less"])
def test_a_link_to_what_is_gone_is_refused(root: Path, name: str) -> None:
    """Though the page that has the link did not change."""
    assert _both(root) == (True, True)
    EDITS[name](root)
    assert _both(root) == (False, False)


def test_only_what_changed_is_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other pages are taken from the last site."""
    _both(root)
    made: list[str] = []

    def noted(settings: str, site: str, paths: list[str]) -> object:
        made.extend(paths)
        return make_pages(settings, site, paths)

    monkeypatch.setattr(driver, "make_pages", noted)
    EDITS["a title"](root)
    assert _both(root) == (True, True)
    assert made == ["eve.md"]
    made.clear()
    EDITS["a page of the last site"](root)
    assert _both(root) == (True, True)
    assert made == ["eve.md"]
    made.clear()
    EDITS["the theme"](root)
    assert _both(root) == (True, True)
    assert sorted(made) == ["ada.md", "eve.md", "index.md", "people.md"]


def test_several_processes_make_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what one of them refuses is refused."""
    monkeypatch.setattr(driver, "_WORTH_SHARING", 1)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    assert _both(root) == (True, True)
    put(root, {"docs/cid.md": "# Cid\n\n[x](gone.md)\n"})
    assert _both(root) == (False, False)


def test_a_project_with_its_own_code_gets_mkdocs(root: Path) -> None:
    """A page may then depend on anything, so nothing is remembered."""
    put(root, {"hook.py": "def on_page_markdown(markdown, **_):\n    return markdown + 'More.'\n"})
    put(root, {"mkdocs.yml": SETTINGS + "hooks: [hook.py]\n"})
    assert _both(root) == (True, True)
    assert "More." in (root / "last/eve.html").read_text("utf-8")
    assert not (root / "memory.json").exists()


def test_a_title_from_the_page_itself_gets_mkdocs(root: Path) -> None:
    """Every page shows it in the menu."""
    put(root, {"mkdocs.yml": SETTINGS.replace("{Home: index.md}", "index.md")})
    assert _both(root) == (True, True)
    put(root, {"docs/index.md": "# Start\n"})
    assert _both(root) == (True, True)


def test_the_theme_gives_the_same(village: Path, tmp_path: Path) -> None:
    """A whole project: each page as plain MkDocs makes it."""
    plain, surroundings = tmp_path / "plain", environment(village)
    subprocess.run(
        mkdocs(village, "build", "--strict", "-d", str(plain)),
        env=surroundings,
        check=True,
        capture_output=True,
    )
    ours, theirs = (
        {path: data for path, data in contents(folder).items() if path.endswith((".html", ".xml"))}
        for folder in (village / "site", plain)
    )
    assert ours == theirs
