"""The published site itself, made by the program from the real content, in a real browser."""

from __future__ import annotations

import gzip
import json
import posixpath
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests import tools
from tests.leaves import Leaf, largest
from tests.project import contents, run, wording

WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture(scope="session")
def facts(site: Path) -> dict[str, dict[str, Any]]:
    """The published claims, by their id."""
    return {fact["id"]: fact for fact in json.loads((site / "data/facts.json").read_text("utf-8"))}


@pytest.fixture(scope="session")
def crowded(facts: dict[str, dict[str, Any]]) -> str:
    """The page of the person of whom the most is said: a long one, with claims of every kind."""
    mentions = Counter(ref for fact in facts.values() for ref in fact["mentions"])
    return f"{max((ref for ref in mentions if ref.startswith('people/')), key=mentions.__getitem__)}.html"


def a_claim(page: Page) -> Locator:
    """A claim that has others above and below it."""
    return page.locator("li.run > ol.claims > li.claim").nth(1)


def squeezed(text: str) -> str:
    """A text as a browser shows it, whatever its spaces."""
    return " ".join(text.split())


def quotes(note: LexborNode) -> list[str]:
    """The quotations of a note or of a claim's page, in their order, without their context."""
    return [squeezed(node.text()) for node in note.css("blockquote.quote:not(.context)")]


def test_the_same_bytes_everywhere(projects: tuple[Path, Path]) -> None:
    """No file shows the machine or the moment.

    Folder, hash seed, time zone, locale, day, umask, the order in which the files of the project
    were made, and whether Python checks assertions all differ.
    """
    here, there = (contents(folder / "site") for folder in projects)
    assert sorted(here) == sorted(there)
    assert [path for path, data in here.items() if data != there[path]] == []


def test_every_claim_says_who_says_so(leaves: list[Leaf]) -> None:
    """On every page each claim has its statement, its date, who says so, and a citation.

    Claims of one date stand under it. The page of a document says once whose its own claims are.
    """
    claims = [(leaf.path, claim) for leaf in leaves for claim in leaf.article.css("li.claim")]
    assert len(claims) > 1000
    for path, claim in claims:
        own = path.startswith("sources/") and claim.css_matches("li.own")
        for part in (".statement", ".when", *([] if own else [".says b"]), ".says a.cite"):
            under = claim.parent.parent if claim.parent else None
            dated = under if part == ".when" and under and under.css_matches("li.run") else None
            node = claim.css_first(part) or (dated.css_first(part) if dated else None)
            assert node is not None, f"{path}#{claim.id}: no {part}"
            assert node.text().strip(), f"{path}#{claim.id}: {part} is empty"


def test_every_citation_leads_to_the_words(
    leaves: list[Leaf], facts: dict[str, dict[str, Any]]
) -> None:
    """A citation leads to a note that holds the claim's quotations to the letter, and back."""
    followed = 0
    for leaf in leaves:
        ids = {node.id: node for node in leaf.article.css("[id]")}
        for cite in leaf.article.css("a.cite"):
            address = cite.attributes["href"] or ""
            if not address.startswith("#"):
                continue  # to the claim's own page, as the audit has seen
            note = ids[address[1:]]
            fact = facts[address.removeprefix("#n-")]
            assert quotes(note) == [squeezed(one["exact"]) for one in fact["quotes"]], leaf.path
            back = {node.attributes["href"] for node in note.css('a[href^="#"]')}
            assert back & {f"#{name}" for name in ids if name != address[1:]}, leaf.path
            assert note.css_first(f'a[href$="facts/{fact["id"]}.html"]') is not None, leaf.path
            followed += 1
    assert followed > 1000


def test_every_claim_has_its_page(leaves: list[Leaf], facts: dict[str, dict[str, Any]]) -> None:
    """The page of a claim shows its statement, who says so and through whom, and the very words."""
    pages = {leaf.path: leaf.article for leaf in leaves}
    assert {fact["url"] for fact in facts.values()} == {
        path for path in pages if path.startswith("facts/")
    }
    for fact in facts.values():
        page = pages[fact["url"]]
        shown = [squeezed(node.text()) for node in page.css(".statement")]
        assert shown[0] == squeezed(fact["statement"])
        says = page.css_first(".says")
        assert says is not None
        who = squeezed(" ".join(node.text() for node in says.css("b")))
        for claimant in fact["attributed_to"]:
            assert squeezed(claimant["words"]).lower() in who.lower(), fact["id"]
        for between in fact["via"]:
            assert squeezed(between["words"]).lower() in squeezed(says.text()).lower(), fact["id"]
        given = [squeezed(one["exact"]) for one in fact["quotes"]]
        assert quotes(page)[: len(given)] == given, fact["id"]


