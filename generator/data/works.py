"""Works: what bibliographies know about a claim, a page, a document or the whole site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.atlas.atlas import Claim
from generator.config.site import LANGUAGE, Site
from generator.config.vocabulary import Form
from generator.data.creators import CreatorName, named
from generator.data.work_dates import WorkDate, exact
from generator.findings.timing import happened, said
from generator.markup.dating import document_date
from generator.markup.escaping import Html, filled, filled_sentences, text_of
from generator.markup.locating import located
from generator.markup.paths import fact_page, url
from generator.markup.translations import translator
from generator.markup.writer import Desk
from generator.records import Source
from generator.records.passages import Exact
from generator.records.references import slug_of

PAGE = Form(bibtex="misc", ris="ELEC", csl="webpage", schema_org="WebPage")
SITE = Form(bibtex="misc", ris="DATA", csl="dataset", schema_org="Dataset")


@dataclass(frozen=True, slots=True)
class Work:
    """A thing that is cited; what is not known about it is empty, never made up.

    `key` names it within a bibliography. `issued` is a year (`1905`), a month (`1905-05`) or a day
    (`1905-05-31`), `issued_about` any other date of it, and `happened` that of a claim; `accessed` is
    the day on which `address` was seen. `edition` is the version of `container`, the whole that it is
    part of, and `pages` are the pages there. `dates` are the dates of a claim or a document in EDTF, as
    they are stated and as they are concluded. `cites` is the place of a claim in its document, as a
    citing item of CSL: the document's key, the kind of place, and the place.
    """

    key: str
    form: Form
    title: str
    authors: tuple[CreatorName, ...] = ()
    editors: tuple[CreatorName, ...] = ()
    translators: tuple[CreatorName, ...] = ()
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    number_of_pages: str = ""
    edition: str = ""
    publisher: str = ""
    genre: str = ""
    issued: str = ""
    issued_about: WorkDate | None = None
    happened: WorkDate | None = None
    language: str = ""
    address: str = ""
    accessed: str = ""
    abstract: str = ""
    note: str = ""
    dates: tuple[tuple[str, str], ...] = ()
    cites: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimInWords:
    """A claim in the words of its page: its speakers, its date, its place and its document.

    `locator` is the page, chapter or the like, if it is known.
    """

    claim: Claim
    says: str
    when: str
    place: str
    document: str
    locator: str


def in_words(desk: Desk, claim: Claim) -> ClaimInWords:
    """A claim in words."""
    words, title = desk.wording.cite, claim.document.record.title
    mark = desk.atlas.marks.get(claim.source)
    mark = f" ({mark})" if mark else ""
    lines = ", ".join(dict.fromkeys(f"{one.places[0].line}" for one in claim.quotes))
    at = located((one.locator for one in claim.quotes), desk.wording)
    place = (
        filled(words.place_at, document=title, mark=mark, at=at, lines=lines)
        if at
        else filled(words.place, document=title, mark=mark, lines=lines)
    )
    return ClaimInWords(
        claim,
        text_of(desk.says(claim)),
        desk.when(claim),
        text_of(place),
        desk.atlas.title(claim.source),
        text_of(at),
    )


def whole_work(desk: Desk) -> Work:
    """The whole site, represented by its first page."""
    site = desk.atlas.config.site
    return replace(_page_work(site, "index.md", site.title), form=SITE, container="")


def page_work(desk: Desk, title: str) -> Work:
    """The page that is being written."""
    return _page_work(desk.atlas.config.site, desk.page, title)


def claim_work(desk: Desk, said: ClaimInWords) -> Work:
    """A claim, which is its page, with its speakers and its words in the document."""
    claim, words = said.claim, desk.wording.cite
    note = filled_sentences(
        words.claim_note, id=claim.id, says=said.says, when=said.when, place=said.place
    )
    return replace(
        _page_work(desk.atlas.config.site, fact_page(claim.id), claim.words),
        key=claim.id,
        abstract=" | ".join(quoted(desk, quote.passage) for quote in claim.quotes),
        note=text_of(note),
        dates=tuple(_dates_of(claim)),
        cites=tuple(_cites(desk, claim)),
        happened=_happened(desk, claim),
    )


def _cites(desk: Desk, claim: Claim) -> Iterator[tuple[str, str]]:
    """The place of a claim as a citing item of CSL, which allows only one kind of place."""
    if place := claim.quotes[0].locator:
        yield "id", _document_key(claim.source)
        kind, number = place[0]
        more = text_of(located([place[1:]], desk.wording))
        yield "label", kind
        yield "locator", ", ".join(filter(None, (number, more)))


def _dates_of(claim: Claim) -> Iterator[tuple[str, str]]:
    """The dates of a claim that its document states, and those that can be concluded."""
    found = {"when": happened(claim), "said_on": said(claim)}
    for name, timing in found.items():
        stated = getattr(claim.fact, name)
        if stated:
            yield name, stated.text
        if timing and timing.concluded:
            yield f"{name}_concluded", timing.date.text


def _page_work(site: Site, page: str, title: str) -> Work:
    return Work(
        key=page.removesuffix(".md").replace("/", "-"),
        form=PAGE,
        title=title,
        authors=(CreatorName(site.creator),),
        container=site.title,
        edition=site.version,
        issued=site.released,
        language=LANGUAGE,
        address=site.address_of(url(page)) or "",
    )


def _document_key(ref: str) -> str:
    return f"document-{slug_of(ref)}"


def document_work(desk: Desk, ref: str) -> Work:
    """A document as its record describes it; its note says what the document itself does not."""
    atlas, record = desk.atlas, desk.atlas.documents[ref].record
    vocabulary = atlas.config.vocabulary
    made = Work(
        key=_document_key(ref),
        form=vocabulary.form_of(record.kind),
        title=record.title,
        authors=named(record.authors, atlas),
        editors=named(record.editors, atlas),
        translators=named(record.translators, atlas),
        publisher=atlas.maker(record.publisher).name if record.publisher else "",
        number_of_pages=record.number_of_pages or "",
        genre=vocabulary.source_kinds[record.kind],
        issued=published(record),
        issued_about=_issued(desk, record),
        language=record.language,
        address=record.address or "",
        accessed=record.accessed.text if record.accessed else "",
        note=" ".join(map(text_of, _remarks(desk, ref))),
        dates=tuple(
            (one.of if one.as_stated else f"{one.of}_concluded", one.date.text)
            for one in record.dates
        ),
    )
    if record.container is None:
        return made
    return replace(
        made,
        container=record.container.title,
        volume=record.container.volume or "",
        issue=record.container.issue or "",
        pages=record.container.pages or "",
    )


def _remarks(desk: Desk, ref: str) -> Iterator[Html]:
    """When a document was written, its licence, and what its text does not say about all this."""
    record, words = desk.atlas.documents[ref].record, desk.wording.cite
    if ref in desk.atlas.marks:
        yield filled(words.called, short=record.short)
    for dated in record.dates:
        if dated.of == "written" or not exact(dated.date):
            yield filled(words.dates[dated.of], date=document_date(desk, dated))
    if record.licence:
        yield filled_sentences(words.licence, licence=record.licence)
    known = [name for name in record.known_from if name != "short"]
    known += [one.of for one in record.dates if one.known_from]
    if known:
        labels = desk.wording.source.fields
        fields = sorted(labels.get(one, one) for one in known)
        yield filled(words.not_stated, fields=", ".join(fields))
    yield filled(words.text, file=record.seed)


def published(record: Source) -> str:
    """The day, month or year in which a document was published; "" if that is not known exactly."""
    dates = (exact(one.date) for one in record.dates if one.of == "published")
    return next(filter(None, dates), "")


def quoted(desk: Desk, passage: Exact) -> str:
    """A quotation, with its translation in square brackets."""
    given, quoted = passage.translation, f"“{passage.exact}”"
    return f"{quoted} [“{given.text}”, {text_of(translator(desk, given))}]" if given else quoted


def _happened(desk: Desk, claim: Claim) -> WorkDate | None:
    """When what a claim says was so, as its document states it."""
    when = claim.fact.when
    return WorkDate(when, desk.date(when)) if when else None


def _issued(desk: Desk, record: Source) -> WorkDate | None:
    """When a document was published, if that is known only roughly."""
    given = [one.date for one in record.dates if one.of == "published"]
    if not given or any(map(exact, given)):
        return None
    return WorkDate(given[0], desk.date(given[0]))
