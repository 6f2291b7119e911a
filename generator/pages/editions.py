"""The page that offers the site to be taken along: as an archive, for Kiwix, as a book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas
from generator.config.wording import Wording
from generator.findings.findings import Findings
from generator.markup.escaping import Html, escape, filled, tag
from generator.markup.paths import CHECKSUMS, EDITIONS, EDITIONS_PAGE
from generator.markup.templates import fill
from generator.markup.views import Labelled
from generator.markup.writer import Desk

OFFER_BEGIN = Html("<!-- the editions begin -->")
OFFER_END = Html("<!-- the editions end -->")
"""What stands on either side of the offer in the built page; no text can, as `<` is escaped."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition that lies beside the page; `kind` is one of `EDITIONS`, `size` in bytes."""

    kind: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class OfferedEdition:
    """An edition as a reader sees it."""

    kind: str
    file: str
    size: Html
    digest: Html


@dataclass(frozen=True, slots=True)
class Offer:
    """The editions that lie beside the page."""

    template: ClassVar[str] = "offer.html.j2"
    begin: ClassVar[Html] = OFFER_BEGIN
    end: ClassVar[Html] = OFFER_END
    checksums: ClassVar[str] = CHECKSUMS
    editions: tuple[OfferedEdition, ...]


@dataclass(frozen=True, slots=True)
class EditionsPage:
    """What editions there are, how to open each, and how to tell that a copy is whole."""

    template: ClassVar[str] = "editions.md.j2"
    path: str
    title: str
    offer: Html
    opening: tuple[Labelled, ...]
    checking: tuple[Html, ...]


def editions_view(atlas: Atlas, findings: Findings) -> EditionsPage:
    """The page as the site is built, when no edition can be there yet."""
    desk, words = Desk(atlas, findings, EDITIONS_PAGE), atlas.config.wording.editions
    index = desk.to("data/index.json", "index.json")
    return EditionsPage(
        path=desk.page,
        title=words.title,
        offer=offer((), desk.wording),
        opening=tuple((words.kinds[kind], (escape(words.opening[kind]),)) for kind in EDITIONS),
        checking=(
            *(escape(line) for line in words.how_to_check),
            filled(words.same, index=index, field=tag("code", "generated_from")),
        ),
    )


def offer(editions: tuple[Edition, ...], wording: Wording) -> Html:
    """The editions with size and checksum, or a word that there is none beside this copy.

    It begins with `OFFER_BEGIN` and ends with `OFFER_END`, so that another can take its place.
    """
    return Html(fill(Offer(tuple(_offered(one, wording) for one in editions)), wording))


def _offered(edition: Edition, wording: Wording) -> OfferedEdition:
    words, halves = wording.editions, (edition.sha256[:32], edition.sha256[32:])
    digest = tag("code", Html("<wbr>".join(halves)), style="overflow-wrap:anywhere")
    return OfferedEdition(
        kind=words.kinds[edition.kind],
        file=EDITIONS[edition.kind],
        size=filled(
            words.size, millions=f"{edition.size / 1_000_000:.1f}", bytes=f"{edition.size:,}"
        ),
        digest=filled(words.digest, digest=digest),
    )
