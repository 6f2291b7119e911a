"""Marks as SVG. All positions are in per cent, so only distances stretch with the screen.

Screen readers skip these pictures, because words beside each one say the same thing.
"""

from __future__ import annotations

from decimal import Decimal

from generator.markup.escaping import Html, joined, tag
from generator.pictures.charts.marks import Mark
from generator.pictures.charts.scale import Scale

MIDDLE = "50%"
_END = Decimal(100)

HATCH = Html(
    '<svg class="hatch" width="0" height="0" aria-hidden="true"><pattern id="hatch" width="5" height="5"'
    ' patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M1 0V5"></path></pattern></svg>'
)
"""The pattern that marks "about"; a page that draws one contains it once."""

_RIGHT, _LEFT = "M6 0H34m-7-5.5l7 5.5-7 5.5", "M8-5.5L1 0l7 5.5"
"""The arrows, in pixels from the amount; their length means nothing."""


def row(mark: Mark, scale: Scale, *, disputed: bool = False) -> Html:
    """The drawing of one row of a chart or its key."""
    class_ = "marks disputed" if disputed else "marks"
    return _picture(_shapes(mark, scale), class_)


def lines(scale: Scale, number: int) -> Html:
    """The definition of the lines of a panel's ticks, which `lines_again` shows in each row.

    `number` tells the panels of a page apart.
    """
    drawn = [
        tag("line", "", x1=f"{place}%", x2=f"{place}%", y1="0", y2="100%")
        for place in map(scale.at, scale.ticks)
    ]
    kept = tag("defs", tag("g", joined("", drawn), id=f"ticks-{number}"))
    return tag("svg", kept, class_="hatch", width="0", height="0", aria_hidden="true")


def lines_again(number: int) -> Html:
    """The lines of a panel's ticks, cut to the picture that they are in."""
    shown = tag("use", "", href=f"#ticks-{number}")
    return tag("svg", shown, class_="ticks", aria_hidden="true", focusable="false")


def space(share: Decimal) -> Html:
    """An empty space, this many per cent of its row wide, or less if there is no room."""
    return tag("svg", "", class_="space", width=f"{share}%", height=1, aria_hidden="true")


def _picture(shapes: list[Html], class_: str) -> Html:
    return tag("svg", joined("", shapes), class_=class_, aria_hidden="true", focusable="false")


def _shapes(mark: Mark, scale: Scale) -> list[Html]:
    """Every shape of a mark, from back to front."""
    if mark.place is None:
        return []
    if mark.kind == "vague":
        return _reach(mark, scale) + _plain(mark, scale)
    stem = [] if mark.points_down else [_line("stem", Decimal(0), scale.at(mark.place))]
    return _reach(mark, scale) + stem + _arrows(mark, scale) + _plain(mark, scale)


def _plain(mark: Mark, scale: Scale) -> list[Html]:
    """The dots and lines of a mark, without stem and arrows."""
    low, high = (None if one is None else scale.at(one) for one in (mark.low, mark.high))
    if mark.kind == "vague" and low is not None and (high is None or high > _END):
        return [_line("vague", min(low, scale.end), _END)]
    if low is not None and high is not None and mark.low != mark.high:
        span = _line("vague" if mark.kind == "vague" else "bar", low, high)
        return [span] if mark.kind == "vague" else [span, _dot(low), _dot(high)]
    place = high if low is None else low
    return [] if place is None else [_dot(place, ring=mark.is_open)]


def _reach(mark: Mark, scale: Scale) -> list[Html]:
    if mark.reach is None:
        return []
    low, high = (min(scale.at(end), _END) for end in mark.reach)
    if mark.kind == "vague" and low == _END:
        return []  # beyond the scale
    size = {"y": "15%", "width": f"{high - low}%", "height": "70%"}
    return [tag("rect", "", class_="about", x=f"{low}%", **size)]


def _arrows(mark: Mark, scale: Scale) -> list[Html]:
    if mark.points_up and mark.low is not None:
        return [_arrow(_RIGHT, "up", scale.at(mark.low))]
    if mark.points_down and mark.high is not None:
        back = _line("back", Decimal(0), scale.at(mark.high))
        return [back, _arrow(_LEFT, "down", Decimal(0))]
    return []


def _arrow(path: str, way: str, place: Decimal) -> Html:
    drawn = tag("path", "", d=path)
    return tag("svg", drawn, class_=f"arrow {way}", x=f"{place}%", y=MIDDLE)


def _line(class_: str, first: Decimal, last: Decimal) -> Html:
    return tag("line", "", class_=class_, x1=f"{first}%", x2=f"{last}%", y1=MIDDLE, y2=MIDDLE)


def _dot(place: Decimal, *, ring: bool = False) -> Html:
    return tag("circle", "", class_="ring" if ring else "dot", cx=f"{place}%", cy=MIDDLE, r=5)
