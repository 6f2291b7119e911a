"""The outline of the map, cut from Natural Earth's countries for each of its panels.

`python -m tools.outline countries-10m.json [ROOT]` writes `site_config/map/outline.yaml` of the
project ROOT from the panels of its `map.yaml`. The input is TopoJSON with an object `countries`, as
npm's `world-atlas` has it. site_config/map/README.md says where it is from.
"""

from __future__ import annotations

import json
import math
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.config.map import Bounds, Degrees, MapPlan
from generator.load.folder import Shelf
from generator.pictures.maps.projection import WIDTH

FINEST = 1.1
"""So many units of a picture a line may be off; it is WIDTH of them wide."""

SMALLEST = 8.0
"""So many square units an island must have."""

MARGIN = 0.02
"""The share of a panel's width by which its outline goes beyond its edges, which hides the cuts."""

HEAD = """\
# Written by `python -m tools.outline`, and not by hand: README.md says from what.
# Each line is closed: longitude and latitude of each point in turn.
"""

Line = list[Degrees]


def arcs(topology: Mapping[str, Any]) -> list[Line]:
    """The lines of a TopoJSON file, in degrees."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * kx + x0, y * ky + y0))
        found.append(line)
    return found


def simplified(line: Line, off: float, squeeze: float) -> Line:
    """The line by fewer of its points, none more than `off` degrees of latitude off (Douglas-Peucker).

    `squeeze` is the length of a degree of longitude in degrees of latitude. The ends stay, so
    that neighbours still meet.
    """
    kept = {0, len(line) - 1}
    stretches = [(0, len(line) - 1)]
    while stretches:
        start, end = stretches.pop()
        far, most = start, off
        for index in range(start + 1, end):
            if (away := _distance(line[index], line[start], line[end], squeeze)) > most:
                far, most = index, away
        if far != start:
            kept.add(far)
            stretches += [(start, far), (far, end)]
    return [line[index] for index in sorted(kept)]


def _distance(point: Degrees, start: Degrees, end: Degrees, squeeze: float) -> float:
    """How far a point is from the stretch between two others."""
    ax, ay = (end[0] - start[0]) * squeeze, end[1] - start[1]
    bx, by = (point[0] - start[0]) * squeeze, point[1] - start[1]
    length = ax * ax + ay * ay
    share = min(max((ax * bx + ay * by) / length, 0), 1) if length else 0
    return math.hypot(bx - share * ax, by - share * ay)


def clipped(ring: Line, bounds: tuple[float, float, float, float]) -> Line:
    """The part of a closed line's inside that lies in the bounds (Sutherland-Hodgman)."""
    west, east, south, north = bounds
    cuts: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, west, float.__ge__),
        (0, east, float.__le__),
        (1, south, float.__ge__),
        (1, north, float.__le__),
    )
    for axis, edge, inside in cuts:
        ring = list(_cut(ring, axis, edge, inside))
    return ring


def _cut(
    ring: Line, axis: int, edge: float, inside: Callable[[float, float], bool]
) -> Iterator[Degrees]:
    for start, end in zip([*ring[-1:], *ring], ring, strict=False):
        if inside(start[axis], edge) != inside(end[axis], edge):
            share = (edge - start[axis]) / (end[axis] - start[axis])
            other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
            yield (edge, other) if axis == 0 else (other, edge)
        if inside(end[axis], edge):
            yield end


def area(ring: Sequence[Degrees]) -> float:
    """The area inside a closed line, in square degrees."""
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def rings(topology: Mapping[str, Any], panel: Bounds) -> list[Line]:
    """The countries within a panel, each as the line around it; what lies inside has its own."""
    unit = (panel.east - panel.west) / WIDTH
    squeeze = math.cos(math.radians((panel.south + panel.north) / 2))
    lines = [simplified(arc, unit * FINEST * squeeze, squeeze) for arc in arcs(topology)]
    margin = (panel.east - panel.west) * MARGIN
    around = (
        panel.west - margin,
        panel.east + margin,
        panel.south - margin,
        panel.north + margin,
    )
    found = []
    for country in topology["objects"]["countries"]["geometries"]:
        whole = country["type"] == "MultiPolygon"
        for polygon in country["arcs"] if whole else [country["arcs"]]:
            ring: Line = []
            for index in polygon[0]:
                ring += (lines[index] if index >= 0 else lines[~index][::-1])[:-1]
            cut = [(round(x, 3), round(y, 3)) for x, y in clipped(ring, around)]
            if area(cut) > SMALLEST * unit * unit * squeeze:
                found.append(cut)
    return sorted(found)


def main(arguments: Sequence[str]) -> None:
    """Write the outline of a project's panels."""
    topology = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    root = Path(*arguments[1:2])
    (plan,) = Shelf(root).one(MapPlan, "site_config/map/map.yaml", "")
    text = HEAD
    for key, panel in plan.record.panels.items():
        text += f"\n- panel: {key}\n"
        text += "".join(f"  {side}: {getattr(panel, side)}\n" for side in Bounds.model_fields)
        text += "  rings:\n"
        for ring in rings(topology, panel):
            points = " ".join(f"{x:g} {y:g}" for x, y in ring)
            text += "    - >-\n" + textwrap.fill(points, 100, initial_indent=" " * 6,
                                                 subsequent_indent=" " * 6) + "\n"  # fmt: skip
    (root / "site_config/map/outline.yaml").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
