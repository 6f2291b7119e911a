"""A synthetic project: any number of facts that have everything real ones have, and pass `check`.

The same size gives the same project. Names are made so that no two look alike.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import accumulate, pairwise, product
from pathlib import Path
from random import Random
from string import ascii_uppercase

IN_A_FILE = 40
FACTS_TO_AN_ENTITY = 8 / 3
KINDS = {"people": "", "units": "subkind: association\n", "topics": "subkind: place\n"}
ID_CHARACTERS = "0123456789abcdefghjkmnpqrstvwxyz"
CONSONANTS = "bdfjlmnprstvz"
WAYS = ("road", "air", "sea")

QUESTION = """\
title: How many fighters of group {number} came?
unit: person
population:
  fighters: Fighters
basis:
  arrived:
    label: said to have come
    time: event
topics:
  - {topic}
"""

CHOICE_QUESTION = """\
title: How did group {number} come?
choices:
  road: By road
  air: By air
  sea: By sea
contrary:
  - [road, air]
  - [road, sea]
  - [air, sea]
topics:
  - {topic}
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

MARKED = """\
  context:
    - {report}
    - exact: as all agree
      prefix: "Entry {fact}:"
      suffix: to say
"""
"""Words that the document has for each of its facts, found by what stands before and after them."""

LINE = (
    "{report}, in {year} {count:,} fighters of {unit_name} came to {place_name} with {person_name}."
)

MARK = " Entry {fact}: as all agree to say."

FILLER = "It was so then:"

CREDITED = """\
  attributed_to: {speaker}
  attributed_as: {report}
"""

OWN_VOICE = """\
  attributed_to: self
  context: {report}
"""

DATE = """\
  when: "{year}"
"""

EVENT = """\
  type: event
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

CHOICE = """\
  choices:
    - answers: questions/way-{question}
      choice: {way}
"""

TOPIC = """\
  topics:
    - {home}
"""

TIES = """\
  relations:
    - subject: {unit}
      relation: present-in
      object: {place}
    - subject: {person}
      relation: led
      object: {unit}
"""

SAME_ORIGIN = """\
  related_facts:
    - fact: {previous}
      how: same_origin
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
class Shape:
    """How the facts of a project are distributed: how many are in one document, and answer one question.

    A fact is followed by this many characters that claim nothing. `marked` facts have a passage that
    occurs once for each of them, with a prefix and a suffix.
    """

    in_a_document: int = 40
    to_a_question: int = 10
    between: int = 0
    marked: bool = False


USUAL = Shape()


@dataclass(frozen=True, slots=True)
class _Cast:
    """The entities of one kind, and how often each is named: a few often, most rarely."""

    kind: str
    names: tuple[str, ...]
    weights: tuple[float, ...]

    def choose(self, fact: int, chance: Random) -> str:
        """Choose each in turn, so that all are named; after that, by weight."""
        if fact < len(self.names):
            return self.names[fact]
        return chance.choices(self.names, cum_weights=self.weights)[0]


