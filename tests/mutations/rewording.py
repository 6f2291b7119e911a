"""Mistakes in many wordings, each in a document that is rewritten to have it.

Nothing is planted where a passage of the fact goes over an end of its quotation: there, what is
just outside the quotation is still in a passage.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from generator.atlas.passages import SeedPlace
from generator.records import Fact, Figure
from generator.rules.attribution import APPOSED
from generator.text.folding import fold_line
from generator.text.numbers import numbers
from tests.mutations.documents import Spoilt, quoted, rewritten, with_first
from tests.mutations.specimens import Specimen, altered

_ENDS = ".,;:!?"


class _Numbered(NamedTuple):
    """A fact's only figure, and its number in the seed, in the first quotation."""

    figure: Figure
    start: int
    end: int
    place: SeedPlace


def _numbered(true: Specimen) -> _Numbered | None:
    """The number of a fact that has one figure, which is one exact number."""
    place, figures = quoted(true), true.fact.figures
    if place is None or len(figures) != 1:
        return None
    figure, folded = figures[0], true.claim.seed.folded
    stated = fold_line(figure.as_stated)
    at = folded.text.find(stated, *place.folded)
    spoken = numbers(stated, true.atlas.config.numbers)
    if figure.operator != "number" or figure.about or at < 0 or len(spoken) != 1:
        return None
    return _Numbered(figure, *folded.span(at + spoken[0].start, at + spoken[0].end), place)


def bound_outside(true: Specimen, words: str) -> Spoilt | None:
    """A bound is just outside the quotation, and neither statement nor figure has it.

    Planted where a fact has one figure, an exact number.
    """
    found = _numbered(true)
    if found is None:
        return None
    seed, (figure, start, end, place) = true.claim.seed.text, found
    before, after = words.split("#")
    text = rewritten(true, start, end, f"{before}{seed[start:end]}{after}")
    quote = seed[start : place.end] if before else seed[place.start : end]
    return Spoilt(_with_number(true.fact, figure, quote, seed[start:end]), text)


def number_cut(true: Specimen, words: str) -> Spoilt | None:
    """Quotation, figure and statement have a part of a number: "300" out of "12 300".

    Planted where a fact has one figure, an exact number, as its statement has it.
    """
    found = _numbered(true)
    if found is None:
        return None
    seed, (figure, start, end, place) = true.claim.seed.text, found
    left, kept, right = words.split("|")
    if seed[start:end] not in true.fact.statement:
        return None
    first = kept if left else seed[place.start : start] + kept
    quote = first if right else first + seed[end : place.end]
    fact = _with_number(true.fact, figure, quote, kept)
    statement = true.fact.statement.replace(seed[start:end], kept)
    text = rewritten(true, start, end, f"{left}{kept}{right}")
    return Spoilt(altered(fact, statement=statement), text)


def label_for_figure(true: Specimen, words: str) -> Spoilt | None:
    """The number of the verse, page or line is taken for an amount: "16 And the king …".

    Planted where a fact has one figure, an exact number, and its quotation begins a sentence.
    """
    found = _numbered(true)
    if found is None:
        return None
    seed, (figure, _, _, place) = true.claim.seed, found
    exact, (kind, number) = seed.text[place.start : place.end], words.split()
    if seed.folded_sentence(place.folded[0])[0] != place.folded[0] or not exact[0].isupper():
        return None
    text = rewritten(true, place.start, place.start, f"{number} ")
    fact = with_first(true.fact, f"{number} {exact}")
    quote = fact.quote[0].model_copy(update={"locator": {kind: number}})
    label = figure.model_copy(update={"as_stated": number, "number": Decimal(number)})
    return Spoilt(altered(fact, quote=(quote, *fact.quote[1:]), figures=(label,)), text)


def _with_number(fact: Fact, figure: Figure, quote: str, number: str) -> Fact:
    """The fact with another quotation, and just a number as the words of its figure."""
    shortened = figure.model_copy(update={"as_stated": number})
    return altered(with_first(fact, quote), figures=(shortened,))


