"""Facts, from `content/sources/<source>/facts*.yaml`: what a document says."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from generator.records.evidence import Dated
from generator.records.fields import (
    FACT_ID,
    FACT_ID_FORM,
    CopiedLine,
    CurrencyCode,
    Date,
    FactId,
    Flag,
    Line,
    Number,
    OwnLine,
    Record,
    Ref,
    Slug,
    one_or_more,
    spelt_out,
)
from generator.records.ids import OwnId
from generator.records.passages import Passage, Passages

Operator = Literal["number", "at_least", "more_than", "at_most", "less_than", "between", "words"]
"""The fields of a figure that say how much; a figure has exactly one of them."""

PERCENT = "percent"
"""The unit of a percentage, which is not an amount of anything."""

VALUES: tuple[Operator, ...] = get_args(Operator)


_FEW = Field(max_length=50)
"""The most figures, answers and the like that one fact has, since it is one proposition."""


class Facets(Record):
    """The facets of an answer: which population it counts, and in what sense (`basis`)."""

    population: tuple[Slug, ...] = ()
    basis: Slug | None = None


class Figure(Facets):
    """An amount that a passage states, in its own words and as a value.

    Exactly one of `VALUES` has a value. `unit` is what is counted; `about` says that the amount is
    approximate, `per` that it is a rate, and `as_of` when it held.
    """

    as_stated: CopiedLine
    number: Number | None = None
    at_least: Number | None = None
    more_than: Number | None = None
    at_most: Number | None = None
    less_than: Number | None = None
    between: tuple[Number, Number] | None = None
    words: Line | None = None
    about: Flag = False
    estimated: Flag = False
    unit: Slug
    currency: CurrencyCode | None = None
    per: Slug | None = None
    as_of: Date | None = None
    answers: Ref | None = None

    @model_validator(mode="after")
    def _has_one_value(self) -> Self:
        given = [name for name in VALUES if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"needs exactly one of {', '.join(VALUES)}")
        if self.between and self.between[0] >= self.between[1]:
            raise ValueError("`between` needs two different numbers, the smaller one first")
        return self

    @property
    def operator(self) -> Operator:
        """The one field of `VALUES` that this figure gives."""
        return next(name for name in VALUES if getattr(self, name) is not None)

    @property
    def stated_numbers(self) -> tuple[Decimal, ...]:
        """The numbers that the figure gives: none for `words`, two for `between`."""
        value = getattr(self, self.operator)
        if self.operator == "words":
            return ()
        return value if isinstance(value, tuple) else (value,)


class Choice(Facets):
    """An answer that is not a number; `denies` says that the speaker denies the choice."""

    answers: Ref
    choice: Slug
    denies: Flag = False


class Relation(Record):
    """A relation between two entities, as a passage states it, perhaps with a time."""

    subject: Ref
    relation: Slug
    object: Ref
    from_: Date | None = Field(default=None, alias="from")
    to: Date | None = None


class RelatedFact(Record):
    """How this fact is related to another one; recorded on one of them and shown on both."""

    fact: FactId
    how: Literal["repeats", "same_origin", "updates", "disputes", "part_of", "inferred_from"]
    note: OwnLine | None = None


class Relay(Record):
    """Somebody through whom a claim came, and when they passed it on.

    `dated` has this date, with what shows it, if the document does not give it.
    """

    who: OwnLine
    said_on: Date | None = None
    said_as_stated: CopiedLine | None = None
    dated: Dated | None = None

    @model_validator(mode="after")
    def _is_dated_by_its_saying(self) -> Self:
        if self.dated and self.dated.when:
            raise ValueError(
                "`dated` under `via` gives the date when this speaker said it; write `said_on` there, and "
                "move `when` to the fact's own `dated`"
            )
        return self


class Fact(Record):
    """One proposition that one document makes, in its own terms, from one speaker.

    `present` marks a state that the document describes in its own present: it held when the
    document was written. `dated` holds dates that the document does not give, with what shows them.
    A reason under `inferred` is for a field, or for the answer to a question.
    """

    id: Annotated[str, AfterValidator(OwnId(FACT_ID, FACT_ID_FORM))]
    statement: OwnLine
    quote: Annotated[Passages, Field(min_length=1)]
    context: Passages = ()
    attributed_to: Annotated[tuple[OwnLine, ...], BeforeValidator(one_or_more), Field(min_length=1)]
    attributed_as: Passage | None = None
    via: Annotated[
        tuple[Annotated[Relay, spelt_out("who")], ...], BeforeValidator(one_or_more)
    ] = ()
    modality: Literal["asserted", "announced", "predicted", "denied"] = "asserted"
    type: Slug = "figure"
    when: Date | None = None
    when_as_stated: CopiedLine | None = None
    said_on: Date | None = None
    said_as_stated: CopiedLine | None = None
    present: Flag = False
    dated: Dated | None = None
    topics: Annotated[tuple[Ref, ...], _FEW] = ()
    figures: Annotated[tuple[Figure, ...], _FEW] = ()
    choices: Annotated[tuple[Choice, ...], _FEW] = ()
    relations: Annotated[tuple[Relation, ...], _FEW] = ()
    resolves: dict[Line, Line] = Field(default_factory=dict)
    inferred: dict[Slug | Line, Line] = Field(default_factory=dict)
    related_facts: tuple[RelatedFact, ...] = ()
    note: OwnLine | None = None

    @model_validator(mode="after")
    def _says_what_it_is(self) -> Self:
        if not self.figures and "type" not in self.model_fields_set:
            raise ValueError("a fact without figures needs a `type`, such as event or role")
        credit = self.attributed_as.exact if self.attributed_as else ""
        for name in self.attributed_to:
            if (word := name.lower()) in ("self", "unnamed") and name not in (word, credit):
                raise ValueError(f"`attributed_to` is {name}; write {word}, in lower-case letters")
        if any(relay.who.lower() == "self" for relay in self.via):
            raise ValueError(
                "`via` lists self; leave it out, because the document itself is always the last in the chain"
            )
        own_voice = self.attributed_to == ("self",)
        if "self" in self.attributed_to and not own_voice:
            raise ValueError(
                "`attributed_to` lists `self` with others; write a fact for each speaker"
            )
        if own_voice and self.attributed_as:
            raise ValueError(
                "`attributed_as` credits somebody, but `attributed_to` is `self`; name the speaker there, "
                "or remove `attributed_as`"
            )
        if not own_voice and not self.attributed_as:
            raise ValueError(
                "`attributed_as` is missing beside this `attributed_to`; add the document's words that "
                "credit the speaker"
            )
        return self

    @property
    def is_ahead(self) -> bool:
        """Whether it is about what was still in the future when it was said."""
        return self.modality in ("announced", "predicted")

    @property
    def asked(self) -> frozenset[str]:
        """The questions that it answers."""
        given = [one.answers for one in self.figures] + [one.answers for one in self.choices]
        return frozenset(ref for ref in given if ref)

    @property
    def own_voice(self) -> bool:
        """Whether the document says this itself and credits nobody."""
        return self.attributed_to == ("self",)
