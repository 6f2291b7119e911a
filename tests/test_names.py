"""Names: which entities have exactly this name."""

from __future__ import annotations

import pytest

from generator.atlas.names import index

NAMES = index(
    [
        ("Ada Okoro", "people/ada"),
        ("A. Okoro", "people/ada"),
        ("A. Okoro", "people/abel"),
        ("A. Okoro", "people/ada"),
        ("People’s  Guild", "units/guild"),
    ]
)


@pytest.mark.parametrize(
    ("name", "bearers"),
    [
        ("Ada Okoro", ("people/ada",)),
        (" Ada\u00a0Okoro ", ("people/ada",)),
        ("ada okoro", ()),
        ("Okoro", ()),
        ("A. Okoro", ("people/abel", "people/ada")),
        ("People's Guild", ("units/guild",)),
        ("", ()),
    ],
)
def test_who_has_a_name(name: str, bearers: tuple[str, ...]) -> None:
    """Spaces and marks are folded, letters and case are not; several are in order, each once."""
    assert NAMES.bearers(name) == bearers
