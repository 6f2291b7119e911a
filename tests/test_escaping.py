"""What a contributor writes is what a reader sees, and adds nothing to the page around it.

The pages go through the whole of `render` and through Python-Markdown with the extensions that
`mkdocs.yml` names, with front matter taken off as MkDocs does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import fields
from functools import cache, lru_cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.utils.meta import get_data
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.config.site import Site
from generator.config.wording import Wording
from generator.data.linked_data import in_script
from generator.markup.escaping import Html, escape, escape_lines, filled, joined, tag
from generator.markup.inline import bdi
from generator.markup.templates import View
from generator.pages.data import DataPage
from generator.pages.disagreements import DisagreementsPage
from generator.pages.entity import EntityPage, EntityPart
from generator.pages.fact import FactPage
from generator.pages.foot import Foot, Head
from generator.pages.hierarchy import BranchView, HierarchyPage
from generator.pages.home import HomePage
from generator.pages.indexes import IndexPage
from generator.pages.map import MapPage
from generator.pages.question import AboutQuestion, QuestionPage
from generator.pages.render import has_foot, render
from generator.pages.source import SourcePage
from generator.pages.timeline import TimelinePage
from generator.pages.without import WithoutIndex, WithoutPage
from generator.text.characters import refusals
from tests.project import DEFAULTS, reworded

PLAIN, PLAIN_WORDING = "Qqq", "Www"
SITE = Site(
    title="The orchard",
    version="1",
    licence="CC0",
    creator="Ivo Lind",
    released="2001-02-03",
    tag="orchard.example,2001",
)

FRAGMENTS = (
    *(
        "<img src=x onerror=alert(1)>",
        "<script>",
        "</p>",
        "</li></ol>",
        "<!--",
        "-->",
        "<?x",
        "<![CDATA[",
    ),
    *(
        "[x](javascript:alert(1))",
        "![x](y)",
        "[x][y]",
        "[x]: y",
        "[^1]",
        "[[x]]",
        "<a@b.c>",
        "<http://x>",
    ),
    *(
        "{#id}",
        "{: #id .c onclick=x }",
        "{ #id }",
        "{{ page }}",
        "{% raw %}",
        "{% endfor %}",
        "{%#",
        "#%}",
    ),
    *(
        "{#{",
        "&amp;",
        "&lt;b&gt;",
        "&#60;",
        "&",
        ";",
        "|",
        "# ",
        "## x {#y}",
        "1. ",
        "- ",
        "+ ",
        "* ",
        "> ",
    ),
    *(
        "***",
        "**b**",
        "_i_",
        "__b__",
        "~~~",
        "```",
        "`c`",
        "``",
        "---",
        "===",
        "    ",
        "\\",
        "\\*",
        "\\<",
    ),
    *(
        '"',
        "'",
        '" onload="x',
        ": ",
        "title: x",
        "...",
        "$",
        "=",
        "^",
        "~",
        "*[x]: y",
        ":smile:",
        "!!! x",
    ),
    *(
        "--8<-- 'x'",
        "[TOC]",
        "[ ]",
        "\u0002",
        "klzzwxh:0001",
        "wzxhzdk:0",
        "STX",
        "http://x.invalid",
    ),
)


def _is_accepted(text: str) -> bool:
    return not any(True for _ in refusals(text))


ACCEPTED = st.characters(codec="utf-8").filter(_is_accepted)
TEXT = (
    st.lists(st.sampled_from([one for one in FRAGMENTS if _is_accepted(one)]) | st.text(ACCEPTED, max_size=4),
             min_size=1, max_size=8)
    .map("".join)
    .filter(lambda text: _is_accepted(text) and text.strip() != "")
)  # fmt: skip


@cache
def markdown() -> Markdown:
    """Python-Markdown as `mkdocs.yml` sets it up, with the extensions that MkDocs adds."""
    config = yaml.safe_load((DEFAULTS / "mkdocs.yml").read_text(encoding="utf-8"))
    named: dict[str, dict[str, Any] | None] = config["markdown_extensions"]
    extensions = ["toc", "tables", "fenced_code", *named]
    configs = {name: options or {} for name, options in named.items()}
    return Markdown(extensions=list(dict.fromkeys(extensions)), extension_configs=configs)


@lru_cache(maxsize=20)
def worded(wording: str) -> Wording:
    """A wording of which each phrase is this one."""
    return reworded(lambda _: wording)


def published(
    kind: type[View], text: str, wording: str = PLAIN_WORDING
) -> tuple[LexborHTMLParser, dict[str, Any]]:
    """The page as a browser reads it, and its front matter; each phrase of the wording is one."""
    page: View = view(kind, text)
    end = page.foot if has_foot(page) else view(Foot, text)
    body, meta = get_data(render(page, end, worded(wording)))
    html = markdown().reset().convert(body)
    return LexborHTMLParser(f"<main>{html}</main>"), meta


@cache
def plain(kind: type[View]) -> LexborHTMLParser:
    """The page of a plain word."""
    return published(kind, PLAIN)[0]


OF_THE_SCRIPT = {"dir", "lang"}


def _skeleton(node: LexborNode) -> list[tuple[str, list[str]]]:
    """Every element in its order, with the names of its attributes, and the ids it has.

    Which script a text is in is said of the text itself, and changes with it.
    """
    found = []
    for one in node.css("*"):
        names = sorted(set(one.attributes) - OF_THE_SCRIPT)
        found.append((one.tag or "", [*names, str(one.attributes.get("id"))]))
    return found


def _words(text: str) -> str:
    """A text as it is seen: white space is one space."""
    return " ".join(text.split())


OURS: dict[tuple[type, str], Callable[[str], object]] = {
    (Head, "linked"): lambda text: in_script(SITE, [{"@id": "x:y", "name": text}]),
    (BranchView, "parts"): lambda _: (),  # they are made as what they are parts of
    (AboutQuestion, "cited"): lambda _: {},  # what the claims' citations are looked up in
}
"""Fields in which some words are ours, such as keys and anchors."""

KEYS = {"path": "people/ada.md", "anchor": "f-00000000", "fact": "f-00000000", "key": "event"}
"""Fields, of any view, that hold no words."""


def _link(text: str) -> Html:
    return tag("a", bdi(text), href="../units/crew.html", title=text, aria_label=text)


def _filled(kind: Any, text: str) -> Any:
    """A value of a type in which all words are the text."""
    arguments = get_args(kind)
    if kind is str:
        return text
    if kind is Html:
        return joined(" ", [escape(text), _link(text)])
    if kind in (int, bool):
        return kind(1)
    if get_origin(kind) is tuple:
        kinds = arguments[:1] if arguments[-1] is ... else arguments
        return tuple(_filled(one, text) for one in kinds)
    if get_origin(kind) in (Union, UnionType):
        return _filled(arguments[0], text)
    return view(kind, text)


@cache
def _kinds(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def view(kind: Any, text: str) -> Any:
    """A view of which every word is the text."""
    kinds = _kinds(kind)
    values = {}
    for field in fields(kind):
        if (kind, field.name) in OURS:
            values[field.name] = OURS[kind, field.name](text)
        else:
            values[field.name] = KEYS.get(field.name) or _filled(kinds[field.name], text)
    return kind(**values)


PAGES = pytest.mark.parametrize(
    "page",
    [
        *(DataPage, DisagreementsPage, EntityPage, EntityPart, FactPage, HierarchyPage, HomePage),
        *(IndexPage, MapPage, QuestionPage, SourcePage, TimelinePage, WithoutIndex, WithoutPage),
    ],
)


@PAGES
@settings(max_examples=settings().max_examples // 4)  # pages escape by the same functions
@given(text=TEXT)
@example(text="".join(one for one in FRAGMENTS if _is_accepted(one)))
@example(text="# ")
@example(text="1. a")
@example(text="---")
@example(text="a\\")
@example(text="'")
@example(text="\u05d0")
@example(text="\u0633\u0644\u0627\u0645 a")
def test_what_is_typed_is_what_is_seen(page: type[View], text: str) -> None:
    """The page of any text is that of a plain word, with the text in the word's place.

    So it is with the wording, which has no braces but its own.
    """
    wording = re.sub("[{}]", "", text)
    wording = wording if wording.strip() else PLAIN_WORDING
    tree, meta = published(page, text, wording)

    def typed(seen: str | None) -> str:
        shown = {PLAIN: text, PLAIN_WORDING: wording}
        return _words(re.sub("|".join(shown), lambda word: shown[word.group()], seen or ""))

    assert tree.body is not None
    expected_body = plain(page).body
    assert expected_body is not None
    assert _skeleton(tree.body) == _skeleton(expected_body)
    for got, expected in zip(tree.body.css("*"), expected_body.css("*"), strict=True):
        for name in expected.attributes.keys() - OF_THE_SCRIPT:
            value = expected.attributes[name]
            assert _words(got.attributes[name] or "") == typed(value), name
        assert _words(got.text(deep=False)) == typed(expected.text(deep=False)), expected.tag
    assert list(meta) == ["title", "cited", "feeds", "linked"]
    assert _words(LexborHTMLParser(meta["title"]).text()) == _words(text)
    assert meta["cited"] == meta["feeds"] == [[text, text]]
    assert json.loads(meta["linked"])["@graph"] == [{"@id": "x:y", "name": text}]


@given(text=TEXT)
@example(text="</script><script>")
@example(text="<!--<script>")
def test_no_text_ends_the_script_that_it_is_in(text: str) -> None:
    """What linked data says stays in its element, whatever it is, and is what was typed."""
    written = in_script(SITE, [{"@id": "x:y", "name": text}])
    html = f'<head><script type="application/ld+json">{written}</script><title>x</title></head>'
    tree = LexborHTMLParser(html)
    assert [one.tag for one in tree.css("*")] == ["html", "head", "script", "title", "body"]
    (script,) = tree.css("script")
    assert json.loads(script.text())["@graph"][0]["name"] == text


@given(text=TEXT)
def test_the_title_of_the_window_is_what_was_typed(text: str) -> None:
    """The title in the front matter is HTML that holds no element."""
    _, meta = published(IndexPage, text)
    assert "<" not in meta["title"]
    assert '"' not in meta["title"]


@given(words=st.lists(TEXT, min_size=3, max_size=3), text=TEXT, link=TEXT)
def test_a_phrase_is_filled_with_what_was_typed(words: list[str], text: str, link: str) -> None:
    """Whatever is in a phrase and its slots is shown as typed; markup in a slot stays markup."""
    first, second, third = (re.sub("[{}]", "", one) for one in words)
    phrase = f"{first}{{text}}{second}{{link}}{third}"
    html = filled(phrase, text=text, link=tag("b", link))
    tree = LexborHTMLParser(markdown().reset().convert(f"<p>{html}</p>"))
    assert tree.body is not None
    assert [one.tag for one in tree.body.css("*")] == ["body", "p", "b"]
    assert _words(tree.body.text()) == _words(f"{first}{text}{second}{link}{third}")
    assert _words(tree.css("b")[0].text()) == _words(link)


def test_a_phrase_keeps_braces_that_are_not_slots() -> None:
    """Only a name in braces is filled in, and one that is not given is a bug."""
    assert filled("} {a {b} { {}", b="<") == "&#125; &#123;a &#60; &#123; &#123;&#125;"
    with pytest.raises(KeyError):
        filled("{a}", b="")


@given(text=st.text())
def test_whatever_is_escaped_stays_on_one_line(text: str) -> None:
    """No character that a line of Markdown or YAML ends with is left."""
    assert len(escape(text).splitlines()) <= 1


def test_markup_is_not_escaped_twice() -> None:
    """What this program made is written as it is."""
    assert escape(escape("<b>")) == "&#60;b&#62;"
    assert tag("a", tag("b", "&"), class_="x", hidden=None) == '<a class="x"><b>&#38;</b></a>'


def test_lines_stay_lines_and_the_rest_is_escaped() -> None:
    """A form of a citation keeps its lines, and nothing in them is markup."""
    shown = escape_lines("a = {<b>},\nc\td\n")
    assert shown == "a = &#123;&#60;b&#62;&#125;,\nc d\n"
