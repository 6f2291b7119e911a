"""Placing: where a claim belongs in time, as far as that is known.

That is when it happened or held. If that is not known, it is when somebody said it. Failing that,
all that is known is that it was by the time when the document was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.atlas.atlas import Claim
from generator.findings.timing import Timing, happened, said
from generator.text.dates import coarse, until


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in time, and whether it is the time of saying so, not of what is said."""

    timing: Timing
    said: bool

    @property
    def of_document(self) -> bool:
        """Whether the place is no more than "by the time when the document was written"."""
        return self.timing.known == "by-document" or (self.said and self.timing.known == "present")


@lru_cache(maxsize=2**16)
def placed(claim: Claim) -> Placed | None:
    """The place of a claim in time; None for a date without a year, and if nothing is known."""
    held, spoken = happened(claim), said(claim)
    if held is not None and held.known != "by-document":
        return Placed(held, said=False)
    if claim.fact.when is not None:
        return None
    if spoken is not None:
        return Placed(spoken, said=True)
    if held is not None:
        return Placed(held, said=False)
    told = _told(claim)
    return Placed(told, said=True) if told else None


def _told(claim: Claim) -> Timing | None:
    """When a document made a claim about the future: on the day it was written, or by then."""
    own = claim.document.written
    if own is None or claim.fact.own_voice:
        return Timing(own, "present") if own else None
    return Timing(until(coarse(own)), "by-document") if own.latest else None
