"""Without a document: what rests on it alone, and what the others would leave of each page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas import Answer, Atlas, Claim, Claimant
from generator.bonds import Bond, bonds
from generator.compare import Comparison
from generator.findings import SAME, Findings


@dataclass(frozen=True, slots=True)
class Left:
    """How many of an entity's facts would be left, of how many."""

    ref: str
    left: int
    all: int


@dataclass(frozen=True, slots=True)
class Asked:
    """How many answers to a question would be left, and whether they would still disagree."""

    ref: str
    left: int
    all: int
    disputed: bool
    still: bool


@dataclass(frozen=True, slots=True)
class Without:
    """What would be lost without a document.

    `entities` and `questions` are those that would lose something, by reference. `answers` are
    those that no other document gives too, `bonds` the ties that no other states, `claimants`
    those whom no other lets speak.
    """

    source: str
    facts: Left
    entities: tuple[Left, ...]
    questions: tuple[Asked, ...]
    answers: tuple[Answer, ...]
    bonds: tuple[Bond, ...]
    claimants: tuple[Claimant, ...]

    @property
    def emptied(self) -> tuple[str, ...]:
        """The entities of whom nothing would be said."""
        return tuple(one.ref for one in self.entities if not one.left)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The questions that nothing would answer."""
        return tuple(one.ref for one in self.questions if not one.left)

    @property
    def settled(self) -> tuple[str, ...]:
        """The questions that are answered in ways that can't both be so, and then no longer."""
        return tuple(one.ref for one in self.questions if one.disputed and not one.still)


def without(source: str, atlas: Atlas, findings: Findings) -> Without:
    """What would be lost without a document."""
    facts = len(atlas.drawn_from.get(source, ()))
    return Without(
        source,
        Left(source, len(atlas.claims) - facts, len(atlas.claims)),
        tuple(
            Left(ref, _others(claims, source), len(claims))
            for ref, claims in atlas.about.items()
            if ref in atlas.entities and _others(claims, source) < len(claims)
        ),
        tuple(
            _asked(ref, answers, source, findings)
            for ref, answers in atlas.answers.items()
            if any(answer.claim.source == source for answer in answers)
        ),
        tuple(_own_answers(source, atlas, findings)),
        tuple(bond for bond in bonds(atlas) if bond.sources == {source}),
        tuple(
            next(one for one in claims[0].claimants if one.key == key)
            for key, claims in atlas.said_by.items()
            if key in atlas.entities and not _others(claims, source)
        ),
    )


def _others(claims: Iterable[Claim], source: str) -> int:
    return sum(claim.source != source for claim in claims)


def _asked(ref: str, answers: tuple[Answer, ...], source: str, findings: Findings) -> Asked:
    pairs = [one for one in findings.by_question[ref] if one.outcome == "disagree"]
    return Asked(
        ref,
        _others((answer.claim for answer in answers), source),
        len(answers),
        disputed=bool(pairs),
        still=any(source not in _sides(one) for one in pairs),
    )


def _sides(one: Comparison) -> tuple[str, str]:
    return one.a.claim.source, one.b.claim.source


def _own_answers(source: str, atlas: Atlas, findings: Findings) -> Iterable[Answer]:
    """Its answers with which no other document's agrees; a narrower question repeats them."""
    for ref, entry in atlas.questions.items():
        if entry.record.broader:
            continue
        shared = {
            (side.claim.id, side.index, type(side.given))
            for one in findings.by_question[ref]
            if one.outcome in SAME and len(set(_sides(one))) > 1
            for side in (one.a, one.b)
        }
        for answer in atlas.answers.get(ref, ()):
            key = answer.claim.id, answer.index, type(answer.given)
            if answer.claim.source == source and key not in shared:
                yield answer


def letters(claims: Iterable[Claim]) -> Counter[str]:
    """How many of the claims each document has, by its letter."""
    return Counter(claim.document.record.letter for claim in claims)


def per_document(claims: Iterable[Claim]) -> str:
    """The same as the script reads it that leaves documents out of a page: `I2 W1`."""
    return " ".join(f"{letter}{count}" for letter, count in sorted(letters(claims).items()))
