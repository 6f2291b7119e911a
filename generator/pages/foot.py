"""The foot of a page and what its head says: how to cite it, and where its data is.

There is a function for each thing that a page may be about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from generator.data.bibliography import FORMATS, head_fields
from generator.data.citing import (
    Cited,
    cite_claim,
    cite_document,
    cite_page,
    cite_whole,
    form_name,
    page_pattern,
)
from generator.data.feeds import ALL_CLAIMS
from generator.data.forms import Forms
from generator.data.from_atlas import entity_data
from generator.data.linked_claims import claim_node
from generator.data.linked_data import LinkedNames, LinkedNode, in_script
from generator.data.linked_nodes import (
    cited_document,
    document_node,
    entity_node,
    page_node,
    question_node,
    whole_node,
)
from generator.data.works import Work, page_work, whole_work
from generator.load.entries import Entry
from generator.markup.escaping import Html, escape, filled, joined, tag, text_of
from generator.markup.paths import url
from generator.markup.writer import Desk
from generator.records import Withdrawn

CLAIMS_AS = ("json", "csv", "jsonld")
"""The endings of the files beside a page that contain its claims."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page gives to programs: `meta` for Zotero and the like, feeds, JSON-LD."""

    meta: tuple[tuple[str, str], ...]
    feeds: tuple[tuple[str, str], ...]
    linked: str


@dataclass(frozen=True, slots=True)
class Foot:
    """The end of a page: how to cite it, where its data is, and how to correct it.

    `pattern` is the citation of any page, with the slots `{title}` and `{address}`.
    """

    cited: tuple[Cited, ...]
    pattern: str
    documents: Html
    lines: tuple[Html, ...]
    head: Head


def home_foot(desk: Desk) -> Foot:
    """The foot of the first page, which represents the whole site."""
    title, node = desk.atlas.config.site.title, whole_node(LinkedNames(desk.atlas, desk.page))
    return Foot(
        cited=(cite_whole(desk),),
        pattern=page_pattern(desk.atlas.config),
        documents=Html(""),
        lines=(_everything(desk), *_report(desk)),
        head=_head(desk, whole_work(desk), _of_page(desk, title, node)),
    )


def list_foot(desk: Desk, title: str) -> Foot:
    """The foot of a page about no record, such as a list."""
    title = text_of(escape(title))
    node = page_node(desk.page, title, None, LinkedNames(desk.atlas, desk.page))
    work = page_work(desk, title)
    return Foot(
        cited=(cite_page(desk, work),),
        pattern=page_pattern(desk.atlas.config),
        documents=Html(""),
        lines=(_everything(desk), *_report(desk)),
        head=_head(desk, work, (node,)),
    )


def entity_foot(desk: Desk, ref: str, title: str) -> Foot:
    """The foot of a page about an entity, which may have several pages, each with its own title."""
    entry, names = desk.atlas.entities[ref], LinkedNames(desk.atlas, desk.page)
    node = entity_node(entity_data(ref, entry.record), names)
    record = _record(desk, "entities", ref, entry.path)
    return _gathered_foot(desk, ref, text_of(escape(title)), node, record)


def question_foot(desk: Desk, ref: str) -> Foot:
    """The foot of the page of a question."""
    entry, names = desk.atlas.questions[ref], LinkedNames(desk.atlas, desk.page)
    node = question_node(ref, names)
    record = _record(desk, "questions", ref, entry.path)
    return _gathered_foot(desk, ref, entry.record.title, node, record)


def _gathered_foot(
    desk: Desk, ref: str, title: str, node: LinkedNode, record: Iterable[Html]
) -> Foot:
    """The foot of a page with claims from several documents, which has a feed."""
    words, work, feed = desk.wording.cite, page_work(desk, title), f"{ref}.atom"
    sources = sorted({claim.source for claim in desk.atlas.claims_of(ref)})
    links = joined(", ", [desk.link(source, anchor="cite") for source in sources])
    named = text_of(filled(words.feed_of, site=desk.atlas.config.site.title, title=title))
    return Foot(
        cited=(cite_page(desk, work),),
        pattern=page_pattern(desk.atlas.config),
        documents=filled(words.documents, documents=links) if sources else Html(""),
        lines=(
            filled(words.downloads, files=_files(desk, ref, CLAIMS_AS)),
            filled(words.feed, feed=desk.to(feed, words.feed_name)),
            *record,
        ),
        head=_head(desk, work, _of_page(desk, title, node), (named, feed)),
    )


