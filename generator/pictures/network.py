"""The picture of an entity and its neighbours: laid out here, drawn by a template.

The neighbours are in two columns with a gutter between them, and the entity is in the middle of
the gutter. Lines run only in the gutter, so nothing covers a text, whatever the names and their
number. All lengths are in units of the picture; on a phone a unit is about a pixel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from generator.pictures.lettering import Lettering

WIDTH, COLUMN, MARGIN = 344, 152, 2  # of the picture; of a column of neighbours; around it
PADDING, GAP = 5, 6  # inside a neighbour's box; between two boxes

# The letters of each text, which ties.css must have too, and the height of its lines.
LABEL, LABEL_LINE = Lettering("sans-400", 11), 14
NAME, NAME_LINE = Lettering("serif-400", 13.5), 17
CENTRE, CENTRE_LINE, CENTRE_ROOM = Lettering("serif-600", 14.5), 19, 220


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text and its position."""

    x: int
    y: int
    words: str


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle; x and y are those of its upper left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Curve:
    """A line from the middle of the gutter, up or down, and then to one side."""

    from_x: int
    from_y: int
    to_x: int
    to_y: int


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A neighbour as drawn: a link, the words of its ties, its name, and the line to it."""

    href: str
    called: str
    per: str
    kind: str
    side: str
    box: Rectangle
    label: tuple[Text, ...]
    name: tuple[Text, ...]
    line: Curve


@dataclass(frozen=True, slots=True)
class Network:
    """The picture and its title."""

    title: str
    width: int
    height: int
    centre: Rectangle
    name: tuple[Text, ...]
    nodes: tuple[NetworkNode, ...]


@dataclass(frozen=True, slots=True)
class NetworkItem:
    """What the picture shows of one neighbour: its link, its ties and its name."""

    href: str
    ties: tuple[str, ...]
    name: str
    called: str
    per: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A neighbour with its texts broken into lines, which give its height."""

    item: NetworkItem
    label: tuple[str, ...]
    name: tuple[str, ...]

    @property
    def height(self) -> int:
        """The height of its box."""
        return 2 * PADDING + LABEL_LINE * len(self.label) + NAME_LINE * len(self.name)


def _block(item: NetworkItem) -> _Block:
    room = COLUMN - PADDING
    label = [line for tie in item.ties for line in LABEL.lines(tie, room)]
    return _Block(item, tuple(label), NAME.lines(item.name, room))


def drawn(name: str, title: str, items: Sequence[NetworkItem]) -> Network:
    """The picture of an entity's name among its neighbours, the first half of them on the left."""
    blocks = [_block(item) for item in items]
    half = (len(blocks) + 1) // 2
    left, right = blocks[:half], blocks[half:]
    cut = (len(left) + 1) // 2, len(right) // 2
    above = max(_tall(left[: cut[0]]), _tall(right[: cut[1]]))
    below = max(_tall(left[cut[0] :]), _tall(right[cut[1] :]))
    words = CENTRE.lines(name, CENTRE_ROOM)
    half_room = ceil(max(CENTRE.width(line) for line in words) / 2) + 2 * PADDING
    centre = Rectangle(
        WIDTH // 2 - half_room,
        MARGIN + above,
        2 * half_room,
        2 * PADDING + CENTRE_LINE * len(words),
    )
    foot = centre.y + centre.height
    nodes = [
        *_column(left[: cut[0]], "left", centre.y - _tall(left[: cut[0]]), centre.y),
        *_column(left[cut[0] :], "left", foot + GAP, foot),
        *_column(right[: cut[1]], "right", centre.y - _tall(right[: cut[1]]), centre.y),
        *_column(right[cut[1] :], "right", foot + GAP, foot),
    ]
    return Network(
        title=title,
        width=WIDTH,
        height=foot + below + MARGIN,
        centre=centre,
        name=tuple(
            Text(WIDTH // 2, centre.y + PADDING + CENTRE_LINE * number - 5, line)
            for number, line in enumerate(words, start=1)
        ),
        nodes=tuple(nodes),
    )


def _tall(blocks: Sequence[_Block]) -> int:
    return sum(block.height + GAP for block in blocks)


def _column(blocks: Sequence[_Block], side: str, top: int, start: int) -> list[NetworkNode]:
    """Boxes one below the other from `top`, each with a line from the gutter at `start`."""
    nodes = []
    for block in blocks:
        nodes.append(_node(block, side, top, start))
        top += block.height + GAP
    return nodes


def _node(block: _Block, side: str, top: int, start: int) -> NetworkNode:
    left = side == "left"
    x, inner = (MARGIN, MARGIN + COLUMN) if left else (WIDTH - MARGIN - COLUMN,) * 2
    middle = WIDTH // 2
    text = inner - PADDING if left else inner + PADDING
    label_foot = top + PADDING + LABEL_LINE * len(block.label)
    y = top + block.height // 2
    return NetworkNode(
        href=block.item.href,
        called=block.item.called,
        per=block.item.per,
        kind=block.item.kind,
        side=side,
        box=Rectangle(x, top, COLUMN, block.height),
        label=tuple(
            Text(text, top + PADDING + LABEL_LINE * number - 4, line)
            for number, line in enumerate(block.label, start=1)
        ),
        name=tuple(
            Text(text, label_foot + NAME_LINE * number - 4, line)
            for number, line in enumerate(block.name, start=1)
        ),
        line=Curve(middle, start, inner, y),
    )
