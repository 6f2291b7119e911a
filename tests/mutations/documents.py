"""Documents that are rewritten, so that a mistake can be planted in other words than the true ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice

from generator.atlas.passages import SeedPlace
from generator.load.entries import Entries, Entry
from generator.records import Fact, Source
from generator.records.passages import Exact
from generator.text.seed import Seed
from tests.mutations.specimens import Specimen, altered


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A spoilt fact, and the text of the document that it is drawn from."""

    fact: Fact
    text: str


@dataclass(frozen=True, slots=True)
class Planted:
    """A true fact, the wording of a mistake, and what becomes of it with that."""

    true: Specimen
    words: str
    spoilt: Spoilt


Rewrite = Callable[[Specimen, str], Spoilt | None]
"""Plants a mistake in one wording of it, or finds nothing to spoil."""


def planted(
    specimens: Iterable[Specimen], rewrite: Rewrite, words: tuple[str, ...]
) -> Iterator[Planted]:
    """The wordings and the specimens in turn, until each of both has had its turn.

    A specimen that can't be spoilt in some wording leaves its turn to the first that can.
    """
    able = [one for one in specimens if any(rewrite(one, word) for word in words)]
    count = max(len(able), len(words)) if able else 0
    for true, word in islice(zip(cycle(able), cycle(words), strict=False), count):
        for one in (true, *able):
            if spoilt := rewrite(one, word):
                yield Planted(one, word, spoilt)
                break


def rewritten(true: Specimen, start: int, end: int, words: str) -> str:
    """The paragraphs that the fact is drawn from, with other words in a range of the seed."""
    seed = true.claim.seed
    places = [one.place for one in true.claim.sightings if one.place]
    paragraphs = sorted({seed.paragraph(place.start) for place in places})
    parts = []
    for first, last in paragraphs:
        text = seed.text[first:last]
        if first <= start <= last:
            text = text[: start - first] + words + text[end - first :]
        parts.append(text)
    return ("\n\n" if seed.wrapped else "\n").join(parts)


def quoted(true: Specimen) -> SeedPlace | None:
    """The place of a fact's first quotation, unless another passage goes over one of its ends."""
    place, seed = true.claim.quotes[0].place, true.claim.seed.text
    first = true.fact.quote[0]
    if place and (first.prefix or first.suffix or seed[: place.start][-1:].isalnum()):
        return None
    others = [one.place for one in true.claim.sightings[1:]]
    if place is None or None in others:
        return None
    over = any(
        other.start < edge < other.end
        for other in others
        if other
        for edge in (place.start, place.end)
    )
    return None if over else place


def with_first(fact: Fact, exact: str) -> Fact:
    """The fact with other words in its first quotation, and with no prefix or suffix there."""
    return altered(fact, quote=(Exact(exact=exact), *fact.quote[1:]))


def with_documents(
    entries: Entries, found: Iterable[tuple[Entry[Fact], Planted]]
) -> tuple[Entries, list[Entry[Fact]]]:
    """The entries with the spoilt facts, each drawn from a separate document at a separate path."""
    sources = {entry.ref: entry for entry in entries.sources}
    added: list[Entry[Source]] = []
    facts: list[Entry[Fact]] = []
    seeds = dict(entries.seeds)
    for number, (entry, one) in enumerate(found):
        name = f"planted-{number}.txt"
        source = sources[entry.home]
        home = f"{entry.home}-{number}"
        seeds[name] = Seed(name, one.spoilt.text, "")
        record = source.record.model_copy(update={"seed": name, "complete": False})
        added.append(replace(source, ref=home, record=record))
        own = f"{entry.ref}-{number}"
        fact = altered(one.spoilt.fact, id=own)
        facts.append(replace(entry, ref=own, record=fact, home=home, path=f"{entry.path}#{number}"))
    joined = replace(
        entries,
        sources=(*entries.sources, *added),
        facts=(*entries.facts, *facts),
        seeds=seeds,
    )
    return joined, facts