def document_foot(desk: Desk, ref: str) -> Foot:
    """The foot of the page of a document."""
    document, words = desk.atlas.documents[ref], desk.wording.cite
    title, node = desk.atlas.title(ref), document_node(document, LinkedNames(desk.atlas, desk.page))
    work = page_work(desk, title)
    return Foot(
        cited=(cite_page(desk, work), cite_document(desk, ref)),
        pattern=page_pattern(desk.atlas.config),
        documents=Html(""),
        lines=(
            filled(words.downloads, files=_files(desk, ref, CLAIMS_AS)),
            filled(words.bibliography, files=_files(desk, ref, FORMATS)),
            *_record(desk, "sources", ref, document.entry.path),
        ),
        head=_head(desk, work, _of_page(desk, title, node)),
    )


def claim_foot(desk: Desk, made: Forms, document: Cited) -> Foot:
    """The foot of the page of one claim; `document` is how to cite its document.

    The forms of the document's citation are on its own page: they would be on those of all its claims.
    """
    words = desk.wording.cite
    said, claim, names = made.said, made.said.claim, LinkedNames(desk.atlas, desk.page)
    node = claim_node(made.data, said.says, said.when, names)
    page = _of_page(desk, claim.words.removesuffix("."), node)
    return Foot(
        cited=(cite_claim(desk, said, made.work), replace(document, forms=())),
        pattern=page_pattern(desk.atlas.config),
        documents=filled(words.documents, documents=desk.link(claim.source, anchor="cite")),
        lines=(
            filled(words.bibliography, files=_files(desk, claim.source, FORMATS)),
            *_record(desk, "facts", claim.id, claim.entry.path, desk.atlas.lines[claim.id]),
        ),
        head=_head(desk, made.work, (cited_document(claim.document, names), *page)),
    )


def withdrawn_foot(desk: Desk, title: str, entry: Entry[Withdrawn]) -> Foot:
    """The foot of the page of a withdrawn claim: like that of a list, with the place of its record."""
    record = _record(desk, "withdrawn", entry.ref, entry.path, desk.atlas.lines[entry.ref])
    return replace(list_foot(desk, title), lines=tuple(record))


def _everything(desk: Desk) -> Html:
    """A link to all of the data."""
    data = desk.to("data/index.md", desk.wording.titles.data)
    return filled(desk.wording.cite.everything, data=data)


def _files(desk: Desk, stem: str, endings: Iterable[str]) -> Html:
    return joined(", ", [desk.to(f"{stem}.{one}", form_name(desk, one)) for one in endings])


def _record(desk: Desk, data: str, key: str, path: str, line: int | None = None) -> Iterator[Html]:
    """The place of a record in the data, and how to correct it."""
    words = desk.wording.foot
    where = desk.to(f"data/{data}.json", f"{data}.json")
    yield filled(words.as_data, file=where, key=tag("code", key))
    record, edit = tag("code", f"{path}:{line}" if line else path), desk.atlas.config.site.edit
    if edit:
        place = edit.replace("{path}", path).replace("{line}", str(line or 1))
        record = tag("a", record, href=place)
    yield filled(words.to_correct, record=record)
    yield from _report(desk)
    yield filled(words.history, command=tag("code", f"git log -p -- {path}"))


def _report(desk: Desk) -> Iterator[Html]:
    """A link to the form with which a reader reports a mistake on this page, if there is one."""
    if form := desk.atlas.config.site.report:
        address = form.replace("{page}", quote(url(desk.page), safe="/"))
        yield tag("a", desk.wording.foot.report, href=address)


def _of_page(desk: Desk, title: str, about: LinkedNode) -> tuple[LinkedNode, LinkedNode]:
    """What a page is about, and the page itself; its claims are in the file beside it."""
    names = LinkedNames(desk.atlas, desk.page)
    return about, page_node(desk.page, title, str(about["@id"]), names)


def _head(desk: Desk, work: Work, nodes: tuple[LinkedNode, ...], *feeds: tuple[str, str]) -> Head:
    site = desk.atlas.config.site
    named = ((site.title, ALL_CLAIMS), *feeds)
    return Head(
        tuple(head_fields(work)),
        tuple((name, desk.address(feed)) for name, feed in named),
        in_script(site, nodes),
    )
