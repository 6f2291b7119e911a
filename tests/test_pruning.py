"""Pruning: what is published of the theme is what a page needs."""

from __future__ import annotations

from pathlib import Path

from generator.publish.pruning import prune
from tests.project import contents, put

PAGE = """<!doctype html><link rel="stylesheet" href="../assets/main.css">
<script id="__config" type="application/json">{"search": "../assets/worker.js"}</script>
<div data-md-component="search"></div><script src="../assets/bundle.js"></script>
<a href="../assets/linked.txt">x</a><img alt="1 > 0'" src="../assets/quoted.png"><link rel="x" href="https://elsewhere.example/assets/far.js">"""

SITE = {
    "index.html": "<!doctype html>",
    "people/ada.html": PAGE,
    "sitemap.xml": "<x/>",
    "search/index.js": "",
    "assets/main.css": '@import "other.css"; b { background: url("img/a.png"); }\n/*# sourceMappingURL=main.css.map */',
    "assets/main.css.map": "",
    "assets/other.css": "i { background: url(data:x) }",
    "assets/img/a.png": "",
    "assets/img/b.png": "",
    "assets/linked.txt": "",
    "assets/quoted.png": "",
    "assets/bundle.js": 'load("lunr/de.js")\n//# sourceMappingURL=bundle.js.map\n',
    "assets/bundle.js.map": "",
    "assets/far.js": "",
    "assets/lunr/de.js": "",
    "assets/worker.js": "",
    "assets/ours.js": "x\n//# sourceMappingURL=ours.js.map\n",
}

NEEDED = {
    *("index.html", "people/ada.html", "sitemap.xml", "search/index.js"),
    *("assets/main.css", "assets/other.css", "assets/img/a.png"),
    *("assets/bundle.js", "assets/worker.js", "assets/ours.js", "assets/quoted.png"),
}


def pruned(folder: Path, site: dict[str, str]) -> dict[str, bytes]:
    """What is left of a site, in which `assets/ours.js` is ours."""
    put(folder / "site", site)
    put(folder / "theme", {"assets/ours.js": ""})
    prune(folder / "site", [folder / "theme", folder / "missing"])
    return contents(folder / "site")


def test_what_nothing_refers_to_goes(tmp_path: Path) -> None:
    """Pages, what they ask for, what their style sheets ask for, and our own files stay."""
    assert set(pruned(tmp_path, SITE)) == NEEDED
    assert not (tmp_path / "site/assets/lunr").exists()


def test_no_comment_leads_to_a_map_that_has_gone(tmp_path: Path) -> None:
    """Style sheets and scripts end without it, the theme's and our own."""
    left = pruned(tmp_path, SITE)
    assert left["assets/bundle.js"] == b'load("lunr/de.js")\n'
    assert left["assets/main.css"].endswith(b'url("img/a.png"); }\n')
    assert b"sourceMappingURL" in SITE["assets/ours.js"].encode()
    assert all(b"sourceMappingURL" not in text for text in left.values())


def test_a_worker_needs_a_search(tmp_path: Path) -> None:
    """The theme's settings name a script for the search, whether or not there is one."""
    page = PAGE.replace('data-md-component="search"', "")
    left = pruned(tmp_path, {**SITE, "people/ada.html": page})
    assert set(left) == NEEDED - {"assets/worker.js"}
