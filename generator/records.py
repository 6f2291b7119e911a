"""The records: what a file in `content/` may say.

A record is parsed once, at the edge, and is never changed. Past this module no string is
"really" a date or a number. What a record *refers to* is settled later, by `join`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.fields import (
    Date,
    FactId,
    Flag,
    Line,
    Number,
    Passage,
    Passages,
    Pattern,
    Record,
    Ref,
    Slug,
    must_match,
    one_or_more,
    spelt_out,
)

VALUES = ("number", "at_least", "more_than", "at_most", "less_than", "between", "words")
"""The fields of a figure that say how much; a figure has exactly one of them."""


class Facets(Record):
    """Which of the things that a question tells apart an answer speaks of."""

    population: tuple[Slug, ...] = ()
    basis: Slug | None = None


class Figure(Facets):
    """How much of something a passage says there was, in its own words and as a value."""

    as_stated: Line
    number: Number | None = None
    at_least: Number | None = None
    more_than: Number | None = None
    at_most: Number | None = None
    less_than: Number | None = None
    between: tuple[Number, Number] | None = None
    words: Line | None = None
    about: Flag = False
    unit: Slug
    currency: Annotated[str, must_match(re.compile("[A-Z]{3}"), "a currency code")] | None = None
    per: Slug | None = None
    as_of: Date | None = None
    answers: Ref | None = None

    @model_validator(mode="after")
    def _has_one_value(self) -> Self:
        given = [name for name in VALUES if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"needs exactly one of {', '.join(VALUES)}")
        if self.between and self.between[0] >= self.between[1]:
            raise ValueError("between: the smaller number comes first")
        return self

    @property
    def operator(self) -> str:
        """Which of `VALUES` this figure gives."""
        return next(name for name in VALUES if getattr(self, name) is not None)

    @property
    def stated_numbers(self) -> tuple[Decimal, ...]:
        """The numbers that the figure gives: none for `words`, two for `between`."""
        value = getattr(self, self.operator)
        if self.operator == "words":
            return ()
        return value if isinstance(value, tuple) else (value,)


class Choice(Facets):
    """An answer to a question that is not a number; `denies` says that it is not so."""

    answers: Ref
    choice: Slug
    denies: Flag = False


class Relation(Record):
    """A typed tie between two entities, as a passage states it."""

    subject: Ref
    relation: Slug
    object: Ref
    from_: Date | None = Field(default=None, alias="from")
    to: Date | None = None


class RelatedFact(Record):
    """A tie between two facts, written on one of them and shown on both."""

    fact: FactId
    how: Literal["repeats", "same_origin", "updates", "disputes", "part_of", "inferred_from"]
    note: Line | None = None


class Fact(Record):
    """One proposition that one document makes, in its terms, from one speaker."""

    id: FactId
    statement: Line
    quote: Annotated[Passages, Field(min_length=1)]
    context: Passages = ()
    attributed_to: Annotated[tuple[Line, ...], BeforeValidator(one_or_more), Field(min_length=1)]
    attributed_as: Passage | None = None
    via: Annotated[tuple[Line, ...], BeforeValidator(one_or_more)] = ()
    modality: Literal["asserted", "announced", "predicted", "denied"] = "asserted"
    type: Slug = "figure"
    when: Date | None = None
    when_as_stated: Line | None = None
    said_on: Date | None = None
    topics: tuple[Ref, ...] = ()
    figures: tuple[Figure, ...] = ()
    choices: tuple[Choice, ...] = ()
    relations: tuple[Relation, ...] = ()
    resolves: dict[Line, Line] = Field(default_factory=dict)
    inferred: dict[Slug | Line, Line] = Field(default_factory=dict)
    related_facts: tuple[RelatedFact, ...] = ()
    note: Line | None = None

    @model_validator(mode="after")
    def _says_what_it_is(self) -> Self:
        if not self.figures and "type" not in self.model_fields_set:
            raise ValueError("a fact without figures needs a type, such as event or role")
        own_voice = self.attributed_to == ("self",)
        if "self" in self.attributed_to and not own_voice:
            raise ValueError("attributed_to: self stands alone")
        if own_voice and self.attributed_as:
            raise ValueError(
                "attributed_as credits somebody, attributed_to says self; name who is credited"
            )
        if not own_voice and not self.attributed_as:
            raise ValueError(
                "attributed_as is missing: the document's words that credit the source"
            )
        return self

    @property
    def own_voice(self) -> bool:
        """Whether the document says this itself and credits nobody."""
        return self.attributed_to == ("self",)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage that the fact rests on: quote, context, attributed_as."""
        named = (self.attributed_as,) if self.attributed_as else ()
        return (*self.quote, *self.context, *named)


