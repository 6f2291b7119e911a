"""Clauses: the patterns of words on which a clause or a claim depends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.text.matching import either
from generator.text.word_forms import AS_LISTED, WordForms

NOTHING = re.compile(r"(?!)")


def last_words_before(
    forms: WordForms,
    joints: tuple[str, ...],
    of_facts: tuple[str, ...],
    alone: tuple[str, ...],
    bare: str = "",
) -> re.Pattern[str]:
    """The pattern of the last words before a clause that depends on them: "assumed that ", "if ".

    `joints` are words such as "that"; the words before them are part of the match, unless they are
    `of_facts`. The words in `alone` need no other before them. `bare` is the pattern of words after
    which "that" may be missing.
    """
    patterns = []
    if joints:
        word = rf"{forms.start_but(of_facts)}[^\W\d][\w{forms.marks}]*"
        patterns.append(rf"{word},? {forms.either(joints)}\W*\Z")
    if alone:
        patterns.append(rf"{forms.whole(alone)}\W*\Z")
    if bare:
        patterns.append(rf"{bare}\s*\Z")
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else NOTHING


def bare_words(
    verbs: Iterable[str],
    nouns: Iterable[str],
    articles: Iterable[str],
    prepositions: Iterable[str],
    being: Iterable[str],
) -> str:
    """The pattern of English words that need no "that": "Ada thinks", "The claim", "Her theory is".

    A word after an article or a preposition is not a verb, and a word after a preposition is not a
    subject: "in fear they left", "after the claims they left".
    """
    listed = tuple(articles)
    no_verb = "".join(rf"(?<!\b{re.escape(word)} )" for word in (*listed, *prepositions))
    noun = either(nouns)
    subject = rf"(?:\A|[,;:] )\W*{either(listed)} {noun}"
    return rf"(?:\b{no_verb}{either(verbs)}|{subject}|\b{noun} {either(being)})\b"


def next_word(forms: WordForms, words: Iterable[str], but: Iterable[str] = ()) -> re.Pattern[str]:
    """The pattern of one of the words right after a clause, in the group `word`: ", if "."""
    listed = tuple(words)
    if not listed:
        return NOTHING
    return re.compile(rf",?\s*(?P<word>{forms.whole(listed, but)})", re.IGNORECASE)


def denied(
    forms: WordForms, denying: tuple[str, ...], claims: tuple[str, ...], that: tuple[str, ...]
) -> list[str]:
    """The patterns of words that deny only what somebody claims: "dismissed the reports of".

    In English the claim follows them; in other languages it may also come before.
    """
    if not denying:
        return []
    verb, claim = forms.either(denying), forms.either(claims)
    if forms is AS_LISTED:
        return [rf"{verb}(?: that|(?: \w+){{0,3}} {claim}(?: that| of| about))"]
    after = rf"(?:,? {forms.either(that)}|{forms.few} {claim})"
    return [f"{verb}{after}", f"{claim}{forms.few} {verb}"]
