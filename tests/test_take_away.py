"""The same provenance in every form: each fact is read back from each, as other programs read it.

What is compared with is the page of the fact, as it is written: the statement, who says so, when,
the document, the very words. Other people's programs do the reading: pyld, feedparser, pybtex,
rispy, citeproc.
"""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import feedparser
import pytest
import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft202012Validator
from lxml import etree
from pybtex.database import Person
from pybtex.database.input.bibtex import Parser
from pybtex.richtext import Text
from pyld import jsonld
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.atlas.atlas import Atlas
from generator.data.tables import SEVERAL, typed
from generator.data.work_dates import exact
from generator.text import dates
from tests.project import ROOT, Project, wording

pytestmark = pytest.mark.pages

SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
BASE = "https://base.example/wend/"
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Shown:
    """A fact as its page shows it, or as another form has it."""

    statement: str
    says: str
    when: str
    document: str
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class Taken:
    """A project with every file that is made of it, and each fact as its page shows it."""

    atlas: Atlas
    files: dict[str, str]
    shown: dict[str, Shown]

    def page(self, path: str) -> LexborHTMLParser:
        """A page without its front matter. Its parts are markup already, so that Markdown adds none."""
        return LexborHTMLParser(self.files[path].split("---\n", 2)[2])

    def name(self, path: str) -> str:
        """The name of a thing for all time."""
        return self.atlas.config.site.name_of(path)


@pytest.fixture(scope="module")
def project(either: Project) -> Taken:
    """The real project, and the fictional one, which has an address, a ledger and old dates."""
    made = Taken(either.atlas, either.files, {})
    made.shown.update((fact, _shown(made.page(f"facts/{fact}.md"))) for fact in made.atlas.claims)
    return made


def squeezed(text: str) -> str:
    """A text as it is seen."""
    return " ".join(text.split())


def _text(node: LexborNode | None) -> str:
    assert node is not None
    return squeezed(node.text())


def _shown(page: LexborHTMLParser) -> Shown:
    record = page.css_first("dl.record")
    assert record is not None
    rows = {_text(row.css_first("dt")): _text(row.css_first("dd")) for row in record.iter()}
    return Shown(
        _text(page.css_first("p.statement")),
        _text(page.css_first("p.says")),
        rows[wording().fact.when],
        rows[wording().fact.document],
        tuple(_text(quote) for quote in page.css("blockquote.quote:not(.context)")),
    )


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV file, with what stood in their cells before they were made inert."""
    assert text.startswith("\ufeff")
    read = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    return [{name: typed(cell) for name, cell in row.items()} for row in read]


def from_json(project: Taken) -> dict[str, Shown]:
    """What the JSON says; who says so is there in parts, which `test_speakers` compares."""
    sources = {one["ref"]: one["title"] for one in json.loads(project.files["data/sources.json"])}
    return {
        one["id"]: Shown(
            squeezed(one["statement"]),
            project.shown[one["id"]].says,
            project.shown[one["id"]].when,
            sources[one["source"]],
            tuple(squeezed(quote["exact"]) for quote in one["quotes"]),
        )
        for one in json.loads(project.files["data/facts.json"])
    }


def from_csv(project: Taken) -> dict[str, Shown]:
    """What the CSV says: the passages are in a table of their own too, one a row."""
    passages: dict[str, list[str]] = {}
    for row in rows(project.files["data/passages.csv"]):
        if row["role"] == "quote":
            passages.setdefault(row["fact"], []).append(row["exact"])
    found = {}
    for row in rows(project.files["data/facts.csv"]):
        quotes = passages[row["id"]]
        assert row["quotes"] == SEVERAL.join(quotes)
        found[row["id"]] = Shown(
            squeezed(row["statement"]),
            squeezed(row["says"]),
            squeezed(row["when_in_words"]),
            squeezed(row["document"]),
            tuple(map(squeezed, quotes)),
        )
    return found


def offline(url: str, _options: object) -> object:
    """No context is fetched."""
    raise AssertionError(f"asks for {url}")


@lru_cache(maxsize=1)
def expanded(text: str) -> list[dict[str, Any]]:
    """What JSON-LD says, without its own words for anything. Several tests read the same."""
    options = {"base": f"{BASE}data/facts.jsonld", "documentLoader": offline}
    nodes: list[dict[str, Any]] = jsonld.expand(json.loads(text), options)
    return nodes


def _value(node: dict[str, Any], term: str) -> str:
    (found,) = node[term]
    return squeezed(str(found["@value"] if "@value" in found else found["@id"]))


def claims_of(nodes: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The claims, by the facts' ids."""
    claims = (node for node in nodes if f"{SCHEMA}Claim" in node["@type"])
    return {_value(node, f"{SCHEMA}identifier"): node for node in claims}


