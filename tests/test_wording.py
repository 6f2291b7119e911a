"""The site's own words are in one file, `wording.yaml`: all of them, and none unused."""

from __future__ import annotations

import json
import re
from dataclasses import FrozenInstanceError, replace
from itertools import count
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
import yaml

from generator.book.package import book
from generator.build import DOCS, build
from generator.check import check
from generator.config.wording import needed, shape
from generator.findings.findings import find_out
from generator.load.defaults import default
from generator.load.project import load
from generator.pages.editions import Edition, offer
from generator.problems import as_text
from generator.records.fields import BRACES
from generator.site import files
from generator.strict_yaml.reader import Node, locate, plain, read
from tests.phrases import Names, leaves
from tests.project import DEFAULTS, ROOT, Project, configured, lay_out, put, reworded

WORDING = "site_config/wording.yaml"


def test_the_program_needs_what_the_wording_has(update_golden: bool) -> None:
    """`wording.json` is the wording that every project has, without its words."""
    node = default("wording")
    assert node is not None
    made = shape(plain(node))
    if update_golden:
        text = json.dumps(made, indent=1) + "\n"
        (ROOT / "generator/config/wording.json").write_text(text, encoding="utf-8", newline="\n")
    advice = "look at the difference, then `pytest tests/test_wording.py --update-golden`"
    assert needed() == made, advice


def test_the_wording_is_in_the_order_of_its_file() -> None:
    """What is read one after the other is so in the order in which an editor wrote it."""
    text = (DEFAULTS / "wording.yaml").read_text(encoding="utf-8")
    written = yaml.safe_load(text)
    wording = configured().wording
    assert list(wording) == list(written)
    assert list(wording.home.ways.items()) == list(written["home"]["ways"].items())


def test_the_wording_never_changes() -> None:
    """A phrase can't be set, and what there is not can't be read."""
    wording: Any = reworded(lambda words: words)
    with pytest.raises(FrozenInstanceError):
        wording.claim.says = "No"
    with pytest.raises(TypeError):
        wording.claim["says"] = "No"
    with pytest.raises(AttributeError, match="'sayes'"):
        _ = wording.claim.sayes


COMPARED = {"outcomes", "reasons", "comparing", "standings", "stands", "stands_of_two"}
ELSEWHERE = {"search", "theme", "locators"}
"""Phrases of the search's script, which are in the index as a whole, those that MkDocs writes, and
the kinds of places in documents, of which these worlds have a few."""

FIELDS = {("fact", "fields"), ("source", "fields")}
"""Names of fields, of which these worlds infer only some."""

RARE = {
    ("home", "begin"),
    ("home", "first_step"),
    ("source", "no_facts"),
    ("cite", "called"),
    ("withdrawn", "not_replaced"),
    ("lists", "digits"),
    ("map", "all_facts"),
    ("network", "rest"),
    ("book", "part"),
    *(("chart", name) for name in ("billion", "million", "voice", "beyond")),
    *(("claim", name) for name in ("denied_by", "parties_named", "party_itself", "parties_shown")),
    ("claim", "translated", "by"),
    *(("claim", "translated", "known", name) for name in ("us", "document")),
    *(("amounts", name) for name in ("yearly", "change", "estimated_bound", "estimated_end")),
    *(("entity", name) for name in ("told_after", "more_ties", "in_full", "part")),
    *(("course", "parts", name) for name in ("dated", "loose", "undated")),
    *(("timeline", "signs", name) for name in ("between", "by", "later")),
    ("question", "apart_reasons", "times"),
}
"""What few projects say: amounts of millions, estimates, a site without claims, a document with the
title of another, a claim that was translated, and so on. These worlds lack them; other tests hold them."""

OF_A_LEAD = re.compile(
    "side_.*|.*_side|times_and|said_.*|some_undated|apart|minimums|clash_.*|in_short|compared_as|undrawn|"
    "unlisted|reason_counted"
)
"""The phrases of a question's first lines and of crowded questions, which depend on what its answers are."""

COUNTED = {f"more_{one}" for one in ("answers", "amounts", "claims", "voices")} | {
    "months",
    "years",
}
"""What is counted on a few pages alone."""


