"""The page that offers the site to be taken along: as an archive, for Kiwix, as a book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas
from generator.config.wording import Wording
from generator.findings.findings import Findings
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.paths import CHECKSUMS, EDITIONS, EDITIONS_PAGE
from generator.markup.views import Row
from generator.markup.writer import Desk

PLACE = "editions"
"""The id of the figure that holds the offer; no figure is within it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition that lies beside the page; `kind` is one of `EDITIONS`, `size` in bytes."""

    kind: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class EditionsPage:
    """What editions there are, how to open each, and how to tell that a copy is whole."""

    template: ClassVar[str] = "editions.md.j2"
    path: str
    title: str
    place: str
    offer: Html
    opening: tuple[Row, ...]
    checking: tuple[Html, ...]


def editions_view(atlas: Atlas, findings: Findings) -> EditionsPage:
    """The page as the site is built, when no edition can be there yet."""
    desk, words = Desk(atlas, findings, EDITIONS_PAGE), atlas.config.wording.editions
    index = desk.to("data/index.json", "index.json")
    return EditionsPage(
        path=desk.page,
        title=words.title,
        place=PLACE,
        offer=offer((), desk.wording),
        opening=tuple((words.kinds[kind], (escape(words.opening[kind]),)) for kind in EDITIONS),
        checking=(
            *(escape(line) for line in words.how_to_check),
            filled(words.same, index=index, field=tag("code", "generated_from")),
        ),
    )


def offer(editions: tuple[Edition, ...], wording: Wording) -> Html:
    """The editions with size and checksum; that there is none beside this copy is said."""
    if not editions:
        return tag("p", wording.editions.none)
    rows = joined("", [_row(edition, wording) for edition in editions])
    sums = tag("a", CHECKSUMS, href=CHECKSUMS)
    return joined("", [tag("dl", rows, class_="record"), tag("p", sums)])


def _row(edition: Edition, wording: Wording) -> Html:
    words, name = wording.editions, EDITIONS[edition.kind]
    millions = f"{edition.size / 1_000_000:.1f}"
    size = filled(words.size, millions=millions, bytes=f"{edition.size:,}")
    halves = [escape(edition.sha256[:32]), escape(edition.sha256[32:])]
    digest = tag("code", Html("<wbr>".join(halves)), style="overflow-wrap:anywhere")
    values = [
        tag("dt", words.kinds[edition.kind]),
        tag("dd", joined(" ", [tag("a", name, href=name, download=""), size])),
        tag("dd", filled(words.digest, digest=digest)),
    ]
    return tag("div", joined("", values))
