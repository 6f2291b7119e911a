"""The atlas finds the answers to questions from either end: by fact and by entity."""

from __future__ import annotations

import pytest

from generator.atlas.atlas import Atlas
from generator.build import check
from tests.project import lay_out


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The atlas of the fictional project."""
    made = check(lay_out(tmp_path_factory.mktemp("join") / "project")).atlas
    assert made is not None
    return made


def test_the_answers_of_a_fact(atlas: Atlas) -> None:
    """Each fact has its answers to each question, in a narrower question as in the broader."""
    for fact in atlas.claims:
        expected = {
            question: own
            for question, answers in atlas.answers.items()
            if (own := tuple(one for one in answers if one.claim.id == fact))
        }
        assert atlas.answers_of.get(fact, {}) == expected
    assert any(len(asked) > 1 for asked in atlas.answers_of.values()), "no narrower question"


def test_the_questions_about_an_entity(atlas: Atlas) -> None:
    """An entity has each question of which it is a topic, or that facts about it answer.

    They stand in order, each with the answers of these facts.
    """
    without_answers = 0
    for ref in atlas.entities:
        expected = {}
        for question, entry in sorted(atlas.questions.items()):
            answers = atlas.answers.get(question, ())
            own = tuple(one for one in answers if ref in one.claim.mentions)
            if own or ref in entry.record.topics:
                expected[question] = own
                without_answers += not own
        found = atlas.asked_about.get(ref, {})
        assert list(found.items()) == list(expected.items()), ref
    assert without_answers, "no topic of a question that its answers do not mention"
