"""Findings: what comparing the claims shows, held together in one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Answer, AnswerKey, Atlas
from generator.findings.alike import alike
from generator.findings.articles import Articled, articled
from generator.findings.compare import Comparison, comparisons
from generator.findings.offices import offices
from generator.findings.parties import Stake, parties
from generator.findings.sides import AnswerSide, sides
from generator.findings.spellings import written_in
from generator.findings.standing import Standing, standing


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """All comparisons, by the question's reference and by the fact's id, and all parties.

    A narrower question repeats pairs of its broader one, but `by_fact` lists each pair once.
    `standings` gives, by question, the strongest outcome of its comparisons.
    `sides` gives, by question, who gives which answer. For every fact that says the same thing as
    others, `alike` gives the first of them in document order. `parties` gives, by fact, the
    speakers who are a party to what they claim. `written_in` gives, by folded spelling, the
    documents that contain a name. `articled` has the names that take an article.
    `offices` gives, by document and person, what the document says that the person is.
    """

    by_question: Mapping[str, tuple[Comparison, ...]]
    by_fact: Mapping[str, tuple[Comparison, ...]]
    standings: Mapping[str, Standing]
    sides: Mapping[str, tuple[AnswerSide, ...]]
    alike: Mapping[str, str]
    parties: Mapping[str, tuple[Stake, ...]]
    written_in: Mapping[str, tuple[str, ...]]
    articled: Mapping[str, Articled]
    offices: Mapping[tuple[str, str], str]

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
        {ref: standing(pairs) for ref, pairs in by_question.items()},
        {ref: sides(ref, pairs, atlas) for ref, pairs in by_question.items()},
        alike(atlas, by_fact),
        parties(atlas),
        written_in(atlas),
        articled(atlas),
        offices(atlas),
    )
