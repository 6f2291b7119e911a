"""Differences as short lines, in which no text from a record can affect the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.config.wording import Wording
from generator.problems import show
from generator.review.diff import Change, Differences, PairChange, QuestionChange
from generator.review.pictures import PictureChange

VALUE_SHOWN = 1000  # characters

SIGNS = {"added": "+", "removed": "-", "changed": "~"}
WEIGHTY = ("contradict", "contradict-unless", "opposite-times", "agree", "one-voice")
"""The outcomes that a reviewer sees for each pair; pairs with other outcomes are only counted."""


def lines(found: Differences, changed: Iterable[PictureChange], wording: Wording) -> Iterator[str]:
    """The changes, line by line, in the site's wording; the pictures that changed come first."""
    for picture in changed:
        yield f"what readers see in {picture.ref}: {show(picture.title, VALUE_SHOWN)}"
        yield from (f"  {sign} {_bare(note)}" for sign, note in picture.notes)
        if picture.old_lead != picture.new_lead:
            yield f"  ~ opening: {_value(picture.old_lead)} → {_value(picture.new_lead)}"
    kind = ""
    for change in found.records:
        if change.kind != kind:
            kind = change.kind
            yield from _heading(kind, found)
        yield from _record(change)
    if found.pages:
        yield f"pages with changed facts: {len(found.pages):,}"
        for ref, count in found.pages:
            yield f"  {ref}: {count:,}"
    if found.questions:
        yield f"questions with changed answers: {len(found.questions):,}"
        for question in found.questions:
            yield from _question(question, wording)
    if not (found.records or found.questions):
        yield "nothing changes"


def _heading(kind: str, found: Differences) -> Iterator[str]:
    counts = Counter(change.how for change in found.records if change.kind == kind)
    yield f"{kind}: " + ", ".join(f"{counts[how]:,} {how}" for how in SIGNS if counts[how])


def _record(change: Change) -> Iterator[str]:
    label = "" if change.label == change.ref else f" {show(change.label, VALUE_SHOWN)}"
    yield f"  {SIGNS[change.how]} {_bare(change.ref)}{label}"
    for field in change.fields:
        yield f"      {_bare(field.field)}: {_value(field.old)} → {_value(field.new)}"


def _question(change: QuestionChange, wording: Wording) -> Iterator[str]:
    yield f"  {change.ref}"
    for how, sign in SIGNS.items():
        for fact in getattr(change, how):
            yield f"    {sign} answer {fact}"
    light: Counter[tuple[str, str]] = Counter()
    for pair in change.pairs:
        words = _outcome(pair, wording)
        if pair.old and pair.new:
            yield f"    ~ {pair.a}, {pair.b}: {words}"
            continue
        sign, (outcome, _) = ("+", pair.new) if pair.new else ("-", pair.old or ("", ""))
        if outcome in WEIGHTY:
            yield f"    {sign} {pair.a}, {pair.b}: {words}"
        else:
            light[sign, wording.outcomes[outcome]] += 1
    for (sign, outcome), count in sorted(light.items()):
        yield f"    {sign} {count:,} more pair{'s' if count > 1 else ''}: {outcome}"


def _outcome(pair: PairChange, wording: Wording) -> str:
    """The old and new outcome of a pair, in the site's wording."""
    said = [
        f"{wording.outcomes[outcome]} ({wording.reasons[why]})"
        for outcome, why in (side for side in (pair.old, pair.new) if side)
    ]
    return " → ".join(said)


def _value(text: str | None) -> str:
    return "(not set)" if text is None else show(text, VALUE_SHOWN)


def _bare(text: str) -> str:
    """A name without quotation marks, escaped like any value."""
    return show(text, VALUE_SHOWN)[1:-1]
