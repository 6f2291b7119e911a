"""How to cite a page, a claim, a document or the whole site: as a sentence, and in each form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.data.bibliography import FORMATS
from generator.data.works import (
    ClaimInWords,
    Work,
    document_work,
    whole_work,
)
from generator.markup.escaping import Html, filled, filled_sentences, is_ended, text_of
from generator.markup.paths import url
from generator.markup.writer import Desk
from generator.text.dates import parse


@dataclass(frozen=True, slots=True)
class Written:
    """A citation in a form of bibliography programs, line by line, and a name for its file."""

    label: str
    file: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """How to cite one thing: as a sentence, and in each form."""

    title: str
    sentence: str
    forms: tuple[Written, ...]


def cite_whole(desk: Desk) -> Cited:
    """How to cite the whole site."""
    words, credit = desk.wording.cite, desk.atlas.config.site.creator
    sentence = text_of(
        filled_sentences(words.whole_citation, credit=credit, edition=_edition(desk))
    )
    return Cited(words.whole, sentence, _forms(desk, whole_work(desk)))


def cite_page(desk: Desk, work: Work) -> Cited:
    """How to cite the page that is being written."""
    sentence = text_of(_page_sentence(desk, work.title, _edition(desk)))
    return Cited(desk.wording.cite.page, sentence, _forms(desk, work))


def page_pattern(desk: Desk) -> str:
    """The citation of any page, with the slots `{title}` and `{address}`."""
    return text_of(_page_sentence(desk, "{title}", _edition(desk, "{address}")))


def _page_sentence(desk: Desk, title: str, edition: Html) -> Html:
    credit = desk.atlas.config.site.creator
    phrase = desk.wording.cite.page_citation
    return filled_sentences(phrase, credit=credit, title=title, edition=edition)


def cite_claim(desk: Desk, said: ClaimInWords, work: Work) -> Cited:
    """How to cite a claim."""
    words = desk.wording.cite
    sentence = filled_sentences(
        words.claim_citation,
        credit=desk.atlas.config.site.creator,
        statement=said.claim.words,
        says=said.says,
        place=said.place,
        edition=_edition(desk),
    )
    return Cited(words.claim, text_of(sentence), _forms(desk, work))


def cite_document(desk: Desk, ref: str) -> Cited:
    """How to cite a document, with what is known about it."""
    work = document_work(desk, ref)
    issued = desk.date(parse(work.issued)) if work.issued else ""
    parts = ("; ".join(work.authors), f"“{work.title}”", work.genre, work.publisher, issued)
    ended = (part if is_ended(part) else f"{part}." for part in parts if part)
    sentence = " ".join((*ended, work.note))
    return Cited(desk.wording.cite.document, sentence, _forms(desk, work))


def form_name(desk: Desk, ending: str) -> str:
    """The proper name of a form, by the ending of its files."""
    name: str = desk.wording.cite.names[ending]
    return name


def _forms(desk: Desk, work: Work) -> tuple[Written, ...]:
    return tuple(
        Written(form_name(desk, ending), f"{work.key}.{ending}", _lines(work, ending))
        for ending in FORMATS
    )


@lru_cache(maxsize=2**8)  # each page of a claim cites its document too
def _lines(work: Work, ending: str) -> tuple[str, ...]:
    return tuple(FORMATS[ending]([work]).splitlines())


def _edition(desk: Desk, address: str = "") -> Html:
    """What every citation says about the site, with the address of this page or of another."""
    site = desk.atlas.config.site
    return filled(
        desk.wording.cite.edition,
        site=site.title,
        version=site.version,
        date=desk.date(parse(site.released)),
        address=address or site.address_of(url(desk.page)) or url(desk.page),
    )
