"""The rules about denials and hedges at their edges."""

from __future__ import annotations

from typing import Any

import pytest

from generator.rules import Rule
from generator.rules.edges import (
    hedges_are_kept,
    negations_are_kept,
    no_claim_is_left_to_the_context,
    no_denial_is_cut_off,
    no_hedge_is_cut_off,
    no_verb_is_cut_off,
)
from tests.made_up import MadeUp, complaints, made_up


@pytest.mark.parametrize(
    ("text", "quote", "cut"),
    [
        # In the clause that the quotation begins or ends in.
        ("Ada denied that they left.", "they left.", True),
        ("They left, not the others.", "They left", False),
        ("They left, which Ada never did.", "They left, which Ada", True),
        ("They left not a thing behind.", "They left", True),
        ("They left nothing.", "They left", True),
        ("They left, it rained, nobody came.", "They left", False),
        ("Not so: they left.", "they left.", False),
        ("Not so, and they left.", "they left.", False),
        ("Never: so, they left.", "they left.", False),
        ("Not so - they left.", "they left.", False),
        ("Not-so they left.", "they left.", True),
        ("Not 3,000 of them left.", "of them left.", True),
        ("“Not so” they left.", "they left.", False),
        ("They left” not then.", "They left", False),
        ("Not (as we heard) they left.", "they left.", False),
        # The quotation's own last sign may end the clause.
        ("They left, not the others.", "They left,", False),
        ("They left; not all.", "They left;", False),
        ("They left: nobody came.", "They left:", False),
        ("They left (not all).", "They left (", False),
        # In another sentence or paragraph it is another's.
        ("Not so. They left.", "They left.", False),
        ("They left. Not so.", "They left.", False),
        ("Not so\nthey left", "they left", False),
        ("they left\nnot so", "they left", False),
        ("they left\nnot so.", "they left", False),
        ("They left. A guard did not come.", "They left. A", True),
        # Short forms are negations too.
        ("Ada didn't say they left.", "they left.", True),
        ("Ada knew they left.", "they left.", False),
        # Of several words, all are in the quotation or none.
        ("Ada ruled out that they left.", "out that they left.", True),
        ("Ada ruled out that they left.", "Ada ruled", True),
        ("Ada ruled out that they left.", "Ada ruled out that they left.", False),
    ],
)
def test_a_denial_that_is_cut_off(text: str, quote: str, cut: bool) -> None:
    """A negation just outside the quotation, up to the ends of its clause."""
    atlas = made_up({"report/a": {"quote": quote}}, texts={"report": text})
    assert complaints(no_denial_is_cut_off, atlas) == (
        ["report/a quote: denial-cut-off"] if cut else []
    )


@pytest.mark.parametrize(
    ("quote", "cut"),
    [
        ("das Amt", True),
        ("Ada lehnte das Amt", True),
        ("das Amt ab", True),
        ("Ada lehnte das Amt ab", False),
        ("lehnte das Amt ab", False),
        ("Ada", True),
        ("die Zunft kam.", False),
        ("die Zunft ging.", False),  # another rule says that it is not there
    ],
)
def test_a_denial_with_words_within_it(quote: str, cut: bool) -> None:
    """A quotation has all of it, or is of another clause."""
    atlas = made_up(
        {"report/a": {"quote": quote}},
        documents={"report": {"language": "de"}},
        texts={"report": "Ada lehnte das Amt ab, die Zunft kam."},
    )
    assert bool(complaints(no_denial_is_cut_off, atlas)) is cut


@pytest.mark.parametrize(
    ("statement", "quote", "kept"),
    [
        ("It is claimed that the guild took it.", "Die Zunft soll sie genommen haben.", True),
        ("It is claimed that the guild took it.", "Die Zunft nahm sie.", True),
        ("The guild took it.", "Die Zunft soll sie genommen haben.", False),
        ("The guild may have taken it.", "Die Zunft nahm sie.", False),
    ],
)
def test_a_doubt_of_another_language(statement: str, quote: str, kept: bool) -> None:
    """A report in our words stands for it, and asks for none."""
    atlas = made_up(
        {"report/a": {"quote": quote, "statement": statement}},
        documents={"report": {"language": "de"}},
    )
    assert complaints(hedges_are_kept, atlas) == ([] if kept else ["report/a statement: hedge"])


