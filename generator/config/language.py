"""Language: the words that a rule looks for in a quotation."""

from __future__ import annotations

import re
from functools import cached_property

from generator.records.fields import Line, Record, Slug
from generator.text.matching import either


class Language(Record):
    """What words of English mean to the rules that hold a record against its quotation."""

    operators: dict[str, tuple[Line, ...]]
    about: tuple[Line, ...]
    fillers: tuple[Line, ...]
    per: dict[Slug, tuple[Line, ...]]
    negations: tuple[Line, ...]
    hedges: tuple[Line, ...]
    reporting: tuple[Line, ...]
    reporting_either_way: tuple[Line, ...]
    passive: tuple[Line, ...]
    loaded: tuple[Line, ...]

    @cached_property
    def negation(self) -> re.Pattern[str]:
        """A word that says no, short forms such as "didn't" among them."""
        return re.compile(rf"\b(?:{either(self.negations)}|\w+n't)\b", re.IGNORECASE)

    @cached_property
    def hedge(self) -> re.Pattern[str]:
        """A word that says how sure something is, in its own case: "May" is a month."""
        return re.compile(rf"\b{either(self.hedges)}\b")

    @cached_property
    def report(self) -> re.Pattern[str]:
        """A word by which a text credits somebody."""
        words = (*self.reporting, *self.reporting_either_way)
        return re.compile(rf"\b{either(words)}\b", re.IGNORECASE)

    @cached_property
    def report_of_what_went_before(self) -> re.Pattern[str]:
        """A word that credits somebody with the words before it: one that no "that" follows."""
        return re.compile(rf"\b{either(self.reporting_either_way)}\b(?! that\b)", re.IGNORECASE)

    @cached_property
    def report_by_nobody(self) -> re.Pattern[str]:
        """A word of reporting in the passive: it names whom a report is of, and not whose it is."""
        return re.compile(rf"\b{either(self.passive)} (?:{self.report.pattern})", re.IGNORECASE)

    @cached_property
    def load(self) -> re.Pattern[str]:
        """A word that takes a side."""
        return re.compile(rf"\b{either(self.loaded)}\b", re.IGNORECASE)
