"""Seeds: where in its document a passage is: its line, its paragraph, its sentence, what is around."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.matching import occurrences
from generator.text.seed import Seed
from generator.text.sentences import sentence_starts

TEXT = "One.\n\nTwo  or three. Four – five.\nSix"


def seed(text: str = TEXT) -> Seed:
    """A document of this text."""
    return Seed("report.txt", text, "")


@pytest.mark.parametrize(
    ("position", "line", "paragraph"),
    [
        (0, 1, (0, 4)),
        (3, 1, (0, 4)),
        (4, 1, (0, 4)),  # the end of a line is its own
        (5, 2, (5, 5)),
        (6, 3, (6, 33)),
        (33, 3, (6, 33)),
        (34, 4, (34, 37)),
        (36, 4, (34, 37)),
        (37, 4, (34, 37)),
        (38, 4, (34, 37)),  # what is after the text is in its last line
    ],
)
def test_lines_count_from_one(position: int, line: int, paragraph: tuple[int, int]) -> None:
    """A paragraph is one line, without the line's end."""
    assert seed().line_number(position) == line
    assert seed().paragraph(position) == paragraph


WRAPPED = "The guild took\nthe bell. Nobody\nsaw it.\n\nIt was\nfound. "


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        (WRAPPED, True),
        # Without an empty line, nothing tells a paragraph from a line.
        (WRAPPED.replace("\n\n", "\n"), False),
        # Most lines end with their sentences.
        (TEXT, False),
        ("One.\nTwo.\n\nThree\nfour.\nFive.\nSix.", False),
        # Just half of them do.
        ("One\ntwo.\nThree.\n\nFour.", False),
        ("One\ntwo\nthree.\nFour.\n\nFive.", True),
        # A line wider than any program makes it.
        (f"{WRAPPED}\n\n{'a' * 100}", True),
        (f"{WRAPPED}\n\n{'a' * 101}", False),
    ],
)
def test_lines_may_be_wrapped(text: str, wrapped: bool) -> None:
    """Short lines of which most end inside a sentence, and paragraphs between empty lines."""
    assert seed(text).wrapped is wrapped


@pytest.mark.parametrize(
    ("position", "line", "paragraph"),
    [(0, 1, (0, 39)), (20, 2, (0, 39)), (38, 3, (0, 39)), (41, 5, (41, 55)), (50, 6, (41, 55))],
)
def test_a_paragraph_of_wrapped_lines(position: int, line: int, paragraph: tuple[int, int]) -> None:
    """It goes from one empty line to the next."""
    assert seed(WRAPPED).line_number(position) == line
    assert seed(WRAPPED).paragraph(position) == paragraph


def test_a_text_is_flat_at_the_same_indices() -> None:
    """Its lines' ends are spaces, and nothing moves."""
    assert seed().folded.text == "One.\nTwo or three. Four - five.\nSix"
    assert seed().flat == "One. Two or three. Four - five. Six"


@pytest.mark.parametrize(
    ("words", "length", "before", "after"),
    [
        ("delta", 99, "alpha beta gamma", "epsilon zeta"),
        ("delta", 16, "alpha beta gamma", "epsilon zeta"),
        ("delta", 15, "…beta gamma", "epsilon zeta"),
        ("delta", 12, "…beta gamma", "epsilon zeta"),
        ("delta", 11, "…beta gamma", "epsilon…"),
        ("delta", 10, "…beta gamma", "epsilon…"),
        ("delta", 9, "…gamma", "epsilon…"),
        ("delta", 7, "…gamma", "epsilon…"),
        ("delta", 6, "…gamma", "…"),
        ("alpha", 99, "", "beta gamma delta epsilon zeta"),
        ("zeta", 99, "alpha beta gamma delta epsilon", ""),
    ],
)
def test_what_is_around_a_passage(words: str, length: int, before: str, after: str) -> None:
    """Whole words of its own paragraph, no more than so many letters, and a sign where it goes on."""
    text = "Other.\n alpha beta gamma delta epsilon zeta\nOthers."
    start = text.index(words)
    assert seed(text).around(start, start + len(words), length) == (before, after)


@pytest.mark.parametrize(
    ("index", "paragraph", "sentence"),
    [
        (0, (0, 4), (0, 4)),
        (3, (0, 4), (0, 4)),
        (4, (0, 4), (0, 4)),
        (5, (5, 31), (5, 19)),
        (17, (5, 31), (5, 19)),
        (18, (5, 31), (5, 19)),
        (19, (5, 31), (19, 31)),
        (30, (5, 31), (19, 31)),
        (32, (32, 35), (32, 35)),
        (34, (32, 35), (32, 35)),
    ],
)
def test_the_sentence_and_the_paragraph_around_a_folded_index(
    index: int, paragraph: tuple[int, int], sentence: tuple[int, int]
) -> None:
    """A sentence is in one paragraph, and ends where the next one begins."""
    assert seed().folded_paragraph(index) == paragraph
    assert seed().folded_sentence(index) == sentence


