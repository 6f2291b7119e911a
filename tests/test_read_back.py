"""The data is read back: the JSON from the records as they were typed, the rest from the JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from pybtex.database.input.bibtex import Parser

from tests.project import Project
from tests.test_take_away import rows

pytestmark = pytest.mark.pages

Raw = dict[str, Any]
"""A record, all of it text, as a contributor wrote it; or an object of JSON."""

BOUNDS = {
    "number": ("low", "high"),
    "at_least": ("low",),
    "more_than": ("low",),
    "at_most": ("high",),
    "less_than": ("high",),
}


def typed(path: Path) -> Any:
    """A file of records, read by another reader than ours, without any types."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 text only


@pytest.fixture(scope="module")
def records(either: Project) -> dict[str, Raw]:
    """Every record of `content/`, by its reference or its id."""
    content = either.root / "content"
    found: dict[str, Raw] = {}
    for kind in ("people", "units", "topics", "questions"):
        found |= {f"{kind}/{path.stem}": typed(path) for path in (content / kind).glob("*.yaml")}
    for folder in (content / "sources").iterdir():
        source = f"sources/{folder.name}"
        found[source] = typed(folder / "source.yaml")
        for path in folder.glob("facts*.yaml"):
            found |= {fact["id"]: {**fact, "source": source} for fact in typed(path)}
    return found


@pytest.fixture(scope="module")
def data(either: Project) -> dict[str, Raw]:
    """Every record of the JSON, by its reference or its id."""
    files = [json.loads(either.files[f"data/{name}.json"]) for name in WHOLES]
    return {one.get("id") or one["ref"]: one for file in files for one in file}


WHOLES = ("facts", "entities", "questions", "sources")


def test_every_record_is_in_the_data(records: dict[str, Raw], data: dict[str, Raw]) -> None:
    """And nothing else is."""
    assert sorted(data) == sorted(records)
    assert len(data) > 30


def of_kind(records: dict[str, Raw], *kinds: str) -> Iterator[tuple[str, Raw]]:
    """The records of some folders; facts have ids."""
    yield from ((key, one) for key, one in records.items() if key.startswith(kinds))


def listed(value: Any) -> list[Any]:
    """A value of a field that may be a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def exact(passages: Any) -> list[str]:
    """The words of passages."""
    return [one["exact"] if isinstance(one, dict) else one for one in listed(passages)]


def unlinked(text: str) -> str:
    """A text with the words of its links alone."""
    return re.sub(r"\[\[(?:[^]|]*\|)?([^]]*)\]\]", r"\1", text)


def same(some: Raw, other: Raw, *names: str, **otherwise: Any) -> None:
    """Two records have the same in these fields; a field that one lacks is null in the other."""
    for name in names:
        assert other[name] == some.get(name, otherwise.get(name)), name


def test_facts(records: dict[str, Raw], data: dict[str, Raw]) -> None:
    """What the record says, in every field of it."""
    for key, fact in of_kind(records, "f-"):
        found = data[key]
        same(fact, found, "source", "when", "when_as_stated", "said_on", "note")
        same(fact, found, "modality", "type", modality="asserted", type="figure")
        same(fact, found, "inferred", inferred={})
        meanings = {words: unlinked(one) for words, one in fact.get("resolves", {}).items()}
        assert found["resolves"] == meanings
        same(fact, found, "topics", topics=[])
        assert found["statement"].split() == unlinked(fact["statement"]).split()
        for name in ("quote", "context", "attributed_as"):
            given = found["quotes" if name == "quote" else name]
            assert [one["exact"] for one in listed(given)] == exact(fact.get(name)), key
        assert [one["fact"] for one in found["related_facts"]] == [
            one["fact"] for one in fact.get("related_facts", ())
        ]
        for one, other in zip(fact.get("related_facts", ()), found["related_facts"], strict=True):
            same(one, other, "fact", "how", "note")
        for one, other in zip(fact.get("relations", ()), found["relations"], strict=True):
            same(one, other, "subject", "relation", "object", "from", "to")


def test_speakers(records: dict[str, Raw], data: dict[str, Raw]) -> None:
    """By their reference, or by the document's words for them."""
    for key, fact in of_kind(records, "f-"):
        for name in ("attributed_to", "via"):
            given = listed(fact.get(name))
            assert len(data[key][name]) == len(given)
            for speaker, other in zip(given, data[key][name], strict=True):
                passed_on = {"who": speaker} if isinstance(speaker, str) else speaker
                one = passed_on["who"]
                if name == "via":
                    same(passed_on, other, "said_on", "said_as_stated")
                if one == "self":
                    assert other["ref"] == fact["source"]
                elif one in records:
                    same({"ref": one, "words": records[one]["name"]}, other, "ref", "words")
                elif one != "unnamed":
                    words = re.sub(r"\[\[(?:[^]|]*\|)?([^]]*)\]\]", r"\1", one)
                    same({"words": words}, other, "ref", "words")


