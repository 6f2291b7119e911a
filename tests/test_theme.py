"""The theme: a site that is safe, works from disk and can be used without a mouse."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from generator.findings.compare import OUTCOMES
from generator.load.theme import SCRIPTS, STYLES, theme
from generator.pages.settings import settings
from generator.write import write
from tests.project import DEFAULTS, ROOT, Project, wording

ASSETS = DEFAULTS / "theme/assets"
pytestmark = pytest.mark.site

HOSTILE = "Ada &lt;/title&gt;&lt;script&gt;document.title=1&lt;/script&gt; &amp; Co"

PERSON = """
<dl class="infobox">
<dt>Office</dt><dd>Captain of the <a href="../units/index.html">crew</a>
<a class="cite" href="#n1" aria-label="Source 1, the exact words">[1]</a></dd>
</dl>

<ul class="aliases">
<li>Adah <abbr class="badge" title="The Gazette">G</abbr></li>
<li><bdi lang="fa" dir="rtl">قاسم سلیمانی</bdi>
<span class="hint">in none of the documents</span></li>
</ul>

## Events {#events}

<ol class="claims">
<li class="claim" id="c1"><p class="when">By May</p>
<p class="statement">Tens of thousands came to <a href="../topics/index.html">the harbour</a>.</p>
<p class="says">Says <b>the Gazette</b>
<a class="cite" href="#n1" aria-label="Source 1, the exact words">[1]</a></p>
<p class="says"><span class="outcome outcome-contradict">Contradict</span></p></li>
</ol>

## Sources {#sources}

<ol class="notes">
<li class="note" id="n1"><blockquote class="quote">they came by the tens of thousands</blockquote>
<p class="place">The Gazette, line 3</p></li>
</ol>

<dl class="record"><dt>Type</dt><dd>Event</dd></dl>
"""


@pytest.fixture(scope="module")
def site(real: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of few pages, built with the settings of every project."""
    root = tmp_path_factory.mktemp("site")
    configuration: dict[str, Any] = yaml.safe_load(settings(real.atlas))
    configuration |= {"site_dir": "site"}
    write(theme(root).items(), root / "theme")
    indexes = [path for entry in configuration["nav"] for path in entry.values()]
    pages = dict.fromkeys(indexes, "Nothing here.")
    pages |= {"people/ada.md": PERSON, "sources/gazette/facts.md": "The harbour of the Gazette."}
    for path, body in pages.items():
        file = root / configuration["docs_dir"] / path
        file.parent.mkdir(parents=True, exist_ok=True)
        title = HOSTILE if path == "people/ada.md" else f"Page {path.removesuffix('.md')}"
        file.write_text(f'---\ntitle: "{title}"\n---\n\n# {title} {{#top}}\n\n{body}\n', "utf-8")
    (root / "mkdocs.yml").write_text(yaml.safe_dump(configuration), "utf-8")
    built = subprocess.run(
        (sys.executable, "-m", "mkdocs", "build", "--strict"),
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr
    return root / "site"


def test_the_theme_brings_no_search(site: Path) -> None:
    """Its index, its worker and its plugin are not there; the site has a search of its own."""
    assert not (site / "search").exists()
    html = (site / "index.html").read_text("utf-8")
    assert "search_index" not in html
    assert html.count('role="search"') == 1


def test_a_title_is_text_and_nothing_else(site: Path) -> None:
    """What is escaped in the front matter is still escaped in the head of the page."""
    html = (site / "people/ada.html").read_text("utf-8")
    assert f"<title>{HOSTILE} · Iran in Syria: who says what</title>" in html


def test_the_menu_opens_with_the_keyboard(site: Path, page: Page) -> None:
    """On a phone the menu is a button that Tab reaches and Enter presses."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto((site / "people/ada.html").as_uri())
    page.get_by_role("button", name=wording().theme.words.menu).press("Enter")
    menu = page.get_by_role("navigation", name=wording().theme.words.ways)
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name=wording().titles.people)).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.get_by_role("button", name=wording().theme.words.menu)).to_be_focused()


def test_the_menu_needs_no_script(site: Path, still_page: Page) -> None:
    """On a phone that runs no scripts the menu opens all the same."""
    still_page.set_viewport_size({"width": 390, "height": 800})
    still_page.goto((site / "people/ada.html").as_uri())
    still_page.get_by_role("button", name=wording().theme.words.menu).click()
    still_page.get_by_role("navigation", name=wording().theme.words.ways).get_by_role(
        "link", name=wording().titles.about
    ).click()
    expect(still_page.locator("article h1")).to_be_visible()
    assert still_page.url.endswith("about/index.html")


def test_every_style_is_of_something() -> None:
    """Each class of the style sheets is written by the program, the theme or a script."""
    sheets = (one.read_text("utf-8") for one in ASSETS.glob("*.css"))
    rules = (re.sub(r"/\*.*?\*/|url\([^)]*\)", "", one, flags=re.DOTALL) for one in sheets)
    selectors = " ".join(one for rule in rules for one in re.findall(r"([^{};]+)\{", rule))
    styled = set(re.findall(r"\.([a-z][\w-]*)", selectors))
    writers = (
        *(ROOT / "generator").rglob("*.py"),
        *(ROOT / "generator").rglob("*.j2"),
        *ASSETS.parent.rglob("*.html"),
        *(one for one in ASSETS.rglob("*.js") if one.name != "minisearch.js"),
    )
    texts = " ".join(one.read_text("utf-8") for one in writers)
    written = {
        name for text in re.findall(r'"[^"\n]*"', texts) for name in re.findall(r"[\w-]+", text)
    }
    written |= {f"outcome-{one}" for one in OUTCOMES}
    assert styled - written == set()


def test_every_style_and_script_is_in_the_one_file(tmp_path: Path) -> None:
    """None is forgotten, and no page loads one by itself."""
    assert sorted(path.stem for path in ASSETS.glob("*.css")) == sorted(STYLES)
    assert sorted(path.stem for path in ASSETS.glob("*.js")) == sorted(SCRIPTS)
    made = [path for path in theme(tmp_path) if re.fullmatch(r"assets/[^/]*\.(css|js)", path)]
    assert sorted(made) == ["assets/site.css", "assets/site.js"]
