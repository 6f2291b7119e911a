"""What a page rests on: its documents, and the switch that hides one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.atlas.atlas import Claim
from generator.markup.escaping import Html, filled, joined, text_of
from generator.markup.writer import Desk


def page_without(ref: str) -> str:
    """The page of what would be left without a document."""
    return f"without/{ref.partition('/')[2]}.md"


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """A document that readers may hide on a page, with its number of facts there."""

    letter: str
    name: str
    facts: int


@dataclass(frozen=True, slots=True)
class Rests:
    """The documents that a page rests on; if there are several, readers may hide each.

    Without scripts, the sentence links to the pages of what rests on each document alone.
    """

    sentence: Html
    choices: tuple[DocumentChoice, ...]


def rests(desk: Desk, claims: Iterable[Claim]) -> Rests:
    """The documents that the page of these claims rests on."""
    words = desk.wording.without
    counts = Counter(claim.source for claim in claims)
    records = {ref: desk.atlas.documents[ref].record for ref in sorted(counts)}
    links = [desk.to(page_without(ref), one.short) for ref, one in records.items()]
    if not records:
        return Rests(Html(""), ())
    if len(records) == 1:
        (ref,) = records
        named = desk.to(page_without(ref), text_of(desk.named(ref)))
        return Rests(filled(words.rests_on_one, document=named), ())
    choices = (DocumentChoice(one.letter, one.short, counts[ref]) for ref, one in records.items())
    return Rests(filled(words.rests, documents=joined(" · ", links)), tuple(choices))
