"""When: the dates of a claim in words, with square brackets around what evidence gives."""

from __future__ import annotations

from functools import lru_cache

from generator.atlas.atlas import Claim
from generator.config.config import Config
from generator.findings.placing import placed
from generator.findings.timing import Timing, said
from generator.markup.escaping import filled, text_of
from generator.records import Relation, Relay
from generator.text.date_words import with_year
from generator.text.date_words import words as in_words
from generator.text.dates import Edtf, coarse


@lru_cache(maxsize=2**14)  # a page says the times of its answers again and again
def of_timing(timing: Timing, config: Config) -> str:
    """A date in words, in square brackets if it is a conclusion from evidence."""
    if not timing.concluded:
        return in_words(timing.date, config.dates)
    return f"[{in_words(_shown(timing), config.dates)}]"


def _shown(timing: Timing) -> Edtf:
    """The date as shown: for a document's own date, the month or the year is enough."""
    return coarse(timing.date) if timing.by_its_document else timing.date


@lru_cache(maxsize=2**16)  # most claims are on several pages
def when(claim: Claim, config: Config) -> str:
    """When a fact held, in words, with the document's own words for it.

    If neither the document nor evidence says when, it is the time when somebody said it; failing
    that, it is "by" the time when the document was written.
    """
    own, stated, place = claim.fact.when, claim.fact.when_as_stated, placed(claim)
    if place is None:
        date = in_words(own, config.dates) if own else ""
        return in_both(date, stated) or config.wording.claim.no_date
    if place.said:
        date = of_dated(claim.fact.said_on, place.timing, config)
        date = as_said(date, _shown(place.timing), config)
        return f"“{stated}”, {date}" if stated else date
    if place.of_document and stated:
        return f"“{stated}” {of_timing(place.timing, config)}"
    return in_both(of_dated(own, place.timing, config), stated)


def as_said(date: str, edtf: Edtf, config: Config) -> str:
    """A date in words as the time of saying so: "said in 1903", "said on 7 May 1903", "said by 1903"."""
    words, first = config.wording.question, edtf.first
    by_itself = edtf.kind == "on" or (edtf.kind == "within" and edtf.last is None)
    if first is None or not by_itself or first.approximate:
        return text_of(filled(words.said, date=date))
    return text_of(filled(words.said_in if first.day is None else words.said_on, date=date))


def marked(claim: Claim, config: Config) -> str:
    """When a fact held, for a marker; if only its document dates it, the document's words or ""."""
    place, stated = placed(claim), claim.fact.when_as_stated
    if place and place.timing.known == "by-document":
        return f"“{stated}”" if stated else ""
    return when(claim, config)


def said_on(claim: Claim, config: Config) -> str:
    """When the credited person said it, in words; nothing if that is not known."""
    fact, timing = claim.fact, said(claim)
    if timing is not None:
        date = of_dated(fact.said_on, timing, config)
    else:
        date = in_words(fact.said_on, config.dates) if fact.said_on else ""
    return in_both(date, fact.said_as_stated)


def relayed_on(relay: Relay, config: Config) -> str:
    """When somebody passed a claim on, in words; nothing if that is not known."""
    own, found = relay.said_on, relay.dated.said_on if relay.dated else None
    if found is not None:
        return of_dated(own, Timing(found, "dated"), config)
    if own is not None:
        return in_words(own, config.dates)
    return f"“{relay.said_as_stated}”" if relay.said_as_stated else ""


def of_dated(own: Edtf | None, timing: Timing, config: Config) -> str:
    """A date in words; only the year is in brackets if the document's `own` date lacks only that."""
    if own is not None and timing.known == "dated":
        supplied = with_year(own, timing.date, config.dates)
        if supplied is not None:
            return supplied
    return of_timing(timing, config)


def in_both(date: str, stated: str | None) -> str:
    """A date in words with the document's own words for it, unless these are the same."""
    if not stated or stated.casefold() == date.casefold():
        return date
    return f"{date} (“{stated}”)" if date else f"“{stated}”"


def span(tie: Relation, config: Config) -> str:
    """The time of a relation in words; "" if its record gives none."""
    first, last = tie.from_, tie.to
    if first and last:
        words, dates = config.wording.claim.span, config.dates
        return filled(words, first=in_words(first, dates), last=in_words(last, dates))
    if first and first.kind == "on":
        return in_words(Edtf("", "throughout", first.first, None), config.dates)
    if last and last.kind == "on":
        return in_words(Edtf("", "throughout", None, last.last), config.dates)
    either = first or last
    return in_words(either, config.dates) if either else ""
