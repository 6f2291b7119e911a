"""Leads: how fully the first answers to a question are told, so that they are soon read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.findings.findings import find_out
from generator.markup import leads
from generator.markup.escaping import Html
from generator.markup.leads import FULLY, IN_BRIEF, IN_SHORT, lead
from generator.markup.sides import NOTHING, SideLine
from generator.markup.voices import Telling
from generator.markup.writer import Desk
from tests.made_up import made_up

SAYS = {"choices": [{"answers": "questions/stay", "choice": "stayed"}], "type": "event"}
STAY = {"title": "Did they stay?", "choices": {"stayed": "They stayed", "left": "They left"}}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((72, 50, 40), 72),
        ((73, 72, 40), 72),
        ((73, 73, 72), 72),
        ((90, 80, 75), 75),  # no way is short enough, and there is no side to leave out
        ((90, 75, 80), 75),
        ((75, 80, 90), 75),
    ],
)
def test_the_fullest_way_that_is_short_enough(
    words: tuple[int, ...], told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each way has so many words; if none is short enough, the shortest is taken."""
    lengths = dict(zip((FULLY, IN_SHORT, IN_BRIEF), words, strict=True))

    def lines(_: object, ref: str, desk: Desk, telling: Telling) -> Iterator[SideLine]:
        del ref, desk
        answer = Html(" ".join(["word"] * lengths[telling]))
        yield SideLine(answer, answer, NOTHING, opposed=False, sentence=answer)

    monkeypatch.setattr(leads, "_lines", lines)
    atlas = made_up({"report/a": SAYS}, questions={"stay": STAY})
    (line,) = lead(Desk(atlas, find_out(atlas), "index.md"), "questions/stay").lines
    assert len(line.answer.split()) == told
