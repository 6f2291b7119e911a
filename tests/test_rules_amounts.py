"""The rules about figures, and about the numbers of statements, at their edges."""

from __future__ import annotations

from typing import Any

import pytest

from generator.rules.amounts import figures_match_their_words, figures_stand_in_a_quotation
from generator.rules.bounds import qualifiers, qualifiers_of
from generator.rules.statements import (
    bounds_are_kept,
    estimates_are_kept,
    months_are_in_evidence,
    numbers_are_in_evidence,
)
from generator.text.numbers import numbers, vague
from tests.made_up import MadeUp, complaints, made_up, real_config

CONFIG = real_config()


def figure(stated: str, **fields: Any) -> MadeUp:
    """A figure with these words."""
    return {"as_stated": stated, "unit": "person", **fields}


@pytest.mark.parametrize(
    ("quote", "stated", "wrong"),
    [
        ("Then 12 men left.", "12 men", False),
        ("12 men", "12 men", False),
        ("Then 12  men – all – left.", "12 men - all", False),
        ("Then 12 men left.", "12 men  left", False),
        ("Then 12 men left.", "12 women", True),
        ("Then 12 men left.", "12 me", True),
        ("Then 112 men left.", "12 men", True),
        ("Then 12 million left.", "12", True),
        ("Then £12 was left.", "12", True),
        ("Of 112 men 12 men left.", "12 men", False),
        (["They left.", "Then 12 men came."], "12 men", False),
        (["They left.", "Then 12."], "left. Then 12", True),
    ],
)
def test_figures_in_a_quotation(quote: str | list[str], stated: str, wrong: bool) -> None:
    """The words are whole in one quotation; a context does not do."""
    other = figure("They", words="many")
    fact = {"quote": quote, "context": "12 women", "figures": [other, figure(stated, number=12)]}
    found = complaints(figures_stand_in_a_quotation, made_up({"report/a": fact}))
    assert [one for one in found if " 1 " in one] == (
        ["report/a figures 1 as_stated: figure-words"] if wrong else []
    )


