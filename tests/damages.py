"""Damage to plant in a published site: what changes in which file, and what the audit must say."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.markup.paths import CHECKSUMS, MANIFEST

END = b"</article>"
HOST = "https://evil.example/x"

Change = Callable[[bytes], bytes | None]
"""A file as it becomes; None if it goes."""


@dataclass(frozen=True)
class Damage:
    """What happens to a file, and part of what the audit must say about it."""

    kind: str
    path: str
    change: Change
    told: str


def plant(site: Path, damages: list[Damage], copy: Path) -> Path:
    """A copy of a site with this damage, each in a different file. The site stays as it is."""
    shutil.copytree(site, copy, copy_function=lambda one, other: Path(other).hardlink_to(one))
    for damage in damages:
        file = copy / damage.path
        data = damage.change(file.read_bytes() if file.exists() else b"")
        file.unlink(missing_ok=True)
        if data is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    return copy


def rounds(damages: Iterator[Damage]) -> list[list[Damage]]:
    """The damage in as few lists as possible; no list has a file twice."""
    found: list[dict[str, Damage]] = []
    for damage in damages:
        home = next((one for one in found if damage.path not in one), None)
        if home is None:
            found.append(home := {})
        home[damage.path] = damage
    return [list(one.values()) for one in found]


def _swapped(old: str, new: str, data: bytes) -> bytes:
    """The data with the first match of a pattern replaced; there must be one."""
    changed, count = re.subn(old.encode(), new.encode(), data, count=1, flags=re.DOTALL)
    assert count == 1, old
    assert changed != data, old
    return changed


def _added(markup: str, data: bytes) -> bytes:
    """The page with markup at the end of its article."""
    return data.replace(END, markup.encode() + END, 1)


def _in_head(markup: str, data: bytes) -> bytes:
    return data.replace(b"</head>", markup.encode() + b"</head>", 1)


def _cut(data: bytes) -> bytes:
    return data[: len(data) * 9 // 10]


def _empty(_: bytes) -> bytes:
    return b""


def _gone(_: bytes) -> None:
    return None


def _other_digit(after: str, data: bytes) -> bytes:
    """The data with its first digit behind a pattern changed."""
    found = re.compile(after.encode() + rb"[^<]*?([0-9])", re.DOTALL).search(data)
    assert found, after
    digit = b"%d" % ((int(found[1]) + 1) % 10)
    return data[: found.start(1)] + digit + data[found.end(1) :]


IN_ARTICLE = {
    "script": ("<script>steal()</script>", "the page has a script"),
    "script of another host": (f'<script src="{HOST}.js"></script>', "from another host"),
    "script file": ('<script src="../assets/evil.js"></script>', "leads to no file of the site"),
    "script module": (f'<script type="module" src="{HOST}.js"></script>', "from another host"),
    "handler": ('<b onclick="steal()">x</b>', "'onclick', which runs a script"),
    "handler of a picture": ('<svg onload="steal()"></svg>', "'onload', which runs a script"),
    "handler without quotes": ("<b/onmouseover=steal()>x</b>", "'onmouseover', which runs"),
    "javascript link": ('<a href="javascript:steal()">x</a>', "leads to javascript:steal()"),
    "javascript form": ('<form action="javascript:steal()"></form>', "leads to javascript:"),
    "javascript in capitals": ('<a href=" JavaScript:steal()">x</a>', "JavaScript:steal()"),
    "srcdoc": ('<iframe srcdoc="<script>x()</script>"></iframe>', "'srcdoc', which no page"),
    "data link": ('<a href="data:text/html,x">x</a>', "leads to data:text/html,x"),
    "old picture link": (
        f'<svg><a xlink:href="{HOST}">x</a></svg>',
        "'xlink:href', which no page needs",
    ),
    "image": (f'<img src="{HOST}.png" alt="">', "loads https://evil.example/x.png"),
    "image of any scheme": ('<img src="//evil.example/x" alt="">', "loads //evil.example/x"),
    "srcset": (f'<img srcset="{HOST}.png 2x" alt="">', "'srcset', which no page"),
    "video": (f'<video src="{HOST}"></video>', "<video>, which may not"),
    "audio": (f'<audio src="{HOST}"></audio>', "<audio>, which may not"),
    "source": (f'<picture><source srcset="{HOST}"></picture>', "<source>, which may not"),
    "track": (f'<video><track src="{HOST}"></video>', "<track>, which may not"),
    "embed": (f'<embed src="{HOST}">', "<embed>, which may not"),
    "object": (f'<object data="{HOST}"></object>', "<object>, which may not"),
    "iframe": (f'<iframe src="{HOST}"></iframe>', "<iframe>, which may not"),
    "form": (f'<form action="{HOST}"></form>', "<form> loads https://evil.example/x"),
    "button": (f'<button formaction="{HOST}">x</button>', "'formaction', which no page"),
    "input": (f'<input type="image" src="{HOST}">', "<input> loads https://evil.example/x"),
    "ping": (f'<a href="#top" ping="{HOST}">x</a>', "'ping', which no page"),
    "style": (f'<p style="background:url({HOST})">x</p>', "'style', which no page needs"),
    "style sheet": (f"<style>@import '{HOST}';</style>", "<style>, which may not"),
    "picture in a picture": (f'<svg><image href="{HOST}"/></svg>', "<image>, which may not"),
    "use": (f'<svg><use href="{HOST}#a"/></svg>', "<use> loads https://evil"),
    "template": ("<template><p>x</p></template>", "<template>, which may not"),
    "dead link": ('<a href="nowhere.html">x</a>', "nowhere.html leads to no file"),
    "dead anchor": ('<a href="#nowhere">x</a>', "#nowhere leads to an anchor"),
    "dead anchor elsewhere": (
        '<a href="../index.html#no">x</a>',
        "index.html#no leads to an anchor",
    ),
    "repeated id": ('<p id="top">x</p>', "more than one element has the id 'top'"),
    "second article": ("<article>x</article>", "more than one <article>"),
    "text": ("<p>And it is all true.</p>", "And it is all true."),
    "comment": ("<!-- x -->", "says"),
}
"""Markup to add to an article, and what must be said of it."""

IN_HEAD = {
    "refresh": (
        f'<meta http-equiv="refresh" content="0; url={HOST}">',
        "<meta> loads https://evil",
    ),
    "base": (f'<base href="{HOST}">', "<base>, which may not be in a page"),
    "preconnect": (f'<link rel="preconnect" href="{HOST}">', "rel='preconnect'"),
    "prefetch": (f'<link rel="dns-prefetch" href="{HOST}">', "rel='dns-prefetch'"),
    "style sheet of another host": (f'<link rel="stylesheet" href="{HOST}">', "<link> loads"),
    "second policy": ('<meta http-equiv="set-cookie" content="a=b">', "http-equiv='set-cookie'"),
}

ON_PAGE: dict[str, tuple[Change, str]] = {
    "no policy": (partial(_swapped, r"<meta http-equiv=.Content-Security[^>]*>", ""), "says"),
    "wider policy": (
        partial(_swapped, "script-src &#39;self&#39;", f"script-src &#39;self&#39; {HOST}"),
        "allows scripts that are not the site's",
    ),
    "other policy": (partial(_swapped, "default-src &#39;none&#39;", "default-src *"), "says"),
    "other title": (partial(_swapped, "<title>", "<title>Not "), "says"),
    "other heading": (partial(_swapped, '<h1 id="top">', '<h1 id="top">Not '), "says"),
    "other outline": (partial(_swapped, '<li><a href="#', '<li><a title="x" href="#'), "says"),
    "other link in the menu": (partial(_swapped, "people/index.html", "units/index.html"), "says"),
    "other data for machines": (partial(_swapped, '"@graph":', '"@graphs":'), "says"),
    "other citation": (partial(_swapped, 'citation_title" content="', r"\\g<0>x"), "says"),
    "other spaces": (partial(_swapped, "</h1>\n", "</h1> \n"), "says"),
    "changed digit": (partial(_other_digit, "<article.*?>"), "should say"),
    "truncated page": (_cut, "ends after"),
    "empty page": (_empty, "ends after 0 of"),
    "missing page": (_gone, "is missing"),
    "more after the end": (lambda data: data + b"<p>x</p>", "continues after its expected end"),
    "no UTF-8": (lambda data: data.replace(END, b"\xff" + END), "says"),
}

ON_A_FACT: dict[str, tuple[Change, str]] = {
    "changed quote": (
        partial(_swapped, r'(<blockquote class="quote"><p[^>]*>)', r"\1Not "),
        "quotes",
    ),
    "cut quote": (partial(_swapped, r'(<blockquote class="quote"><p[^>]*>)\S+ ', r"\1"), "quotes"),
    "no quote": (partial(_swapped, r'<blockquote class="quote">.*?</blockquote>', ""), "quotes"),
    "changed statement": (partial(_swapped, r'(<p class="statement">)', r"\1Not "), "Not "),
    "other speaker": (
        partial(_swapped, r'(<p class="says">).*?</p>', r"\1Nobody</p>"),
        "does not name",
    ),
}

ON_A_LIST: dict[str, tuple[Change, str]] = {
    "statement in a list": (partial(_swapped, r'(<p class="statement">)', r"\1Not "), "Not "),
    "quote in a note": (
        partial(_swapped, r'(<li class="note".*?<blockquote class="quote"><p[^>]*>)', r"\1Not "),
        "quotes ",
    ),
    "other mark": (partial(_swapped, r'<span class="badge">\w+', '<span class="badge">X'), "says"),
}

ON_A_FILE: dict[str, Change] = {
    "truncated file": _cut,
    "empty file": _empty,
    "missing file": _gone,
    "changed byte": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
}

TOLD = {
    "truncated file": "ends after",
    "empty file": "ends after 0 of",
    "missing file": "is missing",
    "changed byte": "should say",
}

PLANTED = (
    *("assets/evil.js", "evil.html", "facts/f-00000000.html", "data/more.json", "search/data/x.js"),
    *(".htaccess", ".well-known/x", "people/index.html.bak", "sw.js", "assets/evil.css"),
)
"""Files that do not belong to a site."""


def damages(site: Path) -> Iterator[Damage]:
    """Every kind of damage, in several places each."""
    pages = _pages(site)
    turn = 0
    for kind, (markup, told) in IN_ARTICLE.items():
        for _ in range(3):
            page = pages[turn % len(pages)]
            turn += 1
            yield Damage(kind, page, partial(_added, markup), told)
    for kind, (markup, told) in IN_HEAD.items():
        for page in pages[turn % 7 :: 40][:3]:
            yield Damage(kind, page, partial(_in_head, markup), told)
    for kind, (change, told) in ON_PAGE.items():
        for page in _several(pages, turn := turn + 3):
            yield Damage(kind, page, change, told)
    facts = [page for page in pages if page.startswith("facts/")]
    for kind, (change, told) in ON_A_FACT.items():
        for page in _several(facts, turn := turn + 3):
            yield Damage(kind, page, change, told)
    lists = [page for page in pages if b'<li class="note"' in (site / page).read_bytes()]
    for kind, (change, told) in ON_A_LIST.items():
        for page in _several(lists, turn := turn + 3):
            yield Damage(kind, page, change, told)
    yield from _in_files(site)


def _in_files(site: Path) -> Iterator[Damage]:
    """The damage to files other than pages, and files that do not belong to the site."""
    files = sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.stat().st_size > 20
    )
    for ending in (".css", ".js", ".json", ".csv", ".jsonld", ".atom", ".bib", ".ris", ".woff2"):
        some = [path for path in files if path.endswith(ending)]
        for turn, (kind, change) in enumerate(ON_A_FILE.items()):
            for path in {some[turn % len(some)], some[-1 - turn % len(some)]}:
                yield Damage(f"{kind}, {ending}", path, change, TOLD[kind])
    for path in ("search/data/start.js", "search/data/texts-0.js", "search/data/names-0.js"):
        for kind, change in ON_A_FILE.items():
            yield Damage(f"{kind}, index of the search", path, change, TOLD[kind])
    digits = {
        "data/facts.json": '"statement"',
        "data/facts.csv": "f-",
        "data/facts.jsonld": '"text"',
        "data/facts.atom": "<entry>.*?<updated>",
        "sources/wikipedia-intervention.bib": "note",
        "search/data/texts-1.js": "rows",
    }
    for path, after in digits.items():
        yield Damage("changed digit in data", path, partial(_other_digit, after), "should say")
    yield Damage(
        "emptied names", "search/data/shown-0.js", partial(_swapped, r"\[\[.*\]\]", "[]"), "says"
    )
    yield Damage(
        "other name", "search/data/shown-1.js", partial(_swapped, r'"(\w)', r'"X\1'), "should say"
    )
    own = ("404.html", "sitemap.xml", "sitemap.xml.gz", "assets/illustration.png")
    for path in (*own, CHECKSUMS, MANIFEST):
        yield Damage("missing file of its own", path, _gone, "is missing")
    yield Damage("truncated 404", "404.html", _cut, "ends after")
    yield Damage("script on 404", "404.html", partial(_in_head, "<script>x()</script>"), "a script")
    yield Damage("truncated sitemap", "sitemap.xml", _cut, "is not a list of pages")
    yield Damage("truncated packed sitemap", "sitemap.xml.gz", _cut, "does not contain")
    yield Damage("other packed sitemap", "sitemap.xml.gz", lambda _: gzip.compress(b""), "does not")
    yield Damage("list of checksums cut", CHECKSUMS, lambda data: b"x" + data, "can't be read")
    yield Damage("manifest cut", MANIFEST, _cut, "can't be read")
    yield Damage(
        "other title", MANIFEST, partial(_swapped, '"title": "', r"\g<0>X"), "other records"
    )
    yield Damage("other version", MANIFEST, partial(_swapped, '"mkdocs": "', r"\g<0>9"), "checksum")
    for path in PLANTED:
        yield Damage("planted file", path, lambda _: b"x", "does not belong to the site")


def _pages(site: Path) -> list[str]:
    """All pages that MkDocs made, with those of one kind far from each other."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    pages = [path for path in found if path != "404.html" and END in (site / path).read_bytes()]
    return [page for start in range(37) for page in pages[start::37]]


def _several(pages: list[str], turn: int) -> list[str]:
    return [pages[(turn + step * len(pages) // 3) % len(pages)] for step in range(3)]
