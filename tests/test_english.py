"""There is no English in modules, templates, the theme or scripts: all phrases are in the wording."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.project import DEFAULTS, ROOT

OF_MAINTAINERS = ("changes.html.j2", "review.html.j2")
"""The template whose page is no part of the site."""

TEMPLATES = sorted((ROOT / "generator").rglob("*.j2"))
THEME = sorted((DEFAULTS / "theme").rglob("*.html"))
SCRIPTS = sorted(
    path
    for path in (DEFAULTS / "theme").rglob("*.js")
    if path.name != "minisearch.js"  # not ours
)
FOR_MACHINES = ("package.py", "policy.py", "processes.py", "render.py")
"""The names of the EPUB standard, rules for browsers, a type, and front matter: no phrase."""

MODULES = sorted(
    path
    for folder in ("pages", "book", "markup")
    for path in (ROOT / "generator" / folder).glob("*.py")
    if path.name not in FOR_MACHINES
)
LETTER = r"[^\W\d_]"
NAME = re.compile(r"[a-z]+([-/.][a-z0-9]+)*")
SEEN = "alt|aria-(?![a-z]+by)[a-z]+|content|label|placeholder|summary|title"


OURS = Environment(comment_start_string="{%#", comment_end_string="#%}")  # noqa: S701 only read
MKDOCS = Environment()  # noqa: S701 only read


def _words_of(template: str, jinja: Environment = OURS) -> Iterator[str]:
    """What a template itself says: its text, its attributes, and its texts within Jinja."""
    for constant in jinja.parse(template).find_all(nodes.Const):
        if isinstance(constant.value, str) and not NAME.fullmatch(constant.value):
            yield from re.findall(rf".*{LETTER}.*", constant.value)
    text = "".join(value for _, kind, value in jinja.lex(template) if kind == "data")
    text = re.sub(r"\{#[^}]*\}|<meta [^>]*>|<script>.*?</script>", "", text, flags=re.DOTALL)
    for attribute in re.findall(rf'\b(?:{SEEN})="([^"]*)"', text):
        yield from re.findall(rf".*{LETTER}.*", attribute)
    yield from re.findall(rf".*{LETTER}.*", re.sub(r"<[^>]*>", "\n", text))


def _speaking(files: list[Path], words_of: Callable[[str], Iterator[str]]) -> dict[str, list[str]]:
    """The files that say something, with what they say."""
    said = {path: [*words_of(path.read_text(encoding="utf-8"))] for path in files}
    return {path.relative_to(ROOT).as_posix(): words for path, words in said.items() if words}


def test_a_template_says_nothing() -> None:
    """Templates only lay out; the phrases come from the wording."""
    templates = [path for path in TEMPLATES if path.name not in OF_MAINTAINERS]
    assert len(templates) > 10
    assert _speaking(templates, _words_of) == {}


THE_THEMES_OWN = {"\\u003c", "/index.html"}
"""What it says within Jinja and no reader sees: a character's escape, and the end of an address."""


def test_the_theme_says_nothing() -> None:
    """The theme has no phrases either; MkDocs hands them to it."""
    assert len(THEME) > 3
    assert _speaking(THEME, _words_of_theme) == {}


def _words_of_theme(template: str) -> Iterator[str]:
    return (words for words in _words_of(template, MKDOCS) if words not in THE_THEMES_OWN)


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>{{ page.when }} ago</p>", [" ago"]),
        ('<a href="x" aria-label="Back to {{ note.number }}">↑</a>', ["Back to "]),
        ("## Sources {#sources}", ["## Sources "]),
        ('{{ parts.links("Who says so", "claimants", page.rows) | html }}', ["Who says so"]),
        ('{%# a remark #%}<dl class="record">{% for row in rows %}{{ row }}{% endfor %}', []),
    ],
)
def test_what_a_template_says_is_found(template: str, words: list[str]) -> None:
    """The test above sees text, attributes and arguments, and takes no markup for them."""
    assert list(_words_of(template)) == words


NOT_SAID = ("outcome outcome-", "git log -p -- ", "SHA256SUMS", "Latin")
"""Texts of these modules that no page says: classes, a command, a file's name, that of a script."""


def _words_in(module: str) -> Iterator[str]:
    """The texts of a module, but for docstrings, that are more than the name of something."""
    tree = ast.parse(module)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    docstrings |= {id(name) for name in _exported(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = re.sub("<[^>]*>", "", node.value)
            phrase = re.search(rf"[A-Z]|{LETTER}\W* | {LETTER}", text)
            if phrase and id(node) not in docstrings and text not in NOT_SAID:
                yield text


def _exported(tree: ast.Module) -> Iterator[ast.AST]:
    """The names in a module's `__all__`."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            yield from ast.walk(node)


def test_a_page_chooses_its_phrases() -> None:
    """The modules of pages write no phrase and no part of one."""
    assert len(MODULES) > 20
    assert _speaking(MODULES, _words_in) == {}


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ('tag("p", f"of {x}")', ["of "]),
        ('link(ref, "Permanent page", class_="cite")', ["Permanent page"]),
        ("label = 'When'", ["When"]),
        ('def f():\n    """Say so."""\n    return f"<b class=\'x y\'>{z}</b>, {page}.md"', []),
    ],
)
def test_a_phrase_in_a_module_is_found(module: str, words: list[str]) -> None:
    """The test above sees phrases and parts of them, and takes no name for one."""
    assert list(_words_in(module)) == words


NOT_ENGLISH = {"use strict", "figcaption ul", "Enter", "Escape", "Sound"}
"""Texts of scripts that look like words: a mode, a selector, keys, and the end of a field's name."""


def _words_in_script(script: str) -> Iterator[str]:
    """The texts of a script that are several words, or one with a capital."""
    code = re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)
    code = re.sub(r"(?m)(?:^|\s)//.*$", "", code)
    for _, text in re.findall(r"""(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1""", code):
        for part in re.split(r"\$\{[^}]*\}", text):
            words = re.fullmatch(r"[ “‘(]*([A-Z]?[a-z’']+(?: [A-Za-z’']+)+|[A-Z][a-z’']+)\W*", part)
            if words and words[1] not in NOT_ENGLISH:
                yield words[1]


def test_a_script_says_nothing() -> None:
    """Scripts get their phrases from the page, or from the index of the search."""
    assert len(SCRIPTS) > 5
    assert _speaking(SCRIPTS, _words_in_script) == {}


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ('button.textContent = "Copied";', ["Copied"]),
        ("status.textContent = `${count} facts shown.`;", ["facts shown"]),
        ("make('p', 'hint', 'nothing found'); // It says \"Nothing is here\"", ["nothing found"]),
        ('document.querySelector(".claim .says, a[href]"); element.role = "status";', []),
    ],
)
def test_what_a_script_says_is_found(script: str, words: list[str]) -> None:
    """The test above sees words, and takes no selector and no name for them."""
    assert list(_words_in_script(script)) == words
