"""Claims on a page: as a line of a list, and as the note that a citation leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.atlas.atlas import Answer, Claim
from generator.atlas.keeping.noting import remembered
from generator.atlas.passages import Sighting
from generator.atlas.prose import pieces_of
from generator.config.site import LANGUAGE
from generator.findings.parties import Stake
from generator.findings.placing import placed
from generator.markup.answers import amount, population
from generator.markup.escaping import Html, filled, joined, tag
from generator.markup.inline import beginning
from generator.markup.locating import located
from generator.markup.paths import fact_page
from generator.markup.speakers import speaker
from generator.markup.translations import translated
from generator.markup.views import ClaimLine, Note, Quotation
from generator.markup.writer import Desk
from generator.records import Figure
from generator.text.writing_systems import direction

CONTRADICTORS_NAMED = 2  # beside a claim; the question names the others

WORDS_AROUND = 120  # code points of the document shown on either side of a quotation
DIVIDING = ".,;:"  # marks that say nothing if there is nothing else on that side


def numbered(
    desk: Desk, claims: Iterable[Claim]
) -> tuple[Mapping[str, ClaimLine], tuple[Note, ...]]:
    """The lines of claims by fact id, and their notes, numbered in the order given."""
    lines: dict[str, ClaimLine] = {}
    notes = []
    for number, claim in enumerate({claim.id: claim for claim in claims}.values(), start=1):
        line = lines[claim.id] = claim_line(desk, claim, number)
        notes.append(_note(desk, claim, number, line.says))
    return lines, tuple(notes)


def claim_line(desk: Desk, claim: Claim, number: int) -> ClaimLine:
    """A claim as a line of a list; `number` is that of its note on this page."""
    return ClaimLine(
        claim.id,
        desk.dated(claim),
        _is_dated(claim),
        desk.statement(claim),
        desk.says(claim),
        desk.citation(claim, number),
        desk.party(claim),
        tuple(contradictions(desk, claim)),
        claim.document.record.letter,
        _quoted(desk.beside(), claim)[0],
    )


def _is_dated(claim: Claim) -> bool:
    """Whether the date of a claim says more than when its document was written."""
    place = placed(claim)
    stated = claim.fact.when or claim.fact.when_as_stated
    return bool(stated or (place and not place.of_document))


def claim_note(desk: Desk, claim: Claim, number: int) -> Note:
    """The note of a claim: its exact words, with everything that helps to read them."""
    return _note(desk, claim, number, desk.says(claim))


def _note(desk: Desk, claim: Claim, number: int, says: Html) -> Note:
    fact, (quotations, context) = claim.fact, _quoted(desk.beside(), claim)
    resolved = (
        (
            words,
            desk.link(meaning)
            if meaning in desk.atlas.entities
            else desk.prose(pieces_of(meaning, desk.atlas.names)),
        )
        for words, meaning in sorted(fact.resolves.items())
    )
    return Note(
        number,
        claim.id,
        claim.document.record.letter,
        says,
        tuple(words for _, words in stakes(desk, claim)),
        quotations,
        context,
        tuple(resolved),
        fact.note,
        desk.to(fact_page(claim.id), desk.wording.claim.permanent),
    )


def brief(desk: Desk, claim: Claim) -> Html:
    """A claim on one line of a list: its page, its statement and its speakers."""
    says = tag("span", desk.says(claim), class_="hint")
    return joined(" ", [desk.permalink(claim), desk.statement(claim), says])


def against(claim: Claim, others: tuple[Answer, ...], desk: Desk) -> Html:
    """The answers that contradict a claim: the first few in words, and how many more there are.

    If the claim has several amounts, each answer says whom it counts.
    """
    apart = sum(figure.answers == others[0].question for figure in claim.fact.figures) > 1
    said = [
        joined(" ", [_contradiction(one, desk, apart=apart), desk.permalink(one.claim)])
        for one in others[:CONTRADICTORS_NAMED]
    ]
    told, more = joined("; ", said), len(others) - CONTRADICTORS_NAMED
    return filled(desk.wording.claim.others_more, others=told, count=more) if more > 0 else told


def _contradiction(answer: Answer, desk: Desk, *, apart: bool) -> Html:
    given, who = answer.given, speaker(answer.claim, desk)
    question, words = desk.atlas.questions[answer.question].record, desk.wording.claim
    if isinstance(given, Figure):
        said = amount(given, desk.atlas.config)
        counted = population(given.population, question, desk.wording) if apart else ""
        said = filled(words.of_whom, answer=said, counted=counted) if counted else said
        return filled(words.according_to, answer=said, who=who)
    phrase = words.denied_by if given.denies else words.chosen_by
    return filled(phrase, answer=question.choices[given.choice], who=who)


def contradictions(desk: Desk, claim: Claim) -> Iterator[Html]:
    """For each question, the speakers who contradict a claim, with a link to all answers."""
    words = desk.wording.claim
    for ref, others in desk.findings.against(claim.id).items():
        said = filled(
            words.otherwise,
            others=against(claim, others, desk),
            question=desk.counted_link(ref, [one.claim for one in others]),
        )
        yield joined(" ", [desk.sign("contradict", words.disputed), said])


def stakes(desk: Desk, claim: Claim) -> Iterator[tuple[Stake, Html]]:
    """Each speaker's stake in a claim, with the words of the documents that show it."""
    words = desk.wording.claim
    for stake in desk.findings.parties.get(claim.id, ()):
        speaker, matter = desk.speaker(stake.speaker), desk.named(stake.to)
        several = desk.atlas.is_plural(stake.speaker.key)
        if not stake.shown:
            yield stake, beginning(filled(words.party_itself, speaker=speaker, matter=matter))
            continue
        shown = [
            filled(words.party_words, words=tag("bdi", f"“{exact}”"), citation=desk.permalink(by))
            for by, exact in stake.shown
        ]
        phrase, shown_ = words.parties_shown if several else words.party_shown, joined("; ", shown)
        said = filled(phrase, speaker=speaker, matter=matter, shown=shown_)
        yield stake, beginning(said)


