"""The atlas knows the claims of each reference, and tells the answers to a question apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.atlas.atlas import Atlas, Maker
from generator.check import check
from generator.records import Choice, Figure
from generator.records.ledger import Seen
from generator.records.references import RECORD_KINDS, kind_of, slug_of
from tests.made_up import MadeUp, claim, made_up
from tests.project import lay_out


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The atlas of the fictional project."""
    made = check(lay_out(tmp_path_factory.mktemp("atlas") / "project")).atlas
    assert made is not None
    return made


def test_a_title_is_told_apart_from_its_equal() -> None:
    """By what tells the two documents apart; one that no other has is the title alone."""
    documents: dict[str, MadeUp] = {
        f"of_{year}": {
            "title": "Tolls",
            "dates": [{"of": "published", "date": year, "as_stated": year}],
        }
        for year in ("1903", "1904")
    }
    atlas = made_up({"bells/a": {}}, documents={**documents, "bells": {"title": "Bells"}})
    titles = [atlas.title(f"sources/{name}") for name in ("of_1903", "of_1904", "bells")]
    assert titles == ["Tolls (1903)", "Tolls (1904)", "Bells"]


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


@pytest.fixture(scope="module")
def small() -> Atlas:
    """Two claims with speakers, a person, a question without answers and a document without facts."""
    asked: MadeUp = {"title": "How many came?", "unit": "person"}
    return made_up(
        {
            "report/a": {"attributed_to": ["a guard", "people/ada"]},
            "report/b": {"attributed_to": "people/ada"},
        },
        entities={"people/ada": {"name": "Ada Okoro"}},
        questions={"came": asked},
        documents={"letter": {"title": "A letter to the guild", "short": "Letter"}},
    )


def test_a_record_has_a_name(small: Atlas) -> None:
    """An entity its own, a question its title, a document its label; what is unknown has none."""
    refs = ("people/ada", "questions/came", "sources/letter")
    assert [small.name(ref) for ref in refs] == ["Ada Okoro", "How many came?", "Letter"]
    assert all(small.knows(ref) for ref in refs)
    for ref in ("people/edo", "questions/ada", "sources/came"):
        assert not small.knows(ref)
        with pytest.raises(KeyError):
            small.name(ref)


def test_a_maker_is_an_entity_or_words(small: Atlas) -> None:
    """Only one with a record has a page to lead to."""
    assert small.maker("people/ada") == Maker("people/ada", "Ada Okoro")
    assert small.maker("Ada Okoro") == Maker(None, "Ada Okoro")
    assert small.maker("people/edo") == Maker(None, "people/edo")


def test_a_claimant_is_the_one_of_the_key(small: Atlas) -> None:
    """Not another who speaks in the same claim."""
    for key in ("people/ada", "sources/report a guard"):
        assert small.claimant(key).key == key


def test_when_a_claim_was_seen(small: Atlas) -> None:
    """By the ledger; a claim that is not there, and a change, are of the present version."""
    released = small.config.site.released
    one, other = claim(small, "a"), claim(small, "b")
    assert small.seen(one) == Seen(released, released, one.digest)
    kept = Seen("1901-01-01", "1902-02-02", one.digest)
    atlas = replace(small, ledger={one.id: kept, other.id: replace(kept, digest="before")})
    assert atlas.seen(one) == kept
    assert atlas.seen(other) == Seen("1901-01-01", released, other.digest, ("1902-02-02",))


def test_a_reference_without_claims_has_none(small: Atlas) -> None:
    """A question that nobody answers, a document that no fact is of, an entity that is not there."""
    for ref in ("questions/came", "sources/letter", "people/edo"):
        assert small.claims_of(ref) == ()
