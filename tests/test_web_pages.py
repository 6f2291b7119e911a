"""Web pages: their paragraphs without what is around them, and what their head says."""

from __future__ import annotations

import pytest

from generator.intake.authors import Author
from generator.intake.document import Imprint, Reading
from generator.intake.formats import read

BODY = "<p>The guild took the bell from the tower of Upper Wend in March 1903.</p><p>Nobody saw it.</p>"


def page(body: str, head: str = "") -> Reading:
    """A web page that was taken in."""
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def texts(body: str) -> list[str]:
    """Its paragraphs."""
    return [one.text for one in page(body).paragraphs]


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        ("<p>The guild\n  took <b>the</b> <i>bell</i>.</p>Then<div>it<div>left</div></div>", ["The guild took the bell.", "Then", "it", "left"]),
        ("<p>A tow&shy;er, 70,000<sup>2</sup> men<sup>[3]</sup>, the 21<sup>st</sup>, 10<sup>6</sup></p>", ["A tower, 70,000² men[3], the 21st, 10⁶"]),
        ("<p>It was<br>taken.<br>Nobody<br>Saw it<br>then.<br><br>and never</p>", ["It was taken.", "Nobody", "Saw it then.", "and never"]),
        ("<ul><li>One<li>Two<ol><li>Three</ol></ul><dl><dt>Bell<dd>heavy</dl>", ["One", "Two", "Three", "Bell", "heavy"]),
        ("<table><tr><th>Name</th><th>Came</th></tr><tr><td><p>Okoro</p></td><td>1902</td></tr></table>", ["Name  Came", "Okoro  1902"]),
        ("<table><tr><td><p>One.</p><p>Two.</p></td><td>Menu</td></tr></table>", ["One.", "Two.", "Menu"]),
        ("<pre>one  two\n  three\n\nfour</pre>", ["one two", "three", "four"]),
        ("<p>He said <q>it left</q>.</p><script>x()</script><style>p{}</style><p hidden>No</p>", ["He said “it left”."]),
        ("<p>انجمن زنگ را برداشت. می&zwnj;خواهم</p>", ["انجمن زنگ را برداشت. می‌خواهم"]),
        ("<h2>The bell<a class=headerlink href=#b>¶</a></h2><p>1 &lt; 2 &amp; 3&nbsp;km</p>", ["The bell", "1 < 2 & 3 km"]),
        ("<p>It <del>fell</del><ins>stood</ins>.</p>", ["It stood."]),
        ("<div>" * 3000 + "deep" + "</div>" * 3000, ["deep"]),
    ],
)  # fmt: skip
def test_the_paragraphs_of_a_page(body: str, paragraphs: list[str]) -> None:
    """Blocks, lists, rows, broken lines, marks of notes; what is hidden or struck is not there."""
    assert texts(body) == paragraphs


def test_headings_have_levels() -> None:
    """As the page has them."""
    found = page(f"<h1>The bell</h1>{BODY}<h3>Later</h3><p>It rang.</p>").paragraphs
    assert [(one.level, one.text) for one in found if one.level] == [(1, "The bell"), (3, "Later")]


def test_what_is_around_the_text_is_left_out_and_reported() -> None:
    """Menus, heads and feet; a person looks whether they are the document's."""
    reading = page(
        f"<header>The Wend Courier</header><nav>Home News</nav><article><header>By a clerk</header>{BODY}"
        "</article><aside>Read more</aside><footer>All rights</footer>"
    )
    assert [one.text for one in reading.paragraphs][:2] == [
        "By a clerk",
        "The guild took the bell from the tower of Upper Wend in March 1903.",
    ]
    assert [one.shown for one in reading.remarks] == [
        *("The Wend Courier", "Home News", "Read more", "All rights"),
    ]
    assert {(one.doubt, one.what) for one in reading.remarks} == {
        (
            True,
            (
                "parts around the text were left out; check that each belongs to the site, not to the "
                "document"
            ),
        )
    }


@pytest.mark.parametrize(
    "name", ["docnav top", "navheader", "page-nav", "breadcrumbs", "pagination"]
)
def test_a_menu_may_be_named_by_its_class(name: str) -> None:
    """It is left out and reported, unless most of it is text."""
    links = f'<ul class="{name}"><li><a href="1">Back</a></li><li>The bell</li></ul>'
    reading = page(f"{links}{BODY}")
    assert [one.text for one in reading.paragraphs] == texts(BODY)
    assert [one.shown for one in reading.remarks] == ["Back The bell"]
    long = "The guild, which has been asked about the bell, says this of it. " * 5
    assert len(texts(f'<div class="{name}">{long}</div>{BODY}')) == len(texts(BODY)) + 1
    assert len(texts(f'<p class="navigator">Ada</p>{BODY}')) == len(texts(BODY)) + 1


