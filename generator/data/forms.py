"""One claim in every form that its page and the data files are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.atlas.atlas import Atlas
from generator.atlas.keeping.recalled import Recall, made_afresh
from generator.data.columns import FACTS, FactRow
from generator.data.feeds import Post
from generator.data.from_atlas import SiteData
from generator.data.linked_claims import claim_node
from generator.data.linked_data import LinkedLine, LinkedNames, linked_line
from generator.data.models.facts import FactData
from generator.data.works import ClaimInWords, Work, claim_work, in_words
from generator.findings.findings import Findings
from generator.markup.escaping import Html, filled_sentences, joined, tag
from generator.markup.paths import fact_page, page_of
from generator.markup.translations import translated
from generator.markup.writer import Desk
from generator.records.passages import Exact

HERE = "data/index.md"
"""A page in the folder of the files, for addresses relative to it."""


@dataclass(frozen=True, slots=True)
class Forms:
    """A claim as data, in words, as a work, as text of several files, and as an entry of a feed."""

    data: FactData
    said: ClaimInWords
    work: Work
    json: str
    line: str
    node: LinkedLine
    post: Post


def in_every_form(
    data: SiteData, atlas: Atlas, findings: Findings, recall: Recall = made_afresh
) -> dict[str, Forms]:
    """Every claim in every form, by id."""
    desk, names = Desk(atlas, findings, HERE), LinkedNames(atlas, HERE)
    return {
        key: recall(f"forms of {key}", fact, partial(_forms, fact, desk, names))
        for key, fact in data.facts.items()
    }


def _forms(fact: FactData, desk: Desk, names: LinkedNames) -> Forms:
    claim = desk.atlas.claims[fact.id]
    said = in_words(desk, claim)
    return Forms(
        data=fact,
        said=said,
        work=claim_work(desk, said),
        json=fact.model_dump_json(),
        line=FACTS.lines(FactRow(fact, said, desk.atlas.seen(claim))),
        node=linked_line(claim_node(fact, said.says, said.when, names)),
        post=_post(said, desk, names),
    )


def _quotation(passage: Exact, desk: Desk) -> Iterator[Html]:
    """A quotation, and its translation with its maker."""
    yield tag("blockquote", f"“{passage.exact}”")
    if found := translated(desk, passage.translation):
        words = tag("q", found.text, lang=found.language)
        yield tag("p", joined(" ", (words, found.by)))


def _post(said: ClaimInWords, desk: Desk, names: LinkedNames) -> Post:
    """A claim as an entry of a feed: its statement, date, speakers and exact words."""
    claim, seen = said.claim, desk.atlas.seen(said.claim)
    entry = filled_sentences(
        desk.wording.cite.entry, says=said.says, when=said.when, place=said.place
    )
    quotes = [part for one in claim.quotes for part in _quotation(one.passage, desk)]
    kind = claim.fact.type
    return Post(
        name=names.fact(claim.id),
        title=claim.words,
        page=names.address(fact_page(claim.id)),
        document=(desk.atlas.title(claim.source), names.address(page_of(claim.source))),
        kind=(kind, desk.atlas.config.vocabulary.types[kind]),
        content="".join((tag("p", claim.words), *quotes, tag("p", entry))),
        published=seen.published,
        updated=seen.changed,
    )
