"""One voice: a document, or somebody whom it credits, with the answers that it gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.atlas.atlas import Answer
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
    answers: list[Answer] = field(default_factory=list)

    @property
    def read(self) -> bool:
        """Whether all of its answers are our reading."""
        return all(one.reading for one in self.answers)


def voices_of(answers: tuple[Answer, ...], desk: Desk) -> list[Voice]:
    """The voices of some answers: first the documents' own, then those whom they credit."""
    found: dict[tuple[object, ...], Voice] = {}
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
            voice = Voice(source, name, own, name in people, through, office)
            found.setdefault((source, name, own, through), voice).answers.append(answer)
    return sorted(found.values(), key=lambda one: (not one.own, one.source))
