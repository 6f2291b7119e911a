"""References name records, and the atlas knows the claims of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.atlas.atlas import Atlas
from generator.build import check
from generator.records.references import (
    ENTITY_KINDS,
    RECORD_KINDS,
    entity_kind_of,
    is_entity,
    kind_of,
    slug_of,
)
from tests.project import lay_out


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The atlas of the fictional project."""
    made = check(lay_out(tmp_path_factory.mktemp("references") / "project")).atlas
    assert made is not None
    return made


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_a_reference_is_a_kind_and_a_slug(kind: str) -> None:
    """Both are read from it; only people, units and topics are entities."""
    ref = f"{kind}/ada-okoro"
    assert (kind_of(ref), slug_of(ref)) == (kind, "ada-okoro")
    assert is_entity(ref) == (kind in ENTITY_KINDS)


@pytest.mark.parametrize("text", ["the guild", "peoples/ada-okoro", "questions/crowd"])
def test_other_texts_name_no_entity(text: str) -> None:
    """Plain words, an unknown kind and a question are no entities."""
    assert not is_entity(text)
    with pytest.raises(KeyError):
        entity_kind_of(text)


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
