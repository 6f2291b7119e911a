"""The kinds of mistakes in a record: which rules should refuse each, or why none can.

A program can't plant three more kinds of mistakes: a wrong reason under `inferred`, a note that
quotes the word and gives a wrong reason, and a statement that says more than its quote in words
other than names, numbers, dates or denials. Readers are shown all three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.config.language import Language
from generator.load.entries import Entries
from generator.rules import FOLLOWS_FROM, check
from generator.rules.bounds import NONE
from tests.mutations import amounts, dates, facets, names, passages, rewording, speakers, taken_for
from tests.mutations import wordings as usual
from tests.mutations.documents import Rewrite, planted, with_documents
from tests.mutations.specimens import Mutate, Specimen

RULES: dict[Mutate, str] = {
    amounts.digit_in_quote: "quote-number",
    amounts.digit_in_statement: "number-not-in-quote",
    amounts.number_in_figure: "figure",
    amounts.operator: "figure",
    amounts.about: "figure",
    amounts.period: "figure",
    amounts.swapped_figures: "figure",
    amounts.bound_dropped: "bound",
    amounts.bound_added: "bound",
    speakers.a_stranger_credited: "attribution",
    speakers.another_claimant: "attribution",
    speakers.credit_of_another_claim: "attribution",
    speakers.own_voice: "own-voice",
    speakers.cut_before_its_speaker: "own-voice",
    names.name_replaced: "name-not-in-quote",
    names.link_to_another: "name-not-in-quote",
    names.relation_to_another: "name-not-in-quote",
    passages.negation_dropped: "negation",
    passages.hedge_dropped: "hedge",
    passages.cut_before_its_denial: "denial-cut-off",
    passages.cut_in_a_word: "quote-cut",
    passages.cut_in_a_number: "quote-cut",
    dates.year_unheard_of: "date-not-in-quote",
    dates.year_by_one: "date-not-in-quote",
    dates.month_by_one: "date-not-in-quote",
    dates.day_by_one: "date-not-in-quote",
    dates.month_in_statement: "date-not-in-quote",
    dates.context_of_its_date_removed: "date-not-in-quote",
    taken_for.paragraph_before: "name-not-in-quote or number-not-in-quote",
    taken_for.year_for_figure: "figure",
    taken_for.name_merged: "name-not-in-quote",
}
"""Each kind of mistake, and the rule that is to refuse it, or one of two."""

UNKNOWABLE: dict[Mutate, str] = {
    names.names_swapped: (
        "all the words are the quote's; who did it to whom is grammar, and a statement may turn "
        "the sentence round"
    ),
    names.relation_reversed: (
        "where both ends are of one kind, only the sense tells which comes first"
    ),
    speakers.messenger_credited: (
        "the crediting words name both, and grammar alone tells who spoke to whom"
    ),
    speakers.speaker_left_beside: (
        "it is no mistake: most quotes stand beside their crediting words, and readers see both"
    ),
    dates.by_a_date: (
        "the words for the time are free: 'in 2016' may say when it was so, or up to when it is "
        "counted"
    ),
    facets.population_of_another: (
        "the facets of a question are ours, and the words that they stand for are the documents'"
    ),
    facets.asserted: "'would' and 'will' tell of plans and of habits alike",
    taken_for.time_of_saying: (
        "one sentence has both, and grammar alone tells which of the two its time belongs to"
    ),
    taken_for.time_as_that_of_saying: (
        "one sentence has both, and grammar alone tells which of the two its time belongs to"
    ),
    taken_for.denial_asserted: (
        "that something is not so can be asserted, or said to deny what others say"
    ),
}
"""The kinds that only a reader of the quotation can catch, and why."""


_Listed = Callable[[Language], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Rewording:
    """The usual wordings of a mistake, those that the rules know, and the rules that are to refuse it."""

    usual: tuple[str, ...]
    listed: _Listed
    rules: frozenset[str]


def _bounds(language: Language) -> tuple[str, ...]:
    bounds = (said for name, said in language.operators.items() if name != NONE)
    return (*(phrase for said in bounds for phrase in said), *language.about)


def _said_by_reed(language: Language) -> tuple[str, ...]:
    return tuple(f"Reed {word} that" for word in language.reporting_a_clause)


REWORDED: dict[Rewrite, Rewording] = {
    rewording.bound_outside: Rewording(
        usual.BOUNDS, _bounds, frozenset(("amount-cut-off", "quote-cut", "hedge-cut-off"))
    ),
    rewording.number_cut: Rewording(
        usual.CUTS, lambda _: (), frozenset(("amount-cut-off", "quote-cut"))
    ),
    rewording.label_for_figure: Rewording(usual.LABELS, lambda _: (), frozenset(("figure",))),
    rewording.hedge_outside: Rewording(
        usual.HEDGES,
        lambda language: language.hedges,
        frozenset(("hedge-cut-off", "clause-cut-off", "own-voice")),
    ),
    rewording.denial_reworded: Rewording(
        usual.DENIALS, lambda language: language.negations, frozenset(("negation",))
    ),
    rewording.intent_told_as_done: Rewording(
        usual.INTENTS,
        lambda language: tuple(one for one in language.intents if one.endswith(" to")),
        frozenset(("intent",)),
    ),
    rewording.speaker_outside: Rewording(
        usual.SPEAKERS, _said_by_reed, frozenset(("own-voice", "clause-cut-off"))
    ),
    rewording.speaker_inside: Rewording(usual.SPEAKERS, _said_by_reed, frozenset(("own-voice",))),
}
"""Kinds of mistakes that are planted in documents too, in many wordings."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A spoilt fact, the rules that complain of it where it stands, and the wording if it has one."""

    fact: str
    rules: frozenset[str]
    words: str = ""

    def refused_by(self, rule: str) -> bool:
        """Whether a rule complains of it, or one from whose complaint that of the rule would follow.

        For "a or b", either will do.
        """
        wanted = set(rule.split(" or "))
        return any(wanted & {one, *FOLLOWS_FROM.get(one, ())} for one in self.rules)


