"""The chart of a question that asks for a number: lanes of words, with a mark in each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.atlas.atlas import Answer, AnswerKey
from generator.findings.compare import Comparison
from generator.findings.periods import periods
from generator.findings.placing import placed
from generator.findings.standing import contested
from generator.findings.timing import answered, dating_relay, said
from generator.markup.answers import amount, bare_amount, facets, in_a_year, number_words, unit
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.paths import fact_page, pairs_anchor
from generator.markup.periods import time_at_latest
from generator.markup.speakers import speaker
from generator.markup.when import as_said
from generator.markup.writer import DATING, Desk
from generator.pictures.charts import drawing
from generator.pictures.charts.lanes import BasisGroup, ChartPanel, ChartRow, Lane, panels
from generator.pictures.charts.marks import Mark
from generator.pictures.charts.scale import Scale
from generator.records import Figure, Question

NEAR_END = 90  # per cent of the axis; beyond it, the words of a tick are to its left


@dataclass(frozen=True, slots=True)
class RowView:
    """One answer: its time, its words placed at its mark, the mark, who says so, and its citation.

    `note` says how we converted the amount to draw it. `disputed` is not empty if another answer
    contradicts it.
    """

    when: Html
    value: Html
    drawing: Html
    lines: Html
    note: Html
    says: Html
    citation: Html
    party: Html
    disputed: Html


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane: whom it counts, and its rows."""

    counted: Html
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class ChartPanelView:
    """Lanes on one axis, in groups by the sense in which they count.

    `lines` has the line of each tick, which every row shows behind its mark, and `ticks` has the
    amounts along the axis.
    """

    unit: str
    lines: Html
    ticks: Html
    groups: tuple[tuple[Html, tuple[LaneView, ...]], ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """All panels, and a legend: for each kind of mark in them a picture and a word.

    `in_time` says that the rows are in order of time, and `arrows` that there are arrows; the page
    mentions both.
    """

    hatch: Html
    panels: tuple[ChartPanelView, ...]
    legend: tuple[tuple[Html, str], ...]
    in_time: bool
    arrows: bool


@dataclass(frozen=True, slots=True)
class _Drawer:
    """What a chart is drawn with: the citation of each fact, and which answers are contested."""

    desk: Desk
    question: Question
    cited: Mapping[str, Html]
    contested: frozenset[AnswerKey]

    def panel(self, panel: ChartPanel, number: int) -> ChartPanelView:
        return ChartPanelView(
            unit(panel.figure, self.desk.atlas.config),
            drawing.lines(panel.scale, number),
            _ticks(panel.scale, self.desk),
            tuple(self._group(group, panel.scale, number) for group in panel.groups),
        )

    def _group(
        self, group: BasisGroup, scale: Scale, number: int
    ) -> tuple[Html, tuple[LaneView, ...]]:
        sense = facets((), group.basis, self.question, self.desk.wording)
        return sense, tuple(self._lane(lane, scale, number) for lane in group.lanes)

    def _lane(self, lane: Lane, scale: Scale, number: int) -> LaneView:
        return LaneView(
            facets(lane.population, lane.basis, self.question, self.desk.wording),
            tuple(self._row(row, scale, number) for row in lane.rows),
        )

    def _row(self, row: ChartRow, scale: Scale, number: int) -> RowView:
        claim, disputed = row.answer.claim, row.answer.key in self.contested
        return RowView(
            when=when(row.answer, self.desk),
            value=_placed(row, scale, self.desk),
            drawing=drawing.row(row.mark, scale, disputed=disputed),
            lines=drawing.lines_again(number),
            note=self._note(row, scale),
            says=speaker(claim, self.desk),
            citation=self.cited[claim.id],
            party=self.desk.party(claim),
            disputed=contested_sign(self.desk) if disputed else Html(""),
        )

    def _note(self, row: ChartRow, scale: Scale) -> Html:
        """How a monthly rate was made yearly; or that an amount in words is beyond the scale."""
        if row.yearly:
            return in_a_year(row.figure, self.desk.atlas.config)
        place = row.mark.place
        beyond = row.mark.kind == "vague" and place is not None and not scale.fits(place)
        return escape(self.desk.wording.chart.beyond) if beyond else Html("")


def contested_sign(desk: Desk) -> Html:
    """The link to the pairs that contradict each other, shown beside a contradicted answer."""
    return desk.sign("contradict", desk.wording.chart.disputed, f"#{pairs_anchor('contradict')}")


def chart(
    answers: tuple[Answer, ...],
    question: Question,
    pairs: tuple[Comparison, ...],
    desk: Desk,
    cited: Mapping[str, Html],
) -> ChartView | None:
    """The chart of the answers that are figures; None if there are none."""
    drawn = panels(answers, question, desk.atlas.config.numbers)
    drawer = _Drawer(desk, question, cited, contested(pairs))
    marks = [row.mark for panel in drawn for row in panel.rows]
    if not marks:
        return None
    return ChartView(
        drawing.HATCH if any(one.reach for one in marks) else Html(""),
        tuple(drawer.panel(panel, number) for number, panel in enumerate(drawn, 1)),
        tuple(_legend(marks, desk)),
        any(panel.in_time for panel in drawn),
        any(one.points_up or one.points_down for one in marks),
    )


def when(answer: Answer, desk: Desk) -> Html:
    """When an answer holds: by its own date, else its fact's, else when it was said.

    If only its document dates it, it is "by" then. A date that we infer links to what shows it.
    """
    given, claim = answer.given, answer.claim
    if isinstance(given, Figure) and given.as_of:
        return filled(desk.wording.question.as_of, date=desk.date(given.as_of))
    place = placed(claim)
    told = _when(answer, desk)
    if place is None or not place.timing.concluded:
        return escape(told)
    return desk.to(fact_page(claim.id), told, DATING)


def _when(answer: Answer, desk: Desk) -> str:
    fact, timing = answer.claim.fact, answered(answer)
    (period,) = periods((answer,))
    if period.undated and not dating_relay(answer):
        return time_at_latest(period, desk)
    if timing and timing == said(answer.claim) and not fact.when and not fact.when_as_stated:
        return as_said(desk.said_on(answer.claim), timing.date, desk.atlas.config)
    return desk.when(answer.claim)


def _placed(row: ChartRow, scale: Scale, desk: Desk) -> Html:
    """What the answer says, beginning where its mark does, or earlier if there is too little room."""
    config = desk.atlas.config
    said = tag(
        "span", amount(row.figure, config) if row.yearly else bare_amount(row.figure, config)
    )
    place = row.mark.place
    if place is None:
        return tag("span", said, class_="value")
    before = drawing.space(min(scale.at(place), scale.end))
    return tag("span", joined("", (before, said)), class_="value")


def _ticks(scale: Scale, desk: Desk) -> Html:
    """The amounts along the axis; on a phone every second one is left out."""
    found = []
    for number, mark_at in enumerate(scale.ticks):
        place = scale.at(mark_at)
        names = ["tick", "every-second" if number % 2 else "", "last" if place > NEAR_END else ""]
        class_ = " ".join(filter(None, names))
        words = number_words(mark_at, desk.wording)
        found.append(tag("text", words, class_=class_, x=f"{place}%", y=drawing.MIDDLE))
    amounts = tag("svg", joined("", found), focusable="false")
    return tag("div", amounts, class_="axis", aria_hidden="true")


_SAMPLES: dict[str, Mark] = {
    "number": Mark("number", Decimal(50), Decimal(50)),
    "between": Mark("between", Decimal(25), Decimal(75)),
    "at_least": Mark("at_least", Decimal(30), None),
    "more_than": Mark("more_than", Decimal(30), None),
    "at_most": Mark("at_most", None, Decimal(70)),
    "less_than": Mark("less_than", None, Decimal(70)),
    "vague": Mark("vague", Decimal(10), Decimal(90)),
}
"""One of each kind of mark, for the key."""
_ABOUT = Mark("number", Decimal(50), Decimal(50), (Decimal(15), Decimal(85)))


def _legend(marks: list[Mark], desk: Desk) -> list[tuple[Html, str]]:
    """The kinds of marks that the chart has, each with a word."""
    words, hundred = desk.wording.chart, Scale(Decimal(100), Decimal(100))
    used = {one.kind for one in marks}
    found: list[tuple[Html, str]] = [
        (drawing.row(_SAMPLES[kind], hundred), phrase)
        for kind, phrase in words.kinds.items()
        if kind in used
    ]
    if any(one.reach for one in marks):
        found.append((drawing.row(_ABOUT, hundred), words.about))
    return found
