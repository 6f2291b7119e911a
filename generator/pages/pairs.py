"""How the answers to a question compare: by outcome, the disagreements first and one by one.

Pairs that do not disagree are folded, with their number. When opened, they are listed by reason: each
reason once, and under it each answer with the other answers of these pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Answer, AnswerKey
from generator.findings.compare import NO_FINDING, OUTCOMES, Comparison, Outcome
from generator.findings.standing import OPPOSED
from generator.findings.timing import answered
from generator.markup.answers import population, value
from generator.markup.escaping import Html, filled, joined
from generator.markup.inline import counted
from generator.markup.paths import pairs_anchor
from generator.markup.speakers import speaker
from generator.markup.why import rests_on_dates
from generator.markup.writer import Desk
from generator.pages.chart import when
from generator.records import Question

DISAGREEMENTS_SHOWN = 8  # one by one; the others are in the list

PAIRS_LISTED = 1_000  # of a question; of more, only the first that disagree, and counts by reason

PAIRS_UNFOLDED = 6  # contradictions, if they are no more than this; all other pairs are folded


@dataclass(frozen=True, slots=True)
class CardSide:
    """One of two answers that contradict each other."""

    value: Html
    counted: Html
    when: Html
    says: Html
    citation: Html


@dataclass(frozen=True, slots=True)
class Contest:
    """Two answers that can't both be true, and why not."""

    sides: tuple[CardSide, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """The pairs of one outcome: for each reason, an answer and those that it is compared with.

    If they disagree, the first of them are in `contests` instead. `unlisted` says that the reasons
    have only counts.
    """

    key: str
    outcome: Html
    count: Html
    open: bool
    contests: tuple[Contest, ...]
    reasons: tuple[tuple[str, tuple[tuple[Html, Html], ...]], ...]
    unlisted: str


@dataclass(frozen=True, slots=True)
class _Pairer:
    desk: Desk
    question: Question
    cited: Mapping[str, Html]
    listed: bool

    def group(self, outcome: Outcome, pairs: list[Comparison]) -> Group:
        contests = pairs[:DISAGREEMENTS_SHOWN] if outcome in OPPOSED else []
        by_reason: defaultdict[str, list[Comparison]] = defaultdict(list)
        for pair in pairs[len(contests) :]:
            by_reason[self.desk.why(pair)].append(pair)
        return Group(
            key=pairs_anchor(outcome),
            outcome=self.desk.outcome_called(outcome),
            count=counted(len(pairs), self.desk.wording.counts.pairs),
            open=outcome == "contradict" and len(pairs) <= PAIRS_UNFOLDED,
            contests=tuple(map(self._contest, contests)),
            reasons=tuple(self._reason(why, some) for why, some in by_reason.items()),
            unlisted="" if self.listed or not by_reason else self.desk.wording.question.unlisted,
        )

    def _reason(
        self, why: str, pairs: list[Comparison]
    ) -> tuple[str, tuple[tuple[Html, Html], ...]]:
        """A reason with the answers of its pairs, or, if they are not listed, with their number."""
        if self.listed:
            return why, tuple(self._beside(pairs))
        words = self.desk.wording
        count = counted(len(pairs), words.counts.pairs)
        return filled(words.question.reason_counted, why=why, count=count), ()

    def _contest(self, pair: Comparison) -> Contest:
        return Contest((self._side(pair.a), self._side(pair.b)), self.desk.why(pair))

    def _side(self, answer: Answer) -> CardSide:
        return CardSide(
            value(answer, self.question, self.desk.atlas.config),
            population(answer.given.population, self.question, self.desk.wording),
            when(answer, self.desk),
            speaker(answer.claim, self.desk),
            self.cited[answer.claim.id],
        )

    def _beside(self, pairs: list[Comparison]) -> Iterable[tuple[Html, Html]]:
        """Each answer that comes first in some pairs, with the other answers of these pairs."""
        firsts: dict[AnswerKey, Answer] = {one.a.key: one.a for one in pairs}
        for name, first in firsts.items():
            beside = [one for one in pairs if one.a.key == name]
            dated = any(map(rests_on_dates, beside))
            yield (
                self._said([first], dated=dated),
                self._said([one.b for one in beside], dated=dated),
            )

    def _said(self, answers: list[Answer], *, dated: bool) -> Html:
        """What answers say: each value once, with the citations of all claims that give it.

        If they were `dated` to be compared, a date that only the telling gives is shown.
        """
        by_value: defaultdict[Html, list[Html]] = defaultdict(list)
        for answer in answers:
            said = value(answer, self.question, self.desk.atlas.config)
            cited = self.cited[answer.claim.id]
            by_value[said].append(self._dated(cited, answer) if dated else cited)
        return joined("; ", [joined(" ", [said, *cites]) for said, cites in by_value.items()])

    def _dated(self, cited: Html, answer: Answer) -> Html:
        """A citation with the date that was compared, if only the telling gives it."""
        timing = answered(answer)
        if timing is None or not timing.by_its_document:
            return cited
        words = self.desk.wording.question.compared_as
        return filled(words, answer=cited, date=self.desk.timing(timing))


def groups(
    pairs: tuple[Comparison, ...], question: Question, desk: Desk, cited: Mapping[str, Html]
) -> tuple[Group, ...]:
    """The pairs by outcome, the strongest first, without those about which nothing was found."""
    by_outcome: defaultdict[Outcome, list[Comparison]] = defaultdict(list)
    for pair in pairs:
        by_outcome[pair.outcome].append(pair)
    pairer = _Pairer(desk, question, cited, listed=len(pairs) <= PAIRS_LISTED)
    return tuple(
        pairer.group(outcome, by_outcome[outcome])
        for outcome in OUTCOMES
        if by_outcome[outcome] and outcome != NO_FINDING
    )
