"""Findings: what comparing the answers brought, by question and by fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.atlas import Answer, Atlas
from generator.compare import Comparison, comparisons


@dataclass(frozen=True, slots=True)
class Findings:
    """Every comparison, by question; and for each fact those in which it takes part.

    A narrower question repeats pairs of its broader one: `by_fact` has each pair once.
    """

    by_question: Mapping[str, tuple[Comparison, ...]]
    by_fact: Mapping[str, tuple[Comparison, ...]]

    def of(self, fact: str, outcome: str) -> tuple[Comparison, ...]:
        """The comparisons of a fact that came out in one way."""
        return tuple(one for one in self.by_fact.get(fact, ()) if one.outcome == outcome)


def find_out(atlas: Atlas) -> Findings:
    """Compare all answers to all questions."""
    by_question = {ref: comparisons(ref, atlas) for ref in atlas.questions}
    by_fact: defaultdict[str, list[Comparison]] = defaultdict(list)
    for ref, entry in atlas.questions.items():
        if not entry.record.broader:
            for one in by_question[ref]:
                for fact in dict.fromkeys((one.a.claim.id, one.b.claim.id)):
                    by_fact[fact].append(one)
    return Findings(by_question, {fact: tuple(found) for fact, found in by_fact.items()})


def originators(answers: tuple[Answer, ...], atlas: Atlas) -> int:
    """How many originators the answers have at most.

    Distinct claimants, a document's own voice being one; those whose facts are tied as of
    one origin, or as repeating one another, count once.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    by_fact = {answer.claim.id: answer.claim.claimants for answer in answers}
    for claimants in by_fact.values():
        for one in claimants:
            root(one.key)
    for fact, claimants in by_fact.items():
        for tie in atlas.ties.get(fact, ()):
            if tie.how in ("same_origin", "repeats") and tie.other in by_fact:
                parent[root(claimants[0].key)] = root(by_fact[tie.other][0].key)
    return len({root(one.key) for claimants in by_fact.values() for one in claimants})
