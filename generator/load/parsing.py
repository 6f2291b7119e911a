"""Parsing: the nodes of a YAML file become a typed record, or problems."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import ValidationError

from generator.load.complaints import complaint, is_explained, place_of_fault, with_place
from generator.load.entries import R
from generator.load.meant import Meant
from generator.problems import Place, Problem
from generator.strict_yaml.nodes import Location
from generator.strict_yaml.reader import Fields, Items, Node, Scalar, plain

MOST_TOLD = 50
"""So many problems of one file are told, at most; a hostile one could hold a million."""

MORE = "there are more problems in this file; fix those above first"

_NOTHING_KNOWN = Meant()


def record_of(
    model: type[R],
    node: Node,
    place_of: Callable[[Location], Place],
    rule: str = "record",
    meant: Meant = _NOTHING_KNOWN,
) -> tuple[R | None, list[Problem]]:
    """The record in a node, or every problem that keeps it from being one.

    `meant` knows what may be meant by a text that is not a reference.
    """
    if not isinstance(node, Fields):
        message = (
            "this is not a record; write `field: value`, one per line, and no '- ' before it if the "
            "file is one record"
        )
        return None, [Problem(place_of(()), rule, message)]
    if crowded := _crowded(node, model.most):
        location, message = crowded
        return None, [Problem(place_of(location), rule, message)]
    given = plain(node)
    try:
        return model.model_validate(given), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    told, rest = details[:MOST_TOLD], details[MOST_TOLD:]
    problems = {
        Problem(
            place_of(place_of_fault(detail)),
            rule,
            with_place(detail, complaint(detail, told, model, meant, given), node),
        )
        for detail in told
        if not is_explained(detail, told, model)
    }
    more = [Problem(place_of(rest[0]["loc"]), rule, MORE)] if rest else []
    return None, sorted([*problems, *more])


def _crowded(node: Node, most: int, *way: str | int) -> tuple[Location, str] | None:
    """The first list or mapping in a node with more entries than allowed, and what to do."""
    if isinstance(node, Scalar):
        return None
    if len(node.values) > most:
        what = "items" if isinstance(node, Items) else "fields"
        return (
            way,
            f"there are {len(node.values):,} {what} here, more than {most} {what}; remove some",
        )
    inside = node.values.items() if isinstance(node, Fields) else enumerate(node.values)
    for step, one in inside:
        if type(one) is not Scalar and (found := _crowded(one, most, *way, step)):
            return found
    return None
