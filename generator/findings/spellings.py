"""Spellings: which documents use which name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Atlas
from generator.records.references import kind_of
from generator.text.folding import fold_line
from generator.text.matching import is_inside_word, occurrences

_LETTERS = re.compile(r"[^\W_]+")


def written_in(atlas: Atlas) -> Mapping[str, tuple[str, ...]]:
    """The documents that contain a name, by its folded spelling.

    A name inside a longer one may not be a mention: "Iraq" in "Islamic State of Iraq" is not. A
    document can contain a name only if it has each of its words, so only the documents with its
    rarest word are searched.
    """
    texts = {ref: one.seed.flat for ref, one in atlas.documents.items() if one.seed}
    having: defaultdict[str, list[str]] = defaultdict(list)
    for ref, text in texts.items():
        for word in set(_LETTERS.findall(text)):
            having[word].append(ref)
    searched: defaultdict[str, list[str]] = defaultdict(list)
    for name in atlas.names.by_spelling:
        words = _LETTERS.findall(name)
        for ref in min((having.get(word, []) for word in words), key=len, default=[*texts]):
            searched[ref].append(name)
    hiding = _Hiding.of(atlas)
    found = {name: dict[str, None]() for name in atlas.names.by_spelling}
    for ref, text in texts.items():
        for name in _named(searched[ref], text, hiding):
            found[name][ref] = None
    return {name: tuple(documents) for name, documents in found.items()}


@dataclass(frozen=True, slots=True)
class _Hiding:
    """Which names, inside which longer ones, do not mention the entities that have them.

    The longer name is another spelling of the same entity, or the name of something that no claim
    ties to it. But an event may be named after a place: "battle in Aleppo" names Aleppo.
    """

    bearers: Mapping[str, tuple[str, ...]]
    proper: frozenset[str]
    first_names: frozenset[tuple[str, str]]
    tied: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, atlas: Atlas) -> _Hiding:
        """What the names in the records show."""
        records = {ref: entity.record for ref, entity in atlas.entities.items()}
        ties = [tie for claim in atlas.claims.values() for tie in claim.fact.relations]
        ends = [(tie.subject, tie.object) for tie in ties]
        return cls(
            atlas.names.by_spelling,
            frozenset(
                ref
                for ref, record in records.items()
                if kind_of(ref) != "topics" or record.subkind == "place"
            ),
            frozenset((fold_line(record.name), ref) for ref, record in records.items()),
            frozenset((*ends, *((other, one) for one, other in ends))),
        )

    def hides(self, longer: str, name: str) -> bool:
        """Whether a name is not a mention if it is inside a longer one."""
        outer, inner = self.bearers[longer], self.bearers[name]
        if both := {*outer} & {*inner}:
            return not any((name, ref) in self.first_names for ref in both)
        if not self.proper.issuperset(outer):
            return False
        return not any((one, other) in self.tied for one in outer for other in inner)


def _named(names: Iterable[str], text: str, hiding: _Hiding) -> Iterator[str]:
    """The names that occur in a text, once for each place where no longer one hides them."""
    places = sorted(
        (start, -start - len(name), name) for name in names for start in _places(name, text)
    )
    around: list[tuple[int, str]] = []
    for start, end, name in places:
        around = [(reach, longer) for reach, longer in around if reach > start]
        if not any(reach >= -end and hiding.hides(longer, name) for reach, longer in around):
            yield name
        around.append((-end, name))


def _places(name: str, text: str) -> Iterator[int]:
    """Where a name occurs in a text as whole words."""
    for start in occurrences(name, text):
        if not is_inside_word(text, start) and not is_inside_word(text, start + len(name)):
            yield start