@pytest.mark.pages
def test_every_phrase_is_said(world: Project, tmp_path: Path) -> None:
    """Each phrase is on a page of the fictional project or of the second corpus.

    The real project is not asked: a new fact there may be the first or the last to use a phrase.

    But for those that say how answers compare: these worlds need not have all that there may be.
    Those of the search's script are in the index together, whether it uses them or not; the tests
    above see which it uses.
    """
    numbers = count(1)
    wording = reworded(lambda _: f"⟦{next(numbers)}⟧")
    pages = ""
    # Without a map, and with a document that nothing dates and a claim without a year.
    bare = lay_out(tmp_path / "bare")
    rmtree(bare / "site_config/map")
    source = bare / "content/sources/mill-notes/source.yaml"
    facts = bare / "content/sources/toll-book/facts.yaml"
    for file, given, instead in (
        (source, r"dates:\n(  .*\n)+", ""),
        (facts, "when: 1903-06", "when: XXXX-06"),
    ):
        edited, edits = re.subn(given, instead, file.read_text(encoding="utf-8"))
        assert edits
        file.write_text(edited, encoding="utf-8")
    for atlas in (Project(ROOT / "tests/corpora/kings").atlas, world.atlas, Project(bare).atlas):
        config = atlas.config.model_copy(update={"wording": wording})
        reworded_atlas = replace(atlas, config=config)
        pages += "".join(dict(files(reworded_atlas)).values())
        pages += "".join(book(reworded_atlas, find_out(reworded_atlas), "", 0).values())
    pages += offer((Edition("archive", 1, ""),), wording)
    said = set(re.findall(r"⟦\d+⟧", pages))
    for leaf, _ in leaves(needed()):
        phrase: Any = wording
        for name in leaf:
            phrase = phrase if name == "*" else phrase[name]
        enough = any if leaf[0] == "counts" else all  # of some things these worlds have several
        phrases = (phrase,) if isinstance(phrase, str) else phrase
        left_out = leaf[0] in COMPARED | ELSEWHERE or leaf in RARE or leaf[:2] in FIELDS
        left_out |= leaf[0] == "question" and OF_A_LEAD.fullmatch(leaf[1]) is not None
        left_out |= leaf[0] == "counts" and leaf[1] in COUNTED
        if not left_out:
            assert enough(BRACES.sub("", one) in said for one in phrases), leaf


NUMBER = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|[2-9]|[1-9][0-9]+"
OF_DOCUMENTS = re.compile(
    rf"\b(?:{NUMBER})(?: [\w-]+){{0,2}} \[?(?:documents|sources)\b"
    rf"|\b(?:{NUMBER}) of (?:them|these|the (?:documents|sources)|(?:{NUMBER}))\b"
    rf"|\ball (?:{NUMBER})\b",
    re.IGNORECASE,
)
TEXTS = [
    ROOT / "site_config/site.yaml",
    *(DEFAULTS / f"{name}.yaml" for name in ("vocabulary", "wording")),
    *(ROOT / "site_config/pages").rglob("*.md"),
    *(DEFAULTS / "pages").rglob("*.md"),
    *(ROOT / name for name in ("README.md", "CITATION.cff")),
]
"""What says something of the documents."""


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_no_number_of_documents_is_written_by_hand(path: Path) -> None:
    """A sixth document makes nothing untrue: how many there are is counted, or is not said."""
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert OF_DOCUMENTS.findall(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Five documents tell of it",
        "the five [documents](x) were given",
        "that three of them say so",
        "Three of five say so",
        "what all five leave out",
        "12 partisan sources",
    ],
)
def test_a_number_of_documents_is_found(text: str) -> None:
    """The test above sees a number of documents, however it is written."""
    assert OF_DOCUMENTS.search(text)


def test_the_ways_in_are_in_the_order_of_the_file(tmp_path: Path) -> None:
    """An editor who moves a way up in the file has moved it up on the first page."""
    project = _worded(tmp_path / "project")
    file = project / WORDING
    text = file.read_text(encoding="utf-8")
    people, units = (
        re.search(rf"^    {name}: .*\n", text, re.MULTILINE) for name in ("people", "units")
    )
    assert people is not None
    assert units is not None
    assert people.end() == units.start()
    file.write_text(text.replace(people[0] + units[0], units[0] + people[0]), encoding="utf-8")
    assert build(project).problems == ()
    home = (project / DOCS / "index.md").read_text(encoding="utf-8")
    ways = re.findall(r'href="(\w+)/index.html"', home.partition('<ul class="ways">')[2])
    assert ways[:3] == ["units", "people", "topics"]


