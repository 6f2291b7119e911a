"""Mistakes planted in true records: the rule that should notice each complains in the right place.

The records are specimens, in `tests/specimens/`: fictional, and never changed for another reason.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.load.entries import Entries
from generator.load.project import load
from generator.rules import check
from tests.mutations import dates, facets, names, passages, speakers, taken_for
from tests.mutations.documents import Rewrite
from tests.mutations.kinds import REWORDED, RULES, UNKNOWABLE, outcomes, reworded
from tests.mutations.specimens import Mutate
from tests.project import lay_out

SPECIMENS = Path(__file__).parent / "specimens"

ESCAPING: dict[Mutate, set[str]] = {
    speakers.own_voice: {"f-g000000a"},  # said in passing, of somebody's office
    speakers.cut_before_its_speaker: set(),
    speakers.another_claimant: {"f-n0000003"},  # the credit names both: one cites the other
    speakers.credit_of_another_claim: {"f-g0000009"},  # both speak in one sentence
    dates.year_by_one: {"f-p0000009"},  # the quote names both years
    dates.month_by_one: {"f-g000000e"},  # and both months
    dates.month_in_statement: {"f-g000000e"},
    taken_for.paragraph_before: {"f-n0000007"},  # only its speaker is missing there
    passages.cut_before_its_denial: {"f-g0000006"},  # the credit still has the denial
}
"""The specimens of which the words do not tell, by the kind of mistake."""

ACCEPTED: dict[Rewrite, set[str]] = {}
"""The wordings of a mistake that no rule knows."""

GUESSED: dict[Mutate, set[str]] = {
    names.relation_reversed: {"f-g000000a"},  # a body does not lead a person
    speakers.speaker_left_beside: {"f-g0000006"},  # the quotation loses its denial
    taken_for.time_as_that_of_saying: {"f-g0000008"},  # another date rests on it
    facets.asserted: {"f-g0000008"},  # what happens after its document was written is to come
}
"""The specimens that a rule refuses by luck, of kinds that it can't know."""


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> Entries:
    """The specimens, which load without a problem."""
    found, problems = load(lay_out(tmp_path_factory.mktemp("mutants") / "project", SPECIMENS))
    assert found is not None
    assert problems == []
    return found


@pytest.fixture(scope="module")
def atlas(entries: Entries) -> Atlas:
    """The specimens, joined."""
    return join(entries)


def test_true_records_are_accepted(atlas: Atlas) -> None:
    """No rule is alarmed by the specimens as they are."""
    assert check(atlas) == []


@pytest.mark.parametrize("spoil", RULES, ids=lambda spoil: spoil.__name__)
def test_planted_mistakes_are_refused(entries: Entries, atlas: Atlas, spoil: Mutate) -> None:
    """The rule that should refuse it complains at the fact, except for the specimens named above."""
    found = outcomes(entries, atlas, spoil)
    assert len(found) > 1
    escaped = {one.fact for one in found if not one.refused_by(RULES[spoil])}
    assert escaped == ESCAPING.get(spoil, set())


@pytest.mark.parametrize("spoil", UNKNOWABLE, ids=lambda spoil: spoil.__name__)
def test_what_no_rule_can_know(entries: Entries, atlas: Atlas, spoil: Mutate) -> None:
    """These kinds are not refused, but for the specimens named above: else a rule does know."""
    found = outcomes(entries, atlas, spoil)
    assert found
    assert {one.fact for one in found if one.rules} == GUESSED.get(spoil, set())


@pytest.mark.parametrize("rewrite", REWORDED, ids=lambda rewrite: rewrite.__name__)
def test_other_wordings_are_refused(entries: Entries, atlas: Atlas, rewrite: Rewrite) -> None:
    """Each wording is planted, and refused by a rule that should, but for those named above."""
    kind = REWORDED[rewrite]
    found = reworded(entries, atlas, rewrite)
    assert {one.words for one in found} >= set(kind.usual)
    assert {one.words for one in found if not kind.rules & one.rules} == ACCEPTED.get(
        rewrite, set()
    )


def test_a_quotation_from_another_document_is_refused(entries: Entries, atlas: Atlas) -> None:
    """For a fact that is moved to another document, the message says where its quotation is."""
    homes = sorted(atlas.documents)
    onward = dict(zip(homes, [*homes[1:], homes[0]], strict=True))
    moved = tuple(replace(entry, home=onward[entry.home]) for entry in entries.facts)
    told = {
        (problem.place.path, problem.place.line)
        for problem in check(join(replace(entries, facts=moved)))
        if problem.rule == "quote-elsewhere"
    }
    assert told >= {(one.path, one.place("quote", 0, "exact").line) for one in moved}
