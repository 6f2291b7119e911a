"""Readings: that an answer is ours, since the words of its claim don't state it."""

from __future__ import annotations

from collections.abc import Collection

from generator.atlas.atlas import Answer
from generator.markup.escaping import Html, escape, filled
from generator.markup.paths import page_of
from generator.markup.writer import Desk
from generator.records import Figure


def reading(answers: Collection[Answer], desk: Desk) -> Html:
    """That answers of one speaker are our reading, or some are; "" if none is.

    It is a link to the first of them, where the reason stands. An amount is shown with its words.
    """
    words, read = desk.wording.question, [one for one in answers if one.reading]
    if not read:
        return Html("")
    first, given = read[0], read[0].given
    if len(read) < len(answers):
        said = escape(words.read_in_part)
    elif len(read) == 1 and isinstance(given, Figure) and given.operator != "words":
        said = filled(words.read_from, stated=given.as_stated)
    else:
        said = escape(words.as_read)
    return desk.to(page_of(first.question), said, first.claim.id, "as-read")


def as_read(who: Html, answers: Collection[Answer], desk: Desk) -> Html:
    """A speaker, with that mark if it is due."""
    mark = reading(answers, desk)
    return filled(desk.wording.question.side_read, who=who, reading=mark) if mark else who