def test_another_wording_is_another_page(tmp_path: Path) -> None:
    """What an editor writes into the file is what a reader sees, to the letter."""
    project = _worded(tmp_path / "project")
    _planted(project, ("claim", "says"), "says", "So {who} *says* <b>")
    _planted(project, ("fact", "evidence"), "evidence", "'[Evidence] & more'")
    assert build(project).problems == ()
    page = (project / DOCS / "facts/f-p0000001.md").read_text(encoding="utf-8")
    assert re.search(r"So <b>.*</b> &#42;says&#42; &#60;b&#62;", page)
    assert "## &#91;Evidence&#93; &#38; more {#evidence}" in page


def _worded(folder: Path) -> Path:
    """The fictional project with every phrase in a file of its own."""
    put(lay_out(folder), {WORDING: (DEFAULTS / "wording.yaml").read_text("utf-8")})
    return folder


def _node(project: Path) -> Node:
    node, problems = read((project / WORDING).read_bytes(), WORDING)
    assert node is not None, problems
    return node


def _planted(project: Path, names: Names, key: str, phrase: str | None = None) -> None:
    """The phrase of these names is called `key`; it says something else, or all that it says now."""
    line, column = locate(_node(project), names, key=True)
    lines = (project / WORDING).read_text(encoding="utf-8").split("\n")
    now = lines[line - 1]
    rest = now[column - 1 + len(names[-1]) :] if phrase is None else f": {phrase}"
    lines[line - 1] = f"{now[: column - 1]}{key}{rest}"
    put(project, {WORDING: "\n".join(lines)})


def _complaints(project: Path) -> list[str]:
    return [as_text(problem) for problem in check(project).problems]


@pytest.mark.parametrize(
    ("name", "phrase", "complaint"),
    [
        (
            "claim.says",
            "{whom}",
            "'{whom}' has {whom}, which the program does not fill in; did you mean 'who'?",
        ),
        (
            "claim.citation",
            "'{number}, {letter}'",
            "'{number}, {letter}' has {letter}, which the program does not fill in; write it with {document}, {number}",
        ),
        (
            "claim.permanent",
            "Page of {fact}",
            "'Page of {fact}' has {fact}, which the program does not fill in; write it without braces",
        ),
        (
            "amounts.stated.less_than",
            "fewer",
            "'fewer' has no {number}; write it with {number}",
        ),
        (
            "fact.evidence",
            "Evidence }",
            "'Evidence }' has an unmatched brace; close or remove it",
        ),
        ("claim.unnamed", '""', "'' is empty; write a phrase"),
        ("counts.facts", '["{count} fact(s)"]', "is not a pair; write [one, several]"),
        (
            "counts.facts",
            '["{count}", "{count}", "{count}"]',
            "is not a pair; write [one, several]",
        ),
        ("counts.facts", '"{count} facts"', "'{count} facts' is not a pair; write [one, several]"),
        (
            "titles.map",
            "[A, map]",
            (
                "is read as a list or as fields, because it begins with [ or {, or because of the lines below it; "
                "put the value in quotation marks, or on lines under '>-'"
            ),
        ),
    ],
)
def test_a_phrase_that_cannot_be_used_is_reported(
    tmp_path: Path, name: str, phrase: str, complaint: str
) -> None:
    """Other slots than are filled, half a brace, nothing, one form for two: told with its place."""
    project, names = _worded(tmp_path / "project"), tuple(name.split("."))
    _planted(project, names, names[-1], phrase if phrase[0] != "{" else f"'{phrase}'")
    line, column = locate(_node(project), names)
    expected = f"{WORDING}:{line}:{column}: configuration: wording.{name}: {complaint}"
    assert _complaints(project) == [expected]


@pytest.mark.parametrize(
    ("name", "wrong", "advice"),
    [
        ("claim.stands_for", "stand_for", "; did you mean 'stands_for'?"),
        ("reasons.contrary", "nothing_like_it", "; remove it"),
        ("amounts", "amonts", "; did you mean 'amounts'?"),
    ],
)
def test_a_phrase_without_its_name_is_reported(
    tmp_path: Path, name: str, wrong: str, advice: str
) -> None:
    """A name that the program does not know is told once; the default says what it meant to say."""
    project, names = _worded(tmp_path / "project"), tuple(name.split("."))
    _planted(project, names, wrong)
    wrongly = (*names[:-1], wrong)
    line, place = locate(_node(project), wrongly, key=True)
    assert _complaints(project) == [
        f"{WORDING}:{line}:{place}: configuration: wording.{'.'.join(wrongly)}: there is no such field{advice}",
    ]


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
