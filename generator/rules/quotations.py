"""Rules 1 to 4 and 7 of the quote contract: a quotation is in the document, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.passages import Sighting
from generator.problems import Problem, show
from generator.rules.evidence import UNSAID, located_sightings, words_of
from generator.rules.nearest import nearest
from generator.text.folding import fold_line
from generator.text.matching import is_boundary, occurrences, stands_in
from generator.text.seed import Seed

_ELSEWHERE = "quote-elsewhere"
_FAR = 600
"""Characters, at most, between two passages of one quote: a few sentences, or the items of a list."""


def passages_are_verbatim(atlas: Atlas) -> Iterator[Problem]:
    """Quote, context and attributed_as are in the document: word for word, whole, in one place.

    A passage leaves nothing out, stays inside one paragraph, cuts no word and no number, and is
    unique, if need be by its `prefix` or `suffix`. A fact is told once that it is in the wrong
    document's folder.
    """
    for claim in atlas.claims.values():
        elsewhere = False
        for location, sighting in located_sightings(claim):
            if sighting.place is None:
                rule, message = _complaint(sighting, claim, atlas)
                place = claim.entry.place(*location, "exact")
                if rule != _ELSEWHERE or not elsewhere:
                    yield Problem(place, rule, f"`{location[0]}` {message}")
                elsewhere = elsewhere or rule == _ELSEWHERE


def quotes_go_on_as_the_document(atlas: Atlas) -> Iterator[Problem]:
    """The passages of a quote are in the order of their document, and near one another.

    Words put together from all over a document, or turned round, can say what it never says.
    """
    for claim in atlas.claims.values():
        for index, (before, after) in enumerate(pairwise(claim.quotes), start=1):
            if before.place is None or after.place is None:
                continue
            apart = after.place.folded[0] - before.place.folded[1]
            if 0 <= apart <= _FAR:
                continue
            where = f"is on line {after.place.line} of {claim.seed.name}"
            message = (
                f"`quote` {where}, before the passage above it, or in it; put the passages in the order of "
                "the document"
                if apart < 0
                else f"`quote` {where}, {apart:,} characters after the passage above it; write a fact for "
                "each of the two, or, if one only explains the other, move it to `context`"
            )
            yield Problem(claim.entry.place("quote", index, "exact"), "quote-stitched", message)


def stated_times_are_in_evidence(atlas: Atlas) -> Iterator[Problem]:
    """`when_as_stated` and `said_as_stated` are in a passage of the fact, word for word."""
    for claim in atlas.claims.values():
        yield from _stated_dates(claim)


def unfound(claim: Claim) -> bool:
    """Whether a passage of the fact is not in its document, or not in exactly one place."""
    return any(sighting.place is None for sighting in claim.sightings)


def _complaint(sighting: Sighting, claim: Claim, atlas: Atlas) -> tuple[str, str]:
    """The rule that a passage breaks, and the message."""
    seed, exact = claim.seed, fold_line(sighting.passage.exact)
    if sighting.places:
        lines = ", ".join(str(place.line) for place in sighting.places)
        return "quote-ambiguous", (
            f"occurs {len(sighting.places)} times in {seed.name} (lines {lines}); "
            "quote more words, or write the passage as `exact: …` and, below it, `prefix: …` "
            "(the words right before it) or `suffix: …` (the words right after)"
        )
    if sighting.cut:
        return "quote-cut", _cut(sighting, claim, seed, atlas)
    if exact in seed.flat:
        if exact not in seed.folded.text:
            return "quote-broken", _over_paragraphs(exact, seed, _apart(sighting, claim))
        return "quote-not-found", (
            f"is in {seed.name}, but not with the given prefix or suffix; copy the words right before "
            "the passage into `prefix`, or those right after it into `suffix`"
        )
    if "..." in exact or "…" in exact:
        return "quote-broken", (
            "has dots that are not in the document; remove them; if they stand for omitted words, "
            f"quote only words before them or after them{_apart(sighting, claim)}"
        )
    return _not_found(sighting, claim, seed, atlas)


def _apart(sighting: Sighting, claim: Claim) -> str:
    """How to write several passages in place of one; "" if the field takes one only."""
    for field, sightings in (("quote", claim.quotes), ("context", claim.context)):
        if any(one is sighting for one in sightings):
            if len(sightings) > 1:
                return ", or write each part as a separate line of the list, after `- `"
            return (
                f", or, if you need more, write only `{field}:` here, and below it a line `    - …` for each "
                "part, with its words in place of …"
            )
    return ""


def _over_paragraphs(exact: str, seed: Seed, apart: str) -> str:
    """The message for a passage that crosses ends of paragraphs: where, and how to write several."""
    start = next(occurrences(exact, seed.flat))
    parts = seed.folded.text[start : start + len(exact)].split("\n")
    last, first = " ".join(parts[0].split()[-3:]), " ".join(parts[1].split()[:3])
    line = seed.line_number(seed.folded.original(start))
    if len(parts) > 2:
        begun = " and ".join(show(" ".join(part.split()[:3])) for part in parts[1:])
        return (
            f"runs on over the ends of {len(parts) - 1} paragraphs in {seed.name}, from line {line} on: "
            f"{begun} begin new ones; end it before {show(first)}{apart}"
        )
    return (
        f"runs on over the end of a paragraph in {seed.name}, on line {line}: after {show(last)}, "
        f"{show(first)} begins another; end it before {show(first)}{apart}"
    )


def _cut(sighting: Sighting, claim: Claim, seed: Seed, atlas: Atlas) -> str:
    """The message for a passage that cuts a word or number."""
    start, end = sighting.cut[0].folded
    flat, scales = seed.flat, words_of(claim, atlas).numbers.scale_pattern
    whole_start, whole_end = start, end
    while not is_boundary(flat, whole_start, scales):
        whole_start -= 1
    while not is_boundary(flat, whole_end, scales):
        whole_end += 1
    if " " in flat[start:end]:
        first = flat[whole_start : flat.find(" ", start)] if whole_start < start else ""
        last = flat[flat.rfind(" ", start, end) + 1 : whole_end] if whole_end > end else ""
        cut = " and ".join(show(word) for word in (first, last) if word)
    else:
        cut = show(flat[whole_start:whole_end])
    line = sighting.cut[0].line
    return f"cuts {cut} on line {line} of {seed.name}; quote the whole word or number"


def _not_found(sighting: Sighting, claim: Claim, seed: Seed, atlas: Atlas) -> tuple[str, str]:
    exact = fold_line(sighting.passage.exact)
    for document in atlas.documents.values():
        if document.seed and document.ref != claim.source and exact in document.seed.flat:
            start = next(occurrences(exact, document.seed.flat))
            line = document.seed.line_number(document.seed.folded.original(start))
            return _ELSEWHERE, (
                f"is in {document.seed.name} (line {line}), not in {seed.name}; "
                f"put words of {seed.name} here that say what the statement says; or, if the statement was "
                f"taken from {document.seed.name}, move the whole fact (from its `- id:` down to the next "
                f"`- id:`, or to the end) to the end of {_home(document.ref, atlas)}, and delete this file if "
                "nothing is left in it"
            )
    near = nearest(exact, seed)
    if near is None:
        return "quote-not-found", (
            f"is not in {seed.name}, and nothing there is like it; copy the document's words"
        )
    numbers_only = all(
        any(character.isdigit() for character in mine + theirs) for mine, theirs in near.changed
    )
    if near.changed and numbers_only:
        return "quote-number", (
            f"is in {seed.name} with another number, on line {near.line}: "
            f"{show(near.marked, 600)} ([-this-] is yours, {{+this+}} is the document's); copy the document's number"
        )
    return "quote-not-found", (
        f"is not in {seed.name}; line {near.line} is nearest: {show(near.marked, 600)} "
        "([-this-] is yours, {+this+} is the document's); copy the document's words"
    )


def _home(source: str, atlas: Atlas) -> str:
    """The first file of a document's facts, or how it would be called."""
    paths = (claim.entry.path for claim in atlas.claims.values() if claim.source == source)
    return min(paths, default=f"content/{source}/facts.yaml")


def _stated_dates(claim: Claim) -> Iterator[Problem]:
    """A problem for each of the document's words for a time that no passage of the fact contains."""
    fact, place = claim.fact, claim.entry.place
    passages = [fold_line(sighting.passage.exact) for sighting in claim.sightings]
    stated = [
        (place("when_as_stated"), fact.when_as_stated),
        (place("said_as_stated"), fact.said_as_stated),
        *(
            (place("via", index, "said_as_stated"), relay.said_as_stated)
            for index, relay in enumerate(fact.via)
        ),
    ]
    for where, words in stated:
        if words and not any(stands_in(fold_line(words), passage) for passage in passages):
            message = (
                f"{show(words)} {UNSAID}; copy the document's words, and add them to `context`"
            )
            yield Problem(where, "date-words", message)
