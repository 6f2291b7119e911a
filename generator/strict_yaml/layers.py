"""Layers: what one file says, laid over what another says."""

from __future__ import annotations

from dataclasses import replace

from generator.strict_yaml.nodes import Fields, Items, Node

ADDED = "+"
"""At the end of a field's name, it adds the list to the one below instead of replacing it."""


def laid_over(over: Node, under: Node) -> Node:
    """The upper layer, with everything from the lower layer that the upper does not mention.

    Mappings are merged field by field; a text or a list replaces what is below it. `name+` adds a
    list to the lower `name`. Fields keep the order of the lower layer, and new ones follow, unless
    the upper layer has all of them: then its order counts. Each value keeps its place in its own
    file.
    """
    if not isinstance(over, Fields) or not isinstance(under, Fields):
        return over
    values, keys = {}, {}
    for written, value in over.values.items():
        name = _name(written, over, under)
        values[name] = _value(value, under.values.get(name), added=name != written)
        keys[name] = over.keys[written]
    if not values.keys() >= under.values.keys():
        values = {**under.values, **values}
    return replace(over, values=values, keys={**under.keys, **keys})


def _name(written: str, over: Fields, under: Fields) -> str:
    """The field that a name means: without `+` if there is a list below to add to."""
    name = written.removesuffix(ADDED)
    adds = isinstance(under.values.get(name), Items) and name not in over.values
    return name if adds else written


def _value(over: Node, under: Node | None, *, added: bool) -> Node:
    if added and isinstance(over, Items) and isinstance(under, Items):
        return replace(over, values=(*under.values, *over.values))
    return over if under is None else laid_over(over, under)
