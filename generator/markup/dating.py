"""Dating: what shows a date that a document does not give, for the pages that explain it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.atlas.atlas import Claim, Document
from generator.findings.placing import Placed, placed
from generator.findings.timing import Timing
from generator.markup.claims import brief
from generator.markup.escaping import Html, escape, filled, tag, text_of
from generator.markup.paths import page_of
from generator.markup.views import Labelled
from generator.markup.when import of_dated
from generator.markup.writer import DATING, Desk
from generator.records import Dated, Evidence
from generator.records.sources import SourceDate
from generator.text.dates import Edtf, coarse


def dating(desk: Desk, claim: Claim) -> Iterator[Labelled]:
    """Each date of a claim that is a conclusion, with what shows it, as labelled rows."""
    words, fact, place = desk.wording.fact, claim.fact, placed(claim)
    if place and place.timing.by_its_document:
        label = words.said_on if place.said else words.when
        yield label, (_from_document(desk, place),)
    if fact.dated:
        own = {words.when: fact.when, words.said_on: fact.said_on}
        found = {words.when: fact.dated.when, words.said_on: fact.dated.said_on}
        yield from _dates(desk, own, found)
        yield from _shown(desk, fact.dated)
    for relay, speaker in zip(fact.via, claim.via, strict=True):
        if relay.dated:
            label = text_of(filled(words.relayed_on, speaker=desk.speaker(speaker)))
            yield from _dates(desk, {label: relay.said_on}, {label: relay.dated.said_on})
            yield from _shown(desk, relay.dated)
    link = written_on(desk, claim.document)
    if link and _rests_on_document(claim, place):
        yield desk.wording.dating.document, (link,)


def _rests_on_document(claim: Claim, place: Placed | None) -> bool:
    """Whether a date of a claim rests on its document's date."""
    found = (claim.fact.dated, *(relay.dated for relay in claim.fact.via))
    alone = any(one and not one.rests_on and not one.evidence for one in found)
    return alone or bool(place and place.timing.by_its_document)


def _from_document(desk: Desk, place: Placed) -> Html:
    words = desk.wording.dating
    phrase = words.told if place.said else words.known[place.timing.known]
    return filled(phrase, date=desk.timing(place.timing))


def written_on(desk: Desk, document: Document) -> Html | None:
    """When a document was written, as a link to what shows it; None if that is not known."""
    given = _writing(document)
    if given is None:
        return None
    date = document_date(desk, given)
    return desk.to(page_of(document.ref), date, f"{DATING}-{given.of}")


def written_in(desk: Desk, document: Document) -> Html | None:
    """The month or year in which a document was written, linked like its date."""
    given = _writing(document)
    if given is None:
        return None
    date = document_date(desk, given.model_copy(update={"date": coarse(given.date)}))
    return desk.to(page_of(document.ref), date, f"{DATING}-{given.of}")


def _writing(document: Document) -> SourceDate | None:
    """The date on which a document was written; None if it is not known."""
    return next((one for one in document.record.dates if one.date is document.written), None)


def _dates(
    desk: Desk, own: Mapping[str, Edtf | None], found: Mapping[str, Edtf | None]
) -> Iterator[Labelled]:
    """Each concluded date, with as much of it as the document itself gives."""
    for label, date in found.items():
        if date:
            timing = Timing(date, "dated")
            yield label, (escape(of_dated(own[label], timing, desk.atlas.config)),)


def _shown(desk: Desk, dated: Dated) -> Iterator[Labelled]:
    """Why a date is what it is, and everything that it rests on."""
    words = desk.wording.dating
    yield words.because, (escape(dated.because),)
    for name in ("facts", "after", "before"):
        facts = [desk.atlas.claims[fact] for fact in getattr(dated, name)]
        if facts:
            yield words.rests_on[name], tuple(brief(desk, one) for one in facts)
    if dated.evidence:
        yield words.outside, tuple(outside(desk, one) for one in dated.evidence)


def document_date(desk: Desk, dated: SourceDate) -> str:
    """A date of a document in words, in square brackets unless the document states it."""
    date = desk.date(dated.date)
    return date if dated.as_stated else f"[{date}]"


def document_dating(desk: Desk, dated: SourceDate) -> tuple[Html, ...]:
    """A date of a document with the document's words for it, or with everything that shows it."""
    date = document_date(desk, dated)
    said = f"{date} (“{dated.as_stated}”)" if dated.as_stated else date
    return (tag("span", said, id=f"{DATING}-{dated.of}"), *_known(desk, dated))


def _known(desk: Desk, dated: SourceDate) -> Iterator[Html]:
    if dated.known_from:
        yield escape(dated.known_from)
    for fact in dated.facts:
        yield brief(desk, desk.atlas.claims[fact])
    for evidence in dated.evidence:
        yield outside(desk, evidence)


def outside(desk: Desk, evidence: Evidence) -> Html:
    """A text outside the corpus: its title as a link, what it says, and how it was seen."""
    words = desk.wording.dating
    title = tag("a", evidence.title, href=evidence.address)
    named = (
        filled(words.published_by, title=title, publisher=evidence.publisher)
        if evidence.publisher
        else title
    )
    return filled(words.evidence, title=named, says=evidence.says, seen=evidence.seen)
