"""Rules about the vocabulary: records use its words, and its relations join what they may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.problems import Place, Problem, choose_from, most_alike, show
from generator.records.references import entity_kind_of, kind_of
from generator.rules.misplaced import misplaced
from generator.strict_yaml.nodes import OF_THE_NAME


def words_are_in_the_vocabulary(atlas: Atlas) -> Iterator[Problem]:
    """`defaults/vocabulary.yaml` lists every type, unit, period, subkind and kind of source."""
    vocabulary = atlas.config.vocabulary

    def known(
        place: Place, word: str, section: str, words: Iterable[str], kind: str = ""
    ) -> Iterator[Problem]:
        if word not in words:
            yield Problem(place, "vocabulary", _not_listed(word, section, words, kind))

    for claim in atlas.claims.values():
        yield from known(claim.entry.place("type"), claim.fact.type, "types", vocabulary.types)
        for index, figure in enumerate(claim.fact.figures):
            place = claim.entry.place("figures", index, "unit")
            yield from known(place, figure.unit, "units", vocabulary.units)
            if figure.per:
                place = claim.entry.place("figures", index, "per")
                yield from known(place, figure.per, "periods", vocabulary.periods)
    elsewhere = misplaced(atlas)
    for ref, entity in atlas.entities.items():
        subkinds = vocabulary.subkinds[entity_kind_of(ref)]
        subkind = entity.record.subkind
        if subkind:
            place = entity.place("subkind")
            yield from known(place, subkind, "subkinds", subkinds, entity_kind_of(ref))
        elif subkinds and ref not in elsewhere:
            message = f"`subkind` is missing; add the line `subkind: …` with one of: {', '.join(subkinds)}"
            yield Problem(entity.place(), "vocabulary", message)
    for document in atlas.documents.values():
        kind, place = document.record.kind, document.entry.place("kind")
        yield from known(place, kind, "source_kinds", vocabulary.source_kinds)
    for question in atlas.questions.values():
        if question.record.unit:
            place = question.place("unit")
            yield from known(place, question.record.unit, "units", vocabulary.units)


_SECTIONS = {
    "types": ("type of claim", ""),
    "units": ("unit", "{word}: [{label}, {label}s]"),
    "periods": ("period", "{word}: a {label}"),
    "subkinds": ("kind of {kind}", "{kind}s: {{{word}: {label}}}"),
    "source_kinds": ("kind of document", "{word}: {label}"),
    "relations": ("relation", ""),
}
"""What a word of each section of the vocabulary is, and how a project adds one of its own."""


def _not_listed(word: str, section: str, words: Iterable[str], kind: str = "") -> str:
    """The message about a word that is not in a section of the vocabulary; how to add one, if none is like it."""
    known = tuple(words)
    what, line = _SECTIONS[section]
    slots = {"word": word, "label": word.replace("-", " "), "kind": _ONE_OF.get(kind, kind)}
    advice = choose_from(word, known)
    message = f"{show(word)} is not a {what.format(**slots)} here{advice}"
    if line and not most_alike(word, known):
        if section not in ("units", "periods"):
            slots["label"] = slots["label"].capitalize()
        added = line.format(**slots).replace("persons:", "people:")
        message += (
            f"; or, to add it, write `{section}: {{{added}}}` into site_config/vocabulary.yaml (make "
            f"that file if it is missing; if it has `{section}:` already, add to that)"
        )
    return message


_ONE_OF = {"people": "person", "units": "unit", "topics": "topic"}


def relations_tie_the_right_kinds(atlas: Atlas) -> Iterator[Problem]:
    """A relation is in the vocabulary, and joins two things of the kinds that it gives."""
    relations = atlas.config.vocabulary.relations
    for claim in atlas.claims.values():
        for index, relation in enumerate(claim.fact.relations):
            place = claim.entry.place("relations", index, "relation")
            words = relations.get(relation.relation)
            if words is None:
                message = _not_listed(relation.relation, "relations", relations)
                yield Problem(place, "relation", message)
                continue
            ends = kind_of(relation.subject), kind_of(relation.object)
            if ends[0] not in words.subject and ends[1] not in words.object:
                kinds = f"{' or '.join(words.subject)} to {' or '.join(words.object)}"
                swapped = ends[1] in words.subject and ends[0] in words.object
                message = (
                    f"{relation.relation} goes from {kinds}, not from {ends[0]} to {ends[1]}; "
                )
                message += (
                    "swap subject and object"
                    if swapped
                    else "correct them, or choose another relation"
                )
                yield Problem(place, "relation", message)
                continue
            for end, kind in zip(("subject", "object"), ends, strict=True):
                kinds = getattr(words, end)
                if kind not in kinds:
                    wanted = " or ".join(f"a {_ONE_OF[one]}" for one in kinds)
                    named = " or ".join(f"`{one}/…`" for one in kinds)
                    fitting = [
                        name
                        for name, other in relations.items()
                        if ends[0] in other.subject and ends[1] in other.object
                    ]
                    message = (
                        f"the {end} of {relation.relation} must be {wanted}, and "
                        f"{getattr(relation, end)} is a {_ONE_OF[kind]}; if the quote names "
                        f"{wanted}, write that here ({named})"
                    )
                    if fitting:
                        others = " or ".join(f"`relation: {one}`" for one in fitting)
                        message += f"; if {others} says what the quote says, write that on line {place.line}"
                    message += _without(claim, index)
                    yield Problem(claim.entry.place("relations", index, end), "relation", message)
            if relation.subject == relation.object:
                message = f"{relation.subject} is both the subject and the object; correct one"
                yield Problem(place, "relation", message)


def _without(claim: Claim, index: int) -> str:
    """How to delete a relation of a fact, and the name of the list if it is the only one there."""
    relations, place = claim.fact.relations, claim.entry.place
    way = ("relations", OF_THE_NAME) if len(relations) == 1 else ("relations", index)
    first = place(*way).line
    last = max(
        place("relations", index, name).line
        for name in ("subject", "relation", "object", "from", "to")
    )
    return f"; else delete the relation (lines {first} to {last})" if first < last else ""
