"""Projection: degrees to units of a picture, by Mercator, so north is up and shapes are kept."""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.config.map import Bounds

WIDTH = 340
"""The width of a panel, in units; on a phone a unit is about a pixel."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The projection of one panel: x runs right and y down, from its upper left corner."""

    bounds: Bounds

    @property
    def height(self) -> float:
        """The panel's height, in units."""
        return self(self.bounds.west, self.bounds.south)[1]

    def __call__(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The x and y of a position, in units."""
        unit = math.radians(self.bounds.east - self.bounds.west) / WIDTH
        x = math.radians(longitude - self.bounds.west) / unit
        y = (_northing(self.bounds.north) - _northing(latitude)) / unit
        return x, y


def _northing(latitude: float) -> float:
    """The distance from the equator to a parallel on a Mercator map, in radians of longitude."""
    return math.asinh(math.tan(math.radians(latitude)))
