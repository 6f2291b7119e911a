"""The times that answers are about: each row is a made-up fact, or a date, and how it is shown."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.atlas.atlas import Answer
from generator.findings.periods import (
    AnswerPeriod,
    has_begun,
    is_loose,
    is_said,
    periods,
    runs_in_time,
    whole_period,
)
from generator.findings.timing import Known, Timing
from generator.records import Question
from generator.text.dates import parse
from tests.dated import dated
from tests.made_up import MadeUp, made_up

WHY: MadeUp = {"title": "Why did they come?", "choices": {"bread": "for bread"}}
MANY: MadeUp = {"title": "How many came?", "unit": "person"}
COUNTED: MadeUp = {"as_stated": "12", "number": 12, "unit": "person", "answers": "questions/many"}
KINDS = ("moment", "event", "span")
CHOSEN: MadeUp = {"choices": [{"answers": "questions/why", "choice": "bread"}]}


def _answers(
    facts: Sequence[MadeUp], asked: MadeUp = WHY, written: str | None = "1905"
) -> tuple[Answer, ...]:
    """The answers of facts that a document of 1905, or of another time, tells."""
    dates = [{"of": "written", "date": written, "known_from": "its foot"}] if written else []
    document = {"dates": dates}
    named = {f"report/{number}": {**CHOSEN, **fact} for number, fact in enumerate(facts)}
    atlas = made_up(named, questions={"why": asked}, documents={"report": document})
    return tuple(atlas.answers["questions/why"])


def _told(period: AnswerPeriod) -> tuple[str, ...]:
    """The dates of the first and the last time."""
    return tuple(one.date.text for one in (period.first, period.last) if one)


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ({"said_on": "1904"}, True),
        (dated(said_on="1904"), True),
        ({"modality": "predicted"}, True),
        ({"said_on": "1904", "when": "1904"}, False),
        ({"said_on": "1904", "when": "XXXX-04"}, False),
        # The same date, for what was told and for the telling.
        (dated(when="1904", said_on="1904"), False),
        ({"said_on": "1904", **dated(when="1904")}, False),
        ({}, False),
        ({"present": True}, False),
        # A figure may hold at a time of its own.
        ({"said_on": "1904", "figures": [COUNTED]}, True),
        ({"said_on": "1904", "figures": [{**COUNTED, "as_of": "1903"}]}, False),
    ],
)
def test_a_date_of_saying_is_not_another(fact: MadeUp, said: bool) -> None:
    """The date of an answer is that of saying so only where nothing tells another one."""
    document = {"dates": [{"of": "written", "date": "1905", "known_from": "its foot"}]}
    facts = {"report/1": {**CHOSEN, **fact}}
    atlas = made_up(facts, questions={"why": WHY, "many": MANY}, documents={"report": document})
    *_, answer = atlas.answers["questions/many" if "figures" in fact else "questions/why"]
    assert is_said(answer) is said


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ([{"when": "1903"}, {"when": "1903"}], [("1903", "1903")]),
        ([{"when": "1903"}, {"when": "1901"}], [("1901", "1903")]),
        ([{"when": "1903/.."}, {"when": "1904"}], [("1903/..", "1904")]),
        ([{"when": "1903/.."}, {"when": "1902"}], [("1902", "1903/..")]),
        # A time that covers all others is told alone, whichever comes first.
        ([{"when": "1902"}, {"when": "1901/1904"}], [("1901/1904", "1901/1904")]),
        ([{"when": "1901"}, {"when": "1901/1904"}], [("1901/1904", "1901/1904")]),
        ([{"when": "1904"}, {"when": "1901/1904"}], [("1901/1904", "1901/1904")]),
        ([{"when": "1901"}, {"when": "1902/1905"}], [("1901", "1902/1905")]),
        # What was said then, and what is loose, are apart.
        ([{"said_on": "1904"}, {"when": "1903"}], [("1903", "1903"), ("1904", "1904", "said")]),
        ([{"when": "1901"}, {}], [("1901", "1901"), ("[..1905]", "[..1905]")]),
        # What has no date but its document's comes last.
        (
            [{}, {"when": "1909", "modality": "predicted"}],
            [("1909", "1909"), ("[..1905]", "[..1905]")],
        ),
        ([{"when": "1904"}, dated(when="[1901..1909]")], [("[1901..1909]",) * 2, ("1904", "1904")]),
    ],
)
def test_times_are_shown_together(facts: list[MadeUp], told: list[tuple[str, ...]]) -> None:
    """From the first to the last, in order."""
    found = periods(_answers(facts))
    assert [_told(one) + (("said",) if one.said else ()) for one in found] == told


@pytest.mark.parametrize(
    ("facts", "stated"),
    [
        ([{"when": "1904-04"}], None),
        ([{"when": "XXXX-04", **dated(when="1904-04")}], "XXXX-04"),
        ([{"said_on": "XXXX-04", **dated(said_on="1904-04")}], "XXXX-04"),
        ([{"said_on": "XXXX-05", "when": "1904-04", **dated(said_on="1904-05")}], None),
        # One that lacks the year is not that of a range.
        ([{"when": "XXXX-04", **dated(when="1904-04")}, {"when": "1901"}], None),
        ([{"when": "1904-04"}, {"when": "XXXX-04", **dated(when="1904-04")}], "XXXX-04"),
    ],
)
def test_a_date_without_its_year_is_kept(facts: list[MadeUp], stated: str | None) -> None:
    """What a document gives of the only time, beside what evidence makes of it."""
    (found,) = periods(_answers(facts))
    assert (found.stated.text if found.stated else None) == stated


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ([{"when": "1903", "when_as_stated": "at Easter"}], [(None, None)]),
        ([{"when_as_stated": "at Easter"}], [("at Easter", None)]),
        ([{"when_as_stated": "at Easter", "said_as_stated": "in May"}], [("at Easter", "in May")]),
        (
            [{"said_on": "1904", "when_as_stated": "at Easter", "said_as_stated": "in May"}],
            [("at Easter", None)],
        ),
        # A year may have words that say more, if they are those of all its answers.
        ([{"when": "1903", "when_as_stated": "late 1903"}], [("late 1903", None)]),
        ([{"when": "1903", "when_as_stated": "late 1903"}] * 2, [("late 1903", None)]),
        (
            [{"when": "1903", "when_as_stated": one} for one in ("late 1903", "early 1903")],
            [(None, None)],
        ),
        ([{"when": "1903/1905", "when_as_stated": "late 1903/1905"}], [(None, None)]),
        # A loose time without words says nothing beside one with words that ends with it.
        ([{}, {"when_as_stated": "at Easter"}], [("at Easter", None)]),
    ],
)
def test_words_tell_what_no_date_does(
    facts: list[MadeUp], words: list[tuple[str | None, str | None]]
) -> None:
    """A document's own words for a time, and for when it was said."""
    assert [(one.words, one.saying) for one in periods(_answers(facts))] == words


