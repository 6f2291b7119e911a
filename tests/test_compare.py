"""How two answers compare: the published steps, in their order, with their reasons."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.atlas.atlas import Atlas
from generator.build import check
from generator.findings.compare import Comparison, compare
from generator.findings.findings import find_out
from tests.project import ROOT, put, sign_seeds, with_shared_words

SENTENCE = "Sentence {} of the report says {}."
QUESTION = """\
title: How many came?
unit: person
population:
  guards: Guards
  carters: Carters
  smiths: Smiths
  all: {label: All, made_of: [guards, carters, smiths]}
  townsfolk: {label: Townsfolk, made_of: [carters, smiths]}
basis:
  present: {label: there at one time, time: moment}
  arrived: {label: arrived, time: event}
  paid: {label: paid over a time, time: span}
  dead: {label: died, time: so_far}
  before: {label: there before, time: fixed}
"""


def answers(folder: Path, *given: Mapping[str, Any]) -> Atlas:
    """A project in which each figure is one fact of one document, in the order given."""
    lines, records = [], []
    for number, one in enumerate(given):
        words = one.get("words", "12")
        line = SENTENCE.format(number, words)
        dated = f'  when: "{one["when"]}"\n' if "when" in one else ""
        related = one.get("related", "")
        figure = "".join(f"      {key}: {value}\n" for key, value in one["figure"].items())
        lines.append(line)
        records.append(
            f"- id: f-0000000{number}\n  statement: '{line}'\n  quote: '{line}'\n"
            f"  attributed_to: self\n  topics: [topics/town]\n{dated}{related}"
            f"  figures:\n    - as_stated: '{words}'\n      answers: questions/came\n{figure}"
        )
    put(
        folder,
        {
            "site_config/site.yaml": (
                "title: T\nversion: '1'\nlicence: CC0\n"
                "released: 2001-02-03\ncreator: C\ntag: t.example,2001\n"
            ),
            "seeds/000_report.txt": "\n".join(lines) + "\n",
            "content/topics/town.yaml": "name: Town\nsubkind: place\n",
            "content/questions/came.yaml": QUESTION,
            "content/sources/report/source.yaml": (
                "title: Report\nshort: Report\nletter: R\nkind: article\nlanguage: en\n"
                "seed: 000_report.txt\ntext: {state: whole}\n"
            ),
            "content/sources/report/facts.yaml": "".join(records),
        },
    )
    sign_seeds(folder)
    atlas = check(with_shared_words(folder)).atlas
    assert atlas is not None
    assert len(atlas.answers["questions/came"]) == len(given)
    return atlas


def compared(folder: Path, *given: Mapping[str, Any]) -> Comparison:
    """What comes of two answers."""
    atlas = answers(folder, *given)
    first, second = atlas.answers["questions/came"]
    return compare(first, second, atlas)


def figure(who: str = "[guards]", basis: str = "present", **how: object) -> dict[str, object]:
    """A figure of so many people."""
    return {"unit": "person", "population": who, "basis": basis, **how}


@pytest.mark.parametrize(
    ("one", "other", "outcome", "why"),
    [
        # Step 2: another sense, unit or period.
        (
            {"figure": figure(number=12), "when": "1903"},
            {"figure": figure(basis="arrived", number=12), "when": "1903"},
            "different",
            "basis",
        ),
        (
            {"figure": figure(number=12), "when": "1903"},
            {"figure": {**figure(number=12), "unit": "year"}, "when": "1903"},
            "different",
            "unit",
        ),
        (
            {"figure": figure(number=12, per="year"), "when": "1903"},
            {"figure": figure(number=12), "when": "1903"},
            "different",
            "rate",
        ),
        # Step 3: whom, and when.
        (
            {"figure": figure(number=12), "when": "1903"},
            {"figure": figure("[carters]", number=12), "when": "1903"},
            "different",
            "who-apart",
        ),
        (
            {"figure": figure("[guards, carters]", number=12), "when": "1903"},
            {"figure": figure("[townsfolk]", number=12), "when": "1903"},
            "different",
            "who-overlap",
        ),
        (
            {"figure": figure(number=12), "when": "1903"},
            {"figure": figure(number=12), "when": "1904"},
            "different",
            "when-apart",
        ),
        (
            {"figure": figure(number=12), "when": "1903"},
            {"figure": figure(number=12)},
            "unknown",
            "when-unknown",
        ),
        (
            {"figure": figure(number=12), "when": "XXXX-04"},
            {"figure": figure(number=12), "when": "XXXX-04"},
            "unknown",
            "when-unknown",
        ),
        (
            {"figure": figure("[guards]", "paid", number=12), "when": "1901/1905"},
            {"figure": figure("[all]", "paid", number=12), "when": "1903"},
            "different",
            "crossed",
        ),
        (
            {"figure": figure(basis="paid", number=12), "when": "1901/1903"},
            {"figure": figure(basis="paid", number=12), "when": "1902/1904"},
            "different",
            "when-overlap",
        ),
        # A moment "by 1903" is 1903; what is before has no time of its own.
        (
            {"figure": figure(number=12), "when": "[..1903]"},
            {"figure": figure(number=12), "when": "1903-06"},
            "agree",
            "same",
        ),
        (
            {"figure": figure(basis="before", number=12)},
            {"figure": figure(basis="before", number=12), "when": "1903"},
            "agree",
            "same",
        ),
        # Step 4: the amounts.
        (
            {"figure": figure(more_than=12), "when": "1903"},
            {"figure": figure(number=12), "when": "1903"},
            "disagree",
            "apart",
        ),
        (
            {"figure": figure(at_least=12), "when": "1903"},
            {"figure": figure(number=12), "when": "1903"},
            "compatible",
            "meet",
        ),
        (
            {"figure": figure(number=12), "words": "12", "when": "1903"},
            {"figure": figure(number=13), "words": "13", "when": "1903"},
            "disagree",
            "apart",
        ),
        (
            {"figure": figure(number=12, about="true"), "words": "12", "when": "1903"},
            {"figure": figure(number=13), "words": "13", "when": "1903"},
            "compatible",
            "meet",
        ),
        (
            {"figure": figure(number=1, per="month"), "words": "1", "when": "1903"},
            {"figure": figure(number=12, per="year"), "words": "12", "when": "1903"},
            "agree",
            "same-yearly",
        ),
        (
            {"figure": figure(number=12), "words": "12", "when": "1903"},
            {"figure": figure("[all]", number=30), "words": "30", "when": "1903"},
            "part-of",
            "part-who",
        ),
        (
            {"figure": figure(number=31), "words": "31", "when": "1903"},
            {"figure": figure("[all]", number=30), "words": "30", "when": "1903"},
            "disagree",
            "part-above-whole",
        ),
        (
            {"figure": figure(basis="dead", number=12), "when": "[..1903]"},
            {"figure": figure(basis="dead", number=30), "words": "30", "when": "[..1905]"},
            "part-of",
            "part-when",
        ),
        (
            {"figure": figure(basis="dead", number=12), "when": "1902/1903"},
            {"figure": figure("[all]", "dead", at_least=5), "words": "5", "when": "[..1905]"},
            "part-of",
            "part-when",
        ),
        (
            {"figure": figure(basis="dead", number=31), "words": "31", "when": "[..1903]"},
            {"figure": figure(basis="dead", at_most=30), "words": "30", "when": "[..1905]"},
            "disagree",
            "part-above-whole",
        ),
    ],
)
def test_each_step(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any], outcome: str, why: str
) -> None:
    """The first step that applies is the outcome, whichever of the two stands first."""
    forth = compared(tmp_path / "forth", one, other)
    back = compared(tmp_path / "back", other, one)
    assert (forth.outcome, forth.why) == (outcome, why)
    assert (back.outcome, back.why) == (outcome, why)


@pytest.mark.parametrize(
    ("how", "outcome"),
    [
        ("repeats", "one-voice"),
        ("same_origin", "one-voice"),
        ("disputes", "disagree"),
        ("part_of", "part-of"),
        ("updates", "disagree"),
    ],
)
def test_what_the_records_say_comes_first(tmp_path: Path, how: str, outcome: str) -> None:
    """Step 1: a tie that settles it does so whatever the numbers are; another tie does not."""
    tied = f"  related_facts:\n    - {{fact: f-00000001, how: {how}}}\n"
    one = {"figure": figure(number=12), "when": "1903", "related": tied}
    other = {"figure": figure(number=13), "words": "13", "when": "1903"}
    assert compared(tmp_path, one, other).outcome == outcome


def test_figures_of_one_fact_are_compared_by_the_same_steps(tmp_path: Path) -> None:
    """Two figures of a fact are two answers: no tie of the fact to itself makes them one voice."""
    atlas = answers(
        tmp_path,
        {"figure": figure(number=12), "when": "1903"},
        {"figure": figure(number=12), "when": "1903"},
    )
    first, _ = atlas.answers["questions/came"]
    assert compare(first, first, atlas).outcome == "agree"


@pytest.fixture(scope="module")
def real() -> Atlas:
    """The real project."""
    atlas = check(ROOT).atlas
    assert atlas is not None
    return atlas


def _outcome(real: Atlas, question: str, one: str, other: str) -> str:
    found = {
        frozenset((pair.a.claim.id, pair.b.claim.id)): pair.outcome
        for pair in find_out(real).by_question[f"questions/{question}"]
    }
    return found[frozenset((one, other))]


@pytest.mark.parametrize(
    ("question", "one", "other", "outcome"),
    [
        # 2,100 of the IRGC in four years; at least 559 Iranians so far, a year later.
        ("iranian-dead", "f-7fhqy6pe", "f-gsmerwaw", "part-of"),
        # The reports' 12,000 and the parts that they are made of.
        ("iran-led-dead", "f-tzvykmmn", "f-p7zpav7k", "part-of"),
        # About 9,000 announced, about 5,000 arrived.
        ("deployments", "f-rzm7f0y9", "f-nfq4q5xx", "different"),
        # $9 billion by 2012, up to $100 billion by 2016; $6 billion a year, $1-2 billion a month.
        ("total-spending", "f-j0555cdz", "f-crnf423f", "part-of"),
        ("yearly-spending", "f-12mkyjfm", "f-93bzxge2", "compatible"),
    ],
)
def test_the_documents(real: Atlas, question: str, one: str, other: str, outcome: str) -> None:
    """Pairs of the real documents that the method was made for."""
    assert _outcome(real, question, one, other) == outcome


def test_every_pair_has_a_reason_in_words(real: Atlas) -> None:
    """No outcome is shown without its sentence."""
    for pairs in find_out(real).by_question.values():
        assert all(pair.why for pair in pairs)


def test_comparing_is_even_handed(real: Atlas) -> None:
    """Which of two real answers stands first changes neither the outcome nor the reason."""
    for pairs in find_out(real).by_question.values():
        for pair in pairs:
            back = compare(pair.b, pair.a, real)
            assert (back.outcome, back.why) == (pair.outcome, pair.why)
