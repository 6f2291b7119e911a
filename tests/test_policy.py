"""The policy of the site's pages: nothing planted in one runs, and everything of ours does."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.pages.policy import COLOURS_SCRIPT, HEADERS, bare_policy, headers, policy
from generator.pictures.times.marks import SHORTEST_MARK
from tests.project import DEFAULTS
from tests.server import served

RUNS = re.compile(r"module|.*javascript", re.IGNORECASE)
"""The types of a script that a browser runs; any other is data."""

KINDS = (
    "index.html",
    "people/ada-okoro.html",
    "names/index.html",
    "disagreements/index.html",
    "questions/crowd.html",
    "sources/mill-notes.html",
    "facts/f-p0000001.html",
    "timeline/index.html",
    "map/index.html",
    "without/mill-notes.html",
    "search/index.html",
    "about/index.html",
)

WATCH = """
  window.blocked = [];
  document.addEventListener("securitypolicyviolation", (event) => { blocked.push(event.effectiveDirective); });
"""
"""Run before anything else in a page: keeps what its policy has blocked."""

PLANTED = {
    "script-src-elem": '<script>document.body.dataset.script = "yes"</script>',
    "script-src-attr": """<img src="data:," onerror="document.body.dataset.image = 'yes'" alt="">""",
    "style-src-attr": '<p style="position: fixed">x</p>',
    "style-src-elem": "<i>x</i><style>article i { position: fixed }</style>",
    "base-uri": '<base href="https://elsewhere.example/">',
    "frame-src": '<iframe src="about.html"></iframe>',
    "object-src": '<object data="about.html"></object>',
    "img-src": '<img src="http://127.0.0.1:9/x.png" alt="">',
}
"""What somebody may plant in a page, by the rule that blocks it."""

HARMED = """[
  document.body.dataset.script === "yes",
  document.body.dataset.image === "yes",
  [...document.querySelectorAll("article p, article i")].some((one) => getComputedStyle(one).position === "fixed"),
  document.baseURI.includes("elsewhere"),
]"""


@pytest.fixture(params=["disk", "server"])
def begin(request: pytest.FixtureRequest, village: Path) -> Iterator[str]:
    """The address of the small site: opened from disk, and on a server that sends its headers."""
    if request.param == "disk":
        yield (village / "site").as_uri()
        return
    with served(village / "site") as address:
        yield address


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Page]:
    """A page that records what its policy blocks; a test says what that should be."""
    context = chromium.new_context(locale="en-GB")
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def test_the_policy_has_no_hole() -> None:
    """Nothing is allowed from anywhere else, or because it is inline, or by evaluating a text."""
    for said in (policy(), bare_policy()):
        assert said.startswith("default-src 'none'; ")
        assert not re.search(r"unsafe|\*|https?:|strict-dynamic", said)
    assert "require-trusted-types-for 'script'" in policy()


def test_headers_say_the_same_and_more() -> None:
    """In the form that hosts read; only a header can forbid that another site shows a page."""
    first, *lines = headers().splitlines()
    assert first == "/*"
    said = dict(line.removeprefix("  ").split(": ", 1) for line in lines)
    assert said["Content-Security-Policy"] == f"{policy()}; frame-ancestors 'none'"
    assert said["X-Content-Type-Options"] == "nosniff"


def test_a_page_has_nothing_inline_that_the_policy_does_not_list(village: Path) -> None:
    """No style, no handler, no script but the listed one; each page has its policy, once, first."""
    found = set()
    for path in sorted((village / "site").rglob("*.html")):
        tree = LexborHTMLParser(path.read_bytes())
        given = [
            node.attributes["content"]
            for node in tree.css("meta[http-equiv=Content-Security-Policy]")
        ]
        moved = tree.css_first("meta[http-equiv=refresh]") is not None
        assert given == [bare_policy() if moved else policy()], path
        assert tree.css("[style], style") == [], path
        handlers = [key for node in tree.css("*") for key in node.attributes if key[:2] == "on"]
        assert handlers == [], path
        for node in tree.css("script:not([src])"):
            if RUNS.fullmatch(node.attributes.get("type") or "text/javascript"):
                text = node.text(strip=False).encode()
                found.add(base64.b64encode(hashlib.sha256(text).digest()).decode())
    assert found == {COLOURS_SCRIPT}
    assert (village / "site" / HEADERS).read_text("utf-8") == headers()


def test_a_short_mark_is_as_long_as_its_place() -> None:
    """The style sheet, which alone may set a length in pixels, has the length of the program."""
    sheet = (DEFAULTS / "theme/assets/timeline.css").read_text("utf-8")
    assert f"width: max({SHORTEST_MARK:g}px, 100%)" in sheet


def test_pages_of_every_kind_do_all_they_can(begin: str, watched: Page) -> None:
    """Nothing of ours is blocked: pages, a citation, the colours, the search and its page."""
    blocked = []
    faults: list[str] = []
    watched.on("pageerror", lambda error: faults.append(str(error)))
    for kind in KINDS:
        watched.goto(f"{begin}/{kind}")
        expect(watched.locator("article h1")).to_be_visible()
        for cite in watched.locator('article a.cite[href^="#"]').all()[:1]:
            cite.click()
        watched.locator(".mast__colours").click()
        blocked += watched.evaluate("blocked")
    watched.get_by_role("searchbox").first.press_sequentially("Okoro")
    expect(watched.get_by_role("option").first).to_be_visible()
    watched.goto(f"{begin}/search/index.html?q=Okoro")
    expect(watched.locator("#find").get_by_role("link").first).to_be_visible()
    blocked += watched.evaluate("blocked")
    assert faults == []
    assert blocked == []


def spoil(page: Page, village: Path, address: str, headers: dict[str, str], *, safe: bool) -> None:
    """Open a page in which everything is planted, with or without its policy."""
    text = (village / "site/about/index.html").read_text("utf-8")
    if not safe:
        text = re.sub(r"<meta http-equiv=.?Content-Security[^>]*>", "", text)
    text = text.replace("<title>", f"{PLANTED['base-uri']}<title>")
    for rule in PLANTED.keys() - {"base-uri"}:
        text = text.replace("</h1>", f"</h1>{PLANTED[rule]}")
    page.route(
        "**/about/index.html",
        lambda route: route.fulfill(body=text, content_type="text/html", headers=headers),
    )
    page.goto(f"{address}/about/index.html")


def test_what_is_planted_does_nothing(begin: str, watched: Page, village: Path) -> None:
    """Each rule forbids what is meant for it, and the page is as it was."""
    lines = headers().splitlines()[1:] if begin.startswith("http") else ()
    said = dict(line.strip().split(": ", 1) for line in lines)
    spoil(watched, village, begin, said, safe=True)
    watched.wait_for_function(f"new Set(blocked).size >= {len(PLANTED)}")
    assert set(watched.evaluate("blocked")) == PLANTED.keys()
    assert watched.evaluate(HARMED) == [False] * 4


def test_without_the_policy_it_would(watched: Page, village: Path) -> None:
    """What is planted is harmful: a page without the policy shows it."""
    spoil(watched, village, (village / "site").as_uri(), {}, safe=False)
    watched.wait_for_function("document.body.dataset.image === 'yes'")
    assert watched.evaluate(HARMED) == [True] * 4


def test_a_script_makes_no_markup_of_a_text(begin: str, watched: Page) -> None:
    """Trusted Types: neither markup, a script's address nor a program can come from a text."""
    watched.goto(f"{begin}/index.html")
    for attempt in (
        "document.body.innerHTML = '<b>x</b>'",
        "document.createElement('script').src = 'x.js'",
        "document.createElement('iframe').srcdoc = 'x'",
        "new DOMParser().parseFromString('x', 'text/html')",
        "trustedTypes.createPolicy('attested', {})",
        "trustedTypes.createPolicy('other', {})",
        "setTimeout('x')",
    ):
        tried = f"() => {{ try {{ {attempt}; return 'done'; }} catch (error) {{ return error.name; }} }}"
        assert watched.evaluate(tried) == "TypeError", attempt


def test_nothing_is_stored_but_what_a_reader_chooses(begin: str, watched: Page) -> None:
    """No cookie ever; the colours once they are chosen, until they follow the system again."""
    stored = "() => [document.cookie, ...Object.keys(sessionStorage), ...Object.keys(localStorage)]"
    for kind in KINDS:
        watched.goto(f"{begin}/{kind}")
        watched.get_by_role("search").get_by_role("searchbox").focus()
        assert watched.evaluate(stored) == [""], kind
    for number in range(3):
        watched.locator(".mast__colours").click()
        chosen = ["", "colours"] if number < 2 else [""]
        watched.wait_for_function(f"({stored})().length == {len(chosen)}")
        assert watched.evaluate(stored) == chosen
        scheme = watched.locator("html").get_attribute("data-md-color-scheme")
        watched.reload()
        expect(watched.locator("html")).to_have_attribute("data-md-color-scheme", str(scheme))
    assert watched.context.cookies() == []
    assert watched.evaluate("async () => (await indexedDB.databases()).length") == 0
