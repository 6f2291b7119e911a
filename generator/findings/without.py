"""What rests on one document alone, and what would be left of each page without it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Answer, Atlas, Claim, Claimant
from generator.findings.alike import says_the_same
from generator.findings.compare import Comparison
from generator.findings.findings import Findings
from generator.findings.ties import Tie, ties
from generator.records import Choice


@dataclass(frozen=True, slots=True)
class Left:
    """How many facts of an entity would be left, out of all."""

    ref: str
    left: int
    all: int


@dataclass(frozen=True, slots=True)
class Asked:
    """How many answers to a question would be left, out of all.

    `disputed` says whether any of its answers disagree now, and `still` whether any would then.
    """

    ref: str
    left: int
    all: int
    disputed: bool
    still: bool


@dataclass(frozen=True, slots=True)
class Without:
    """What the site would lose without one document.

    `entities` and `questions` list those that would lose something. `answers` lists the answers
    that no other document gives, `ties` the ties that no other states, and `claimants` the
    speakers whom no other quotes.
    """

    source: str
    facts: Left
    entities: tuple[Left, ...]
    questions: tuple[Asked, ...]
    answers: tuple[Answer, ...]
    ties: tuple[Tie, ...]
    claimants: tuple[Claimant, ...]

    @property
    def emptied(self) -> tuple[str, ...]:
        """The entities without any fact left."""
        return tuple(one.ref for one in self.entities if not one.left)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The questions without any answer left."""
        return tuple(one.ref for one in self.questions if not one.left)

    @property
    def settled(self) -> tuple[str, ...]:
        """The questions whose answers disagree now and would no longer."""
        return tuple(one.ref for one in self.questions if one.disputed and not one.still)


def losses(atlas: Atlas, findings: Findings) -> Mapping[str, Without]:
    """What the site would lose without each document, by the document's reference."""
    entities: defaultdict[str, list[Left]] = defaultdict(list)
    questions: defaultdict[str, list[Asked]] = defaultdict(list)
    answers: defaultdict[str, list[Answer]] = defaultdict(list)
    only: defaultdict[str, list[Tie]] = defaultdict(list)
    claimants: defaultdict[str, list[Claimant]] = defaultdict(list)
    for ref, claims in atlas.about.items():
        if ref in atlas.entities:
            for source, own in _by_source(claims).items():
                entities[source].append(Left(ref, len(claims) - own, len(claims)))
    for ref, given in atlas.answers.items():
        for source, asked in _asked(ref, given, findings).items():
            questions[source].append(asked)
    for answer in _given_by_one(atlas, findings):
        answers[answer.claim.source].append(answer)
    for tie in ties(atlas):
        if len(tie.sources) == 1:
            only[tie.stated[0][0].source].append(tie)
    for key, claims in atlas.said_by.items():
        if key in atlas.entities and len(_by_source(claims)) == 1:
            claimants[claims[0].source].append(atlas.claimant(key))
    total = len(atlas.claims)
    return {
        source: Without(
            source,
            Left(source, total - len(atlas.drawn_from.get(source, ())), total),
            tuple(entities[source]),
            tuple(questions[source]),
            tuple(answers[source]),
            tuple(only[source]),
            tuple(claimants[source]),
        )
        for source in atlas.documents
    }


def _by_source(claims: Iterable[Claim]) -> Counter[str]:
    return Counter(claim.source for claim in claims)


def _asked(ref: str, given: tuple[Answer, ...], findings: Findings) -> dict[str, Asked]:
    """What a question would lose without each document that answers it, by document."""
    pairs = [_sides(one) for one in findings.by_question[ref] if one.outcome == "contradict"]
    taken = Counter(source for sides in pairs for source in sides)
    return {
        source: Asked(
            ref,
            len(given) - own,
            len(given),
            disputed=bool(pairs),
            still=taken[source] < len(pairs),
        )
        for source, own in _by_source(answer.claim for answer in given).items()
    }


def _sides(pair: Comparison) -> frozenset[str]:
    """The one or two documents that two answers come from."""
    return frozenset((pair.a.claim.source, pair.b.claim.source))


def _given_by_one(atlas: Atlas, findings: Findings) -> Iterator[Answer]:
    """The answers that no other document gives, not counting those to narrower questions."""
    for ref, entry in atlas.questions.items():
        if entry.record.broader:
            continue
        shared = {
            side.key
            for one in findings.by_question[ref]
            if _is_shared(one) and len(_sides(one)) > 1
            for side in (one.a, one.b)
        }
        yield from (one for one in atlas.answers.get(ref, ()) if one.key not in shared)


OTHER_PEOPLE = ("basis", "people-apart", "people-overlap")
"""Why the same choice in two documents may be two answers: another sense, or other people."""


def _is_shared(pair: Comparison) -> bool:
    """Whether both give one answer: one statement, or one choice of the same people and sense."""
    choices = isinstance(pair.a.given, Choice) and pair.says == "same"
    return says_the_same(pair) or (choices and pair.why not in OTHER_PEOPLE)


def letters(claims: Iterable[Claim]) -> Counter[str]:
    """The number of claims from each document, by its letter."""
    return Counter(claim.document.record.letter for claim in claims)


def per_document(claims: Iterable[Claim]) -> str:
    """The number of claims from each document as text, such as `I2 W1`, for the script that hides documents."""
    return " ".join(f"{letter}{count}" for letter, count in sorted(letters(claims).items()))
