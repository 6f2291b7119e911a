"""A synthetic project: any number of facts, with all that real ones have, that pass `check`.

The same size gives the same project. Names are made so that no two look alike.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from itertools import accumulate, pairwise, product
from pathlib import Path
from random import Random
from string import ascii_uppercase

FACTS_IN_A_DOCUMENT = 40
FACTS_TO_AN_ENTITY = 8 / 3
ANSWERS_TO_A_QUESTION = 10
KINDS = {"people": "", "units": "subkind: militia\n", "topics": "subkind: place\n"}
ID_CHARACTERS = "0123456789abcdefghjkmnpqrstvwxyz"
CONSONANTS = "bdfjlmnprstvz"
WORDS = ("vocabulary", "language", "dates", "numbers", "spelling", "wording")

QUESTION = """\
title: How many fighters of group {number} came?
unit: person
population:
  fighters: Fighters
basis:
  arrived:
    label: said to have come
    time: event
"""

SOURCE = """\
title: Document {number}
short: Document {number}
letter: {letter}
kind: article
language: en
seed: {seed}
text:
  state: whole
complete: true
"""

FACT = """\
- id: {id}
  statement: >-
    In {year} {count:,} fighters of [[{unit}|{unit_name}]] came to [[{place}|{place_name}]] with [[{person}|{person_name}]].
  quote: >-
    in {year} {count:,} fighters of {unit_name} came to {place_name} with {person_name}
"""

FIGURE = """\
  figures:
    - as_stated: {count:,} fighters of {unit_name}
      number: {count}
      unit: person
      answers: questions/group-{question}
      population: [fighters]
      basis: arrived
"""


SITE = """\
title: Synthetic
version: '1'
licence: CC0
released: 2001-02-03
creator: Nobody
tag: synthetic.invalid,2001
"""


@dataclass(frozen=True, slots=True)
class _Cast:
    """The entities of one kind, and how often each is named: a few often, most seldom."""

    kind: str
    names: tuple[str, ...]
    weights: tuple[float, ...]

    def choose(self, fact: int, chance: Random) -> str:
        """Each in turn, so that all are named; after that by weight."""
        if fact < len(self.names):
            return self.names[fact]
        return chance.choices(self.names, cum_weights=self.weights)[0]


def write_project(root: Path, facts: int, words_from: Path) -> None:
    """A project of so many facts in the folder `root`, with the words of another project."""
    chance = Random(facts)
    _put(root / "site_config/site.yaml", SITE)
    for name in WORDS:
        shutil.copy(words_from / f"site_config/{name}.yaml", root / "site_config")
    casts = {cast.kind: cast for cast in _casts(facts, chance)}
    for kind, cast in casts.items():
        for name in cast.names:
            _put(root / f"content/{kind}/{name.lower()}.yaml", f"name: {name}\n{KINDS[kind]}")
    answers = len(range(0, facts, 4))
    questions = max(answers // ANSWERS_TO_A_QUESTION, 1)
    for number in range(questions):
        _put(root / f"content/questions/group-{number}.yaml", QUESTION.format(number=number))
    sums = []
    letters = (
        "".join(some) for size in (1, 2, 3) for some in product(ascii_uppercase, repeat=size)
    )
    for number, first in enumerate(range(0, facts, FACTS_IN_A_DOCUMENT)):
        lines, records = [f"Heading {number}"], []
        for fact in range(first, min(first + FACTS_IN_A_DOCUMENT, facts)):
            line, record = _fact(fact, questions, casts, chance)
            lines.append(line)
            records.append(record)
        text = "\n".join(lines) + "\n"
        seed = f"{number:05d}.txt"
        _put(root / "seeds" / seed, text)
        sums.append(f"{hashlib.sha256(text.encode()).hexdigest()}  {seed}\n")
        folder = root / f"content/sources/document-{number}"
        source = SOURCE.format(number=number, letter=next(letters), seed=seed)
        _put(folder / "source.yaml", source)
        _put(folder / "facts.yaml", "".join(records))
        _put(folder / "skipped.yaml", f"- exact: Heading {number}\n  reason: a heading\n")
    _put(root / "seeds/SHA256SUMS", "".join(sums))


def _casts(facts: int, chance: Random) -> list[_Cast]:
    each = max(int(facts / FACTS_TO_AN_ENTITY / len(KINDS)), 1)
    skeletons = [
        letters
        for letters in product(CONSONANTS, repeat=5)
        if all(one != other for one, other in pairwise(letters))
    ]
    spread = skeletons[:: len(skeletons) // (each * len(KINDS))]  # over all first letters
    names = [
        "".join(one + chance.choice("aei") for one in some).capitalize()
        for some in spread[: each * len(KINDS)]
    ]
    chance.shuffle(names)
    weights = tuple(accumulate(1 / rank for rank in range(1, each + 1)))
    return [
        _Cast(kind, tuple(names[start * each : (start + 1) * each]), weights)
        for start, kind in enumerate(KINDS)
    ]


def _fact(fact: int, questions: int, casts: dict[str, _Cast], chance: Random) -> tuple[str, str]:
    """A line of the document and its record: some with a figure, some credited to somebody."""
    person, unit, place = (casts[kind].choose(fact, chance) for kind in KINDS)
    values = {
        "id": "f-" + "".join(chance.choices(ID_CHARACTERS, k=8)),
        "year": chance.randrange(1990, 2024),
        "count": chance.randrange(1100, 99000),
        "question": fact // 4 % questions,
        "person": f"people/{person.lower()}",
        "person_name": person,
        "unit": f"units/{unit.lower()}",
        "unit_name": unit,
        "place": f"topics/{place.lower()}",
        "place_name": place,
    }
    words = "in {year} {count:,} fighters of {unit_name} came to {place_name} with {person_name}"
    record, line = FACT.format(**values), words.format(**values)
    report = f"report {fact}"
    credit = f"According to {report} of {casts['units'].choose(fact + 1, chance)}"
    if fact % 3 == 0:
        line = f"{credit}, {line}"
        who = f"units/{credit.rsplit(maxsplit=1)[-1].lower()}"
        record += f"  attributed_to: {who}\n  attributed_as: {credit}\n"
    else:
        line = f"As of {report}, {line}"
        record += f"  context: As of {report}\n  attributed_to: self\n"
    record += f'  when: "{values["year"]}"\n'
    record += FIGURE.format(**values) if fact % 4 == 0 else "  type: event\n"
    return f"{line}.", record


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
