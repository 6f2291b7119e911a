"""Mistakes at the edges of a quotation, and words that are lost."""

from __future__ import annotations

import re

from generator.records import Fact
from tests.mutations.specimens import Specimen, with_quote, with_statement


def negation_dropped(true: Specimen) -> Fact | None:
    """The statement loses its "not"."""
    said = r"\b(?:did not|not|never|no) "
    return with_statement(true.fact, re.sub(said, "", true.fact.statement))


def hedge_dropped(true: Specimen) -> Fact | None:
    """The statement loses its "likely" or "alleged", or says "will" for "may"."""
    sure = re.sub(r"\b(?:may|might|could)\b", "will", true.fact.statement)
    return with_statement(true.fact, re.sub(r"\b(?:likely|probably|alleged|allegedly) ", "", sure))


def cut_before_its_denial(true: Specimen) -> Fact | None:
    """The quotation begins after its first denial."""
    exact = true.fact.quote[0].exact
    found = re.search(r"\b(?:denied|not|never|without|no)\b\W+(?=\w)", exact)
    if found is None or found.end() > len(exact) - 12:
        return None
    return with_quote(true.fact, exact[found.end() :])


def cut_in_a_word(true: Specimen) -> Fact | None:
    """The quotation loses its last letter."""
    exact = true.fact.quote[0].exact
    return with_quote(true.fact, exact[:-1]) if exact[-2:].isalnum() else None


def cut_in_a_number(true: Specimen) -> Fact | None:
    """The quotation ends inside a number."""
    exact = true.fact.quote[0].exact
    found = re.search(r"\d[\d,]*\d", exact)
    return None if found is None else with_quote(true.fact, exact[: found.end() - 1])
