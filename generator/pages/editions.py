"""The page of the editions: the site as an archive, for Kiwix and as a book."""

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
"""The comments around the offer in the built page; no text can be the same, because `<` is escaped."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition beside the page; `kind` is one of `EDITIONS`, and `size` is in bytes."""

    kind: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class OfferedEdition:
    """An edition as readers see it."""

    kind: str
    file: str
    size: Html
    digest: Html


@dataclass(frozen=True, slots=True)
class Offer:
    """The editions beside the page."""

    template: ClassVar[str] = "offer.html.j2"
    begin: ClassVar[Html] = OFFER_BEGIN
    end: ClassVar[Html] = OFFER_END
    checksums: ClassVar[str] = CHECKSUMS
    editions: tuple[OfferedEdition, ...]


@dataclass(frozen=True, slots=True)
class EditionsPage:
    """Which editions there are, how to open each, and how to check a copy."""

    template: ClassVar[str] = "editions.md.j2"
    path: str
    title: str
    offer: Html
    opening: tuple[Labelled, ...]
    checking: tuple[Html, ...]


def editions_view(atlas: Atlas, findings: Findings) -> EditionsPage:
    """The page as the site is built, before there can be an edition."""
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
    """The editions with size and checksum, or a sentence that this copy has none.

    It begins with `OFFER_BEGIN` and ends with `OFFER_END`, so that another offer can replace it.
    """
    return Html(fill(Offer(tuple(_offered(one, wording) for one in editions)), wording))


def _offered(edition: Edition, wording: Wording) -> OfferedEdition:
    words, halves = wording.editions, (edition.sha256[:32], edition.sha256[32:])
    digest = tag("code", Html("<wbr>".join(halves)), class_="digest")
    return OfferedEdition(
        kind=words.kinds[edition.kind],
        file=EDITIONS[edition.kind],
        size=filled(
            words.size, millions=f"{edition.size / 1_000_000:.1f}", bytes=f"{edition.size:,}"
        ),
        digest=filled(words.digest, digest=digest),
    )
