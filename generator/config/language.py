"""Language: the words that the rules look for in a quotation."""

from __future__ import annotations

import re
from functools import cached_property

from pydantic import Field

from generator.config.clauses import bare_words, denied, last_words_before, next_word
from generator.config.reporting import Reporting
from generator.records.fields import Line, Slug
from generator.text.matching import either
from generator.text.word_forms import AS_LISTED

_SEVERAL = re.compile("[ '-]")


class Language(Reporting):
    """What English words mean to the rules that compare a record with its quotation.

    Each field is a list in `defaults/language.yaml`, which explains it.
    """

    operators: dict[str, tuple[Line, ...]]
    about: tuple[Line, ...]
    reversing: tuple[Line, ...] = ()
    not_reversing: tuple[Line, ...] = ()
    fillers: tuple[Line, ...]
    linking: tuple[Line, ...] = ()
    per: dict[Slug, tuple[Line, ...]]
    negations: tuple[Line, ...]
    denying_a_claim: tuple[Line, ...] = ()
    negations_or_not: tuple[Line, ...] = ()
    hedges: tuple[Line, ...]
    hedges_or_not: tuple[Line, ...] = ()
    intents: tuple[Line, ...] = ()
    intents_or_not: tuple[Line, ...] = ()
    intents_end: tuple[Line, ...] = ()
    keeping_open: tuple[Line, ...] = ()
    past_forms: dict[Slug, tuple[Line, ...]] = Field(default_factory=dict)
    plural_names: tuple[Line, ...] = ()
    loaded: tuple[Line, ...]
    estimates: tuple[Line, ...]
    leaving_open: tuple[Line, ...]
    clauses: tuple[Line, ...] = ()
    clauses_of_facts: tuple[Line, ...] = ()
    conditions: tuple[Line, ...] = ()
    conditions_or_not: tuple[Line, ...] = ()
    conditions_by_order: tuple[Line, ...] = ()
    clefts: tuple[Line, ...] = ()
    further_negations: tuple[Line, ...] = ()
    parts_of: tuple[Line, ...] = ()
    relative_times: tuple[Line, ...] = ()
    within_a_span: tuple[Line, ...] = ()
    filling_a_span: tuple[Line, ...] = ()
    abbreviations: tuple[Line, ...] = ()
    chapters: tuple[Line, ...] = ()
    roughly: tuple[Line, ...] = ()

    @cached_property
    def negation(self) -> re.Pattern[str]:
        """The pattern of a word that says no, including short forms such as "didn't".

        It also matches a phrase such as "dismissed as idle the reports that".
        """
        also = "|".join(
            [r"\w+n't", *denied(self.forms, self.denying_a_claim, self.claims, self.that)]
        )
        words = self.forms.whole(self.negations, _several(self.negations_or_not), also)
        return re.compile(words, re.IGNORECASE)

    @cached_property
    def reversal(self) -> re.Pattern[str]:
        """The pattern of words before a bound that make it its opposite, up to two words before it."""
        if not self.reversing:
            return re.compile("(?!)")
        words = self.forms.whole(self.reversing, also=r"\w+n't")
        between = rf" (?!{self.forms.whole(self.not_reversing)})[\w'-]+"
        return re.compile(rf"{words}(?:{between}){{0,2}} $", re.IGNORECASE)

    @cached_property
    def negation_or_not(self) -> re.Pattern[str]:
        """The pattern of words that may or may not say no."""
        return self._any(self.negations_or_not)

    def is_plural(self, name: str) -> bool:
        """Whether a name ends in a plural such as "forces", or does so before "of" or the like."""
        own = self._before_subject.split(name, maxsplit=1)[0]
        return own.rpartition(" ")[2].casefold() in self.plural_names

    @cached_property
    def _before_subject(self) -> re.Pattern[str]:
        """The pattern of a word such as "of" between two others."""
        return re.compile(rf" {either(self.before_subjects)} ")

    @cached_property
    def hedge(self) -> re.Pattern[str]:
        """The pattern of a word that says how sure something is; case counts, as May is a month."""
        return re.compile(self.forms.whole(self.hedges, _several(self.hedges_or_not)))

    @cached_property
    def hedge_or_not(self) -> re.Pattern[str]:
        """The pattern of words that may or may not say how sure something is."""
        return self._any(self.hedges_or_not)

    @cached_property
    def intent(self) -> re.Pattern[str]:
        """The pattern of words after which something is tried, planned or expected: "tried to".

        In English, a verb follows: not "offered to the guild" or "agreed to that".
        """
        words = self.forms.whole(self.intents, _several(self.intents_or_not))
        if self.forms is not AS_LISTED:
            return re.compile(words, re.IGNORECASE)
        return re.compile(rf"(?i:{words})(?= (?!(?:{either(self.subjects)})\b)[a-z])")

    @cached_property
    def intent_end(self) -> re.Pattern[str]:
        """The pattern of a word with which what is intended ends."""
        return self._any(self.intents_end)

    @cached_property
    def keep_open(self) -> re.Pattern[str]:
        """The pattern of a word by which a statement does not say that something happened."""
        return self._any(self.keeping_open)

    @cached_property
    def present_of(self) -> dict[str, str]:
        """The form of a verb for each of its past forms: "take" for "took"."""
        return {past: verb for verb, forms in self.past_forms.items() for past in forms}

    @cached_property
    def estimate(self) -> re.Pattern[str]:
        """The pattern of a word that says that an amount is an estimate."""
        return re.compile(self.forms.whole(self.estimates), re.IGNORECASE)

    @cached_property
    def leave_open(self) -> re.Pattern[str]:
        """The pattern of words by which our own reason says that the documents leave something open."""
        return re.compile(rf"(?:{either(self.leaving_open)})", re.IGNORECASE)

    @cached_property
    def dependence(self) -> re.Pattern[str]:
        """The pattern of the last words before a clause that depends on them: "assumed that "."""
        bare = ""
        if self.forms is AS_LISTED and self.clauses:  # English leaves out "that"
            verbs = (*self.reporting_a_clause, *self.denying_a_claim)
            bare = bare_words(verbs, self.claims, self.articles, self.within_a_span, self.passive)
        whole = (*self.conditions, *self.parts_of)
        return last_words_before(self.forms, self.clauses, self.clauses_of_facts, whole, bare)

    @cached_property
    def cleft(self) -> re.Pattern[str]:
        """The pattern of words that only give a clause its time or place: "it was in March that "."""
        if not self.clefts:
            return re.compile(r"(?!)")
        when = (
            rf"{self.forms.whole(self.clefts)} (?:{either(self.articles)} )?(?-i:[A-Z\d])[^,.;:]*"
        )
        return re.compile(rf"{when} {self.forms.either(self.clauses)}\W*\Z", re.IGNORECASE)

    @cached_property
    def condition_before(self) -> re.Pattern[str]:
        """The pattern of a sentence up to a clause that depends on it: "If Ada comes, "."""
        words = (*self.conditions, *self.conditions_by_order)
        if not words:
            return re.compile(r"(?!)")
        first = self.forms.whole(words, self.conditions_or_not)
        return re.compile(rf"\W*{first}[^.;:]*[,،]\W*\Z", re.IGNORECASE)

    @cached_property
    def condition_after(self) -> re.Pattern[str]:
        """The pattern of words right after a clause that put it under a condition: ", if "."""
        return next_word(self.forms, self.conditions, self.conditions_or_not)

    @cached_property
    def negation_going_on(self) -> re.Pattern[str]:
        """The pattern of a word right after a denial that denies another thing: "nor"."""
        return next_word(self.forms, self.further_negations)

    @cached_property
    def auxiliary(self) -> re.Pattern[str]:
        """The pattern of a verb such as "was" or "has"."""
        return self._any(self.auxiliaries)

    @cached_property
    def relative(self) -> re.Pattern[str]:
        """The pattern of a time that is relative to the day of writing: "yesterday"."""
        return re.compile(rf"\b{either(self.relative_times)}\b(?! of\b)", re.IGNORECASE)

    @cached_property
    def rough(self) -> re.Pattern[str]:
        """The pattern of a word for a round number that is only approximate: "centaine"."""
        return self._any(self.roughly)

    @cached_property
    def within(self) -> re.Pattern[str]:
        """The pattern of a word such as "during", which puts a thing at some time within a span."""
        return self._any(self.within_a_span)

    @cached_property
    def fill(self) -> re.Pattern[str]:
        """The pattern of a word such as "throughout", which makes a thing fill a span."""
        return self._any(self.filling_a_span)

    @cached_property
    def load(self) -> re.Pattern[str]:
        """The pattern of a loaded word, which takes a side."""
        return re.compile(rf"\b{either(self.loaded)}\b", re.IGNORECASE)


def _several(phrases: tuple[str, ...]) -> list[str]:
    """The phrases of several words, which may contain a word of the sort without being of it."""
    return [phrase for phrase in phrases if _SEVERAL.search(phrase)]
