"""The end of a page, and what its head says of it: how to cite it, and its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.atlas.atlas import Claim
from generator.data.bibliography import FORMATS
from generator.data.citing import (
    cited_page,
    claim_sentence,
    claim_work,
    document_sentence,
    document_work,
    page_work,
    told,
)
from generator.data.feeds import ALL_CLAIMS
from generator.data.from_atlas import entity_data, fact_data, question_data
from generator.data.linked_data import Names, Node, in_script
from generator.data.linked_nodes import (
    cited_document,
    claim_node,
    document_node,
    entity_node,
    page_node,
    question_node,
    whole_node,
)
from generator.data.works import Work
from generator.markup.escaping import Html, escape, filled, joined, tag, text_of
from generator.markup.paths import href
from generator.markup.writer import Desk

DOWNLOADS = ("json", "csv", "jsonld")
"""The endings of the files beside a page that have its claims."""


@dataclass(frozen=True, slots=True)
class Written:
    """A citation in a form of bibliography programs, line by line, and a name for its file."""

    label: str
    file: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """How to cite one thing: in a sentence, and in each form."""

    title: str
    sentence: str
    forms: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says to programs: `meta` for Zotero and the like, feeds, JSON-LD."""

    meta: tuple[tuple[str, str], ...]
    feeds: tuple[tuple[str, str], ...]
    linked: str


@dataclass(frozen=True, slots=True)
class Foot:
    """The end of a page: how to cite it, where its data is, how to correct it.

    `pattern` is the citation of any page, with `{title}` and `{address}` to be filled in.
    """

    cited: tuple[Cited, ...]
    pattern: str
    documents: Html
    lines: tuple[Html, ...]
    head: Head


def foot(desk: Desk, title: str, data: str = "", key: str = "", file: str = "") -> Foot:
    """The end of the page of the record with this key, in a data file, and its own file.

    A page of no record, such as a list, has none of the three.
    """
    claims, words, title = _claims(desk, data, key), desk.wording.cite, text_of(escape(title))
    cited = [_page(desk, title)]
    if data == "facts":
        cited = [_claim(desk, claims[0]), _document(desk, claims[0].source)]
    elif data == "sources":
        cited.append(_document(desk, key))
    sources = sorted({claim.source for claim in claims}) if data not in ("facts", "sources") else ()
    links = joined(", ", [desk.link(source, anchor="cite") for source in sources])
    return Foot(
        tuple(cited),
        text_of(cited_page(desk, "{title}", "{address}")),
        filled(words.documents, documents=links) if sources else Html(""),
        (*_downloads(desk, data, key, claims), *_record(desk, data, key, file)),
        _head(desk, title, data, key, claims),
    )


def _claims(desk: Desk, data: str, key: str) -> Sequence[Claim]:
    """The claims that a page is of."""
    atlas = desk.atlas
    if data == "facts":
        return (atlas.claims[key],)
    return atlas.claims_of(key) if key else ()


def _written(desk: Desk, work: Work) -> tuple[Written, ...]:
    return tuple(
        Written(_label(desk, ending), f"{work.key}.{ending}", tuple(form([work]).splitlines()))
        for ending, form in FORMATS.items()
    )


def _label(desk: Desk, ending: str) -> str:
    """The proper name of a form, by the ending of its files."""
    return desk.wording.cite.names[f"as_{ending.replace('.', '_')}"]


def _page(desk: Desk, title: str) -> Cited:
    words, work = desk.wording.cite, page_work(desk, title)
    whole = desk.page == "index.md"
    sentence = text_of(cited_page(desk, title))
    return Cited(words.whole if whole else words.page, sentence, _written(desk, work))


def _claim(desk: Desk, claim: Claim) -> Cited:
    one = told(desk, claim)
    sentence = text_of(claim_sentence(desk, one))
    return Cited(desk.wording.cite.claim, sentence, _written(desk, claim_work(desk, one)))


