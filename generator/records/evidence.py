"""What shows a date that a document does not give: other claims, and evidence from outside."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.records.fields import Date, FactId, Line, OwnLine, Record, must_match

ADDRESS = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?(/[^\s<>\"'\\]*)?")


Address = Annotated[
    str,
    Field(max_length=2000),
    must_match(ADDRESS, "an address such as https://example.org/page"),
]


class Evidence(Record):
    """A text outside the corpus that helps to date a document. It never becomes a fact.

    `seen` says when and how it was looked at: "a stored copy, on 27 November 2026".
    """

    title: Line
    publisher: Line | None = None
    address: Address
    seen: Line
    says: Line


class Dated(Record):
    """The date of a fact that its document does not give, and what shows it.

    `when` and `said_on` are as in a fact. `facts` are claims about the same time; the dated thing
    came `after` some claims and `before` others. Without any of these, and without `evidence`, the
    date rests on the document's date, which `source.yaml` shows.
    """

    when: Date | None = None
    said_on: Date | None = None
    because: OwnLine
    facts: tuple[FactId, ...] = ()
    after: tuple[FactId, ...] = ()
    before: tuple[FactId, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def rests_on(self) -> tuple[FactId, ...]:
        """Every claim that shows the date."""
        return (*self.facts, *self.after, *self.before)

    @model_validator(mode="after")
    def _dates_something(self) -> Self:
        if self.when is None and self.said_on is None:
            raise ValueError("gives no date; add `when`, `said_on` or both")
        return self