def from_jsonld(project: Taken) -> dict[str, Shown]:
    """What the JSON-LD says in the words of schema.org and PROV."""
    nodes = expanded(project.files["data/facts.jsonld"])
    names = {node["@id"]: node for node in nodes}
    found = {}
    for fact, node in claims_of(nodes).items():
        document = _value(node, f"{PROV}hadPrimarySource")
        quotes = node[f"{SCHEMA}isBasedOn"]
        assert _value(node, f"{SCHEMA}appearance") == document
        assert {_value(quote, f"{PROV}wasQuotedFrom") for quote in quotes} == {document}
        found[fact] = Shown(
            _value(node, f"{SCHEMA}text"),
            _value(node, f"{SCHEMA}creditText"),
            _value(node, project.name("terms/whenInWords")),
            _value(names[document], f"{SCHEMA}name"),
            tuple(_value(quote, f"{SCHEMA}text") for quote in quotes),
        )
    return found


def parts_of_feed(project: Taken) -> Iterator[tuple[str, str]]:
    """The files of the feed of everything, each followed to the next."""
    path: str | None = "data/facts.atom"
    while path:
        text = project.files[path]
        yield path, text
        after = etree.fromstring(text.encode()).find(f"{ATOM}link[@rel='next']")
        path = None if after is None else f"data/{after.get('href').rpartition('/')[2]}"


def entries(text: str) -> list[Any]:
    """The entries of a feed, as a feed reader has them."""
    feed = feedparser.parse(text.encode())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return list(feed.entries)


def from_atom(project: Taken) -> dict[str, Shown]:
    """What the feed says."""
    found = {}
    for _, text in parts_of_feed(project):
        for entry in entries(text):
            if entry.tags[0].term == "withdrawn":
                continue  # no claim any more; tests/test_withdrawn.py reads it
            (content,) = entry.content
            html = LexborHTMLParser(content.value)
            statement, *_, about = (_text(node) for node in html.css("p"))
            assert squeezed(entry.title) == statement
            (via,) = (link for link in entry.links if link.rel == "via")
            fact = entry.id.rpartition("/")[2]
            shown = project.shown[fact]
            assert about.startswith(f"{shown.says}. When: {shown.when}. In: “{shown.document}”,")
            quotes = tuple(_text(node)[1:-1] for node in html.css("blockquote"))
            found[fact] = Shown(statement, shown.says, shown.when, squeezed(via.title), quotes)
    return found


def _cited(fact: str, project: Taken, title: str, note: str, abstract: str) -> Shown:
    """A fact as a bibliography has it: the note says what a bibliography has no field for."""
    shown = project.shown[fact]
    place = f"“{shown.document}”,"
    about = wording().cite.claim_note.format(id=fact, says=shown.says, when=shown.when, place=place)
    assert squeezed(note).startswith(about.rstrip(". "))
    originals = re.sub(r" \[“[^”]*”, [^\]]*\]", "", squeezed(abstract))  # without translations
    quotes = tuple(one[1:-1] for one in originals.split(" | "))
    return Shown(squeezed(title), shown.says, shown.when, shown.document, quotes)


def _from_latex(text: str) -> str:
    """A field as it is read; pybtex leaves this one sign as it is written."""
    return str(Text.from_latex(text)).replace("\\$", "$")


def from_bibtex(project: Taken) -> dict[str, Shown]:
    """What the BibTeX says, its LaTeX read."""
    found = {}
    for key, entry in Parser().parse_string(project.files["data/citations.bib"]).entries.items():
        if key.startswith("f-"):
            fields = {name: _from_latex(text) for name, text in entry.fields.items()}
            named = (fields["title"], fields["note"], fields["abstract"])
            found[key] = _cited(key, project, *named)
            (author,) = entry.persons["author"]
            assert isinstance(author, Person)
            assert str(author).strip("{}") == project.atlas.config.site.creator
    return found


def from_ris(project: Taken) -> dict[str, Shown]:
    """What the RIS says."""
    return {
        one["id"]: _cited(one["id"], project, one["title"], one["notes"][0], one["abstract"])
        for one in rispy.loads(project.files["data/citations.ris"])
        if one["id"].startswith("f-")
    }


def from_csl(project: Taken) -> dict[str, Shown]:
    """What the CSL-JSON says."""
    return {
        one["id"]: _cited(one["id"], project, one["title"], one["note"], one["abstract"])
        for one in json.loads(project.files["data/citations.csl.json"])
        if one["id"].startswith("f-")
    }