def hedge_outside(true: Specimen, words: str) -> Spoilt | None:
    """A hedge is just outside the quotation, and the statement is sure.

    Planted where the quotation has no crediting words, of which the hedge might be.
    """
    place, credit = quoted(true), true.claim.credit
    if place is None or _hedged(true):
        return None
    if credit and credit.place and place.start <= credit.place.start < place.end:
        return None
    return _beside(true, place, words)


def speaker_outside(true: Specimen, words: str) -> Spoilt | None:
    """Somebody says what is quoted, and the record says that the document itself does.

    Not of a role, an identity or a background, which a document may state as its own in a sentence
    that credits somebody.
    """
    place, own = quoted(true), true.fact.own_voice and true.fact.type not in APPOSED
    return _beside(true, place, words) if place and own else None


def _beside(true: Specimen, place: SeedPlace, words: str) -> Spoilt | None:
    """The fact as it is, with other words in the document before its quotation, or after it."""
    if not _fits(true, place, words):
        return None
    seed = true.claim.seed.text
    exact = seed[place.start : place.end]
    if words.startswith(","):
        bare = exact.rstrip(f"{_ENDS} ")
        at = place.start + len(bare)
        closed = words if seed[at : at + 1] in _ENDS else f"{words},"
        return Spoilt(with_first(true.fact, bare), rewritten(true, at, at, closed))
    return Spoilt(true.fact, rewritten(true, place.start, place.start, f"{words} "))


def _fits(true: Specimen, place: SeedPlace, words: str) -> bool:
    """Whether words can stand at a quotation: a capital only begins a sentence."""
    start, seed = place.folded[0], true.claim.seed
    begins = seed.folded_sentence(start)[0] == start
    return words.startswith(",") or begins or not (words[0].isupper() and words[:4] != "Reed")


def speaker_inside(true: Specimen, words: str) -> Spoilt | None:
    """The quotation has who says so, and the record says that the document itself does."""
    place = quoted(true)
    if place is None or not true.fact.own_voice:
        return None
    return _within(true, place, words)


def denial_reworded(true: Specimen, words: str) -> Spoilt | None:
    """The quotation denies in other words what the statement affirms."""
    place = quoted(true)
    language = true.atlas.config.language
    said = (true.claim.words, true.fact.quote[0].exact)
    if place is None or any(language.negation.search(one) for one in said):
        return None
    return _within(true, place, words)


def _within(true: Specimen, place: SeedPlace, words: str) -> Spoilt | None:
    """The fact with other words before its quotation, or after it, that it quotes too."""
    if not _fits(true, place, words):
        return None
    exact = true.claim.seed.text[place.start : place.end]
    changed = f"{exact.rstrip(_ENDS)}{words}" if words.startswith(",") else f"{words} {exact}"
    return Spoilt(with_first(true.fact, changed), rewritten(true, place.start, place.end, changed))


def _hedged(true: Specimen) -> bool:
    """Whether the fact says that it is not sure."""
    hedge = true.atlas.config.language.hedge
    return any(hedge.search(one.exact) for one in true.fact.quote) or bool(
        hedge.search(true.claim.words)
    )


def intent_told_as_done(true: Specimen, words: str) -> Spoilt | None:
    """The document says that somebody means to see what the statement says has happened.

    Planted where the quotation begins a sentence and is one clause, and the statement is sure.
    """
    place, seed, language = quoted(true), true.claim.seed, true.atlas.config.language
    if language.keep_open.search(true.claim.words) or language.hedge.search(true.claim.words):
        return None
    if place is None or seed.folded_sentence(place.folded[0])[0] != place.folded[0]:
        return None
    exact = seed.text[place.start : place.end]
    if language.intent_end.search(exact) or set(exact[:-1]) & {*_ENDS, "(", "|"}:
        return None
    said = f"Reed {words.replace('…', 'others')} see {exact[:1].lower()}{exact[1:]}"
    return Spoilt(with_first(true.fact, said), rewritten(true, place.start, place.end, said))
