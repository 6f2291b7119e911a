"""Readings: the mark of an answer that is our reading, because the claim's words don't state it."""

from __future__ import annotations

from collections.abc import Collection

from generator.atlas.atlas import Answer
from generator.markup.escaping import Html, filled, tag, text_of
from generator.markup.paths import page_of
from generator.markup.writer import Desk


def reading(answers: Collection[Answer], desk: Desk) -> Html:
    """The mark of answers that are all our reading; "" if one is stated plainly.

    It links to the first of them, where the reason is given. It also gives the reason itself, unless
    the others have other reasons.
    """
    if not all(one.reading for one in answers):
        return Html("")
    words, first = desk.wording.question, next(iter(answers))
    same = len({one.reading for one in answers}) == 1
    why = text_of(filled(words.reading, why=first.reading)) if same else None
    place = desk.address(page_of(first.question), first.claim.id)
    return tag("a", words.as_read, class_="as-read", href=place, title=why)


def as_read(who: Html, answers: Collection[Answer], desk: Desk) -> Html:
    """A speaker, with this mark if it applies."""
    mark = reading(answers, desk)
    return filled(desk.wording.question.side_read, who=who, reading=mark) if mark else who


def answer_as_read(answer: Html, answers: Collection[Answer], desk: Desk) -> Html:
    """An answer, with that mark if it is our reading of all claims."""
    mark = reading(answers, desk)
    words = desk.wording.question
    return filled(words.answer_read, answer=answer, reading=mark) if mark else answer