@remembered(2**16)  # most claims are on several pages of a folder
def _quoted(desk: Desk, claim: Claim) -> tuple[tuple[Quotation, ...], tuple[Quotation, ...]]:
    """The passages that make a claim, and those that help to read it."""
    quotes, context = (
        tuple(_quotation(desk, one, claim) for one in some)
        for some in (claim.quotes, claim.context)
    )
    return quotes, context


def _quotation(desk: Desk, sighting: Sighting, claim: Claim) -> Quotation:
    """A passage with its place in the document."""
    short, line = claim.document.record.short, sighting.places[0].line if sighting.places else 0
    words, at = desk.wording.claim, located([sighting.locator], desk.wording)
    place = (
        filled(words.place_at, document=short, at=at, line=line)
        if at
        else filled(words.place, document=short, line=line)
    )
    return Quotation(
        sighting.passage.exact,
        desk.link(claim.source, place, f"at-{claim.id}"),
        *_around(desk, sighting, claim),
        *_spoken(claim.document.record.language, sighting.passage.exact),
        translated(desk, sighting.passage.translation),
    )


def _spoken(language: str, text: str) -> tuple[str | None, str]:
    """The language of a text, if it is not the site's, and the direction in which it runs."""
    if language == LANGUAGE:
        return None, "auto"
    return language, direction(text) or "ltr"


def _around(desk: Desk, sighting: Sighting, claim: Claim) -> tuple[str, str]:
    """What is before and after a passage, if the document's licence lets us show it.

    A punctuation mark alone says nothing, and is left out.
    """
    open_licences = desk.atlas.config.vocabulary.open_licences
    place = sighting.place
    if claim.document.record.licence not in open_licences or not place:
        return "", ""
    before, after = claim.seed.around(place.start, place.end, WORDS_AROUND)
    return _if_telling(before), _if_telling(after)


def _if_telling(words: str) -> str:
    return words if words.strip(DIVIDING) else ""