class Alias(Record):
    """A spelling; `language` where its script alone does not tell (Persian or Arabic)."""

    name: Line
    language: Annotated[str, must_match(re.compile("[a-z]{2,3}"), "a language code")] | None = None


class ProbableIdentity(Record):
    """Another entity that this one probably is, and why: never a silent merger."""

    ref: Ref
    because: Line


class Distinction(Record):
    """A look-alike, and what tells the two apart."""

    ref: Ref
    because: Line
    fact: FactId | None = None


class Entity(Record):
    """A person, an organised body or a topic: its name and spellings, nothing that needs proof."""

    name: Line
    aliases: tuple[Annotated[Alias, spelt_out("name")], ...] = ()
    subkind: Slug | None = None
    probably: ProbableIdentity | None = None
    distinct_from: tuple[Distinction, ...] = ()

    @property
    def spellings(self) -> tuple[Alias, ...]:
        """The name first, then the aliases."""
        return (Alias(name=self.name), *self.aliases)


class Population(Record):
    """Whom an answer counts; a group is `made_of` leaves or other groups."""

    label: Line
    made_of: tuple[Slug, ...] = ()


class Basis(Record):
    """In what sense an answer counts, and the kind of time that this has.

    A *moment* or an *event* has a date; a *span* lasts; *so_far* runs from the beginning on; a
    *fixed* time is the question's own ("before the war"), the same for every answer.
    """

    label: Line
    time: Literal["moment", "event", "span", "so_far", "fixed"]


class Within(Record):
    """The part of a broader question that a narrower one shows."""

    population: tuple[Slug, ...] = ()
    basis: tuple[Slug, ...] = ()


class Question(Record):
    """What is counted or asked, so that claims can be compared."""

    title: Line
    unit: Slug | None = None
    population: dict[Slug, Annotated[Population, spelt_out("label")]] = Field(default_factory=dict)
    basis: dict[Slug, Basis] = Field(default_factory=dict)
    choices: dict[Slug, Line] = Field(default_factory=dict)
    exclusive: Flag = False
    broader: Ref | None = None
    within: Within | None = None
    topics: tuple[Ref, ...] = ()
    note: Line | None = None

    @model_validator(mode="after")
    def _asks_one_thing(self) -> Self:
        kinds = [bool(self.unit), bool(self.choices), bool(self.broader)]
        if sum(kinds) != 1:
            raise ValueError(
                "needs exactly one of unit (a number), choices, or broader with within"
            )
        if bool(self.broader) != bool(self.within):
            raise ValueError("broader and within go together")
        if self.exclusive and not self.choices:
            raise ValueError("exclusive goes with choices")
        return self


class SourceDate(Record):
    """A date of the document itself, and how it is known where it does not state it."""

    of: Literal["written", "published"]
    date: Date
    as_stated: Line | None = None
    known_from: Line | None = None


class TextState(Record):
    """In what state the text was got, and what is visibly missing."""

    state: Literal["whole", "extract"]
    note: Line | None = None


class Source(Record):
    """The bibliographic record of one document."""

    title: Line
    short: Annotated[Line, Field(max_length=30)]
    letter: Annotated[str, must_match(re.compile("[A-Z]{1,3}"), "one to three capital letters")]
    kind: Slug
    language: Annotated[str, must_match(re.compile("[a-z]{2,3}"), "a language code")]
    authors: tuple[Line, ...] = ()
    publisher: Line | None = None
    seed: Annotated[str, must_match(re.compile(r"[0-9a-z_]+\.txt"), "a file name in seeds/")]
    text: TextState
    reference_marks: Flag = False
    licence: Line | None = None
    dates: tuple[SourceDate, ...] = ()
    known_from: dict[Slug, Line] = Field(default_factory=dict)
    complete: Flag = False
    note: Line | None = None


class Skip(Record):
    """A passage of a document that holds no claim, and why."""

    exact: Line | None = None
    pattern: Pattern | None = None
    reason: Line

    @model_validator(mode="after")
    def _names_one_passage(self) -> Self:
        if (self.exact is None) == (self.pattern is None):
            raise ValueError("needs exactly one of exact and pattern")
        return self
