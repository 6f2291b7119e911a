"""Mistakes in which one thing is taken for another beside it."""

from __future__ import annotations

import re

from generator.atlas.prose import links
from generator.records import Fact
from generator.rules.evidence import evidence, names_in, names_of
from generator.text.dates import Edtf
from tests.mutations.specimens import Specimen, altered, with_figure, with_quote, with_statement


def paragraph_before(true: Specimen) -> Fact | None:
    """The quotation is the first sentence of the paragraph before; all else stays."""
    seed, place = true.claim.seed, true.claim.quotes[0].place
    start = seed.folded_paragraph(place.folded[0])[0] if place else 0
    if start == 0:
        return None
    first = seed.folded_paragraph(start - 1)[0]
    sentence = seed.folded.text[slice(*seed.folded_sentence(first))].strip()
    return with_quote(true.fact, sentence) if re.search(r"\w", sentence) else None


def time_of_saying(true: Specimen) -> Fact | None:
    """When somebody said it becomes when it was."""
    said = true.fact.said_on
    if said is None or true.fact.when is not None:
        return None
    words = true.fact.said_as_stated
    return altered(true.fact, when=said, when_as_stated=words, said_on=None, said_as_stated=None)


def time_as_that_of_saying(true: Specimen) -> Fact | None:
    """When it was becomes when somebody said it."""
    when: Edtf | None = true.fact.when
    if when is None or true.fact.own_voice or true.fact.said_on is not None:
        return None
    words = true.fact.when_as_stated
    return altered(true.fact, said_on=when, said_as_stated=words, when=None, when_as_stated=None)


def year_for_figure(true: Specimen) -> Fact | None:
    """The number of a figure is a year that the quotation has."""
    year = re.search(r"\b(?:1[5-9]|20)\d\d\b", true.fact.quote[0].exact)
    for index, figure in enumerate(true.fact.figures):
        if year and figure.operator == "number" and year[0] not in figure.as_stated:
            return with_figure(true.fact, index, number=int(year[0]))
    return None


def name_merged(true: Specimen) -> Fact | None:
    """A link leads to another of the same kind whom the passages name beside the right one."""
    said = evidence(true.claim)
    for link in links(true.claim.statement):
        kind = f"{(link.ref or '').split('/')[0]}/"
        for ref in true.atlas.entities:
            beside = ref.startswith(kind) and ref != link.ref
            if beside and names_in(said, names_of(ref, true.claim, true.atlas)):
                found = rf"\[\[(?:[^|\]]*\|)?{re.escape(link.words)}\]\]"
                changed = re.sub(found, f"[[{ref}|{link.words}]]", true.fact.statement)
                return with_statement(true.fact, changed)
    return None


def denial_asserted(true: Specimen) -> Fact | None:
    """What a speaker denies becomes what the speaker says."""
    if true.fact.modality != "denied":
        return None
    return altered(true.fact, modality="asserted")
