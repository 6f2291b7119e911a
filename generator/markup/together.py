"""Claims that say the same thing, as one line: what they share, and each speaker with a citation.

The line says no more than each of them does: the only tie or answer that they share, or the words
of the first. Those who say it in other words are listed separately.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.atlas.atlas import Claim
from generator.findings.alike import is_told_by, only_answer, only_tie, statements, value_of
from generator.markup.answers import value
from generator.markup.escaping import Html, filled, joined, tag
from generator.markup.ties import tie_said
from generator.markup.views import Together
from generator.markup.writer import Desk

Cite = Callable[[Claim], Html]
"""A function that gives the citation of a claim, with a marker if a speaker is a party to it."""


def together(desk: Desk, claims: Sequence[Claim], cite: Cite) -> Together:
    """The line of claims that say the same thing."""
    words, first = desk.wording.claim, claims[0]
    each = filled(words.alike, count=len(claims))
    shared = _shared(desk, claims)
    if shared:
        said = cited_speakers(desk, claims, cite)
        return Together(shared, "", filled(words.says, who=said), Html(""), each)
    said, others = cited_speakers(desk, claims[:1], cite), cited_speakers(desk, claims[1:], cite)
    return Together(
        desk.statement(first),
        first.document.record.letter,
        filled(words.says, who=said),
        filled(words.in_other_words, who=others),
        each,
    )


def alone(desk: Desk, claim: Claim, cite: Cite) -> Together:
    """The line of a claim that is alone."""
    letter = claim.document.record.letter
    says = filled(desk.wording.claim.says, who=cited_speakers(desk, [claim], cite))
    return Together(desk.statement(claim), letter, says, Html(""), Html(""))


def cited_speakers(desk: Desk, claims: Sequence[Claim], cite: Cite) -> Html:
    """Everyone who makes one of these claims, once, with the citations."""
    said: dict[tuple[str, Html], list[Claim]] = {}
    for claim in claims:
        said.setdefault((claim.document.record.letter, desk.speakers(claim)), []).append(claim)
    return joined(" ", [_speaker(*by, own, cite) for by, own in said.items()])


def _speaker(letter: str, who: Html, claims: Sequence[Claim], cite: Cite) -> Html:
    said = joined(" ", [who, *map(cite, claims)])
    return tag("span", said, class_="voice", data_of=letter)


def _shared(desk: Desk, claims: Sequence[Claim]) -> Html:
    """What the claims have in common, in words; "" if their records do not show that."""
    atlas, first = desk.atlas, claims[0]
    config = atlas.config
    if set.intersection(*(set(statements(claim, config)) for claim in claims)):
        tie = only_tie(first, config)
        one_wording = len({claim.words for claim in claims}) == 1
        if tie and not one_wording and is_told_by(tie, first, config):
            return Html(f"{tie_said(desk, tie, first=True)}.")
        return desk.statement(first)
    answers = [only_answer(claim, atlas) for claim in claims]
    if answers[0] and len({one and (one.question, value_of(one.given)) for one in answers}) == 1:
        question = atlas.questions[answers[0].question].record
        said = value(answers[0], question, config)
        asked = desk.link(answers[0].question)
        return joined(" ", [asked, said])
    return Html("")
