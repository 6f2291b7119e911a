"""What an entity is, in a few cited sentences, and what is disputed about it, side by side.

The sentences are what documents say: roles and ties, those first that most documents state, then
what describes the entity. Each has its speakers. Nothing is said in the site's own voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.atlas.atlas import Claim
from generator.atlas.prose import Link
from generator.findings.alike import is_doubtful
from generator.findings.compare import Comparison, Outcome
from generator.findings.sides import AnswerSide, sides
from generator.findings.standing import OPPOSED
from generator.findings.ties import Tie, ties_of
from generator.findings.without import per_document
from generator.markup.escaping import Html, filled, joined
from generator.markup.sides import side_line
from generator.markup.ties import tie_said
from generator.markup.together import Cite, alone, together, voices
from generator.markup.views import Together
from generator.markup.writer import Desk
from generator.records.references import kind_of

FEW_CLAIMS = 3  # a page with no more is read at once
SENTENCES = 3
SENTENCES_ON_WHO = 2  # of these; but for them there may be nothing else
DISPUTES = 3
CITED_OF_A_SIDE = 3

WHO = ("role", "identity")
"""The types of claims that tell who or what somebody is."""
WHAT = ("relation", "background", "event")
"""The types of claims that tell it if no others do."""

EVENT = "event"
"""A subkind of topics, and the type of claims that tell what happened."""

FIRM: tuple[Outcome, ...] = OPPOSED[:2]
"""The verdicts that make a question disputed: the two may speak of one time."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a disputed question says, and the documents of its answers."""

    says: Html
    per: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question with two of its sides, or one with its extremes; if disputed, after its sign."""

    question: Html
    sides: tuple[Side, ...]


def introduction(desk: Desk, ref: str, claims: Sequence[Claim], cite: Cite) -> tuple[Together, ...]:
    """Who or what an entity is, in at most three sentences; none if it has few claims."""
    if len(claims) <= FEW_CLAIMS:
        return ()
    told = [tie for tie in _told_by_several(desk, ref) if tie_said(desk, tie.stated[0][1])]
    relations = desk.atlas.config.vocabulary.relations
    own = [tie for tie in told if tie.subject == ref and relations[tie.relation].hierarchy]
    used = {claim.id for tie in own for claim, _ in tie.stated}
    who = [_tie(desk, tie, cite) for tie in own]
    who += [_said(desk, group, cite) for group in _beginning(desk, ref, claims, WHO, used)]
    others = [_tie(desk, tie, cite) for tie in told if tie not in own and _tells_of(ref, tie)]
    what = [_said(desk, group, cite) for group in _beginning(desk, ref, claims, WHAT, used)]
    first = (who or what)[:SENTENCES_ON_WHO]
    return tuple([*first, *others, *who[len(first) :]][:SENTENCES])


def _told_by_several(desk: Desk, ref: str) -> list[Tie]:
    """The ties that several documents state without a doubt, those that most state first."""
    firm = [_firm(tie, desk) for tie in ties_of(ref, desk.atlas)]
    return sorted((tie for tie in firm if len(tie.sources) > 1), key=lambda tie: -len(tie.sources))


def _tells_of(ref: str, tie: Tie) -> bool:
    """Whether a tie tells something of an entity; who was at a place says little of the place."""
    return tie.subject == ref or kind_of(tie.object) != "topics"


def _firm(tie: Tie, desk: Desk) -> Tie:
    """The tie with the claims that assert it."""
    config = desk.atlas.config
    stated = tuple(
        (claim, relation)
        for claim, relation in tie.stated
        if claim.fact.modality == "asserted" and not is_doubtful(claim, config)
    )
    return Tie(tie.subject, tie.relation, tie.object, stated)


def _tie(desk: Desk, tie: Tie, cite: Cite) -> Together:
    """A tie as a sentence, with one claim from each document: one that says nothing else, if so."""
    alike = desk.findings.alike
    claims = sorted(
        (claim for claim, _ in tie.stated),
        key=lambda one: (one.source, one.id not in alike, not one.fact.own_voice),
    )
    cited = list({claim.source: claim for claim in reversed(claims)}.values())[::-1]
    dates = {desk.span(relation) for _, relation in tie.stated}
    said = tie_said(desk, tie.stated[0][1], first=True, timeless=len(dates) > 1)
    says = filled(desk.wording.claim.says, who=voices(desk, cited, cite))
    return Together(Html(f"{said}."), "", says, Html(""), Html(""))


def _said(desk: Desk, group: Sequence[Claim], cite: Cite) -> Together:
    """What one claim says, or several together."""
    return together(desk, group, cite) if len(group) > 1 else alone(desk, group[0], cite)


def _beginning(
    desk: Desk, ref: str, claims: Iterable[Claim], types: Sequence[str], used: set[str]
) -> list[list[Claim]]:
    """The claims of some types whose statement begins with the entity, those told by most first.

    Those that say the same are together, and of what a document says alone only the first of each
    type is there. A claim that is already cited is left out.
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    told: set[tuple[str, str]] = set()
    for claim in claims:
        if claim.fact.type in types and claim.id not in used and _is_about(claim, ref, desk):
            alike = desk.findings.alike.get(claim.id)
            if alike is None and (claim.fact.type, claim.source) in told:
                continue
            told.add((claim.fact.type, claim.source))
            key = claim.fact.type, alike or claim.id
            groups.setdefault(key, []).append(claim)

    def rank(item: tuple[tuple[str, str], list[Claim]]) -> tuple[int, int]:
        return types.index(item[0][0]), -len({claim.source for claim in item[1]})

    return [group for _, group in sorted(groups.items(), key=rank)]