def _document(desk: Desk, ref: str) -> Cited:
    work = document_work(desk, ref)
    return Cited(desk.wording.cite.document, document_sentence(desk, ref), _written(desk, work))


def _downloads(desk: Desk, data: str, key: str, claims: Sequence[Claim]) -> Iterator[Html]:
    """What can be had of the page's claims as files, and its feed."""
    words = desk.wording.cite
    if data in ("entities", "questions", "sources"):
        yield filled(words.downloads, files=_files(desk, key, DOWNLOADS))
    if data in ("facts", "sources"):
        document = claims[0].source if data == "facts" else key
        yield filled(words.bibliography, files=_files(desk, document, FORMATS))
    if data in ("entities", "questions"):
        feed = desk.to(f"{key}.atom", words.feed_name)
        yield filled(words.feed, feed=feed)
    if data in ("", "index"):
        yield filled(words.everything, data=desk.to("data/index.md", desk.wording.titles.data))


def _files(desk: Desk, stem: str, endings: Iterable[str]) -> Html:
    return joined(", ", [desk.to(f"{stem}.{one}", _label(desk, one)) for one in endings])


def _record(desk: Desk, data: str, key: str, file: str) -> Iterator[Html]:
    """Where the record stands in the data, and how to correct it."""
    if not file:
        return
    words, path = desk.wording.foot, file.partition(":")[0]
    where = desk.to(f"data/{data}.json", f"{data}.json")
    yield filled(words.as_data, file=where, key=tag("code", key))
    record, edit = tag("code", file), desk.atlas.config.site.edit
    if edit:
        record = tag("a", record, href=edit.replace("{path}", path))
    yield filled(words.to_correct, record=record)
    yield filled(words.history, command=tag("code", f"git log -p -- {path}"))


def _head(desk: Desk, title: str, data: str, key: str, claims: Sequence[Claim]) -> Head:
    site, words = desk.atlas.config.site, desk.wording.cite
    work = claim_work(desk, told(desk, claims[0])) if data == "facts" else page_work(desk, title)
    feeds = [(site.title, href(desk.page, ALL_CLAIMS))]
    if data in ("entities", "questions"):
        named = text_of(filled(words.feed_of, site=site.title, title=title))
        feeds.append((named, href(desk.page, f"{key}.atom")))
    nodes = tuple(_nodes(desk, title, data, key, claims))
    return Head(tuple(_meta(work)), tuple(feeds), in_script(site, nodes))


def _meta(work: Work) -> Iterator[tuple[str, str]]:
    """What Zotero and its like read; what is not known is left out."""
    given = {
        "citation_title": work.title,
        "citation_publication_date": work.issued.replace("-", "/"),
        "citation_language": work.language,
        "citation_public_url": work.address,
        "citation_abstract": " ".join(filter(None, (work.note, work.abstract))),
    }
    yield from (("citation_author", name) for name in work.authors)
    yield from ((name, value) for name, value in given.items() if value)


def _nodes(desk: Desk, title: str, data: str, key: str, claims: Sequence[Claim]) -> Iterator[Node]:
    """The page's own record as linked data; its claims stand in the file beside it."""
    atlas, page, names = desk.atlas, desk.page, Names(desk.atlas, desk.page)
    about: Node = {}
    if data == "facts":
        one = told(desk, claims[0])
        about = claim_node(fact_data(one.claim, atlas), one.says, one.when, names)
        yield cited_document(one.claim.document, names)
    elif data == "entities":
        about = entity_node(entity_data(key, atlas.entities[key].record), names)
    elif data == "questions":
        about = question_node(question_data(key, atlas, desk.findings), names)
    elif data == "sources":
        about = document_node(atlas.documents[key], names)
    elif page == "index.md":
        about = whole_node(names)
    if about:
        yield about
    yield page_node(page, title, str(about["@id"]) if about else None, names)
