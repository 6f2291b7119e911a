"""What time a claim is about, and how that is known: each row is a small made-up fact and its date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.atlas.atlas import Atlas
from generator.findings.timing import (
    Timing,
    answered,
    dating_relay,
    happened,
    is_after,
    is_change,
    is_first_of_a_change,
    is_of_the_past,
    is_one_change,
    said,
    span,
    told,
)
from generator.text.days import FIRST
from tests.dated import dated
from tests.made_up import MadeUp, claim, made_up

ASKED: Mapping[str, MadeUp] = {
    "came": {
        "title": "How many came?",
        "unit": "person",
        "population": {"guards": "Guards", "carters": "Carters"},
        "basis": {"present": {"label": "there at one time", "time": "moment"}},
    },
    "why": {"title": "Why did they come?", "choices": {"bread": "for bread"}},
}
NOTED: MadeUp = {"dates": [{"of": "written", "date": "1905-05", "known_from": "its foot"}]}
"""A document of May 1905."""


def of(fact: MadeUp, document: MadeUp | None = None) -> Atlas:
    """The atlas of one fact, in a document of May 1905 unless another is given."""
    own = NOTED if document is None else document
    return made_up({"report/1": fact}, questions=ASKED, documents={"report": own})


def by(who: str = "people/ada", **fields: Any) -> MadeUp:
    """A fact that credits somebody."""
    return {"attributed_to": who, "attributed_as": "they say", **fields}


def via(*relays: MadeUp | str, **fields: Any) -> MadeUp:
    """A fact that came through others, nearest the document first."""
    return by(via=[*relays], **fields)


def relay(day: str | None) -> MadeUp:
    """Somebody who passed a claim on."""
    return {"who": "a clerk", **({"said_on": day} if day else {})}


def dates(*given: tuple[str, str]) -> MadeUp:
    """A document with these dates."""
    return {"dates": [{"of": of, "date": date, "known_from": "it"} for of, date in given]}


def shown(timing: Timing | None) -> str:
    """A date and how it is known, as in "1903 stated"."""
    return f"{timing.date.text} {timing.known}" if timing else "-"


@pytest.mark.parametrize(
    ("document", "date"),
    [
        (NOTED, "1905-05"),
        (dates(("published", "1906")), "1906"),
        (dates(("published", "1906"), ("written", "1905")), "1905"),
        (dates(("published", "1906"), ("written", "XXXX-05")), "1906"),
        (dates(("written", "XXXX-05")), None),
        ({}, None),
    ],
)
def test_when_a_document_was_written(document: MadeUp, date: str | None) -> None:
    """When it was written, else when it was published, with a year."""
    found = of({}, document).documents["sources/report"].written
    assert (found.text if found else None) == date


@pytest.mark.parametrize(
    ("fact", "date"),
    [
        ({}, "1905-05"),
        ({"said_on": "1904-02"}, "1904-02"),
        (by(said_on="1904-02"), "1904-02"),
        (by(said_on="XXXX-02"), "1905-05"),
        (by(**dated(said_on="1904-02")), "1904-02"),
        (by(**dated(when="1903")), "1905-05"),
        # Whoever is nearer the speaker comes first.
        (via(relay("1904-05")), "1904-05"),
        (via(relay("1904-05"), relay("1904-03")), "1904-03"),
        (via(relay("1904-05"), relay(None)), "1904-05"),
        (via(relay("1904-05"), relay("XXXX-03")), "1904-05"),
        (via(relay(None), "a carter"), "1905-05"),
        (via({**relay("XXXX-03"), **dated(said_on="1904-03")}), "1904-03"),
        (via(relay("1904-05"), said_on="1904-02"), "1904-02"),
    ],
)
def test_when_a_claim_was_told(fact: MadeUp, date: str) -> None:
    """By its speaker, else by the first who passed it on with a date, else by its document."""
    found = told(claim(of(fact), "1"))
    assert found is not None
    assert found.text == date


def test_nothing_tells_when_a_claim_was_told() -> None:
    """Without any date there is none."""
    assert told(claim(of({}, {}), "1")) is None
    assert happened(claim(of({}, {}), "1")) is None


HAPPENED = [
    ({"when": "1903"}, "1903 stated"),
    ({"when": "1903", "said_on": "1904"}, "1903 stated"),
    ({"when": "1903", "present": True}, "1903 stated"),
    ({"when": "XXXX-04"}, "[..1905-05] by-document"),
    ({"when": "XXXX-04", **dated(when="1903-04")}, "1903-04 dated"),
    (dated(when="1903"), "1903 dated"),
    ({"present": True, **dated(when="1903")}, "1903 dated"),
    ({"said_on": "1904-02-03", **dated(when="1903")}, "1903 dated"),
    # Told of the present, it held when it was told.
    ({"present": True}, "1905-05 present"),
    (by(present=True, said_on="1904-02-03"), "1904-02-03 present"),
    (by(present=True, **dated(said_on="1904-02-03")), "1904-02-03 present"),
    (via(relay("1904-03"), present=True), "1904-03 present"),
    ({"present": True, "modality": "predicted"}, "1905-05 present"),
    # Told afterwards, it was so by then.
    ({}, "[..1905-05] by-document"),
    (by(said_on="1904-02-03"), "[..1904-02-03] by-document"),
    (by(said_on="1904-02-03", modality="denied"), "[..1904-02-03] by-document"),
    (by(said_on="1904/1904-03"), "[..1904] by-document"),
    (by(said_on="1904-02/1904-03"), "[..1904] by-document"),
    (by(said_on="1904-02-03/1904-02-05"), "[..1904-02] by-document"),
    (by(said_on="[..1904]"), "[..1904] by-document"),
    (via(relay("1904-03")), "[..1904-03] by-document"),
    (by(said_on="1904/.."), "-"),
    # What is to come has no date from when it was told.
    ({"modality": "announced"}, "-"),
    ({"modality": "predicted"}, "-"),
    (by(said_on="1904", modality="announced"), "-"),
]


@pytest.mark.parametrize(("fact", "date"), HAPPENED)
def test_when_it_happened(fact: MadeUp, date: str) -> None:
    """The document's date, else that of evidence, else what follows from when it was told."""
    timing = happened(claim(of(fact), "1"))
    assert shown(timing) == date
    assert timing is None or timing.concluded is (timing.known != "stated")
    assert timing is None or timing.by_its_document is (
        date.split()[1] in ("present", "by-document")
    )


