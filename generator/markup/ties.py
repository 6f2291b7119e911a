"""A tie as a sentence: "Ada Okoro commanded the Wend Guild"."""

from __future__ import annotations

from collections.abc import Iterable

from generator.atlas.atlas import Claim
from generator.markup.escaping import Html, escape, filled, joined
from generator.markup.inline import beginning
from generator.markup.writer import Desk
from generator.records import Relation


def tie_said(desk: Desk, tie: Relation, *, first: bool = False, timeless: bool = False) -> Html:
    """What a tie says, with its time; "" for a relation that is too vague by itself.

    `first` is for the beginning of a sentence, and `timeless` leaves the time out.
    """
    words = desk.atlas.config.vocabulary.relations[tie.relation]
    several = words.says_of_several and desk.atlas.is_plural(tie.subject)
    says = words.says_of_several if several else words.says
    if says is None:
        return Html("")
    said = filled(says, subject=desk.named(tie.subject), object=desk.named(tie.object))
    said = beginning(said) if first else said
    return said if timeless else _in_time(said, tie, desk)


def tie_line(desk: Desk, tie: Relation, claims: Iterable[Claim], *, timeless: bool = False) -> Html:
    """A tie on a separate line: as a sentence, if that says what all of these claims say."""
    sentence = tie_said(desk, tie, first=True, timeless=timeless)
    if sentence and all(claim.fact.modality == "asserted" for claim in claims):
        return sentence
    label = desk.atlas.config.vocabulary.relations[tie.relation].label.lower()
    subject, object_ = desk.link(tie.subject), desk.named(tie.object)
    said = filled(desk.wording.entity.tie, subject=subject, label=label, object=object_)
    return said if timeless else _in_time(said, tie, desk)


def _in_time(said: Html, tie: Relation, desk: Desk) -> Html:
    """The words for a tie, with its time if its record gives one."""
    span = desk.span(tie)
    return joined(", ", [said, escape(span)]) if span else said