def test_figures_and_choices(records: dict[str, Raw], data: dict[str, Raw]) -> None:
    """Amounts as they were typed, and what they answer."""
    compared = 0
    for key, fact in of_kind(records, "f-"):
        figures = fact.get("figures", ())
        for one, other in zip(figures, data[key]["figures"], strict=True):
            same(one, other, "as_stated", "unit", "currency", "per", "as_of", "words")
            for mark in ("about", "estimated"):
                assert other[mark] == (one.get(mark) == "true")
            assert other["question"] == one.get("answers")
            given = {end: one[name] for name, ends in BOUNDS.items() if name in one for end in ends}
            given |= dict(zip(("low", "high"), one.get("between", ()), strict=False))
            for end, value in given.items():
                assert other[end] == float(value), key
            if "words" not in one:
                assert {end for end in ("low", "high") if other[end] is not None} == set(given)
                assert other["low_open"] == ("more_than" in one)
                assert other["high_open"] == ("less_than" in one)
            compared += len(given)
        choices = fact.get("choices", ())
        for one, other in zip(choices, data[key]["choices"], strict=True):
            same(one, other, "choice")
            assert other["question"] == one["answers"]
            assert other["denies"] == (one.get("denies") == "true")
        for one, other in zip(
            (*figures, *choices), (*data[key]["figures"], *data[key]["choices"]), strict=True
        ):
            same(one, other["facets"], "population", "basis", population=[])
    assert compared > 15


def test_entities(records: dict[str, Raw], data: dict[str, Raw]) -> None:
    """Names, spellings and kinds."""
    for ref, entity in of_kind(records, "people/", "units/", "topics/"):
        found = data[ref]
        same(entity, found, "name", "subkind")
        assert found["kind"] == ref.partition("/")[0]
        spellings = [
            one["name"] if isinstance(one, dict) else one for one in entity.get("aliases", ())
        ]
        assert [one["name"] for one in found["aliases"]] == spellings


def test_questions(records: dict[str, Raw], data: dict[str, Raw]) -> None:
    """What is asked, and what may be answered; a narrower question has that from its broader one."""
    for ref, question in of_kind(records, "questions/"):
        asked, found = records.get(question.get("broader", ""), question), data[ref]
        same(question, found, "title")
        same(question, found, "see_also", see_also=[])
        same(asked, found, "unit", "choices", choices={})
        same(asked, found, "contrary", "fitting", contrary=[], fitting=[])
        for facet in ("population", "basis"):
            given = {
                key: {"label": one} if isinstance(one, str) else one
                for key, one in asked.get(facet, {}).items()
            }
            assert list(found["facets"][facet]) == list(given)
            for key, one in given.items():
                same(one, found["facets"][facet][key], "label")
                if facet == "population":
                    same(one, found["facets"][facet][key], "made_of", made_of=[])
                    unnamed = one.get("unnamed", "false") == "true"
                    assert found["facets"][facet][key]["unnamed"] is unnamed