@pytest.mark.parametrize(
    ("fact", "date"),
    [
        ({}, "-"),
        (by(said_on="1904"), "1904 stated"),
        (by(said_on="XXXX-02"), "-"),
        (by(said_on="XXXX-02", **dated(said_on="1904-02")), "1904-02 dated"),
        (by(said_on="1904", **dated(said_on="1905")), "1904 stated"),
        (by(**dated(when="1904")), "-"),
        (via(relay("1904")), "-"),
    ],
)
def test_when_it_was_said(fact: MadeUp, date: str) -> None:
    """By the one who is credited, and nobody else."""
    assert shown(said(claim(of(fact), "1"))) == date


def count(*numbers: int, who: str = "guards", **figure: Any) -> MadeUp:
    """A fact that says how many came."""
    given = {"as_stated": "12", "unit": "person", "population": [who], "basis": "present"}
    asked = {"answers": "questions/came"}
    return {"figures": [{**given, "number": number, **asked, **figure} for number in numbers]}


CHOSEN: MadeUp = {"choices": [{"answers": "questions/why", "choice": "bread"}]}


@pytest.mark.parametrize(
    ("fact", "date"),
    [
        (count(1, as_of="1902"), "1902 stated"),
        ({**count(1, as_of="1902"), "when": "1903"}, "1902 stated"),
        ({**count(1, as_of="XXXX-02"), "when": "1903"}, "1903 stated"),
        ({**count(1), "when": "1903", "said_on": "1904"}, "1903 stated"),
        ({**count(1), **dated(when="1903"), "said_on": "1904"}, "1903 dated"),
        ({**count(1), "said_on": "1904"}, "1904 stated"),
        ({**count(1), **dated(said_on="1904")}, "1904 dated"),
        ({**CHOSEN, "said_on": "1904", "present": True}, "1904 stated"),
        ({**CHOSEN, "said_on": "1904", "modality": "announced"}, "1904 stated"),
        ({**CHOSEN, **via(relay("1904"))}, "[..1904] by-document"),
        # A date without a year is not that of saying.
        ({**CHOSEN, "when": "XXXX-04", "said_on": "1904"}, "[..1904] by-document"),
        ({**count(1, as_of="XXXX-04"), "said_on": "1904"}, "[..1904] by-document"),
        ({**CHOSEN, "when": "XXXX-04", "said_on": "1904", "modality": "announced"}, "-"),
        (count(1), "[..1905-05] by-document"),
        ({**CHOSEN, "present": True}, "1905-05 present"),
        ({**CHOSEN, "modality": "predicted"}, "-"),
    ],
)
def test_of_when_an_answer_speaks(fact: MadeUp, date: str) -> None:
    """The figure's own date, the fact's, when it was said, and last what follows from the telling."""
    (answer,) = next(iter(filter(None, of(fact).answers.values())))
    assert shown(answered(answer)) == date