def test_an_amount_of_its_own_day_has_no_words_of_the_claim() -> None:
    """They are about when the rest of the claim held."""
    fact = {
        "when": "1903",
        "when_as_stated": "late 1903",
        "figures": [{**COUNTED, "as_of": "1903"}],
    }
    atlas = made_up({"report/1": fact}, questions={"many": MANY})
    (found,) = periods(tuple(atlas.answers["questions/many"]))
    assert found.words is None


@pytest.mark.parametrize(
    ("facts", "told", "said"),
    [
        ([{"when": "1904"}, {"when": "1901"}], ("1901", "1904"), False),
        ([{"said_on": "1904"}, {"when": "1901"}], ("1901", "1904"), False),
        ([{"said_on": "1904"}, {"said_on": "1901"}], ("1901", "1904"), True),
        (
            [{"when_as_stated": "at Easter", "said_as_stated": "in May"}, {"when": "1901"}],
            ("1901", "1901"),
            False,
        ),
        (
            [{"when_as_stated": "at Easter", "said_as_stated": "in May"}],
            ("[..1905]", "[..1905]"),
            False,
        ),
    ],
)
def test_all_times_as_one(facts: list[MadeUp], told: tuple[str, ...], said: bool) -> None:
    """Whatever keeps them apart elsewhere, and without anybody's words."""
    found = whole_period(_answers(facts))
    assert (_told(found), found.said, found.words, found.saying) == (told, said, None, None)