@pytest.mark.parametrize(
    ("fact", "place"),
    [
        ({"quote": "they left."}, "quote"),
        ({"quote": "they left.", "context": "Ada denied that"}, ""),
        ({"quote": "they left.", "context": "Ada denied"}, "quote"),
        ({"quote": "they left.", "context": "denied that"}, "quote"),
        ({"quote": "they left.", "attributed_to": "Ada", "attributed_as": "Ada denied that"}, ""),
        ({"quote": ["they left.", "Ada denied that"]}, ""),
        ({"quote": ["It rained.", "they left."]}, "quote 1"),
        ({"quote": ["They came.", "they left."]}, "quote 1"),
        ({"quote": {"exact": "they left.", "prefix": "that"}}, "quote exact"),
        ({"quote": "they left.", "note": "The “denied” is hers."}, "quote"),
        ({"quote": "they left.", "type": "role"}, ""),
        ({"quote": "they left.", "type": "background"}, ""),
        ({"quote": "they came."}, ""),
    ],
)
def test_a_denial_that_another_passage_holds(fact: MadeUp, place: str) -> None:
    """It is not lost; what is said in passing, or is not in the document, is not asked about."""
    atlas = made_up({"report/a": fact}, texts={"report": "Ada denied that they left. It rained."})
    assert complaints(no_denial_is_cut_off, atlas) == (
        [f"report/a {place}: denial-cut-off"] if place else []
    )


@pytest.mark.parametrize(
    ("text", "fact", "cut"),
    [
        ("It rained, Ada denied that they left.", {"context": "Ada denied that"}, False),
        ("Ada denied that they left not one.", {"context": "Ada denied that"}, True),
        ("Ada denied that they left not one.", {"context": ["Ada denied that", "not one"]}, False),
        ("A guard denied that they left.", {"context": "guard denied that"}, True),
        ("Ada knew they left not one a.", {"context": "not one"}, True),
    ],
)
def test_each_edge_is_asked_about(text: str, fact: MadeUp, cut: bool) -> None:
    """What is held on one side says nothing of the other; a passage begins at a word."""
    atlas = made_up({"report/a": {"quote": "they left", **fact}}, texts={"report": text})
    assert bool(complaints(no_denial_is_cut_off, atlas)) is cut


@pytest.mark.parametrize(
    ("text", "fact", "word"),
    [
        # In the clause that the quotation begins or ends in.
        ("The guild may have left Wend.", {"quote": "left Wend."}, "may"),
        ("The guild left Wend perhaps.", {"quote": "The guild left Wend"}, "perhaps"),
        ("It may rain, the guild left Wend.", {"quote": "the guild left Wend."}, ""),
        ("It may rain. The guild left Wend.", {"quote": "The guild left Wend."}, ""),
        ("The guild left in May 1903.", {"quote": "in May 1903."}, ""),
        # Alone between commas it is of the clause beside it.
        ("Allegedly, the guild left.", {"quote": "the guild left."}, "Allegedly"),
        ("The guild, it seems, left Wend.", {"quote": "left Wend."}, "it seems"),
        ("So, it seems, the guild left Wend.", {"quote": "the guild left Wend."}, "it seems"),
        ("It rained, the guild, perhaps, left.", {"quote": "left."}, "perhaps"),
        ("It may rain, the guild, perhaps, left.", {"quote": "left.", "note": "“perhaps”"}, ""),
        ("The guild left, it seems.", {"quote": "The guild left"}, "it seems"),
        ("The guild left, it seems.", {"quote": "The guild left,"}, "it seems"),
        ("The guild (of Wend), it seems, left.", {"quote": "The guild (of Wend)"}, "it seems"),
        ("The guild left, and it seems to rain.", {"quote": "The guild left"}, ""),
        ("The guild left, it rained, it seems.", {"quote": "The guild left"}, ""),
        # A passage has it, or a note says of what it is.
        ("The guild may have left.", {"quote": "left.", "context": "The guild may have"}, ""),
        ("The guild may have left.", {"quote": "left.", "note": "The “may” is the miller's."}, ""),
        ("The guild may have left.", {"quote": "left.", "note": "The may is the miller's."}, "may"),
        ("The guild may, perhaps, leave.", {"quote": "leave.", "note": "“may”"}, "perhaps"),
        # What is said in passing can be doubted too; what is not there is another rule's.
        ("The guild may have left.", {"quote": "left.", "type": "background"}, "may"),
        ("The guild may have left.", {"quote": "stayed."}, ""),
    ],
)
def test_a_hedge_that_is_cut_off(text: str, fact: MadeUp, word: str) -> None:
    """A word of doubt just outside the quotation is shown, and what to do."""
    atlas = made_up({"report/a": fact}, texts={"report": text})
    told = [one.message for one in no_hedge_is_cut_off(atlas)]
    assert [one.split(", which")[0] for one in told] == (
        [f"the quote leaves out {word!r}"] if word else []
    )