def test_a_line_without_words_is_a_paragraph() -> None:
    """The first one too."""
    assert seed("\nOne.").folded_paragraph(0) == (0, 0)
    assert seed("\nOne.").folded_paragraph(2) == (1, 5)


@pytest.mark.parametrize(
    ("text", "index", "sentence"),
    [
        ("", 0, (0, 0)),
        ("\nOne. Two.", 0, (0, 0)),
        ("\nOne. Two.", 1, (1, 6)),
        ("One.\n\nTwo.", 6, (5, 9)),
        ("Yes. Yes. Yes.", 5, (5, 10)),
        ("Yes. Yes. Yes.", 11, (10, 14)),
        ("So.\nSo. So.\nSo.", 4, (4, 8)),
        ("So.\nSo. So.\nSo.", 9, (8, 11)),
        ("So.\nSo. So.\nSo.", 13, (12, 15)),
        ("“One. Two.\nThree.” Four.", 7, (6, 10)),
        ("Mr. Okoro left. He came.", 5, (0, 16)),
    ],
)
def test_sentences_of_other_texts(text: str, index: int, sentence: tuple[int, int]) -> None:
    """The same words again are another sentence; a title ends none."""
    assert seed(text).folded_sentence(index) == sentence


TITLES = (
    "Adm Amb Asst Ayat Brig Capt Cdr Cdre Cmdr Cmdt Col Cpl Dr Eng Engr Fr Gen Gov Hajj Hoj Hojj"
    " Hon Insp Jr Lt Lieut Maj Messrs Mgr Mlle Mme Mr Mrs Ms Msgr Mt Pres Prof Pvt Rep Rev Sen Sgt"
    " Sr St Supt"
)
SHORT = "approx ca cf eds incl pp viz vol vols vs (Col (vol"


@pytest.mark.parametrize(
    "title", [*f"{TITLES} {SHORT}".split(), *(f"Maj.-{one}" for one in TITLES.split())]
)
def test_a_title_ends_no_sentence(title: str) -> None:
    """What the name or the number after it belongs to is one sentence."""
    text = f"Ask {title}. Reed. He knows."
    starts = [*sentence_starts(text)]
    assert starts == [0, text.index("He")]


@pytest.mark.parametrize(
    ("language", "text", "starts"),
    [
        ("de", "Er kam am 3. und ging. Sie blieb.", [0, 23]),
        ("fr", "Il vint? oui, dit-elle. Elle resta.", [0, 24]),
        ("en", "He came? yes, she said. She stayed.", [0, 9, 24]),
    ],
)
def test_a_small_letter_begins_a_sentence_in_english_alone(
    language: str, text: str, starts: list[int]
) -> None:
    """Elsewhere the sentence before goes on."""
    assert [*sentence_starts(text, language)] == starts


def test_an_abbreviation_of_its_language_ends_no_sentence() -> None:
    """Of two, only the one that the language has."""
    text = "Sie kamen stv. Reed und stx. Reed."
    found = Seed("report.txt", text, "", "de", ("stv",))
    assert found.folded_sentence(0) == (0, text.index("Reed."))


def test_wrapped_lines_are_one_sentence() -> None:
    """A line's end inside a paragraph is a space in it."""
    assert seed(WRAPPED).folded.text == "The guild took the bell. Nobody saw it.\nIt was found. "
    assert seed(WRAPPED).folded_sentence(30) == (25, 39)


@example("ab a", "b a")
@example("a ba", "a b")
@given(st.text("ab .\n-", max_size=40), st.text("ab .-", min_size=1, max_size=8))
def test_words_are_found_as_a_search_finds_them(text: str, wanted: str) -> None:
    """At each index, also where they begin or end inside a word, and where they overlap."""
    found = seed(text)
    assert list(found.occurrences(wanted)) == list(occurrences(wanted, found.flat))


def test_only_the_places_of_the_rarest_word_are_looked_at() -> None:
    """A book has what its passages have in common thousands of times."""
    text = "as all agree to say 1; " * 50 + "as all agree to say 2; "
    assert list(seed(text).occurrences("agree to say 2; ")) == [text.index("agree to say 2")]
    assert list(seed(text).occurrences("agree to sing 2; ")) == []
