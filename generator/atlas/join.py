"""Joining: separate records become one atlas, in which every reference is looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.atlas import names, passages, prose
from generator.atlas.atlas import Answer, Atlas, Claim, Claimant, Document, RelatedClaim
from generator.atlas.coverage import cover, skipped_by
from generator.atlas.headings import Headings, headings_of
from generator.atlas.ids import first_withdrawn, published_first, repeated
from generator.atlas.names import Names
from generator.atlas.pages import Pages, locator, pages_of
from generator.atlas.prose import Link, Unlinked
from generator.atlas.titles import marks_of
from generator.config.config import Config
from generator.load.entries import Entries, Entry
from generator.records import (
    Choice,
    Entity,
    Fact,
    Figure,
    Layout,
    Question,
    Skip,
    Source,
    Withdrawn,
)
from generator.records.fields import REF
from generator.records.passages import Exact
from generator.records.questions import Within, leaves
from generator.text.seed import Seed

T = TypeVar("T")


def join(entries: Entries) -> Atlas:
    """The atlas of all entries; what can't be looked up stays as it is, for the rules to report."""
    known = names.index(_spellings(entries.entities))
    skips = _grouped((skip.home, skip) for skip in entries.skips)
    layouts = {layout.home: layout for layout in entries.layouts}
    documents = {
        entry.ref: _document(
            entry,
            _seed(entry.record, entries),
            skips.get(entry.ref, ()),
            layouts.get(entry.ref),
            entries.config,
        )
        for entry in entries.sources
    }
    originals, withdrawn = published_first(entries), first_withdrawn(entries)
    placed = (_claim(entry, documents, known, entries.config) for entry in originals.values())
    in_order = sorted(
        (claim for claim in placed if claim), key=lambda one: (one.source, one.position, one.id)
    )
    claims = {claim.id: claim for claim in in_order}
    questions = dict(sorted((entry.ref, entry) for entry in entries.questions))
    answers = _answers(in_order, questions)
    drawn_from = _grouped((claim.source, claim) for claim in in_order)
    return Atlas(
        config=entries.config,
        names=known,
        entities=dict(sorted((entry.ref, entry) for entry in entries.entities)),
        questions=questions,
        documents=documents,
        marks=marks_of(documents, {one.ref: one.record.name for one in entries.entities}),
        claims=claims,
        about=_grouped((ref, claim) for claim in in_order for ref in claim.mentions),
        said_by=_grouped((one.key, claim) for claim in in_order for one in claim.claimants),
        drawn_from=drawn_from,
        coverage={ref: cover(one, drawn_from.get(ref, ())) for ref, one in documents.items()},
        answers=answers,
        narrower=_grouped(
            (one.record.broader, ref) for ref, one in questions.items() if one.record.broader
        ),
        answers_of=_crossed(answers, lambda one: (one.claim.id,)),
        asked_about=_asked_about(questions, answers),
        related=_related(in_order),
        former=entries.former,
        withdrawn=withdrawn,
        lines=_lines(*originals.values(), *withdrawn.values()),
        repeated_ids=repeated(entries, originals, withdrawn),
        pages=entries.pages,
        ledger=entries.ledger,
        ledger_lines=entries.ledger_lines,
        gazetteer=entries.gazetteer,
        unread=entries.unread | {entry.ref for entry in entries.facts} - claims.keys(),
    )


def _spellings(entities: Iterable[Entry[Entity]]) -> Iterator[tuple[str, str]]:
    for entry in entities:
        for spelling in entry.record.spellings:
            yield spelling.name, entry.ref


def _seed(source: Source, entries: Entries) -> Seed | None:
    """The text of a document, which is cut into sentences as its language does."""
    seed, language = entries.seeds.get(source.seed), source.language
    if seed is None or language == seed.language:
        return seed
    short = entries.config.words_of(language).language.abbreviations
    return replace(seed, language=language, abbreviations=short)


def _document(
    entry: Entry[Source],
    seed: Seed | None,
    own: tuple[Entry[Skip], ...],
    layout: Entry[Layout] | None,
    config: Config,
) -> Document:
    skipped = tuple(sorted(stretch for skip in own for stretch in skipped_by(skip.record, seed)))
    ends = frozenset(edge for stretch in skipped for edge in stretch)
    pages, headings = Pages(), Headings()
    if layout and seed:
        pages = pages_of(layout.record.pages, seed)
        chapters = config.words_of(entry.record.language).language.chapters
        headings = headings_of(layout.record.headings, seed, entry.record.title, chapters)
    return Document(entry.ref, entry, seed, own, skipped, ends, layout, pages, headings)


