"""Voices in words: who says something, in a line that tells documents from those whom they cite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.atlas.atlas import Answer
from generator.findings.findings import originators
from generator.markup.escaping import Html, filled, joined
from generator.markup.inline import counted
from generator.markup.writer import Desk

SPEAKERS_NAMED = 3  # of one document; the others are counted

BESIDES_NAMED = 2  # whom several documents cite beside their own voice; more are counted


def voices(answers: Iterable[Answer], desk: Desk) -> Html:
    """Who gives these answers, and through how many voices at most where they are not independent.

    First the documents in whose own voice it is said, with those whom they cite as well; then the
    speakers whom a document only cites.
    """
    given = tuple(answers)
    own, cited = _speakers(given, desk)
    besides = {ref: cited[ref] for ref in own if ref in cited}
    if len(own) > 1 and sum(map(len, besides.values())) <= BESIDES_NAMED:
        besides = {}
    only = [_cited_only(ref, named, desk) for ref, named in cited.items() if ref not in besides]
    said = joined("; ", [*_own(own, besides, desk), *only])
    shown = len(own) + len({speaker for named in cited.values() for speaker in named})
    most = originators(given, desk.atlas)
    if most >= shown:
        return said
    words = desk.wording.question
    if most == 1:
        return filled(words.side_one_origin, who=said)
    return filled(words.side_origins, who=said, count=most)


def _speakers(answers: tuple[Answer, ...], desk: Desk) -> tuple[list[str], dict[str, list[Html]]]:
    """The documents that say it themselves, and by document the speakers whom they credit."""
    own = {answer.claim.source for answer in answers if answer.claim.fact.own_voice}
    cited: defaultdict[str, list[Html]] = defaultdict(list)
    for answer in answers:
        for one in () if answer.claim.fact.own_voice else answer.claim.claimants:
            if (name := desk.claimant(one)) not in cited[answer.claim.source]:
                cited[answer.claim.source].append(name)
    return sorted(own), {ref: named for ref, named in sorted(cited.items()) if named}


def _own(own: list[str], besides: dict[str, list[Html]], desk: Desk) -> list[Html]:
    """The documents' own voices; whom one document cites as well is named, else they are counted."""
    words = desk.wording.question
    if not own:
        return []
    documents = listed([desk.link(ref) for ref in own], desk)
    if not besides:
        return [documents]
    if len(own) == 1:
        named = _named(besides[own[0]], desk)
        return [filled(words.side_also_citing, document=documents, speakers=named)]
    count = counted(sum(map(len, besides.values())), desk.wording.counts.cited)
    return [filled(words.side_and_cited, documents=documents, speakers=count)]


def _cited_only(ref: str, named: list[Html], desk: Desk) -> Html:
    words = desk.wording.question
    return filled(words.side_in, speakers=_named(named, desk), document=desk.link(ref))


def _named(names: list[Html], desk: Desk) -> Html:
    """The first few names, and how many more there are."""
    if len(names) <= SPEAKERS_NAMED + 1:
        return listed(names, desk)
    rest = filled(desk.wording.entity.more, count=len(names) - SPEAKERS_NAMED)
    return listed([*names[:SPEAKERS_NAMED], rest], desk)


def listed(names: list[Html], desk: Desk) -> Html:
    """Names as a list in a sentence: "A, B and C"."""
    *some, last = names
    if not some:
        return last
    return filled(desk.wording.claim.joint, some=joined(", ", some), another=last)
