"""References name records: a kind, and a slug."""

from __future__ import annotations

import pytest

from generator.records.references import (
    ENTITY_KINDS,
    RECORD_KINDS,
    entity_kind_of,
    is_entity,
    kind_of,
    slug_of,
)


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
