"""Readings: the mark of an answer that is ours, since the words of its claim don't state it."""

from __future__ import annotations

from collections.abc import Collection

from generator.atlas.atlas import Answer
from generator.markup.escaping import Html, filled, tag, text_of
from generator.markup.paths import page_of
from generator.markup.writer import Desk


def reading(answers: Collection[Answer], desk: Desk) -> Html:
    """The mark of answers of one speaker that are our reading; "" if one is stated plainly.

    It leads to the first of them, where the reason stands, and says the reason itself.
    """
    if not all(one.reading for one in answers):
        return Html("")
    words, first = desk.wording.question, next(iter(answers))
    why = text_of(filled(words.reading, why=first.reading))
    place = desk.address(page_of(first.question), first.claim.id)
    return tag("a", words.as_read, class_="as-read", href=place, title=why)


def as_read(who: Html, answers: Collection[Answer], desk: Desk) -> Html:
    """A speaker, with that mark if it is due."""
    mark = reading(answers, desk)
    return filled(desk.wording.question.side_read, who=who, reading=mark) if mark else who
