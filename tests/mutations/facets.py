"""Mistakes in what a claim counts, and in what kind of claim it is."""

from __future__ import annotations

from generator.records import Fact
from tests.mutations.specimens import Specimen, altered, with_figure


def population_of_another(true: Specimen) -> Fact | None:
    """A figure counts another population of its question."""
    for index, figure in enumerate(true.fact.figures):
        if figure.answers and figure.population:
            listed = true.atlas.questions[figure.answers].record.population
            for name in listed:
                if name not in figure.population:
                    return with_figure(true.fact, index, population=(name,))
    return None


def asserted(true: Specimen) -> Fact | None:
    """What is announced or predicted is asserted."""
    if true.fact.modality not in ("announced", "predicted"):
        return None
    return altered(true.fact, modality="asserted")
