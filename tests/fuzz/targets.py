"""What is tried with random input, and what must hold whatever the input is.

A target raises Escape if something is not seen as typed; any other exception is a crash.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.atlas.passages import find
from generator.check import check
from generator.markup.escaping import escape, tag
from generator.problems import as_github, as_text
from generator.records.passages import Exact
from generator.strict_yaml.reader import read
from generator.text.folding import fold_line
from generator.text.seed import Seed
from tests.fuzz.mutants import SYNTAX, changed, changes, laid
from tests.project import Project, sign_seeds
from tests.test_escaping import FRAGMENTS, markdown

SECONDS = 10
"""So long one input may take, at most."""


class Escape(AssertionError):  # noqa: N818  an escape is no error of the program that finds it
    """A text is not shown as typed, or a message is not safe to print."""


@dataclass(frozen=True)
class Target:
    """What is tried: random inputs, and the function that they are given to."""

    name: str
    inputs: st.SearchStrategy[Any]
    attempt: Callable[[Any], None]

    def __call__(self, given: Any) -> None:
        """Try one input. Raises whatever went wrong."""
        before = time.monotonic()
        self.attempt(given)
        if time.monotonic() - before > SECONDS:
            raise TimeoutError(f"took more than {SECONDS} seconds")


PIECES = st.sampled_from(
    (*SYNTAX, *FRAGMENTS, "a: ", "- ", "\n", "\n  ", "  - ", "\r\n", "\\", ",")
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=24).map("".join)


def _read(given: str | bytes) -> None:
    data = given if isinstance(given, bytes) else given.encode("utf-8", "surrogatepass")
    node, problems = read(data, "x.yaml")
    if (node is None) != bool(problems):
        raise Escape("neither content nor a problem, or both")
    lines = data.decode("utf-8", "replace").count("\n") + 2
    for problem in problems:
        for line in (as_text(problem), as_github(problem)):
            if not line.isprintable() or len(line.splitlines()) != 1 or len(line) > 2000:
                raise Escape(f"not one printable line: {line!r}")
        if not 1 <= problem.place.line <= lines:
            raise Escape(f"a place outside the file: {problem.place}")


def _match(given: tuple[str, int, int]) -> None:
    text, start, length = given
    seed = Seed("x.txt", text, "")
    start %= len(text) + 1
    quote = text[start : start + length]
    if not quote.strip() or not fold_line(quote):
        return
    sighting = find(Exact.model_construct(exact=quote), seed, "million")
    for place in sighting.places:
        there = fold_line(text[place.start : place.end])
        if there != fold_line(quote):
            raise Escape(f"{quote!r} is found where {there!r} stands in {text!r}, {sighting}")
        if not 0 <= place.start <= place.end <= len(text):
            raise Escape(f"a place outside the document: {place}")
        seed.around(place.start, place.end, 80)


def _escape(text: str) -> None:
    html = tag("p", tag("b", text), title=text)
    if not _kept(text).strip():
        return
    page = markdown().reset().convert(f"# {escape(text)} {{#top}}\n\n{html}")
    tree = LexborHTMLParser(page)
    if {one.tag for one in tree.css("*")} - {"html", "head", "body", "h1", "p", "b"}:
        raise Escape(f"{text!r} adds an element")
    typed = "".join(_kept(text).split())
    for one in tree.css("h1, b"):
        seen = "".join(one.text().split())
        if seen not in (typed, f"{typed}¶"):
            raise Escape(f"{text!r} is seen as {seen!r}")
    if {name for one in tree.css("p, b") for name in one.attributes} - {"title"}:
        raise Escape(f"{text!r} adds an attribute")


def _kept(text: str) -> str:
    """A text without what no page can show; the reader refuses that too."""
    return "".join(" " if one < " " or "\x7f" <= one < "\xa0" else one for one in text)


def _build(given: Any) -> None:
    project = given if isinstance(given, dict) else changed(given)
    with TemporaryDirectory(prefix="fuzz-") as name:
        folder = laid(project, Path(name))
        if "seeds/SHA256SUMS" not in project or isinstance(given, list):
            sign_seeds(folder)
        problems = check(folder).problems
        for problem in problems:
            for line in (as_text(problem), as_github(problem)):
                if len(line.splitlines()) != 1 or not line.isprintable():
                    raise Escape(f"not one printable line: {line!r}")
        if problems:
            return
        files = Project(folder).files
        facts = folder / "content/sources/note/facts.yaml"
        typed = {
            one["id"]: one
            for one in yaml.load(facts.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
        }
        for one in json.loads(files["data/facts.json"]):
            quotes = typed[one["id"]]["quote"]
            words = quotes if isinstance(quotes, str) else ""
            if words and fold_line(one["quotes"][0]["exact"]) != fold_line(words):
                raise Escape(f"{words!r} is in the data as {one['quotes'][0]['exact']!r}")


MATCHES = st.tuples(
    st.lists(st.sampled_from(("a", "b ", "1,000", "-\n", "\n", "\n\n", "\u00ad", "\u0301", "ﬁ", "“", "’", " ", "\u200b", "İ"))
             | st.text(max_size=3), min_size=1, max_size=30).map("".join),
    st.integers(0, 400),
    st.integers(1, 30),
)  # fmt: skip

READABLE = st.lists(st.sampled_from(FRAGMENTS) | st.text(st.characters(codec="utf-8"), max_size=4), max_size=12).map("".join)  # fmt: skip

TARGETS = {
    one.name: one
    for one in (
        Target("reader", TEXTS, _read),
        Target("matcher", MATCHES, _match),
        Target("escape", READABLE, _escape),
        Target("project", changes(), _build),
    )
}