MAY, MARCH = relay("1904-05"), relay("1904-03")


@pytest.mark.parametrize(
    ("fact", "date"),
    [
        (via(MAY), "1904-05"),
        (via(MAY, MARCH), "1904-03"),
        (via(MAY, relay(None)), "1904-05"),
        (via(MAY, relay("XXXX-03")), "1904-05"),
        (via({"who": "a clerk", **dated(said_on="1904-05")}), "1904-05"),
        (via(relay("[..1904-05]"), present=True), "[..1904-05]"),
        (via(MAY, **dated(when="[..1904-05]")), "1904-05"),
        # Something else dates it, or nothing does.
        (via(relay(None)), "-"),
        (via(MAY, when="1903"), "-"),
        (via(MAY, when="[..1904-05]"), "-"),
        (via(MAY, **dated(when="1903")), "-"),
        (via(MAY, **dated(when="[..1903]")), "-"),
        (via(MAY, **dated(when="[1903-01..1904-05]")), "-"),
        (via(MAY, **dated(when="../1904-05")), "-"),
        (via(MAY, present=True), "-"),
        (via(MAY, said_on="1904-05", when="XXXX-04"), "-"),
        (via(MAY, modality="predicted"), "-"),
        (by(said_on="1904"), "-"),
        ({}, "-"),
    ],
)
def test_who_passed_it_on_when_only_that_is_dated(fact: MadeUp, date: str) -> None:
    """The one who is nearest the speaker, and whose day is all that is known of the time."""
    (answer,) = next(iter(filter(None, of({**CHOSEN, **fact}).answers.values())))
    found = dating_relay(answer)
    said_on = found and (found.dated.said_on if found.dated else found.said_on)
    assert (said_on.text if said_on else "-") == date


@pytest.mark.parametrize(
    ("fact", "past"),
    [
        ({**CHOSEN, **by(said_on="1904")}, True),
        ({**CHOSEN, **by(said_on="1904", modality="denied")}, True),
        (CHOSEN, True),
        ({**count(1), **by(said_on="1904")}, False),
        ({**CHOSEN, **by(said_on="1904", present=True)}, False),
        ({**CHOSEN, **by(said_on="1904", modality="announced")}, False),
        ({**CHOSEN, **by(said_on="1904", modality="predicted", present=True)}, False),
        ({**CHOSEN, **by(said_on="1904", when="1904")}, False),
        ({**CHOSEN, **by(said_on="1904", **dated(when="1903"))}, False),
        ({**CHOSEN, **by(said_on="1904/..")}, False),
    ],
)
def test_what_is_told_afterwards(fact: MadeUp, past: bool) -> None:
    """A choice that is known only to have been told on a day may be of any day before."""
    (answer,) = next(iter(filter(None, of(fact).answers.values())))
    assert is_of_the_past(answer) is past


