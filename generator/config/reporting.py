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
_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ])"
_WORD = r"[^\s,.;:!?()\"،؛؟]+"
_WORDS = r"[^,.;:!?()\"]"  # of one clause
_FIRST = r"(?<![^,;:.!?\"|-] )"  # in a sentence or after a comma


class Reporting(Record):
    """The lists that concern credits; `defaults/language.yaml` explains each, or `languages/de.yaml`."""

    subjects: tuple[Line, ...] = ()
    articles: tuple[Line, ...] = ()
    auxiliaries: tuple[Line, ...] = ()
    determiners: tuple[Line, ...] = ()
    before_subjects: tuple[Line, ...] = ()
    ending_subjects: tuple[Line, ...] = ()
    reporting: tuple[Line, ...]
    reporting_or_not: tuple[Line, ...] = ()
    reporting_a_clause: tuple[Line, ...] = ()
    reporting_a_name: tuple[Line, ...] = ()
    going_to_a_name: tuple[Line, ...] = ()
    reporting_an_amount: tuple[Line, ...] = ()
    reporting_what_is_so: tuple[Line, ...] = ()
    round_numbers: tuple[Line, ...] = ()
    speaking: tuple[Line, ...] = ()
    claims: tuple[Line, ...] = ()
    stating_a_claim: tuple[Line, ...] = ()
    claims_stated: tuple[Line, ...] = ()
    asking_the_reader: tuple[Line, ...] = ()
    bylines: tuple[Line, ...] = ()
    forms_of_reports: tuple[Line, ...] = ()
    no_report_beside: tuple[Line, ...] = ()
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
        if self.reporting_an_amount:
            number = rf"(?:\d|{either(self.round_numbers)}\b)"
            amount = self.forms.either(self.reporting_an_amount)
            words.append(rf"{amount} (?=(?:[\w-]+ ){{0,3}}{number})")
        if self.reporting_what_is_so:
            subject = rf"(?:{either(self.subjects)}\b|\d|(?-i:[A-Z]))"
            words.append(rf"{either(self.reporting_what_is_so)} (?={subject})")
        words += self._bare_clauses
        if self.so_says:
            words.append(rf"(?:(?<=- )|(?<=\()){either(self.so_says)} [\w'.-]+(?= -|\))")
        if self.stating_a_claim:
            aside = rf"(?:, {_WORDS}{{1,80}},)?"
            claim = f"{self.forms.either(self.claims)}{self.forms.end}(?: {_WORD}){{0,5}}?{aside}"
            words.append(f"{claim} {self.forms.either(self.stating_a_claim)}{self.forms.end}")
        if self.claims_stated:
            words.append(rf"{self.forms.either(self.claims_stated)}{self.forms.end}{_TO_A_COLON}")
        if self.forms_of_reports:
            beside = either(self.no_report_beside)
            before = "".join(rf"(?<!\b(?-i:{word}) )" for word in self.no_report_beside)
            verb = f"(?-i:{either(self.forms_of_reports)})"
            words.append(rf"{before}{verb}\b(?! (?-i:{beside})\b)")
        return self._reporting([*words, *self._by_form])

    @cached_property
    def report_of_what_went_before(self) -> re.Pattern[str]:
        """The pattern of a word that credits the words before it, with no "that" after it."""
        forms = self.forms
        before = f"{forms.either(self.reporting_either_way)}{forms.end}"
        words = [f"{before}(?!{forms.after_that(self.that)})", *self._comparing(self._verbs)]
        return self._reporting([*words, *self._by_form])

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
        said = either((*self._verbs, *self.speaking))
        return re.compile(rf",\"? {speaker}(?P<said>{said}){after}", re.IGNORECASE)

    @cached_property
    def speaker_in_dialogue(self) -> re.Pattern[str]:
        """The pattern of who speaks, after what is said: "Come in! said Ada", "— dijo Ada"."""
        said = (*self.speaking, *self.reporting_either_way)
        verbs = self.forms.either(verb for verb in said if verb[0].isalnum())
        tag = rf"[\w,?!…]\"?(?: ?- ?|(?<=[,?!…\"]) ){verbs}{self.forms.end}"
        return re.compile(rf"{tag}|{self.report_right_after.pattern}", re.IGNORECASE)

    @cached_property
    def byline(self) -> re.Pattern[str]:
        """The pattern of a whole line with nothing but its author: "By Ada Byron, Clerk"."""
        if not self.bylines:
            return re.compile(r"(?!)")
        small = rf"(?:,? (?:[^\W\d]{{1,3}}|{_CAPITAL}[\w.'-]*)){{0,9}}"
        names = rf"(?:{_CAPITAL}[\w.'-]+{small}|(?:[\u0600-\u06ff]+ ?){{1,6}})"
        words = self.forms.either(self.bylines)
        return re.compile(rf"{words}:? {names}(?: ?[,|-] [^.!?]{{0,60}})?", re.IGNORECASE)

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
        if self.asking_the_reader:
            start += rf"(?!(?-i:{either(self.asking_the_reader)})\b)"
        return re.compile(rf"{start}(?:{'|'.join(words)})", re.IGNORECASE)

    @cached_property
    def _by_form(self) -> list[str]:
        """The patterns of credits that count in some place only: ", grumbled Reed.", "Per Reed"."""
        found, english = [], self.forms is AS_LISTED
        if self.reporting_a_name:
            name = rf"(?={_CAPITAL}[\w'-]+(?: {_WORD}){{0,3}},{self._not_going_there})"
            after = "(?-i:(?=[A-Z]))" if english else name
            found.append(rf"{'' if english else _FIRST}{either(self.reporting_a_name)} {after}")
        if self.so_says and not english:
            last = rf"(?: {_WORD}){{0,8}}? {_CAPITAL}[\w.'-]*{_END}"
            found.append(rf"(?<=, ){either(self.so_says)}{last}")
        if self.speaking:
            who = rf"(?:{either(self.subjects)}\b|{_CAPITAL}){_WORDS}{{0,60}}?{_END}"
            said = self.forms.either(self.speaking)
            found.append(rf"(?:(?<=[,!?] )|(?<=[,!?]\" )){said}(?:(?=[ -]{who})|{_END})")
        return found

    @property
    def _beside(self) -> str:
        """A pattern of an English reporting word that is not after a word such as "made": "made sure"."""
        words = self.no_report_beside if self.forms is AS_LISTED else ()
        return "".join(rf"(?<!\b{word} )" for word in words)

    @property
    def _not_going_there(self) -> str:
        """A pattern of what follows a name, unless something goes there: "Pour Paris, le train …"."""
        if not self.going_to_a_name:
            return ""
        return rf"(?!{_WORDS}{{0,40}}?(?<=[ ']){self.forms.either(self.going_to_a_name)}{self.forms.end})"

    @property
    def _bare_clauses(self) -> list[str]:
        """The pattern of an English credit that leaves out "that": "maintained the relic is genuine".

        A verb must follow the subject: "maintained the relic" credits nobody.
        """
        if self.forms is not AS_LISTED or not self.ending_subjects:
            return []
        subject, before = either(self.subjects), either(self.before_subjects)
        more = rf"(?: {before} {subject}| (?!{either((*self.subjects, *self.ending_subjects))}\b){_WORD})"
        verb = rf"{more}{{0,6}}? (?-i:{either(self.auxiliaries)})\b"  # May is a month
        other = (*self.articles, *self.determiners, *self.before_subjects)
        noun = "".join(rf"(?<!\b{word} )" for word in other)
        said = f"{noun}{self._beside}{either(self.reporting_a_clause)}"
        return [rf"{said} (?=(?:{subject}\b|(?-i:[A-Z])\w*){verb})"]

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
            words.append(f"{self._beside}{forms.either(self.reporting_a_clause)}{clause}")
        return words

    def _any(self, words: tuple[str, ...]) -> re.Pattern[str]:
        """The pattern of any of the words; without words, it never matches."""
        return re.compile(self.forms.whole(words) if words else r"(?!)", re.IGNORECASE)