def write_project(root: Path, facts: int, shape: Shape = USUAL) -> None:
    """A project of this many facts in the folder `root`."""
    chance = Random(facts)
    _put(root / "site_config/site.yaml", SITE)
    casts = {cast.kind: cast for cast in _casts(facts, chance)}
    for kind, cast in casts.items():
        for name in cast.names:
            _put(root / f"content/{_ref(kind, name)}.yaml", f"name: {name}\n{KINDS[kind]}")
    answers = len(range(0, facts, 4))
    questions = max(answers // shape.to_a_question, 1)
    homes = [_ref("topics", casts["topics"].choose(one, chance)) for one in range(questions)]
    for number, topic in enumerate(homes):
        for name, form in {"group": QUESTION, "way": CHOICE_QUESTION}.items():
            text = form.format(number=number, topic=topic)
            _put(root / f"content/questions/{name}-{number}.yaml", text)
    ids = ["f-" + "".join(chance.choices(ID_CHARACTERS, k=8)) for _ in range(facts)]
    sums, words = [], Random(facts)
    letters = (
        "".join(some) for size in (1, 2, 3) for some in product(ascii_uppercase, repeat=size)
    )
    for number, first in enumerate(range(0, facts, shape.in_a_document)):
        lines, records = [f"Heading {number}"], []
        for fact in range(first, min(first + shape.in_a_document, facts)):
            line, record = _fact(fact, ids, homes, casts, chance, marked=shape.marked)
            lines.append(line)
            if shape.between:
                lines.append(_filler(shape.between, words))
            records.append(record)
        text = "\n".join(lines) + "\n"
        seed = f"{number:05d}.txt"
        _put(root / "seeds" / seed, text)
        sums.append(f"{hashlib.sha256(text.encode()).hexdigest()}  {seed}\n")
        folder = root / f"content/sources/document-{number}"
        source = SOURCE.format(number=number, letter=next(letters), seed=seed)
        _put(folder / "source.yaml", source)
        for part in range(0, len(records), IN_A_FILE):
            name = f"facts-{part}.yaml" if part else "facts.yaml"
            _put(folder / name, "".join(records[part : part + IN_A_FILE]))
        skipped = f"- exact: Heading {number}\n  reason: a heading\n"
        if shape.between:
            skipped += f"- pattern: '{FILLER}.+'\n  reason: claims nothing\n"
        if shape.marked:
            skipped += "- pattern: 'Entry [0-9]+:'\n  reason: a number\n"
            skipped += "- exact: to say\n  reason: claims nothing\n"
        _put(folder / "skipped.yaml", skipped)
    _put(root / "seeds/SHA256SUMS", "".join(sums))


def _filler(length: int, chance: Random) -> str:
    """A line of about this many characters, with a sentence for every ten words or so."""
    words = [FILLER]
    while sum(map(len, words)) + len(words) < length:
        word = "".join(chance.choice(CONSONANTS) + chance.choice("aei") for _ in range(3))
        words.append(f"{word}. So" if chance.random() < 1 / 10 else word)
    return f"{' '.join(words)}."


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


def _ref(kind: str, name: str) -> str:
    return f"{kind}/{name.lower()}"


def _fact(
    fact: int,
    ids: list[str],
    homes: list[str],
    casts: dict[str, _Cast],
    chance: Random,
    *,
    marked: bool,
) -> tuple[str, str]:
    """A line of the document and its record; each part of a record is in some of them."""
    person, unit, place = (casts[kind].choose(fact, chance) for kind in KINDS)
    speaker = casts["units"].choose(fact + 1, chance)
    report = f"report {fact}"
    question = fact // 4 % len(homes)
    values = {
        "fact": fact,
        "id": ids[fact],
        "previous": ids[fact - 1],
        "year": chance.randrange(1990, 2024),
        "count": chance.randrange(1100, 99000),
        "question": question,
        "home": homes[question],
        "way": chance.choice(WAYS),
        "person": _ref("people", person),
        "person_name": person,
        "unit": _ref("units", unit),
        "unit_name": unit,
        "place": _ref("topics", place),
        "place_name": place,
        "speaker": _ref("units", speaker),
        "report": f"According to {report} of {speaker}" if fact % 3 == 0 else f"As of {report}",
    }
    parts = (
        (CREDITED, fact % 3 == 0),
        (OWN_VOICE, fact % 3 != 0 and not marked),
        ("  attributed_to: self\n", fact % 3 != 0 and marked),
        (MARKED, marked),
        (DATE, fact % 2 == 0),
        (FIGURE, fact % 4 == 0),
        (EVENT, fact % 4 != 0),
        (CHOICE, fact % 4 == 2),
        (TOPIC, fact % 2 == 0 and homes[question] != _ref("topics", place)),
        (TIES, fact % 3 != 1),
        (SAME_ORIGIN, fact % 20 == 19),
    )
    record = FACT + "".join(part for part, there in parts if there)
    line = LINE + MARK if marked else LINE
    return line.format(**values), record.format(**values)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
