"""Articles: a name takes one where the statements mostly have it so, and a document by its record."""

from __future__ import annotations

import pytest

from generator.findings.articles import Articled, articled
from tests.made_up import MadeUp, made_up

GUILD = "units/guild"
NONE = Articled("", "")


@pytest.mark.parametrize(
    ("name", "statements", "found"),
    [
        ("Guild", ["The {Guild} left."], Articled("the", "Guild")),
        ("Guild", ["Ada saw the {Guild}."], Articled("the", "Guild")),
        ("Guild", ["An {Guild} left."], Articled("an", "Guild")),
        ("Guild", ["{Guild} left."], NONE),
        ("Guild", ["Ada saw {Guild}."], NONE),
        ("Guild", ["Ada left."], NONE),
        # A word that only ends in one is none, nor is one that is further off.
        ("Guild", ["Edo saw Martha {Guild}."], NONE),
        ("Guild", ["They saw the old {Guild}."], NONE),
        # More with one than without.
        ("Guild", ["The {Guild} left.", "{Guild} left."], NONE),
        ("Guild", ["The {Guild} and the {Guild} left.", "{Guild} left."], Articled("the", "Guild")),
        ("Guild", ["The {Guild} saw {Guild}.", "{Guild} left."], NONE),
        # The most frequent one, and else the last in the alphabet.
        (
            "Guild",
            ["A {Guild} left.", "The {Guild} left.", "A {Guild} came."],
            Articled("a", "Guild"),
        ),
        ("Guild", ["A {Guild} left.", "The {Guild} left."], Articled("the", "Guild")),
        # What has a possessor has no article, and says nothing.
        ("Guild", ["Ada's {Guild} left.", "The {Guild} came."], Articled("the", "Guild")),
        ("Guild", ["Ada’s {Guild} left.", "The {Guild} came."], Articled("the", "Guild")),
        ("Guild", ["The carters' {Guild} left.", "The {Guild} came."], Articled("the", "Guild")),
        ("Guild", ["The carters’ {Guild} left.", "The {Guild} came."], Articled("the", "Guild")),
        # A small first letter, or a short form in capitals; no other words.
        ("Old Bridge", ["The {old Bridge} fell."], Articled("the", "old Bridge")),
        ("Old Bridge", ["The {OB} fell."], Articled("the", "Old Bridge")),
        ("Old Bridge", ["The {bridge} fell."], NONE),
        ("Old Bridge", ["The {old bridge} fell."], NONE),
    ],
)
def test_whether_a_name_takes_an_article(name: str, statements: list[str], found: Articled) -> None:
    """In any sentence that links it, whatever stands before the article."""
    facts: dict[str, MadeUp] = {
        f"report/{number}": {"statement": text.replace("{", f"[[{GUILD}|").replace("}", "]]")}
        for number, text in enumerate(statements)
    }
    known = articled(made_up(facts, entities={GUILD: {"name": name}}))
    assert known.get(GUILD, NONE) == found


@pytest.mark.parametrize(
    ("ref", "name", "statement", "found"),
    [
        (
            "topics/siege",
            "Siege of Troy",
            "The [[units/guild|Guild]] saw a siege.",
            "the siege of Troy",
        ),
        ("topics/siege", "Siege of Troy", "The [[units/guild|Guild]] saw it.", ""),
        ("topics/siege", "Siege of Troy", "[[units/guild|Guild]] saw a siege.", ""),
        ("topics/siege", "Siege Perilous", "The [[units/guild|Guild]] saw a siege.", ""),
        ("topics/siege", "Siege", "The [[units/guild|Guild]] saw a siege.", ""),
        ("units/siege", "Siege of Troy", "The [[units/guild|Guild]] saw a siege.", ""),
        # A statement that links it by its name decides.
        (
            "topics/siege",
            "Siege of Troy",
            "The [[units/guild|Guild]] saw siege; [[Siege of Troy]].",
            "",
        ),
        # Whatever the dash between words is.
        (
            "topics/war",
            "Wend–Hill War",
            "The [[topics/war|Wend-Hill War]] came.",
            "the Wend–Hill War",
        ),
        (
            "topics/war",
            "Wend-Hill War",
            "The [[topics/war|Wend–Hill War]] came.",
            "the Wend-Hill War",
        ),
    ],
)
def test_a_topic_that_no_statement_names(ref: str, name: str, statement: str, found: str) -> None:
    """It takes the usual article if its first word is a common noun, which statements write so."""
    world = made_up(
        {"report/1": {"statement": statement}},
        entities={"units/guild": {"name": "Guild"}, ref: {"name": name}},
    )
    assert " ".join(articled(world).get(ref, NONE)).strip() == found


def test_only_what_has_a_record_takes_one() -> None:
    """A link that leads nowhere is no name; beside it, another's is."""
    text = "The [[units/nobody|Nobody]], the [[Nothing]] and the [[units/guild|Guild]] left."
    atlas = made_up({"report/a": {"statement": text}}, entities={GUILD: {}})
    assert articled(atlas) == {GUILD: ("the", "Guild")}


def test_a_document_takes_the_article_of_its_record() -> None:
    """Before its short name; without one in the record, it has none."""
    documents: dict[str, MadeUp] = {
        "report": {"title": "A report of the guild", "short": "Report", "article": "the"},
        "letter": {},
    }
    atlas = made_up({"report/a": {}, "letter/b": {}}, documents=documents)
    assert articled(atlas) == {"sources/report": ("the", "Report")}