@pytest.mark.parametrize(
    ("kind", "fact", "days"),
    [
        ("moment", {"when": "1903"}, "1903-01-01 1903-12-31"),
        ("event", {"when": "1903"}, "1903-01-01 1903-12-31"),
        ("span", {"when": "1903"}, "1903-01-01 1903-12-31"),
        ("so_far", {"when": "1903"}, f"{FIRST} 1903-12-31"),
        ("so_far", {"when": "1902/1903"}, "1902-01-01 1903-12-31"),
        ("so_far", {"when": "../1903"}, f"{FIRST} 1903-12-31"),
        ("so_far", {"when": "[1902..1903]"}, f"{FIRST} 1903-12-31"),
        ("so_far", {"when": "1902/.."}, "1902-01-01 1905-05-31"),
        ("so_far", {"when": "[1902..]"}, "-"),
        # By a year is that year, if the document says so.
        ("moment", {"when": "[..1903]"}, "1903-01-01 1903-12-31"),
        ("event", {"when": "[..1903-04]"}, "1903-04-01 1903-04-30"),
        ("span", {"when": "[..1903]"}, f"{FIRST} 1903-12-31"),
        ("moment", {"when": "../1903"}, "1903-01-01 1903-12-31"),
        ("moment", {"when": "[1902..1903]"}, "1902-01-01 1903-12-31"),
        # Concluded, it may be any day up to then.
        ("moment", dated(when="[..1903]"), f"{FIRST} 1903-12-31"),
        ("span", dated(when="[..1903]"), f"{FIRST} 1903-12-31"),
        ("moment", dated(when="../1903"), "1903-01-01 1903-12-31"),
        ("moment", dated(when="1903"), "1903-01-01 1903-12-31"),
        ("moment", dated(when="[1902..1903]"), "1902-01-01 1903-12-31"),
        ("moment", {}, f"{FIRST} 1905-05-31"),
        ("event", by(said_on="1904-02-03"), f"{FIRST} 1904-02-03"),
        ("span", by(said_on="1904-02-03"), f"{FIRST} 1904-02-03"),
        ("moment", by(said_on="1904-02-03", present=True), "1904-02-03 1904-02-03"),
        ("moment", by(said_on="1904-02", modality="announced"), "1904-02-01 1904-02-29"),
        ("moment", {"present": True}, "1905-05-01 1905-05-31"),
        # What began and did not end went on until the document was written.
        ("span", {"when": "1903/.."}, "1903-01-01 1905-05-31"),
        ("moment", {"when": "[1903..]"}, "1903-01-01 1905-05-31"),
        ("moment", {"when": "XXXX-04"}, f"{FIRST} 1905-05-31"),
        ("moment", {"modality": "predicted"}, "-"),
    ],
)
def test_the_days_of_an_answer(kind: str, fact: MadeUp, days: str) -> None:
    """From the first to the last day that it can speak of, by its kind of time."""
    (answer,) = of({**CHOSEN, **fact}).answers["questions/why"]
    found = span(answer, kind)
    assert (" ".join(str(day) for day in found) if found else "-") == days


