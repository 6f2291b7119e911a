"""Pages and data say the same, and pages lead to one another both ways."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.markup.escaping import Html
from generator.pages.source import AboutSource, SourceFact, SourceLine
from tests.project import Project

pytestmark = pytest.mark.pages


@pytest.fixture(scope="module")
def written(real: Project) -> dict[str, str]:
    """Every file that the real project's build writes."""
    return real.files


@pytest.fixture(scope="module")
def facts(written: dict[str, str]) -> list[dict[str, Any]]:
    """The published claims."""
    found: list[dict[str, Any]] = json.loads(written["data/facts.json"])
    return found


def _page(written: dict[str, str], path: str) -> LexborHTMLParser:
    return LexborHTMLParser(written[path.replace(".html", ".md")])


def _claims(page: LexborHTMLParser) -> set[str]:
    return {str(one.attributes["id"]) for one in page.css("li.claim")}


def _leads_to(page: LexborHTMLParser) -> set[str]:
    return {str(one.attributes.get("href")).rpartition("/")[2] for one in page.css("a[href]")}


def test_an_entity_has_each_claim_that_mentions_it(
    written: dict[str, str], facts: list[dict[str, Any]]
) -> None:
    """The claims on its page, and on those that it is split over, are those that mention it.

    They lead back to it.
    """
    for entity in json.loads(written["data/entities.json"]):
        mentioning = {one["id"]: one for one in facts if entity["ref"] in one["mentions"]}
        parts = [path for path in written if path.startswith(f"{entity['ref']}/")]
        pages = [entity["url"], *parts]
        claims = set[str]().union(*(_claims(_page(written, one)) for one in pages))
        assert claims == set(mentioning), entity["ref"]
        for fact in mentioning.values():
            back = _leads_to(_page(written, fact["url"]))
            assert entity["url"].rpartition("/")[2] in back, fact["id"]


def test_only_what_nothing_bounds_has_no_date(real: Project, written: dict[str, str]) -> None:
    """By the date of its document, whatever a claim tells was so, or had been said."""
    assert all(document.written for document in real.atlas.documents.values())
    phrase = real.atlas.config.wording.claim.no_date
    assert [path for path, text in written.items() if phrase in text] == []


def _repeated(parts: Iterable[LexborNode]) -> list[str]:
    """What occurs more than once among some elements."""
    counts = Counter(re.sub(r"\s+", " ", str(one.html)) for one in parts)
    return [html for html, count in counts.items() if count > 1]


def test_nothing_is_repeated_in_one_place(written: dict[str, str]) -> None:
    """No list has the same item twice, no note the same quotation or remark."""
    looked_at = 0
    for path, text in written.items():
        if not path.endswith(".md"):
            continue
        page = LexborHTMLParser(text)
        for listed in page.css("ol, ul, dl, tbody"):
            assert _repeated(listed.iter()) == [], path
            looked_at += 1
        for note in page.css("li.note"):
            assert _repeated(note.css("blockquote, p.hint")) == [], path
        evidence = text.partition("{#evidence}")[2].partition("\n## ")[0]
        assert _repeated(LexborHTMLParser(evidence).css("blockquote, p.hint")) == [], path
    assert looked_at > 1000


def _cited(node: LexborNode) -> list[str]:
    """The facts that the citations within an element lead to."""
    return [str(one.attributes["href"]).removeprefix("#n-") for one in node.css("a.cite")]


def _pairs(page: LexborHTMLParser) -> Iterator[tuple[str, str, str, str]]:
    """Each pair that a question's page shows: the two facts, the outcome, and the reason."""
    for group in page.css("details.pairs"):
        outcome = str(group.id).removeprefix("pairs-")
        for contest in group.css("ol.contests > li"):
            first, second = _cited(contest)
            why = contest.css_first(".why")
            assert why is not None
            yield first, second, outcome, why.text().strip()
        for listed in group.css("ul.beside"):
            why = listed.prev
            while why is not None and why.tag != "p":
                why = why.prev
            assert why is not None
            for row in listed.css("li"):
                first, *others = _cited(row)
                for other in others:
                    yield first, other, outcome, why.text().strip()


def test_a_question_has_each_answer_and_each_pair(written: dict[str, str]) -> None:
    """A claim stands for each answer; each pair of which something is found once, with the reason.

    That two answers differ is no finding.
    """
    for question in json.loads(written["data/questions.json"]):
        page = _page(written, question["url"])
        rows = page.css("ol.answers > li")
        assert len(rows) == len(question["answers"]), question["ref"]
        anchors = {row.attributes.get("id") for row in rows} - {None}
        assert anchors == {one["fact"] for one in question["answers"]}
        pairs = [
            (_fact(one["a"]), _fact(one["b"]), one["outcome"], one["why"])
            for one in question["pairs"]
            if one["outcome"] != "answer-differently"
        ]
        found = sorted(_pairs(page))
        assert [one[:3] for one in found] == [one[:3] for one in sorted(pairs)], question["ref"]
        for shown, told in zip(found, sorted(pairs), strict=True):
            assert shown[3].startswith(told[3])  # and then, on some, what would part the two
        for one in question["answers"]:
            fact = _page(written, f"facts/{one['fact']}.html")
            assert question["url"].rpartition("/")[2] in _leads_to(fact)


def _fact(answer: str) -> str:
    """The fact whose answer this is: `f-…` of `f-…/figures/0`."""
    return answer.partition("/")[0]


