"""Charts: every answer is drawn once, inside its axis, and no mark says more than its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.atlas.atlas import Answer, Atlas
from generator.findings.findings import find_out
from generator.findings.standing import STANDINGS, standing
from generator.findings.timing import answered
from generator.markup.writer import Desk
from generator.pages.cards import liveliest
from generator.pages.chart import when
from generator.pictures.charts import drawing
from generator.pictures.charts.lanes import ChartPanel, panels
from generator.pictures.charts.marks import Mark, mark
from generator.pictures.charts.scale import PARTS, ROOM, scale
from generator.records import Figure, Question
from generator.records.questions import leaves
from generator.text.dates import sort_key
from tests.asked import CROWD
from tests.made_up import MadeUp, made_up
from tests.project import Project, lay_out

QUESTION = Question.model_validate(
    {
        "title": "How many came?",
        "unit": "person",
        "population": CROWD,
        "basis": {
            "present": {"label": "there", "time": "moment"},
            "sent": {"label": "sent", "time": "span"},
        },
    }
)
AMOUNTS = st.decimals(0, 10**13, places=0) | st.decimals(0, 1000, places=2)
VAGUE = ("dozens", "tens of thousands", "billions", "a great many", "few")


@cache
def atlas() -> Atlas:
    """The fictional project: for its words, and for an answer to make others from."""
    with TemporaryDirectory() as folder:
        return Project(lay_out(Path(folder) / "project")).atlas


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Any figure that answers the question."""
    operator = draw(st.sampled_from(["number", "at_least", "more_than", "at_most", "less_than"]))
    value: dict[str, object] = {operator: str(draw(AMOUNTS))}
    if draw(st.booleans()):
        low, high = sorted(draw(st.tuples(AMOUNTS, AMOUNTS)))
        if low < high:
            value = {"between": [str(low), str(high)]}
    elif draw(st.booleans()):
        value = {"words": draw(st.sampled_from(VAGUE))}
    populations = st.sampled_from(sorted(QUESTION.population))
    money = draw(st.booleans())
    return Figure.model_validate(
        {
            **value,
            "as_stated": "so many",
            "about": draw(st.sampled_from(["true", "false"])),
            "unit": "money" if money else "person",
            **({"currency": draw(st.sampled_from(["EUR", "GBP"]))} if money else {}),
            **({"per": draw(st.sampled_from(["year", "month"]))} if draw(st.booleans()) else {}),
            **({"as_of": str(draw(st.integers(1900, 1999)))} if draw(st.booleans()) else {}),
            "population": draw(st.lists(populations, min_size=1, max_size=3, unique=True)),
            "basis": draw(st.sampled_from(sorted(QUESTION.basis))),
        }
    )


@st.composite
def answers(draw: st.DrawFn) -> tuple[Answer, ...]:
    """Any answers to the question, each of another index."""
    one = next(iter(atlas().answers.values()))[0]
    some = draw(st.lists(figures(), min_size=1, max_size=12))
    return tuple(replace(one, given=figure, index=n) for n, figure in enumerate(some))


def charted(some: tuple[Answer, ...]) -> tuple[ChartPanel, ...]:
    """The panels of answers to the question."""
    return panels(some, QUESTION, atlas().config.numbers)


def drawn(one: Mark) -> LexborNode:
    """The drawing of a mark alone on its scale, as a browser reads it."""
    svg = LexborHTMLParser(drawing.row(one, scale(one.amounts))).css_first("svg")
    assert svg is not None
    return svg


def per_cent(node: LexborNode, name: str) -> Decimal:
    """A position of a shape, in per cent."""
    return Decimal(str(node.attributes[name]).removesuffix("%"))


@given(answers())
def test_every_answer_is_drawn_exactly_once(some: tuple[Answer, ...]) -> None:
    """No answer is left out or repeated, and each is in the panel of its unit."""
    found = Counter(row.answer.index for panel in charted(some) for row in panel.rows)
    assert found == Counter(answer.index for answer in some)
    for panel in charted(some):
        axis = (panel.figure.unit, panel.figure.currency, panel.figure.per)
        for row in panel.rows:
            per = "year" if row.yearly else row.figure.per
            assert (row.figure.unit, row.figure.currency, per) == axis


