"""Mutants: mistakes planted in the real records, and the share of them that the rules refuse.

Kinds that no rule can catch are not here: a name swapped for another of the same sentence, a
date made "by" instead of "on", a facet that the words do not tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.fields import Exact
from generator.join import join
from generator.load import Entries, load
from generator.parsing import Entry
from generator.records import Fact
from generator.rules import check

ROOT = Path(__file__).parent.parent
Mutate = Callable[[Fact], Fact | None]


@pytest.fixture(scope="module")
def entries() -> Entries:
    """The real project, which loads without a problem."""
    found, problems = load(ROOT)
    assert found is not None
    assert problems == []
    return found


def _other_digit(text: str) -> str | None:
    match = re.search(r"\d", re.sub(r"\[\[[^|\]]*\|", lambda m: "x" * len(m.group()), text))
    if match is None:
        return None
    digit = str((int(match.group()) + 1) % 10)
    return text[: match.start()] + digit + text[match.end() :]


def digit_in_quote(fact: Fact) -> Fact | None:
    """A digit of the quotation is another."""
    changed = _other_digit(fact.quote[0].exact)
    if changed is None:
        return None
    first = fact.quote[0].model_copy(update={"exact": changed})
    return fact.model_copy(update={"quote": (first, *fact.quote[1:])})


def digit_in_statement(fact: Fact) -> Fact | None:
    """A digit of the statement is another."""
    changed = _other_digit(fact.statement)
    return changed and fact.model_copy(update={"statement": changed})  # type: ignore[return-value]


def number_in_figure(fact: Fact) -> Fact | None:
    """A figure is ten times what it was."""
    for index, figure in enumerate(fact.figures):
        if figure.operator not in ("words", "between"):
            ten = figure.model_copy(update={figure.operator: getattr(figure, figure.operator) * 10})
            figures = (*fact.figures[:index], ten, *fact.figures[index + 1 :])
            return fact.model_copy(update={"figures": figures})
    return None


def operator(fact: Fact) -> Fact | None:
    """An exact figure becomes a bound, a bound an exact figure."""
    for index, figure in enumerate(fact.figures):
        if figure.operator in ("words", "between"):
            continue
        value = getattr(figure, figure.operator)
        other = "more_than" if figure.operator == "number" else "number"
        turned = figure.model_copy(update={figure.operator: None, other: value})
        figures = (*fact.figures[:index], turned, *fact.figures[index + 1 :])
        return fact.model_copy(update={"figures": figures})
    return None


def period(fact: Fact) -> Fact | None:
    """A year's rate becomes a month's, a month's a year's, a total a year's."""
    if not fact.figures:
        return None
    first = fact.figures[0]
    per = "month" if first.per == "year" else "year"
    figures = (first.model_copy(update={"per": per}), *fact.figures[1:])
    return fact.model_copy(update={"figures": figures})


def own_voice(fact: Fact) -> Fact | None:
    """What somebody is credited with becomes the document's own claim."""
    if fact.own_voice or fact.note:
        return None
    return fact.model_copy(update={"attributed_to": ("self",), "attributed_as": None, "via": ()})


def another_claimant(fact: Fact) -> Fact | None:
    """Somebody else is credited."""
    if fact.own_voice:
        return None
    return fact.model_copy(update={"attributed_to": ("units/boeing",)})


def negation_dropped(fact: Fact) -> Fact | None:
    """The statement loses its "not"."""
    changed = re.sub(r"\b(?:did not|not|never|no) ", "", fact.statement)
    if changed == fact.statement or fact.note:
        return None
    return fact.model_copy(update={"statement": changed})


def cut_in_a_word(fact: Fact) -> Fact | None:
    """The quotation loses its last letter."""
    exact = fact.quote[0].exact
    if not exact[-2:].isalnum():
        return None
    quote = (Exact(exact=exact[:-1], prefix=None, suffix=None), *fact.quote[1:])
    return fact.model_copy(update={"quote": quote})


def year(fact: Fact) -> Fact | None:
    """The date is a year that the document does not give."""
    if fact.when is None or "when" in fact.inferred:
        return None
    return fact.model_copy(update={"when": type(fact).model_validate(_dated(fact)).when})


