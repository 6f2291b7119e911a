"""The rules about the site's own voice, and about coverage, at their edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.atlas.join import join
from generator.rules.coverage import complete_documents_have_no_gaps, skips_are_found
from generator.rules.voice import our_voice_is_neutral, reasons_go_on_a_sentence
from tests.made_up import MadeUp, complaints, entries_of, fact_id, made_up


@pytest.mark.parametrize(
    ("statement", "fields", "wrong"),
    [
        ("They left.", {}, 0),
        ("The terrorists left.", {}, 1),
        ("The Terrorists left.", {}, 1),
        ("The terrorists and puppets left.", {}, 2),
        # In a linked name it is the name's word.
        ("[[units/guild|The terrorists]] left.", {}, 0),
        ("[[units/guild|Guild]] terrorists left.", {}, 1),
        # In quotation marks it is the document's, if it is there.
        ('The "terrorists" left.', {"quote": "The terrorists left."}, 0),
        ("The “terrorists” left.", {"quote": "The terrorists left."}, 0),
        ('The "terrorists," left.', {"quote": "The terrorists left."}, 0),
        ('The "terrorists" left.', {"quote": "They left."}, 1),
        ('The "terrorists" left.', {"quote": "They left.", "context": "terrorists"}, 0),
        ('The "guards" left.', {"quote": "They left."}, 1),
        ('"," they left.', {"quote": "They left."}, 0),
        ('The "guards" and "smiths" left.', {"quote": "They left."}, 2),
        ('The "[[units/guild|guards]]" left.', {"quote": "They left."}, 1),
        ('The "guards left.', {"quote": "They left."}, 0),
        ('The "guard X" left.', {"quote": "The guard left."}, 1),
        # A word of ours beside them is ours, even without a space.
        ("The puppet[[units/guild|s]] left.", {}, 1),
        ('The "so"puppets left.', {"quote": "so"}, 1),
    ],
)
def test_statements(statement: str, fields: MadeUp, wrong: int) -> None:
    """A loaded word is another's; what stands in quotation marks is verbatim."""
    atlas = made_up({"report/a": {"statement": statement, **fields}})
    assert complaints(our_voice_is_neutral, atlas) == ["report/a statement: neutral-voice"] * wrong


@pytest.mark.parametrize(
    ("choice", "quote", "wrong"),
    [
        ("Guards", "They left.", 0),
        ("Puppets", "They left.", 1),
        ("Puppets", "Puppets left.", 1),
        ('So-called "puppets"', "The puppets left.", 1),
        ('People called "puppets"', "The puppets left.", 0),
        ("People called “puppets”", "The puppets left.", 0),
        ('People called "puppets"', "They left.", 1),
        ('People called "guards"', "They left.", 1),
    ],
)
def test_choices(choice: str, quote: str, wrong: int) -> None:
    """What is quoted in a choice is in the passages of a fact that gives this choice, or denies it."""
    asked: MadeUp = {"title": "Who?", "choices": {"a": choice, "b": "Others"}}
    given = {"answers": "questions/who", "choice": "a"}
    for answer in (given, {**given, "denies": "true"}):
        facts = {"report/1": {"quote": quote, "choices": [answer]}}
        facts["report/2"] = {"quote": "puppets guards", "choices": [{**answer, "choice": "b"}]}
        atlas = made_up(facts, questions={"who": asked})
        found = complaints(our_voice_is_neutral, atlas)
        assert found == ["questions/who choices a: neutral-voice"] * wrong


@pytest.mark.parametrize(
    ("unread", "places"),
    [([], ["a", "b"]), (["people/ada"], ["a", "b"]), ([fact_id("x")], ["b"])],
)
def test_a_fact_that_could_not_be_read_may_have_the_words(
    unread: list[str], places: list[str]
) -> None:
    """Until it can be, only what is ours in a choice is judged."""
    asked: MadeUp = {"title": "Who?", "choices": {"a": 'Some "guards"', "b": "Puppets"}}
    entries = entries_of({"report/1": {}}, questions={"who": asked})
    atlas = join(replace(entries, unread=frozenset(unread)))
    found = complaints(our_voice_is_neutral, atlas)
    assert found == [f"questions/who choices {one}: neutral-voice" for one in places]


