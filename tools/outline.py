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
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import shapely

from generator.config.map import Bounds, Degrees, MapPlan
from generator.load.folder import Shelf
from generator.pictures.maps.projection import WIDTH

FINEST = 1.6
"""Corners smaller than a square of this side are smoothed; a picture is WIDTH units wide."""

SMALLEST = 8.0
"""The area of the smallest island that is drawn, in square units."""

MARGIN = 0.02
"""The share of a panel's width by which its outline goes beyond its edges, which hides the cuts."""

HEAD = """\
# Written by `python -m tools.outline`, never by hand; README.md says what it is made from.
# Each line is closed, and lists the longitude and latitude of each point in turn.
"""


def land(topology: Mapping[str, Any]) -> list[shapely.Polygon]:
    """The countries of a TopoJSON file, in degrees, with each part of a country separate.

    The file rounds its points, so its smallest lines are single points, which are left out, and a
    few others touch themselves, which are repaired.
    """
    arcs = _arcs(topology)
    found = []
    for country in topology["objects"]["countries"]["geometries"]:
        for part in country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]:
            lines = [line for line in (_ring(indexes, arcs) for indexes in part) if len(line) > 2]
            if lines:
                found.append(shapely.Polygon(lines[0], lines[1:]))
    whole = shapely.make_valid(found, method="structure", keep_collapsed=False)
    return list(shapely.get_parts(whole))


def _arcs(topology: Mapping[str, Any]) -> list[list[Degrees]]:
    """The lines that borders are made of; the file gives each point as an offset from the last."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = (
        accumulate(arc, lambda at, way: (at[0] + way[0], at[1] + way[1]))
        for arc in topology["arcs"]
    )
    return [[(x * kx + x0, y * ky + y0) for x, y in line] for line in lines]


def _ring(indexes: Iterable[int], arcs: Sequence[list[Degrees]]) -> list[Degrees]:
    """A closed line made of several; `~index` is the line with that index, reversed."""
    lines = (arcs[index] if index >= 0 else arcs[~index][::-1] for index in indexes)
    return [point for line in lines for point in line[:-1]]


def rings(countries: Sequence[shapely.Polygon], panel: Bounds) -> list[list[Degrees]]:
    """The countries within a panel, each as the line around it; an enclave has its own line."""
    unit = (panel.east - panel.west) / WIDTH
    squeeze = math.cos(math.radians((panel.south + panel.north) / 2))  # of degrees of longitude
    margin = (panel.east - panel.west) * MARGIN
    around = (panel.west - margin, panel.south - margin, panel.east + margin, panel.north + margin)
    seen = [one for one in countries if one.intersects(shapely.box(*around))]
    even = shapely.transform(seen, lambda points: points * [squeeze, 1])
    simple = shapely.coverage_simplify(even, unit * squeeze * FINEST)
    cut = shapely.clip_by_rect(
        shapely.transform(simple, lambda points: points / [squeeze, 1]), *around
    )
    return sorted(
        [(round(x, 3), round(y, 3)) for x, y in part.exterior.coords[:-1]]
        for part in shapely.get_parts(cut)
        if part.area > SMALLEST * unit * unit * squeeze
    )


def main(arguments: Sequence[str]) -> None:
    """Write the outline of a project's panels."""
    countries = land(json.loads(Path(arguments[0]).read_text(encoding="utf-8")))
    root = Path(*arguments[1:2])
    (plan,) = Shelf(root).one(MapPlan, "site_config/map/map.yaml", "")
    text = HEAD
    for key, panel in plan.record.panels.items():
        text += f"\n- panel: {key}\n"
        text += "".join(f"  {side}: {getattr(panel, side)}\n" for side in Bounds.model_fields)
        text += "  rings:\n"
        for ring in rings(countries, panel):
            points = " ".join(f"{x:g} {y:g}" for x, y in ring)
            text += "    - >-\n" + textwrap.fill(points, 100, initial_indent=" " * 6,
                                                 subsequent_indent=" " * 6) + "\n"  # fmt: skip
    (root / "site_config/map/outline.yaml").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
