"""How to cite a page, a claim, a document or the whole site: as a sentence, and in each form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.config.config import Config
from generator.data.bibliography import FORMATS
from generator.data.creators import CreatorName
from generator.data.works import (
    ClaimInWords,
    Work,
    document_work,
    whole_work,
)
from generator.markup.escaping import (
    Html,
    escape_lines,
    filled,
    filled_sentences,
    is_ended,
    text_of,
)
from generator.markup.locating import located
from generator.markup.paths import url
from generator.markup.writer import Desk
from generator.text.dates import parse
from generator.text.dates import words as date_words


@dataclass(frozen=True, slots=True)
class Written:
    """A citation in one form of bibliography programs, and a name for its file."""

    label: str
    file: str
    text: Html


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
        filled_sentences(words.whole_citation, credit=credit, edition=_edition_here(desk))
    )
    return Cited(words.whole, sentence, _forms(desk, whole_work(desk)))


def cite_page(desk: Desk, work: Work) -> Cited:
    """How to cite the page that is being written."""
    sentence = text_of(_page_sentence(desk.atlas.config, work.title, _edition_here(desk)))
    return Cited(desk.wording.cite.page, sentence, _forms(desk, work))


@lru_cache(maxsize=2**3)  # every page has it
def page_pattern(config: Config) -> str:
    """The citation of any page, with the slots `{title}` and `{address}`."""
    return text_of(_page_sentence(config, "{title}", _edition(config, "{address}")))


def _page_sentence(config: Config, title: str, edition: Html) -> Html:
    phrase = config.wording.cite.page_citation
    return filled_sentences(phrase, credit=config.site.creator, title=title, edition=edition)


def cite_claim(desk: Desk, said: ClaimInWords, work: Work) -> Cited:
    """How to cite a claim."""
    words = desk.wording.cite
    sentence = filled_sentences(
        words.claim_citation,
        credit=desk.atlas.config.site.creator,
        statement=said.claim.words,
        says=said.says,
        place=said.place,
        edition=_edition_here(desk),
    )
    return Cited(words.claim, text_of(sentence), _forms(desk, work))


def cite_document(desk: Desk, ref: str) -> Cited:
    """How to cite a document, with what is known about it."""
    work = document_work(desk, ref)
    issued = desk.date(parse(work.issued)) if work.issued else ""
    parts = (
        _listed(work.authors),
        f"“{work.title}”",
        work.genre,
        *_others(desk, work),
        _container(desk, work),
        work.publisher,
        issued,
    )
    ended = (part if is_ended(part) else f"{part}." for part in parts if part)
    sentence = " ".join((*ended, work.note))
    return Cited(desk.wording.cite.document, sentence, _forms(desk, work))


def _listed(names: tuple[CreatorName, ...]) -> str:
    return "; ".join(one.inverted for one in names)


def _others(desk: Desk, work: Work) -> Iterator[str]:
    """Who edited and who translated a work."""
    words = desk.wording.cite
    if work.editors:
        yield text_of(filled(words.edited, who=_listed(work.editors)))
    if work.translators:
        yield text_of(filled(words.translated, who=_listed(work.translators)))


def _container(desk: Desk, work: Work) -> str:
    """What a work appeared in, with the place there."""
    places = (("volume", work.volume), ("issue", work.issue), ("page", work.pages))
    at = text_of(located([tuple(one for one in places if one[1])], desk.wording))
    return ", ".join(filter(None, (work.container, at)))


def form_name(desk: Desk, ending: str) -> str:
    """The usual name of a form, by the ending of its files."""
    name: str = desk.wording.cite.names[ending]
    return name


def _forms(desk: Desk, work: Work) -> tuple[Written, ...]:
    return tuple(
        Written(form_name(desk, ending), f"{work.key}.{ending}", _text(work, ending))
        for ending in FORMATS
    )


def _text(work: Work, ending: str) -> Html:
    """A citation in a form, with its lines as they are."""
    return escape_lines(FORMATS[ending]([work]))


def _edition_here(desk: Desk) -> Html:
    """What every citation says about the site, with the address of this page."""
    here, config = url(desk.page), desk.atlas.config
    return _edition(config, config.site.address_of(here) or here)


def _edition(config: Config, where: str) -> Html:
    """The edition to cite, with the page's address; if the site has no address, with the page's file."""
    site, words = config.site, config.wording.cite
    date = date_words(parse(site.released), config.dates)
    if site.address:
        return filled(
            words.edition, site=site.title, version=site.version, date=date, address=where
        )
    return filled(words.edition_at, site=site.title, version=site.version, date=date, page=where)
