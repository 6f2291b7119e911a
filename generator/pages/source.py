"""The page of a source: its bibliographic record, and what it says, in its own order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim
from generator.findings.findings import Findings
from generator.findings.without import Without
from generator.markup.claims import brief
from generator.markup.dating import document_dating
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.locating import Located, located
from generator.markup.paths import fact_page, page_of
from generator.markup.views import Labelled
from generator.markup.writer import Desk
from generator.pages.foot import Foot, document_foot
from generator.pages.rests import page_without
from generator.pages.without import alone
from generator.records.creators import ROLES, Container
from generator.text.dates import Edtf

CLAIMS_SEEN = (
    12  # about this many of a document; on a narrow screen the lines after them are folded
)


@dataclass(frozen=True, slots=True)
class SourceFact:
    """A fact in the order of its document; `says` is empty for what the document itself asserts."""

    anchor: str
    statement: Html
    says: Html
    party: Html
    permalink: Html


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a document, with the facts whose first passage is there.

    `place` is the line in words, with its page, chapter or the like if that is known.
    """

    line: int
    place: Html
    facts: tuple[SourceFact, ...]


@dataclass(frozen=True, slots=True)
class AboutSource:
    """A document: what is known about it, and its facts."""

    record: tuple[Labelled, ...]
    of_itself: tuple[Html, ...]
    alone: tuple[Labelled, ...]
    lines: tuple[SourceLine, ...]

    @property
    def seen(self) -> int:
        """How many lines are open on a narrow screen: enough for the first claims."""
        before = accumulate((len(one.facts) for one in self.lines), initial=0)
        return sum(told < CLAIMS_SEEN for told, _ in zip(before, self.lines, strict=False))


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The page of one document; `without` leads to what would be left without it."""

    template: ClassVar[str] = "source.md.j2"
    path: str
    title: str
    about: AboutSource
    without: Html
    foot: Foot


def source_page(ref: str, atlas: Atlas, findings: Findings, lost: Without) -> SourcePage:
    """The page of one document; `lost` is what the site would lose without it."""
    desk = Desk(atlas, findings, page_of(ref))
    return SourcePage(
        path=desk.page,
        title=atlas.title(ref),
        about=about_source(desk, ref, lost),
        without=desk.to(page_without(ref), desk.wording.source.without),
        foot=document_foot(desk, ref),
    )


def about_source(desk: Desk, ref: str, lost: Without) -> AboutSource:
    """What the site says about one document, on its page and in the book."""
    return AboutSource(
        record=tuple(_record(desk, ref)),
        of_itself=tuple(_of_itself(desk, ref)),
        alone=tuple(alone(desk, lost)),
        lines=tuple(
            SourceLine(line, _place(desk, line, at), tuple(_fact(desk, claim) for claim in claims))
            for (line, at), claims in groupby(desk.atlas.drawn_from.get(ref, ()), key=_line)
        ),
    )


def _line(claim: Claim) -> tuple[int, Located]:
    first = claim.quotes[0]
    return first.places[0].line, first.locator


def _place(desk: Desk, line: int, locator: Located) -> Html:
    words = desk.wording.source
    if at := located([locator], desk.wording):
        return filled(words.line_at, at=at, line=line)
    return filled(words.line, line=line)


def _fact(desk: Desk, claim: Claim) -> SourceFact:
    plain = claim.fact.own_voice and claim.fact.modality == "asserted"
    return SourceFact(
        anchor=f"at-{claim.id}",
        statement=desk.statement(claim),
        says=Html("") if plain else desk.says(claim),
        party=desk.party(claim, fact_page(claim.id)),
        permalink=desk.permalink(claim),
    )


def _of_itself(desk: Desk, ref: str) -> Iterator[Html]:
    """What the document says about its author and publisher, and what it is a party to."""
    record = desk.atlas.documents[ref].record
    makers = record.makers & desk.atlas.entities.keys()
    for claim in desk.atlas.drawn_from.get(ref, ()):
        if claim.fact.own_voice and makers & claim.spoken_of:
            yield brief(desk, claim)
    for party in record.party:
        claim = desk.atlas.claims[party.fact]
        yield filled(
            desk.wording.source.party,
            matter=desk.link(party.to),
            words=tag("bdi", f"“{party.words or claim.quotes[0].passage.exact}”"),
            citation=desk.permalink(claim),
        )


def _record(desk: Desk, ref: str) -> Iterator[Labelled]:
    """The bibliographic record, how the text was obtained, and how much of it is covered."""
    record, words = desk.atlas.documents[ref].record, desk.wording.source
    yield words.label, (escape(f"{record.letter}, {record.short}"),)
    yield words.kind, (escape(desk.atlas.config.vocabulary.source_kinds[record.kind]),)
    language = desk.atlas.config.vocabulary.languages.get(record.language, record.language)
    yield words.language, (escape(language),)
    for field, role in ROLES.items():
        for creator in getattr(record, field):
            yield words.roles[role], (_maker(desk, creator.stated),)
    if record.publisher:
        yield words.publisher, (_maker(desk, record.publisher),)
    if record.container:
        yield words.container, (_container(desk, record.container),)
    if record.number_of_pages:
        yield words.number_of_pages, (escape(record.number_of_pages),)
    if record.address:
        yield words.address, (_address(desk, record.address, record.accessed),)
    for dated in record.dates:
        yield words.dates[dated.of], document_dating(desk, dated)
    yield words.licence, (escape(record.licence or words.no_licence),)
    yield from _text(desk, ref)
    for field, why in sorted(record.known_from.items()):
        label = words.fields.get(field, field)
        yield filled(words.known_from, field=label), (escape(why),)
    if record.note:
        yield words.note, (escape(record.note),)


def _address(desk: Desk, address: str, accessed: Edtf | None) -> Html:
    """The document's address, as a link, with the day on which it was seen there."""
    link = tag("a", address, href=address)
    words = desk.wording.source.seen
    return filled(words, address=link, date=desk.date(accessed)) if accessed else link


def _container(desk: Desk, container: Container) -> Html:
    """What the document appeared in, and on which pages."""
    places = (
        ("volume", container.volume),
        ("issue", container.issue),
        ("page", container.pages),
    )
    at = located([tuple((kind, at) for kind, at in places if at)], desk.wording)
    return joined(", ", [escape(container.title), *([at] if at else [])])


def _maker(desk: Desk, stated: str) -> Html:
    """A creator or publisher, as a link to an entity or in plain words."""
    maker = desk.atlas.maker(stated)
    return desk.link(maker.ref) if maker.ref else escape(maker.name)


def _text(desk: Desk, ref: str) -> Iterator[Labelled]:
    document, words = desk.atlas.documents[ref], desk.wording.source
    record, share = document.record, desk.atlas.coverage[ref]
    yield words.text, (escape(f"{words.states[record.text.state]}. {record.text.note or ''}"),)
    digest = document.seed.sha256 if document.seed else ""
    yield words.file, (filled(words.digest, file=f"seeds/{record.seed}", digest=digest),)
    accounted = filled(
        words.share,
        quoted=f"{share.covered:,}",
        all=f"{share.characters:,}",
        skipped=f"{share.skipped:,}",
    )
    yield words.coverage, (accounted,)
