"""The gazetteer, from `site_config/map/`: where places are, and the panels of the map.

Positions help readers find their way, and come from no document. They are in degrees; north and
east are positive.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, ClassVar, Self

from pydantic import PlainValidator, model_validator

from generator.records.fields import Flag, Line, Record, Ref, Slug

Degrees = tuple[float, float]
"""A longitude and a latitude."""

STEEPEST = 85.0
"""The greatest latitude that the map can show: its projection has no poles."""


def _within(limit: float) -> Callable[[object], float]:
    def degrees(text: object) -> float:
        if not isinstance(text, str) or not re.fullmatch(r"-?\d{1,3}(\.\d{1,4})?", text):
            raise ValueError("is not a number of degrees; write digits, such as 36.2 or -0.13")
        if abs(float(text)) > limit:
            raise ValueError(f"is not between -{limit:g} and {limit:g} degrees; correct it")
        return float(text)

    return degrees


Longitude = Annotated[float, PlainValidator(_within(180.0))]
Latitude = Annotated[float, PlainValidator(_within(STEEPEST))]


def _ring(text: object) -> tuple[Degrees, ...]:
    numbers = r"-?\d{1,3}(?:\.\d{1,4})?"
    if not isinstance(text, str) or not re.fullmatch(rf"{numbers}( {numbers})+", text):
        raise ValueError("is not a line; write the longitude and latitude of each point in turn")
    values = [float(one) for one in text.split(" ")]
    if len(values) % 2 or len(values) < 6:
        raise ValueError("is not a line; write three points or more, of two numbers each")
    return tuple(zip(values[::2], values[1::2], strict=True))


class Bounds(Record):
    """A part of the world, between two meridians and two parallels."""

    west: Longitude
    east: Longitude
    south: Latitude
    north: Latitude

    @model_validator(mode="after")
    def _has_an_inside(self) -> Self:
        if self.west >= self.east or self.south >= self.north:
            raise ValueError("needs west to be less than east, and south less than north")
        return self

    def hold(self, longitude: float, latitude: float) -> bool:
        """Whether a position lies inside."""
        return self.west < longitude < self.east and self.south < latitude < self.north

    def same_as(self, other: Bounds) -> bool:
        """Whether two bounds are the same, whatever else their records say."""
        return all(getattr(self, side) == getattr(other, side) for side in Bounds.model_fields)


class MapPanel(Bounds):
    """One panel of the map, with a title."""

    title: Line


class MapPlan(Record):
    """The plan of the map: which subkind of topics are places, the credit for the outline, the panels.

    A place is shown in the first panel that its position lies in.
    """

    places: Slug
    credit: Line
    panels: dict[Slug, MapPanel]


class Position(Record):
    """The position of a place; `within` says that this is only somewhere inside a large place."""

    place: Ref
    latitude: Latitude
    longitude: Longitude
    within: Flag = False


class Outline(Bounds):
    """The land inside a panel's bounds, as closed lines; neighbouring areas share their points."""

    most: ClassVar[int] = 100_000

    panel: Slug
    rings: tuple[Annotated[tuple[Degrees, ...], PlainValidator(_ring)], ...]
