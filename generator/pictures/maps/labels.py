"""Labels: each mark on a map gets its name where there is room, or else a number, or nothing.

Labels are placed greedily and in a fixed order, so the same places give the same picture. All
lengths are in units of the picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.pictures.lettering import Lettering

LETTERS = Lettering("sans-400", 11.5)
"""The letters of labels; map.css must have the same."""

LABEL_HEIGHT = 15.0

RADIUS = 4.5
"""The radius of a mark; no label of another mark comes nearer."""

EDGE_MARGIN = 3.0  # between a label and the edge of the picture, at least

_ANGLES = (0, 180, 315, 45, 225, 135, 270, 90, 337, 23, 203, 157, 292, 68, 248, 112)
"""The directions that a label tries, in degrees clockwise from the right, the most readable first."""

_DISTANCES = (3, 9, 18, 30, 44, 60, 80, 105)
"""The distances from its mark at which a label is tried; from the second on, a line leads to it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The middle of a mark, and the text that its label should have."""

    key: str
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class LabelBox:
    """The rectangle of a label: its left and upper edge, its width and height."""

    x: float
    y: float
    width: float
    height: float = LABEL_HEIGHT

    def meets(self, other: LabelBox) -> bool:
        """Whether two rectangles overlap."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point of the rectangle nearest to another point."""
        return (
            min(max(x, self.x), self.x + self.width),
            min(max(y, self.y), self.y + self.height),
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside a mark, or a number that the map's key explains.

    `leader` is a line from the mark to the label (x and y of both ends); None if the two touch.
    """

    mark: Anchor
    box: LabelBox
    number: int | None
    leader: tuple[float, float, float, float] | None


def placed(marks: Sequence[Anchor], width: float, height: float) -> tuple[Label, ...]:
    """The labels that fit, in the order of the marks, which begin with the most important.

    Marks without room for their names get numbers, from top to bottom. The numbers are then
    placed before the names.
    """
    crowded = set[str]()
    while True:
        found = _round(marks, crowded, _Board(width, height, marks))
        left = {mark.key for mark in marks} - found.keys()
        if left <= crowded:
            return tuple(found[mark.key] for mark in marks if mark.key in found)
        crowded |= left


def _round(marks: Sequence[Anchor], crowded: set[str], board: _Board) -> dict[str, Label]:
    """The labels that fit if the crowded marks get numbers, by the key of their mark."""
    found = {}
    several = sorted(
        (mark for mark in marks if mark.key in crowded), key=lambda one: (one.y, one.x)
    )
    for number, mark in enumerate(several, start=1):
        if label := board.put(mark, str(number), number):
            found[mark.key] = label
    for mark in marks:
        if mark.key not in crowded and (label := board.put(mark, mark.text, None)):
            found[mark.key] = label
    return found


@dataclass(slots=True)
class _Board:
    """A picture with the labels placed so far."""

    width: float
    height: float
    marks: Sequence[Anchor]
    boxes: list[LabelBox] = field(default_factory=list)
    leaders: list[tuple[float, float, float, float]] = field(default_factory=list)

    def put(self, mark: Anchor, text: str, number: int | None) -> Label | None:
        """Place a label where it first covers nothing, and return it; None if there is no room."""
        width = LETTERS.width(text)
        for box, beside in _candidates(mark, width):
            leader = None if beside else (mark.x, mark.y, *box.nearest(mark.x, mark.y))
            if self._is_free(box) and self._is_clear(leader, mark):
                self.boxes.append(box)
                if leader:
                    self.leaders.append(leader)
                return Label(mark, box, number, leader)
        return None

    def _is_free(self, box: LabelBox) -> bool:
        return (
            box.x >= EDGE_MARGIN
            and box.y >= EDGE_MARGIN
            and box.x + box.width <= self.width - EDGE_MARGIN
            and box.y + box.height <= self.height - EDGE_MARGIN
            and not any(box.meets(other) for other in self.boxes)
            and not any(box.meets(_around(mark)) for mark in self.marks)
            and not any(_crosses(box, leader) for leader in self.leaders)
        )

    def _is_clear(self, leader: tuple[float, float, float, float] | None, mark: Anchor) -> bool:
        """Whether a leader crosses no label, no other mark and no other leader."""
        if leader is None:
            return True
        others = (_around(one) for one in self.marks if one.key != mark.key)
        covered = any(_crosses(box, leader) for box in (*self.boxes, *others))
        return not covered and not any(_cross(leader, other) for other in self.leaders)


def _candidates(mark: Anchor, width: float) -> Iterator[tuple[LabelBox, bool]]:
    """The places that a label tries, the best first, and whether each touches the mark."""
    for distance in _DISTANCES:
        for angle in _ANGLES[: 8 if distance == _DISTANCES[0] else None]:
            across, down = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            x = mark.x + across * (RADIUS + distance)
            y = mark.y + down * (RADIUS + distance)
            left = x if across > 0.1 else x - width if across < -0.1 else x - width / 2
            top = y - LABEL_HEIGHT / 2 * (1 - (down if abs(down) > 0.1 else 0))
            yield LabelBox(left, top, width), distance == _DISTANCES[0]


def _around(mark: Anchor) -> LabelBox:
    return LabelBox(mark.x - RADIUS, mark.y - RADIUS, 2 * RADIUS, 2 * RADIUS)


def _crosses(box: LabelBox, line: tuple[float, float, float, float]) -> bool:
    """Whether a line runs through a rectangle; a line that only touches its edge does not."""
    x, y, to_x, to_y = line
    first, last = 0.0, 1.0  # the share of the line that is within the label's width and height
    for start, way, low, length in (
        (x, to_x - x, box.x, box.width),
        (y, to_y - y, box.y, box.height),
    ):
        if not way:
            if not low < start < low + length:
                return False
            continue
        enters, leaves = sorted(((low - start) / way, (low + length - start) / way))
        first, last = max(first, enters), min(last, leaves)
    return first < last


def _cross(
    first: tuple[float, float, float, float], second: tuple[float, float, float, float]
) -> bool:
    """Whether two lines cross."""

    def side(line: tuple[float, float, float, float], x: float, y: float) -> float:
        return (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0])

    return (
        side(first, *second[:2]) * side(first, *second[2:]) < 0
        and side(second, *first[:2]) * side(second, *first[2:]) < 0
    )
