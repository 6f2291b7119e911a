"""The page of a withdrawn claim: that it is no longer a claim, why, and what it said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas.atlas import Atlas
from generator.config.site import LANGUAGE
from generator.data.models.facts import SpeakerData
from generator.data.models.withdrawn import WithdrawnData
from generator.data.withdrawn import withdrawn_data
from generator.findings.findings import Findings
from generator.load.entries import Entry
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.inline import shortened
from generator.markup.paths import fact_page
from generator.markup.views import Labelled
from generator.markup.writer import Desk
from generator.pages.foot import Foot, withdrawn_foot
from generator.pages.history import history, in_words
from generator.records import Withdrawn
from generator.text.writing_systems import direction


@dataclass(frozen=True, slots=True)
class WithdrawnPage:
    """The page of a withdrawn claim, at its old address; search engines are asked to leave it out."""

    template: ClassVar[str] = "withdrawn.md.j2"
    is_hidden: ClassVar[bool] = True
    path: str
    title: str
    notice: tuple[Html, ...]
    said: tuple[Labelled, ...]
    history: tuple[Html, ...]
    foot: Foot


def withdrawn_pages(atlas: Atlas, findings: Findings) -> Iterator[WithdrawnPage]:
    """The page of each withdrawn claim."""
    for entry in atlas.withdrawn.values():
        yield _page(Desk(atlas, findings, fact_page(entry.ref)), entry)


def _page(desk: Desk, entry: Entry[Withdrawn]) -> WithdrawnPage:
    words, told = desk.wording.withdrawn, withdrawn_data(entry, desk.atlas)
    title = str(filled(words.title, id=told.id))
    withdrawn_on = filled(words.day, day=in_words(desk, told.withdrawn_on))
    return WithdrawnPage(
        path=desk.page,
        title=title,
        notice=(
            filled(words.notice, withdrawn=withdrawn_on),
            filled(words.because, reason=told.reason),
            _replacement(desk, told),
        ),
        said=tuple(_said(desk, told)),
        history=tuple(history(desk, told.id, desk.atlas.ledger.get(told.id))),
        foot=withdrawn_foot(desk, title, entry),
    )


def _replacement(desk: Desk, told: WithdrawnData) -> Html:
    """What replaces it: a claim, or one that was itself withdrawn later; "" for nothing."""
    words, new = desk.wording.withdrawn, told.replaced_by
    if new is None:
        return escape(words.not_replaced)
    claim = desk.atlas.claims.get(new)
    named = shortened(claim.words) if claim else tag("code", new)
    return filled(words.replaced, claim=desk.to(fact_page(new), named))


def _said(desk: Desk, told: WithdrawnData) -> Iterator[Labelled]:
    """What the claim said before, and from whom."""
    words, language = desk.wording.withdrawn, desk.atlas.documents[told.source].record.language
    yield words.statement, (escape(told.statement),)
    speakers = [_speaker(desk, one) for one in told.attributed_to]
    yield words.speaker, (joined(", ", speakers),)
    lang = None if language == LANGUAGE else language
    yield (
        words.quote,
        tuple(tag("q", one, lang=lang, dir=direction(one) or "auto") for one in told.quotes),
    )
    yield desk.wording.fact.document, (desk.link(told.source, desk.atlas.title(told.source)),)


def _speaker(desk: Desk, speaker: SpeakerData) -> Html:
    return desk.link(speaker.ref) if speaker.ref else escape(speaker.words)
