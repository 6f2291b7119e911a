"""The site's own words stand in `site_config/wording.yaml`: all of them there, and none unused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from shutil import rmtree
from typing import get_args

import pytest
import yaml
from jinja2 import Environment, nodes

from generator.book.package import book
from generator.build import DOCS, build, check
from generator.config.wording import Wording
from generator.config.wording.claims import Outcomes, Reasons
from generator.config.wording.lists import Named
from generator.findings.compare import Outcome, Reason
from generator.findings.findings import find_out
from generator.load.project import load
from generator.pages.editions import Edition, offer
from generator.records.fields import BRACES
from generator.site import files
from tests.project import ROOT, lay_out, reworded

OF_MAINTAINERS = "review.html.j2"
"""The template whose page is no part of the site."""

TEMPLATES = sorted((ROOT / "generator").rglob("*.j2"))
FOR_MACHINES = ("package.py", "render.py")
"""They write the names of the EPUB standard, and front matter: no phrase."""

MODULES = sorted(
    path
    for folder in ("pages", "book")
    for path in (ROOT / "generator" / folder).glob("*.py")
    if path.name not in FOR_MACHINES
)
LETTER = r"[^\W\d_]"
NAME = re.compile(r"[a-z]+([-/.][a-z0-9]+)*")
SEEN = "alt|aria-(?![a-z]+by)[a-z]+|content|label|placeholder|summary|title"


def _words_of(template: str) -> Iterator[str]:
    """What a template itself says: its text, its attributes, and its texts within Jinja."""
    jinja = Environment(comment_start_string="{%#", comment_end_string="#%}")  # noqa: S701 only read
    for constant in jinja.parse(template).find_all(nodes.Const):
        if isinstance(constant.value, str) and not NAME.fullmatch(constant.value):
            yield constant.value
    text = re.sub(r"\{%#.*?#%\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?\}", "", template, flags=re.DOTALL)
    for attribute in re.findall(rf'\b(?:{SEEN})="([^"]*)"', text):
        yield from re.findall(rf".*{LETTER}.*", attribute)
    yield from re.findall(rf".*{LETTER}.*", re.sub(r"<[^>]*>", "\n", text))


@pytest.mark.parametrize(
    "template", [one for one in TEMPLATES if one.name != OF_MAINTAINERS], ids=lambda path: path.name
)
def test_a_template_says_nothing(template: Path) -> None:
    """Templates lay out; what is said is the wording's."""
    assert list(_words_of(template.read_text(encoding="utf-8"))) == []


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


NOT_SAID = ("outcome outcome-", "git log -p -- ")
"""Two texts of `generator/pages/` that are no English: classes, and a command."""


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


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_page_chooses_its_phrases(module: Path) -> None:
    """The modules of pages write no phrase and no part of one."""
    assert list(_words_in(module.read_text(encoding="utf-8"))) == []


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


def _phrases(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _phrases(one)


COMPARED = {"outcomes", "reasons"}


def test_every_phrase_is_said(tmp_path: Path) -> None:
    """Each phrase is on a page of the real project or of the fictional one.

    But for those that say how answers compare: these worlds need not have all that there may be.
    """
    numbers = count(1)
    wording = reworded(lambda _: f"⟦{next(numbers)}⟧")
    pages = ""
    without_a_map = lay_out(tmp_path / "bare")
    rmtree(without_a_map / "site_config/map")
    for root in (ROOT, lay_out(tmp_path / "project"), without_a_map):
        atlas = check(root).atlas
        assert atlas is not None
        config = atlas.config.model_copy(update={"wording": wording})
        reworded_atlas = replace(atlas, config=config)
        pages += "".join(files(reworded_atlas).values())
        pages += "".join(book(reworded_atlas, find_out(reworded_atlas), "", 0).values())
    pages += offer((Edition("archive", 1, ""),), wording)
    said = set(re.findall(r"⟦\d+⟧", pages))
    for part, phrases in wording.model_dump(exclude=COMPARED).items():
        enough = any if part == "counts" else all  # of some things these worlds have several
        for name, value in phrases.items():
            assert enough(BRACES.sub("", one) in said for one in _phrases(value)), (part, name)


@pytest.mark.parametrize(("model", "names"), [(Outcomes, Outcome), (Reasons, Reason)])
def test_whatever_comes_of_comparing_has_a_phrase(model: type[Named], names: object) -> None:
    """Each outcome and each reason that `compare` may give, and no other."""
    assert set(model.model_fields) == {name.replace("-", "_") for name in get_args(names)}
    assert {*Wording.model_fields} > COMPARED


def test_the_menu_calls_a_page_by_its_title() -> None:
    """The titles of the lists, which MkDocs has to be told too, are those of the wording."""
    menu = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    named = {path.partition("/")[0]: title for entry in menu for title, path in entry.items()}
    atlas = check(ROOT).atlas
    assert atlas is not None
    assert {**named, "index.md": ""} == {**dict(atlas.config.wording.titles), "index.md": ""}


def test_another_wording_is_another_page(tmp_path: Path) -> None:
    """What an editor writes into the file is what a reader sees, to the letter."""
    project = lay_out(tmp_path / "project")
    place = project / "site_config/wording.yaml"
    text = place.read_text(encoding="utf-8")
    for old, new in {
        "says: Said by {who}\n": "says: So {who} *says* <b>\n",
        "evidence: Evidence\n": "evidence: '[Evidence] & more'\n",
    }.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    place.write_text(text, encoding="utf-8", newline="\n")
    assert build(project).problems == ()
    page = (project / DOCS / "facts/f-p0000001.md").read_text(encoding="utf-8")
    assert "Said by" not in page
    assert re.search(r"So <b>.*</b> &#42;says&#42; &#60;b&#62;", page)
    assert "## &#91;Evidence&#93; &#38; more {#evidence}" in page


def test_todays_wording_stands_in_for_an_older_one(tmp_path: Path) -> None:
    """`diff` reads revisions whose configuration lacks what the program has asked for since."""
    today, _ = load(lay_out(tmp_path / "today"))
    assert today is not None
    older = lay_out(tmp_path / "older")
    (older / "site_config/wording.yaml").write_text("why-kind: Another kind.\n", encoding="utf-8")
    assert load(older)[0] is None
    entries, problems = load(older, today.config)
    assert entries is not None
    assert entries.config is today.config
    assert {problem.rule for problem in problems} == {"configuration"}
