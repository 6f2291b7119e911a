"""The number of a page, a verse or a note is no amount."""

from __future__ import annotations

import pytest

from generator.rules.labels import no_figure_is_a_label
from tests.made_up import MadeUp, complaints, made_up

VERSE = {"chapter": 3, "verse": 16}


@pytest.mark.parametrize(
    ("text", "stated", "fields", "label"),
    [
        # The number of the locator begins a line or a sentence.
        ("16 And the king sent 300 men.", "16", {"locator": VERSE}, True),
        ("He slept. 16 And the king sent men.", "16", {"locator": VERSE}, True),
        ("16. And the king sent men.", "16", {"locator": VERSE}, True),
        ("16 Die Männer kamen.", "16", {"locator": {"page": "15–16"}}, True),
        # An amount, or a number that the locator does not give.
        ("16 And the king sent 300 men.", "300 men", {"locator": VERSE}, False),
        ("16 men came.", "16 men", {"locator": VERSE}, False),
        ("There came Ada, 16 And so on.", "16", {"locator": VERSE}, False),
        ("17 And the king sent men.", "17", {"locator": VERSE}, False),
        ("16 And the king sent men.", "16", {}, False),
        ("16 And 16 men came.", "16", {"locator": VERSE}, False),
        ("16 And from 16 to 18 men came.", "from 16 to 18", {"locator": VERSE}, False),
        # The mark of a note, where the document has such marks.
        ("The king sent men.[43]", "[43]", {"reference_marks": True}, True),
        ("The king sent men [43] to Kesh.", "43", {"reference_marks": True}, True),
        ("[43] The king sent men.", "[43]", {"reference_marks": True}, True),
        ("The king sent 43¹ men.", "43", {"reference_marks": True}, False),
        ("The king sent ¹43 men.", "43", {"reference_marks": True}, False),
        ("The king sent [43] men.", "43", {}, False),
        ("The king sent 43 men.", "43", {"reference_marks": True}, False),
    ],
)
def test_labels(text: str, stated: str, fields: MadeUp, label: bool) -> None:
    """A figure is refused if its number only says where the words are, and no note explains it."""
    marks = {key: value for key, value in fields.items() if key == "reference_marks"}
    quote = {"exact": text, **{key: fields[key] for key in ("locator",) if key in fields}}
    figure = {"as_stated": stated, "unit": "person", "number": 16}
    for note, refused in (({}, label), ({"note": f"The “{stated}” counts men."}, False)):
        atlas = made_up(
            {"report/a": {"quote": quote, "figures": [figure], **note}},
            documents={"report": marks},
            texts={"report": text},
        )
        expected = ["report/a figures 0 as_stated: figure"] if refused else []
        assert complaints(no_figure_is_a_label, atlas) == expected


def test_the_page_that_a_layout_gives() -> None:
    """It counts as if the record had it."""
    text = "The bell is old.\n17\nThe king sent men."
    for page, refused in (("17", True), ("18", False)):
        atlas = made_up(
            {
                "report/a": {
                    "quote": "17",
                    "figures": [{"as_stated": "17", "unit": "person", "number": 17}],
                }
            },
            texts={"report": text},
            layouts={"report": {"pages": [{"page": page, "at": 17}]}},
        )
        assert bool(complaints(no_figure_is_a_label, atlas)) == refused


@pytest.mark.parametrize(
    ("text", "quote", "told"),
    [
        ("The king sent men.[43]", "The king sent men.[43]", ["the number of the note"]),
        (
            "The king sent men.",
            "The king sent men.[43]",
            [],
        ),  # another rule says that it is not there
    ],
)
def test_what_is_told(text: str, quote: str, told: list[str]) -> None:
    """The message says what has the number."""
    figure = {"as_stated": "[43]", "unit": "person", "number": 43}
    atlas = made_up(
        {"report/a": {"quote": quote, "figures": [figure]}},
        documents={"report": {"reference_marks": True}},
        texts={"report": text},
    )
    found = [problem.message for problem in no_figure_is_a_label(atlas)]
    assert [words for words, message in zip(told, found, strict=True) if words in message] == told