def test_documents(either: Project, records: dict[str, Raw], data: dict[str, Raw]) -> None:
    """The bibliographic record, and the checksum of the text."""
    lines = (either.root / "seeds/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = dict(line.split()[::-1] for line in lines)
    for ref, source in of_kind(records, "sources/"):
        found = data[ref]
        same(source, found, "title", "publisher", "language", "licence", "seed")
        assert found["authors"] == [called(one) for one in source.get("authors", ())]
        for role in ("author", "editor", "translator"):
            given = source.get(f"{role}s", ())
            made = [one for one in found["creators"] if one["role"] == role]
            for one, other in zip(given, made, strict=True):
                parts = one if isinstance(one, dict) else {"who": one}
                same(parts, other, "family", "given")
                who = parts.get("who")
                assert other["ref"] == (who if who in records else None)
                assert other["name"] == (records[who]["name"] if who in records else called(one))
        same(
            source.get("container", {}),
            found["container"] or {"title": None, "volume": None, "issue": None, "pages": None},
            "title",
            "volume",
            "issue",
            "pages",
        )
        assert str(found["number_of_pages"] or "") == source.get("number_of_pages", "")
        assert found["sha256"] == sums[source["seed"]]
        for one, other in zip(source.get("dates", ()), found["dates"], strict=True):
            same(one, other, "of", "date", "as_stated", "known_from")


def called(creator: Any) -> str:
    """The reference or the whole name of a creator."""
    if isinstance(creator, str):
        return creator
    return creator.get("who") or " ".join(
        creator[one] for one in ("given", "family") if one in creator
    )


def cell(value: Any) -> str:
    """What a table has for a value of the JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return " | ".join(map(str, value)) if isinstance(value, list) else str(value)


def told(fact: Raw, role: str, speaker: Raw) -> Raw:
    """When a speaker said it: the claimants on the dates of the fact, each relay on its own."""
    if role == "via":
        concluded = (speaker["dated"] or {}).get("said_on")
        return {
            "said_on_concluded": concluded,
            "said_on_in_calendar": speaker["said_on_in_calendar"],
        }
    return {
        "said_on": fact["said_on"],
        "said_on_concluded": (fact["said_on_concluded"] or {}).get("date"),
        "said_on_in_calendar": fact["said_on_in_calendar"],
    }


def dating(fact: Raw) -> Raw:
    """The dates that the document does not give, how each is known, and what shows them."""
    found: Raw = {}
    for name in ("when", "said_on"):
        concluded = fact[f"{name}_concluded"] or {}
        found[f"{name}_concluded"] = concluded.get("date")
        found[f"{name}_known"] = concluded.get("known")
    dated = fact["dated"] or {}
    claims = [one for name in ("facts", "after", "before") for one in dated.get(name, ())]
    texts = [one["address"] for one in dated.get("evidence", ())]
    return {**found, "dated_because": dated.get("because"), "dated_by": [*claims, *texts]}


def written(source: Raw) -> Raw:
    """The dates of a document, those that it states apart from those that are concluded."""
    found: Raw = {}
    for name in ("written", "published"):
        dates = [one for one in source["dates"] if one["of"] == name]
        found[name] = [one["date"] for one in dates if one["as_stated"]]
        found[f"{name}_concluded"] = [one["date"] for one in dates if not one["as_stated"]]
        found[f"{name}_in_calendar"] = [one["in_calendar"] for one in dates if one["in_calendar"]]
    return found


def made(source: Raw) -> Raw:
    """Who made a document, and what it appeared in."""
    found: Raw = {
        f"{role}_names": [
            ", ".join(filter(None, (one["family"], one["given"]))) or one["name"]
            for one in source["creators"]
            if one["role"] == role
        ]
        for role in ("author", "editor", "translator")
    }
    inside = source["container"] or {}
    parts = {part: inside.get(part) for part in ("volume", "issue", "pages")}
    return {**found, **parts, "container": inside.get("title")}


def translated(given: Raw) -> Raw:
    """The columns of a passage's translation."""
    return {
        "translation": given.get("text"),
        "translation_language": given.get("language"),
        "translated_by": given.get("by"),
    }


def parts(data: dict[str, Raw]) -> dict[str, list[Raw]]:
    """The rows that each table must have, by the table's name."""
    facts, tables = [one for key, one in data.items() if key.startswith("f-")], dict[str, Any]()
    for name in ("figures", "choices", "relations", "related_facts"):
        tables[name.removesuffix("_facts")] = [
            {**one, **one.get("facets", {}), "fact": fact["id"], "number": number}
            for fact in facts
            for number, one in enumerate(fact[name], start=1)
        ]
    tables["related"] = [
        {**one, "fact": fact["id"], "other": one["fact"]}
        for fact in facts
        for one in fact["related_facts"]
    ]
    roles = {"quotes": "quote", "context": "context", "attributed_as": "attributed_as"}
    tables["passages"] = [
        {
            **one,
            "fact": fact["id"],
            "role": role,
            "number": number,
            "seed": fact["seed"],
            "locator": [f"{kind} {place}" for kind, place in one["locator"].items()],
            **translated(one["translation"] or {}),
        }
        for fact in facts
        for name, role in roles.items()
        for number, one in enumerate(listed(fact[name]), start=1)
    ]
    tables["speakers"] = [
        {**one, **told(fact, role, one), "fact": fact["id"], "role": role, "number": number}
        for fact in facts
        for role in ("attributed_to", "via")
        for number, one in enumerate(fact[role], start=1)
    ]
    entities = [one for _, one in of_kind(data, "people/", "units/", "topics/")]
    tables["entities"] = entities
    tables["spellings"] = [
        {**alias, "ref": one["ref"], "spelling": alias["name"]}
        for one in entities
        for alias in one["aliases"]
    ]
    tables["questions"] = [one for _, one in of_kind(data, "questions/")]
    tables["pairs"] = [
        {**pair, "question": one["ref"]} for one in tables["questions"] for pair in one["pairs"]
    ]
    tables["sources"] = [
        {**one, **one["coverage"], **written(one), **made(one)}
        for _, one in of_kind(data, "sources/")
    ]
    return tables


HEADERS = {
    "choices": "fact,question,choice,denies,population,basis",
    "entities": "ref,name,kind,subkind,url",
    "facts": (
        "id,statement,says,attributed_to,via,source,document,quotes,type,modality,when,"
        "when_in_words,when_as_stated,said_on,mentions,topics,questions,note,published,changed,url"
    ),
    "figures": (
        "fact,number,as_stated,low,high,low_open,high_open,about,words,unit,currency,per,as_of,"
        "question,population,basis,estimated"
    ),
    "pairs": "question,a,b,outcome,why",
    "passages": "fact,role,number,exact,start,end,seed",
    "questions": "ref,title,unit,exclusive,url",
    "related": "fact,other,how,note",
    "relations": "fact,subject,relation,object,from,to",
    "sources": (
        "ref,title,authors,publisher,language,licence,seed,sha256,characters,covered,skipped,url"
    ),
    "speakers": "fact,role,number,ref,words",
    "spellings": "ref,spelling,script",
}
"""The columns that others read by their place: more may follow, none may change."""


def test_columns_stay_where_they_are(either: Project) -> None:
    """There is a table for each of these, and each begins with these columns."""
    tables = {
        path.removeprefix("data/").removesuffix(".csv"): text.removeprefix("\ufeff")
        for path, text in either.files.items()
        if re.fullmatch(r"data/[a-z]+\.csv", path)
    }
    assert tables.keys() == HEADERS.keys()
    assert [name for name, text in tables.items() if not text.startswith(HEADERS[name])] == []


def test_the_tables_have_what_the_json_has(either: Project, data: dict[str, Raw]) -> None:
    """Each cell of each table, in the order of the JSON."""
    expected = parts(data)
    for name, given in expected.items():
        table = rows(either.files[f"data/{name}.csv"])
        assert len(table) == len(given), name
        for row, one in zip(table, given, strict=True):
            assert row == {column: cell(one[column]) for column in row}, name
    assert {*expected, "facts"} == HEADERS.keys()


def test_the_table_of_facts_has_what_the_json_has(either: Project, data: dict[str, Raw]) -> None:
    """But for the words of the pages, which are compared with the pages."""
    words = {"says", "when_in_words", "document", "locator", "published", "changed"}
    for row in rows(either.files["data/facts.csv"]):
        fact = data[row["id"]]
        given = {
            **fact,
            **dating(fact),
            **{role: [one["words"] for one in fact[role]] for role in ("attributed_to", "via")},
            "quotes": [one["exact"] for one in fact["quotes"]],
            "questions": [
                *dict.fromkeys(
                    one["question"]
                    for one in (*fact["figures"], *fact["choices"])
                    if one["question"]
                )
            ],
        }
        for column in row.keys() - words:
            assert row[column] == cell(given[column]), column


def of(either: Project, ending: str, *kinds: str) -> Iterator[tuple[str, str]]:
    """The files of a kind beside pages, with the reference of their page."""
    for path, text in either.files.items():
        ref, _, end = path.partition(".")
        if end == ending and ref.startswith(kinds):
            yield ref, text


PAGES = ("people/", "units/", "topics/", "questions/", "sources/")


def test_the_json_beside_a_page_is_a_part_of_the_whole(
    either: Project, data: dict[str, Raw]
) -> None:
    """The record and its facts, as they are in `data/`."""
    seen = set()
    for ref, text in of(either, "json", *PAGES):
        page = json.loads(text)
        facts = page.pop("facts")
        assert page == data[ref]
        assert facts == [data[one["id"]] for one in facts]
        seen.add(ref)
    assert seen == {key for key in data if not key.startswith("f-")}


def test_the_table_beside_a_page_is_a_part_of_the_whole(either: Project) -> None:
    """Rows of the table of facts."""
    whole = {row["id"]: row for row in rows(either.files["data/facts.csv"])}
    for ref, text in of(either, "csv", *PAGES):
        table = rows(text)
        assert table == [whole[row["id"]] for row in table], ref


def terms(node: Any) -> set[str]:
    """The terms that a graph is written in."""
    inner = list(node.values()) if isinstance(node, dict) else node
    if not isinstance(inner, list):
        return set()
    own = set(node) if isinstance(node, dict) else set()
    return own.union(*map(terms, inner))


def test_the_graph_beside_a_page_is_a_part_of_the_whole(either: Project) -> None:
    """Each node as it is in the whole graph, and the terms for it; but for the site's own node."""
    whole = json.loads(either.files["data/facts.jsonld"])
    nodes = {node["@id"]: node for node in whole["@graph"]}
    for ref, text in of(either, "jsonld", *PAGES):
        graph = json.loads(text)
        context = graph["@context"]
        assert context.items() <= whole["@context"].items()
        assert terms(graph["@graph"]) & whole["@context"].keys() <= context.keys()
        _, *others = graph["@graph"]
        assert others
        assert others == [nodes[node["@id"]] for node in others], ref


def test_the_feed_beside_a_page_is_a_part_of_the_whole(either: Project) -> None:
    """Each entry as it is in the feed of everything, read by a feed reader."""
    parts = [text for path, text in either.files.items() if re.match(r"data/facts.*\.atom", path)]
    whole = {entry.id: entry for text in parts for entry in feedparser.parse(text.encode()).entries}
    seen = 0
    for ref, text in of(either, "atom", *PAGES):
        for entry in feedparser.parse(text.encode()).entries:
            assert entry == whole[entry.id], ref
            seen += 1
    assert seen >= len(whole)


def test_the_bibliography_beside_a_document_is_a_part_of_the_whole(either: Project) -> None:
    """The document and its facts, in each of the three forms."""
    whole = Parser().parse_string(either.files["data/citations.bib"]).entries
    ris = either.files["data/citations.ris"]
    csl = {one["id"]: one for one in json.loads(either.files["data/citations.csl.json"])}
    for ref, text in of(either, "bib", "sources/"):
        entries = Parser().parse_string(text).entries
        assert next(iter(entries)) == f"document-{ref.partition('/')[2]}"
        assert len(entries) > 1
        assert all(entry == whole[key] for key, entry in entries.items())
        works = json.loads(either.files[f"{ref}.csl.json"])
        assert [one["id"] for one in works] == list(entries)
        assert works == [csl[one["id"]] for one in works]
        records = either.files[f"{ref}.ris"].split("ER  - ")
        assert len(records) == len(entries) + 1
        assert all(record.strip() in ris for record in records)
