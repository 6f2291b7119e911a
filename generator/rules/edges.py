"""Rule 6 of the quote contract: no denial, verb or claim is cut off, and no denial or hedge is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.passages import Sighting
from generator.config.language import Language
from generator.problems import Problem, show
from generator.rules.attribution import APPOSED
from generator.rules.evidence import is_held, texts, unexplained, words_of
from generator.text.folding import fold_line
from generator.text.seed import Seed

_CLAUSE_END = re.compile(r"[,;:.!?()\"،؛؟](?=\s|$)|\s-+\s|\"")


def no_denial_is_cut_off(atlas: Atlas) -> Iterator[Problem]:
    """A quotation does not cut a negation off from its clause.

    "denied that the positions … belonged to the IRGC" may not be quoted from "the positions" on,
    unless another passage of the fact contains the rest of the clause.
    """
    for claim in atlas.claims.values():
        if claim.fact.type not in APPOSED:
            for index, message in _left_out(words_of(claim, atlas).language, "negation", claim):
                place = claim.entry.place("quote", index, "exact")
                yield Problem(place, "denial-cut-off", message)


def no_hedge_is_cut_off(atlas: Atlas) -> Iterator[Problem]:
    """A quotation does not cut a hedge off from its clause.

    "Iran may have sent 200 men" may not be quoted from "sent" on, nor "Iran sent 200 men, it seems"
    up to "men", unless another passage contains the rest of the clause, or a note quotes the hedge.
    """
    for claim in atlas.claims.values():
        for index, message in _left_out(
            words_of(claim, atlas).language, "hedge", claim, noted=True
        ):
            yield Problem(claim.entry.place("quote", index, "exact"), "hedge-cut-off", message)


def _left_out(
    language: Language, sort: Literal["negation", "hedge"], claim: Claim, *, noted: bool = False
) -> Iterator[tuple[int, str]]:
    """What each quotation wrongly leaves out of its clause: its index, and a message."""
    kind = language.negation if sort == "negation" else language.hedge
    for index, sighting in enumerate(claim.quotes):
        if sighting.place is None:
            continue
        where = sighting, claim.seed, kind
        for start, end in (*_cut_off(*where), *_parted(*where)):
            clause = claim.seed.folded.text[start:end]
            found = kind.search(clause)
            if not found or is_held(start, end, claim):
                continue
            if language.negation_going_on.match(clause) and kind.search(texts([sighting], claim)):
                continue
            word = unexplained(kind, clause, claim) if noted else found.group()
            if word:
                advice = (
                    "include it, or add a note that quotes it and explains why it is about something "
                    "else"
                    if noted
                    else "include it"
                )
                whole = clause.strip(' ,"')
                inside = "" if whole == word else f" ({show(whole)})"
                yield (
                    index,
                    (
                        f"the quote leaves out {show(word)}, which belongs to its clause{inside}; {advice}"
                    ),
                )


def _cut_off(sighting: Sighting, seed: Seed, kind: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """What a quotation leaves out of its first and last clause, as folded ranges.

    A word of this kind alone is not a clause: "Iran, **it seems**, sent 200 men".
    """
    assert sighting.place is not None  # noqa: S101  asked before
    text, (start, end) = seed.folded.text, sighting.place.folded
    first = seed.folded_sentence(start)[0]
    last = seed.folded_sentence(end - 1)[1]
    begins = [first, *(match.end() for match in _CLAUSE_END.finditer(text, first, start))]
    while len(begins) > 1 and _is_aside(kind, text[begins[-2] : begins[-1]]):
        begins = begins[: max(1, len(begins) - 2)]
    yield begins[-1], start
    ends = [*(match.start() for match in _CLAUSE_END.finditer(text, end, last)), last]
    aside = next((one for one in ends if text[end:one].strip(", ")), end)
    if _is_aside(kind, text[end:aside]):
        yield end, aside
    elif not _CLAUSE_END.fullmatch(text[end - 1 : end]):
        yield end, ends[0]


def _parted(sighting: Sighting, seed: Seed, kind: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Each phrase of this kind of which a quotation has only a part: "Sie **lehnte** das Amt **ab**"."""
    assert sighting.place is not None  # noqa: S101  asked before
    edges = start, end = sighting.place.folded
    first, last = seed.folded_sentence(start)[0], seed.folded_sentence(end - 1)[1]
    for begin, finish in _spans(kind, seed.folded.text, first, last):
        if any(begin < edge < finish for edge in edges):
            yield begin, finish


