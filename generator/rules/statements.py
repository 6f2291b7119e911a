"""Rules about statements: their numbers, bounds and months come from the passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.atlas.atlas import Atlas, Claim
from generator.config.lexicon import Lexicon
from generator.config.site import LANGUAGE
from generator.problems import Problem, show
from generator.rules.amounts import is_quoted
from generator.rules.bounds import ABOUT, qualifiers
from generator.rules.date_evidence import is_said
from generator.rules.evidence import (
    UNSAID,
    evidence,
    stated_numbers,
    texts,
    unexplained,
    words_of,
)
from generator.text.dates import DatePart, Edtf, parse
from generator.text.folding import fold_line
from generator.text.numbers import NumberWords, Spoken, Vague, numbers, vague
from generator.text.numeric_dates import numeric_dates


def numbers_are_in_evidence(atlas: Atlas) -> Iterator[Problem]:
    """Every number in a statement is in the fact's passages, at least as often, or in an inferred date.

    "thirty" equals "30", "$9 billion" equals 9000000000, and "2015-18" contains 2018. A vague
    amount ("tens of thousands") is in the passages too.
    """
    for claim in atlas.claims.values():
        text, ours = evidence(claim), fold_line(claim.words)
        words = words_of(claim, atlas).numbers
        theirs = _counted(text, words)
        theirs |= Counter(Decimal(part.number) for part in numeric_dates(text))
        inferred = {
            Decimal(abs(part.number)) for date in _inferred_dates(claim) for part in date.parts()
        }
        place = claim.entry.place("statement")
        for number in sorted(_counted(ours, atlas.config.numbers) - theirs):
            if number in inferred:
                continue
            message = (
                f"{number:f} is in the statement more often than in `quote`, `context` and "
                "`attributed_as` together; use it no more often than that"
                if number in theirs
                else _added(f"{number:f}")
            )
            yield Problem(place, "number-not-in-quote", message)
        said = {(one.low, one.high) for one in vague(text, words)}
        for amount in vague(ours, atlas.config.numbers):
            if (amount.low, amount.high) not in said:
                yield Problem(place, "number-not-in-quote", _added(show(amount.phrase)))


def _added(words: str) -> str:
    """The message if a statement has something that no passage has."""
    return (
        f"the statement has {words}, which {UNSAID}; correct it, or add the document's words for it "
        "to `context`"
    )


def _counted(text: str, words: NumberWords) -> Counter[Decimal]:
    return Counter(spoken.value for spoken in numbers(text, words))


def _inferred_dates(claim: Claim) -> list[Edtf]:
    """The dates of a fact that have a reason under `inferred`, or are converted by us."""
    fact = claim.fact
    given = {name: getattr(fact, name) for name in ("when", "said_on")}
    inferred = [date for name, date in given.items() if date and name in fact.inferred]
    return [*inferred, *(parse(date.text) for date in given.values() if date and date.stated)]


def bounds_are_kept(atlas: Atlas) -> Iterator[Problem]:
    """A statement has "more than", "about" or "a year" for a number if, and only if, the passages do.

    `defaults/language.yaml` lists the words.
    """
    for claim in atlas.claims.values():
        words, own = words_of(claim, atlas), atlas.config.words_of(LANGUAGE)
        if not claim.fact.figures or not words.known:
            continue
        place, text = claim.entry.place("statement"), evidence(claim)
        ours, theirs = _qualified(fold_line(claim.words), own), _qualified(text, words)
        for figure in claim.fact.figures:
            if not is_quoted(figure, claim, atlas):
                continue  # another rule says so
            stated = _qualified(fold_line(figure.as_stated), words)
            theirs |= stated
            for name in sorted({name for _, name in stated - ours}):
                message = (
                    f"{show(figure.as_stated)} has {_spelt(name, atlas)} (or a similar word), but the "
                    "statement does not; keep the document's word"
                )
                yield Problem(place, "bound", message)
        added = {(value, name) for value, name in ours - theirs if value is not None}
        known = stated_numbers(text, words.numbers) if added else frozenset()
        for value, name in sorted(pair for pair in added if pair[0] in known):
            message = (
                f"the statement has {_spelt(name, atlas)} (or a similar word) for {value:f}, but "
                "`quote`, `context` and `attributed_as` do not; remove that word"
            )
            yield Problem(place, "bound", message)


def _spelt(name: str, atlas: Atlas) -> str:
    """A qualifier in words: "more than" for `more_than`, "a year" for `year`."""
    return f'"a {name}"' if name in atlas.config.language.per else f'"{name.replace("_", " ")}"'


@lru_cache(maxsize=2**12)  # a workbench and `check --watch` ask again for each fact after an edit
def _qualified(text: str, words: Lexicon) -> frozenset[tuple[Decimal | None, str]]:
    """Pairs of a number in a folded text and one of its qualifiers; None means any amount."""
    spoken, language = numbers(text, words.numbers), words.language
    amounts: tuple[Spoken | Vague, ...] = (*spoken, *vague(text, words.numbers))
    said = qualifiers(text, amounts, language)
    of_each = (
        (one.value, name) for one in spoken for name in qualifiers(text, [one], language) & said
    )
    return frozenset((*((None, name) for name in said), *(of_each if said else ())))


def estimates_are_kept(atlas: Atlas) -> Iterator[Problem]:
    """If the quote calls an amount an estimate, so does the statement: "is estimated to spend".

    Any word for an estimate or a doubt will do, and so will "about". A statement without the amount
    needs none. The word may also be left out if the crediting words have it, because the speaker
    then is the one who estimates, or if a note quotes it. `defaults/language.yaml` lists the words.
    """
    ours = atlas.config.language
    for claim in atlas.claims.values():
        theirs = words_of(claim, atlas)
        credit = [claim.credit] if claim.credit else []
        if not theirs.known or theirs.language.estimate.search(texts(credit, claim)):
            continue
        quoted, said = texts(claim.quotes, claim), fold_line(claim.words)
        word = unexplained(theirs.language.estimate, quoted, claim)
        if not word or ours.estimate.search(said) or ours.hedge.search(said):
            continue
        amount = next(iter(numbers(quoted.partition(word)[2], theirs.numbers)), None)
        if amount and amount.value not in stated_numbers(said, atlas.config.numbers):
            continue
        if not any(name == ABOUT for _, name in _qualified(said, atlas.config.words_of(LANGUAGE))):
            message = (
                f"the quote has {show(word)}, but the statement does not say that it is an estimate; keep "
                f"the document's word, or add a note that quotes “{word}” and explains why it is about "
                "something else"
            )
            yield Problem(claim.entry.place("statement"), "hedge", message)


def months_are_in_evidence(atlas: Atlas) -> Iterator[Problem]:
    """Every month that a statement names is in the fact's passages or in an inferred date."""
    months = atlas.config.dates.months
    for claim in atlas.claims.values():
        named = dict.fromkeys(_names(months).findall(claim.words))
        if not named:
            continue
        text = evidence(claim)
        inferred = {part for date in _inferred_dates(claim) for part in date.parts()}
        for name in named:
            part = DatePart("month", months.index(name) + 1)
            if part not in inferred and not is_said(part, text, words_of(claim, atlas)):
                yield Problem(claim.entry.place("statement"), "date-not-in-quote", _added(name))


@lru_cache(maxsize=8)
def _names(months: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, months))})\b")
