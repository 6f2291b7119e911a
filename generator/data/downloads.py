"""Downloads: the claims to download, all together and page by page, in the forms that other programs read.

The files are in `data/` or beside the page with their claims.
Both are one folder below the root, so the addresses in the files are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.atlas.atlas import Atlas
from generator.config.site import Site
from generator.data.bibliography import FORMATS
from generator.data.columns import FACTS, OF_ENTITIES, OF_FACTS, OF_QUESTIONS
from generator.data.feeds import ALL_CLAIMS, Feed, atom
from generator.data.forms import HERE, Forms
from generator.data.from_atlas import SiteData
from generator.data.json_files import with_facts
from generator.data.linked_data import LinkedLine, LinkedNames, as_jsonld, linked_line
from generator.data.linked_nodes import (
    document_node,
    entity_node,
    question_node,
    site_node,
    whole_node,
)
from generator.data.models.records import EntityData, QuestionData, SourceData
from generator.data.source_columns import SOURCES
from generator.data.withdrawn import withdrawn_posts
from generator.data.works import document_work, whole_work
from generator.findings.findings import Findings
from generator.markup.escaping import filled, text_of
from generator.markup.paths import page_of
from generator.markup.writer import Desk

Files = Iterator[tuple[str, str]]
"""Files by their path in the site."""


def downloads(
    data: SiteData, claims: Mapping[str, Forms], atlas: Atlas, findings: Findings
) -> dict[str, str]:
    """Every file except the JSON of `data/`, by its path in the site."""
    names = LinkedNames(atlas, HERE)
    made = _Downloads(
        Desk(atlas, findings, HERE),
        names,
        data,
        claims,
        {
            **{ref: linked_line(document_node(one, names)) for ref, one in atlas.documents.items()},
            **{ref: linked_line(entity_node(one, names)) for ref, one in data.entities.items()},
            **{ref: linked_line(question_node(ref, names)) for ref in data.questions},
        },
    )
    return dict(made.files())


@dataclass(frozen=True, slots=True)
class _Downloads:
    """What the files are made from: the data, the claims in every form, nodes by reference."""

    desk: Desk
    names: LinkedNames
    data: SiteData
    claims: Mapping[str, Forms]
    nodes: Mapping[str, LinkedLine]

    @property
    def site(self) -> Site:
        """The title and the address of the site."""
        return self.desk.atlas.config.site

    def files(self) -> Files:
        """Every file by its path."""
        yield from self._tables()
        yield from self._bibliographies()
        yield from self._whole()
        for ref, entity in self.data.entities.items():
            claims = self._claims_of(ref)
            yield from self._beside(entity, claims)
            yield from self._feed(ref, entity.name, claims)
        for ref, question in self.data.questions.items():
            claims = self._claims_of(ref)
            yield from self._beside(question, claims)
            yield from self._feed(ref, question.title, claims)
        for ref, source in self.data.sources.items():
            claims = self._claims_of(ref)
            yield from self._beside(source, claims)
            works = [document_work(self.desk, ref), *(one.work for one in claims)]
            yield from ((f"{ref}.{ending}", form(works)) for ending, form in FORMATS.items())

    def _claims_of(self, ref: str) -> list[Forms]:
        return [self.claims[claim.id] for claim in self.desk.atlas.claims_of(ref)]

    def _beside(
        self, record: EntityData | QuestionData | SourceData, claims: Sequence[Forms]
    ) -> Files:
        """The files beside the page of a record: its claims as JSON, CSV and JSON-LD."""
        yield f"{record.ref}.json", with_facts(record, (one.json for one in claims))
        yield f"{record.ref}.csv", FACTS.of_lines(one.line for one in claims)
        described = dict.fromkeys((*sorted({one.data.source for one in claims}), record.ref))
        nodes = [linked_line(site_node(self.names)), *(self.nodes[ref] for ref in described)]
        yield (
            f"{record.ref}.jsonld",
            as_jsonld(self.site, [*nodes, *(one.node for one in claims)]),
        )

    def _feed(self, ref: str, name: str, claims: Sequence[Forms]) -> Files:
        words = self.desk.wording.cite
        title = text_of(filled(words.feed_of, site=self.site.title, title=name))
        posts = [one.post for one in claims]
        feed = Feed(f"{ref}.atom", title, self.names.address(page_of(ref)), posts)
        yield from atom(feed, self.site, whole=False)

    def _tables(self) -> Files:
        """All records as tables."""
        tables = {
            FACTS.name: FACTS.of_lines(one.line for one in self.claims.values()),
            **{table.name: table.of(self.data.facts.values()) for table in OF_FACTS},
            **{table.name: table.of(self.data.entities.values()) for table in OF_ENTITIES},
            **{table.name: table.of(self.data.questions.values()) for table in OF_QUESTIONS},
            SOURCES.name: SOURCES.of(self.data.sources.values()),
        }
        yield from ((f"data/{name}.csv", text) for name, text in tables.items())

    def _bibliographies(self) -> Files:
        """The whole site, each document and each claim, in each form of a bibliography."""
        works = [
            whole_work(self.desk),
            *(document_work(self.desk, ref) for ref in self.data.sources),
            *(one.work for one in self.claims.values()),
        ]
        yield from ((f"data/citations.{ending}", form(works)) for ending, form in FORMATS.items())

    def _whole(self) -> Files:
        """Everything as one graph, and the feed of all claims, which tells of withdrawn ones too."""
        nodes = [
            linked_line(whole_node(self.names)),
            *self.nodes.values(),
            *(one.node for one in self.claims.values()),
        ]
        yield "data/facts.jsonld", as_jsonld(self.site, nodes)
        posts = [one.post for one in self.claims.values()]
        posts += withdrawn_posts(self.desk, self.names)
        feed = Feed(ALL_CLAIMS, self.site.title, self.names.address("index.md"), posts)
        yield from atom(feed, self.site, whole=True)
