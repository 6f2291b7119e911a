"""Mistakes in whom a fact names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.atlas.atlas import Claim
from generator.atlas.prose import links
from generator.records import Fact
from generator.rules.evidence import evidence, names_in, names_of
from tests.mutations.specimens import Specimen, altered, with_statement


def _strangers(true: Specimen, like: str | None) -> Iterator[str]:
    """Entities of one kind that the passages do not name: those of the paragraphs come first."""
    kind = f"{(like or '').split('/')[0]}/"
    text, around = evidence(true.claim), _paragraphs(true.claim)
    alike = [ref for ref in true.atlas.entities if ref.startswith(kind)]
    names = {ref: names_of(ref, true.claim, true.atlas) for ref in alike}
    near = [ref for ref in alike if names_in(around, names[ref])]
    yield from (ref for ref in (*near, *alike) if not names_in(text, names[ref]))


def _paragraphs(claim: Claim) -> str:
    seed, places = claim.document.seed, [sighting.place for sighting in claim.sightings]
    assert seed is not None
    ranges = sorted({seed.folded_paragraph(place.folded[0]) for place in places if place})
    return "\n".join(seed.folded.text[start:end] for start, end in ranges)


def name_replaced(true: Specimen) -> Fact | None:
    """A linked name gives way to another of the project that the quotation does not have."""
    for link in links(true.claim.statement):
        for ref in _strangers(true, link.ref):
            return _with_link(true.fact, link.words, f"[[{ref}|{true.atlas.name(ref)}]]")
    return None


def link_to_another(true: Specimen) -> Fact | None:
    """A linked name leads to another entity of the project; its words stay."""
    for link in links(true.claim.statement):
        for ref in _strangers(true, link.ref):
            return _with_link(true.fact, link.words, f"[[{ref}|{link.words}]]")
    return None


def _with_link(fact: Fact, words: str, link: str) -> Fact | None:
    found = rf"\[\[(?:[^|\]]*\|)?{re.escape(words)}\]\]"
    return with_statement(fact, re.sub(found, lambda _: link, fact.statement))


def relation_to_another(true: Specimen) -> Fact | None:
    """A relation ties an entity that the quotation does not have."""
    for relation in true.fact.relations:
        for ref in _strangers(true, relation.object):
            other = relation.model_copy(update={"object": ref})
            return altered(true.fact, relations=(other, *true.fact.relations[1:]))
    return None


def names_swapped(true: Specimen) -> Fact | None:
    """Two links of the statement change places."""
    parts = re.split(r"(\[\[[^\[\]]*\]\])", true.fact.statement)
    if len(parts) < 5:
        return None
    parts[1], parts[3] = parts[3], parts[1]
    return with_statement(true.fact, "".join(parts))


def relation_reversed(true: Specimen) -> Fact | None:
    """The ends of a relation change places."""
    for relation in true.fact.relations:
        turned = {"subject": relation.object, "object": relation.subject}
        other = relation.model_copy(update=turned)
        return altered(true.fact, relations=(other, *true.fact.relations[1:]))
    return None