def _is_about(claim: Claim, ref: str, desk: Desk) -> bool:
    """Whether a claim asserts what an entity is, or what an event did.

    Its statement begins with the entity, perhaps after an article, and goes on with "is" or "was",
    and for claims of other types than who holds what role, with an article: "is a".
    """
    before, named, after = _around_name(claim)
    language = desk.atlas.config.language
    if named != ref or claim.fact.modality != "asserted":
        return False
    if before.strip().casefold() not in ("", *language.articles):
        return False
    words = after.split()[:2] if after.startswith(" ") else []
    if desk.atlas.entities[ref].record.subkind == claim.fact.type == EVENT:
        return bool(words)
    defines = claim.fact.type in WHO or (words[1:] and words[1] in language.articles)
    return bool(words) and words[0] in language.passive and bool(defines)


def _around_name(claim: Claim) -> tuple[str, str | None, str]:
    """The first link of a statement, with the words before it and after it."""
    before = ""
    for place, piece in enumerate(claim.statement):
        if isinstance(piece, Link):
            return before, piece.ref, "".join(one.words for one in claim.statement[place + 1 :])
        before += piece.words
    return before, None, ""


def disputed(desk: Desk, ref: str, claims: Iterable[Claim]) -> list[str]:
    """The questions about an entity on which claims contradict each other, the clearest first.

    A question is about the entity if it has it as a topic, or if both claims mention it.
    """
    found: defaultdict[str, list[Outcome]] = defaultdict(list)
    here = {claim.id for claim in claims}
    pairs = {
        id(one): one
        for fact in here
        for one in desk.findings.by_fact.get(fact, ())
        if one.outcome in FIRM
    }
    for pair in pairs.values():
        asked = pair.a.question
        topics = desk.atlas.questions[asked].record.topics
        both = pair.a.claim.id in here and pair.b.claim.id in here
        if both or ref in topics:
            found[asked].append(pair.outcome)

    def rank(asked: str) -> tuple[int, int, str]:
        outcomes = found[asked]
        return FIRM.index(min(outcomes, key=FIRM.index)), -len(outcomes), asked

    return sorted(found, key=rank)


def asked(desk: Desk, ref: str) -> list[str]:
    """The answered questions that have an entity as a topic: those that most documents answer first."""

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
        found = sides(ref, desk.findings.by_question[ref], desk.atlas)
        one = found[0]
        opposed = (found[place] for place in one.opposed if found[place] is not one)
        other = next(opposed, None) or next(iter(found[1:]), None)
        outcome = _firmest(desk.findings.by_question[ref])
        yield Dispute(
            desk.sign(outcome, desk.link(ref)) if outcome else desk.link(ref),
            tuple(_side(desk, ref, side, here, cite) for side in (one, other) if side),
        )


def _firmest(pairs: Iterable[Comparison]) -> Outcome | None:
    found = {pair.outcome for pair in pairs}
    return next((one for one in FIRM if one in found), None)


def _side(desk: Desk, ref: str, side: AnswerSide, here: Container[str], cite: Cite) -> Side:
    """A side in a sentence, with a citation from each of the first few documents."""
    claims = sorted((one.claim for one in side.answers), key=lambda claim: claim.id in here)
    cited = {claim.source: claim for claim in claims}
    first = [cited[source] for source in sorted(cited)][:CITED_OF_A_SIDE]
    says = joined(" ", [side_line(side, ref, desk).sentence, *map(cite, first)])
    return Side(says, per_document(answer.claim for answer in side.answers))
