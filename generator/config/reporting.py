"""Reporting: the words by which a text credits somebody with what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from generator.records.fields import Line, Record
from generator.text.matching import either
from generator.text.word_forms import AS_LISTED, WordForms

_END = "(?=[,.;:!?،؛؟]|$)"
_TO_A_COLON = r"(?=[^.;:!?()\"]{0,60} ?: )"
_NAME = r"(?:[\w.'-]+ ){1,4}?"


class Reporting(Record):
    """The lists of `defaults/language.yaml` that concern credits; each is explained there."""

    subjects: tuple[Line, ...] = ()
    reporting: tuple[Line, ...]
    reporting_or_not: tuple[Line, ...] = ()
    reporting_a_clause: tuple[Line, ...] = ()
    reporting_a_name: tuple[Line, ...] = ()
    reporting_an_amount: tuple[Line, ...] = ()
    reporting_what_is_so: tuple[Line, ...] = ()
    claims_stated: tuple[Line, ...] = ()
    so_says: tuple[Line, ...] = ()
    reporting_either_way: tuple[Line, ...]
    comparing: tuple[Line, ...] = ()
    that: tuple[Line, ...] = ("that",)
    passive: tuple[Line, ...]
    describing: tuple[Line, ...] = ()
    reporting_in_passing: tuple[Line, ...] = ()

    @property
    def forms(self) -> WordForms:
        """The ways in which texts may write these words."""
        return AS_LISTED

    @cached_property
    def report(self) -> re.Pattern[str]:
        """The pattern of a word by which a text credits somebody."""
        words = self._reporting_words + self._comparing(self.reporting_a_clause)
        if self.reporting_a_name:
            words.append(rf"{either(self.reporting_a_name)} (?-i:(?=[A-Z]))")
        if self.reporting_an_amount:
            words.append(rf"{self.forms.either(self.reporting_an_amount)} (?=(?:[\w-]+ ){{0,3}}\d)")
        if self.reporting_what_is_so:
            subject = rf"(?:{either(self.subjects)}\b|\d|(?-i:[A-Z]))"
            words.append(rf"{either(self.reporting_what_is_so)} (?={subject})")
        if self.so_says:
            words.append(rf"(?:(?<=- )|(?<=\()){either(self.so_says)} [\w'.-]+(?= -|\))")
        if self.claims_stated:
            words.append(rf"{self.forms.either(self.claims_stated)}{self.forms.end}{_TO_A_COLON}")
        return self._reporting(words)

    @cached_property
    def report_of_what_went_before(self) -> re.Pattern[str]:
        """The pattern of a word that credits the words before it, with no "that" after it."""
        forms = self.forms
        before = f"{forms.either(self.reporting_either_way)}{forms.end}"
        words = [f"{before}(?!{forms.after_that(self.that)})", *self._comparing(self._verbs)]
        if self.reporting_a_name:
            words.append(rf"{either(self.reporting_a_name)} (?-i:(?=[A-Z]))")
        return self._reporting(words)

    @cached_property
    def report_right_after(self) -> re.Pattern[str]:
        """The pattern of a credit that ends what it credits: ", Ada Reed noted.", ", noted Reed".

        The group `said` is the reporting word. This is known only for English.
        """
        if self.forms is not AS_LISTED or not self.reporting_a_clause:
            return re.compile(r"(?!)")
        no_passive = "".join(rf"(?<!\b{word} )" for word in self.passive)  # "the feast can be held"
        speaker = rf"(?P<speaker>{_NAME}(?<!'s ){no_passive})?"
        name = r"(?-i:[A-Z])[\w.'-]*"
        day = r"(?=(?! that) \w+ (?-i:[A-Z0-9]))"
        after = rf"(?(speaker)(?:{_END}|{day})| {name}(?: {name}){{0,3}})"
        return re.compile(rf",\"? {speaker}(?P<said>{either(self._verbs)}){after}", re.IGNORECASE)

    def reports_by_nobody(self, text: str) -> bool:
        """Whether a text has a reporting word in the passive, which does not name the speaker."""
        return any(self.report.match(text, at.end() + 1) for at in self._being.finditer(text))

    @cached_property
    def _being(self) -> re.Pattern[str]:
        """The pattern of a word such as "is" that is followed by another."""
        return re.compile(rf"\b{self.forms.either(self.passive)}(?= )", re.IGNORECASE)

    @cached_property
    def report_or_description(self) -> re.Pattern[str]:
        """The pattern of a word by which somebody says something, or gives something a name."""
        return re.compile(self.words_of_reports, re.IGNORECASE)

    @cached_property
    def words_of_reports(self) -> str:
        """What `report_or_description` finds, as part of another pattern."""
        words = (*self.reporting, *self.reporting_either_way, *self.describing)
        return self.forms.whole(words)

    @cached_property
    def report_in_passing(self) -> re.Pattern[str]:
        """The pattern of a credit that does not claim its sentence's time: "In 1903, according to …"."""
        return self._any(self.reporting_in_passing)

    def _reporting(self, words: Iterable[str]) -> re.Pattern[str]:
        """The pattern that matches any of these, except within a phrase of `reporting_or_not`."""
        start = self.forms.start_but(self.reporting_or_not)
        return re.compile(rf"{start}(?:{'|'.join(words)})", re.IGNORECASE)

    def _comparing(self, verbs: tuple[str, ...]) -> list[str]:
        """The patterns of a credit such as "as the paper noted", if the language has any.

        In languages other than English, the verb may come first: "comme le craint le journal".
        """
        if not self.comparing:
            return []
        forms = self.forms
        start, said = forms.either(self.comparing), forms.either(verbs)
        first = [] if forms is AS_LISTED else [rf"{start}[ ']{said}{forms.end}"]
        return [rf"{start} {_NAME}{said}{_END}", *first]

    @property
    def _verbs(self) -> tuple[str, ...]:
        return (*self.reporting, *self.reporting_a_clause, *self.reporting_either_way)

    @property
    def _reporting_words(self) -> list[str]:
        """Patterns of the words that credit somebody: with anything after them, and with a clause."""
        forms = self.forms
        words = [f"{forms.either((*self.reporting, *self.reporting_either_way))}{forms.end}"]
        if self.reporting_a_clause:
            clause = rf"(?={forms.after_that(self.that)}|:|,? \")"
            words.append(f"{forms.either(self.reporting_a_clause)}{clause}")
        return words

    def _any(self, words: tuple[str, ...]) -> re.Pattern[str]:
        """The pattern of any of the words; without words, it never matches."""
        return re.compile(self.forms.whole(words) if words else r"(?!)", re.IGNORECASE)