def test_questions() -> None:
    """Titles, populations and senses are ours, even in quotation marks."""
    questions: Mapping[str, MadeUp] = {
        "plain": {"title": "How many?", "unit": "person"},
        "loaded": {
            "title": 'How many "terrorists"?',
            "choices": {"a": "Guards", "b": "Puppets"},
            "population": {"c": "Mercenaries", "d": "Smiths"},
            "basis": {"e": {"label": "liberated", "time": "event"}},
        },
    }
    atlas = made_up({"report/a": {}}, questions=questions)
    assert complaints(our_voice_is_neutral, atlas) == [
        "questions/loaded choices b: neutral-voice",
        "questions/loaded title: neutral-voice",
        "questions/loaded population c: neutral-voice",
        "questions/loaded basis e: neutral-voice",
    ]


@pytest.mark.parametrize(
    ("skip", "field"),
    [
        ({"exact": "Page 1"}, ""),
        ({"exact": "Page  1"}, ""),
        ({"exact": "Page 2"}, "exact"),
        ({"pattern": r"Page \d"}, ""),
        ({"pattern": r"Leaf \d"}, "pattern"),
    ],
)
def test_skips(skip: MadeUp, field: str) -> None:
    """What is skipped is in the document."""
    skips = {"report": [skip]}
    atlas = made_up({"report/a": {}}, texts={"report": "Page 1"}, skips=skips)
    assert complaints(skips_are_found, atlas) == (
        [f"sources/report/skipped {field}: skip-not-found"] if field else []
    )
    textless = made_up({"letter/a": {}}, documents={"report": {}}, skips=skips)
    assert complaints(skips_are_found, textless) == []


@pytest.mark.parametrize(
    ("complete", "skips", "gaps"),
    [
        (False, [], []),
        (True, [], [(1, 11, "Edo came"), (2, 1, "Page 1")]),
        (True, [{"exact": "Edo came."}], [(2, 1, "Page 1")]),
        (True, [{"exact": "Edo came."}, {"pattern": r"Page \d"}], []),
    ],
)
def test_gaps(complete: bool, skips: list[MadeUp], gaps: list[tuple[int, int, str]]) -> None:
    """Each of a complete document is told, at its place in the document."""
    atlas = made_up(
        {"report/a": {"quote": "Ada left."}},
        texts={"report": "Ada left. Edo came.\nPage 1"},
        documents={"report": {"complete": complete}, "letter": {"complete": True}},
        skips={"report": skips},
    )
    found = list(complete_documents_have_no_gaps(atlas))
    assert [(one.place.path, one.rule) for one in found] == [
        ("seeds/report.txt", "coverage")
    ] * len(gaps)
    assert [(one.place.line, one.place.column) for one in found] == [gap[:2] for gap in gaps]
    assert all(repr(gap[2]) in one.message for one, gap in zip(found, gaps, strict=True))


@pytest.mark.parametrize(
    ("reason", "wrong"),
    [
        ("the words name nobody; we infer that Ada is meant", 0),
        ("The words name nobody", 1),
        ("This is the title", 1),
        ("He left", 1),
        ("Ada names nobody", 0),
        ("The Wend Times names nobody", 0),  # a name
        ("the words name nobody.", 1),
        ('the next sentence says "They left."', 1),
        ("the next sentence says “They left.”", 1),
        ("The words name nobody.", 2),
        ("the next sentence says “They left …”", 0),
        ("the next sentence says “They left...”", 0),
        ("the bell is in the U.S.", 0),
        ("the words end; they name nobody. That is all", 0),
    ],
)
def test_a_reason_goes_on_a_sentence(reason: str, wrong: int) -> None:
    """Pages show it after "Our reading:", and add a full stop."""
    atlas = made_up({"report/a": {"inferred": {"statement": reason}}})
    found = complaints(reasons_go_on_a_sentence, atlas)
    assert found == ["report/a inferred statement: record"] * wrong