def outcomes(entries: Entries, atlas: Atlas, spoil: Mutate) -> tuple[Outcome, ...]:
    """What the rules say of each fact that can be spoilt so, in the order of the files.

    All are spoilt at once: no rule looks from one fact to another for what is planted here.
    """
    spoilt = {
        entry.ref: replace(entry, record=changed)
        for entry in entries.facts
        if (changed := spoil(Specimen(atlas.claims[entry.ref], atlas))) is not None
    }
    facts = tuple(spoilt.get(entry.ref, entry) for entry in entries.facts)
    problems = check(join(replace(entries, facts=facts)))
    starts = sorted((entry.path, entry.place().line) for entry in entries.facts)
    found = []
    for entry in spoilt.values():
        path, start = entry.path, entry.place().line
        end = min((line for other, line in starts if other == path and line > start), default=None)
        here = {
            problem.rule
            for problem in problems
            if problem.place.path == path
            and start <= problem.place.line
            and (end is None or problem.place.line < end)
        }
        found.append(Outcome(entry.ref, frozenset(here)))
    return tuple(found)


def reworded(entries: Entries, atlas: Atlas, rewrite: Rewrite) -> tuple[Outcome, ...]:
    """What the rules say of each mistake that can be planted so, in each wording."""
    kind = REWORDED[rewrite]
    words = tuple(dict.fromkeys((*kind.usual, *kind.listed(atlas.config.language))))
    true = [Specimen(claim, atlas) for claim in atlas.claims.values()]
    places = {entry.ref: entry for entry in entries.facts}
    found = list(planted(true, rewrite, words))
    spoilt, facts = with_documents(entries, [(places[one.true.fact.id], one) for one in found])
    rules: defaultdict[str, set[str]] = defaultdict(set)
    for problem in check(join(spoilt)):
        rules[problem.place.path].add(problem.rule)
    return tuple(
        Outcome(one.true.fact.id, frozenset(rules[fact.path]), one.words)
        for one, fact in zip(found, facts, strict=True)
    )
