"""A panel of the map as SVG: land, marks and labels. The style sheet sets its colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.config.map import Bounds, Degrees
from generator.markup.escaping import Html, escape, joined, tag
from generator.pictures.maps.labels import LABEL_HEIGHT, RADIUS, Anchor, Label, placed
from generator.pictures.maps.projection import WIDTH, Projection


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to draw: its position in degrees, its text, the count beside it, and its link.

    `name` is the link's accessible name. `wide` says that the mark is somewhere inside a large
    place.
    """

    key: str
    longitude: float
    latitude: float
    text: str
    count: int
    name: Html
    href: str
    wide: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and the key to the numbers that replace names on it."""

    svg: Html
    key: tuple[tuple[int, Spot], ...]


def picture(
    bounds: Bounds,
    rings: Iterable[Sequence[Degrees]],
    spots: Sequence[Spot],
    frames: Iterable[Bounds],
    name: str,
) -> Picture:
    """The picture of a panel, called `name`. `spots` begin with the most important.

    `frames` are the bounds of other panels that lie inside this one.
    """
    at = Projection(bounds)
    height = at.height
    by_key = {spot.key: spot for spot in spots}
    marks = [
        Anchor(one.key, *at(one.longitude, one.latitude), f"{one.text} {one.count}")
        for one in spots
    ]
    labels = {label.mark.key: label for label in placed(marks, WIDTH, height)}
    land = "".join(_path([at(*point) for point in ring]) for ring in rings)
    parts = [
        tag("path", "", class_="land", d=land),
        *(tag("path", "", class_="frame", d=_frame(at, one)) for one in frames),
        *(_leader(one) for one in labels.values() if one.leader),
        *(_spot(by_key[mark.key], mark, labels.get(mark.key)) for mark in marks),
    ]
    svg = tag(
        "svg",
        joined("", parts),
        class_="map",
        viewBox=f"0 0 {WIDTH} {height:.0f}",
        role="group",
        aria_label=name,
    )
    key = sorted((one.number, by_key[k]) for k, one in labels.items() if one.number is not None)
    return Picture(svg, tuple(key))


def _path(points: Sequence[tuple[float, float]]) -> str:
    """A closed line through the points, as an SVG path rounded to tenths of a unit."""
    rounded = [(round(x, 1), round(y, 1)) for x, y in points]
    steps = [
        f"{x2 - x1:.1f},{y2 - y1:.1f}".replace(".0", "") for (x1, y1), (x2, y2) in pairwise(rounded)
    ]
    return f"M{rounded[0][0]:g},{rounded[0][1]:g}l{' '.join(steps)}z"


def _frame(at: Projection, bounds: Bounds) -> str:
    (left, top), (right, bottom) = (
        at(bounds.west, bounds.north),
        at(bounds.east, bounds.south),
    )
    return f"M{left:.1f},{top:.1f}H{right:.1f}V{bottom:.1f}H{left:.1f}z"


def _leader(label: Label) -> Html:
    x1, y1, x2, y2 = label.leader or (0, 0, 0, 0)
    return tag("path", "", class_="leader", d=f"M{x1:.1f},{y1:.1f}L{x2:.1f},{y2:.1f}")


def _spot(spot: Spot, mark: Anchor, label: Label | None) -> Html:
    """The mark of a place and its label, as a link."""
    x, y = f"{mark.x:.1f}", f"{mark.y:.1f}"
    parts = [tag("circle", "", class_="spot wide" if spot.wide else "spot", cx=x, cy=y, r=RADIUS)]
    if label:
        anchor, at = _anchored(label)
        counted = joined(" ", [escape(spot.text), tag("tspan", spot.count)])
        text = counted if label.number is None else label.number
        down = f"{label.box.y + LABEL_HEIGHT * 0.75:.1f}"
        parts.append(tag("text", text, x=f"{at:.1f}", y=down, text_anchor=anchor))
    return tag("a", joined("", parts), href=spot.href, aria_label=spot.name)


def _anchored(label: Label) -> tuple[str, float]:
    """The SVG anchor of a label and its x, so that the end at the mark stays put in any font."""
    box = label.box
    if box.x >= label.mark.x:
        return "start", box.x
    if box.x + box.width <= label.mark.x:
        return "end", box.x + box.width
    return "middle", box.x + box.width / 2
