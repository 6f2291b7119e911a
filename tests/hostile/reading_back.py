"""Reads the texts back from the pages and from every form of the data, as other programs do.

Each function gives, for each mark, what has become of the text there.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping

import feedparser
import rispy
from lxml import etree
from pybtex.database.input.bibtex import Parser
from pybtex.richtext import Text
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.data.tables import typed as cell_typed
from generator.text.characters import REFUSED, allowed
from tests.hostile.showing import Typed

Files = Mapping[str, str]
"""The files of `build/docs`, by path."""

Read = Iterator[tuple[str, str]]
"""A fact's id or a topic's reference, and the text that is read for it; `/quote` follows the id if
the text is what the fact quotes."""

QUOTE = "/quote"


def squeezed(text: str | None) -> str:
    """A text as it is seen."""
    return " ".join((text or "").split())


def from_json(files: Files) -> Read:
    """The JSON, with the words that a fact quotes."""
    for one in json.loads(files["data/facts.json"]):
        yield one["id"], squeezed(one["statement"])
        yield one["id"], squeezed(one["note"])
        yield one["id"] + QUOTE, squeezed(one["quotes"][0]["exact"])
    for one in json.loads(files["data/entities.json"]):
        yield one["ref"], squeezed(one["name"])


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def from_csv(files: Files) -> Read:
    """The tables, as a spreadsheet has them: no cell begins like a formula."""
    for table in ("facts", "passages", "entities"):
        for row in _rows(files[f"data/{table}.csv"]):
            for name, column in (
                ("id", "statement"),
                ("id", "note"),
                ("fact", "exact"),
                ("ref", "name"),
            ):
                if name in row and column in row:
                    runs = row[column].lstrip()[:1] in tuple("=+-@")
                    key = row[name] + (QUOTE if column == "exact" else "")
                    yield key, "a formula" if runs else squeezed(cell_typed(row[column]))


def from_jsonld(files: Files) -> Read:
    """The linked data, in its file and in the head of each page."""
    for one in json.loads(files["data/facts.jsonld"])["@graph"]:
        if "Claim" in one["@type"]:
            yield one["identifier"], squeezed(one["text"])
    for path, text in files.items():
        if path.startswith("facts/f-h"):
            linked = text.split("linked: |-\n  ", 1)[1].split("\n---\n")[0]
            html = f'<script type="application/ld+json">{linked}</script><i></i>'
            tree = LexborHTMLParser(html)
            fact = path[6:-3]
            if [node.tag for node in tree.css("script, i")] != ["script", "i"]:
                yield fact, "the end of a script"
                continue
            nodes = json.loads(tree.css("script")[0].text())["@graph"]
            yield from ((fact, squeezed(one["text"])) for one in nodes if "text" in one)


def from_atom(files: Files) -> Read:
    """The feed of everything, and what each follows to."""
    path = "data/facts.atom"
    while path:
        text = files[path]
        for entry in feedparser.parse(text.encode()).entries:
            html = LexborHTMLParser(entry.content[0].value)
            yield entry.id.rpartition("/")[2], squeezed(entry.title)
            yield entry.id.rpartition("/")[2], squeezed(html.css("p")[0].text())
        after = etree.fromstring(text.encode()).find("{*}link[@rel='next']")
        path = "" if after is None else f"data/{after.get('href').rpartition('/')[2]}"


_OF_LATEX = {
    "\\$": "$",
    "\\textbraceleft ": "{",
    "\\textbraceright ": "}",
    "\\textasciicircum ": "^",
}
"""What pybtex leaves as it is written, with the space that it reads after it."""


def from_bibtex(files: Files) -> Read:
    """The BibTeX, its LaTeX read."""
    for key, entry in Parser().parse_string(files["data/citations.bib"]).entries.items():
        title = str(Text.from_latex(entry.fields["title"]))
        for command, sign in _OF_LATEX.items():
            title = title.replace(command, sign)
        yield key, squeezed(title)


def from_ris(files: Files) -> Read:
    """The RIS."""
    for one in rispy.loads(files["data/citations.ris"]):
        yield one["id"], squeezed(one["title"])


def from_ris_quotes(files: Files) -> Read:
    """The RIS, with the words that a claim quotes."""
    for one in rispy.loads(files["data/citations.ris"]):
        if one["id"].startswith("f-h"):
            yield (
                one["id"] + QUOTE,
                squeezed(squeezed(one.get("abstract")).removeprefix("“").removesuffix("”")),
            )


def from_epub(files: Files) -> Read:
    """The files of the book, as a strict reader of XML has them."""
    for path, text in files.items():
        name = path.removeprefix("EPUB/").removesuffix(".xhtml")
        if not path.endswith(".xhtml") or not name.startswith(("claims/", "topics/case")):
            continue
        page = etree.fromstring(text.encode())
        if name.startswith("topics"):
            yield name, squeezed("".join(page.find(".//{*}h1").itertext()))
        claims = page.iterfind(".//{*}section[@id]") if name.startswith("claims") else ()
        for claim in (one for one in claims if one.get("id").startswith("f-h")):
            for piece, part in (
                ("{*}p[@class='statement']", ""),
                ("{*}blockquote/{*}p", QUOTE),
                ("{*}p[@class='hint']", ""),
            ):
                yield claim.get("id") + part, squeezed("".join(claim.find(piece).itertext()))


def from_csl(files: Files) -> Read:
    """The CSL-JSON."""
    for one in json.loads(files["data/citations.csl.json"]):
        yield one["id"], squeezed(one["title"])


def from_search(files: Files) -> Read:
    """The search index: each of its files is one call, with JSON in it."""
    for path, text in files.items():
        name = path.rpartition("/")[2]
        if not path.startswith("search/data/"):
            continue
        call = re.fullmatch(r"attestedSearch\.put\((.*)\);\n", text, re.DOTALL)
        if call is None or len(text.splitlines()) != 1:
            yield "f-h", f"{path} is not one call"
            continue
        _, _, told = json.loads(f"[{call[1]}]")
        if name.startswith("texts-"):
            yield from ((row[0], squeezed(row[2])) for row in told["rows"])
        if name.startswith("shown-"):
            yield from ((row[0], squeezed(row[1])) for row in told)


FORMS: tuple[Callable[[Files], Read], ...] = (
    from_json,
    from_csv,
    from_jsonld,
    from_atom,
    from_bibtex,
    from_ris,
    from_ris_quotes,
    from_csl,
    from_search,
)


def differences(read: Callable[[Files], Read], files: Files, told: tuple[Typed, ...]) -> list[str]:
    """What a form has that was not typed, and what it lacks. `[]` if there is no difference."""
    expected = {key: one.words for one in told for key in (one.fact, f"topics/case-{one.mark}")}
    expected |= {one.fact + QUOTE: one.quoted for one in told}
    found, seen = [], set[str]()
    try:
        for key, text in read(files):
            if key in expected:
                seen.add(key.removesuffix(QUOTE))
            if key.startswith(("f-h", "topics/case")) and text != expected.get(key):
                found.append(f"{key} reads {text!r}")
    except Exception as error:  # noqa: BLE001  whatever a program of others stumbles over
        found.append(f"can't be read: {error!r}")
    return found + sorted(one.fact for one in told if one.fact not in seen)


def shape(node: LexborNode) -> list[tuple[str, tuple[str, ...]]]:
    """The elements in a piece of a page, with their attributes; the way of a script is no difference."""
    return [
        (one.tag or "", tuple(sorted(set(one.attributes) - {"dir", "lang"})))
        for one in node.css("*")
    ]


def on_page(article: LexborNode, one: Typed) -> list[str]:
    """What of a page's heading, sentence, quotation and note is not as typed."""
    pieces = {"h1": one.words, "p.statement": one.words, "blockquote.quote p": one.quoted}
    found = []
    for selector, words in pieces.items():
        nodes = article.css(selector)
        seen = squeezed(nodes[0].text()).rstrip("¶") if nodes else "nothing"
        if squeezed(seen) != words:
            found.append(f"{one.fact}: {selector} shows {seen!r}")
    return found


def hidden(files: Files) -> list[str]:
    """The files that have a character that reverses or hides what is around it."""
    return [
        path
        for path, text in files.items()
        if any(
            hit[0] not in "\t\r" and hit.start() and not allowed(text, hit.start())
            for hit in REFUSED.finditer(text)
        )
    ]
