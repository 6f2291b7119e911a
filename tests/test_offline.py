"""The editions of the real site: read from disk with the network cut, every link of them followed."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.markup.paths import CHECKSUMS, MANIFEST
from generator.publish.epub import EPUB
from generator.publish.offline import ARCHIVE
from generator.publish.zim import ZIM
from tests import browser, tools
from tests.project import contents
from tests.wire import cut_wire

ADDRESSES = ("href", "src", "poster", "data", "action", "formaction", "cite", "background")
ELSEWHERE = ("http", "https", "mailto")

BROWSERS_OWN = {
    *("accounts.google.com", "clients2.google.com", "www.google.com", "update.googleapis.com"),
    *("content-autofill.googleapis.com", "optimizationguide-pa.googleapis.com"),
}
"""Hosts that Chromium asks for itself. (Were a page to ask for one, the page's events would tell.)"""


@pytest.fixture(scope="module")
def project(editions: Path) -> Path:
    """A copy of the project with its site, and its editions offered there."""
    return editions


@pytest.fixture(scope="module")
def unpacked(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site out of its archive, in a folder named as people name theirs."""
    folder = tmp_path_factory.mktemp("unpacked") / "USB stick é #1 (100%)"
    with zipfile.ZipFile(project / ARCHIVE) as archive:
        archive.extractall(folder)
    return folder / "site"


def pages(site: Path) -> dict[Path, LexborHTMLParser]:
    """Every page of a site, but for the one that only a server shows."""
    found = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    return {path: LexborHTMLParser(path.read_bytes()) for path in found}


def addresses(page: LexborHTMLParser) -> Iterator[str]:
    """Every address that a page has, in whatever attribute, and in its own styles."""
    for key in ADDRESSES:
        yield from (node.attributes[key] or "" for node in page.css(f"[{key}]"))
    for node in page.css("[srcset]"):
        for one in (node.attributes["srcset"] or "").split(","):
            yield one.split()[0]
    for node in page.css("[style]"):
        yield from re.findall(r"url\(([^)]*)\)", node.attributes["style"] or "")
    for node in page.css("use, image"):
        yield node.attributes.get("xlink:href") or node.attributes.get("href") or ""


@pytest.mark.parametrize("edition", ["archive", "server"])
def test_every_link_leads_somewhere(edition: str, project: Path, unpacked: Path) -> None:
    """Each address on each page, as a browser reads it from disk: a file, and its anchor."""
    site = unpacked if edition == "archive" else project / "site"
    trees = pages(site)
    anchors = {
        path: {"", *(node.attributes["id"] for node in tree.css("[id]"))}
        for path, tree in trees.items()
    }
    files = {path for path in site.rglob("*") if path.is_file()}
    dead, followed = set(), 0
    for path, tree in trees.items():
        base = path.as_uri()
        for address in set(addresses(tree)):
            url = urlsplit(urljoin(base, address))
            if url.scheme in (*ELSEWHERE, "data"):
                continue
            target = Path(url2pathname(url.path))
            known = target in files and (
                target not in anchors or unquote(url.fragment) in anchors[target]
            )
            dead |= set() if known else {f"{path.relative_to(site)}: {address}"}
            followed += 1
    assert sorted(dead)[:20] == []
    assert followed > 10_000


def test_every_address_in_the_data_leads_to_a_page(unpacked: Path) -> None:
    """The data names pages by their address from the site's root."""
    seen = 0
    for name in ("facts", "entities", "questions", "sources"):
        for record in json.loads((unpacked / f"data/{name}.json").read_text("utf-8")):
            assert (unpacked / record["url"]).is_file(), record["url"]
            seen += 1
    assert seen > 500


def test_nothing_asks_another_host(unpacked: Path) -> None:
    """No address that a browser fetches by itself, in a page or a style sheet, leads elsewhere."""
    for path, tree in pages(unpacked).items():
        for node in tree.css("link, script, img, iframe, source, object, embed, video, audio"):
            for key in ("href", "src", "data", "srcset"):
                address = node.attributes.get(key) or ""
                assert not re.match(r"(https?:)?//", address), f"{path}: {address}"
    for path in unpacked.rglob("*.css"):
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", path.read_text("utf-8")):
            target = urlsplit(address)
            assert target.scheme in ("", "data"), f"{path}: {address}"
            if address.startswith("#"):
                continue  # a part of the page itself
            assert target.scheme or (path.parent / unquote(target.path)).is_file(), address


def test_nothing_is_carried_along_that_nothing_needs(project: Path, unpacked: Path) -> None:
    """No source map, no comment that leads to one, and no file of the theme that no page names."""
    theme = project / "build/theme"
    told = "".join(
        path.read_text("utf-8") for path in unpacked.rglob("*") if path.suffix in (".html", ".css")
    )
    for path in unpacked.rglob("*"):
        assert path.suffix != ".map", path
        if path.suffix in (".js", ".css"):
            assert "sourceMappingURL=" not in path.read_text("utf-8"), path
        inside = path.relative_to(unpacked)
        if path.is_file() and inside.parts[0] == "assets" and not (theme / inside).exists():
            assert path.name in told, path


def test_the_same_editions_in_other_surroundings(small_editions: tuple[Path, Path]) -> None:
    """Neither the day, hash seed, time zone, locale nor the times of files show in any of them."""
    here, there = (contents(folder / "dist") for folder in small_editions)
    assert sorted(here) == sorted(Path(one).name for one in (ARCHIVE, EPUB, ZIM))
    assert [name for name, data in here.items() if data != there[name]] == []


@pytest.fixture(scope="module")
def wireless(chromium: Browser) -> Iterator[tuple[Browser, list[str]]]:
    """A browser without any network, and what it tried to reach."""
    with cut_wire() as (proxy, attempts):
        running = chromium.browser_type.launch(
            executable_path=browser.find(),
            args=list(browser.launch_arguments()),
            proxy={"server": proxy, "bypass": "<-loopback>"},
        )
        yield running, attempts
        running.close()


def tried(attempts: list[str]) -> list[str]:
    """The hosts that were tried, but for those that a browser asks of its own accord."""
    hosts = {re.sub(r"^\w+ (?:\w+://)?([^:/ ]+).*", r"\1", attempt) for attempt in attempts}
    return sorted(hosts - BROWSERS_OWN)


def open_(running: Browser, complaints: list[str], asked: set[str]) -> Page:
    """A page of an unused browser; whatever goes wrong there is a complaint."""
    page = running.new_page(viewport={"width": 1280, "height": 900})
    page.on("request", lambda request: asked.add(request.url))
    page.on("requestfailed", lambda request: complaints.append(f"{request.failure} {request.url}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda said: (
            complaints.append(f"{page.url}: {said.text}")
            if said.type in ("error", "warning")
            else None
        ),
    )
    return page


def test_the_wire_would_tell(wireless: tuple[Browser, list[str]], tmp_path: Path) -> None:
    """A page that asks for something elsewhere is noticed in both ways."""
    running, attempts = wireless
    complaints: list[str] = []
    planted = tmp_path / "planted.html"
    planted.write_text('<h1>x</h1><img src="http://elsewhere.example/x.png">', encoding="utf-8")
    page = open_(running, complaints, set())
    page.goto(planted.as_uri())
    page.close()
    assert tried(attempts) == ["elsewhere.example"]
    assert any("elsewhere.example" in complaint for complaint in complaints)
    attempts.clear()


def test_every_kind_of_page_opens_with_no_network(
    wireless: tuple[Browser, list[str]], unpacked: Path
) -> None:
    """From disk: no error, no request but to the folder, nothing tried on the wire.

    The largest page of each folder, and each index; in them, every picture is there, a
    citation can be followed, and the menu leads on.
    """
    running, attempts = wireless
    attempts.clear()
    complaints: list[str] = []
    asked: set[str] = set()
    by_size = sorted(unpacked.rglob("*.html"), key=lambda path: (path.stat().st_size, path))
    chosen = {(path.parent, path.name == "index.html"): path for path in by_size}
    kinds = {path.relative_to(unpacked).parts[0] for path in chosen.values()}
    assert kinds >= {"index.html", "people", "units", "topics", "questions", "sources", "facts"}
    assert kinds >= {"about", "data", "names", "timeline", "claimants", "disagreements", "offline"}
    page = open_(running, complaints, asked)
    for path in sorted(chosen.values()):
        page.goto(path.as_uri())
        expect(page.locator("article h1")).to_be_visible()
        broken = "[...document.images].filter(one => !one.complete || !one.naturalWidth).length"
        assert page.evaluate(broken) == 0, path
        for cite in page.locator('article a.cite[href^="#"]').all()[:1]:
            cite.click()
    page.goto((unpacked / "index.html").as_uri())
    page.locator('article a[href^="questions/"]').first.click()
    expect(page.locator("article h1")).to_be_visible()
    page.close()
    assert complaints == []
    assert tried(attempts) == []
    home = unpacked.as_uri()
    assert [url for url in asked if not url.startswith((home, "blob:", "data:"))] == []


def test_kiwix_has_the_same_pages(project: Path, unpacked: Path, tmp_path: Path) -> None:
    """What is in the ZIM is what is in the archive, but for how addresses are written.

    Its own format has a checksum of the whole, so that it has no lists of its files.
    """
    subprocess.run(
        ["zimdump", "dump", f"--dir={tmp_path / 'dumped'}", project / ZIM],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    dumped = contents(tmp_path / "dumped")
    kept = contents(unpacked)
    del kept[CHECKSUMS], kept[MANIFEST]
    assert {path for path in kept if path not in dumped} == set()
    for path, data in kept.items():
        if not path.endswith(".html"):
            assert dumped[path] == data, path
        else:
            mine, theirs = LexborHTMLParser(data), LexborHTMLParser(dumped[path])
            assert list(addresses(mine)) == list(addresses(theirs)), path
            assert mine.body is not None
            assert theirs.body is not None
            assert mine.body.text() == theirs.body.text(), path


def test_epubcheck_has_nothing_to_say(project: Path) -> None:
    """The W3C's own checker accepts the book without a warning."""
    tools.need("epubcheck")
    done = subprocess.run(
        [*tools.epubcheck(), "--failonwarnings", str(project / EPUB)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 errors / 0 warnings" in done.stdout + done.stderr


def test_the_offer_is_no_wider_than_a_phone(project: Path, page: Page) -> None:
    """The checksums break where the screen ends."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((project / "site/offline/index.html").as_uri())
    expect(page.locator("#editions a[download]")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
