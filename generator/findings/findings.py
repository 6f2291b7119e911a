"""Findings: what the claims bring when they are compared, held together in one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Answer, AnswerKey, Atlas, Claim
from generator.findings.compare import Comparison, comparisons
from generator.findings.parties import Stake, parties
from generator.findings.saying import is_one_statement
from generator.findings.spellings import written_in
from generator.records import Figure
from generator.text.folding import fold_line

ONE_VOICE = ("same_origin", "repeats")
"""How two facts with one origin are related."""

ROLE = "role"
"""The type of claims that say who holds an office."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All comparisons, by the question's reference and by the fact's id, and all parties.

    A narrower question repeats pairs of its broader one, but `by_fact` lists each pair once. For
    every fact that says the same as others, `alike` gives the first of them in document order.
    `parties` gives, by fact, the speakers who are a party to what they claim. `written_in` gives,
    by folded spelling, the documents that contain a name.
    """

    by_question: Mapping[str, tuple[Comparison, ...]]
    by_fact: Mapping[str, tuple[Comparison, ...]]
    alike: Mapping[str, str]
    parties: Mapping[str, tuple[Stake, ...]]
    written_in: Mapping[str, tuple[str, ...]]

    def of(self, fact: str, outcome: str) -> tuple[Comparison, ...]:
        """The comparisons of a fact that have this outcome."""
        return tuple(one for one in self.by_fact.get(fact, ()) if one.outcome == outcome)

    def against(self, fact: str) -> Mapping[str, tuple[Answer, ...]]:
        """The answers that contradict a fact's answers, each once, by question."""
        found: defaultdict[str, dict[AnswerKey, Answer]] = defaultdict(dict)
        for pair in self.of(fact, "contradict"):
            other = pair.b if pair.a.claim.id == fact else pair.a
            found[other.question][other.key] = other
        return {ref: tuple(others.values()) for ref, others in sorted(found.items())}


def find_out(atlas: Atlas) -> Findings:
    """All findings of an atlas."""
    by_question = {ref: comparisons(ref, atlas) for ref in atlas.questions}
    by_fact: defaultdict[str, list[Comparison]] = defaultdict(list)
    for ref, entry in atlas.questions.items():
        if not entry.record.broader:
            for pair in by_question[ref]:
                for fact in dict.fromkeys((pair.a.claim.id, pair.b.claim.id)):
                    by_fact[fact].append(pair)
    return Findings(
        by_question,
        {fact: tuple(found) for fact, found in by_fact.items()},
        _alike(atlas, by_fact),
        parties(atlas),
        written_in(atlas),
    )


class _Groups:
    """Groups of things that count as one (union-find); each group is named by its first member."""

    def __init__(self, order: Iterable[str]) -> None:
        self._rank = {key: rank for rank, key in enumerate(order)}
        self._parent = {key: key for key in self._rank}

    def first(self, key: str) -> str:
        """The first member of a thing's group."""
        parent = self._parent
        while parent[key] != key:
            parent[key] = parent[parent[key]]  # so that no chain of parents stays long
            key = parent[key]
        return key

    def unite(self, member: str, other: str) -> None:
        """Join the groups of two things."""
        first, second = sorted((self.first(member), self.first(other)), key=self._rank.__getitem__)
        self._parent[second] = first


def _alike(atlas: Atlas, by_fact: Mapping[str, list[Comparison]]) -> dict[str, str]:
    groups = _Groups(atlas.claims)
    for comparison in (one for found in by_fact.values() for one in found):
        if says_the_same(comparison):
            groups.unite(comparison.a.claim.id, comparison.b.claim.id)
    for fact, others in atlas.related.items():
        for other in others:
            if other.how == "repeats":
                groups.unite(fact, other.fact)
    stated: dict[Hashable, str] = {}
    for fact, claim in atlas.claims.items():
        groups.unite(stated.setdefault(_statement(claim), fact), fact)
    firsts = {fact: groups.first(fact) for fact in atlas.claims}
    shared = {first for fact, first in firsts.items() if first != fact}
    return {fact: first for fact, first in firsts.items() if first in shared}


def says_the_same(comparison: Comparison) -> bool:
    """Whether two answers are one statement: by what they say, or as one fact repeats the other.

    One origin alone does not do it: a speaker tells more than one thing.
    """
    if comparison.outcome == "agree" or comparison.why == "repeats":
        return True
    if comparison.why != "same-speaker":
        return False
    a, b = comparison.a, comparison.b
    return isinstance(a.given, Figure) or is_one_statement(a.claim, b.claim)


def _statement(claim: Claim) -> Hashable:
    """What a claim states, if another may state just that: an office that is held, or its words."""
    relations = claim.fact.relations
    if claim.fact.type == ROLE and len(relations) == 1 and not claim.fact.choices:
        return (relations[0].subject, relations[0].relation, relations[0].object)
    return fold_line(claim.words).casefold()


def originators(answers: tuple[Answer, ...], atlas: Atlas) -> int:
    """The greatest number of originators that the answers can have.

    It counts distinct claimants; a document's own voice is one. Claimants whose facts repeat one
    another or have the same origin count once.
    """
    by_fact = {answer.claim.id: answer.claim.claimants for answer in answers}
    groups = _Groups(one.key for claimants in by_fact.values() for one in claimants)
    for fact, claimants in by_fact.items():
        for other in atlas.related.get(fact, ()):
            if other.how in ONE_VOICE and other.fact in by_fact:
                groups.unite(claimants[0].key, by_fact[other.fact][0].key)
    return len({groups.first(one.key) for claimants in by_fact.values() for one in claimants})
