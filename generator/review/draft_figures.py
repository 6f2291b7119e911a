"""Figures of a draft: the amounts and times in a quotation, as far as a program can see them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.config.lexicon import Lexicon
from generator.load.entries import Entry
from generator.records import Question
from generator.rules.bounds import ABOUT, BOUNDS, qualifiers_of
from generator.text.numbers import Spoken, numbers

_NOUN = re.compile(r" (?P<word>[^\W\d_]+)")
_NO_NOUN = frozenset(
    [
        "a",
        "again",
        "ago",
        "and",
        "are",
        "as",
        "at",
        "be",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "if",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "per",
        "than",
        "that",
        "the",
        "then",
        "to",
        "was",
        "were",
        "when",
        "which",
        "who",
        "with",
    ]
)
"""English words that may follow a number and are not what it counts."""

_BEGINNING = _NO_NOUN | {
    "after",
    "because",
    "before",
    "he",
    "her",
    "his",
    "i",
    "moreover",
    "now",
    "she",
}
_BEGINNING |= {"so", "their", "there", "therefore", "these", "they", "this", "those", "thus", "we"}
"""English words with which a sentence begins, so that a number before them is that of a verse."""

_PEOPLE = re.compile(
    r"people|persons?|(?:.*wo)?m[ae]n|child(?:ren)?|troops?|civilians?|dead|killed|wounded|injured|"
    r"\w*(?:ers?|ors?|ists?|ians?|ees?|ants?|ives?|ries|staff|folk|guards?|cadets?|martyrs?)|"
    r"boys?|girls?|guests?|recruits?|refugees?|hostages?|casualties|Iraqis?|Pakistanis?|Afghans?",
    re.IGNORECASE,
)
"""Words for people, by their endings; not each word with such an ending is one."""

_COUNT_BEFORE = re.compile(r"[^\W_]+ [^\W\d_]+ $")
_SOME_BEFORE = re.compile(
    r"\b(?:a few|an?|several|some|many|a couple of) [^\W\d_]+ $", re.IGNORECASE
)
_CAPITAL = re.compile(r" (?P<word>[A-Z][a-z]*)\b")
_NAME = re.compile(r"\w\W+[A-Z][a-z]+ $")
_SPAN = re.compile(r"\b\d{4}-$")
_BETWEEN = re.compile(r"\b(?:between|from) [^\w\s]?$", re.IGNORECASE)
_LINK = re.compile(r" (?:and|to) [^\w\s]?|-")


@dataclass(frozen=True, slots=True)
class DraftAmount:
    """An amount or a range in a quotation: the range of its words, and its fields in YAML."""

    start: int
    end: int
    fields: tuple[str, ...]


def amounts(
    quote: str,
    dates: Sequence[tuple[int, int]],
    words: Lexicon,
    units: Mapping[str, Sequence[str]],
    is_common: Callable[[str], bool] = lambda _word: False,
) -> Iterator[DraftAmount]:
    """The amounts in a folded quotation, without dates and ages: "Ada Okoro, 52, said".

    `units` are the units of the vocabulary, each with its words. `is_common` says whether a word
    with a capital is no name.
    """
    found = [
        one
        for one in numbers(quote, words.numbers)
        if not (quote[: one.start].endswith(", ") and quote[one.end :].startswith(","))
        and all(one.end <= first or last <= one.start for first, last in dates)
        and not _is_label(quote, one, is_common)
    ]
    ranges = {first: second for first, second in pairwise(found) if _is_range(quote, first, second)}
    ends = set(ranges.values())
    for one in found:
        if one not in ends:
            yield _amount(quote, one, ranges.get(one), words, units)


def _is_label(quote: str, one: Spoken, is_common: Callable[[str], bool]) -> bool:
    """Whether a number is a note's mark, a verse's number, the end of a span, or part of a name.

    After the number of a verse, a sentence begins: with a capital, even if its first word is no name.
    """
    before, after = quote[: one.start], quote[one.end :]
    if after.startswith((" o'clock", " a.m.", " p.m.")):
        return True
    if before.endswith("[") and after.startswith("]"):
        return True
    if not before:
        following = _CAPITAL.match(after)
        word = following["word"] if following else ""
        return bool(word) and (word.lower() in _BEGINNING or is_common(word))
    is_named = quote[one.start].isdigit() and _NAME.search(before)
    is_counted = _PEOPLE.fullmatch(_counted(quote, one).rpartition(" ")[2])
    return bool((is_named and not is_counted) or _SPAN.search(before))


def _is_range(quote: str, first: Spoken, second: Spoken) -> bool:
    """Whether two numbers are the ends of one amount: "between 200 and 250", "5-6 men"."""
    link = quote[first.end : second.start]
    if first.value >= second.value or not _LINK.fullmatch(link):
        return False
    led = _BETWEEN.search(quote[: first.start])
    return bool(led) or (link == "-" and _counted(quote, second) != "")


def _counted(quote: str, amount: Spoken) -> str:
    """The word right after a number, if it may be what it counts; else "".

    It may have an adjective that is made of a name: "310 Iranian soldiers".
    """
    noun = _NOUN.match(quote, amount.end)
    if not noun or noun["word"].lower() in _NO_NOUN:
        return ""
    people = _NOUN.match(quote, noun.end()) if noun["word"][0].isupper() else None
    return (
        f"{noun['word']} {people['word']}"
        if people and _PEOPLE.fullmatch(people["word"])
        else noun["word"]
    )


def _amount(
    quote: str,
    one: Spoken,
    other: Spoken | None,
    words: Lexicon,
    units: Mapping[str, Sequence[str]],
) -> DraftAmount:
    last_number = other or one
    said = [*qualifiers_of(quote, one, words.language)]
    said += qualifiers_of(quote, other, words.language) if other else []
    names = {word.name for word in said}
    led = _BETWEEN.search(quote[: one.start]) if other else None
    start = min((led.start() if led else one.start, *(word.start for word in said)))
    end = max((last_number.end, *(word.end for word in said)))
    noun = "" if last_number.currency or last_number.percent else _counted(quote, last_number)
    end = max(end, last_number.end + len(noun) + 1) if noun else end
    if other:
        value = f"between: [{one.value:f}, {other.value:f}]"
    else:
        operator = next((name for name in BOUNDS if name in names), "number")
        value = f"{operator}: {one.value:f}"
    fields = [value, *(["about: true"] if ABOUT in names else [])]
    number = quote[last_number.start : last_number.end]
    fields.append(_unit(noun, number, last_number, units))
    if last_number.currency:
        fields.append(f"currency: {last_number.currency}")
    fields += [f"per: {name}" for name in sorted(names - {*BOUNDS, ABOUT})]
    return DraftAmount(start, end, tuple(fields))


def questions_of(
    fields: Sequence[str],
    questions: Sequence[Entry[Question]],
    named: Collection[str],
    sentence: str,
) -> Iterator[str]:
    """A comment with the questions that a figure may answer: of its unit, those first whose words or topics the sentence has."""
    fit = [
        one for one in questions if f"unit: {one.record.unit}" in fields and not one.record.broader
    ]
    said = {word[:5] for word in re.findall(r"[^\W\d_]{4,}", sentence.casefold())}

    def shared(question: Question) -> int:
        asked = " ".join((question.title, *question.asked_as)).casefold()
        words = {word[:5] for word in re.findall(r"[^\W\d_]{4,}", asked)}
        return len(said & words) + len({*question.topics}.intersection(named))

    fit.sort(key=lambda one: -shared(one.record))
    if fit:
        yield f"      # if it answers one of these, add `answers: …`: {', '.join(one.ref for one in fit[:5])}"


def _unit(noun: str, said: str, amount: Spoken, units: Mapping[str, Sequence[str]]) -> str:
    """What is counted; if the word after the number is not a known unit, a hint to fill it in."""
    noun = noun.rpartition(" ")[2]
    if amount.currency or amount.percent:
        return f"unit: {'money' if amount.currency else 'percent'}"
    if named := [name for name, labels in units.items() if noun.lower() in (name, *labels)]:
        return f"unit: {named[0]}"
    if said.rsplit(maxsplit=1)[-1].lower() in {
        label for labels in units.values() for label in labels
    }:
        return f"# unit: is this one of {', '.join(units)}?"
    if not noun or not noun.isascii() or _PEOPLE.fullmatch(noun):
        return "unit: person"
    return f"# unit: is this one of {', '.join(units)}?"


def relative_times(text: str, start: int, end: int, words: Lexicon) -> list[tuple[int, int]]:
    """The first time in a range of a folded text that is relative to another day: "two days ago"."""
    found = words.language.relative.search(text, start, end)
    if not found:
        return []
    counted = _COUNT_BEFORE.search(text[start : found.start()])
    if counted and not numbers(counted[0], words.numbers):
        counted = _SOME_BEFORE.search(text[start : found.start()])
    if counted:
        return [(start + counted.start(), found.end())]
    return [found.span()]
