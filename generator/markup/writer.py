"""What a page is written at: links, claims as lines and notes, and the end of a page, made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

from generator.atlas.atlas import Atlas, Claim, Claimant
from generator.atlas.passages import Sighting
from generator.atlas.prose import Link, Piece
from generator.config.wording import OneOrMore, Wording
from generator.findings.compare import Comparison, Outcome
from generator.findings.findings import Findings
from generator.findings.parties import Stake
from generator.findings.without import per_document
from generator.markup.answers import against
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.paths import fact_page, href, page_of
from generator.markup.views import Line, Note, Quotation, Row
from generator.records import Relation
from generator.text.date_words import words as date_words
from generator.text.dates import Edtf
from generator.text.scripts import direction

__all__ = ["Desk", "Line", "Note", "Quotation", "Row", "bdi", "counted", "numbered"]

NEIGHBOURING = 120
"""So many code points of the words before and after a quotation are shown at most."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page is written at: the atlas, what was found out, and the page's own place."""

    atlas: Atlas
    findings: Findings
    page: str

    @property
    def wording(self) -> Wording:
        """The site's own words."""
        return self.atlas.config.wording

    def link(self, ref: str, words: str = "", anchor: str = "") -> Html:
        """A link to the page of a reference."""
        text = words or self.atlas.name(ref)
        return tag("a", bdi(text), href=href(self.page, page_of(ref), anchor))

    def to(self, page: str, words: object, anchor: str = "", class_: str | None = None) -> Html:
        """A link to a page."""
        return tag("a", words, href=href(self.page, page, anchor), class_=class_)

    def prose(self, pieces: tuple[Piece, ...]) -> Html:
        """A sentence with its links."""
        return joined("", [self._piece(piece) for piece in pieces])

    def _piece(self, piece: Piece) -> Html:
        if isinstance(piece, Link) and piece.ref:
            words = "" if piece.words == piece.ref else piece.words
            return self.link(piece.ref, words)
        return escape(piece.words)

    def date(self, date: Edtf | None) -> str:
        """A date in words that mean what it says."""
        return date_words(date, self.atlas.config.dates) if date else ""

    def span(self, tie: Relation) -> str:
        """From when to when a tie held, in words; nothing where its record gives no date."""
        first, last = tie.from_, tie.to
        if first and last:
            words = self.wording.hierarchy.span
            return filled(words, first=self.date(first), last=self.date(last))
        if first and first.kind == "on":
            return self.date(Edtf("", "throughout", first.first, None))
        if last and last.kind == "on":
            return self.date(Edtf("", "throughout", None, last.last))
        return self.date(first or last)

    def when(self, claim: Claim) -> str:
        """When a fact held, in words; the document's own words where there is no date."""
        fact = claim.fact
        if fact.when:
            date, stated = self.date(fact.when), fact.when_as_stated
            said = stated and stated.casefold() != date.casefold()
            return f"{date} (“{stated}”)" if said else date
        return f"“{fact.when_as_stated}”" if fact.when_as_stated else self.wording.claim.no_date

    def claimant(self, claimant: Claimant) -> Html:
        """Somebody who says something."""
        if claimant.kind == "self":
            return filled(self.wording.claim.own_voice, document=self.link(claimant.key))
        if claimant.kind == "unnamed":
            return escape(self.wording.claim.unnamed)
        return self.prose(claimant.prose)

    def who(self, claim: Claim) -> Html:
        """Everybody who says something together."""
        return reduce(self._jointly, (tag("b", self.claimant(one)) for one in claim.claimants))

    def says(self, claim: Claim) -> Html:
        """Who says so, through whom, in which document."""
        said = filled(self.wording.claim.says, who=self.who(claim))
        chain = [self.claimant(one) for one in reversed(claim.via)]
        if not claim.fact.own_voice:
            chain.append(self.link(claim.source))
        kind = self.atlas.config.vocabulary.modalities[claim.fact.modality]
        date = f", {self.date(claim.fact.said_on)}" if claim.fact.said_on else ""
        through = "".join(f" → {step}" for step in chain)
        return Html(f"{said}{escape(date)}{through}{escape(f' ({kind})' if kind else '')}")

    def _jointly(self, some: Html, another: Html) -> Html:
        return filled(self.wording.claim.joint, some=some, another=another)

    def quotation(self, sighting: Sighting, claim: Claim) -> Quotation:
        """A passage with its place."""
        record, line = claim.document.record, sighting.places[0].line if sighting.places else 0
        place = filled(self.wording.claim.place, document=record.short, line=line)
        return Quotation(
            sighting.passage.exact,
            self.link(claim.source, place, f"at-{claim.id}"),
            *self._around(sighting, claim),
        )

    def _around(self, sighting: Sighting, claim: Claim) -> tuple[str, str]:
        """The words before and after a passage, where the licence of the document is open."""
        open_licences = self.atlas.config.vocabulary.open_licences
        seed, place = claim.document.seed, sighting.place
        if claim.document.record.licence not in open_licences or not seed or not place:
            return "", ""
        return seed.around(place.start, place.end, NEIGHBOURING)

    def note(self, claim: Claim, number: int) -> Note:
        """The note of a claim."""
        fact = claim.fact
        resolved = (
            (words, self.link(ref) if ref in self.atlas.entities else escape(ref))
            for words, ref in sorted(fact.resolves.items())
        )
        return Note(
            number,
            claim.id,
            claim.document.record.letter,
            self.says(claim),
            tuple(words for _, words in self.parties(claim)),
            tuple(self.quotation(one, claim) for one in claim.quotes),
            tuple(self.quotation(one, claim) for one in claim.context),
            tuple(resolved),
            fact.note,
            self.to(fact_page(claim.id), self.wording.claim.permanent),
        )

    def line(self, claim: Claim, number: int) -> Line:
        """A claim as it stands in a list; `number` is that of its note on this page."""
        return Line(
            claim.id,
            self.when(claim),
            bool(claim.fact.when or claim.fact.when_as_stated),
            self.prose(claim.statement),
            self.says(claim),
            self.citation(claim, number),
            self.party(claim),
            self.disputed(claim),
            claim.document.record.letter,
            tuple(self.quotation(one, claim) for one in claim.quotes),
        )

    def disputed(self, claim: Claim) -> tuple[Html, ...]:
        """For each question, what those say who contradict a claim, and the way to all of it."""
        return tuple(
            filled(
                self.wording.claim.otherwise,
                others=against(claim, others, self.atlas, self.who, self.permalink),
                question=self.counted_link(ref, [one.claim for one in others]),
            )
            for ref, others in self.findings.against(claim.id).items()
        )

    def counted_link(self, ref: str, claims: Iterable[Claim]) -> Html:
        """A link that is there because of these claims: with their documents it is left out."""
        return tag("span", self.link(ref), data_per=per_document(claims))

    def party(self, claim: Claim, page: str = "") -> Html:
        """A marker where a speaker has a part in what is said: it leads to the words that show it.

        They stand in the claim's note on this page, or, given one, on another page.
        """
        if claim.id not in self.findings.parties:
            return Html("")
        target = href(self.page, page, "evidence") if page else f"#n-{claim.id}"
        return tag("a", self.wording.claim.party, class_="party", href=target)

    def parties(self, claim: Claim) -> Iterator[tuple[Stake, Html]]:
        """For each speaker who has a part in what is said, the documents' words that show it."""
        words = self.wording.claim
        for stake in self.findings.parties.get(claim.id, ()):
            speaker, matter = self.claimant(stake.speaker), self.link(stake.to)
            if stake.shown is None:
                yield stake, filled(words.party_itself, speaker=speaker, matter=matter)
            else:
                shown_by, exact = stake.shown
                yield (
                    stake,
                    filled(
                        words.party_shown,
                        speaker=speaker,
                        matter=matter,
                        words=tag("bdi", f"“{exact}”"),
                        citation=self.permalink(shown_by),
                    ),
                )

    def citation(self, claim: Claim, number: int) -> Html:
        """The marker of a citation, which leads to its note on the same page."""
        record = claim.document.record
        label = filled(self.wording.claim.citation, number=number, document=record.short)
        content = Html(f'<span class="badge">{escape(record.letter)}</span>{number}')
        return tag("a", content, class_="cite", href=f"#n-{claim.id}", aria_label=label)

    def permalink(self, claim: Claim) -> Html:
        """A marker that leads to the fact's own page."""
        letter = claim.document.record.letter
        content = Html(f'<span class="badge">{escape(letter)}</span>{escape(self.when(claim))}')
        return self.to(fact_page(claim.id), content, class_="cite")

    def brief(self, claim: Claim) -> Html:
        """A claim on one line of a list: its page, what is said, and who says so."""
        says = tag("span", self.says(claim), class_="hint")
        return joined(" ", [self.permalink(claim), self.prose(claim.statement), says])

    def outcome(self, one: Comparison) -> Html:
        """How a comparison came out, in words."""
        return self.outcome_called(one.outcome)

    def outcome_called(self, outcome: Outcome) -> Html:
        """An outcome in words, with its sign."""
        words = self.wording.outcomes[outcome]
        return tag("span", words, class_=f"outcome outcome-{outcome}")

    def why(self, one: Comparison) -> str:
        """Why it came out so, in one sentence."""
        return self.wording.reasons[one.why]


def counted(count: int, words: OneOrMore) -> Html:
    """A number of things, in words."""
    return filled(words[count != 1], count=f"{count:,}")


def bdi(name: str) -> Html:
    """A name, set apart from the direction of the text around it."""
    way = direction(name)
    return tag("bdi", name, dir=way, lang="ar" if way else None) if way else tag("bdi", name)


def numbered(desk: Desk, claims: Iterable[Claim]) -> tuple[Mapping[str, Line], tuple[Note, ...]]:
    """The lines of claims by fact id, and their notes, numbered in the order given."""
    unique = {claim.id: claim for claim in claims}
    lines = {key: desk.line(claim, n) for n, (key, claim) in enumerate(unique.items(), start=1)}
    notes = tuple(desk.note(claim, n) for n, claim in enumerate(unique.values(), start=1))
    return lines, notes


def shortened(text: str, limit: int = 90) -> str:
    """The text up to the last whole word within the limit."""
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …"
