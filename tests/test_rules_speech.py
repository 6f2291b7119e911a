"""What names only the author of a document, and what a document sets as somebody's words by a dash."""

from __future__ import annotations

import pytest

from generator.atlas.atlas import Atlas
from generator.rules.attribution import own_voice_credits_nobody
from generator.rules.bylines import bylines_credit_nobody
from generator.rules.saying import a_credit_stands_in_its_own_sentence
from tests.made_up import complaints, made_up


def told(text: str, quote: object, language: str = "en", **fields: object) -> Atlas:
    """A fact that quotes some words of a document."""
    fact = {"quote": quote, "statement": "The bell is old.", **fields}
    return made_up(
        {"report/a": fact}, documents={"report": {"language": language}}, texts={"report": text}
    )


OLD = "The bell is old"


@pytest.mark.parametrize(
    ("text", "quote", "language", "speech"),
    [
        # A speaker in the same paragraph, or in one beside it.
        (f"— {OLD}, Ada said.", OLD, "en", True),
        (f"— {OLD}! said Ada.", OLD, "en", True),
        (f"- {OLD}.\n- Is it so? said Ada.", OLD, "en", True),
        (f"- Is it so? said Ada.\n- {OLD}.", OLD, "en", True),
        ("– La cloche est vieille.\n– Ah ! dit Ada.", "La cloche est vieille", "fr", True),
        ("—La campana es vieja —dijo Ada.", "La campana es vieja", "es", True),
        ("— Колокол стар, — сказала Ада.", "Колокол стар", "ru", True),
        # A question or a call after a long dash, not after a hyphen.
        (f"— {OLD}.\n— Is it?", OLD, "en", True),
        (f"- {OLD}.\n- Is it?", OLD, "en", False),
        # Lists, and what is around a dialogue.
        (f"— {OLD}.\n— The rope is new.", OLD, "en", False),
        (f"- {OLD}.\n- The miller told of the rope.", OLD, "en", False),
        (f"{OLD}.\n— Is it?", OLD, "en", False),
        (f"— {OLD}.\nAda slept.\n— Is it?", OLD, "en", False),
        (f"Is it?\n— {OLD}.", OLD, "en", False),
        (f"-5 is cold. {OLD}! said Ada.", "-5 is cold", "en", False),
        (f"— Is it?\n{OLD}.", OLD, "en", False),
        (f"- {OLD}.\nEdo came. Is it so? said Ada.", OLD, "en", False),
        # A speaker up to three paragraphs away.
        (f"- {OLD}.\n- One.\n- Two.\n- Is it so? said Ada.", OLD, "en", True),
        (f"- {OLD}.\n- One.\n- Two.\n- Three.\n- Is it so? said Ada.", OLD, "en", False),
        (f"- Is it so? said Ada.\n- One.\n- Two.\n- {OLD}.", OLD, "en", True),
    ],
)  # fmt: skip
def test_dialogue_after_a_dash(text: str, quote: str, language: str, speech: bool) -> None:
    """It is somebody's if the paragraph, or one that goes on with it, is dialogue."""
    found = complaints(own_voice_credits_nobody, told(text, quote, language))
    assert found == (["report/a quote: own-voice"] if speech else [])


def test_a_note_about_the_dash() -> None:
    """It says why the words are the document's own."""
    for note, found in (("The “–” begins an item.", 0), ("An item.", 1)):
        atlas = told(f"— {OLD}.\n— Is it?", OLD, note=note)
        assert len(complaints(own_voice_credits_nobody, atlas)) == found


def test_the_speaker_of_a_dialogue_may_be_in_the_sentence_before() -> None:
    """As that of words in quotation marks may be."""
    credit = {"attributed_to": "Ada", "attributed_as": "Ada spoke"}
    for text, refused in ((f"— Oh! Ada spoke. {OLD}.", False), (f"Oh! Ada spoke. {OLD}.", True)):
        found = complaints(a_credit_stands_in_its_own_sentence, told(text, OLD, **credit))
        assert bool(found) == refused


@pytest.mark.parametrize(
    ("text", "words", "language", "byline"),
    [
        (f"By Ada Byron\n{OLD}.", "By Ada Byron", "en", True),
        (f"By Ada Byron and Edo van der Hale\n{OLD}.", "Edo van der Hale", "en", True),
        (f"By ADA BYRON, Clerk of the guild\n{OLD}.", "ADA BYRON", "en", True),
        (f"Von Ada Byron\n{OLD}.", "Von Ada Byron", "de", True),
        (f"بقلم آدا بايرون\n{OLD}.", "بقلم آدا بايرون", "ar", True),
        (f"REUTERS – {OLD}.", "REUTERS", "en", True),
        (f"(AP) — {OLD}.", "(AP)", "en", True),
        (f"LONDON, May 3 (Reuters) - {OLD}.", "Reuters", "en", True),
        (f"The bell\n(AP) — {OLD}.", "(AP)", "en", True),
        # Sentences, and what comes after the dash.
        (f"By Ada Byron the bell is old.\n{OLD}.", "By Ada Byron", "en", False),
        (f"By May 1903 Ada came.\n{OLD}.", "By May 1903", "en", False),
        (f"REUTERS – {OLD}, Ada said.", "Ada said", "en", False),
        (f"(AP) — {OLD}.", f"(AP) — {OLD}", "en", False),
        (f"The clerk (of the guild) - {OLD}.", "The clerk", "en", False),
        # In a play, these are the speakers.
        (f"ADA – {OLD}.\nEDO – It is.", "ADA", "en", False),
    ],
)
def test_bylines(text: str, words: str, language: str, byline: bool) -> None:
    """A byline credits nobody with a claim, and makes none itself; its words are the place."""
    credit = told(text, OLD, language, attributed_to="Ada", attributed_as=words)
    expected = ["report/a attributed_as: byline"] if byline else []
    assert complaints(bylines_credit_nobody, credit) == expected
    expected = ["report/a quote: byline"] if byline else []
    assert complaints(bylines_credit_nobody, told(text, words, language)) == expected
    passage = {"exact": words}
    credit = told(text, OLD, language, attributed_to="Ada", attributed_as=passage)
    expected = ["report/a attributed_as exact: byline"] if byline else []
    assert complaints(bylines_credit_nobody, credit) == expected
    quote = told(text, [{"exact": OLD}, passage], language)
    expected = ["report/a quote 1 exact: byline"] if byline else []
    assert complaints(bylines_credit_nobody, quote) == expected