@given(answers())
def test_the_order_of_a_chart(some: tuple[Answer, ...]) -> None:
    """Totals before rates; senses in the question's order; the widest first; then time."""
    found = charted(some)
    assert [bool(panel.figure.per) for panel in found] == sorted(
        bool(panel.figure.per) for panel in found
    )
    bases = list(QUESTION.basis)
    for panel in found:
        if panel.in_time:
            timings = [answered(row.answer) for row in panel.rows]
            dated = [sort_key(timing.date) for timing in timings if timing]
            assert dated == sorted(dated)
            continue
        order = [bases.index(str(group.basis)) for group in panel.groups]
        assert order == sorted(set(order))
        for group in panel.groups:
            people = [leaves(lane.population, QUESTION) for lane in group.lanes]
            assert len(people) == len(set(people))
            assert [len(one) for one in people] == sorted(map(len, people), reverse=True)
            for lane, counted in zip(group.lanes, people, strict=True):
                timings = [answered(row.answer) for row in lane.rows]
                times = [timing and timing.date for timing in timings]
                dated = [sort_key(time) for time in times if time]
                assert dated == sorted(dated)
                assert all(leaves(row.figure.population, QUESTION) == counted for row in lane.rows)


@given(answers())
def test_a_mark_is_inside_the_axis(some: tuple[Answer, ...]) -> None:
    """Whatever is drawn is drawn between zero and the axis's end, with room for an arrow."""
    for panel in charted(some):
        for row in panel.rows:
            places = [panel.scale.at(amount) for amount in row.mark.amounts]
            if row.mark.kind != "vague":
                assert all(0 <= place <= 100 / ROOM + 1 for place in places)
            picture = LexborHTMLParser(drawing.row(row.mark, panel.scale))
            for name in ("x", "x1", "x2", "cx"):
                for node in picture.css(f"[{name}]"):
                    assert 0 <= per_cent(node, name) <= 100


@given(st.lists(AMOUNTS, max_size=9))
def test_a_scale_is_linear_and_begins_at_zero(amounts: list[Decimal]) -> None:
    """Twice the amount is twice as far; the ticks are few, even, and inside."""
    made = scale(amounts)
    assert made.ticks[0] == made.at(Decimal(0)) == 0
    assert 2 <= len(made.ticks) <= PARTS + 1
    assert all(made.at(tick) <= 100 for tick in made.ticks)
    assert {two - one for one, two in zip(made.ticks, made.ticks[1:], strict=False)} == {made.step}
    for amount in amounts:
        assert abs(made.at(amount) * 2 - made.at(amount * 2)) <= Decimal("0.02")
    if all(amount % 1 == 0 for amount in amounts):
        assert made.step % 1 == 0


@given(figures())
def test_a_bound_points_the_right_way(figure: Figure) -> None:
    """At least: up. At most: down. A bound that is left out is a ring, one that is not a dot."""
    one = mark(figure, atlas().config.numbers)
    picture = drawn(one)
    up, down = picture.css(".arrow.up"), picture.css(".arrow.down")
    assert bool(up) == (figure.operator in ("at_least", "more_than"))
    assert bool(down) == (figure.operator in ("at_most", "less_than"))
    assert bool(picture.css(".ring")) == (figure.operator in ("more_than", "less_than"))
    for arrow in up:
        ring_or_dot = picture.css_first("circle")
        assert ring_or_dot is not None
        assert per_cent(arrow, "x") == per_cent(ring_or_dot, "cx")


@given(figures())
def test_a_mark_says_no_more_than_its_figure(figure: Figure) -> None:
    """Its amounts are the figure's own; "about" is hatched, words have no dot, and no midpoint."""
    one = mark(figure, atlas().config.numbers)
    picture = drawn(one)
    if figure.operator == "words":
        assert not picture.css("circle")
        assert one.kind in ("vague", "words")
        assert bool(picture.css("line.vague")) == (one.kind == "vague")
    else:
        assert one.kind == figure.operator
        ends = dict.fromkeys(end for end in (one.low, one.high) if end is not None)
        assert tuple(ends) == tuple(dict.fromkeys(figure.stated_numbers))
        assert len(picture.css("circle")) == len(ends)
    assert bool(picture.css("rect.about")) == (figure.about and one.kind != "words")
    if one.reach:
        amounts = [end for end in (one.low, one.high) if end is not None]
        assert one.reach[0] <= min(amounts)
        assert one.reach[1] >= max(amounts)


def amounts(*figures: MadeUp) -> ChartPanel:
    """The only panel of these figures, each a fact of its own in 1903, unless it is `as_of` another."""
    base = {"as_stated": "12", "unit": "person", "population": ["guards"], "basis": "present"}
    facts = {
        f"report/{n}": {
            "when": "1903",
            "figures": [{**base, "answers": "questions/came", **figure}],
        }
        for n, figure in enumerate(figures)
    }
    question = QUESTION.model_dump(exclude_none=True, exclude_defaults=True, mode="json")
    found = made_up(facts, questions={"came": question}).answers["questions/came"]
    (panel,) = charted(found)
    return panel


