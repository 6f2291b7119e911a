"""Pages written by hand: their title is read as MkDocs reads it, and they get their end."""

from __future__ import annotations

import pytest

from generator.pages.render import title_of


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('---\ntitle: "About"\n---\n\nText.\n', "About"),
        ("---\ntitle: About\n---\n", "About"),
        ("---\nhide: toc\ntitle: 'Who says \"what\"'\n---\nText.\n", 'Who says "what"'),
        ('---\ntitle: "Rome &#38; Wend"\n---\n', "Rome & Wend"),
        ("---\ntitle: >-\n  In two\n  lines\n---\n", "In two lines"),
        ("---\nhide: toc\n---\n# About\n", ""),
        ("---\ntitle: [\n---\n", ""),
        ("# About\n", ""),
        ("", ""),
    ],
)
def test_the_title_of_a_page_written_by_hand(written: str, title: str) -> None:
    """It is the one of the front matter, however YAML writes it; a page may have none."""
    assert title_of(written) == title