@pytest.mark.parametrize(
    ("stated", "fields", "wrong"),
    [
        # The number, and no other.
        ("12 men", {"number": 12}, 0),
        ("twelve men", {"number": 12}, 0),
        ("12 men", {"number": 13}, 1),
        ("12 of the 20 men", {"number": 12}, 1),
        ("12 men", {"words": "dozens"}, 1),
        ("men", {"number": 12}, 1),
        ("between 12 and 20 men", {"between": [12, 20]}, 0),
        ("between 12 and 20 men", {"between": [12, 21]}, 1),
        ("between 12 and 20 men", {"number": 12}, 1),
        # Words: those of a table, as they are said.
        ("dozens of men", {"words": "dozens"}, 0),
        ("Dozens of men", {"words": "dozens"}, 0),
        ("dozens of men", {"words": "Dozens"}, 0),
        ("dozens of men", {"words": "hundreds"}, 2),
        ("dozens of men", {"words": "dozens of men"}, 1),
        ("a crowd of men", {"words": "crowd"}, 1),
        # The bound.
        ("more than 12 men", {"more_than": 12}, 0),
        ("more than 12 men", {"number": 12}, 1),
        ("more than 12 men", {"at_least": 12}, 1),
        ("12 men", {"more_than": 12}, 1),
        # In all its words, also in signs, and against those that they contain.
        ("not more than 12 men", {"at_most": 12}, 0),
        ("not more than 12 men", {"more_than": 12}, 1),
        ("not fewer than 12 men", {"at_least": 12}, 0),
        ("not fewer than 12 men", {"less_than": 12}, 1),
        ("not exceeding 12 men", {"at_most": 12}, 0),
        ("12 men at least", {"at_least": 12}, 0),
        ("12 men or fewer", {"at_most": 12}, 0),
        (">12 men", {"more_than": 12}, 0),
        (">12 men", {"number": 12}, 1),
        ("≥12 men", {"at_least": 12}, 0),
        ("12+ men", {"at_least": 12}, 0),
        ("<12 men", {"less_than": 12}, 0),
        ("~12 men", {"number": 12, "about": True}, 0),
        ("ca. 12 men", {"number": 12, "about": True}, 0),
        ("12-odd men", {"number": 12, "about": True}, 0),
        ("close to 12 men", {"number": 12}, 1),
        ("up to a dozen men", {"at_most": 12}, 0),
        ("at least 12 men", {"at_least": 12}, 0),
        ("fewer than 12 men", {"less_than": 12}, 0),
        ("more than dozens of men", {"words": "dozens"}, 1),
        ("between at least 12 and 20 men", {"between": [12, 20]}, 1),
        # About.
        ("about 12 men", {"number": 12, "about": True}, 0),
        ("about 12 men", {"number": 12}, 1),
        ("12 men", {"number": 12, "about": True}, 1),
        ("about 12 men at most", {"at_most": 12, "about": True}, 0),
        ("about dozens of men", {"words": "dozens", "about": True}, 0),
        # A period, a currency, a percentage.
        ("12 men a year", {"number": 12, "per": "year"}, 0),
        ("12 men a year", {"number": 12}, 1),
        ("12 men a year", {"number": 12, "per": "month"}, 1),
        ("12 men", {"number": 12, "per": "month"}, 1),
        ("12 men a year, 12 men a month", {"number": 12, "per": "year"}, 1),
        ("£12", {"number": 12, "unit": "money", "currency": "GBP"}, 0),
        ("£12", {"number": 12, "unit": "money"}, 1),
        ("£12", {"number": 12, "unit": "money", "currency": "USD"}, 1),
        ("12 men", {"number": 12, "currency": "USD"}, 1),
        ("12 men with dollars", {"number": 12}, 0),
        ("£12 or $12", {"number": 12, "unit": "money", "currency": "GBP"}, 1),
        ("dozens of dollars", {"words": "dozens", "unit": "money", "currency": "USD"}, 0),
        ("dozens of Dollars", {"words": "dozens", "unit": "money", "currency": "USD"}, 0),
        ("dozens of dollars", {"words": "dozens", "unit": "money"}, 1),
        ("12 percent", {"number": 12, "unit": "percent"}, 0),
        ("12 percent", {"number": 12}, 1),
        ("12 men", {"number": 12, "unit": "percent"}, 1),
    ],
)
def test_figures_and_their_words(stated: str, fields: dict[str, Any], wrong: int) -> None:
    """How many things are wrong: each is reported at the words of its figure."""
    fact = {"figures": [figure("1 man", number=1), figure(stated, **fields)]}
    found = complaints(figures_match_their_words, made_up({"report/a": fact}))
    assert found == ["report/a figures 1 as_stated: figure"] * wrong


@pytest.mark.parametrize(
    ("stated", "fields", "advice"),
    [
        ("at least 12 men, at most 12 men", {"at_least": 12}, "words for at_least and at_most"),
        (
            "12 men a year, 12 men a month",
            {"number": 12, "per": "year"},
            "words for month and year",
        ),
        ("£12 or $12", {"number": 12, "currency": "GBP", "unit": "money"}, "words for GBP and USD"),
        ("men", {"number": 12}, "has no number, but the figure says 12"),
        ("fewer than dozens of men", {"words": "dozens"}, "but the figure has `words`"),
        ("fewer than dozens of men", {"words": "dozens"}, "write `less_than` with the number"),
        ("12 men", {"number": 13}, "says 12, but `number` is 13; write `number: 12`"),
        ("more than 12 men", {"number": 12}, "write `more_than: 12` in place of `number: 12`"),
        ("12 men", {"at_most": 12}, "write `number: 12`"),
    ],
)
def test_what_is_said_about_a_figure(stated: str, fields: dict[str, Any], advice: str) -> None:
    """Where its words say more than one figure can, or nothing, the message says so."""
    atlas = made_up({"report/a": {"figures": [figure(stated, **fields)]}})
    assert any(advice in problem.message for problem in figures_match_their_words(atlas))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12 men", set()),
        ("more than 12 men", {"more_than"}),
        ("More than 12 men", {"more_than"}),
        ("more than the 12 men", {"more_than"}),
        ("more than an estimated 12 men", {"more_than"}),
        ("more than those 12 men", set()),
        ("more than men, 12", set()),
        ("over £12", {"more_than"}),
        ("moreover 12", set()),
        ("12 or more", {"at_least"}),
        ("12 men or more", {"at_least"}),
        ("12 men and women or more", set()),
        ("12 or moreover", set()),
        ("a minimum of 12", {"at_least"}),
        ("up to 12 men annually", {"at_most", "year"}),
        ("annually 12 men", {"year"}),
        ("semiannually 12 men", set()),
        ("about 12 men", {"about"}),
        ("12 or so", {"about"}),
        ("12, more or less", {"about"}),
        ("12 more or less", {"about"}),
        ("12, more or lesser", set()),
        ("12, if not more", {"at_least"}),
        ("over€12", set()),
        ("c.12", set()),
        (">12", {"more_than"}),
        ("nearly at least 12", {"at_least"}),
        ("at least nearly 12", {"at_least", "about"}),
        ("over dozens of men", {"more_than"}),
        ("12 of more than 20 men", {"more_than"}),
        ("between 12 and 20 a month", {"month"}),
    ],
)
def test_what_is_said_of_an_amount(text: str, said: set[str]) -> None:
    """Bounds, about and periods, right beside it but for an article or the like."""
    amounts = numbers(text, CONFIG.numbers) or vague(text, CONFIG.numbers)
    assert qualifiers(text, amounts, CONFIG.language) == said


