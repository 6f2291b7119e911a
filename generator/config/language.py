"""Language: the words that the rules look for in a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from generator.config.clauses import bare_words, denied, last_words_before, next_word
from generator.records.fields import Line, Record, Slug
from generator.text.matching import either
from generator.text.word_forms import AS_LISTED, WordForms

_END = "(?=[,.;:!?،؛؟]|$)"
_NAME = r"(?:[\w.'-]+ ){1,4}?"
_SEVERAL = re.compile("[ '-]")


class Language(Record):
    """What English words mean to the rules that compare a record with its quotation.

    Each field is a list in `defaults/language.yaml`, which explains it.
    """

    operators: dict[str, tuple[Line, ...]]
    about: tuple[Line, ...]
    fillers: tuple[Line, ...]
    articles: tuple[Line, ...] = ()
    linking: tuple[Line, ...] = ()
    per: dict[Slug, tuple[Line, ...]]
    negations: tuple[Line, ...]
    denying_a_claim: tuple[Line, ...] = ()
    claims: tuple[Line, ...] = ()
    negations_or_not: tuple[Line, ...] = ()
    hedges: tuple[Line, ...]
    hedges_or_not: tuple[Line, ...] = ()
    reporting: tuple[Line, ...]
    reporting_or_not: tuple[Line, ...] = ()
    reporting_a_clause: tuple[Line, ...] = ()
    reporting_a_name: tuple[Line, ...] = ()
    reporting_either_way: tuple[Line, ...]
    comparing: tuple[Line, ...] = ()
    that: tuple[Line, ...] = ("that",)
    passive: tuple[Line, ...]
    loaded: tuple[Line, ...]
    estimates: tuple[Line, ...]
    leaving_open: tuple[Line, ...]
    describing: tuple[Line, ...] = ()
    reporting_in_passing: tuple[Line, ...] = ()
    clauses: tuple[Line, ...] = ()
    clauses_of_facts: tuple[Line, ...] = ()
    conditions: tuple[Line, ...] = ()
    conditions_or_not: tuple[Line, ...] = ()
    further_negations: tuple[Line, ...] = ()
    parts_of: tuple[Line, ...] = ()
    auxiliaries: tuple[Line, ...] = ()
    relative_times: tuple[Line, ...] = ()
    within_a_span: tuple[Line, ...] = ()
    filling_a_span: tuple[Line, ...] = ()
    abbreviations: tuple[Line, ...] = ()
    chapters: tuple[Line, ...] = ()
    roughly: tuple[Line, ...] = ()

    @property
    def forms(self) -> WordForms:
        """How texts write these words."""
        return AS_LISTED

    @cached_property
    def negation(self) -> re.Pattern[str]:
        """The pattern of a word that says no, including short forms such as "didn't".

        So does a phrase such as "dismissed as idle the reports that".
        """
        also = "|".join(
            [r"\w+n't", *denied(self.forms, self.denying_a_claim, self.claims, self.that)]
        )
        words = self.forms.whole(self.negations, _several(self.negations_or_not), also)
        return re.compile(words, re.IGNORECASE)

    @cached_property
    def negation_or_not(self) -> re.Pattern[str]:
        """The pattern of words that may say no, or not."""
        return self._any(self.negations_or_not)

    @cached_property
    def hedge(self) -> re.Pattern[str]:
        """The pattern of a word that says how sure something is; case counts, as May is a month."""
        return re.compile(self.forms.whole(self.hedges, _several(self.hedges_or_not)))

    @cached_property
    def hedge_or_not(self) -> re.Pattern[str]:
        """The pattern of words that may say how sure something is, or not."""
        return self._any(self.hedges_or_not)

    @cached_property
    def report(self) -> re.Pattern[str]:
        """The pattern of a word by which a text credits somebody."""
        words = self._reporting_words + self._comparing(self.reporting_a_clause)
        if self.reporting_a_name:
            words.append(rf"{either(self.reporting_a_name)} (?-i:(?=[A-Z]))")
        return self._reporting(words)

    @cached_property
    def report_of_what_went_before(self) -> re.Pattern[str]:
        """The pattern of a word that credits the words before it, so no "that" follows."""
        forms = self.forms
        before = f"{forms.either(self.reporting_either_way)}{forms.end}"
        words = [f"{before}(?!{forms.after_that(self.that)})", *self._comparing(self._verbs)]
        if self.reporting_a_name:
            words.append(rf"{either(self.reporting_a_name)} (?-i:(?=[A-Z]))")
        return self._reporting(words)

    def _reporting(self, words: Iterable[str]) -> re.Pattern[str]:
        """The pattern of any of these patterns, but not in a phrase of `reporting_or_not`."""
        start = self.forms.start_but(self.reporting_or_not)
        return re.compile(rf"{start}(?:{'|'.join(words)})", re.IGNORECASE)

    @cached_property
    def report_right_after(self) -> re.Pattern[str]:
        """The pattern of a credit that ends what it credits: ", Ada Reed noted.", ", noted Reed".

        The group `said` is the reporting word. Only English is known to have such credits.
        """
        if self.forms is not AS_LISTED or not self.reporting_a_clause:
            return re.compile(r"(?!)")
        speaker, name = rf"(?P<speaker>{_NAME}(?<!'s ))?", r"(?-i:[A-Z])[\w.'-]*"
        day = r"(?=(?! that) \w+ (?-i:[A-Z0-9]))"
        after = rf"(?(speaker)(?:{_END}|{day})| {name}(?: {name}){{0,3}})"
        return re.compile(rf",\"? {speaker}(?P<said>{either(self._verbs)}){after}", re.IGNORECASE)

    def _comparing(self, verbs: tuple[str, ...]) -> list[str]:
        """The patterns of a credit such as "as the paper noted", if the language has any.

        In other languages than English, the verb may come first: "comme le craint le journal".
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
        """Patterns of the words that credit somebody: whatever follows them, and with a clause."""
        forms = self.forms
        words = [f"{forms.either((*self.reporting, *self.reporting_either_way))}{forms.end}"]
        if self.reporting_a_clause:
            clause = rf"(?={forms.after_that(self.that)}|:|,? \")"
            words.append(f"{forms.either(self.reporting_a_clause)}{clause}")
        return words

    @cached_property
    def report_by_nobody(self) -> re.Pattern[str]:
        """The pattern of a reporting word in the passive, which does not name the speaker."""
        words = "|".join(self._reporting_words)
        return re.compile(rf"\b{self.forms.either(self.passive)} (?:{words})", re.IGNORECASE)

    @cached_property
    def estimate(self) -> re.Pattern[str]:
        """A word that says that an amount is an estimate."""
        return re.compile(self.forms.whole(self.estimates), re.IGNORECASE)

    @cached_property
    def leave_open(self) -> re.Pattern[str]:
        """Words by which a reason of ours says that the documents leave something open."""
        return re.compile(rf"(?:{either(self.leaving_open)})", re.IGNORECASE)

    @cached_property
    def report_or_description(self) -> re.Pattern[str]:
        """The pattern of a word by which somebody says something, or calls something by a name."""
        words = (*self.reporting, *self.reporting_either_way, *self.describing)
        return re.compile(self.forms.whole(words), re.IGNORECASE)

    @cached_property
    def report_in_passing(self) -> re.Pattern[str]:
        """The pattern of a credit that leaves the sentence its time: "In 1903, according to …"."""
        return self._any(self.reporting_in_passing)

    @cached_property
    def dependence(self) -> re.Pattern[str]:
        """The pattern of the last words before a clause that depends on them: "assumed that "."""
        bare = ""
        if self.forms is AS_LISTED and self.clauses:  # English leaves out "that"
            verbs = (*self.reporting_a_clause, *self.denying_a_claim)
            bare = bare_words(verbs, self.claims, self.articles, self.within_a_span)
        whole = (*self.conditions, *self.parts_of)
        return last_words_before(self.forms, self.clauses, self.clauses_of_facts, whole, bare)

    @cached_property
    def condition_after(self) -> re.Pattern[str]:
        """The pattern of words right after a clause that put it under a condition: ", if "."""
        return next_word(self.forms, self.conditions, self.conditions_or_not)

    @cached_property
    def negation_going_on(self) -> re.Pattern[str]:
        """The pattern of a word right after a denial that denies one thing more: "nor"."""
        return next_word(self.forms, self.further_negations)

    @cached_property
    def auxiliary(self) -> re.Pattern[str]:
        """The pattern of a verb such as "was" or "has"."""
        return self._any(self.auxiliaries)

    @cached_property
    def relative(self) -> re.Pattern[str]:
        """The pattern of a time that counts from the day on which it is written."""
        return re.compile(rf"\b{either(self.relative_times)}\b(?! of\b)", re.IGNORECASE)

    @cached_property
    def rough(self) -> re.Pattern[str]:
        """The pattern of a word for a number that is only about as much: "centaine"."""
        return self._any(self.roughly)

    @cached_property
    def within(self) -> re.Pattern[str]:
        """The pattern of a word such as "during", by which a thing is at some time in a span."""
        return self._any(self.within_a_span)

    @cached_property
    def fill(self) -> re.Pattern[str]:
        """The pattern of a word such as "throughout", by which a thing fills a span."""
        return self._any(self.filling_a_span)

    @cached_property
    def load(self) -> re.Pattern[str]:
        """The pattern of a word that takes a side."""
        return re.compile(rf"\b{either(self.loaded)}\b", re.IGNORECASE)

    def _any(self, words: tuple[str, ...]) -> re.Pattern[str]:
        """The pattern of any of the words; without words, it never matches."""
        return re.compile(self.forms.whole(words) if words else r"(?!)", re.IGNORECASE)


def _several(phrases: tuple[str, ...]) -> list[str]:
    """Those of several words: they may contain a word of the sort that they need not be of."""
    return [phrase for phrase in phrases if _SEVERAL.search(phrase)]
