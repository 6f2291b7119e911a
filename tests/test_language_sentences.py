"""Short sentences of each language, in `tests/languages/`, and what the rules must see in them.

A file has, each of them optional: `denials`, `doubts` and `credits`, sentences with one of these;
`neither`, sentences with none of them; `denial_or_not` and `doubt_or_not`, after which a statement may
have one; `amounts`, the words of a figure with its fields (and `said`, our words for it, if not the
usual ones); `numbers`, a text with the values in it; `dates`, a sentence with its date; `sentences`, a
text with the number of its sentences; `cut`, a sentence with a quote that cuts something off; `hanging`, a
sentence with a quote that depends on the words left out, and `standing`, one with a quote that does not;
and `speech`, a sentence with a quote that is inside its quotation marks.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from generator.atlas.atlas import Atlas
from generator.config.lexicon import Lexicon
from generator.load.folder import Shelf
from generator.load.languages import read_languages
from generator.rules.amounts import figures_match_their_words
from generator.rules.attribution import own_voice_credits_nobody
from generator.rules.clauses import no_clause_is_cut_off
from generator.rules.cut_amounts import no_bound_is_cut_off
from generator.rules.date_evidence import dates_are_in_evidence
from generator.rules.edges import (
    hedges_are_kept,
    negations_are_kept,
    no_denial_is_cut_off,
    no_hedge_is_cut_off,
)
from generator.rules.intents import intents_are_kept
from generator.rules.statements import bounds_are_kept, numbers_are_in_evidence
from generator.strict_yaml.reader import Plain, plain, read
from generator.text.folding import fold_line
from generator.text.numbers import numbers
from tests.made_up import MadeUp, complaints, made_up
from tests.project import ROOT

FOLDER = ROOT / "tests/languages"
SORTS = {
    *("denials", "doubts", "credits", "neither", "denial_or_not", "doubt_or_not"),
    *("amounts", "numbers", "dates", "sentences", "cut", "hanging", "standing", "speech"),
    "intents",
}
BOUNDS = {
    "number": "{}",
    "more_than": "more than {}",
    "at_least": "at least {}",
    "at_most": "at most {}",
    "less_than": "less than {}",
}


@cache
def content(path: Path) -> dict[str, Any]:
    """The sentences in a file, by their sort."""
    node, problems = read(path.read_bytes(), path.name)
    assert node is not None, problems
    return cast("dict[str, Any]", plain(node))


def rows(sort: str) -> list[Any]:
    """The sentences of a sort, each with its language, and with what is expected of some."""
    found: list[Any] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        given: Plain = content(path).get(sort, [])
        found += (
            [(path.stem, *pair) for pair in given.items()]
            if isinstance(given, dict)
            else [(path.stem, one) for one in given]
        )
    return found


@cache
def words_of(language: str) -> Lexicon:
    """The words of a language."""
    return read_languages(Shelf(ROOT), [language])[language]


def told(language: str, text: str, statement: str = "They took it.", **fields: object) -> Atlas:
    """A fact that quotes the whole text of a document in this language."""
    fact: MadeUp = {"quote": text, "statement": statement, **fields}
    return made_up({"report/a": fact}, documents={"report": {"language": language}})


def test_the_files_have_known_sorts() -> None:
    """A sentence of another sort would be in no test."""
    assert {sort for path in FOLDER.glob("*.yaml") for sort in content(path)} <= SORTS


@pytest.mark.parametrize(("language", "text"), rows("denials"))
def test_denials(language: str, text: str) -> None:
    """A statement without a denial is refused; one with a denial is not."""
    assert complaints(negations_are_kept, told(language, text))
    assert not complaints(negations_are_kept, told(language, text, "They did not take it."))


@pytest.mark.parametrize(("language", "text"), rows("doubts"))
def test_doubts(language: str, text: str) -> None:
    """A statement without a doubt is refused; one that doubts is not.

    For what another language says by the form of a verb, "reportedly" will do.
    """
    assert complaints(hedges_are_kept, told(language, text))
    for word in ("possibly", *(() if language == "en" else ("reportedly",))):
        assert not complaints(hedges_are_kept, told(language, text, f"They {word} took it."))


@pytest.mark.parametrize(("language", "text"), rows("intents"))
def test_intents(language: str, text: str) -> None:
    """A statement that it happened is refused; one that it was tried, or will be, is not."""
    assert complaints(intents_are_kept, told(language, text, "They took it, and sent Ada."))
    for statement in ("They tried to take it.", "They will take it.", "They possibly took it."):
        assert not complaints(intents_are_kept, told(language, text, statement))


@pytest.mark.parametrize(("language", "text"), rows("credits"))
def test_credits(language: str, text: str) -> None:
    """A sentence that credits somebody is not the document's own."""
    assert complaints(own_voice_credits_nobody, told(language, text))


@pytest.mark.parametrize(("language", "text"), rows("neither"))
def test_neither(language: str, text: str) -> None:
    """Nothing is found in a plain sentence, nor in its statement."""
    atlas = told(language, text)
    for rule in (negations_are_kept, hedges_are_kept, intents_are_kept, own_voice_credits_nobody):
        assert complaints(rule, atlas) == []
    assert complaints(negations_are_kept, told(language, text, "They did not take it."))
    assert complaints(hedges_are_kept, told(language, text, "They possibly took it."))


