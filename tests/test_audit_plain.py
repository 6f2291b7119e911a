"""What the audit sees without a parser is what a parser sees; in doubt it sees nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.publish.audit.claims import Told
from generator.publish.audit.expected import expected
from generator.publish.audit.glance import are_quoted, items, statement_in
from generator.publish.audit.plain import plainly_read, text_of
from generator.publish.audit.reading import PageReading, read
from tests.project import Project

STATEMENT = '<p class="statement">'
NOTE = '<li class="note" id="n-a"><blockquote class="quote"><p>One.</p></blockquote></li>'


@pytest.fixture(scope="module")
def contents(world: Project) -> dict[str, str]:
    """The content of each page of the fictional project, by its path in the site."""
    found = {}
    for path, text in world.files.items():
        parts = expected(text, world.atlas.config.site.title) if path.endswith(".md") else None
        if parts:
            found[path.replace(".md", ".html")] = parts.content
    return found


def parsed(content: str) -> PageReading:
    """What a parser sees."""
    return read(LexborHTMLParser(content), whole=False)


def test_pages_are_seen_as_a_parser_sees_them(contents: dict[str, str], world: Project) -> None:
    """Nearly all are plainly written, and surely say what the records say."""
    told, seen = Told(world.atlas), 0
    for path, content in contents.items():
        if reading := plainly_read(content):
            wanted = parsed(content)
            assert sorted(reading.ids) == sorted(wanted.ids)
            assert (reading.named, reading.addresses) == (wanted.named, wanted.addresses)
            assert wanted.complaints == ()
            seen += told.at_a_glance(path, content)
    assert seen > 0.9 * len(contents)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("facts/f-p0000001.html", STATEMENT, r"\g<0>Not "),
        ("facts/f-p0000001.html", STATEMENT, r'<p class="statement">Other.</p>\g<0>'),
        ("facts/f-p0000002.html", r'class="quote"><p[^>]*>', r"\g<0>Not "),
        ("facts/f-m0000002.html", r'<p class="says">.*?</p>', ""),
        ("people/ada-okoro.html", STATEMENT, r"\g<0>Not "),
        ("people/ada-okoro.html", r'(<li class="note".*?)<blockquote.*?</blockquote>', r"\1"),
        ("people/ada-okoro.html", f"{STATEMENT}.*?</p>", ""),
        ("people/ada-okoro.html", f"{STATEMENT}(.*?)</p>", r"</li>\g<0>"),
    ],
)
def test_other_words_are_seen(
    contents: dict[str, str], world: Project, path: str, old: str, new: str
) -> None:
    """Then the page is parsed, and the audit says what is wrong."""
    changed = re.sub(old, new, contents[path], count=1, flags=re.DOTALL)
    assert changed != contents[path]
    assert Told(world.atlas).at_a_glance(path, contents[path])
    assert not Told(world.atlas).at_a_glance(path, changed)


@pytest.mark.parametrize(
    "content",
    [
        '<p id="a">x</p><p id="a">y</p>',
        "<p id='a'>x</p>",
        '<P onclick="x">x</P>',
        '<p onclick="x()">x</p>',
        "<script>x()</script>",
        '<script type="application/json">"</script>',
        "<iframe></iframe>",
        "<!-- x -->",
        '<a href="&Tab;javascript:x">x</a>',
        '<a href="a" href="b">x</a>',
        '<a title="a > b" href="c">x</a>',
        '<a title="<b>" href="c">x</a>',
        '<form action="a" href="b"></form>',
        '<textarea><p id="a"></textarea>',
        '<div class="statement">x</div>',
        '<li id="a" class="claim">x</li>',
        "<p",
    ],
)
def test_what_is_doubtful_is_left_to_the_parser(content: str) -> None:
    """Whatever may not be there, and whatever could be seen in more than one way."""
    assert plainly_read(content) is None


PIECES = (
    *(
        '<p id="a">',
        "<p id='b'>",
        '<p id="a"',
        "</p>",
        '<a href="x.html">',
        '<a href="&#35;a">',
        "</a>",
    ),
    *(
        '<a name="old">',
        '<a href="x" title="',
        '">',
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<svg>",
        "</svg>",
    ),
    *(
        "<table>",
        '<tr id="c">',
        '<td id="d">',
        "</table>",
        '<img src="a.png"/>',
        "<title>",
        "</title>",
    ),
    *(
        "<textarea>",
        "</textarea>",
        "<script>",
        "</script>",
        "text",
        "&lt;",
        "<",
        ">",
        '"',
        " ",
        "\n",
    ),
    *('<b onclick="x">', "<i/onclick=x>", '<br id="e"/>', "<![CDATA[", "]]>", '<use href="#a"/>'),
)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_nothing_is_overlooked(content: str) -> None:
    """However pieces of markup are put together, a parser finds no more."""
    reading, wanted = plainly_read(content), parsed(content)
    if reading is not None:
        assert wanted.complaints == ()
        assert {*wanted.ids} <= {*reading.ids}
        assert wanted.named <= reading.named
        assert wanted.addresses <= reading.addresses


def test_an_item_ends_where_another_may_begin() -> None:
    """What comes after its first end tag may be another's."""
    markup = f'<li class="claim" id="f-a">{STATEMENT}A.</p></li>{NOTE}{STATEMENT}B.</p>'
    assert [(name, statement_in(inside)) for name, inside in items(markup)] == [
        ("f-a", "A."),
        ("n-a", None),
    ]


def test_quotations_are_compared_in_their_order() -> None:
    """Context is none of them, and what can't be read without a parser is not confirmed."""
    quotes = '<blockquote class="quote context"><p>C</p></blockquote>' + "".join(
        f'<blockquote class="quote"><p dir="auto">{one}</p></blockquote>' for one in "AB"
    )
    assert are_quoted(quotes, ["A", "B"])
    assert are_quoted(quotes, ["A"])
    assert not are_quoted(quotes, ["B", "A"])
    assert not are_quoted(quotes, ["A", "B", "C"])
    assert text_of("a <b>b</b>\n&#60;") == "a b <"
    assert text_of("a<div>b</div>") is None
    assert text_of("a&nbsp;b") is None
