"""Rule 6 of the quote contract, in any words: a quote does not leave out words on which it depends."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.passages import Sighting
from generator.config.language import Language
from generator.problems import Problem, show
from generator.rules.attribution import APPOSED
from generator.rules.evidence import is_held, is_noted, unexplained, words_of

_NEAR = 60  # characters before a quotation among which the words are looked for


def no_clause_is_cut_off(atlas: Atlas) -> Iterator[Problem]:
    """A quotation does not begin right after "that" or "if" without what the clause depends on.

    "It is assumed that", "there are signs that" and "Ada chimed in that" hedge, deny or credit what
    follows, in any words at all. A passage of the fact contains them, or a note quotes them.
    After "given that" or "the fact that", the clause is stated as true. A quotation does not end
    before an "if" either.
    """
    for claim in atlas.claims.values():
        language = words_of(claim, atlas).language
        for index, sighting in enumerate(claim.quotes):
            left = {
                "begins after": _left_before(sighting, claim, language),
                "ends before": _left_after(sighting, claim, language),
            }
            for where, words in left.items():
                if words:
                    message = (
                        f"the quote {where} {show(words)}, on which it depends; include these words, or "
                        f"add a note that quotes “{words}” and explains why the claim stands without them"
                    )
                    place = claim.entry.place("quote", index, "exact")
                    yield Problem(place, "clause-cut-off", message)


def _left_before(sighting: Sighting, claim: Claim, language: Language) -> str:
    """The words on which a quotation depends, if no passage has them; else empty.

    Somebody's role, for example, may be mentioned in passing inside any clause. Other rules handle
    words that are known to credit, deny or hedge.
    """
    if sighting.place is None or claim.fact.type in APPOSED:
        return ""
    seed, start = claim.seed, sighting.place.folded[0]
    sentence = seed.folded_sentence(start)[0]
    first = max(sentence, start - _NEAR)
    before = seed.folded.text[first:start]
    condition = language.condition_before.match(seed.folded.text[sentence:start])
    if condition and not is_held(sentence, start - 1, claim):
        words = condition.group().strip()
        return "" if is_noted(words, claim) else words
    found = None if language.cleft.search(before) else language.dependence.search(before)
    if found is None or is_held(first + found.start(), start - 1, claim):
        return ""
    if any(known.search(before) for known in (language.report, language.negation, language.hedge)):
        return ""
    return unexplained(language.dependence, found.group().rstrip(), claim)


def _left_after(sighting: Sighting, claim: Claim, language: Language) -> str:
    """The first word of a condition that follows a quotation, if no passage has it."""
    if sighting.place is None or claim.fact.type in APPOSED:
        return ""
    end = sighting.place.folded[1]
    found = language.condition_after.match(claim.seed.folded.text, end)
    if found is None or is_held(*found.span("word"), claim):
        return ""
    word = found["word"]
    return "" if is_noted(word, claim) else word
