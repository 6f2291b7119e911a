"""The timeline: every fact in order of time, then those that only their document dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim
from generator.findings.findings import Findings
from generator.markup.dating import written_on
from generator.markup.escaping import Html, filled, joined, tag
from generator.markup.folding import seen_at_once
from generator.markup.inline import counted
from generator.markup.paths import href
from generator.markup.writer import Desk
from generator.pages.moments import (
    Filters,
    Moment,
    date_of,
    filters,
    is_drawn_open,
    moments,
    signs_of,
)
from generator.pictures.times.marks import axis_of, bars, year_of
from generator.pictures.times.picture import picture
from generator.records.references import ENTITY_KINDS
from generator.text.dates import Edtf, sort_key

TIMELINE_PAGE = "timeline/index.md"

SEEN_OF_A_YEAR = 3
SEEN_UNDATED = 20  # of those that only their document dates

UNDATED_PER_PAGE = 180  # facts without a date; on a slow connection, a long page takes long to load


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the timeline under its own heading; on a narrow screen only some are open."""

    key: str
    title: str
    remark: str
    moments: tuple[Moment, ...]
    most: int = SEEN_OF_A_YEAR

    @property
    def seen(self) -> int:
        """How many of its claims are open from the start."""
        return seen_at_once(len(self.moments), self.most)


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A page of the timeline; `further` leads to the facts that only their document dates.

    `jump` links to the years, and `signs` are the marks with their meaning.
    """

    template: ClassVar[str] = "timeline.md.j2"
    path: str
    title: str
    lead: Html
    picture: Html
    signs: tuple[tuple[str, str], ...]
    filters: Filters
    jump: tuple[Html, ...]
    periods: tuple[Period, ...]
    further: tuple[Html, ...]


def timeline_pages(atlas: Atlas, findings: Findings) -> Iterator[TimelinePage]:
    """The page of the facts with a date, and the pages of those that only their document dates."""
    undated = {ref: claims for ref in atlas.documents if (claims := _undated(atlas, ref))}
    parts = [
        (f"timeline/{ref.partition('/')[2]}{f'-{n + 1}' if n else ''}.md", ref, n, claims)
        for ref, some in undated.items()
        for n, claims in enumerate(_cut(some))
    ]
    desk = Desk(atlas, findings, TIMELINE_PAGE)
    titles = {path: _title(desk, ref, n) for path, ref, n, _ in parts}
    further = tuple(
        joined(
            " ",
            [
                desk.to(path, titles[path]),
                tag("span", counted(len(claims), desk.wording.counts.facts), class_="hint"),
            ],
        )
        for path, _, _, claims in parts
    )
    yield _dated_page(desk, sum(map(len, undated.values())), further)
    for path, ref, _, some in parts:
        yield _undated_page(Desk(atlas, findings, path), ref, titles[path], some)


def _title(desk: Desk, ref: str, part: int) -> Html:
    name = desk.atlas.name(ref) + (f" · {part + 1}" if part else "")
    return filled(desk.wording.timeline.undated_title, document=name)


def _undated(atlas: Atlas, ref: str) -> list[Claim]:
    """The facts that only their document dates: about its present, with words for the time, then others."""
    claims = [one for one in atlas.drawn_from.get(ref, ()) if not date_of(one)]
    return sorted(claims, key=lambda one: (not one.fact.present, not one.fact.when_as_stated))


def _cut(claims: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    """The facts on as few pages as possible, all about equally long."""
    pages = -(-len(claims) // UNDATED_PER_PAGE)
    for page in range(pages):
        yield claims[len(claims) * page // pages : len(claims) * (page + 1) // pages]


def _undated_page(desk: Desk, ref: str, title: Html, claims: Sequence[Claim]) -> TimelinePage:
    words = desk.wording.timeline
    chosen, indexes = filters(desk, claims, kinds=ENTITY_KINDS, period=False)
    groups = {
        "present": [one for one in claims if one.fact.present],
        "in-words": [one for one in claims if not one.fact.present and one.fact.when_as_stated],
        "no-words": [one for one in claims if not (one.fact.present or one.fact.when_as_stated)],
    }
    return TimelinePage(
        path=desk.page,
        title=title,
        lead=joined(" ", tuple(_undated_lead(desk, ref, len(claims)))),
        picture=Html(""),
        signs=(),
        filters=chosen,
        jump=(),
        periods=tuple(
            Period(key, words.undated_groups[key], "", moments(desk, some, indexes), SEEN_UNDATED)
            for key, some in groups.items()
            if some
        ),
        further=(),
    )


def _undated_lead(desk: Desk, ref: str, facts: int) -> Iterator[Html]:
    """How many facts there are, when their document was written, and a link to the dated ones."""
    words = desk.wording.timeline
    count = counted(facts, desk.wording.counts.facts)
    yield filled(words.undated_lead, facts=count, document=desk.named(ref))
    if link := written_on(desk, desk.atlas.documents[ref]):
        yield filled(words.undated_by, date=link)
    timeline = desk.wording.titles.timeline
    link = tag("a", timeline, href=href(desk.page, TIMELINE_PAGE), class_="kept")
    yield filled(words.dated_are, timeline=link)


def _dated_page(desk: Desk, undated: int, further: tuple[Html, ...]) -> TimelinePage:
    words, counts = desk.wording.timeline, desk.wording.counts
    dates = {one.id: date for one in desk.atlas.claims.values() if (date := date_of(one))}
    order = sorted(dates, key=lambda key: (sort_key(dates[key]), key))
    claims = [desk.atlas.claims[key] for key in order]
    chosen, indexes = filters(desk, claims, period=True)
    known = {
        year: list(some)
        for year, some in groupby(claims, lambda one: _year(dates, one))
        if year is not None
    }
    periods = [
        Period(f"y-{year}", desk.year(year), "", moments(desk, some, indexes))
        for year, some in known.items()
    ]
    if yearless := [one for one in claims if not dates[one.id].known]:
        lines = moments(desk, yearless, indexes)
        periods.append(Period("yearless", words.yearless, words.about_yearless, lines))
    lead = [filled(words.lead, dated=counted(len(claims), counts.facts))]
    if undated:
        below = tag("a", counted(undated, counts.facts), href="#undated")
        lead.append(filled(words.lead_undated, undated=below))
    signs = {name for one in claims for name in signs_of(one)}
    return TimelinePage(
        path=desk.page,
        title=desk.wording.titles.timeline,
        lead=joined(" ", lead),
        picture=_picture(desk, dates),
        signs=tuple((key, meaning) for key, meaning in words.signs.items() if key in signs),
        filters=chosen,
        jump=tuple(tag("a", one.title, href=f"#{one.key}") for one in periods),
        periods=tuple(periods),
        further=further,
    )


def _year(dates: dict[str, Edtf], claim: Claim) -> int | None:
    return year_of(dates[claim.id])


def _picture(desk: Desk, dates: dict[str, Edtf]) -> Html:
    """The dates on their axis; empty if none has a year."""
    axis = axis_of(dates.values())
    if axis is None:
        return Html("")
    concluded = {key for key in dates if "concluded" in signs_of(desk.atlas.claims[key])}
    begun = {key for key in dates if is_drawn_open(desk.atlas.claims[key])}
    drawn, counts = bars(dates, axis, concluded, begun), desk.wording.counts
    years = Counter(year for one in dates.values() if (year := year_of(one)) is not None)
    most, year = max((count, -year) for year, count in years.items())
    name = filled(
        desk.wording.timeline.picture,
        facts=counted(len(drawn), counts.facts),
        first=desk.year(axis.first),
        last=desk.year(axis.last),
        most=counted(most, counts.facts),
        year=desk.year(-year),
    )
    return picture(axis, drawn, name, desk.year)