def trimmed_at_its_start(fact: Fact) -> Fact | None:
    """The quotation begins after its first denial."""
    found = re.search(r"\b(?:denied|not|never|without|no)\b\W+(?=\w)", fact.quote[0].exact)
    if found is None or fact.note or found.end() > len(fact.quote[0].exact) - 12:
        return None
    rest = Exact(exact=fact.quote[0].exact[found.end() :])
    return fact.model_copy(update={"quote": (rest, *fact.quote[1:])})


def swapped_figures(fact: Fact) -> Fact | None:
    """Two figures change their numbers."""
    if len(fact.figures) < 2 or {one.operator for one in fact.figures[:2]} != {"number"}:
        return None
    first, second, *rest = fact.figures
    swapped = (
        first.model_copy(update={"number": second.number}),
        second.model_copy(update={"number": first.number}),
    )
    return fact.model_copy(update={"figures": (*swapped, *rest)})


def cut_in_a_number(fact: Fact) -> Fact | None:
    """The quotation ends inside a number."""
    found = re.search(r"\d[\d,]*\d", fact.quote[0].exact)
    if found is None:
        return None
    exact = fact.quote[0].exact[: found.end() - 1]
    return fact.model_copy(update={"quote": (Exact(exact=exact), *fact.quote[1:])})


def _dated(fact: Fact) -> dict[str, object]:
    return {
        "id": fact.id,
        "statement": "x",
        "quote": "x",
        "attributed_to": "self",
        "type": "event",
        "when": "1937",
        "when_as_stated": fact.when_as_stated or "x",
    }


def _refused(entries: Entries, mutate: Mutate) -> Iterator[bool]:
    """For each fact that can be spoilt so: whether a rule refuses it."""
    spoilt = {
        entry.ref: Entry(entry.ref, changed, entry.path, entry.node, entry.home)
        for entry in entries.facts
        if (changed := mutate(entry.record)) is not None
    }
    facts = tuple(spoilt.get(entry.ref, entry) for entry in entries.facts)
    problems = check(join(replace(entries, facts=facts)))
    places = {(one.place.path, one.place.line) for one in problems}
    starts = sorted((entry.path, entry.place().line) for entry in entries.facts)
    for entry in spoilt.values():
        path, start = entry.path, entry.place().line
        end = next((line for other, line in starts if other == path and line > start), 10**9)
        yield any(p == path and start <= line < end for p, line in places)


@pytest.mark.parametrize(
    ("mutate", "share"),
    [
        (digit_in_quote, 1.0),
        (digit_in_statement, 0.95),
        (number_in_figure, 1.0),
        (operator, 1.0),
        (period, 1.0),
        (own_voice, 0.6),
        (another_claimant, 1.0),
        (negation_dropped, 0.8),
        (cut_in_a_word, 1.0),
        (year, 1.0),
        (trimmed_at_its_start, 0.8),
        (swapped_figures, 1.0),
        (cut_in_a_number, 1.0),
    ],
)
def test_planted_mistakes_are_refused(entries: Entries, mutate: Mutate, share: float) -> None:
    """Of each kind of mistake the rules refuse at least the stated share; it is printed."""
    outcomes = list(_refused(entries, mutate))
    print(f"{mutate.__name__}: {sum(outcomes)} of {len(outcomes)} refused")  # noqa: T201
    assert outcomes
    assert sum(outcomes) >= share * len(outcomes)


def test_true_records_are_accepted(entries: Entries) -> None:
    """No rule is alarmed by the records as they are."""
    assert check(join(entries)) == []


def test_a_quotation_from_another_document_is_refused(entries: Entries) -> None:
    """Every fact that is moved to another document is refused, with the document's name."""
    homes = sorted({entry.home for entry in entries.facts})
    onward = dict(zip(homes, [*homes[1:], homes[0]], strict=True))
    moved = tuple(replace(entry, home=onward[entry.home]) for entry in entries.facts)
    places = {
        (one.place.path, one.place.line)
        for one in check(join(replace(entries, facts=moved)))
        if one.rule.startswith("quote-")
    }
    refused = sum(
        any((entry.path, entry.place("quote", 0, "exact").line) == place for place in places)
        for entry in moved
    )
    print(f"moved to another document: {refused} of {len(moved)} refused")  # noqa: T201
    assert refused >= 0.98 * len(moved)