def test_no_article_is_wider_than_a_phone(
    site: Path, leaves: list[Leaf], chromium: Browser
) -> None:
    """Whatever a page says makes nobody scroll sideways: each article in turn, in one page.

    Outside the policy, which lets nobody put HTML into a page.
    """
    page = chromium.new_page(viewport={"width": 320, "height": 800}, bypass_csp=True)
    page.goto((site / "index.html").as_uri())
    measure = f"""articles => articles.map(html => {{
        document.querySelector("article").outerHTML = html;
        return {WIDTH};
    }})"""
    for start in range(0, len(leaves), 50):
        some = leaves[start : start + 50]
        widths = page.evaluate(measure, [leaf.article.html for leaf in some])
        assert [leaf.path for leaf, wide in zip(some, widths, strict=True) if wide > 320] == []
    page.close()


@pytest.mark.parametrize("by", ["mouse", "touch", "keyboard"])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_citation_opens_beside_its_claim(
    start: str,
    chromium: Browser,
    crowded: str,
    facts: dict[str, dict[str, Any]],
    by: str,
    width: int,
) -> None:
    """However it is opened, the exact words are in sight, and closing leads back to the marker.

    Neither the statement nor its speakers are covered.
    """
    screen: ViewportSize = {"width": width, "height": 700}
    context = chromium.new_context(viewport=screen, has_touch=by == "touch")
    page = context.new_page()
    page.goto(f"{start}/{crowded}")
    claim = a_claim(page)
    fact = facts[claim.get_attribute("id") or ""]
    cite, box = (
        claim.locator(".says .cite").first,
        page.get_by_role("dialog", name=wording().claim.citation.partition("{")[0]),
    )
    cite.scroll_into_view_if_needed()
    if by == "keyboard":
        cite.focus()
        page.keyboard.press("Enter")
    elif by == "touch":
        cite.tap()
    else:
        cite.click()
    expect(box.locator("blockquote.quote:not(.context)").first).to_have_text(
        fact["quotes"][0]["exact"]
    )
    expect(box).to_contain_text(fact["attributed_to"][0]["words"])
    expect(box).to_be_focused()
    place = box.bounding_box()
    assert place
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width
    assert place["y"] + place["height"] <= 700
    for part in (claim.locator(".statement"), claim.locator(".says").first):
        beside = part.bounding_box()
        assert beside
        assert beside["y"] >= 0
        assert (
            beside["y"] + beside["height"] <= place["y"]
            or place["y"] + place["height"] <= beside["y"]
        )
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(cite).to_be_focused()
    cite.click()
    expect(box).to_be_visible()
    page.mouse.click(5, 5)
    expect(box).to_have_count(0)
    expect(cite).to_be_focused()
    cite.click()
    box.get_by_role("link", name=wording().claim.permanent).click()
    assert page.url == f"{start}/{fact['url']}"
    context.close()


