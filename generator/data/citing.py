"""What is cited: a page, a claim, a document or the whole, as works and as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.atlas.atlas import Claim
from generator.config.vocabulary import Form
from generator.data.works import PAGE, SITE, Work, exact
from generator.markup.escaping import Html, filled, text_of
from generator.markup.paths import fact_page, url
from generator.markup.writer import Desk
from generator.records.references import slug_of
from generator.text.dates import parse

OURS = "en"
"""The language of the statements and of the pages."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in words, as its page has them: who says so, when, and where it stands."""

    claim: Claim
    says: str
    when: str
    place: str


def told(desk: Desk, claim: Claim) -> Told:
    """The claim in words."""
    lines = dict.fromkeys(f"{one.places[0].line}" for one in claim.quotes)
    place = filled(
        desk.wording.cite.place, document=claim.document.record.title, lines=", ".join(lines)
    )
    return Told(claim, text_of(desk.says(claim)), desk.when(claim), text_of(place))


def page_work(desk: Desk, title: str) -> Work:
    """A page of the site; its first page stands for the whole."""
    site, name = desk.atlas.config.site, desk.page.removesuffix(".md")
    whole = name == "index"
    return Work(
        key=name.replace("/", "-"),
        form=SITE if whole else PAGE,
        title=title,
        authors=(site.creator,),
        container="" if whole else site.title,
        edition=site.version,
        issued=site.released,
        language=OURS,
        address=site.address_of(url(desk.page)) or "",
    )


def claim_work(desk: Desk, one: Told) -> Work:
    """One claim, which is its page: with who says so, in which words of which document."""
    site, claim, words = desk.atlas.config.site, one.claim, desk.wording.cite
    note = filled(words.claim_note, id=claim.id, says=one.says, when=one.when, place=one.place)
    return Work(
        key=claim.id,
        form=PAGE,
        title=claim.words,
        authors=(site.creator,),
        container=site.title,
        edition=site.version,
        issued=site.released,
        language=OURS,
        address=site.address_of(url(fact_page(claim.id))) or "",
        abstract=" | ".join(f"“{quote.passage.exact}”" for quote in claim.quotes),
        note=text_of(note),
    )


def document_work(desk: Desk, ref: str) -> Work:
    """A document as its record has it; its note says what is not in the document itself."""
    record, vocabulary = desk.atlas.documents[ref].record, desk.atlas.config.vocabulary
    published = [exact(one.date) for one in record.dates if one.of == "published"]
    form = vocabulary.elsewhere.source_kinds.get(record.kind)
    return Work(
        key=f"document-{slug_of(ref)}",
        form=form or Form(),
        title=record.title,
        authors=tuple(named(desk, name) for name in record.authors),
        publisher=named(desk, record.publisher) if record.publisher else "",
        genre=vocabulary.source_kinds[record.kind],
        issued=next(filter(None, published), ""),
        language=record.language,
        note=" ".join(map(text_of, _remarks(desk, ref))),
    )


def named(desk: Desk, name: str) -> str:
    """An author or publisher: an entity's name, or plain words."""
    return desk.atlas.name(name) if name in desk.atlas.entities else name


def _remarks(desk: Desk, ref: str) -> Iterator[Html]:
    """When a document was written, its licence, and what of all this is not in its text."""
    record, words = desk.atlas.documents[ref].record, desk.wording.cite
    phrases = {"written": words.written, "published": words.published}
    for one in record.dates:
        if one.of == "written" or not exact(one.date):
            yield filled(phrases[one.of], date=desk.date(one.date))
    if record.licence:
        yield filled(words.licence, licence=record.licence)
    known = [name for name in record.known_from if name != "short"]
    known += [one.of for one in record.dates if one.known_from]
    if known:
        yield filled(words.not_stated, fields=", ".join(sorted(known)))
    yield filled(words.text, file=record.seed)


def cited_page(desk: Desk, title: str, address: str = "") -> Html:
    """A page, cited in a sentence: this one, or one that has another address."""
    slots = {**_held(desk), "title": title, "site": desk.atlas.config.site.title}
    if address:
        slots["address"] = address
    whole = desk.page == "index.md" and not address
    words = desk.wording.cite
    return filled(words.whole_citation if whole else words.page_citation, **slots)


def claim_sentence(desk: Desk, one: Told) -> Html:
    """A claim, cited in a sentence."""
    site, statement = desk.atlas.config.site, one.claim.words.removesuffix(".")
    return filled(
        desk.wording.cite.claim_citation,
        statement=statement,
        says=one.says,
        place=one.place,
        site=site.title,
        **_held(desk),
    )


def _held(desk: Desk) -> dict[str, str]:
    site = desk.atlas.config.site
    address = site.address_of(url(desk.page)) or url(desk.page)
    return {
        "credit": site.creator,
        "version": site.version,
        "date": desk.date(parse(site.released)),
        "address": address,
    }


def document_sentence(desk: Desk, ref: str) -> str:
    """A document, cited in a sentence of what is known of it."""
    work = document_work(desk, ref)
    issued = [one.date for one in desk.atlas.documents[ref].record.dates if one.of == "published"]
    dated = desk.date(issued[0]) if work.issued else ""
    parts = ("; ".join(work.authors), f"“{work.title}”", work.genre, work.publisher, dated)
    return " ".join([*(f"{part.rstrip('.')}." for part in parts if part), work.note])
