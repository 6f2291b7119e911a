"""Mistakes in who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.records import Fact
from generator.rules.evidence import names_in, names_of
from tests.mutations.specimens import Specimen, altered, with_quote


def own_voice(true: Specimen) -> Fact | None:
    """What somebody is credited with becomes the document's own claim."""
    if true.fact.own_voice:
        return None
    return altered(true.fact, attributed_to=("self",), attributed_as=None, via=())


def _speaker_cut_off(true: Specimen) -> str | None:
    """The quotation without its crediting words, where it begins or ends with them."""
    exact = true.fact.quote[0].exact
    said = true.atlas.config.language.report.search(exact)
    if true.fact.own_voice or said is None:
        return None
    before = exact[: said.start()].rstrip(" ,–—“\"'")
    after = re.sub(r"^\W*(?:that |as |how |by |to |it )?", "", exact[said.end() :])
    rest = max(before, after, key=len)
    return rest if len(rest) > 11 else None


def cut_before_its_speaker(true: Specimen) -> Fact | None:
    """The quotation loses its crediting words, and the claim becomes the document's own."""
    spoilt, rest = own_voice(true), _speaker_cut_off(true)
    return None if spoilt is None or rest is None else with_quote(spoilt, rest)


def speaker_left_beside(true: Specimen) -> Fact | None:
    """The quotation loses its crediting words; `attributed_as` still has them."""
    rest = _speaker_cut_off(true)
    return None if rest is None else with_quote(true.fact, rest)


def a_stranger_credited(true: Specimen) -> Fact | None:
    """Somebody is credited whom the document never names."""
    seed = true.claim.document.seed
    if true.fact.own_voice or seed is None:
        return None
    known = true.atlas.entities
    unnamed = (
        ref for ref in known if not names_in(seed.flat, names_of(ref, true.claim, true.atlas))
    )
    stranger = next(unnamed, None)
    return None if stranger is None else altered(true.fact, attributed_to=(stranger,))


def _credited_otherwise(true: Specimen) -> Iterator[Fact]:
    """The facts of its document that credit somebody else, from its own place on."""
    facts = [claim.fact for claim in true.atlas.drawn_from[true.claim.source]]
    at = facts.index(true.fact)
    for other in (*facts[at + 1 :], *facts[:at]):
        if not other.own_voice and other.attributed_to != true.fact.attributed_to:
            yield other


def another_claimant(true: Specimen) -> Fact | None:
    """Somebody is credited whom the same document credits with something else."""
    other = next(_credited_otherwise(true), None)
    if true.fact.own_voice or other is None:
        return None
    return altered(true.fact, attributed_to=other.attributed_to)


def credit_of_another_claim(true: Specimen) -> Fact | None:
    """Somebody is credited, by the words that credit them with another claim of the document."""
    other = next(_credited_otherwise(true), None)
    if other is None or other.attributed_as is None:
        return None
    theirs = {
        words: ref for words, ref in other.resolves.items() if words in other.attributed_as.exact
    }
    return altered(
        true.fact,
        attributed_to=other.attributed_to,
        attributed_as=other.attributed_as,
        via=other.via,
        resolves={**theirs, **true.fact.resolves},
    )


def messenger_credited(true: Specimen) -> Fact | None:
    """Whoever passes a claim on is credited with it."""
    via = true.fact.via
    if not via or via[0].who == "unnamed":
        return None
    return altered(true.fact, attributed_to=(via[0].who,), via=via[1:])
