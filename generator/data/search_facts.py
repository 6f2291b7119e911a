"""What the search knows of facts, which are numbered from 0 by document and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator.atlas.atlas import Claim
from generator.data.search_words import SearchReader
from generator.data.shards import Postings, postings
from generator.markup.escaping import text_of
from generator.markup.writer import Desk

COMMON_FROM = 2_000  # a word in more facts than this,
COMMON_SHARE = 8  # and in more than one in so many of all facts, is common
COMMON_KEPT = 500  # facts that a common word finds by itself; with other words it finds none


def fact_words(
    desk: Desk, reader: SearchReader, claims: tuple[Claim, ...]
) -> tuple[Postings, list[str]]:
    """For the form of each word, the facts that state it, and the facts that have it beside their statement.

    The second value is the forms that are too common to narrow a search.
    """

    def words(text: str) -> frozenset[str]:
        read = reader.words(text)
        return frozenset(reader.form(word) for word in read if word not in reader.small)

    often = cache(words)  # for texts that many facts share

    names = {ref: words(desk.atlas.name(ref)) for ref in desk.atlas.about if desk.atlas.knows(ref)}
    found: Postings = defaultdict(lambda: (set(), set()))
    for number, claim in enumerate(claims):
        stated = words(claim.words)
        beside = {word for one in _beside(desk, claim) for word in often(one)}
        beside.update(word for ref in claim.mentions for word in names.get(ref, ()))
        for word in stated:
            found[word][0].add(number)
        for word in beside - stated:
            found[word][1].add(number)
    most = max(COMMON_FROM, len(claims) // COMMON_SHARE)
    common = sorted(word for word, (one, other) in found.items() if len(one) + len(other) > most)
    for word in common:
        first, second = (sorted(numbers)[:COMMON_KEPT] for numbers in found[word])
        found[word] = set(first), set(second[: COMMON_KEPT - len(first)])
    return found, common


def _beside(desk: Desk, claim: Claim) -> Iterator[str]:
    """The words beside a fact's statement that find it: quotes, translations, speakers, dates, topics."""
    yield from (one.passage.exact for one in claim.quotes)
    yield from (one.passage.translation.text for one in claim.quotes if one.passage.translation)
    yield says(desk, claim)
    yield desk.when(claim)
    yield from (date.text for date in (claim.fact.when, claim.fact.said_on) if date)
    yield claim.document.record.letter


def told(desk: Desk, claims: Sequence[Claim], pages: Mapping[str, set[int]]) -> object:
    """What results show of some facts: all speakers, each once, and a row for each fact.

    At the end of a row are the numbers of the names that the fact is about.
    """
    said = [says(desk, one) for one in claims]
    speakers = {one: number for number, one in enumerate(sorted(set(said)))}
    rows = [
        [
            one.id,
            desk.when(one),
            one.words,
            speakers[spoken],
            one.document.record.letter,
            postings(pages[one.id]),
        ]
        for one, spoken in zip(claims, said, strict=True)
    ]
    return {"says": list(speakers), "rows": rows}


def says(desk: Desk, claim: Claim) -> str:
    """The claimants of a claim, those they speak through, and the document, as text."""
    return text_of(desk.says(claim))
