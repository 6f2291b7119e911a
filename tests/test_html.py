"""The published pages are valid HTML, as the Nu checker judges it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import nu
from tests.leaves import Leaf, largest, sample
from tests.nu import Fault

THEME = {
    "a part of our policy that is newer than the checker": (
        'Unrecognised directive-name: "require-trusted-types-for"',
        "trusted-types attested",
    ),
}
"""Known faults of the theme, and of the checker: what it says, and the markup of which it says so."""

PLANTED = {
    "a paragraph in a link in a link": "<a href='#x'><p>a <a href='#x'>b</a></p></a>",
    "a list that holds a paragraph": "<ul><p>a</p></ul>",
    "an id used twice": "<p id='x'>a</p><p id='x'>b</p>",
    "a made-up attribute": "<p colour='red'>a</p>",
    "an unknown role": "<p role='nonsense'>a</p>",
}


@pytest.fixture(scope="module")
def chosen(leaves: list[Leaf]) -> list[str]:
    """A page of each kind, the largest too, some with each kind of element, some by chance."""
    by_chance = [leaf.path for leaf in leaves[:: max(1, len(leaves) // 40)]]
    shown = {leaf.path for leaf in (*sample(leaves), *largest(leaves))}
    return sorted({*shown, *by_chance, "404.html"})


@pytest.fixture(scope="module")
def faults(java: Path, site: Path, chosen: list[str]) -> list[Fault]:
    """Whatever the checker says of these pages."""
    return nu.check(java, site, chosen)


def _names(fault: Fault) -> Iterator[str]:
    """By which names a fault is known."""
    for name, (message, markup) in THEME.items():
        if message in fault.message and markup in fault.extract:
            yield name


def test_pages_are_valid(faults: list[Fault], chosen: list[str], leaves: list[Leaf]) -> None:
    """Neither an error nor a warning, but for what the theme is known for."""
    assert {leaf.kind for leaf in leaves} == {leaf.kind for leaf in leaves if leaf.path in chosen}
    assert [str(fault) for fault in faults if not list(_names(fault))] == []


def test_the_theme_still_has_its_faults(faults: list[Fault]) -> None:
    """What the theme has mended is no longer forgiven: take it off the list."""
    assert {name for fault in faults for name in _names(fault)} == set(THEME)


def test_the_checker_sees(java: Path, tmp_path: Path) -> None:
    """A fault that is planted is found, and a sound page is not blamed."""
    page = "<!doctype html><html lang=en><title>x</title><body>{}</body></html>"
    pages = {f"{number}.html": body for number, body in enumerate(["<p>a</p>", *PLANTED.values()])}
    for name, body in pages.items():
        (tmp_path / name).write_text(page.format(body), encoding="utf-8")
    found = nu.check(java, tmp_path, pages)
    assert {fault.page for fault in found} == set(pages) - {"0.html"}