@pytest.mark.parametrize(
    ("facts", "pair"),
    [
        ([{"when": "1901"}, {"when": "1904"}], True),
        ([{"when": "1901"}, {"when": "1904"}, {"when": "1904"}], True),
        ([{"when": "1901"}, {"when": "1901"}], False),
        ([{"when": "1901"}, {"when": "1902"}, {"when": "1904"}], False),
        # One has no end, or covers the other.
        ([{"when": "1901"}, {"when": "1904/.."}], False),
        ([{"when": "1901"}, {"when": "1901/1904"}], False),
    ],
)
def test_two_times_are_a_pair(facts: list[MadeUp], pair: bool) -> None:
    """They are shown as "1901 and 1904", since nothing is said about the years between."""
    (found,) = periods(_answers(facts))
    assert found.is_pair is pair


def test_answers_without_any_date() -> None:
    """Not even their document has one."""
    (found,) = periods(_answers([{}, {}], written=None))
    assert (found.undated, found.is_pair, _told(found)) == (True, False, ())


@pytest.mark.parametrize(
    ("kinds", "facts", "runs"),
    [
        ("moment", [{"when": "1901"}, {"when": "1904"}], True),
        ("event", [{"when": "1901"}, {"when": "1904"}], True),
        ("span", [{"when": "1901"}, {"when": "1904"}], False),
        ("moment", [{"when": "1904"}, {"when": "1904"}], False),
        ("moment", [{"when": "1901"}, {}], False),
        ("moment", [{"when": "1901"}, dated(when="[1901..1909]")], False),
        # Just half of them is not most.
        ("moment span", [{"when": "1901"}, {"when": "1904"}], False),
        ("moment moment span", [{"when": "1901"}, {"when": "1904"}, {"when": "1905"}], True),
        ("moment span span", [{"when": "1901"}, {"when": "1904"}, {"when": "1905"}], False),
    ],
)
def test_the_point_is_when(kinds: str, facts: list[MadeUp], runs: bool) -> None:
    """Most answers speak of a moment or an event, and their dates are more than one."""
    asked = {**WHY, "basis": {one: {"label": one, "time": one} for one in KINDS}}
    each = [*kinds.split()] if " " in kinds else [kinds] * len(facts)
    given = [
        {"choices": [{"answers": "questions/why", "choice": "bread", "basis": kind}], **fact}
        for kind, fact in zip(each, facts, strict=True)
    ]
    assert runs_in_time(_answers(given, asked), Question.model_validate(asked)) is runs


@pytest.mark.parametrize(
    ("date", "known", "loose"),
    [
        ("1903", "stated", False),
        ("[..1903]", "stated", True),
        ("../1903", "stated", True),
        ("1903/..", "stated", False),
        ("[1901..1909]", "stated", False),
        ("[1901..1909]", "dated", True),
        ("1901/1909", "dated", False),
        # A year is no more than a leap year has days.
        ("[1904-01-01..1905-01-01]", "dated", False),
        ("[1904-01-01..1905-01-02]", "dated", True),
    ],
)
def test_a_loose_time_is_not_an_end_of_a_range(date: str, known: Known, loose: bool) -> None:
    """One that begins nowhere, or that we conclude to be somewhere within more than a year."""
    assert is_loose(Timing(parse(date), known)) is loose


@pytest.mark.parametrize(
    ("date", "known", "written", "begun"),
    [
        ("[1901..1905]", "dated", "1905", True),
        ("[1901..1904]", "dated", "1905", False),
        ("[1901..1905]", "dated", None, False),
        ("[1901..1905]", "stated", "1905", False),
        # Nothing tells when it began.
        ("[..1905]", "dated", "1905", False),
        # One year is no loose time.
        ("1905", "dated", "1905", False),
    ],
)
def test_what_had_begun_when_the_document_was_written(
    date: str, known: Known, written: str | None, begun: bool
) -> None:
    """A loose time that starts somewhere, and ends only because the document does."""
    (answer,) = _answers([{}], written=written)
    assert has_begun(Timing(parse(date), known), answer.claim) is begun