FORMS = (from_json, from_csv, from_jsonld, from_atom, from_bibtex, from_ris, from_csl)


@pytest.mark.parametrize("read", FORMS)
def test_every_fact_is_read_back(read: Callable[[Taken], dict[str, Shown]], project: Taken) -> None:
    """Each fact is in each form, with the statement, speakers, date, document and words of its page."""
    found = read(project)
    assert found.keys() == project.shown.keys()
    for fact, shown in project.shown.items():
        assert found[fact] == shown, fact


def test_speakers(project: Taken) -> None:
    """Who says so and through whom is the same in JSON, CSV and JSON-LD, and on the page."""
    table: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in rows(project.files["data/speakers.csv"]):
        table.setdefault((row["fact"], row["role"]), []).append((row["ref"], row["words"]))
    claims = claims_of(expanded(project.files["data/facts.jsonld"]))
    for fact in json.loads(project.files["data/facts.json"]):
        for role, term in (
            ("attributed_to", f"{PROV}wasAttributedTo"),
            ("via", project.name("terms/via")),
        ):
            given = [(one["ref"] or "", one["words"]) for one in fact[role]]
            assert table.get((fact["id"], role), []) == given
            linked = claims[fact["id"]].get(term, [])
            agents = linked[0]["@list"] if linked and "@list" in linked[0] else linked
            assert [_value(one, f"{SCHEMA}name") for one in agents] == [
                squeezed(words) for _, words in given
            ]
            for agent, (ref, _) in zip(agents, given, strict=True):
                own = project.name("terms/voiceOf") in agent
                assert own == (ref == fact["source"])
                assert agent.get("@id") == (None if own or not ref else project.name(ref))


def test_the_head_of_a_page_says_the_same(project: Taken) -> None:
    """For Zotero and for search engines: the claim of the page, as the page has it."""
    for fact, shown in project.shown.items():
        front = project.files[f"facts/{fact}.md"].split("---\n", 2)[1]
        linked = front.split("linked: |-\n  ", 1)[1]
        (claim,) = claims_of(expanded(linked)).values()
        assert claim["@id"] == project.name(f"facts/{fact}")
        assert _value(claim, f"{SCHEMA}text") == shown.statement
        assert _value(claim, f"{SCHEMA}creditText") == shown.says
        quotes = claim[f"{SCHEMA}isBasedOn"]
        assert tuple(_value(one, f"{SCHEMA}text") for one in quotes) == shown.quotes


def test_nothing_is_rated(project: Taken) -> None:
    """No form has a verdict on a claim."""
    for path, text in project.files.items():
        if path.endswith((".jsonld", ".md")):
            assert not [
                word for word in ("ClaimReview", "Rating", "acceptedAnswer") if word in text
            ]


def test_linked_data_is_a_graph_of_known_things(project: Taken) -> None:
    """As RDF every statement is kept, and what has one of our names is described."""
    document = json.loads(project.files["data/facts.jsonld"])
    options = {"base": f"{BASE}data/facts.jsonld", "documentLoader": offline}
    graph = jsonld.to_rdf(document, options)["@default"]
    ours = project.name("")
    subjects = {triple["subject"]["value"] for triple in graph}
    objects = {one["object"]["value"] for one in graph if one["object"]["type"] == "IRI"}
    named = {one for one in objects if one.startswith(ours) and "/terms/" not in one}
    assert named <= subjects
    assert len(subjects) > len(project.shown)
    roots = ("https://", "http://www.w3.org/", ours)
    assert {one["predicate"]["value"].startswith(roots) for one in graph} == {True}
    own = {one["predicate"]["value"] for one in graph if SCHEMA not in one["predicate"]["value"]}
    assert f"{PROV}wasQuotedFrom" in own
    files = {
        one["object"]["value"]
        for one in graph
        if one["predicate"]["value"] == f"{SCHEMA}contentUrl"
    }
    known = project.atlas.config.site.address or BASE
    assert {file.removeprefix(known) for file in files} == {
        path
        for path in project.files
        if re.fullmatch(r"data/[a-z.]+", path) and not path.endswith(".md")
    }
    addresses = [
        one["object"]["value"] for one in graph if one["predicate"]["value"] == f"{SCHEMA}url"
    ]
    paths = {f"{known}{path.removesuffix('.md')}.html" for path in project.files}
    outside = {text["address"] for text in _evidence(json.loads(project.files["data/facts.json"]))}
    outside |= {
        text["address"] for text in _evidence(json.loads(project.files["data/sources.json"]))
    }
    assert outside <= set(addresses) <= paths | outside