def _claim(
    entry: Entry[Fact], documents: Mapping[str, Document], known: Names, config: Config
) -> Claim | None:
    document = documents.get(entry.home)
    if document is None or document.seed is None:
        return None
    seed, fact = document.seed, entry.record
    scales = config.words_of(document.record.language).numbers.scale_pattern

    def look(passage: Exact) -> passages.Sighting:
        found = passages.find(passage, seed, scales, document.skip_ends)
        return replace(
            found, locator=locator(passage.locator, document.pages, document.headings, found.place)
        )

    return Claim(
        fact=fact,
        entry=entry,
        document=document,
        seed=seed,
        statement=prose.pieces_of(fact.statement, known),
        quotes=tuple(look(passage) for passage in fact.quote),
        context=tuple(look(passage) for passage in fact.context),
        credit=look(fact.attributed_as) if fact.attributed_as else None,
        claimants=tuple(_claimant(text, document, known) for text in fact.attributed_to),
        via=tuple(_claimant(relay.who, document, known) for relay in fact.via),
    )


def _claimant(text: str, document: Document, known: Names) -> Claimant:
    if text == "self":
        return Claimant(document.ref, "self", document.ref, (Unlinked(document.record.short),))
    if text == "unnamed":
        return Claimant(f"{document.ref} unnamed", "unnamed", None, (Unlinked("unnamed"),))
    if REF.fullmatch(text):
        return Claimant(text, "entity", text, (Link(text, text),))
    pieces = prose.pieces_of(text, known)
    return Claimant(f"{document.ref} {prose.plain_words(pieces)}", "words", None, pieces)


def _answers(
    claims: Iterable[Claim], questions: Mapping[str, Entry[Question]]
) -> dict[str, tuple[Answer, ...]]:
    """The answers to each question; a narrower question has some of its broader question's."""
    direct = _grouped(
        (ref, Answer(ref, claim, given, index))
        for claim in claims
        for index, given, ref in _given(claim.fact)
    )
    found = dict(direct)
    for ref, entry in questions.items():
        question = entry.record
        if question.broader and question.broader in questions and question.within:
            parent = questions[question.broader].record
            inside = [
                one
                for one in direct.get(question.broader, ())
                if _lies_in(one, question.within, parent)
            ]
            found[ref] = tuple(inside)
    return dict(sorted(found.items()))


def _asked_about(
    questions: Mapping[str, Entry[Question]], answers: Mapping[str, tuple[Answer, ...]]
) -> dict[str, dict[str, tuple[Answer, ...]]]:
    """The questions about each entity, each with the answers of claims that mention the entity."""
    found = _crossed(answers, lambda one: one.claim.mentions)
    for question, entry in questions.items():
        for topic in entry.record.topics:
            found.setdefault(topic, {}).setdefault(question, ())
    return {ref: dict(sorted(asked.items())) for ref, asked in sorted(found.items())}


def _crossed(
    answers: Mapping[str, tuple[Answer, ...]], keys: Callable[[Answer], Iterable[str]]
) -> dict[str, dict[str, tuple[Answer, ...]]]:
    """The answers by each of their keys, then by question."""
    found: defaultdict[str, dict[str, tuple[Answer, ...]]] = defaultdict(dict)
    for question, given in answers.items():
        for key, own in _grouped((key, one) for one in given for key in keys(one)).items():
            found[key][question] = own
    return dict(sorted(found.items()))


def _given(fact: Fact) -> Iterator[tuple[int, Figure | Choice, str]]:
    """Each figure or choice of a fact that answers a question: its index, itself, the question."""
    for index, figure in enumerate(fact.figures):
        if figure.answers:
            yield index, figure, figure.answers
    for index, choice in enumerate(fact.choices):
        yield index, choice, choice.answers


def _lies_in(answer: Answer, within: Within, parent: Question) -> bool:
    if within.basis and answer.given.basis not in within.basis:
        return False
    counted = leaves(answer.given.population, parent)
    return not within.population or (bool(counted) and counted <= leaves(within.population, parent))


def _related(claims: Iterable[Claim]) -> dict[str, tuple[RelatedClaim, ...]]:
    """How facts are related, as seen from each of the two."""
    return _grouped(
        pair
        for claim in claims
        for related in claim.fact.related_facts
        for pair in (
            (claim.id, RelatedClaim(related.fact, related.how, related.note, reverse=False)),
            (related.fact, RelatedClaim(claim.id, related.how, related.note, reverse=True)),
        )
    )


def _lines(*facts: Entry[Fact] | Entry[Withdrawn]) -> dict[str, int]:
    """The line of each fact in its file."""
    return {one.ref: one.place("id").line for one in facts}


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in sorted(found.items())}
