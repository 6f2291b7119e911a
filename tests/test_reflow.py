"""Lines of a text become paragraphs, and words that a line's end broke are whole again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.from_text import read_text
from generator.intake.layout import laid_out
from generator.intake.take import paragraphs_of
from generator.text.characters import refusals


def taken(text: str) -> list[str]:
    """The paragraphs of a text file."""
    paragraphs, _ = paragraphs_of(read_text(text.encode()))
    return [one.text for one in paragraphs]


def told(text: str) -> list[tuple[str, str, str]]:
    """The remarks about a text file: what was done, an example, and where it is."""
    _, remarks = paragraphs_of(read_text(text.encode()))
    return [(one.what, one.shown, one.where) for one in remarks]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param(
            "The guild took the bell\nfrom the tower of Upper\nWend in March 1903.\n\nNobody saw it.\n",
            [
                "The guild took the bell from the tower of Upper Wend in March 1903.",
                "Nobody saw it.",
            ],
            id="an empty line",
        ),
        pytest.param(
            "The guild took the bell\r\nfrom the tower of Upper\r\nWend in March 1903.\r\n",
            ["The guild took the bell from the tower of Upper Wend in March 1903."],
            id="the line ends of Windows",
        ),
        pytest.param(
            "   The guild took the bell from the tower.\n   The miller, who had been asked to come\n"
            "and see it, did not. Nobody saw what they\ndid there, and nobody asked.\n"
            "   It was March.\n",
            [
                "The guild took the bell from the tower.",
                "The miller, who had been asked to come and see it, did not. Nobody saw what they did there, and nobody asked.",
                "It was March.",
            ],
            id="indented first lines",
        ),
        pytest.param(
            "These went up the tower in the night of\nthe fair:\n\n  * the miller, who had the key to it\n"
            "    and the lamp;\n  * the clerk.\n\n1. A bell\n2. A rope that was long enough for all\n   of them\n",
            [
                "These went up the tower in the night of the fair:",
                "* the miller, who had the key to it and the lamp;",
                "* the clerk.",
                "1. A bell",
                "2. A rope that was long enough for all of them",
            ],
            id="lists",
        ),
        pytest.param(
            "Name        Trade       Came in\nOkoro       miller      1902\nReed        clerk       1903\n",
            [
                "Name Trade Came in",
                "Okoro miller 1902",
                "Reed clerk 1903",
            ],
            id="a table",
        ),
        pytest.param(
            "To the Clerk\nThe Mill\nUpper Wend\n\nDear Sir, we have taken the bell, as was said.\n",
            [
                "To the Clerk",
                "The Mill",
                "Upper Wend",
                "Dear Sir, we have taken the bell, as was said.",
            ],
            id="an address",
        ),
        pytest.param(
            "One paragraph, as long as it may be, is on one line of this file, which no program has wrapped, so that it ends where its words end and nowhere else, however wide that is.\n"
            "Another one.\nA third, which begins right on the next line, without anything between the two of them, as word processors save a text: here they are paragraphs all the same, and end.\n",
            [
                "One paragraph, as long as it may be, is on one line of this file, which no program has wrapped, so that it ends where its words end and nowhere else, however wide that is.",
                "Another one.",
                "A third, which begins right on the next line, without anything between the two of them, as word processors save a text: here they are paragraphs all the same, and end.",
            ],
            id="lines that nobody wrapped",
        ),
        pytest.param(
            "行会在三月从塔上取走了钟。没有人看见，磨坊主\n说这不是真的。后来，书记在集市上写了一封信\n给他们。\n\n钟还在那里。\n",
            [
                "行会在三月从塔上取走了钟。没有人看见，磨坊主说这不是真的。后来，书记在集市上写了一封信给他们。",
                "钟还在那里。",
            ],
            id="Chinese",
        ),
        pytest.param(
            "انجمن در ماه مارس زنگ را از برج\nبرداشت. هیچ‌کس آن را ندید و\nآسیابان گفت که این درست نیست.\n",
            [
                "انجمن در ماه مارس زنگ را از برج برداشت. هیچ‌کس آن را ندید و آسیابان گفت که این درست نیست."
            ],
            id="Persian, whose joiner stays",
        ),
        pytest.param(
            "The guild took the\n\nbell from the tower\n\nof Upper Wend, and\n\nnobody saw it.\n\n\n\nIt was March.\n",
            ["The guild took the bell from the tower of Upper Wend, and nobody saw it.", "It was March."],
            id="double spacing",
        ),
        pytest.param(
            "The guild took the bell.\n\n----------\n\nNobody saw it.\n",
            ["The guild took the bell.", "Nobody saw it."],
            id="a line that is only drawn",
        ),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(text: str, paragraphs: list[str]) -> None:
    """A line goes on in the next one if there was no room in it for the first word there."""
    assert [" ".join(one.split()) for one in taken(text)] == paragraphs


@pytest.mark.parametrize(
    ("text", "joined", "remark"),
    [
        (
            "The tower stood. The great tow-\ner fell.",
            "The tower stood. The great tower fell.",
            ("words broken at the end of a line were joined", "tow-er → tower", "line 1"),
        ),
        (
            "The great tow-\ner fell.",
            "The great tower fell.",
            (
                "the document has this word nowhere else; check whether the hyphen belongs to it",
                "tow-er → tower",
                "line 1",
            ),
        ),
        (
            "They re-cast it, and re-\ncast it.",
            "They re-cast it, and re-cast it.",
            (
                "hyphens at the end of a line were kept, because the document has them elsewhere",
                "re-cast",
                "line 1",
            ),
        ),
        (
            "The self is governing. A self-\ngoverning town.",
            "The self is governing. A self-governing town.",
            (
                "a hyphen at the end of a line was kept; check whether it belongs to the word",
                "self-governing",
                "line 1",
            ),
        ),
        (
            "A well-\nbuilt tower fell.",
            "A well-built tower fell.",
            (
                "a hyphen at the end of a line was kept; check whether it belongs to the word",
                "well-built",
                "line 1",
            ),
        ),
        (
            "Of great ill-\nness he died.",
            "Of great illness he died.",
            (
                "the document has this word nowhere else; check whether the hyphen belongs to it",
                "ill-ness → illness",
                "line 1",
            ),
        ),
        ("Twenty-\nfour or thirty-\nfirst", "Twenty-four or thirty-first", None),
        (
            "The great tow\xad\ner fell.",
            "The great tower fell.",
            ("words broken at the end of a line were joined", "tower", "line 1"),
        ),
        ("Many anti-\nAssad men", "Many anti-Assad men", None),
        ("In 2015-\n18 it fell", "In 2015-18 it fell", None),
        ("Die Vor-\nund Nachteile", "Die Vor- und Nachteile", None),
        ("It fell -\nand was gone", "It fell - and was gone", None),
        ("It fell—\nand was gone", "It fell—and was gone", None),
        ("All GNU/\nLinux men", "All GNU/Linux men", None),
        (
            "See http://road.example/tolls-\nand-bells now",
            "See http://road.example/tolls-and-bells now",
            (
                "addresses broken at the end of a line were joined",
                "http://road.example/tolls-and-bells",
                "line 1",
            ),
        ),
        # After an address, another sentence or a label begins anew.
        ("See http://road.example/.\nAda left", "See http://road.example/. Ada left", None),
        ("See http://road.example/\nSource: Ada", "See http://road.example/ Source: Ada", None),
    ],
)
def test_the_end_of_a_line_and_the_beginning_of_the_next(
    text: str, joined: str, remark: tuple[str, str, str] | None
) -> None:
    """A broken word is whole, unless the document has its hyphen elsewhere; the doubtful are told."""
    assert taken(text) == [joined]
    assert told(text) == ([(remark[0], remark[1], "line 2")] if remark else [])


def test_what_is_doubtful() -> None:
    """A paragraph that begins with a lower-case letter, after one that did not end."""
    text = "The guild took the bell from the\n\ntower of Upper Wend, which nobody saw.\n"
    assert told(text) == [
        (
            "paragraphs begin with a lower-case letter; check whether they continue the one before",
            "tower of Upper Wend, which nobody saw.",
            "line 3",
        )
    ]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("The bell\n========", 1),
        ("The bell\n--------", 1),
        ("3. The bell", 1),
        ("3.2 The bell", 2),
        ("3.2.1. Who took the bell?", 3),
        ("Chapter 3. The bell", 1),
        ("第三章 鐘", 1),
        ("فصل سوم", 1),
        ("THE BELL", 1),
        ("The bell", 0),
        ("3. The bell was taken.", 0),
        ("WHO TOOK IT?", 0),
    ],
)
def test_headings_of_a_text(line: str, level: int) -> None:
    """A line that is underlined, or that stands alone and is numbered or in capitals."""
    text = f"It begins.\n\n{line}\n\nThe guild took the bell.\n"
    layout = laid_out(paragraphs_of(read_text(text.encode()))[0])
    assert layout.headings == (((12, level),) if level else ())
    assert layout.text[12:].startswith(line.split("\n", maxsplit=1)[0])


def test_signs_under_headings_have_an_order() -> None:
    """That in which the text has them."""
    text = "Bells\n-----\n\nThe first\n=========\n\nIt rang.\n\nTowers\n------\n"
    paragraphs, remarks = paragraphs_of(read_text(text.encode()))
    assert [(one.level, one.text) for one in paragraphs] == [
        *((1, "Bells"), (2, "The first"), (0, "It rang."), (1, "Towers")),
    ]
    assert remarks == []


def test_a_list_of_contents_is_not_a_doubt() -> None:
    """Its rows are kept."""
    text = "One . . . . . . 3\nTwo ........... 12\n"
    assert taken(text) == ["One . . . . . . 3", "Two ........... 12"]
    assert {one[0] for one in told(text)} == {"rows of a table of contents were kept as lines"}


def test_a_seed_is_a_line_for_each_paragraph() -> None:
    """With an empty line between, and a plain line end at the end."""
    layout = laid_out(paragraphs_of(read_text(b"One.\n\nTwo.\n\n\n"))[0])
    assert layout.text == "One.\n\nTwo.\n"
    assert layout.pages == ()


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (
            "They took the bell from the tower in\n\nthe night of the fair.\n",
            ["They took the bell from the tower in the night of the fair."],
        ),
        ("They took the bell.\n\nthe tower stood.\n", ["They took the bell.", "the tower stood."]),
        (
            "The  guild took   the  bell   from  the  tower\nof  Wend.\n",
            ["The guild took the bell from the tower of Wend."],
        ),
        ("N\x08NA\x08AM\x08ME\x08E\n\n\x1b[1mbold\x1b[0m words\n", ["NAME", "bold words"]),
    ],
)
def test_what_programs_do_to_a_text(text: str, paragraphs: list[str]) -> None:
    """A page's end as an empty line, lines set wide, and letters that are bold on a terminal."""
    assert taken(text) == paragraphs


