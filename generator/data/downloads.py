"""Downloads: the claims to take away, all of them and by page, in the forms of other programs.

Each form of one claim is made once. The files stand in `data/`, or beside the page whose claims
they hold: in either case one folder below the root, so that the addresses in them are the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim
from generator.data import tables
from generator.data.bibliography import FORMATS
from generator.data.feeds import ALL_CLAIMS, Feed, Post, atom
from generator.data.from_atlas import entity_data, fact_data, question_data, source_data
from generator.data.linked_data import Names, Node, as_jsonld
from generator.data.linked_nodes import (
    claim_node,
    document_node,
    entity_node,
    question_node,
    site_node,
    whole_node,
)
from generator.data.models import EntityPageData, FactData, QuestionPageData, SourcePageData
from generator.data.works import ClaimInWords, Work, claim_work, document_work, in_words, whole_work
from generator.findings.findings import Findings
from generator.markup.escaping import filled, filled_sentences, tag, text_of
from generator.markup.paths import fact_page, page_of
from generator.markup.writer import Desk

HERE = "data/index.md"
"""A page in the folder of the files, for addresses relative to it."""


@dataclass(frozen=True, slots=True)
class Forms:
    """One claim in every form."""

    claim: Claim
    data: FactData
    row: tables.Row
    node: Node
    work: Work
    post: Post


def downloads(atlas: Atlas, findings: Findings) -> dict[str, str]:
    """Every file but the JSON of `data/`, by its path in the site."""
    counter = _Counter(atlas, findings)
    return dict(counter.files())


class _Counter:
    """Where the files are made: with each claim in every form."""

    def __init__(self, atlas: Atlas, findings: Findings) -> None:
        self.atlas, self.findings = atlas, findings
        self.desk = Desk(atlas, findings, HERE)
        self.site = atlas.config.site
        self.names = Names(atlas, HERE)
        self.forms = {key: self._forms(claim) for key, claim in atlas.claims.items()}
        self.documents = {
            ref: document_node(one, self.names) for ref, one in atlas.documents.items()
        }

    def _forms(self, claim: Claim) -> Forms:
        data, words = fact_data(claim, self.atlas), in_words(self.desk, claim)
        return Forms(
            claim,
            data,
            self._row(data, words),
            claim_node(data, words.says, words.when, self.names),
            claim_work(self.desk, words),
            self._post(words),
        )

    def _row(self, data: FactData, words: ClaimInWords) -> tables.Row:
        """A claim as a row of `facts.csv`."""
        seen = self.atlas.seen(words.claim)
        asked = [one.question for one in data.figures] + [one.question for one in data.choices]
        return (
            *(data.id, data.statement, words.says),
            *([one.words for one in data.attributed_to], [one.words for one in data.via]),
            *(data.source, words.claim.document.record.title),
            *([one.exact for one in data.quotes], data.type, data.modality),
            *(data.when, words.when, data.when_as_stated, data.said_on),
            *(data.mentions, data.topics, [*dict.fromkeys(filter(None, asked))]),
            *(data.note, seen.published, seen.changed, data.url),
        )

    def _post(self, words: ClaimInWords) -> Post:
        """A claim as an entry of a feed: what is said and when, by whom, and the exact words."""
        claim, seen = words.claim, self.atlas.seen(words.claim)
        quotes = [tag("blockquote", f"“{one.passage.exact}”") for one in claim.quotes]
        phrase = self.desk.wording.cite.entry
        said = filled_sentences(phrase, says=words.says, when=words.when, place=words.place)
        parts = (tag("p", claim.words), *quotes, tag("p", said))
        kind = claim.fact.type
        return Post(
            name=self.names.fact(claim.id),
            title=claim.words,
            page=self.names.address(fact_page(claim.id)),
            document=(claim.document.record.title, self.names.address(page_of(claim.source))),
            kind=(kind, self.atlas.config.vocabulary.types[kind]),
            content="".join(parts),
            published=seen.published,
            updated=seen.changed,
        )

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file, by its path."""
        yield from self._all()
        for ref, entry in self.atlas.entities.items():
            some = self._of(self.atlas.claims_of(ref))
            data = entity_data(ref, entry.record)
            node = entity_node(data, self.names)
            page = EntityPageData(**dict(data), facts=tuple(one.data for one in some))
            yield from self._beside(ref, some, node, page)
            yield from self._feed(ref, entry.record.name, some)
        for ref, question in self.atlas.questions.items():
            some = self._of(self.atlas.claims_of(ref))
            asked = question_data(ref, self.atlas, self.findings)
            whole = QuestionPageData(**dict(asked), facts=tuple(one.data for one in some))
            yield from self._beside(ref, some, question_node(asked, self.names), whole)
            yield from self._feed(ref, question.record.title, some)
        for ref, document in self.atlas.documents.items():
            some = self._of(self.atlas.claims_of(ref))
            source = source_data(document, self.atlas)
            drawn = SourcePageData(**dict(source), facts=tuple(one.data for one in some))
            yield from self._beside(ref, some, None, drawn)
            works = [document_work(self.desk, ref), *(one.work for one in some)]
            yield from ((f"{ref}.{ending}", form(works)) for ending, form in FORMATS.items())

    def _of(self, claims: Sequence[Claim]) -> list[Forms]:
        return [self.forms[claim.id] for claim in claims]

    def _beside(
        self,
        ref: str,
        some: list[Forms],
        node: Node | None,
        data: EntityPageData | QuestionPageData | SourcePageData,
    ) -> Iterator[tuple[str, str]]:
        """The files beside a page: its claims as JSON, CSV and JSON-LD."""
        text = json.dumps(data.model_dump(), ensure_ascii=False, separators=(",", ":"))
        yield f"{ref}.json", f"{text}\n"
        yield f"{ref}.csv", tables.as_csv(tables.FACTS, (one.row for one in some))
        sources = {ref} & self.documents.keys() or {one.claim.source for one in some}
        nodes = [site_node(self.names), *(self.documents[source] for source in sorted(sources))]
        nodes += [node] if node else []
        yield f"{ref}.jsonld", as_jsonld(self.site, [*nodes, *(one.node for one in some)])

    def _feed(self, ref: str, name: str, some: list[Forms]) -> Iterator[tuple[str, str]]:
        words = self.desk.wording.cite
        title = text_of(filled(words.feed_of, site=self.site.title, title=name))
        posts = [one.post for one in some]
        feed = Feed(f"{ref}.atom", title, self.names.address(page_of(ref)), posts)
        yield from atom(feed, self.site, whole=False)

    def _all(self) -> Iterator[tuple[str, str]]:
        """The files of everything."""
        forms, facts = self.forms.values(), [one.data for one in self.forms.values()]
        entities = [entity_data(ref, one.record) for ref, one in self.atlas.entities.items()]
        asked = [question_data(ref, self.atlas, self.findings) for ref in self.atlas.questions]
        sources = [source_data(one, self.atlas) for one in self.atlas.documents.values()]
        rows = {
            "facts": (tables.FACTS, (one.row for one in forms)),
            "passages": (tables.PASSAGES, tables.passages(facts)),
            "speakers": (tables.SPEAKERS, tables.speakers(facts)),
            "figures": (tables.FIGURES, tables.figures(facts)),
            "choices": (tables.CHOICES, tables.choices(facts)),
            "relations": (tables.RELATIONS, tables.relations(facts)),
            "related": (tables.RELATED, tables.related(facts)),
            "entities": (tables.ENTITIES, tables.entities(entities)),
            "spellings": (tables.SPELLINGS, tables.spellings(entities)),
            "questions": (tables.QUESTIONS, tables.questions(asked)),
            "pairs": (tables.PAIRS, tables.pairs(asked)),
            "sources": (tables.SOURCES, tables.sources(sources)),
        }
        for name, (header, lines) in rows.items():
            yield f"data/{name}.csv", tables.as_csv(header, lines)
        works = [
            whole_work(self.desk),
            *(document_work(self.desk, ref) for ref in self.atlas.documents),
            *(one.work for one in forms),
        ]
        for ending, form in FORMATS.items():
            yield f"data/citations.{ending}", form(works)
        nodes = [
            whole_node(self.names),
            *self.documents.values(),
            *(entity_node(one, self.names) for one in entities),
            *(question_node(one, self.names) for one in asked),
            *(one.node for one in forms),
        ]
        yield "data/facts.jsonld", as_jsonld(self.site, nodes)
        posts = [one.post for one in forms]
        feed = Feed(ALL_CLAIMS, self.site.title, self.names.address("index.md"), posts)
        yield from atom(feed, self.site, whole=True)
