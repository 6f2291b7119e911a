"""Evidence: the passages that a fact rests on, as text for the rules to search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.passages import SeedPlace, Sighting
from generator.config.lexicon import Lexicon
from generator.records.references import refs_meant
from generator.text.folding import fold_line
from generator.text.matching import IN_QUOTATION_MARKS, REFERENCE_MARK, stands_in
from generator.text.numbers import NumberWords, numbers
from generator.text.seed import Seed

UNSAID = "is not in `quote`, `context` or `attributed_as`"
"""How a message says that no passage of a fact has some words."""


def texts(sightings: Iterable[Sighting], claim: Claim) -> str:
    """The passages as one folded text, without reference marks if the source has any."""
    text = " | ".join(fold_line(sighting.passage.exact) for sighting in sightings)
    return REFERENCE_MARK.sub("", text) if claim.document.record.reference_marks else text


def evidence(claim: Claim) -> str:
    """Every passage of a fact (quote, context, attributed_as) as one folded text."""
    return texts(claim.sightings, claim)


def located_sightings(claim: Claim) -> Iterator[tuple[tuple[str | int, ...], Sighting]]:
    """Each passage of a fact as it was found, with its place in the record before it."""
    for field, sightings in (("quote", claim.quotes), ("context", claim.context)):
        for index, sighting in enumerate(sightings):
            yield (field, index), sighting
    if claim.credit:
        yield ("attributed_as",), claim.credit


def sentences_of(place: SeedPlace, seed: Seed) -> tuple[int, int]:
    """The range of the sentences that a passage lies in: folded indices, half open."""
    start, end = place.folded
    return seed.folded_sentence(start)[0], seed.folded_sentence(end - 1)[1]


def unexplained(kind: re.Pattern[str], text: str, claim: Claim) -> str:
    """The first match of `kind` in the text that the fact's note does not quote, or ""."""
    return next((word for word in _matches(kind, text) if not is_noted(word, claim)), "")


@lru_cache(maxsize=20_000)
def _matches(kind: re.Pattern[str], text: str) -> tuple[str, ...]:
    """What the pattern finds in a text; kept, because `check --watch` asks again after each change."""
    return tuple(match.group() for match in kind.finditer(text))


def is_noted(words: str, claim: Claim) -> bool:
    """Whether the fact's note quotes these words.

    A note excuses a word only by putting it in quotation marks, so a note about something else
    excuses nothing.
    """
    quoted = " | ".join(IN_QUOTATION_MARKS.findall(fold_line(claim.fact.note or ""))).lower()
    return stands_in(words.lower(), quoted)


def outside_marks(text: str) -> str:
    """A text, folded, without whatever is in quotation marks."""
    return IN_QUOTATION_MARKS.sub("", fold_line(text))


def is_held(start: int, end: int, claim: Claim) -> bool:
    """Whether a passage of the fact contains the range, give or take a character."""
    return any(
        sighting.place
        and sighting.place.folded[0] <= start + 1
        and end - 1 <= sighting.place.folded[1]
        for sighting in claim.sightings
    )


def words_of(claim: Claim, atlas: Atlas) -> Lexicon:
    """The words of the language of a claim's document."""
    return atlas.config.words_of(claim.document.record.language)


def stated_numbers(text: str, words: NumberWords) -> frozenset[Decimal]:
    """The value of every number in a text, in digits or in words."""
    return frozenset(spoken.value for spoken in numbers(text, words))


def names_in(text: str, words: Iterable[str]) -> bool:
    """Whether the text contains any of the names as whole words.

    A name that begins with a lower-case letter may have a capital there, as at the start of a sentence.
    """
    return any(
        stands_in(name, text)
        or (name[:1].islower() and stands_in(name[:1].upper() + name[1:], text))
        for name in map(fold_line, words)
    )


def names_of(ref: str, claim: Claim, atlas: Atlas) -> tuple[str, ...]:
    """The words that may mean an entity in a fact's passages: spellings and `resolves`.

    The entity is one of the atlas.
    """
    spellings = tuple(alias.name for alias in atlas.entities[ref].record.spellings)
    resolved = tuple(
        words for words, target in claim.fact.resolves.items() if ref in refs_meant(target)
    )
    return (*spellings, *resolved)
