"""Why two answers compare as they do, in words."""

from __future__ import annotations

from generator.config.wording import Wording
from generator.findings.compare import Comparison, Reason
from generator.markup.escaping import filled
from generator.markup.inline import counted

DAYS_IN_A_YEAR = 365.25
DAYS_IN_A_MONTH = DAYS_IN_A_YEAR / 12

OF_TIMES: tuple[Reason, ...] = ("time-overlap", "crossed")
"""The reasons why two answers count different things that dates show."""


def why(pair: Comparison, wording: Wording) -> str:
    """Why two answers compare as they do: the reason, any doubt, and how they were compared."""
    words = wording.comparing
    parts: list[str] = [wording.reasons[pair.why]]
    parts += [words.unless[doubt] for doubt in pair.doubts]
    if pair.outcome in ("opposite-times", "different-times"):
        lapse = filled(words.apart, time=_lapse(pair.days, wording))
        parts.append(lapse if pair.days else words.ordered)
    if pair.yearly:
        parts.append(words.yearly)
    if rests_on_dates(pair):
        parts.append(words.concluded)
    return " ".join(parts)


def rests_on_dates(pair: Comparison) -> bool:
    """Whether a verdict rests on a date that we concluded."""
    return pair.concluded and (pair.reach != "other" or pair.why in OF_TIMES)


def _lapse(days: int, wording: Wording) -> str:
    """A number of days in words: in days, months or years."""
    counts = wording.counts
    for length, words in ((DAYS_IN_A_YEAR, counts.years), (DAYS_IN_A_MONTH, counts.months)):
        if days >= 2 * length:
            return counted(round(days / length), words)
    return counted(days, counts.days)
