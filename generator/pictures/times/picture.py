"""The dates of a page as SVG: each is a mark on one axis. The style sheet sets its colours.

Positions are in per cent and sizes in pixels, so the picture fits a phone and a wide screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.markup.escaping import Html, joined, tag
from generator.pictures.times.marks import Axis, Bar
from generator.text.days import Day

LANE = 12
"""The distance between two lanes, in pixels, if there are few."""

TALLEST = 330
"""The height of all lanes, in pixels; if there are many, they come closer together."""

CLOSEST = 4
"""The least distance between two lanes, in pixels."""

FOOT = 24
"""The height of the years under the axis, in pixels."""


def _ends(height: float) -> Html:
    """The two ends of a line: a stop where the date ends, an arrow where it is open."""
    half = height / 2
    box = f'markerUnits="userSpaceOnUse" markerHeight="{height:g}" refY="{half:g}"'
    tip = half - 1
    return Html(
        f'<defs><marker id="t-end" markerWidth="4" refX="2" {box}><path d="M2,0v{height:g}"/></marker>'
        f'<marker id="t-open" markerWidth="{half + 2:g}" refX="{half:g}" orient="auto-start-reverse" '
        f'{box}><path d="M1,1l{tip:g},{tip:g}l-{tip:g},{tip:g}"/></marker></defs>'
    )


def picture(
    axis: Axis, bars: Sequence[Bar], name: str, in_words: Callable[[int], str] = str
) -> Html:
    """The bars on an axis, in their order; `name` describes the picture, `in_words` gives a year."""
    lanes = max((bar.lane for bar in bars), default=0) + 1
    lane = max(CLOSEST, min(LANE, TALLEST // lanes))
    depth = lane * lanes + 8
    parts = [
        _ends(lane - 2),
        *(_tick(axis, year, depth, in_words(year)) for year in axis.ticks),
        tag("line", "", class_="axis", x1="0", x2="100%", y1=depth, y2=depth),
        *(_mark(bar, depth - 8 - lane * bar.lane, lane) for bar in bars),
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


def _tick(axis: Axis, year: int, depth: int, label: str) -> Html:
    x = _share(axis.at(Day(year, 1, 1)))
    line = tag("line", "", class_="tick", x1=x, x2=x, y1=0, y2=depth + 5)
    return joined("", [line, tag("text", label, x=x, y=depth + 18)])


def _mark(bar: Bar, y: int, lane: int) -> Html:
    qualities = {"unsure": bar.unsure, "concluded": bar.concluded}
    name = " ".join(["mark", bar.sign, *(word for word, is_so in qualities.items() if is_so)])
    if bar.sign in ("on", "between"):
        half = min(4.0, (lane - 1) / 2)
        place = {"x": _share(bar.start), "y": f"{y - half:g}", "height": f"{2 * half:g}"}
        shape = tag("rect", "", class_=name, width="100%", height="100%", rx=f"{half:g}")
        return tag("svg", shape, width=_share(bar.end - bar.start), **place)
    ends = {
        f"marker_{side}": f"url(#t-{'open' if is_open else 'end'})"
        for side, is_open in (("start", bar.before), ("end", bar.after))
    }
    x1, x2 = _share(bar.start), _share(bar.end)
    return tag("line", "", class_=name, x1=x1, x2=x2, y1=y, y2=y, **ends)


def _share(value: float) -> str:
    return f"{value:.1f}%"
