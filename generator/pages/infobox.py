"""The ties of an entity at a glance, each with the claims that state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.atlas.atlas import Claim
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.views import Row
from generator.markup.writer import Desk

FEW = 6
"""So many values of one row are seen at once; and so many rows."""


def infobox(desk: Desk, ref: str, claims: list[Claim], numbers: dict[str, int]) -> Iterator[Row]:
    """Every tie of the entity, from its own end, with each claim that states it.

    Rows stand in the vocabulary's order of relations.
    """
    relations = desk.atlas.config.vocabulary.relations
    labels = dict.fromkeys(end for one in relations.values() for end in (one.label, one.reverse))
    rows: defaultdict[str, defaultdict[Html, list[Html]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for tie in claim.fact.relations:
            words = relations[tie.relation]
            span = desk.span(tie)
            for own, other, label in (
                (tie.subject, tie.object, words.label),
                (tie.object, tie.subject, words.reverse),
            ):
                if own == ref:
                    value = Html(f"{desk.link(other)} {escape(span)}".strip())
                    number = numbers.get(claim.id)
                    cited = desk.citation(claim, number) if number else desk.permalink(claim)
                    if cited not in rows[label][value]:
                        rows[label][value].append(cited)
    for label in (one for one in labels if one in rows):
        cited_values = [joined(" ", [value, *cited]) for value, cited in rows[label].items()]
        yield label, _folded(cited_values, desk.wording.entity.more)


def _folded(values: list[Html], more: str) -> tuple[Html, ...]:
    """The values, all but a few of a long list folded away."""
    if len(values) <= FEW + 1:
        return tuple(values)
    rest = joined("", [tag("p", value) for value in values[FEW:]])
    summary = tag("summary", filled(more, count=len(values) - FEW))
    return (*values[:FEW], tag("details", joined("", [summary, rest])))