GUILD = (
    "It rained. In 1903 the guild was praised. Its men called up in 1903 were not. In 1903 it left."
)


@pytest.mark.parametrize(
    ("fact", "place"),
    [
        # The time is at one end, the verb is next.
        ({"quote": "In 1903 the guild"}, "quote"),
        ({"quote": "men called up in 1903", "when_as_stated": "in 1903"}, "quote"),
        ({"quote": {"exact": "In 1903 the guild", "suffix": "was"}}, "quote exact"),
        ({"quote": ["It rained.", "In 1903 the guild"]}, "quote 1"),
        ({"quote": ["1903 the guild", "men called up in 1903"], "when_as_stated": "in 1903"}, "quote 1"),
        # It is in a passage, or no verb is next.
        ({"quote": "In 1903 the guild was praised."}, ""),
        ({"quote": "In 1903 the guild", "context": "was praised"}, ""),
        ({"quote": "In 1903 the guild", "context": "the guild was"}, ""),
        ({"quote": "In 1903 the guild", "context": "In 1903 the"}, "quote"),
        ({"quote": "In 1903 it"}, ""),
        ({"quote": "In 1903 it left."}, ""),
        # The time is elsewhere, or needs no words.
        ({"quote": "the guild", "context": "In 1903 the"}, ""),
        ({"quote": "In 1903 the guild", "when_as_stated": "1903"}, ""),
        ({"quote": "In 1903 the guild", "inferred": {"when": "so"}}, ""),
        ({"quote": "In 1903 the guild", "inferred": {"said_on": "so"}}, "quote"),
        # Another rule tells of a passage that is not there.
        ({"quote": "In 1903 this guild"}, ""),
    ],
)  # fmt: skip
def test_a_verb_that_is_cut_off(fact: MadeUp, place: str) -> None:
    """Without it the time might be that of something else."""
    facts = {"report/1": {"quote": "It rained."}, "report/a": {"when_as_stated": "In 1903", **fact}}
    atlas = made_up(facts, texts={"report": GUILD})
    assert complaints(no_verb_is_cut_off, atlas) == (
        [f"report/a {place}: verb-cut-off"] if place else []
    )


@pytest.mark.parametrize(
    ("statement", "quote", "fields", "kept"),
    [
        ("They left.", "They left.", {}, True),
        ("They did not leave.", "They did not leave.", {}, True),
        ("They never left.", "They did not leave.", {}, True),
        ("They left.", "They did not leave.", {}, False),
        ("They did not leave.", "They left.", {}, False),
        ("They left.", "They didn't leave.", {}, False),
        ("They left.", "They did not leave.", {"note": "For “did not leave” we say left."}, True),
        ("They left.", "They did not leave.", {"note": "They did not leave."}, False),
        ("They left.", "They did not leave, never.", {"note": "“not”"}, False),
        ("They left.", "They did not leave, never.", {"note": "“not” and “Never”"}, True),
        ("They left.", "They did not leave.", {"note": "“nothing”"}, False),
        ("They did not leave.", "They left.", {"note": "our “not”"}, True),
        ("They left.", "They left.", {"context": "They did not."}, True),
        ("They left.", ["They left.", "They did not."], {}, False),
        ("Notably they left.", "They left.", {}, True),
        # A denial has many words, each in all its forms.
        ("They left.", "They failed to leave.", {}, False),
        ("They left.", "They were unable to leave.", {}, False),
        ("They left.", "It is untrue that they left.", {}, False),
        ("They left.", "Ada ruled out that they left.", {}, False),
        ("They left.", "Ada disputes that they left.", {}, False),
        ("They left.", "They hardly left.", {}, False),
        ("They left.", "Nowhere did they leave.", {}, False),
        ("They did not leave.", "They failed to leave.", {}, True),
    ],
)
def test_negations(
    statement: str, quote: str | list[str], fields: dict[str, Any], kept: bool
) -> None:
    """Quotation and statement both say no or neither does, unless a note quotes the word."""
    atlas = made_up({"report/a": {"statement": statement, "quote": quote, **fields}})
    assert complaints(negations_are_kept, atlas) == (
        [] if kept else ["report/a statement: negation"]
    )