def test_a_citation_gives_its_words_away(
    start: str, page: Page, crowded: str, facts: dict[str, dict[str, Any]]
) -> None:
    """The quotation and the citation of the claim are copied, whether served or from disk."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{start}/{crowded}")
    claim = a_claim(page)
    fact = facts[claim.get_attribute("id") or ""]
    claim.locator(".says .cite").first.click()
    box = page.get_by_role("dialog", name=wording().claim.citation.partition("{")[0])
    words = wording().claim
    pasted = {words.copy_quote: fact["quotes"][0]["exact"], words.copy_citation: fact["url"]}
    for button, wanted in pasted.items():
        box.get_by_role("button", name=button).click()
        expect(box.get_by_role("button", name=words.copied)).to_be_visible()
        assert wanted in page.evaluate("navigator.clipboard.readText()")
        expect(box.get_by_role("button", name=words.copied)).to_have_count(0)
    assert f"“{fact['statement']}” " in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.tools
def test_paper_has_the_words(
    site: Path, page: Page, crowded: str, facts: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    """Printed, a page has each quotation and each document in full, and nothing to press."""
    tools.need("pdftotext")
    page.goto((site / crowded).as_uri())
    claims = [str(claim.get_attribute("id")) for claim in page.locator("li.claim").all()]
    assert len(claims) > 20
    page.pdf(path=tmp_path / "page.pdf")
    paper = subprocess.run(
        ("pdftotext", str(tmp_path / "page.pdf"), "-"), check=True, capture_output=True
    ).stdout.decode("utf-8")
    printed = "".join(paper.split())  # lines end where the paper does
    for claim in claims:
        for one in facts[claim]["quotes"]:
            assert "".join(one["exact"].split()) in printed, claim
        assert page.locator(f"#{claim} .says b").first.text_content()
    page.emulate_media(media="print")
    expect(page.locator(".mast__ways")).to_be_hidden()
    expect(page.locator("form.search")).to_be_hidden()


def test_nothing_moves_while_a_page_opens(start: str, leaves: list[Leaf], page: Page) -> None:
    """What is in sight stays where it was first drawn: less than what Web Vitals call good."""
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const one of list.getEntries())"
        " window.moved += one.value; }).observe({type: 'layout-shift', buffered: true});"
    )
    longest = [leaf.path for leaf in largest(leaves) if leaf.kind in ("units", "questions")]
    for path in ("index.html", *longest):
        page.goto(f"{start}/{path}")
        page.wait_for_timeout(400)
        assert page.evaluate("window.moved") < 0.1, path


def test_every_page_is_a_few_clicks_away(site: Path) -> None:
    """From the first page each claim is at most four links away, and no page is led to by none."""
    links: dict[str, set[str]] = {}
    for path in site.rglob("*.html"):
        page = path.relative_to(site).as_posix()
        parts = ("header", "article", "footer")
        nodes = LexborHTMLParser(path.read_bytes()).css(
            ", ".join(f"{one} a[href]" for one in parts)
        )
        addresses = [urlsplit(node.attributes["href"] or "") for node in nodes]
        links[page] = {
            posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address.path)))
            for address in addresses
            if address.path and not address.scheme
        }
    clicks, reached = {"index.html": 0}, ["index.html"]
    for page in reached:
        for target in sorted((links[page] & links.keys()) - clicks.keys()):
            clicks[target] = clicks[page] + 1
            reached.append(target)
    assert links.keys() - clicks.keys() == {"404.html"}
    assert max(count for page, count in clicks.items() if page.startswith("facts/")) <= 4


@pytest.mark.parametrize("screen", [(1280, 900), (390, 844)])
def test_the_first_screen_shows_a_dispute(
    start: str, still_page: Page, screen: tuple[int, int]
) -> None:
    """What the site is, and the question on which its documents differ most, with two sides."""
    width, height = screen
    still_page.set_viewport_size({"width": width, "height": height})
    still_page.goto(f"{start}/index.html")
    dispute = still_page.get_by_role("region", name=wording().home.liveliest)
    sides = dispute.locator("li.opposed")
    for seen in (
        still_page.locator(".lead"),
        dispute.locator(".asked"),
        sides.nth(0),
        sides.nth(1),
    ):
        box = seen.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= height


def test_pages_are_light(site: Path, crowded: str) -> None:
    """A page has at most 30 kB of HTML, and 100 kB of all else but fonts, as they are sent.

    The timeline lists every dated claim, so it has 200 bytes for each.
    """

    def sent(path: Path) -> int:
        return len(gzip.compress(path.read_bytes()))

    def limit(path: Path) -> int:
        if path == site / "timeline/index.html":
            return max(30_000, 200 * path.read_bytes().count(b'<li class="claim'))
        return 30_000

    assert [path for path in site.rglob("*.html") if sent(path) > limit(path)] == []
    page = LexborHTMLParser((site / crowded).read_bytes())
    addresses = [node.attributes["href"] for node in page.css('link[rel="stylesheet"]')]
    addresses += [node.attributes["src"] for node in page.css("script[src]")]
    assert sum(sent(site / "people" / str(one)) for one in addresses) <= 100_000
    assert sum(path.stat().st_size for path in site.rglob("*.woff2")) <= 60_000


def test_a_reader_without_scripts_misses_nothing(
    start: str, still_page: Page, crowded: str, facts: dict[str, dict[str, Any]]
) -> None:
    """Statement, who says so, citation, words and the way back are there on a phone without them."""
    still_page.set_viewport_size({"width": 390, "height": 800})
    still_page.goto(f"{start}/{crowded}")
    claim = a_claim(still_page)
    fact = facts[claim.get_attribute("id") or ""]
    expect(claim.locator(".statement")).to_have_text(fact["statement"])
    expect(claim.locator(".says").first).to_contain_text(fact["attributed_to"][0]["words"])
    cite = claim.locator(".cite").first
    cite.click()
    note = still_page.locator("li.note:target")
    exact = note.locator("blockquote.quote:not(.context)").first
    expect(exact).to_have_text(fact["quotes"][0]["exact"])
    expect(exact).to_be_in_viewport()
    note.get_by_role("link", name=wording().claim.back.partition("{")[0]).click()
    expect(still_page.locator("li.claim:target .statement")).to_have_text(fact["statement"])
    expect(cite).to_be_in_viewport()
    cite.click()
    note.get_by_role("link", name=wording().claim.permanent).click()
    expect(still_page.locator("article .statement").first).to_have_text(fact["statement"])
    assert still_page.url == f"{start}/{fact['url']}"
    still_page.go_back()
    expect(exact).to_be_in_viewport()


def test_a_bad_edit_leaves_the_site_as_it_was(projects: tuple[Path, Path], tmp_path: Path) -> None:
    """The mistake is told with its file, line and column, and no byte of the site changes."""
    folder = shutil.copytree(projects[1], tmp_path / "project")
    before = contents(folder / "site")
    spoilt = min((folder / "content/people").glob("*.yaml"))
    good = spoilt.read_text("utf-8")
    spoilt.write_text(f"{good}born: 1957\n", encoding="utf-8")
    done = run("--root", folder, "site")
    line = len(good.splitlines()) + 1
    assert done.returncode == 1
    assert (
        f"content/people/{spoilt.name}:{line}:1: record: born: there is no such field"
        in done.stdout
    )
    assert contents(folder / "site") == before