@pytest.mark.parametrize(("language", "text"), rows("denial_or_not"))
def test_a_denial_or_not(language: str, text: str) -> None:
    """A statement may have one."""
    for statement in ("They took it.", "They did not take it."):
        assert complaints(negations_are_kept, told(language, text, statement)) == []


@pytest.mark.parametrize(("language", "text"), rows("doubt_or_not"))
def test_a_doubt_or_not(language: str, text: str) -> None:
    """A statement may have one."""
    for statement in ("They took it.", "They could take it."):
        assert complaints(hedges_are_kept, told(language, text, statement)) == []


@pytest.mark.parametrize(("language", "stated", "fields"), rows("amounts"))
def test_amounts(language: str, stated: str, fields: dict[str, str]) -> None:
    """A figure has the bound of its words, and a statement in English may have it too."""
    figure = {key: value for key, value in fields.items() if key != "said"}
    atlas = told(
        language,
        stated,
        f"There came {_in_english(fields)} men.",
        figures=[{"as_stated": stated, "unit": "person", **figure}],
    )
    for rule in (figures_match_their_words, bounds_are_kept, numbers_are_in_evidence):
        assert complaints(rule, atlas) == []
    if figure.keys().isdisjoint({"words", "between"}) and figure.keys() != {"number"}:
        value = next(figure[name] for name in BOUNDS if name in figure)
        bare = [{"as_stated": stated, "unit": "person", "number": value}]
        exact = told(language, stated, f"There came {value} men.", figures=bare)
        assert complaints(figures_match_their_words, exact)
        assert complaints(bounds_are_kept, exact)


def _in_english(fields: dict[str, str]) -> str:
    """The words of a statement for a figure."""
    if said := fields.get("said"):
        return said
    bound = next(name for name in BOUNDS if name in fields)
    about = "about " if fields.get("about") else ""
    each = f" a {fields['per']}" if "per" in fields else ""
    return f"{about}{BOUNDS[bound].format(fields[bound])}{each}"


@pytest.mark.parametrize(("language", "text", "values"), rows("numbers"))
def test_numbers(language: str, text: str, values: str) -> None:
    """These are the numbers of a text, in order; nothing else in it is one."""
    found = numbers(fold_line(text), words_of(language).numbers)
    assert [one.value for one in found] == [*map(Decimal, values.split())]


@pytest.mark.parametrize(("language", "text", "when"), rows("dates"))
def test_dates(language: str, text: str, when: str) -> None:
    """A sentence gives its date, and no other month or season."""
    assert complaints(dates_are_in_evidence, told(language, text, when=when)) == []
    year, month = when[:4], int(when[5:7])
    other = month % 12 + 1 if month <= 12 else 21 + (month - 20) % 4
    wrong = told(language, text, when=f"{year}-{other:02}{when[7:]}")
    assert complaints(dates_are_in_evidence, wrong) == ["report/a when: date-not-in-quote"]


@pytest.mark.parametrize(("language", "text", "count"), rows("sentences"))
def test_sentences(language: str, text: str, count: str) -> None:
    """An abbreviation ends no sentence."""
    seed = told(language, text).documents["sources/report"].seed
    assert seed is not None
    folded = seed.folded.text
    assert len({seed.folded_sentence(at) for at in range(len(folded))}) == int(count)


@pytest.mark.parametrize(("language", "text", "quote"), rows("cut"))
def test_what_is_cut_off(language: str, text: str, quote: str) -> None:
    """A quote may cut off neither a denial, nor a doubt, nor the bound of an amount."""
    atlas = made_up(
        {"report/a": {"quote": quote, "statement": "They took it."}},
        documents={"report": {"language": language}},
        texts={"report": text},
    )
    rules = (no_denial_is_cut_off, no_hedge_is_cut_off, no_bound_is_cut_off)
    assert [one for rule in rules for one in complaints(rule, atlas)]
    whole = told(language, text)
    assert [one for rule in rules for one in complaints(rule, whole)] == []


@pytest.mark.parametrize(
    ("language", "text", "quote", "refused"),
    [*((*row, True) for row in rows("hanging")), *((*row, False) for row in rows("standing"))],
)
def test_what_a_clause_hangs_on(language: str, text: str, quote: str, refused: bool) -> None:
    """A quote may not begin after "that" if the words before it hedge, deny or credit it."""
    atlas = made_up(
        {"report/a": {"quote": quote, "statement": "They took it."}},
        documents={"report": {"language": language}},
        texts={"report": text},
    )
    found = complaints(no_clause_is_cut_off, atlas)
    assert found == (["report/a quote: clause-cut-off"] if refused else [])


@pytest.mark.parametrize(("language", "text", "quote"), rows("speech"))
def test_speech(language: str, text: str, quote: str) -> None:
    """What is in quotation marks is not the document's own claim; the sentence around it is."""
    for exact, found in ((quote, ["report/a quote: own-voice"]), (text, [])):
        atlas = made_up(
            {"report/a": {"quote": exact, "statement": "They took it."}},
            documents={"report": {"language": language}},
            texts={"report": text},
        )
        assert complaints(own_voice_credits_nobody, atlas) == found
