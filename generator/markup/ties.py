"""A tie as a sentence: "Ada Okoro commanded the Wend Guild"."""

from __future__ import annotations

from generator.markup.escaping import Html, escape, filled, joined
from generator.markup.writer import Desk
from generator.records import Relation


def tie_said(desk: Desk, tie: Relation, *, first: bool = False, timeless: bool = False) -> Html:
    """What a tie says, with its time; "" for a relation that tells too little by itself.

    `first` is for the beginning of a sentence, and `timeless` leaves the time out.
    """
    says = desk.atlas.config.vocabulary.relations[tie.relation].says
    if says is None:
        return Html("")
    said = filled(says, subject=_named(desk, tie.subject), object=_named(desk, tie.object))
    said = Html(f"{said[0].upper()}{said[1:]}") if first else said
    span = "" if timeless else desk.span(tie)
    return joined(", ", [said, escape(span)]) if span else said


def _named(desk: Desk, ref: str) -> Html:
    """A link to an entity, after the article if its name takes one."""
    if ref not in desk.findings.articled:
        return desk.link(ref)
    return filled(desk.wording.entity.articled, name=desk.link(ref))