@pytest.mark.parametrize(
    ("statement", "quote", "fields", "kept"),
    [
        ("They may leave.", "They might leave.", {}, True),
        ("They leave.", "They may leave.", {}, False),
        ("It is claimed that they leave.", "They may leave.", {}, False),
        ("They may leave.", "They leave.", {}, False),
        ("They leave in May.", "They leave.", {}, True),
        ("They leave.", "They likely leave.", {"note": "“likely”"}, True),
        ("They leave.", "They likely leave.", {}, False),
        ("They did not leave.", "They left.", {}, True),
        ("They left.", "They supposedly left.", {}, False),
        ("They left.", "They are believed to have left.", {}, False),
        ("They left.", "They appear to have left.", {}, False),
        ("They left.", "They are suspected of it.", {}, False),
        ("They left.", "Maybe they left.", {}, False),
        ("They perhaps left.", "They seem to have left.", {}, True),
    ],
)
def test_hedges(statement: str, quote: str, fields: dict[str, Any], kept: bool) -> None:
    """As with negations: the month of May is no hedge."""
    atlas = made_up({"report/a": {"statement": statement, "quote": quote, **fields}})
    assert complaints(hedges_are_kept, atlas) == ([] if kept else ["report/a statement: hedge"])


@pytest.mark.parametrize(
    ("quote", "context", "short"),
    [
        ("they left", ["Ada knew that they left"], True),
        ("they left", ["that they left."], True),
        ("they left", ["they left."], True),
        ("that they left", ["they left"], False),
        ("they left", ["Ada knew that"], False),
        ("that they left", ["Ada knew that"], False),
        ("Ada knew that they", ["they left"], False),
        ("they left", ["Then it rained.", "that they left"], True),
        (["Ada knew", "they left"], ["that they left"], True),
        # A passage that is not found, or not in one place, is another rule's.
        ("they went", ["that they left"], False),
        ("they left", ["that they went"], False),
        ("rained", ["Then it rained"], True),
    ],
)
def test_a_quote_that_is_only_a_part_of_its_context(
    quote: str | list[str], context: list[str], short: bool
) -> None:
    """A citation prints the quote alone; what goes on with its words belongs in it."""
    fact = {"quote": quote, "context": context}
    atlas = made_up(
        {"report/a": fact}, texts={"report": "Ada knew that they left. Then it rained."}
    )
    told = complaints(no_claim_is_left_to_the_context, atlas)
    assert [one.rpartition(": ")[2] for one in told] == (["quote-too-short"] if short else [])


@pytest.mark.parametrize(
    ("rule", "fields", "name"),
    [
        (no_hedge_is_cut_off, {}, "hedge-cut-off"),
        (no_claim_is_left_to_the_context, {"context": "may have left."}, "quote-too-short"),
    ],
)
def test_the_place_of_a_passage(rule: Rule, fields: MadeUp, name: str) -> None:
    """It is told at the words of its own passage."""
    fact = {"quote": ["It rained.", {"exact": "left."}], **fields}
    atlas = made_up({"report/a": fact}, texts={"report": "It rained. The guild may have left."})
    assert complaints(rule, atlas) == [f"report/a quote 1 exact: {name}"]


@pytest.mark.parametrize(
    ("text", "quote", "language", "cut"),
    [
        ("No one saw the bell nor the rope.", "No one saw the bell", "en", False),
        ("They saw the bell nor the rope.", "They saw the bell", "en", True),
        ("No one saw the bell nor the rope.", "the bell", "en", True),
        ("Ada ruled out that no one saw it nor left.", "out that no one saw it", "en", True),
        ("لا يأخذ أحد الجرس ولا الحبل.", "لا يأخذ أحد الجرس", "ar", False),
    ],
)
def test_a_further_denial(text: str, quote: str, language: str, cut: bool) -> None:
    """What is denied of one thing more may be left out, if the quote has its own denial."""
    atlas = made_up(
        {"report/a": {"quote": quote}},
        texts={"report": text},
        documents={"report": {"language": language}},
    )
    assert bool(complaints(no_denial_is_cut_off, atlas)) is cut


@pytest.mark.parametrize(
    ("credit", "advice"),
    [
        ("Ada denied that", "quote the words with 'denied' too, or"),
        ("Ada said that", "remove 'not', or"),
    ],
)
def test_a_denial_in_the_credit_belongs_to_the_quote(credit: str, advice: str) -> None:
    """To take it out of the statement would turn that into its opposite."""
    fact = {
        "quote": "the guild had left",
        "statement": "The guild had not left.",
        "attributed_to": "Ada",
        "attributed_as": credit,
    }
    atlas = made_up({"report/a": fact}, texts={"report": f"{credit} the guild had left."})
    (problem,) = negations_are_kept(atlas)
    assert advice in problem.message