def _evidence(data: Any) -> Iterator[dict[str, Any]]:
    """Every text outside the corpus that some data names."""
    if isinstance(data, dict):
        yield from data.get("evidence", ())
    for inner in data.values() if isinstance(data, dict) else data:
        if isinstance(inner, dict | list):
            yield from _evidence(inner)


def test_the_whole_and_each_document_are_in_the_bibliography(project: Taken) -> None:
    """Of a document there is what its record has, and nothing else."""
    read = Parser().parse_string(project.files["data/citations.bib"]).entries
    assert str(Text.from_latex(read["index"].fields["title"])) == project.atlas.config.site.title
    for ref, document in project.atlas.documents.items():
        record, entry = document.record, read[f"document-{ref.partition('/')[2]}"]
        assert str(Text.from_latex(entry.fields["title"])) == record.title
        assert len(entry.persons.get("author", [])) == len(record.authors)
        assert ("publisher" in entry.fields) == (record.publisher is not None)
        published = [one.date for one in record.dates if one.of == "published"]
        years = {exact(one)[:4] for one in published} - {""}
        about = {dates.words(one, project.atlas.config.dates) for one in published[:1]}
        assert {entry.fields[name] for name in ("year",) if name in entry.fields} == (
            years or about
        )
        not_stated = wording().cite.not_stated.partition("{")[0]
        for field in record.known_from.keys() - {"short"}:
            assert wording().source.fields[field] in entry.fields["note"].split(not_stated)[1]


def test_a_citation_processor_takes_every_work(project: Taken) -> None:
    """A real processor of CSL makes a reference of each work, with its title in it.

    Of many claims it is given one in ten.
    """
    works = json.loads(project.files["data/citations.csl.json"])
    assert len(works) == len(project.shown) + len(project.atlas.documents) + 1
    whole, documents = works[:1], works[1 : len(project.atlas.documents) + 1]
    claims = works[len(project.atlas.documents) + 1 :]
    items = [*whole, *documents, *claims[:: 10 if len(claims) > 100 else 1]]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of variables that its style does not print
        source = CiteProcJSON([_typed(one) for one in items])
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for one in items:
            bibliography.register(Citation([CitationItem(one["id"])]))
        printed = [squeezed(str(line)) for line in bibliography.bibliography()]
    assert len(printed) == len(items)
    for one in items:
        lines = [line for line in printed if letters(one["title"]) in letters(line)]
        assert lines, one["id"]
        if "author" in one:
            first = one["author"][0]
            name = first.get("family") or first["literal"]
            assert [line for line in lines if name in line], one["id"]
        if "date-parts" in one.get("issued", {}):
            year = str(one["issued"]["date-parts"][0][0])
            assert [line for line in lines if year in line], one["id"]


def letters(text: str) -> str:
    """The letters and digits of a text: a style may set its marks and capitals otherwise."""
    return "".join(filter(str.isalnum, text)).casefold()


def _typed(item: dict[str, Any]) -> dict[str, Any]:
    """A work with the case of its id that this processor wants: it folds the ids it is asked for."""
    return {**item, "id": item["id"].lower()}


@pytest.mark.parametrize("ending", ["json", "csv", "jsonld"])
def test_the_file_beside_a_page_has_its_claims(ending: str, project: Taken) -> None:
    """No claim of the page is missing in the files beside it, and none is there that is not on it."""
    about, answers, drawn = project.atlas.about, project.atlas.answers, project.atlas.drawn_from
    wanted = {ref: [one.id for one in about.get(ref, ())] for ref in project.atlas.entities}
    for ref in project.atlas.questions:
        wanted[ref] = [*dict.fromkeys(one.claim.id for one in answers.get(ref, ()))]
    wanted |= {ref: [one.id for one in drawn.get(ref, ())] for ref in project.atlas.documents}
    readers: dict[str, Callable[[str], list[str]]] = {
        "json": lambda text: [one["id"] for one in json.loads(text)["facts"]],
        "csv": lambda text: [row["id"] for row in rows(text)],
        "jsonld": lambda text: [
            node["identifier"] for node in json.loads(text)["@graph"] if "Claim" in node["@type"]
        ],
    }
    for ref, facts in wanted.items():
        assert readers[ending](project.files[f"{ref}.{ending}"]) == facts, ref
        pages = [
            path
            for path in project.files
            if path.startswith((f"{ref}.md", f"{ref}/")) and path.endswith(".md")
        ]
        shown = [
            one for path in pages for one in project.page(path).css("[id^='f-'], [id^='at-f-']")
        ]
        assert {str(node.id).removeprefix("at-") for node in shown} == set(facts), ref


