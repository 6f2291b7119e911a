"""Peers: the same pages as others would build them, from the finished Markdown.

They get the pages that the program wrote, so they don't read, check or compare records. Neither checks
a link. Hugo has the barest layout that there is.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

STOCK = """\
INHERIT: build/mkdocs.yml
docs_dir: build/docs
site_dir: stock
plugins: [search]
theme: {custom_dir: build/theme}
"""

HUGO = """\
title = "Peer"
baseURL = "/"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
[markup.goldmark.renderer]
unsafe = true
"""

LAYOUT = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ .Content }}</main></body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another way to build the pages of a project: what is made ready, untimed, and what is run."""

    what: str
    prepare: Callable[[], None]
    commands: Sequence[Sequence[str]]


def peers(project: Path) -> tuple[Peer, ...]:
    """The peers of a project whose pages are in `build/docs`."""
    hugo = project / "hugo"
    python = [sys.executable, "-m"]
    stock = [*python, "mkdocs", "build", "-q", "-f", str(project / "stock.yml")]
    made = [*python, "hugo", "--quiet", "--source", str(hugo)]
    indexed = [*python, "pagefind", "--quiet", "--site", str(hugo / "public")]
    return (
        Peer("Hugo, then Pagefind", lambda: _for_hugo(project), (made, indexed)),
        Peer("MkDocs and Material with their search", lambda: _for_mkdocs(project), (stock,)),
    )


def _for_mkdocs(project: Path) -> None:
    shutil.rmtree(project / "stock", ignore_errors=True)
    (project / "stock.yml").write_text(STOCK, encoding="utf-8")


def _for_hugo(project: Path) -> None:
    """A project of Hugo's with the same pages; what MkDocs calls `index` is `_index` there."""
    hugo = project / "hugo"
    shutil.rmtree(hugo, ignore_errors=True)
    pages = project / "build/docs"
    for page in pages.rglob("*.md"):
        kept = hugo / "content" / page.relative_to(pages)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, kept.with_name("_index.md") if page.stem == "index" else kept)
    (hugo / "layouts").mkdir()
    (hugo / "layouts/all.html").write_text(LAYOUT, encoding="utf-8")
    (hugo / "hugo.toml").write_text(HUGO, encoding="utf-8")
