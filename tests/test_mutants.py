"""Mutants: mistakes planted in the real records, and the share of them that the rules refuse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.load.entries import Entries, Entry
from generator.load.project import load
from generator.rules import check
from tests.mutations import amounts, dates, facets, names, passages, speakers
from tests.mutations.specimens import Mutate, Specimen

ROOT = Path(__file__).parent.parent

ALL = (
    amounts.digit_in_quote,
    amounts.digit_in_statement,
    amounts.number_in_figure,
    amounts.operator,
    amounts.about,
    amounts.period,
    amounts.swapped_figures,
    amounts.bound_dropped,
    amounts.bound_added,
    speakers.a_stranger_credited,
    names.name_replaced,
    names.link_to_another,
    names.relation_to_another,
    passages.negation_dropped,
    passages.hedge_dropped,
    passages.cut_before_its_denial,
    passages.cut_in_a_word,
    passages.cut_in_a_number,
    dates.year_unheard_of,
    dates.day_by_one,
    dates.context_of_its_date_removed,
)
"""The kinds of mistakes of which every one is refused."""

MOST = (
    (speakers.own_voice, 0.92),  # in passing, or where the sentence credits nobody
    (speakers.cut_before_its_speaker, 0.95),
    (speakers.another_claimant, 0.95),  # both are named in one chain
    (speakers.credit_of_another_claim, 0.88),  # both are named in one sentence
    (dates.year_by_one, 0.92),  # the words give both years: "late 2011 and early 2012"
    (dates.month_by_one, 0.95),
    (dates.month_in_statement, 0.95),  # the words give both months: "in April and May"
)
"""The kinds of which some can't be told, each with the share that is refused at least."""


class Unknowable(NamedTuple):
    """A kind of mistake that no rule can catch: only a reader of the quotation sees it."""

    kind: str
    why: str
    mutate: Mutate | None = None


UNKNOWABLE = (
    Unknowable(
        "two names change places",
        "all the words are the quote's; who did it to whom is grammar, and a statement may turn the sentence round",
        names.names_swapped,
    ),
    Unknowable(
        "a relation is turned round",
        "where both ends are of one kind, only the sense tells which comes first",
        names.relation_reversed,
    ),
    Unknowable(
        "the messenger is credited in the source's place",
        "the crediting words name both, and grammar alone tells who spoke to whom",
        speakers.messenger_credited,
    ),
    Unknowable(
        "the quote is cut before its speaker, whom attributed_as keeps",
        "it is no mistake: most quotes stand beside their crediting words, and readers see both",
        speakers.speaker_left_beside,
    ),
    Unknowable(
        "a date becomes 'by' it",
        "the words for the time are free: 'in 2016' may say when it was so, or up to when it is counted",
        dates.by_a_date,
    ),
    Unknowable(
        "another population is counted",
        "the facets of a question are ours, and the words that they stand for are the documents'",
        facets.population_of_another,
    ),
    Unknowable(
        "what is announced or foretold is asserted",
        "'would' and 'will' tell of plans and of habits alike",
        facets.asserted,
    ),
    Unknowable(
        "a reason under inferred is a wrong one",
        "it is shown to readers because only they can judge it",
    ),
    Unknowable(
        "a note quotes the word and gives a wrong reason",
        "it is shown to readers because only they can judge it",
    ),
    Unknowable(
        "a statement says more than its quote in words that are no name, number, date or denial",
        "to know that a paraphrase goes too far is to understand both",
    ),
)


@pytest.fixture(scope="module")
def entries() -> Entries:
    """The real project, which loads without a problem."""
    found, problems = load(ROOT)
    assert found is not None
    assert problems == []
    return found


@pytest.fixture(scope="module")
def atlas(entries: Entries) -> Atlas:
    """The real project, joined."""
    return join(entries)


def _outcomes(entries: Entries, atlas: Atlas, mutate: Mutate) -> list[bool]:
    """For each fact that can be spoilt so: whether a rule refuses it."""
    spoilt = {
        entry.ref: Entry(entry.ref, changed, entry.path, entry.node, entry.home)
        for entry in entries.facts
        if (changed := mutate(Specimen(atlas.claims[entry.ref], atlas))) is not None
    }
    facts = tuple(spoilt.get(entry.ref, entry) for entry in entries.facts)
    problems = check(join(replace(entries, facts=facts)))
    places = {(one.place.path, one.place.line) for one in problems}
    starts = sorted((entry.path, entry.place().line) for entry in entries.facts)
    outcomes = []
    for entry in spoilt.values():
        path, start = entry.path, entry.place().line
        end = next((line for other, line in starts if other == path and line > start), 10**9)
        outcomes.append(any(p == path and start <= line < end for p, line in places))
    return outcomes


def _told(kind: str, outcomes: list[bool]) -> str:
    return f"{kind}: {sum(outcomes)} of {len(outcomes)} refused"


@pytest.mark.parametrize(("mutate", "share"), [*((one, 1.0) for one in ALL), *MOST])
def test_planted_mistakes_are_refused(
    entries: Entries, atlas: Atlas, mutate: Mutate, share: float
) -> None:
    """Of each kind of mistake the rules refuse at least the stated share; it is printed."""
    outcomes = _outcomes(entries, atlas, mutate)
    print(_told(mutate.__name__, outcomes))  # noqa: T201
    assert outcomes
    assert sum(outcomes) >= share * len(outcomes)


@pytest.mark.parametrize("unknowable", UNKNOWABLE, ids=lambda one: one.kind)
def test_what_no_rule_can_know_is_said(
    entries: Entries, atlas: Atlas, unknowable: Unknowable
) -> None:
    """The kinds that only a reader can catch are printed with the reason, and are not yet caught."""
    if unknowable.mutate is None:
        print(f"{unknowable.kind}: no rule can know; {unknowable.why}")  # noqa: T201
        return
    outcomes = _outcomes(entries, atlas, unknowable.mutate)
    print(f"{_told(unknowable.kind, outcomes)}; no rule can know: {unknowable.why}")  # noqa: T201
    assert outcomes
    assert not all(outcomes), "a rule does know: hold it among ALL or MOST"


def test_true_records_are_accepted(atlas: Atlas) -> None:
    """No rule is alarmed by the records as they are."""
    assert check(atlas) == []


def test_a_quotation_from_another_document_is_refused(entries: Entries) -> None:
    """Every fact that is moved to another document is refused, with the document's name."""
    homes = sorted({entry.home for entry in entries.facts})
    onward = dict(zip(homes, [*homes[1:], homes[0]], strict=True))
    moved = tuple(replace(entry, home=onward[entry.home]) for entry in entries.facts)
    places = {
        (one.place.path, one.place.line)
        for one in check(join(replace(entries, facts=moved)))
        if one.rule.startswith("quote-")
    }
    refused = [(entry.path, entry.place("quote", 0, "exact").line) in places for entry in moved]
    print(_told("moved to another document", refused))  # noqa: T201
    assert sum(refused) >= 0.98 * len(refused)
