"""The wording of claims, of their figures, and of how they compare, on whatever page."""

from __future__ import annotations

from typing import Annotated

from generator.config.wording.lists import Named
from generator.records.fields import Phrase, Record, Slots


class ClaimWords(Record):
    """A claim, wherever it stands, and the note that its citation leads to."""

    says: Annotated[str, Slots("who")]
    joint: Annotated[str, Slots("some", "another")]
    own_voice: Annotated[str, Slots("document")]
    unnamed: Phrase
    no_date: Phrase
    disputed: Phrase
    otherwise: Annotated[str, Slots("others", "question")]
    others_more: Annotated[str, Slots("others", "count")]
    according_to: Annotated[str, Slots("answer", "who")]
    of_whom: Annotated[str, Slots("answer", "counted")]
    chosen_by: Annotated[str, Slots("answer", "who")]
    denied_by: Annotated[str, Slots("answer", "who")]
    alike: Phrase
    party: Phrase
    party_itself: Annotated[str, Slots("speaker", "matter")]
    party_shown: Annotated[str, Slots("speaker", "matter", "words", "citation")]
    citation: Annotated[str, Slots("number", "document")]
    place: Annotated[str, Slots("document", "line")]
    context: Annotated[str, Slots("place")]
    before: Phrase
    after: Phrase
    stands_for: Annotated[str, Slots("words", "meaning")]
    back: Annotated[str, Slots("number")]
    permanent: Phrase
    notes: Phrase
    in_full: Phrase
    close: Phrase
    copy_quote: Phrase
    copy_citation: Phrase
    copied: Phrase


Amount = Annotated[str, Slots("number")]


class AmountWords(Record):
    """A figure in words, by the operator of its record, and what goes before it."""

    number: Amount
    at_least: Amount
    more_than: Amount
    at_most: Amount
    less_than: Amount
    between: Annotated[str, Slots("low", "high")]
    words: Annotated[str, Slots("words")]
    about: Annotated[str, Slots("amount")]


class Outcomes(Named):
    """Whatever may come of comparing two answers."""

    one_voice: Phrase
    agree: Phrase
    compatible: Phrase
    part_of: Phrase
    different: Phrase
    unknown: Phrase
    disagree: Phrase


class Reasons(Named):
    """Whatever may be the reason why, in one sentence."""

    repeats: Phrase
    same_origin: Phrase
    disputes: Phrase
    part_of: Phrase
    kind: Phrase
    basis: Phrase
    unit: Phrase
    rate: Phrase
    who_apart: Phrase
    who_overlap: Phrase
    who_unknown: Phrase
    when_apart: Phrase
    when_overlap: Phrase
    when_unknown: Phrase
    crossed: Phrase
    same: Phrase
    same_yearly: Phrase
    meet: Phrase
    meet_yearly: Phrase
    apart: Phrase
    apart_yearly: Phrase
    part_above_whole: Phrase
    part_who: Phrase
    part_when: Phrase
    denied: Phrase
    same_choice: Phrase
    other_choice: Phrase
    exclusive: Phrase
