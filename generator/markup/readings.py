"""Readings: the mark of an answer that is our reading, because the claim's words don't state it."""

from __future__ import annotations

from collections.abc import Collection

from generator.atlas.atlas import Answer
from generator.markup.escaping import Html, filled, tag, text_of
from generator.markup.paths import page_of
from generator.markup.writer import Desk


def reading(answers: Collection[Answer], desk: Desk) -> Html:
    """The mark of one speaker's answers if they are our reading; "" if one is stated plainly.

    It links to the first of them, where the reason is given, and also gives the reason itself.
    """
    if not all(one.reading for one in answers):
        return Html("")
    words, first = desk.wording.question, next(iter(answers))
    why = text_of(filled(words.reading, why=first.reading))
    place = desk.address(page_of(first.question), first.claim.id)
    return tag("a", words.as_read, class_="as-read", href=place, title=why)


def as_read(who: Html, answers: Collection[Answer], desk: Desk) -> Html:
    """A speaker, with this mark if it applies."""
    mark = reading(answers, desk)
    return filled(desk.wording.question.side_read, who=who, reading=mark) if mark else who
