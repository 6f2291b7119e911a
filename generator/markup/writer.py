"""The desk where a page is written: links, dates, speakers, citations and outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import ClassVar

from generator.atlas.atlas import Atlas, Claim, Claimant
from generator.atlas.keeping.noting import remembered
from generator.atlas.prose import Link, Piece
from generator.config.wording import Wording
from generator.findings.compare import Comparison, Outcome
from generator.findings.findings import Findings
from generator.findings.parties import Stake
from generator.findings.placing import placed
from generator.findings.timing import Timing
from generator.findings.without import per_document
from generator.markup import when
from generator.markup.escaping import Html, escape, filled, joined, tag, text_of
from generator.markup.inline import badge, bdi, beginning, listed
from generator.markup.locating import place_of
from generator.markup.paths import fact_page, href, page_of
from generator.markup.why import why
from generator.records import Relation
from generator.text.date_words import words as date_words
from generator.text.date_words import year_words
from generator.text.dates import Edtf

DATING = "dated"
"""The anchor, on the page of a claim or a document, of what shows a date in square brackets."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The place where one page is written: it knows the atlas, the findings and the page's own path.

    `CITATION` has the attributes that set a citation's marker apart from other links.
    """

    CITATION: ClassVar[Mapping[str, str]] = MappingProxyType({})

    atlas: Atlas
    findings: Findings
    page: str

    @property
    def wording(self) -> Wording:
        """The wording of the site."""
        return self.atlas.config.wording

    def address(self, page: str, anchor: str = "") -> str:
        """The address of a page of the site, as a link on this page."""
        return href(self.page, page, anchor)

    def to(self, page: str, words: object, anchor: str = "", class_: str | None = None) -> Html:
        """A link to a page."""
        return _anchor(words, self.address(page, anchor), class_)

    def link(self, ref: str, words: str = "", anchor: str = "") -> Html:
        """A link to the page of a reference."""
        return self.to(page_of(ref), bdi(words or self.atlas.name(ref)), anchor)

    def named(self, ref: str) -> Html:
        """A link to an entity or a document in a sentence, after the article that its name takes."""
        name = self.findings.articled.get(ref)
        if name is None:
            return self.link(ref)
        words = self.wording.entity.articled
        return filled(words, article=name.article, name=self.link(ref, name.words))

    def letter(self, source: str) -> Html:
        """The letter of a document, as a link to its page."""
        record = self.atlas.documents[source].record
        address = self.address(page_of(source))
        return tag("a", record.letter, class_="badge", href=address, title=record.short)

    def prose(self, pieces: tuple[Piece, ...]) -> Html:
        """A sentence with its links."""
        return joined("", [self._piece(piece) for piece in pieces])

    def statement(self, claim: Claim) -> Html:
        """The statement of a claim with its links."""
        return _statement(self.beside(), claim)

    def beside(self) -> Desk:
        """A desk for any page of this folder; links to other pages are the same on all of them."""
        return type(self)(self.atlas, self.findings, f"{self.page.rpartition('/')[0]}/")

    def _piece(self, piece: Piece) -> Html:
        if isinstance(piece, Link) and piece.ref:
            words = "" if piece.words == piece.ref else piece.words
            return self.link(piece.ref, words)
        return escape(piece.words)

    def date(self, date: Edtf | None) -> str:
        """A date in words, exactly as precise as it is; "" for no date."""
        return date_words(date, self.atlas.config.dates) if date else ""

    def year(self, year: int) -> str:
        """A year in words: "2016", "44 BC"."""
        return year_words(year, self.atlas.config.dates)

    def span(self, tie: Relation) -> str:
        """The time of a relation in words; "" if its record gives none."""
        return when.span(tie, self.atlas.config)

    def timing(self, timing: Timing) -> str:
        """A date in words, in square brackets if it is a conclusion from evidence."""
        return when.of_timing(timing, self.atlas.config)

    def when(self, claim: Claim) -> str:
        """When a fact held, in words, with the document's own words for it."""
        return when.when(claim, self.atlas.config)

    def dated(self, claim: Claim) -> Html:
        """When a fact held; a conclusion links to what shows it."""
        place = placed(claim)
        if place is None or not place.timing.concluded:
            return escape(self.when(claim))
        return self.to(fact_page(claim.id), self.when(claim), DATING)

    def said_on(self, claim: Claim) -> str:
        """When the credited person said it, in words; nothing if that is not known."""
        return when.said_on(claim, self.atlas.config)

    def claimant(self, claimant: Claimant) -> Html:
        """A speaker, as a link if it has a page."""
        if claimant.kind == "self":
            return filled(self.wording.claim.own_voice, document=self.link(claimant.key))
        if claimant.kind == "unnamed":
            return escape(self.wording.claim.unnamed)
        return self.prose(claimant.prose)

    def speaker(self, claimant: Claimant) -> Html:
        """A speaker in a sentence, with the article if the name takes one."""
        if claimant.kind in ("entity", "self"):
            return self.named(claimant.key)
        return self.claimant(claimant)

    def says(self, claim: Claim) -> Html:
        """The words that say who makes a claim."""
        return filled(self.wording.claim.says, who=self.speakers(claim))

    def speakers(self, claim: Claim) -> Html:
        """The claimants of a claim, those they speak through, and the document."""
        return _speakers(self.beside(), claim)

    def relay(self, claimant: Claimant, claim: Claim, index: int) -> Html:
        """Somebody through whom a claim came, with when they passed it on."""
        date = when.relayed_on(claim.fact.via[index], self.atlas.config)
        return Html(f"{self.speaker(claimant)}{escape(f', {date}' if date else '')}")

    def counted_link(self, ref: str, claims: Iterable[Claim]) -> Html:
        """A link that names the documents of these claims, so that the page can hide it together with them."""
        return tag("span", self.link(ref), data_per=per_document(claims))

    def party(self, claim: Claim, page: str = "") -> Html:
        """The marker that a speaker has a stake in a claim; it leads to the words that show it.

        These are in the claim's note on this page, or on the page given.
        """
        stakes = self.findings.parties.get(claim.id)
        if not stakes:
            return Html("")
        target = self.address(page, "evidence") if page else f"#n-{claim.id}"
        return tag("a", self._party(claim, stakes), class_="party", href=target)

    def _party(self, claim: Claim, stakes: Iterable[Stake]) -> str:
        """The words that a speaker has a stake, by name if the line names others too."""
        words = self.wording.claim
        if claim.fact.own_voice:
            return text_of(escape(words.party))
        speakers = {one.speaker.key: one.speaker for one in stakes}
        names = [self.speaker(one) for one in speakers.values()]
        several = names[1:] or any(self.atlas.is_plural(key) for key in speakers)
        phrase = words.parties_named if several else words.party_named
        return text_of(beginning(filled(phrase, who=listed(names, self.wording))))

    def citation(self, claim: Claim, number: int) -> Html:
        """The marker of a citation, which leads to its note on the same page."""
        record = claim.document.record
        label = filled(self.wording.claim.citation, number=number, document=record.short)
        content = joined("", [badge(record.letter), escape(number)])
        place = f"#n-{claim.id}"
        return tag("a", content, class_="cite", href=place, aria_label=label, **self.CITATION)

    def permalink(self, claim: Claim) -> Html:
        """A marker that leads to the permanent page of a claim: its date, its place, or just a sign."""
        date = when.marked(claim, self.atlas.config)
        if not date:
            return self.elsewhere(claim)
        if date == self.wording.claim.no_date:
            date = place_of(claim.quotes[0], self.wording) or date
        content = joined("", [badge(claim.document.record.letter), escape(date)])
        return self.to(fact_page(claim.id), content, class_="cite")

    def elsewhere(self, claim: Claim) -> Html:
        """A marker that leads to the permanent page of a claim, with the document's letter alone."""
        record = claim.document.record
        label = filled(self.wording.claim.elsewhere, letter=record.letter, document=record.short)
        there, letter = self.address(fact_page(claim.id)), record.letter
        return tag("a", badge(letter), class_="cite", href=there, aria_label=label, data_of=letter)

    def outcome(self, pair: Comparison) -> Html:
        """The outcome of a comparison in words, with its sign."""
        return self.outcome_called(pair.outcome)

    def outcome_called(self, outcome: Outcome) -> Html:
        """An outcome in words, with its sign."""
        return self.sign(outcome, self.wording.outcomes[outcome])

    def sign(self, outcome: Outcome, words: object, href: str | None = None) -> Html:
        """Words after the sign of an outcome; with an address they are a link."""
        class_ = f"outcome outcome-{outcome}"
        return tag("a" if href else "span", words, class_=class_, href=href)

    def why(self, pair: Comparison) -> str:
        """Why two answers compare as they do, in words."""
        return why(pair, self.wording)


@lru_cache(maxsize=2**16, typed=True)  # typed: markup and text of the same letters differ
def _anchor(words: object, address: str, class_: str | None) -> Html:
    return tag("a", words, href=address, class_=class_)


@remembered(2**16)  # most claims are on several pages of a folder
def _statement(desk: Desk, claim: Claim) -> Html:
    return desk.prose(claim.statement)


@remembered(2**16)
def _speakers(desk: Desk, claim: Claim) -> Html:
    chain = [desk.relay(one, claim, index) for index, one in enumerate(claim.via)][::-1]
    if not claim.fact.own_voice:
        chain.append(desk.named(claim.source))
    kind = desk.atlas.config.vocabulary.modalities[claim.fact.modality]
    date = f", {on}" if (on := desk.said_on(claim)) else ""
    through = "".join(f" → {step}" for step in chain)
    said = f"{escape(date)}{through}{escape(f' ({kind})' if kind else '')}"
    who = listed((tag("b", desk.speaker(one)) for one in claim.claimants), desk.wording)
    return Html(f"{who}{said}")
