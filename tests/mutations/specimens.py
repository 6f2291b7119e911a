"""Specimens: the true facts in which mistakes are planted, and small changes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim
from generator.records import Fact
from generator.records.passages import Exact


@dataclass(frozen=True, slots=True)
class Specimen:
    """A true fact, joined, and the project that it is in."""

    claim: Claim
    atlas: Atlas

    @property
    def fact(self) -> Fact:
        """The record itself."""
        return self.claim.fact


Mutate = Callable[[Specimen], Fact | None]


def altered(fact: Fact, **changed: object) -> Fact:
    """The fact with other values in some fields."""
    return fact.model_copy(update=changed)


def with_statement(fact: Fact, statement: str) -> Fact | None:
    """The fact with another statement; None if it is the same."""
    return None if statement == fact.statement else altered(fact, statement=statement)


def with_quote(fact: Fact, exact: str) -> Fact:
    """The fact with other words in its first quotation."""
    return altered(fact, quote=(Exact(exact=exact), *fact.quote[1:]))


def with_figure(fact: Fact, index: int, **changed: object) -> Fact:
    """The fact with other values in one of its figures."""
    figure = fact.figures[index].model_copy(update=changed)
    return altered(fact, figures=(*fact.figures[:index], figure, *fact.figures[index + 1 :]))