def test_a_language_without_words_for_it_says_nothing() -> None:
    """It has none for "about", say."""
    language = CONFIG.language.model_copy(update={"about": ()})
    text = "about 12 men, over 20"
    assert qualifiers(text, numbers(text, CONFIG.numbers), language) == {"more_than"}


def test_what_is_said_of_another_amount_is_not_said_of_this() -> None:
    """Each is asked about by itself, in any order."""
    text = "more than 12 men and up to 20 women"
    twelve, twenty = numbers(text, CONFIG.numbers)
    assert qualifiers(text, [twelve], CONFIG.language) == {"more_than"}
    assert qualifiers(text, [twenty], CONFIG.language) == {"at_most"}
    assert qualifiers(text, [twenty, twelve], CONFIG.language) == {"more_than", "at_most"}
    assert qualifiers(text, [], CONFIG.language) == frozenset()


@pytest.mark.parametrize(
    ("fact", "wrong"),
    [
        ({"statement": "12 left.", "quote": "12 left."}, 0),
        ({"statement": "Twelve left.", "quote": "12 left."}, 0),
        ({"statement": "13 left.", "quote": "12 left."}, 1),
        ({"statement": "13 left, and 14.", "quote": "12 left."}, 2),
        ({"statement": "They left.", "quote": "12 left."}, 0),
        ({"statement": "12 left.", "quote": "They left.", "context": "12"}, 0),
        # As often as the passages do.
        ({"statement": "12 left, 12 came.", "quote": "12 left."}, 1),
        ({"statement": "12 left, 12 came.", "quote": ["12 left.", "12 came."]}, 0),
        # A date that is inferred may be said.
        ({"statement": "They left in 1903.", "quote": "They left."}, 1),
        ({"statement": "They left in 1903.", "quote": "They left.", "when": "1903"}, 1),
        ({"statement": "They left in 1903.", "quote": "They left.", "when": "1903", "inferred": {"when": "so"}}, 0),
        ({"statement": "They said so in 1903.", "quote": "So.", "said_on": "1903", "inferred": {"said_on": "so"}}, 0),
        ({"statement": "They left in 1903.", "quote": "They left.", "when": "1904", "inferred": {"when": "so"}}, 1),
        ({"statement": "They left in 1903.", "quote": "They left.", "inferred": {"when": "so"}}, 1),
        ({"statement": "They left in 1903.", "quote": "They left.", "when": "1903", "inferred": {"said_on": "so"}}, 1),
        ({"statement": "In 1903 2,000 left.", "quote": "They left.", "when": "1903", "inferred": {"when": "so"}}, 1),
        # Vague amounts too.
        ({"statement": "Dozens left.", "quote": "Dozens left."}, 0),
        ({"statement": "Dozens left.", "quote": "Several dozen left."}, 0),
        ({"statement": "Dozens left.", "quote": "Hundreds left."}, 1),
        ({"statement": "Dozens left.", "quote": "12 left."}, 1),
    ],
)  # fmt: skip
def test_numbers_of_a_statement(fact: MadeUp, wrong: int) -> None:
    """Each is in the passages, as often; whatever else the passages say is theirs."""
    found = complaints(numbers_are_in_evidence, made_up({"report/a": fact}))
    assert found == ["report/a statement: number-not-in-quote"] * wrong