def test_what_goes_on_has_no_end_in_a_document_without_a_date() -> None:
    """Nothing then says until when."""
    (answer,) = of({**CHOSEN, "when": "1903/.."}, {}).answers["questions/why"]
    assert span(answer, "span") is None
    (answer,) = of({**CHOSEN, "when": "1903/.."}, dates(("written", "1905/.."))).answers[
        "questions/why"
    ]
    assert span(answer, "span") is None


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        ("moment", [f"{FIRST} 1903-12-31", "1903-01-01 1903-12-31"]),
        ("event", [f"{FIRST} 1903-12-31", "1903-01-01 1903-12-31"]),
        ("span", ["1903-01-01 1903-12-31", "1903-01-01 1903-12-31"]),
    ],
)
def test_what_was_before_a_change(kind: str, days: list[str]) -> None:
    """The first of two amounts held before the change, unless it has a date; the second then."""
    atlas = of({**count(7, 1), "when": "1903"})
    spans = [span(answer, kind) for answer in atlas.answers["questions/came"]]
    assert [f"{one[0]} {one[1]}" for one in spans if one] == days
    own = [*count(7, as_of="1902")["figures"], *count(1)["figures"]]
    first = of({"figures": own, "when": "1903"}).answers["questions/came"][0]
    assert [str(day) for day in span(first, "moment") or ()] == ["1902-01-01", "1902-12-31"]
    endless = of({**count(7, 1), "when": "1903/.."}).answers["questions/came"]
    assert span(endless[0], "moment") is None


@pytest.mark.parametrize(
    ("figures", "first"),
    [
        (count(7, 1)["figures"], True),
        (count(7)["figures"], False),
        ([*count(7)["figures"], *count(1, who="carters")["figures"]], False),
        ([*count(7)["figures"], *count(1, basis="absent")["figures"]], False),
        ([*count(7)["figures"], *count(1, unit="month")["figures"]], False),
        ([*count(7)["figures"], *count(1, per="year")["figures"]], False),
        ([*count(7, currency="GBP")["figures"], *count(9, currency="USD")["figures"]], False),
        ([*count(7)["figures"], *count(1, answers="questions/went")["figures"]], False),
        ([*count(7)["figures"], *count(3, who="carters")["figures"], *count(1)["figures"]], True),
    ],
)
def test_the_ends_of_a_change(figures: list[MadeUp], first: bool) -> None:
    """Two amounts of one count in one fact, as in "reduced from 7,000 to 700"."""
    answers = of({"figures": figures}).answers["questions/came"]
    assert is_first_of_a_change(answers[0]) is first
    assert not is_first_of_a_change(answers[-1])
    if len(answers) > 1:
        assert is_change(answers[0], answers[-1]) is first
        assert is_one_change((answers[0], answers[-1])) is first
    assert is_one_change(answers) is (first and len(answers) == 2)


def test_two_amounts_of_two_days_are_not_one_change() -> None:
    """Each then has a date of its own."""
    own = [*count(7, as_of="1902")["figures"], *count(1)["figures"]]
    assert not is_one_change(of({"figures": own}).answers["questions/came"])


def test_two_facts_are_not_a_change() -> None:
    """Nor are choices."""
    atlas = made_up({"report/1": count(7), "report/2": count(7)}, questions=ASKED)
    assert not is_change(*atlas.answers["questions/came"])
    twice = of(
        {"choices": [*CHOSEN["choices"], *CHOSEN["choices"]], "figures": count(7)["figures"]}
    )
    one, two = twice.answers["questions/why"]
    (figure,) = twice.answers["questions/came"]
    assert not is_change(one, two)
    assert not is_change(figure, two)
    assert not is_change(one, figure)
    assert not is_first_of_a_change(one)


@pytest.mark.parametrize(
    ("one", "other", "after", "before"),
    [
        ({"after": ["2"]}, {}, True, False),
        ({}, {"after": ["1"]}, False, True),
        ({"before": ["2"]}, {}, False, True),
        ({}, {"before": ["1"]}, True, False),
        ({"after": ["3"]}, {"before": ["3"]}, False, False),
        ({"facts": ["2"]}, {"facts": ["1"]}, False, False),
        ({}, {}, False, False),
    ],
)
def test_what_evidence_puts_after_what(
    one: MadeUp, other: MadeUp, after: bool, before: bool
) -> None:
    """A claim that is dated after another, or before it."""
    facts = {
        f"report/{name}": dated(when="1903", **order) if order else {}
        for name, order in (("1", one), ("2", other))
    }
    atlas = made_up(facts)
    first, second = claim(atlas, "1"), claim(atlas, "2")
    assert (is_after(first, second), is_after(second, first)) == (after, before)