def test_joining_over_an_empty_space_is_doubtful() -> None:
    """A person looks whether it is one paragraph."""
    text = "They took the bell from the tower in\n\nthe night of the fair.\n"
    assert told(text) == [
        (
            "paragraphs were joined across a gap on the page; check whether each is one",
            "the night of the fair.",
            "line 3",
        )
    ]


WORDS = st.sampled_from(
    ["The", "guild", "took", "tow-", "er", "1903.", "“No”", "—", "a)", "•", "70,000²", "зал", "鐘。", "زنگ", "=====", "x   y   z"]
)  # fmt: skip
LINES = st.lists(st.lists(WORDS, max_size=7).map(" ".join), max_size=12).map("\n".join)


@given(LINES)
def test_no_letter_is_lost_or_made_up(text: str) -> None:
    """However a text is laid out, its seed has its letters and digits in their order."""
    seed = laid_out(paragraphs_of(read_text(text.encode()))[0]).text
    assert re.sub(r"[\W_]", "", seed) == re.sub(r"[\W_]", "", text)
    assert [*refusals(seed)] == []
    assert "\n" not in seed.replace("\n\n", "").removesuffix("\n")


@given(LINES)
def test_a_seed_is_its_own_seed(text: str) -> None:
    """What has been reflowed has no line to be joined any more, unless it is short."""
    long = (
        "It was in the night of the fair that nobody, not even the miller, saw how they went. " * 3
    )
    once = laid_out(paragraphs_of(read_text(f"{long}\n\n{text}".encode()))[0]).text
    twice = laid_out(paragraphs_of(read_text(once.encode()))[0]).text
    assert re.sub(r"\s+", "", twice) == re.sub(r"\s+", "", once)


@pytest.mark.parametrize(
    "text",
    [
        "The guild took the bell from the tower of Upper Wend and went down the road and\n" * 5000,
        "." * 100_000 + "\n" + "x" * 100_000 + "\n" + "1.1 " * 50_000,
        "a    b   c  " * 30_000 + "\n" + "-" * 100_000,
    ],
)
def test_a_strange_text_takes_no_longer(text: str) -> None:
    """The time grows with the length: seconds, not the hours that comparing all letters would take."""
    assert taken(text)
