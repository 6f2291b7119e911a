"""Projection: degrees to the units of a picture. Mercator, so that north is up and shapes stay."""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.config.map import Bounds

WIDTH = 340
"""A panel's width in units, each of which is about a pixel on a phone."""


@dataclass(frozen=True, slots=True)
class Projection:
    """One panel's way from degrees to units, x to the right and y down from its upper left."""

    bounds: Bounds

    @property
    def height(self) -> float:
        """The panel's height, in units."""
        return self(self.bounds.west, self.bounds.south)[1]

    def __call__(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a position is drawn."""
        unit = math.radians(self.bounds.east - self.bounds.west) / WIDTH
        x = math.radians(longitude - self.bounds.west) / unit
        y = (_northing(self.bounds.north) - _northing(latitude)) / unit
        return x, y


def _northing(latitude: float) -> float:
    """The distance from the equator to a parallel as Mercator draws it, in radians of longitude."""
    return math.asinh(math.tan(math.radians(latitude)))