@pytest.mark.parametrize("kind", ["entity", "question", "source"])
def test_the_json_beside_a_page_is_as_its_schema_says(kind: str, project: Taken) -> None:
    """Its schema is in `data/schemas/`. A fact that is beside several pages is looked at once."""
    schema = json.loads(project.files[f"data/schemas/{kind}-page.schema.json"])
    validator = Draft202012Validator(schema)
    refs = {
        "entity": project.atlas.entities,
        "question": project.atlas.questions,
        "source": project.atlas.documents,
    }
    seen: set[str] = set()
    faults: dict[str, list[str]] = {}
    for ref in refs[kind]:
        page = json.loads(project.files[f"{ref}.json"])
        facts = {json.dumps(fact): fact for fact in page["facts"]}
        page["facts"] = [fact for text, fact in facts.items() if text not in seen]
        seen |= facts.keys()
        faults[ref] = [one.message for one in validator.iter_errors(page)]
    assert seen
    assert faults == {ref: [] for ref in refs[kind]}


def some(paths: list[str]) -> Iterator[str]:
    """The pages of each folder; of more than fifty, one in ten."""
    for _, folder in groupby(sorted(paths), lambda path: path.rpartition("/")[0]):
        pages = list(folder)
        yield from pages[:: 10 if len(pages) > 50 else 1]


def test_every_page_says_how_to_cite_it(project: Taken) -> None:
    """In a sentence and in three forms, of which each is read by its own reader.

    The page of a claim leads to that of its document for the document's forms.
    """
    site = project.atlas.config.site
    for path in some([path for path in project.files if path.endswith(".md")]):
        page = project.page(path)
        cited = page.css(".cited")
        two = path.startswith(("facts/", "sources/")) and not path.endswith("index.md")
        two = two and path.removeprefix("facts/").removesuffix(".md") not in project.atlas.withdrawn
        assert len(cited) == 1 + two, path
        assert site.creator in _text(cited[0].css_first(".sentence"))
        if two and path.startswith("facts/"):
            assert not cited.pop().css("pre")
            assert page.css_first(
                '.rest > .hint a[href$="&#35;cite"], .rest > .hint a[href$="#cite"]'
            )
        for one in cited:
            bib, ris, csl = (node.text() for node in one.css("pre"))
            (key,) = Parser().parse_string(bib).entries
            (record,) = rispy.loads(ris)
            (item,) = json.loads(csl)
            assert key == record["id"] == item["id"]
            assert squeezed(record["title"]) == squeezed(item["title"])
            assert key.startswith("document-") == (one is not cited[0])


def test_the_page_of_the_data_names_every_file(project: Taken) -> None:
    """Each file of `data/` has a link, and each kind of file beside a page is told of.

    A file with the words of claims says so: the licence of the page does not extend to them.
    """
    page = project.page("data/index.md")
    linked = {str(node.attributes["href"]) for node in page.css("ul.files a")}
    made = {path for path in project.files if path.startswith("data/") and path != "data/index.md"}
    assert linked == {path.removeprefix("data/") for path in made}
    told = {_text(node) for node in page.css("ul.files code")}
    parted = (path.partition(".") for path in project.files if not path.startswith("data/"))
    beside = {ending for stem, _, ending in parted if f"{stem}.md" in project.files}
    assert told == {f".{ending}" for ending in beside - {"md"}}
    quoting = wording().data.quotations
    for row in page.css("ul.files > li"):
        assert row.css_first(".what") is not None
        size, _, rights = _text(row.css_first(".hint")).partition(" · ")
        assert size.endswith(" kB")
        link = row.css_first("a")
        name = str(link.attributes["href"]) if link else ""
        if name.startswith("schemas/"):
            assert rights == "", name
        elif name.startswith(("facts.", "passages.", "citations.")):
            assert rights == quoting, name
        else:
            assert rights in ("", quoting), name


def test_the_real_schema_of_csl(project: Taken) -> None:
    """Every work has a type and an id, and no field that CSL-JSON does not know."""
    known = {
        *("id", "type", "title", "author", "container-title", "version", "publisher", "genre"),
        *("editor", "translator", "volume", "issue", "page", "number-of-pages"),
        *("issued", "event-date", "accessed", "language", "URL", "abstract", "note", "custom"),
    }
    for one in json.loads(project.files["data/citations.csl.json"]):
        assert known >= one.keys() >= {"id", "type", "title"}


def test_a_project_is_here(project: Taken) -> None:
    """What the other tests go through is not empty."""
    assert len(project.shown) >= 16
    assert Path(ROOT, "content").is_dir()
