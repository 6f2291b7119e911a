"""How the search grows: ours, the theme's own and Pagefind, over the same names and facts.

Each is given one record for a name and one for a fact. Every measurement uses a fresh browser, and
goes from the moment the query is in the field, right after the page has loaded, to the first
result.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from benchmarks.synthetic import write_project
from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.data.search_facts import says
from generator.data.search_index import search_files
from generator.findings.findings import find_out
from generator.load.project import load
from generator.load.theme import theme
from generator.markup.paths import fact_page, page_of, url
from generator.markup.writer import Desk
from generator.pages.settings import settings
from generator.write import write
from tests import browser
from tests.server import served

FACTS = 27_000
"""Of which a synthetic project speaks with some 10,000 names."""
TIMES = 3
PATIENCE = 180_000
"""Milliseconds after which a search is given up."""
MATERIAL = """\
site_name: Searched
theme: {name: material, font: false}
use_directory_urls: false
plugins: {search: {}}
"""
PAGE = """\
<!doctype html><html lang="en"><title>{title}</title><body><h1>{title}</h1><p>{text}</p></body></html>
"""
PAGEFIND = """\
<!doctype html><title>Searched</title><input><output></output><script type="module">
document.querySelector("input").oninput = async (event) => {
  const pagefind = await import("./pagefind/pagefind.js");
  const { results } = await pagefind.search(event.target.value);
  const { url } = await results[0].data();
  document.querySelector("output").innerHTML = `<a href="${url}">${url}</a>`;
};
</script>
"""


@dataclass(frozen=True, slots=True)
class Found:
    """One search, as a reader experiences it: seconds, bytes loaded for it, memory of the whole page."""

    what: str
    index: int
    seconds: float | None
    loaded: int = 0
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """A site with a search: where it is, how large its index, its field and its results."""

    what: str
    folder: Path
    index: int
    field: str
    result: str


def measure(root: Path, folder: Path) -> Iterator[Found]:
    """The real project at `root`, and a synthetic one made below `folder`."""
    write_project(folder / "synthetic", FACTS)
    for project in (root, folder / "synthetic"):
        entries, _ = load(project)
        if entries is None:
            raise SystemExit(f"{project} can't be read")
        atlas = join(entries)
        refs = sorted(atlas.entities, key=lambda ref: (-len(atlas.about.get(ref, ())), ref))
        names = [atlas.name(ref) for ref in refs]
        name = next(one for one in names[100:] if one.isalpha() and len(one) > 5)
        label = f"{len(refs):,} names, {len(atlas.claims):,} facts"
        sites = list(_sites(atlas, folder / f"searched-{len(refs)}"))
        with sync_playwright() as playwright:
            for site in sites:
                for found in _asked(playwright, site, name):
                    yield replace(found, what=f"{label}: {found.what}")


def _sites(atlas: Atlas, folder: Path) -> Iterator[Searched]:
    size = _ours(atlas, folder / "ours")
    yield Searched("ours", folder / "ours/site", size, ".search__field", ".search__list a")
    size = _material(atlas, folder / "material")
    field, result = ".md-search__input", ".md-search-result__link"
    yield Searched("Material", folder / "material/site", size, field, result)
    size = _pagefind(atlas, folder / "pagefind")
    yield Searched("Pagefind", folder / "pagefind/site", size, "input", "output a")


def _asked(playwright: Playwright, site: Searched, name: str) -> Iterator[Found]:
    """Search for a name and, where that is possible, for a misspelt name, and for a name on a site opened from disk."""
    with served(site.folder) as address:
        yield _found(playwright, site, address, name, "a name")
        if site.what == "ours":
            yield _found(playwright, site, address, name[:2] + name[3:], "a slip")
            yield _found(playwright, site, site.folder.as_uri(), name, "a name, from disk")


def _found(playwright: Playwright, site: Searched, address: str, query: str, what: str) -> Found:
    runs = [_once(playwright, site, address, query) for _ in range(TIMES)]
    memory = [one for _, _, one in runs if one is not None]
    times = [one for one, _, _ in runs if one is not None]
    return Found(
        f"{site.what}, {what}",
        site.index,
        median(times) if len(times) == TIMES else None,
        max(loaded for _, loaded, _ in runs),
        round(median(memory)) if memory else None,
    )


def _once(
    playwright: Playwright, site: Searched, address: str, query: str
) -> tuple[float | None, int, int | None]:
    """Seconds to the first result, bytes loaded for it, and bytes of memory of the page."""
    running = playwright.chromium.launch(
        executable_path=browser.find(), args=list(browser.launch_arguments())
    )
    page = running.new_page()
    page.set_default_timeout(PATIENCE)
    asked: set[str] = set()
    page.context.on("request", lambda request: asked.add(urlsplit(request.url).path))
    page.goto(f"{address}/index.html", wait_until="domcontentloaded")
    begun = perf_counter()
    page.locator(site.field).fill(query)
    page.locator(site.field).press("End")  # the theme's search listens to keys alone
    try:
        page.locator(site.result).first.wait_for(state="attached")
        seconds: float | None = perf_counter() - begun
    except Error:  # not within the patience
        seconds = None
    page.wait_for_timeout(500)
    memory = _memory(running)
    running.close()
    root = urlsplit(site.folder.as_uri()).path if address.startswith("file:") else ""
    paths = [site.folder / path.removeprefix(root).removeprefix("/") for path in asked]
    loaded = sum(path.stat().st_size for path in paths if path.is_file() and _is_search(path, site))
    return seconds, loaded, memory


def _is_search(path: Path, site: Searched) -> bool:
    """Whether a page needs the file only for its search. Files are sent uncompressed."""
    return bool(re.search("search|pagefind", path.relative_to(site.folder).as_posix()))


def _memory(running: Browser) -> int | None:
    """The memory of the pages' processes, in bytes; None if the system does not say."""
    told = running.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    total = 0
    for process in told["processInfo"]:
        place = Path(f"/proc/{process['id']}/status")
        if process["type"] == "renderer":
            if not place.exists():
                return None
            lines = place.read_text().splitlines()
            total += next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024
    return total