@lru_cache(maxsize=2**14)  # several facts quote one sentence
def _spans(kind: re.Pattern[str], text: str, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Where a sentence, given as a range of a text, has words of this kind."""
    return tuple(found.span() for found in kind.finditer(text, first, last))


def _is_aside(kind: re.Pattern[str], clause: str) -> bool:
    return kind.fullmatch(clause.strip(' ,"')) is not None


def no_verb_is_cut_off(atlas: Atlas) -> Iterator[Problem]:
    """A quotation that begins or ends with its time does not end just before its verb.

    Without "was recognized", "Decades before, the leadership" would make the time that of the
    leadership. A passage of the fact that contains the verb is enough, and so is a time under
    `inferred`.
    """
    for claim in atlas.claims.values():
        auxiliary = words_of(claim, atlas).language.auxiliary
        stated = claim.fact.when_as_stated
        if stated is None or "when" in claim.fact.inferred:
            continue
        for index, sighting in enumerate(claim.quotes):
            words, time = fold_line(sighting.passage.exact), fold_line(stated)
            if sighting.place is None or not (words.startswith(time) or words.endswith(time)):
                continue
            end = sighting.place.folded[1]
            verb = auxiliary.match(claim.seed.folded.text, end + 1)
            if verb and not is_held(end, verb.end(), claim):
                message = (
                    f"the quote ends just before its verb ({show(verb.group())}), so "
                    f"{show(stated)} may seem to date something else; include the verb"
                )
                place = claim.entry.place("quote", index, "exact")
                yield Problem(place, "verb-cut-off", message)


def no_claim_is_left_to_the_context(atlas: Atlas) -> Iterator[Problem]:
    """No passage of `context` has a whole quote within it.

    A citation prints the quote alone, so the quote states the claim. `context` shows what a pronoun
    or a date refers to. If it goes on with the quote's own words, the quote was cut too short.
    """
    for claim in atlas.claims.values():
        for index, quote in enumerate(claim.quotes):
            if any(_is_within(quote, passage) for passage in claim.context):
                message = (
                    f"`context` contains the whole quote, {show(quote.passage.exact)}; quote that longer "
                    "passage instead, so that the quote states the claim by itself, and remove it from "
                    "`context`"
                )
                yield Problem(
                    claim.entry.place("quote", index, "exact"), "quote-too-short", message
                )


def _is_within(inner: Sighting, outer: Sighting) -> bool:
    """Whether a passage stands within another, or is the same."""
    if inner.place is None or outer.place is None:
        return False
    (start, end), (first, last) = inner.place.folded, outer.place.folded
    return first <= start and end <= last


def negations_are_kept(atlas: Atlas) -> Iterator[Problem]:
    """If the quote has a negation, the statement has one, and vice versa.

    Otherwise a note says why, and quotes the word: 'The quote's "not" belongs to the supposition'.
    """
    ours = atlas.config.language
    for claim in atlas.claims.values():
        theirs = words_of(claim, atlas).language
        sort = _Sort(_NEGATION, theirs.negation, theirs.negation_or_not, ours.negation)
        if words_of(claim, atlas).known and (message := _lost(sort, claim)):
            yield Problem(claim.entry.place("statement"), "negation", message)


def hedges_are_kept(atlas: Atlas) -> Iterator[Problem]:
    """If the quote has a hedge ("may", "likely"), the statement has one, and vice versa.

    Otherwise a note says why, and quotes the word. `defaults/language.yaml` lists the hedges. For a
    hedge in another language, ours may be a report: "soll … haben" is "is said to have".
    """
    ours = atlas.config.language
    for claim in atlas.claims.values():
        theirs = words_of(claim, atlas).language
        sort = _Sort(_HEDGE, theirs.hedge, theirs.hedge_or_not, ours.hedge)
        if theirs is not ours and theirs.hedge.search(texts(claim.quotes, claim)):
            sort = sort._replace(ours=_hedge_or_report(ours))
        if words_of(claim, atlas).known and (message := _lost(sort, claim)):
            yield Problem(claim.entry.place("statement"), "hedge", message)


def _hedge_or_report(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{language.hedge.pattern}|(?i:{language.report.pattern})")


_NEGATION = 'negation, such as "not"'
_HEDGE = 'word of doubt, such as "may" or "likely"'


class _Sort(NamedTuple):
    """A sort of word that quote and statement share: its name, and its patterns in both languages.

    If the quote has only `undecided` ones, the statement may or may not have one.
    """

    name: str
    theirs: re.Pattern[str]
    undecided: re.Pattern[str]
    ours: re.Pattern[str]


def _lost(sort: _Sort, claim: Claim) -> str:
    """The message if either quote or statement has a word of a sort; empty if both or neither."""
    quoted = texts(claim.quotes, claim)
    in_quote = bool(sort.theirs.search(quoted))
    if in_quote == bool(sort.ours.search(claim.words)):
        return ""
    if not in_quote and sort.undecided.search(quoted):
        return ""
    who, other = ("quote", "statement") if in_quote else ("statement", "quote")
    found = (sort.theirs, quoted) if in_quote else (sort.ours, claim.words)
    word = unexplained(*found, claim)
    advice = "add one to the statement" if in_quote else f"remove {show(word)}"
    if not in_quote and claim.credit and (said := sort.theirs.search(texts([claim.credit], claim))):
        advice = f"quote the words with {show(said.group())} too"
    return word and (
        f"the {who} has {show(word)}, but the {other} has no {sort.name}; {advice}, "
        f"or add a note that quotes “{word}” and explains why the meaning is the same"
    )