def counted(statement: str, quote: str, stated: str) -> MadeUp:
    """A fact whose figure is stated so."""
    return {"statement": statement, "quote": quote, "figures": [figure(stated, number=12)]}


@pytest.mark.parametrize(
    ("fact", "wrong"),
    [
        (counted("12 men left.", "12 men left.", "12 men"), 0),
        (counted("More than 12 left.", "more than 12 men left.", "more than 12 men"), 0),
        (counted("12 left.", "more than 12 men left.", "more than 12 men"), 1),
        (counted("12 left.", "about 12 men a year left.", "about 12 men a year"), 2),
        (counted("More than 12 left.", "12 men left.", "12 men"), 1),
        (counted("About 12 left a year.", "12 men left.", "12 men"), 2),
        # Of another number it may be said; and of one that the passages do not have, another rule tells.
        (counted("12 left, and over 20.", "12 men left, and over 20.", "12 men"), 0),
        (counted("Over 12 left, and 20.", "12 men left, and over 20.", "12 men"), 1),
        (counted("12 left, over 30.", "12 men left.", "12 men"), 0),
        # Anywhere in the passages.
        (counted("Over 12 left.", "12 men left: over 12.", "12 men"), 0),
        # An amount in words has no number of its own.
        (counted("Over dozens left.", "12 men left.", "12 men"), 0),
        ({"statement": "Over 12 left.", "quote": "12 left."}, 0),
        (counted("Over dozens left.", "Over dozens left.", "Over dozens"), 0),
        (counted("Dozens left.", "Over dozens left.", "Over dozens"), 1),
    ],
)
def test_bounds_of_a_statement(fact: MadeUp, wrong: int) -> None:
    """It says about a number what its figure's words say, and nothing that no passage says."""
    found = complaints(bounds_are_kept, made_up({"report/a": fact}))
    assert found == ["report/a statement: bound"] * wrong


SPENT = "The guild is estimated to spend £600"


@pytest.mark.parametrize(
    ("quote", "statement", "fields", "wrong"),
    [
        (SPENT, "The guild spends £600.", {}, 1),
        (SPENT, "The guild is estimated to spend £600.", {}, 0),
        (SPENT, "By an estimate, the guild spends £600.", {}, 0),
        (SPENT, "The guild may spend £600.", {}, 0),
        (SPENT, "The guild spends about £600.", {}, 0),
        (SPENT, "The guild spends money.", {}, 0),
        (SPENT, "The guild spends £600.", {"note": "The \"estimated\" is the guild's own."}, 0),
        (SPENT, "The guild spends £600.", {"note": "It is estimated."}, 1),
        ("The guild is estimated to be strong", "The guild is strong.", {}, 1),
        ("Of 20 men, an estimated 12 left", "Of 20 men 12 left.", {}, 1),
        ("Of 20 men, an estimated 12 left", "There were 20 men.", {}, 0),
        ("The miller estimates that 12 left", "12 left.", {"attributed_to": "the miller", "attributed_as": "The miller estimates"}, 0),
        ("an estimated 12 left", "12 left.", {"attributed_to": "the miller", "attributed_as": "The miller wrote"}, 1),
    ],
)  # fmt: skip
def test_an_estimate_is_kept(quote: str, statement: str, fields: MadeUp, wrong: int) -> None:
    """A statement says that an amount is an estimate if the quote does, unless the speaker makes it."""
    atlas = made_up({"report/a": {"quote": quote, "statement": statement, **fields}})
    assert complaints(estimates_are_kept, atlas) == ["report/a statement: hedge"] * wrong