def test_a_head_with_the_text_of_the_document_stays() -> None:
    """A preamble is no head of the site, and a foot of links is."""
    long = "The guild, which has been asked about the bell, says this of it. " * 5
    found = texts(
        f"<header><h2>Preamble</h2><p>{long}</p></header>{BODY}<footer>{'<a>More of it</a> ' * 30}</footer>"
    )
    assert found[:2] == ["Preamble", long.strip()]
    assert len(found) == 4


def test_a_small_article_is_not_the_whole_page() -> None:
    """Then everything is read but menus, heads and feet."""
    assert texts(f"<article>See also</article><div>{BODY}</div><footer>All rights</footer>") == [
        "See also",
        "The guild took the bell from the tower of Upper Wend in March 1903.",
        "Nobody saw it.",
    ]


def test_pages_of_a_digitised_book() -> None:
    """Marks of pages are kept as places, also within a paragraph and between two."""
    reading = page(
        '<p><span class="pagenum" id="p7">[Pg 7]</span>The guild <span role="doc-pagebreak" '
        'aria-label="8"></span>took it.</p><span epub:type="pagebreak" title="ix"/></span><p>They left.</p>'
    )
    assert [(one.text, one.pages) for one in reading.paragraphs] == [
        ("The guild took it.", ((0, "7"), (10, "8"))),
        ("They left.", ((0, "ix"),)),
    ]


def test_what_the_head_says() -> None:
    """Title, authors, publisher, language, day, address and licence."""
    head = (
        '<title>The bell | Courier</title><meta property="og:title" content="The bell of Wend">'
        '<meta name="author" content="Ada Okoro"><meta name="author" content="Tomas Reed">'
        '<meta property="og:site_name" content="The Wend Courier">'
        '<meta property="article:published_time" content="1903-04-02T10:00:00Z">'
        '<link rel="canonical" href="https://courier.example/bell"><link rel="license" '
        'href="https://licences.example/by">'
    )
    html = f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{BODY}</body></html>'
    assert read(html.encode()).imprint == Imprint(
        place="the head of the web page",
        title="The bell of Wend",
        authors=(Author("Ada Okoro"), Author("Tomas Reed")),
        publisher="The Wend Courier",
        language="en-GB",
        published="1903-04-02",
        address="https://courier.example/bell",
        licence="https://licences.example/by",
    )


def test_what_the_head_says_to_search_engines() -> None:
    """Where there is no more than JSON-LD, a heading and the browser's own mark."""
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"headline": '
        '"The bell", "datePublished": "1903-04", "author": [{"name": "Ada Okoro"}, "Tomas Reed"], '
        '"publisher": {"name": "Courier"}}]}</script><script type="application/ld+json">{broken</script>'
    )
    html = f"<!-- saved from url=(0029)https://courier.example/bells --><html>{head}<h1>Bell</h1>{BODY}</html>"
    assert read(html.encode()).imprint == Imprint(
        place="the head of the web page",
        title="The bell",
        authors=(Author("Ada Okoro"), Author("Tomas Reed")),
        publisher="Courier",
        published="1903-04",
        address="https://courier.example/bells",
    )
    assert page(f"<h1>Bell</h1>{BODY}").imprint.title == "Bell"
    assert page(
        BODY, "<title>Bell</title><meta name=author content=https://x.example>"
    ).imprint == (Imprint(place="the head of the web page", title="Bell"))


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("windows-1256", "cp1256"),
        ("gb2312", "gb18030"),
        ("shift_jis", "cp932"),
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("klingon", "utf-8"),
        ("utf-16", "utf-16"),
    ],
)
def test_a_page_declares_its_encoding(declared: str, encoding: str) -> None:
    """As browsers understand it; UTF-8 is read as UTF-8 whatever is declared."""
    words = {
        "cp1252": "“früh” – 5 €",
        "cp1256": "انجمن زنگ",
        "gb18030": "行会",
        "cp932": "ギルド鐘",
    }
    text = words.get(encoding, "früh انجمن 行会")
    html = f'<html><meta charset="{declared}"><p>{text}</p></html>'.encode(encoding)
    assert [one.text for one in read(html).paragraphs] == [text]


def test_a_page_in_an_encoding_that_it_does_not_tell() -> None:
    """It is guessed, and a doubt says so."""
    html = "<html><p>Die Gilde kehrte spät zurück; der Müller sagte, es sei unmöglich.</p>"
    reading = read(html.encode("cp1252"))
    assert reading.paragraphs[0].text.startswith("Die Gilde kehrte spät zurück")
    assert [one.doubt for one in reading.remarks] == [True]
    broken = html.replace("<html>", "<html><meta charset=ascii><meta charset=cp932>")
    assert "spät" in read(broken.encode("cp1252")).paragraphs[0].text