def test_vague_words_do_not_flatten_the_scale() -> None:
    """700 and 10,000 keep their places, whatever "millions" may mean; that begins at the end."""
    panel = amounts({"number": 700}, {"number": 10000}, {"words": "millions"})
    assert panel.scale == scale([Decimal(700), Decimal(10000)])
    vague = next(row for row in panel.rows if row.mark.kind == "vague")
    (line,) = drawn_on(vague.mark, panel).css("line.vague")
    assert per_cent(line, "x1") == panel.scale.end
    assert not panel.scale.fits(Decimal(10**6))
    assert panel.scale.fits(Decimal(10000))
    alone = amounts({"words": "millions"})
    assert alone.scale.fits(Decimal(10**6))


def drawn_on(one: Mark, panel: ChartPanel) -> LexborNode:
    """The drawing of a mark on the scale of a panel."""
    svg = LexborHTMLParser(drawing.row(one, panel.scale)).css_first("svg")
    assert svg is not None
    return svg


def test_a_months_rate_is_drawn_on_the_yearly_scale() -> None:
    """Twelve times as far from zero; where no rate is yearly, it stays a month's."""
    money = {"unit": "money", "currency": "GBP", "population": ["guards"]}
    panel = amounts({**money, "number": 60, "per": "year"}, {**money, "number": 10, "per": "month"})
    assert panel.figure.per == "year"
    assert sorted(row.mark.amounts for row in panel.rows) == [
        (Decimal(60),) * 2,
        (Decimal(120),) * 2,
    ]
    assert [row.yearly for row in panel.rows if row.figure.per == "month"] == [True]
    monthly = amounts({**money, "number": 10, "per": "month"})
    assert [row.mark.amounts for row in monthly.rows] == [(Decimal(10),) * 2]
    assert monthly.figure.per == "month"


def test_moments_of_different_times_are_in_order_of_time() -> None:
    """Then a lane is a run of what counts the same; at the same time the widest people come first."""
    panel = amounts(
        {"number": 3, "as_of": "1905"},
        {"number": 2, "as_of": "1904", "population": ["all"]},
        {"number": 1, "as_of": "1902"},
    )
    assert panel.in_time
    assert [row.figure.number for row in panel.rows] == [1, 2, 3]
    assert [lane.population for lane in panel.groups[0].lanes] == [
        ("guards",),
        ("all",),
        ("guards",),
    ]
    at_once = amounts({"number": 3}, {"number": 2, "population": ["all"]})
    assert not at_once.in_time
    assert [row.figure.number for row in at_once.rows] == [2, 3]
    lasting = amounts(
        {"number": 3, "as_of": "1905", "basis": "sent"}, {"number": 2, "basis": "sent"}
    )
    assert not lasting.in_time


def test_a_mark_tells_when_its_amount_was_said() -> None:
    """With the preposition that the date takes."""
    figure = {"as_stated": "12", "number": 12, "unit": "person", "answers": "questions/came"}
    said = {"a": "1904-08", "b": "1904-08-02", "c": "[..1905]"}
    facts: dict[str, MadeUp] = {
        f"report/{name}": {
            "attributed_to": "a guard",
            "said_on": date,
            "figures": [{**figure, "population": ["guards"], "basis": "present"}],
        }
        for name, date in said.items()
    }
    question = QUESTION.model_dump(exclude_none=True, exclude_defaults=True, mode="json")
    atlas = made_up(facts, questions={"came": question})
    desk = Desk(atlas, find_out(atlas), "questions/came.md")
    assert {str(when(one, desk)) for one in atlas.answers["questions/came"]} == {
        "said in August 1904",
        "said on 2 August 1904",
        "said by 1905",
    }


def test_the_lively_come_first(real: Project) -> None:
    """Questions on which documents disagree stand before all others, on any page."""
    found, findings = real.atlas, real.findings
    cards = liveliest(Desk(found, findings, "index.md"), 100)
    asked = [ref for ref, one in found.questions.items() if not one.record.broader]
    assert len(cards) == len([ref for ref in asked if found.answers.get(ref)])
    ranks = [
        STANDINGS.index(standing(findings.by_question[ref]))
        for card in cards
        for ref in asked
        if f"{ref}.html" in card.question
    ]
    assert ranks == sorted(ranks)
    assert liveliest(Desk(found, findings, "index.md"), 2) == cards[:2]
