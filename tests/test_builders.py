"""Other programs make the same site, should MkDocs or Material end: ProperDocs and Zensical."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.publish.command import environment
from tests.project import WORLD, lay_out, run

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
SETTINGS = "build/mkdocs.yml"


def built(program: str, project: Path, *options: str | Path) -> None:
    """Let a program of the environment build the site of a project."""
    done = subprocess.run(
        [sys.executable, "-m", program, "build", "-f", SETTINGS, *options],
        cwd=project,
        env=environment(project),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def pages(site: Path) -> dict[str, Path]:
    """Every page of a site, by its path there."""
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}


def bytes_apart(one: Path, other: Path) -> Iterator[str]:
    """The pages that differ in more than the name of the program that made them."""
    ours, theirs = pages(one), pages(other)
    yield from sorted(ours.keys() ^ theirs.keys())
    for path in sorted(ours.keys() & theirs.keys()):
        if len({GENERATOR.sub(b"", found[path].read_bytes()) for found in (ours, theirs)}) > 1:
            yield path


def seen(page: Path) -> tuple[object, ...]:
    """The title, and the text, the links and the anchors of the article and of the header."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    parts = [node for node in (tree.css_first("article"), tree.css_first("nav.mast__ways")) if node]
    title = tree.css_first("title")
    return (title.text() if title else None, *map(_part, parts))


def _part(node: LexborNode) -> tuple[str, list[str], list[str | None]]:
    links = [(one.attributes["href"] or "").removeprefix("./") for one in node.css("a[href]")]
    ids = [one.attributes["id"] for one in node.css("[id]:not(#__skip)")]  # of Zensical's own frame
    return " ".join(node.text(separator=" ").split()), links, ids


def apart(one: Path, other: Path) -> Iterator[str]:
    """The pages of which a reader sees something else."""
    ours, theirs = pages(one), pages(other)
    yield from sorted(ours.keys() ^ theirs.keys())
    for path in sorted(ours.keys() & theirs.keys()):
        if seen(ours[path]) != seen(theirs[path]):
            yield path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional project with its pages, and its site as MkDocs makes it."""
    folder = lay_out(tmp_path_factory.mktemp("built") / "project", WORLD)
    assert run("--root", folder, "build").returncode == 0
    built("mkdocs", folder, "--strict")
    return folder


@pytest.mark.site
@pytest.mark.tools
def test_zensical_builds_what_readers_see(project: Path) -> None:
    """The same pages with the same titles, texts, links and anchors, in a frame of its own."""
    other = project.with_name("zensical")
    shutil.copytree(project / "build", other / "build")
    said = yaml.safe_load((other / SETTINGS).read_text(encoding="utf-8"))
    (other / SETTINGS).write_text(yaml.safe_dump({**said, "site_dir": "site"}), encoding="utf-8")
    built("zensical", other)
    assert list(apart(project / "site", other / "build/site")) == []
    assert len(pages(project / "site")) > 50
    sitemaps = [
        (path / "sitemap.xml").read_text("utf-8")
        for path in (project / "site", other / "build/site")
    ]
    ours, theirs = (re.findall("<loc>(.*)</loc>", text) for text in sitemaps)
    assert sorted(ours) == sorted(one.replace("&#x2f;", "/") for one in theirs)


@pytest.mark.tools
def test_properdocs_builds_the_real_site(projects: tuple[Path, Path], tmp_path: Path) -> None:
    """The same pages, byte for byte but for the name of the program."""
    built("properdocs", projects[0], "--strict", "-d", tmp_path)
    assert list(bytes_apart(projects[0] / "site", tmp_path)) == []


PAGE = '<title>T</title><article><p id="a">280 <a href="b.html">b</a></p></article>'


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", PAGE.replace("280", "288")),
        ("a.html", PAGE.replace("b.html", "c.html")),
        ("a.html", PAGE.replace('id="a"', 'id="c"')),
        ("a.html", PAGE.replace("<title>T", "<title>U")),
        ("a.html", "<title>T</title>"),
        ("b.html", PAGE),
    ],
)
def test_a_difference_is_found(tmp_path: Path, path: str, text: str) -> None:
    """Of a text, a link, an anchor, a title; a page without an article, and one too many."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(PAGE, encoding="utf-8")
    assert not [*apart(tmp_path / "one", tmp_path / "other")]
    (tmp_path / "other" / path).write_text(text, encoding="utf-8")
    assert list(apart(tmp_path / "one", tmp_path / "other")) == [path]
    assert list(bytes_apart(tmp_path / "one", tmp_path / "other")) == [path]
