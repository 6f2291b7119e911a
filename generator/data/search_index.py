"""The search index: names and facts, cut into files that a page loads as scripts.

`start.js` says how everything is cut. `names-N.js` and `facts-N.js` contain words with the numbers
of the names and facts that have them. `shown-N.js` and `texts-N.js` contain what results show;
`filters.js` and `marks-N.js` what filters them. Names and facts are numbered from 0: the most
mentioned entities first, then questions, then documents; facts by document and place.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.atlas.atlas import Atlas, Claim
from generator.data.shards import base36, chunks, cut, postings, script
from generator.findings.findings import Findings
from generator.markup.escaping import filled, text_of
from generator.markup.inline import counted
from generator.markup.writer import Desk
from generator.records.references import entity_kind_of

FOLDER = "search/data"
BYTES_PER_FILE = 24_000  # of words, unless one word alone has more
NAMES_PER_FILE, TEXTS_PER_FILE, MARKS_PER_FILE = 48, 32, 2_000  # names and facts as they are shown
COMMON_FROM, COMMON_SHARE = (
    2_000,
    8,
)  # facts; a word in more, and in over an eighth of all, is common
COMMON_KEPT = 500  # facts that a common word finds alone; beside other words it finds none
WORDS_JOINED = 4  # a name of no more words is also found written as one

Postings = dict[str, tuple[set[int], ...]]
"""By word, the numbers of what has it, in several lists for the ways in which it does."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name: its page, what it is, and a line about it."""

    ref: str
    name: str
    spellings: tuple[str, ...]
    kind: str
    about: str


def search_files(atlas: Atlas, findings: Findings) -> dict[str, str]:
    """Every file of the index, by its path in the site."""
    desk = Desk(atlas, findings, "search/index.md")
    claims, named = tuple(atlas.claims.values()), _named(desk)
    names = list(
        cut(_lines(_name_words(desk, named), desk.atlas.config.spelling.sound), BYTES_PER_FILE)
    )
    words, common = _fact_words(desk, claims)
    facts = list(cut(_lines(words, str), BYTES_PER_FILE))
    claimants = _claimants(desk, claims)
    places = {key: number for number, key in enumerate(claimants)}
    payloads: dict[str, object] = {
        **{f"names-{number}": "\n".join(lines) for number, (_, lines) in enumerate(names)},
        **{f"facts-{number}": "\n".join(lines) for number, (_, lines) in enumerate(facts)},
        **_chunked("shown", [_shown(one) for one in named], NAMES_PER_FILE),
        **_chunked("texts", [_text(desk, claim) for claim in claims], TEXTS_PER_FILE),
        **_chunked("marks", [_marks(desk, one, places) for one in claims], MARKS_PER_FILE),
        "filters": _filters(desk, claims, claimants),
    }
    start = {
        "names": {
            "count": len(named),
            "cut": [first for first, _ in names],
            "rows": NAMES_PER_FILE,
        },
        "facts": {
            "count": len(claims),
            "cut": [first for first, _ in facts],
            "rows": TEXTS_PER_FILE,
        },
        "entities": len(atlas.entities),
        "marks": MARKS_PER_FILE,
        "common": common,
        "spelling": atlas.config.spelling.model_dump(),
        "words": dict(desk.wording.search),
    }
    digest = _digest({**payloads, "start": start})
    files = {name: script(name, digest, one) for name, one in {**payloads, "start": start}.items()}
    return {f"{FOLDER}/{name}.js": text for name, text in sorted(files.items())}


def _chunked(name: str, rows: list[object], length: int) -> dict[str, object]:
    return {f"{name}-{number}": part for number, part in enumerate(chunks(rows, length))}


def _digest(payloads: dict[str, object]) -> str:
    told = "".join(script(name, "", one) for name, one in sorted(payloads.items()))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _named(desk: Desk) -> list[Named]:
    """Everything with a name: the most mentioned entities first, then questions and documents."""
    atlas, counts, words = desk.atlas, desk.wording.counts, desk.wording.search_page

    def facts(claims: Iterable[Claim]) -> str:
        return text_of(counted(len(list(claims)), counts.facts))

    entities = sorted(atlas.entities, key=lambda ref: (-len(atlas.about.get(ref, ())), ref))
    questions = sorted(atlas.questions, key=lambda ref: (-len(atlas.answers.get(ref, ())), ref))
    found = [
        Named(
            ref,
            atlas.name(ref),
            tuple(alias.name for alias in atlas.entities[ref].record.aliases),
            _kind(desk, ref),
            facts(atlas.about.get(ref, ())),
        )
        for ref in entities
    ]
    found += [
        Named(
            ref,
            atlas.name(ref),
            (),
            words.question,
            text_of(counted(len(atlas.answers.get(ref, ())), counts.answers)),
        )
        for ref in questions
    ]
    for ref, document in atlas.documents.items():
        record = document.record
        kind = text_of(filled(words.document, letter=record.letter))
        titles = tuple(one for one in (record.short, record.publisher) if one)
        about = facts(atlas.drawn_from.get(ref, ()))
        found.append(Named(ref, record.title, titles, kind, about))
    return found


