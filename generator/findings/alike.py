"""Which claims say the same thing and can share a line, as far as the records show.

Claims say the same thing if they have the same words; if each of them says nothing but the same
tie, or the same answer to one question; or if the records say that one repeats the other. A denial,
a prediction, a hedge, another time or another population keeps claims apart.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from generator.atlas.atlas import Answer, Atlas, Claim
from generator.atlas.prose import Link
from generator.config.config import Config
from generator.findings.compare import Comparison
from generator.findings.groups import Groups
from generator.findings.saying import is_one_statement
from generator.findings.timing import happened
from generator.records import Choice, Figure, Relation
from generator.text.folding import fold_line

ROLE = "role"
"""The type of claims that say who had what role."""

WORD = re.compile(r"\w+")


def alike(atlas: Atlas, by_fact: Mapping[str, Sequence[Comparison]]) -> dict[str, str]:
    """For every fact that says the same thing as others, the first of them in document order."""
    groups = Groups(atlas.claims)
    for pair in (one for found in by_fact.values() for one in found):
        if says_the_same(pair) and _is_one_answer(pair, atlas.config):
            groups.unite(pair.a.claim.id, pair.b.claim.id)
    for fact, others in atlas.related.items():
        for other in others:
            if other.how == "repeats" and _may_repeat(fact, other.fact, atlas):
                groups.unite(fact, other.fact)
    stated: dict[Hashable, str] = {}
    for fact, claim in atlas.claims.items():
        for statement in statements(claim, atlas.config):
            groups.unite(stated.setdefault(statement, fact), fact)
    firsts = {fact: groups.first(fact) for fact in atlas.claims}
    shared = {first for fact, first in firsts.items() if first != fact}
    return {fact: first for fact, first in firsts.items() if first in shared}


def says_the_same(comparison: Comparison) -> bool:
    """Whether two answers make one statement, by what they say or because one fact repeats the other.

    A shared speaker or origin is not enough, since one speaker may say several things.
    """
    if comparison.outcome == "agree" or comparison.why == "repeats":
        return True
    if comparison.says != "same" or comparison.why not in ("same-speaker", "same-origin"):
        return False
    a, b = comparison.a, comparison.b
    return isinstance(a.given, Figure) or is_one_statement(a.claim, b.claim)


def only_tie(claim: Claim, config: Config) -> Relation | None:
    """The tie that is all a claim says; None if it says anything else, or expresses a doubt.

    In "the commander of the band of the crew", "of the crew" does not count as a second tie: it
    only says which band.
    """
    fact = claim.fact
    if fact.modality != "asserted" or fact.figures or fact.choices or is_doubtful(claim, config):
        return None
    objects = {tie.object for tie in fact.relations}
    parts = {
        name for name, words in config.vocabulary.relations.items() if words.hierarchy == "parts"
    }
    told = [
        tie for tie in fact.relations if tie.relation not in parts or tie.subject not in objects
    ]
    return told[0] if len(told) == 1 else None


def is_doubtful(claim: Claim, config: Config) -> bool:
    """Whether a claim is hedged or negated in its words."""
    return bool(config.language.hedge.search(claim.words)) or bool(
        config.language.negation.search(claim.words)
    )


def only_answer(claim: Claim, atlas: Atlas) -> Answer | None:
    """The answer that is all a claim says; None if it says anything else."""
    answers = (one for some in atlas.answers_of.get(claim.id, {}).values() for one in some)
    own = {
        one.key: one for one in answers
    }  # an answer to a narrower question also answers the broader one
    return next(iter(own.values())) if _things_said(claim) == len(own) == 1 else None


def _is_one_answer(pair: Comparison, config: Config) -> bool:
    """Whether two claims say nothing but one answer, in the same manner."""
    one, two = pair.a.claim, pair.b.claim
    return (
        one.fact.modality == two.fact.modality
        and value_of(pair.a.given) == value_of(pair.b.given)
        and all(_things_said(claim) == 1 and not is_doubtful(claim, config) for claim in (one, two))
    )


def _things_said(claim: Claim) -> int:
    fact = claim.fact
    return len(fact.figures) + len(fact.choices) + len(fact.relations)


def _may_repeat(fact: str, other: str, atlas: Atlas) -> bool:
    """Whether two claims that a record calls a repetition are made in the same manner, with equal answers."""
    one, two = atlas.claims.get(fact), atlas.claims.get(other)
    if one is None or two is None or one.fact.modality != two.fact.modality:
        return False
    return all(
        _values(answers) == _values(atlas.answers_of.get(other, {})[question])
        for question, answers in atlas.answers_of.get(fact, {}).items()
        if question in atlas.answers_of.get(other, {})
    )


def _values(answers: Iterable[Answer]) -> set[Hashable]:
    """What answers say, and about whom, whatever their words."""
    return {value_of(one.given) for one in answers}


def value_of(given: Figure | Choice) -> Hashable:
    """What an answer says, and about whom, whatever its words."""
    if isinstance(given, Figure):
        amount = (
            given.operator,
            getattr(given, given.operator),
            given.unit,
            given.currency,
            given.per,
        )
        return (*amount, given.about, given.estimated, given.population, given.basis)
    return (given.choice, given.denies, given.population, given.basis)


def statements(claim: Claim, config: Config) -> Iterator[Hashable]:
    """What a claim states, in forms that another claim may share: its words, its only tie."""
    fact = claim.fact
    ties = frozenset((one.subject, one.relation, one.object) for one in fact.relations)
    values = frozenset(map(value_of, fact.figures)) | frozenset(map(value_of, fact.choices))
    words = fold_line(claim.words).casefold()
    yield "words", words, fact.modality, _times(claim), claim.spoken_of, ties, values
    tie = only_tie(claim, config)
    if tie:
        ends = frozenset(end for one in fact.relations for end in (one.subject, one.object))
        span = tuple(date.text if date else "" for date in (tie.from_, tie.to))
        beside = claim.spoken_of - ends
        own = frozenset() if is_told_by(tie, claim, config) else _own_words(claim, config)
        yield "tie", tie.subject, tie.relation, tie.object, span, _times(claim), beside, own


def is_told_by(tie: Relation, claim: Claim, config: Config) -> bool:
    """Whether a claim's only tie covers everything that the claim says.

    It does in a claim about who had what role, unless the relation is too vague: "held office" does
    not name the office. In other claims the tie is only a part.
    """
    relation = config.vocabulary.relations.get(tie.relation)
    return claim.fact.type == ROLE and relation is not None and relation.says is not None


def _own_words(claim: Claim, config: Config) -> frozenset[str]:
    """The words of a statement that are neither links nor mere links between words."""
    told = "".join(" " if isinstance(one, Link) else one.words for one in claim.statement)
    words = WORD.findall(fold_line(told).casefold())
    return frozenset(words) - frozenset(config.language.linking)


def _times(claim: Claim) -> Hashable:
    """What time a claim is about, as far as that is stated or concluded for the claim itself."""
    when, stated = happened(claim), claim.fact.when_as_stated or ""
    known = when.date.text if when and when.known != "by-document" else ""
    return known, fold_line(stated).casefold()
