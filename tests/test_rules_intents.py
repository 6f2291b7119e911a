"""The rule about intents: what is tried, planned or expected is not told as done."""

from __future__ import annotations

import pytest

from generator.rules.intents import intents_are_kept
from tests.made_up import complaints, made_up


@pytest.mark.parametrize(
    ("quote", "statement", "kept"),
    [
        ("Reed tried to seize the bell", "Reed seized the bell.", False),
        ("Reed tried to seize the bell", "Reed captured the bell.", False),
        ("Reed tried to seize the bell", "Reed sought to seize the bell.", True),
        ("Yesterday, Reed tried to seize the bell", "Reed seized the bell.", False),
        ("Ada and Reed tried to seize the bell", "Reed seized the bell.", False),
        ("Reed threatened to leave", "Reed left.", False),
        ("Reed threatened to burn the mill", "Reed burned it.", False),
        ("Reed hoped to marry", "Reed married.", False),
        ("Reed threatened to sue the guild", "Reed sued it.", False),
        ("Reed planned to give up the mill", "Reed came up.", True),
        ("Reed threatened to leave", "Reed threatened to leave.", True),
        ("Prices are expected to fall", "Prices fell.", False),
        ("Prices are expected to fall", "Prices will fall.", True),
        ("Reed was to become mayor", "Reed became mayor.", False),
        ("The council ordered Reed to sell the mill", "Reed sold the mill.", False),
        ("The council ordered Reed to sell the mill", "The council gave Reed an order.", True),
        ("Reed, who tried to seize the bell, was a miller", "Reed was a miller.", True),
        ("Reed tried to seize the bell and fled to the mill", "Reed fled to the mill.", True),
        ("Reed offered to the guild a new bell", "Reed gave the guild a bell.", True),
        ("Reed agreed to terms", "Reed met the guild.", True),
        ("Reed was to blame", "Reed took the blame.", True),
        ("Planned to the last day, the feast was held", "The feast was held.", True),
    ],
)
def test_intents(quote: str, statement: str, kept: bool) -> None:
    """A statement about what is intended has a word of intent, of doubt, or "will"."""
    atlas = made_up({"report/a": {"quote": quote, "statement": statement}})
    assert complaints(intents_are_kept, atlas) == ([] if kept else ["report/a statement: intent"])


def test_each_statement_is_looked_at() -> None:
    """One that says too much does not hide another."""
    told = {"quote": "Reed tried to sell the mill", "statement": "Reed sold the mill."}
    atlas = made_up({"report/a": told, "report/b": told})
    found = complaints(intents_are_kept, atlas)
    assert found == ["report/a statement: intent", "report/b statement: intent"]


def test_a_note_explains_an_intent() -> None:
    """It quotes the word, and nothing else does."""
    told = {"quote": "Reed wanted to sell the mill", "statement": "Reed sold the mill."}
    for note, found in (("The quote's “wanted to” is polite.", 0), ("It is polite.", 1)):
        atlas = made_up({"report/a": {**told, "note": note}})
        assert len(complaints(intents_are_kept, atlas)) == found
