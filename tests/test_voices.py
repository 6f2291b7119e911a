"""Who says so, wherever an answer is shown: nobody through whom it came is left out."""

from __future__ import annotations

from collections.abc import Mapping

from generator.findings.findings import find_out
from generator.markup.claims import contradictions
from generator.markup.escaping import text_of
from generator.markup.writer import Desk
from generator.pages.question import question_page
from tests.made_up import MadeUp, fact_id, made_up

ADA = "people/ada"
LEFT = {"title": "How many left?", "unit": "person"}
TOLD = "Ada (via the carter)"


def left(number: int, **fields: object) -> MadeUp:
    """A claim that so many left in 1903."""
    figure = {"as_stated": str(number), "number": number, "unit": "person"}
    return {"figures": [{**figure, "answers": "questions/left"}], "when": "1903", **fields}


FACTS: Mapping[str, MadeUp] = {
    "report/a": left(12, attributed_to=ADA, attributed_as="said Ada", via=[{"who": "the carter"}]),
    "memoir/b": left(20),
}
ATLAS = made_up(FACTS, questions={"left": LEFT}, entities={ADA: {}})


def test_each_picture_and_list_names_the_whole_way() -> None:
    """In a row of the chart, and beside an answer that contradicts it."""
    page = question_page("questions/left", ATLAS, find_out(ATLAS))
    assert page.chart is not None
    rows = page.chart.panels[0].groups[0][1][0].rows
    assert sorted(text_of(row.says) for row in rows) == [TOLD, "Memoir"]
    (contest,) = page.about.pairs[0].contests
    assert sorted(text_of(side.says) for side in contest.sides) == [TOLD, "Memoir"]


def test_what_contradicts_a_claim_has_its_way() -> None:
    """A reader of the claim sees who says otherwise, and through whom that came."""
    desk = Desk(ATLAS, find_out(ATLAS), "index.md")
    (said,) = contradictions(desk, ATLAS.claims[fact_id("b")])
    assert f"12 people, according to {TOLD}" in text_of(said)
    (said,) = contradictions(desk, ATLAS.claims[fact_id("a")])
    assert "20 people, according to Memoir" in text_of(said)
