"""The dates of a page as SVG: each is a mark on one axis. The style sheet sets its colours.

Positions are in per cent and sizes in pixels, so the picture fits a phone and a wide screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.markup.escaping import Html, joined, tag
from generator.pictures.times.marks import SHORTEST_MARK, Axis, Bar

LANE = 12
"""The distance between two lanes, in pixels."""

FOOT = 24
"""The height of the years under the axis, in pixels."""

_ENDS = (
    '<defs><marker id="t-end" markerUnits="userSpaceOnUse" markerWidth="4" markerHeight="10" refX="2" '
    'refY="5"><path d="M2,0v10"/></marker><marker id="t-open" markerUnits="userSpaceOnUse" '
    'markerWidth="7" markerHeight="10" refX="5" refY="5" orient="auto-start-reverse">'
    '<path d="M1,1l4,4l-4,4"/></marker></defs>'
)
"""The two ends of a line: a stop where the date ends, an arrow where it is open."""


def picture(axis: Axis, bars: Sequence[Bar], name: str) -> Html:
    """The bars on an axis, in their order; `name` describes the picture in words."""
    depth = LANE * (max((bar.lane for bar in bars), default=0) + 1) + 8
    parts = [
        Html(_ENDS),
        *(_tick(axis, year, depth) for year in axis.ticks),
        tag("line", "", class_="axis", x1="0", x2="100%", y1=depth, y2=depth),
        *(_mark(bar, depth - 8 - LANE * bar.lane) for bar in bars),
    ]
    return tag(
        "svg",
        joined("", parts),
        class_="times",
        width="100%",
        height=depth + FOOT,
        role="img",
        aria_label=name,
    )


def _tick(axis: Axis, year: int, depth: int) -> Html:
    x = _share(axis.at(date(year, 1, 1)))
    line = tag("line", "", class_="tick", x1=x, x2=x, y1=0, y2=depth + 5)
    return joined("", [line, tag("text", year, x=x, y=depth + 18)])


def _mark(bar: Bar, y: int) -> Html:
    name = f"mark {bar.sign}{' unsure' if bar.unsure else ''}"
    if bar.sign in ("on", "between"):
        width = _share(bar.end - bar.start)
        least = f"width:max({SHORTEST_MARK:g}px,{width})"
        place = {"x": _share(bar.start), "y": y - 4, "width": width, "height": 8, "rx": 4}
        return tag("rect", "", class_=name, **place, style=least)
    ends = {
        f"marker_{side}": f"url(#t-{'open' if is_open else 'end'})"
        for side, is_open in (("start", bar.before), ("end", bar.after))
    }
    x1, x2 = _share(bar.start), _share(bar.end)
    return tag("line", "", class_=name, x1=x1, x2=x2, y1=y, y2=y, **ends)


def _share(value: float) -> str:
    return f"{value:.2f}%"
