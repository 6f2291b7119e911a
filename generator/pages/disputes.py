"""What is disputed about an entity: questions, each with two of its sides next to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from generator.atlas.atlas import Claim
from generator.findings.compare import Outcome
from generator.findings.sides import AnswerSide
from generator.findings.standing import DISPUTED
from generator.findings.without import per_document
from generator.markup.escaping import Html, joined
from generator.markup.leads import readings
from generator.markup.sides import side_line
from generator.markup.together import Cite
from generator.markup.writer import Desk
from generator.pages.cards import OUTCOME_OF

DISPUTES = 3
CITED_OF_A_SIDE = 3


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a disputed question says, and the documents of its answers."""

    says: Html
    per: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question with two of its sides, or with the extremes of one; if disputed, it follows its sign.

    `readings` says what "our reading" means, if a side has it.
    """

    question: Html
    sides: tuple[Side, ...]
    readings: Html


def disputed(desk: Desk, ref: str, claims: Iterable[Claim]) -> list[str]:
    """The questions about an entity on which claims contradict each other, the clearest first.

    A question is about the entity if it has the entity as a topic, or if both claims mention it.
    """
    found: defaultdict[str, list[Outcome]] = defaultdict(list)
    here = {claim.id for claim in claims}
    pairs = {
        id(one): one
        for fact in here
        for one in desk.findings.by_fact.get(fact, ())
        if one.outcome in DISPUTED
    }
    for pair in pairs.values():
        asked = pair.a.question
        topics = desk.atlas.questions[asked].record.topics
        both = pair.a.claim.id in here and pair.b.claim.id in here
        if both or ref in topics:
            found[asked].append(pair.outcome)

    def rank(asked: str) -> tuple[int, int, str]:
        outcomes = found[asked]
        return DISPUTED.index(min(outcomes, key=DISPUTED.index)), -len(outcomes), asked

    return sorted(found, key=rank)


def asked(desk: Desk, ref: str) -> list[str]:
    """The answered questions with an entity as a topic, those with the most documents first."""

    def rank(question: str) -> tuple[int, int, str]:
        answers = desk.atlas.answers[question]
        documents = {answer.claim.source for answer in answers}
        return -len(documents), -len(answers), question

    questions = desk.atlas.asked_about.get(ref, {})
    records = desk.atlas.questions
    topical = (
        one
        for one in questions
        if ref in records[one].record.topics and not records[one].record.broader
    )
    return sorted((one for one in topical if desk.atlas.answers.get(one)), key=rank)


def disputes(
    desk: Desk, refs: Iterable[str], claims: Iterable[Claim], cite: Cite
) -> Iterator[Dispute]:
    """Questions with two of their sides; claims of the page are cited before others."""
    here = {claim.id for claim in claims}
    for ref in refs:
        found = desk.findings.sides[ref]
        one = found[0]
        opposed = (found[place] for place in one.opposed if found[place] is not one)
        other = next(opposed, None) or next(iter(found[1:]), None)
        how, asked = desk.findings.standings[ref], desk.link(ref)
        sides = tuple(_side(desk, ref, side, here, cite) for side in (one, other) if side)
        yield Dispute(
            desk.sign(OUTCOME_OF[how], asked) if how in DISPUTED else asked,
            sides,
            readings((side.says for side in sides), desk),
        )


def _side(desk: Desk, ref: str, side: AnswerSide, here: Container[str], cite: Cite) -> Side:
    """A side as a sentence, with a citation from each of the first few documents."""
    claims = sorted((one.claim for one in side.answers), key=lambda claim: claim.id in here)
    cited = {claim.source: claim for claim in claims}
    first = [cited[source] for source in sorted(cited)][:CITED_OF_A_SIDE]
    told = side_line(side, ref, desk).sentence
    says = joined(" ", [told, *map(cite, first)])
    return Side(says, per_document(answer.claim for answer in side.answers))
