"""One voice: a document, or somebody whom it credits, with the answers that it gives."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.atlas.atlas import Answer
from generator.atlas.keeping.noting import remembered
from generator.findings.timing import dating_relay
from generator.markup.escaping import Html
from generator.markup.speakers import credited_in_office, inferring, relays
from generator.markup.writer import Desk


@dataclass(frozen=True, slots=True)
class Voice:
    """A document that says something itself, or somebody whom it credits, with the answers.

    `relays` are those through whom it came to the document, and `office` is what the document says
    that the speaker is. `person` is whether it is a person.
    """

    source: str
    name: Html
    own: bool
    person: bool
    relays: Html
    office: str
    answers: tuple[Answer, ...]

    @property
    def read(self) -> bool:
        """Whether all of its answers are our reading."""
        return all(one.reading for one in self.answers)


def voices_of(answers: tuple[Answer, ...], desk: Desk) -> tuple[Voice, ...]:
    """The voices of some answers: first the documents' own, then those whom they credit."""
    return _voices_of(answers, desk.beside())


@remembered(2**12)  # a lead is told more and more briefly until it is short
def _voices_of(answers: tuple[Answer, ...], desk: Desk) -> tuple[Voice, ...]:
    found: dict[tuple[str, Html, bool, Html], tuple[bool, str]] = {}
    given: defaultdict[tuple[str, Html, bool, Html], list[Answer]] = defaultdict(list)
    for answer in answers:
        own, source = answer.claim.fact.own_voice, answer.claim.source
        through = relays(answer.claim, desk, dating_relay(answer))
        told = credited_in_office(answer.claim, desk)
        people = {
            desk.speaker(one)
            for one in answer.claim.claimants
            if one.ref and one.ref.startswith("people/")
        }
        if own:
            told = [(inferring(answer.claim, desk), "")]
        for name, office in told:
            voice = source, name, own, through
            found.setdefault(voice, (name in people, office))
            given[voice].append(answer)
    voices = [
        Voice(source, name, own, person, through, office, tuple(given[source, name, own, through]))
        for (source, name, own, through), (person, office) in found.items()
    ]
    return tuple(sorted(voices, key=lambda one: (not one.own, one.source)))
