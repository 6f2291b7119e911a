"""The search index: names and facts, cut into files that a page loads as scripts.

`start.js` says how everything is cut. `names-N.js` and `facts-N.js` contain words with the numbers
of the names and facts that have them. `shown-N.js` and `texts-N.js` contain what results show,
`filters.js` and `marks-N.js` what they can be filtered by. Names and facts are numbered from 0: the
entities that most facts name first, then questions, then documents; facts by document and place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from generator.atlas.atlas import Atlas
from generator.data.search_facts import fact_words, told
from generator.data.search_filters import all_claimants, filters, marks
from generator.data.search_names import all_named, name_words, shown, told_of
from generator.data.search_words import SearchReader
from generator.data.shards import Postings, chunks, cut, postings, script
from generator.findings.findings import Findings
from generator.markup.writer import Desk

FOLDER = "search/data"
BYTES_PER_FILE = 24_000  # of words, unless one word alone has more
NAMES_PER_FILE, TEXTS_PER_FILE, MARKS_PER_FILE = 48, 32, 2_000  # names and facts as they are shown


def search_files(atlas: Atlas, findings: Findings) -> dict[str, str]:
    """Every file of the index, by its path in the site."""
    desk = Desk(atlas, findings, "search/index.md")
    reader = SearchReader(atlas.config)
    claims, named = tuple(atlas.claims.values()), all_named(desk)
    names = list(cut(_lines(name_words(reader, named), reader.sound), BYTES_PER_FILE))
    pages = told_of(desk, named)
    words, common = fact_words(desk, reader, claims)
    facts = list(cut(_lines(words, str), BYTES_PER_FILE))
    claimants = all_claimants(desk, claims)
    places = {key: number for number, key in enumerate(claimants)}
    payloads: dict[str, object] = {
        **{f"names-{number}": "\n".join(lines) for number, (_, lines) in enumerate(names)},
        **{f"facts-{number}": "\n".join(lines) for number, (_, lines) in enumerate(facts)},
        **_chunked("shown", [shown(one) for one in named], NAMES_PER_FILE),
        **{
            f"texts-{number}": told(desk, part, pages)
            for number, part in enumerate(chunks(claims, TEXTS_PER_FILE))
        },
        **_chunked("marks", [marks(desk, one, places) for one in claims], MARKS_PER_FILE),
        "filters": filters(desk, claims, claimants),
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
        "questions": len(atlas.questions),
        "marks": MARKS_PER_FILE,
        "common": common,
        "spelling": atlas.config.spelling.table(),
        "reading": reader.table(),
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


def _lines(found: Postings, key: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Each word with its numbers as a line, sorted in the order that scripts use."""
    rows = [(key(word), word) for word in found]
    for cut_by, word in sorted(rows, key=lambda row: [one.encode("utf-16-be") for one in row]):
        yield cut_by, "|".join([word, *map(postings, found[word])]).rstrip("|")
