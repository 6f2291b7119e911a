"""The atlas knows the claims of each reference, and tells the answers to a question apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.atlas.atlas import Atlas
from generator.check import check
from generator.records import Choice, Figure
from generator.records.references import RECORD_KINDS, kind_of, slug_of
from tests.project import lay_out


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The atlas of the fictional project."""
    made = check(lay_out(tmp_path_factory.mktemp("atlas") / "project")).atlas
    assert made is not None
    return made


def test_every_reference_is_of_one_kind(atlas: Atlas) -> None:
    """The kinds share out all references, and the folders of the content are the kinds."""
    shared_out = [ref for kind in RECORD_KINDS for ref in atlas.of_kind(kind)]
    assert sorted(shared_out) == [*atlas.refs]
    assert all(
        (Path(ref).parent.name, Path(ref).name) == (kind_of(ref), slug_of(ref))
        for ref in shared_out
    )


def test_the_claims_of_a_reference(atlas: Atlas) -> None:
    """Claims that mention an entity, answer a question or are drawn from a document; each once."""
    for ref in atlas.refs:
        answering = {one.claim.id for one in atlas.answers.get(ref, ())}
        expected = [
            claim.id
            for claim in atlas.claims.values()
            if ref in claim.mentions or ref == claim.source or claim.id in answering
        ]
        assert sorted(one.id for one in atlas.claims_of(ref)) == sorted(expected)


def test_a_figure_and_a_choice_of_one_fact_are_two_answers(atlas: Atlas) -> None:
    """The key of an answer says which of the two it is, and each answer has a key of its own."""
    for answers in atlas.answers.values():
        assert len({one.key for one in answers}) == len(answers)
    every = [one for answers in atlas.answers.values() for one in answers]
    figure = next(one for one in every if isinstance(one.given, Figure))
    choice = next(one for one in every if isinstance(one.given, Choice))
    assert replace(figure, given=choice.given).key != figure.key
