"""What the search filters facts by: their types, documents, years and claimants."""

from __future__ import annotations

from collections import defaultdict

from generator.atlas.atlas import Claim
from generator.data.shards import base36
from generator.findings.placing import placed
from generator.markup.escaping import text_of
from generator.markup.writer import Desk
from generator.text.days import Day


def all_claimants(desk: Desk, claims: tuple[Claim, ...]) -> dict[str, str]:
    """Every claimant by key, with its name, sorted by name."""
    found = {one.key: text_of(desk.claimant(one)) for claim in claims for one in claim.claimants}
    return dict(sorted(found.items(), key=lambda item: (item[1].casefold(), item[0])))


def marks(desk: Desk, claim: Claim, places: dict[str, int]) -> object:
    """A fact's type, first and last year, and claimants, as positions in `filters.js`.

    The years are those in which it happened or was said, as its document states them or as we
    conclude. They are negative before Christ. "No later than its document" does not count as a
    year.
    """
    types = list(desk.atlas.config.vocabulary.types)
    place = placed(claim)
    date = place.timing.date if place and not place.of_document else None
    first = _year(date.earliest) if date and date.earliest else ""
    last = _year(date.latest) if date and date.latest else ""
    who = ".".join(base36(places[one.key]) for one in claim.claimants)
    return f"{base36(types.index(claim.fact.type))} {first} {last} {who}"


def _year(day: Day) -> int:
    """The year as readers enter it: 44 BC is -44, and there is no year 0."""
    return day.year if day.year > 0 else day.year - 1


def filters(desk: Desk, claims: tuple[Claim, ...], claimants: dict[str, str]) -> object:
    """The filters of the results: types, documents with the numbers of their facts, claimants."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        numbers[claim.source].append(number)
    types = desk.atlas.config.vocabulary.types
    documents = desk.atlas.documents
    return {
        "types": list(types.items()),
        "sources": [
            [ref, f"{one.record.letter} · {one.record.short}", *_ends(numbers.get(ref, []))]
            for ref, one in documents.items()
        ],
        "claimants": list(claimants.items()),
    }


def _ends(numbers: list[int]) -> tuple[int, int]:
    """For each document, the numbers of its first fact and of the fact after its last."""
    return (numbers[0], numbers[-1] + 1) if numbers else (0, 0)