def _ours(atlas: Atlas, folder: Path) -> int:
    """Pages with our search, of which only the index is complete; its size, in bytes."""
    configuration = yaml.safe_load(settings(atlas))
    write(theme(folder).items(), folder / "theme")
    for entry in configuration["nav"]:
        for path in entry.values():
            _put(folder / "docs" / path, "Nothing here.\n")
    _put(folder / "docs/search/index.md", "Nothing here.\n")
    configuration |= {"docs_dir": "docs", "site_dir": "site"}
    _mkdocs(folder, yaml.safe_dump(configuration))
    index = search_files(atlas, find_out(atlas))
    for path, text in index.items():
        _put(folder / "site" / path, text)
    return sum(len(text.encode()) for text in index.values())


def _material(atlas: Atlas, folder: Path) -> int:
    """A page with the theme's own search over the same records; the size of its index."""
    _put(folder / "docs/index.md", "Nothing here.\n")
    _mkdocs(folder, MATERIAL)
    index = folder / "site/search/search_index.json"
    told = json.loads(index.read_text("utf-8"))
    told["docs"] = [
        {"location": address, "title": title, "text": text}
        for address, title, text in _records(atlas)
    ]
    _put(index, json.dumps(told, ensure_ascii=False))
    return index.stat().st_size


def _pagefind(atlas: Atlas, folder: Path) -> int:
    """A page with Pagefind over the same records, each a page; the size of its index."""
    _put(folder / "site/index.html", PAGEFIND)
    for address, title, text in _records(atlas):
        _put(folder / "pages" / address, PAGE.format(title=escape(title), text=escape(text)))
    index = folder / "site/pagefind"
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", folder / "pages", "--output-path", index],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return sum(path.stat().st_size for path in index.rglob("*") if path.is_file())


def _records(atlas: Atlas) -> Iterator[tuple[str, str, str]]:
    """Address, title and text of each name and of each fact, once."""
    desk = Desk(atlas, find_out(atlas), "index.md")
    for ref, entry in atlas.entities.items():
        yield (
            url(page_of(ref)),
            entry.record.name,
            " ".join(one.name for one in entry.record.aliases),
        )
    for claim in atlas.claims.values():
        words = (desk.when(claim), says(desk, claim), *(one.passage.exact for one in claim.quotes))
        yield url(fact_page(claim.id)), claim.words, " ".join(words)


def _mkdocs(folder: Path, configuration: str) -> None:
    _put(folder / "mkdocs.yml", configuration)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=folder,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