def _kind(desk: Desk, ref: str) -> str:
    """What an entity is, in a word or two."""
    subkind = desk.atlas.entities[ref].record.subkind
    subkinds = desk.atlas.config.vocabulary.subkinds[entity_kind_of(ref)]
    return subkinds[subkind] if subkind else desk.wording.entity.person


def _name_words(desk: Desk, named: list[Named]) -> Postings:
    """By word, the names that it is in whole, in part, or with all their words joined."""
    spelling = desk.atlas.config.spelling
    found: Postings = defaultdict(lambda: (set(), set(), set()))
    for number, item in enumerate(named):
        for name in (item.name, *item.spellings):
            words = spelling.names(name)
            for word in words:
                found[word][len(words) > 1].add(number)
            if 1 < len(words) <= WORDS_JOINED:
                found["".join(words)][2].add(number)
    for whole, part, _ in found.values():
        part.difference_update(whole)
    return found


def _fact_words(desk: Desk, claims: tuple[Claim, ...]) -> tuple[Postings, list[str]]:
    """By word, the facts that state it, and the facts that it accompanies.

    The second value is the words that are too common to narrow a search.
    """
    words, small = desk.atlas.config.spelling.words, set(desk.atlas.config.spelling.small)
    names = {ref: words(desk.atlas.name(ref)) for ref in desk.atlas.about if desk.atlas.knows(ref)}
    found: Postings = defaultdict(lambda: (set(), set()))
    for number, claim in enumerate(claims):
        stated = set(words(claim.words)) - small
        beside = {word for one in _beside(desk, claim) for word in words(one)}
        beside.update(word for ref in claim.mentions for word in names.get(ref, ()))
        for word in stated:
            found[word][0].add(number)
        for word in beside - stated - small:
            found[word][1].add(number)
    most = max(COMMON_FROM, len(claims) // COMMON_SHARE)
    common = sorted(word for word, (one, other) in found.items() if len(one) + len(other) > most)
    for word in common:
        first, second = (sorted(numbers)[:COMMON_KEPT] for numbers in found[word])
        found[word] = set(first), set(second[: COMMON_KEPT - len(first)])
    return found, common


def _beside(desk: Desk, claim: Claim) -> Iterator[str]:
    """The words that find a fact besides its statement: its quotes, speakers, dates and topics."""
    yield from (one.passage.exact for one in claim.quotes)
    yield says(desk, claim)
    yield desk.when(claim)
    yield from (date.text for date in (claim.fact.when, claim.fact.said_on) if date)
    yield claim.document.record.letter


def _lines(found: Postings, key: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Each word with its numbers as a line, sorted as a script sorts the keys of the files."""
    rows = [(key(word), word) for word in found]
    for cut_by, word in sorted(rows, key=lambda row: [one.encode("utf-16-be") for one in row]):
        yield cut_by, "|".join([word, *map(postings, found[word])])


def _shown(named: Named) -> object:
    return [named.ref, named.name, named.kind, named.about, *named.spellings]


def _text(desk: Desk, claim: Claim) -> object:
    record = claim.document.record
    return [claim.id, desk.when(claim), claim.words, says(desk, claim), record.letter, record.short]


def says(desk: Desk, claim: Claim) -> str:
    """The claimants of a claim, those they speak through, and the document, as text."""
    return text_of(desk.says(claim))


def _claimants(desk: Desk, claims: tuple[Claim, ...]) -> dict[str, str]:
    """Every claimant by key, with its name, sorted by name."""
    found = {one.key: text_of(desk.claimant(one)) for claim in claims for one in claim.claimants}
    return dict(sorted(found.items(), key=lambda item: (item[1].casefold(), item[0])))


def _marks(desk: Desk, claim: Claim, places: dict[str, int]) -> object:
    """A fact's type, first and last year, and claimants, as positions in `filters.js`."""
    types = list(desk.atlas.config.vocabulary.types)
    when = claim.fact.when
    first = when.earliest.year if when and when.earliest else ""
    last = when.latest.year if when and when.latest else ""
    who = ".".join(base36(places[one.key]) for one in claim.claimants)
    return f"{base36(types.index(claim.fact.type))} {first} {last} {who}"


def _filters(desk: Desk, claims: tuple[Claim, ...], claimants: dict[str, str]) -> object:
    """The filters of the results: types, documents with the numbers of their facts, claimants."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        numbers[claim.source].append(number)
    types = desk.atlas.config.vocabulary.types
    documents = desk.atlas.documents
    return {
        "types": list(types.items()),
        "sources": [
            [ref, f"{one.record.letter} · {one.record.short}", *_ends(numbers.get(ref, []))]
            for ref, one in documents.items()
        ],
        "claimants": list(claimants.items()),
    }


def _ends(numbers: list[int]) -> tuple[int, int]:
    """The numbers of the first fact of each document, and of the one after its last."""
    return (numbers[0], numbers[-1] + 1) if numbers else (0, 0)
