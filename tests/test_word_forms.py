"""Word forms: with something joined on, in other letters, with marks, or with words between."""

from __future__ import annotations

import re

import pytest

from generator.text.word_forms import AS_LISTED, WordForms

GERMAN = WordForms(joining=("und", "aber"))
PLAIN = WordForms()
ARABIC = WordForms(("و", "ف"), ("اأإآ", "يى"), "\u0640\u064b\u064e\u0651\u0652", loose=False)
PERSIAN = WordForms(loose=True)
UNSTRETCHED = WordForms(marks="\u064e")


@pytest.mark.parametrize(
    ("forms", "phrase", "text", "found"),
    [
        (GERMAN, "nicht", "Sie kam nicht.", "nicht"),
        (GERMAN, "nicht", "Sie war vernichtet.", None),
        (GERMAN, "nie*", "Sie kam niemals.", "niemals"),
        (GERMAN, "lehnte … ab.", "Sie lehnte ab.", "lehnte ab"),
        (GERMAN, "lehnte … ab.", "Sie lehnte das neue Amt ab, sagt er", "lehnte das neue Amt ab"),
        (GERMAN, "lehnte … ab.", "Sie lehnte das Amt ab und ging", "lehnte das Amt ab"),
        (GERMAN, "lehnte … ab.", "Sie lehnte das Amt ab aber ging", "lehnte das Amt ab"),
        (GERMAN, "lehnte … ab.", "Sie lehnte das Amt ab | mehr", "lehnte das Amt ab"),
        (GERMAN, "lehnte … ab.", "Sie lehnte am 7. Mai ab.", "lehnte am 7. Mai ab"),
        (GERMAN, "lehnte … ab.", "Sie lehnte Geld ab Mai an.", None),
        (GERMAN, "lehnte … ab.", "Sie lehnte dort, als er kam, ab.", None),
        (GERMAN, "lehnte … ab.", "Sie lehnte dort. Er ging ab.", None),
        (GERMAN, "lehnte … ab.", f"Sie lehnte {'x ' * 13}ab.", None),
        (PLAIN, "lehnte … ab.", "Sie lehnte Geld ab.", "lehnte Geld ab"),
        (PLAIN, "lehnte … ab.", "Sie lehnte Geld ab Mai an.", None),
        (PLAIN, "lehnte … ab.", "Sie lehnte Geld ab 'Mai' an.", None),
        (PLAIN, "gar nicht", "Sie kam garnicht.", None),
        (GERMAN, "soll … haben", "Er soll es haben wollen", "soll es haben"),
        (ARABIC, "لم", "ولم يأت", "ولم"),
        (UNSTRETCHED, "لم", "ل\u064eم يأت", "ل\u064eم"),
        (UNSTRETCHED, "لم", "ل\u0640م يأت", None),
        (ARABIC, "لم", "الم يأت", None),
        (ARABIC, "لم", "ل\u064e\u0640\u0640\u0652م يأت", "ل\u064e\u0640\u0640\u0652م"),
        (ARABIC, "لم", "ل\u0640م يأت", "ل\u0640م"),
        (ARABIC, "نفى", "ونفي ذلك", "ونفي"),
        (ARABIC, "أكد", "أكّد ذلك", "أكّد"),
        (ARABIC, "أكد", "اكد ذلك", "اكد"),
        (ARABIC, "قد", "قدّم ذلك", None),
        (ARABIC, "قد", "عقّد ذلك", None),
        (ARABIC, "لم", "عَلم ذلك", None),
        (PERSIAN, "می گوید", "او میگوید", "میگوید"),
        (PERSIAN, "می گوید", "او می گوید", "می گوید"),
        (PERSIAN, "قد ي*", "قد يأتي", "قد يأتي"),
        (PERSIAN, "قد ي*", "قديم", None),
        (PERSIAN, "نه می*", "نهمیآید", "نهمیآید"),
        (AS_LISTED, "not", "did not come", "not"),
        (AS_LISTED, "'s view", "in Reed's view", "'s view"),
    ],
)
def test_a_phrase_in_a_text(forms: WordForms, phrase: str, text: str, found: str | None) -> None:
    """It is found whole, in each of its forms, and in its own clause."""
    match = re.search(forms.whole([phrase]), text)
    assert (match and match.group()) == found


def test_the_longest_phrase_is_found() -> None:
    """Not the one that it begins with."""
    match = re.search(GERMAN.whole(["nie", "nie mehr"]), "Sie kam nie mehr.")
    assert match
    assert match.group() == "nie mehr"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nicht", True),
        ("nicht nur", False),
        ("nicht nun", True),
        ("ganz und gar nicht", True),
        ("bevor nicht", False),
        ("bevor nicht nur", False),
        ("davor nicht", True),
        ("wovor bevor nicht und nicht", True),
    ],
)
def test_a_word_that_is_part_of_another_phrase(text: str, found: bool) -> None:
    """It does not count there, wherever in the phrase it is."""
    pattern = GERMAN.whole(["nicht"], ["nicht nur", "bevor nicht", "so … nicht", "wo* nicht"])
    assert bool(re.search(pattern, text)) == found


@pytest.mark.parametrize(
    ("text", "found"), [("did not come", True), ("did not only come", False), ("not", True)]
)
def test_a_listed_word_that_begins_another_phrase(text: str, found: bool) -> None:
    """In English too it does not count there."""
    assert bool(re.search(AS_LISTED.whole(["not"], ["not only"]), text)) == found


@pytest.mark.parametrize(
    ("forms", "text", "near"),
    [
        (GERMAN, "glaubt Ada", True),
        (GERMAN, "glaubt eins zwei drei vier fünf Ada", True),
        (GERMAN, "glaubt eins zwei drei vier fünf sechs Ada", False),
        (GERMAN, "glaubt es, Ada", False),
        # A word that joins begins another clause.
        (GERMAN, "glaubt es und Ada", False),
        (GERMAN, "glaubt aber Ada", False),
        (GERMAN, "glaubt es unduldsam Ada", True),
        (PLAIN, "glaubt es und Ada", True),
        (PLAIN, "glaubt 'es' Ada", True),
    ],
)
def test_a_few_words_between(forms: WordForms, text: str, near: bool) -> None:
    """No more than five, all of one clause."""
    assert bool(re.fullmatch(rf"glaubt{forms.few} Ada", text)) == near


@pytest.mark.parametrize(
    ("forms", "text", "follows"),
    [
        (GERMAN, "glaubt, dass", True),
        (GERMAN, "glaubt der Müller heute, dass", True),
        (GERMAN, "glaubt es. Er sagt, dass", False),
        (GERMAN, "glaubt eins zwei drei vier fünf sechs sieben, dass", False),
        (GERMAN, "glaubt dem Müller", False),
        (AS_LISTED, "glaubt dass", True),
        (AS_LISTED, "glaubt er dass", False),
    ],
)
def test_a_clause_after_a_word(forms: WordForms, text: str, follows: bool) -> None:
    """Other words of the clause may stand between, but not in English."""
    assert bool(re.match(rf"glaubt{forms.after_that(['dass'])}", text)) == follows
