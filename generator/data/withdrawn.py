"""Withdrawn facts: as the data has them, and as entries of the site's feed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.atlas.prose import Link, pieces_of
from generator.data.feeds import Post
from generator.data.linked_data import LinkedNames
from generator.data.models.facts import SpeakerData
from generator.data.models.withdrawn import WithdrawnData
from generator.load.entries import Entry
from generator.markup.escaping import filled, tag, text_of
from generator.markup.paths import fact_page, page_of, url
from generator.markup.writer import Desk
from generator.records import Withdrawn
from generator.text import dates

KIND = "withdrawn"
"""The category of a feed entry about a withdrawal."""


def withdrawn_data(entry: Entry[Withdrawn], atlas: Atlas) -> WithdrawnData:
    """A withdrawn fact, as the data has it. It has no links, because what it names may be gone too."""
    record, seen = entry.record, atlas.ledger.get(entry.ref)
    return WithdrawnData(
        id=entry.ref,
        statement=_in_words(record.statement, atlas),
        source=entry.home,
        attributed_to=tuple(_speaker(one, entry, atlas) for one in record.attributed_to),
        attributed_as=record.attributed_as.exact if record.attributed_as else None,
        quotes=tuple(one.exact for one in record.quote),
        published=seen.published if seen else None,
        withdrawn_on=record.withdrawn_on,
        reason=record.reason,
        replaced_by=record.replaced_by,
        url=url(fact_page(entry.ref)),
    )


def withdrawn_posts(desk: Desk, names: LinkedNames) -> Iterator[Post]:
    """An entry of the feed for each withdrawn fact, under the permanent name of the claim."""
    words = desk.wording.withdrawn
    for entry in desk.atlas.withdrawn.values():
        told = withdrawn_data(entry, desk.atlas)
        lines = [
            filled(words.day, day=desk.date(dates.parse(told.withdrawn_on))),
            filled(words.because, reason=told.reason),
        ]
        if told.replaced_by:
            address = names.address(fact_page(told.replaced_by))
            new = tag("a", told.replaced_by, href=address)
            lines.append(filled(words.replaced, claim=new))
        yield Post(
            name=names.fact(told.id),
            title=text_of(filled(words.feed_title, statement=told.statement)),
            page=names.address(fact_page(told.id)),
            document=(desk.atlas.title(told.source), names.address(page_of(told.source))),
            kind=(KIND, words.kind),
            content="".join(tag("p", line) for line in lines),
            published=told.published or told.withdrawn_on,
            updated=told.withdrawn_on,
        )


def _in_words(text: str, atlas: Atlas) -> str:
    """A text without its links; a reference without words becomes its name."""
    return "".join(
        atlas.name(piece.words)
        if isinstance(piece, Link) and piece.words == piece.ref and atlas.knows(piece.words)
        else piece.words
        for piece in pieces_of(text, atlas.names)
    )


def _speaker(text: str, entry: Entry[Withdrawn], atlas: Atlas) -> SpeakerData:
    """A speaker by name; if the record is gone, in the words of the document."""
    ref = entry.home if text == "self" else text
    if atlas.knows(ref):
        return SpeakerData(ref=ref, words=atlas.name(ref))
    credit = entry.record.attributed_as
    words = credit.exact if credit and "/" in text else _in_words(text, atlas)
    return SpeakerData(ref=None, words=words)