@pytest.mark.parametrize(
    ("stated", "word"),
    [
        ("12 men a year", '"a year"'),
        ("more than 12 men", '"more than"'),
        ("about 12 men", '"about"'),
    ],
)
def test_the_word_that_is_missing_or_added(stated: str, word: str) -> None:
    """As a document would write it, not by its name in the configuration."""
    for statement, quote in (("12 left.", stated), (stated, "12 men")):
        atlas = made_up({"report/a": counted(statement, quote, quote)})
        (problem,) = bounds_are_kept(atlas)
        assert f"has {word} (or a similar word)" in problem.message


@pytest.mark.parametrize(
    ("fact", "wrong"),
    [
        ({"statement": "They left in May.", "quote": "They left in May."}, 0),
        ({"statement": "They left in September.", "quote": "They left in Sept. then."}, 0),
        ({"statement": "They left in May.", "quote": "They left in June."}, 1),
        ({"statement": "They left in May, or April; in May.", "quote": "They left."}, 2),
        ({"statement": "They may leave.", "quote": "They left."}, 0),
        ({"statement": "Mayor Okoro left.", "quote": "He left."}, 0),
        ({"statement": "They left in May.", "quote": "They left.", "when": "1903-05"}, 1),
        ({"statement": "They left in May.", "quote": "They left.", "when": "1903-05", "inferred": {"when": "so"}}, 0),
        ({"statement": "They left in May.", "quote": "They left.", "when": "1903-06", "inferred": {"when": "so"}}, 1),
        ({"statement": "They left.", "quote": "They left in May."}, 0),
    ],
)  # fmt: skip
def test_months_of_a_statement(fact: MadeUp, wrong: int) -> None:
    """Each that it names is in the passages, by any spelling, or in a date that is inferred."""
    found = complaints(months_are_in_evidence, made_up({"report/a": fact}))
    assert found == ["report/a statement: date-not-in-quote"] * wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("then more than 2,000 men", [("more_than", "more than 2,000")]),
        ("then 2,000 or more men", [("at_least", "2,000 or more")]),
        (
            "not more than about 2,000 men",
            [("at_most", "not more than about 2,000"), ("about", "about 2,000")],
        ),
        ("2,000 men a year", [("year", "a year")]),
        ("a year of 2,000 men", [("year", "a year")]),
        ("2,000 men", []),
    ],
)
def test_where_a_qualifier_is(text: str, found: list[tuple[str, str]]) -> None:
    """Its words, with the amount that they are about."""
    long = "and so they came back to the old town on the hill by the sea, and then"
    for whole in (text, f"{long} {text} {long}"):
        (amount,) = numbers(whole, CONFIG.numbers)
        told = [
            (one.name, whole[one.start : one.end])
            for one in qualifiers_of(whole, amount, CONFIG.language)
        ]
        assert told == found


@pytest.mark.parametrize(
    ("quote", "given", "whole"),
    [
        ("They never had more than 12 men.", figure("12 men", number=12), "never had more than 12 men"),
        ("They never had more than 12 men.", figure("more than 12 men", more_than=12), "never had more than 12 men"),
        ("They lost 12 men or more.", figure("12 men", number=12), "12 men or more"),
        ("They lost about 12 men.", figure("12 men", number=12), "about 12 men"),
        ("They spent 12 men a year.", figure("12 men", number=12), "12 men a year"),
        ("They never had more than 12 men.", figure("never had more than 12 men", at_most=12), ""),
        ("They had 12 men and more than 12 cows.", figure("12 men", number=12), ""),
        ("They lost 12 men, more than anybody.", figure("12 men", number=12), ""),
        ("They lost about 12 to 14 men.", figure("12 to 14 men", between=[12, 14]), ""),
    ],
)  # fmt: skip
def test_the_words_of_a_figure_keep_its_bound(quote: str, given: MadeUp, whole: str) -> None:
    """What the quote says right beside the amount belongs to the amount."""
    atlas = made_up({"report/a": {"quote": quote, "figures": [given]}}, texts={"report": quote})
    told = [one.message for one in figures_match_their_words(atlas)]
    told = [one for one in told if "leaves out" in one]
    assert told == (
        [
            f"'{given['as_stated']}' leaves out words that the quote has for this amount; write `as_stated: {whole}`"
        ]
        if whole
        else []
    )