def _text(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


def test_a_picture_says_what_the_claims_say(written: dict[str, str]) -> None:
    """Each row of a chart is a claim of the list, and the other way round; so is each choice."""
    drawn = 0
    source_of = {one["id"]: one["source"] for one in json.loads(written["data/facts.json"])}
    for question in json.loads(written["data/questions.json"]):
        page = _page(written, question["url"])
        claims = [
            (
                _cited(row)[0],
                _text(row.css_first(".amount b")) if question["unit"] else "",
                _text(row.css_first(".when")),
                _text(row.css_first(".says")),
            )
            for row in page.css("ol.answers > li")
        ]
        chart = [
            (
                _cited(row)[0],
                _text(row.css_first(".value")),
                _text(row.css_first(".date")),
                _text(row.css_first(".by b")),
            )
            for row in page.css("figure.chart .row")
        ]
        if question["unit"]:
            drawn += len(chart)
            assert len(chart) == len(claims) > 0
            for fact, value, when, who in chart:
                found = [one for one in claims if one[0] == fact and one[1].startswith(value)]
                assert found, (question["ref"], fact, value)
                assert found[0][2] == when
                assert who in found[0][3]
        elif len({source_of[one[0]] for one in claims}) > 1:
            cells = page.css("table.matrix td, table.course td")
            said_of = [fact for cell in cells for fact in _cited(cell)]
            assert sorted(said_of) == sorted(one[0] for one in claims), question["ref"]
    assert drawn > 20


def test_a_contradicted_claim_says_what_the_others_say(written: dict[str, str]) -> None:
    """On its own page and on those of entities: in short, with the way to the question."""
    disputed = [
        (question, pair)
        for question in json.loads(written["data/questions.json"])
        for pair in question["pairs"]
        if pair["outcome"] == "contradict" and _fact(pair["a"]) != _fact(pair["b"])
    ]
    assert disputed
    for question, pair in disputed:
        first, second = _fact(pair["a"]), _fact(pair["b"])
        for one, other in ((first, second), (second, first)):
            page = _page(written, f"facts/{one}.html")
            said = [line for line in page.css(".says") if line.css_first(".outcome-contradict")]
            links = {str(a.attributes["href"]) for line in said for a in line.css("a[href]")}
            assert f"../{question['url']}" in links
            assert f"{other}.html" in links or len(said[0].css("a.cite")) > 1


def test_every_question_is_listed_somewhere(written: dict[str, str]) -> None:
    """The page of disagreements has each question that is no part of another, once."""
    page = _page(written, "disagreements/index.html")
    asked = [str(one.attributes["href"]).removeprefix("../") for one in page.css(".card .asked a")]
    questions = json.loads(written["data/questions.json"])
    stand = {question["url"] for question in questions if question["answers"]}
    assert len(asked) == len(set(asked))
    assert set(asked) <= stand
    disagreeing = {
        one["url"] for one in questions if any(p["outcome"] == "contradict" for p in one["pairs"])
    }
    heading = page.css_first(".cards")
    assert heading is not None
    first = {str(one.attributes["href"]).removeprefix("../") for one in heading.css(".asked a")}
    assert first <= disagreeing


def test_a_document_has_its_claims_in_its_order(
    written: dict[str, str], facts: list[dict[str, Any]]
) -> None:
    """The page of a document has its claims, in the order in which their quotations stand."""
    for source in json.loads(written["data/sources.json"]):
        page = _page(written, source["url"])
        shown = [str(one.attributes["id"]).removeprefix("at-") for one in page.css("li.claim")]
        places = {
            one["id"]: one["quotes"][0]["start"] for one in facts if one["source"] == source["ref"]
        }
        assert set(shown) == set(places)
        assert [places[one] for one in shown] == sorted(places.values())


def test_a_document_is_not_named_for_what_it_says_itself(
    written: dict[str, str], facts: list[dict[str, Any]]
) -> None:
    """On its own page: other speakers are named, denials are marked, and each line occurs once."""
    for source in json.loads(written["data/sources.json"]):
        page = _page(written, source["url"])
        lines = [one.text() for one in page.css("li.run > .when")]
        assert len(lines) == len(set(lines)) > 0
        unnamed = {str(one.attributes["id"]).removeprefix("at-") for one in page.css("li.own")}
        assert unnamed == {
            fact["id"]
            for fact in facts
            if [one["ref"] for one in fact["attributed_to"]] == [source["ref"]]
            and fact["source"] == source["ref"]
            and fact["modality"] == "asserted"
        }


@pytest.mark.parametrize(
    ("claims", "seen"),
    [([], 0), ([40, 1], 1), ([11, 5, 1], 2), ([12, 5, 1], 1), ([1] * 20, 12), ([1, 2], 2)],
)
def test_the_lines_of_the_first_claims_are_open(claims: list[int], seen: int) -> None:
    """Whole lines, until about a dozen claims stand there."""
    fact = SourceFact("at-f", Html(""), Html(""), Html(""), Html(""))
    lines = tuple(
        SourceLine(at, Html(""), (fact,) * number) for at, number in enumerate(claims, start=1)
    )
    assert AboutSource((), (), (), lines).seen == seen


def test_every_claimant_is_in_the_index(
    written: dict[str, str], facts: list[dict[str, Any]]
) -> None:
    """Everyone who says something is in the list of speakers, with each claim."""
    linked = re.findall(r"facts/(f-\w{8})\.html", written["claimants/index.md"])
    assert sorted(linked) == sorted(
        fact["id"] for fact in facts for key in {str(one) for one in fact["attributed_to"]}
    )
