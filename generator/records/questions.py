"""Questions, from `content/questions/`: what is counted or asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.records.fields import Flag, OwnLine, Record, Ref, Slug, spelt_out


class Population(Record):
    """The people (or things) that an answer counts; a group is `made_of` other populations.

    If they are `unnamed`, nobody says who they are. They may be any of the others, or none.
    """

    label: OwnLine
    made_of: tuple[Slug, ...] = ()
    unnamed: Flag = False


class Basis(Record):
    """The sense in which an answer counts, and its kind of time.

    A *moment* or an *event* has a date, a *span* lasts, and *so_far* runs from the beginning. A
    *fixed* time belongs to the question ("before the war") and is the same for every answer.
    """

    label: OwnLine
    time: Literal["moment", "event", "span", "so_far", "fixed"]


class Within(Record):
    """The part of a broader question that a narrower one shows."""

    population: tuple[Slug, ...] = ()
    basis: tuple[Slug, ...] = ()


class Silence(Record):
    """A document that was read for the question, and holds no answer to it."""

    source: Ref
    note: OwnLine | None = None


class Question(Record):
    """What is counted or asked, so that claims can be compared.

    `in_order` says that the choices should be read in the order listed. `denials` has, by choice,
    the words of those who deny it. `contrary` are pairs of choices that can't both be true of one
    thing at the same time, and `fitting` pairs of choices that support each other. `asked_as` are readers' own words for the question, for the search.
    `see_also` are questions that readers of this one may look for. `formerly` are references that
    it had before; their pages lead here.
    """

    title: OwnLine
    unit: Slug | None = None
    population: dict[Slug, Annotated[Population, spelt_out("label")]] = Field(default_factory=dict)
    basis: dict[Slug, Basis] = Field(default_factory=dict)
    choices: dict[Slug, OwnLine] = Field(default_factory=dict)
    in_order: Flag = False
    denials: dict[Slug, OwnLine] = Field(default_factory=dict)
    contrary: tuple[tuple[Slug, Slug], ...] = ()
    fitting: tuple[tuple[Slug, Slug], ...] = ()
    silent: tuple[Silence, ...] = ()
    asked_as: tuple[OwnLine, ...] = ()
    broader: Ref | None = None
    within: Within | None = None
    topics: tuple[Ref, ...] = ()
    see_also: tuple[Ref, ...] = ()
    note: OwnLine | None = None
    formerly: tuple[Ref, ...] = ()

    @model_validator(mode="after")
    def _asks_one_thing(self) -> Self:
        kinds = [bool(self.unit), bool(self.choices), bool(self.broader)]
        if sum(kinds) != 1:
            raise ValueError(
                "a question needs exactly one of these: `unit` (if the answer is a number), `choices`, "
                "or `broader` with `within`; add one, or keep only one"
            )
        if bool(self.broader) != bool(self.within):
            raise ValueError("`broader` and `within` belong together; add the missing one")
        for name, pairs in (("contrary", self.contrary), ("fitting", self.fitting)):
            if pairs and not self.choices:
                raise ValueError(f"`{name}` needs `choices`; add them, or remove `{name}`")
        return self


def leaves(population: Iterable[str], question: Question) -> frozenset[str]:
    """The smallest populations that the named ones consist of, at any depth."""
    found: set[str] = set()
    waiting, seen = list(population), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in question.population:
            continue
        seen.add(name)
        parts = question.population[name].made_of
        waiting.extend(parts)
        if not parts:
            found.add(name)
    return frozenset(found)
