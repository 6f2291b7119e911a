"""What the page of a claim says about other claims that answer the same questions."""

from __future__ import annotations

from collections.abc import Mapping

from generator.findings.findings import find_out
from generator.markup.escaping import text_of
from generator.markup.paths import fact_page
from generator.markup.writer import Desk
from generator.pages.compared import Compared, compared
from tests.made_up import MadeUp, claim, made_up

ASKED: Mapping[str, MadeUp] = {
    "why": {"title": "Why did they come?", "choices": {"bread": "for bread", "salt": "for salt"}},
    "stay": {
        "title": "Did they stay?",
        "choices": {"stayed": "They stayed", "left": "They left"},
        "contrary": [["stayed", "left"]],
    },
    "came": {
        "title": "How many came?",
        "unit": "person",
        "population": {"guards": "Guards", "carters": "Carters"},
    },
}


def gave(**answers: str) -> MadeUp:
    """A fact that gives these choices."""
    return {
        "choices": [
            {"answers": f"questions/{asked}", "choice": choice} for asked, choice in answers.items()
        ]
    }


def came(who: str) -> MadeUp:
    """A fact that counts somebody."""
    figure = {"as_stated": "12", "number": 12, "unit": "person", "population": [who]}
    return {"figures": [{**figure, "answers": "questions/came"}]}


def found(*facts: MadeUp) -> list[Compared]:
    """How the first of these facts, each of which is in its own document, compares with the others."""
    named = {f"d{number:02}/{number}": fact for number, fact in enumerate(facts)}
    atlas = made_up(named, questions=ASKED)
    first = claim(atlas, "0")
    return [*compared(Desk(atlas, find_out(atlas), fact_page(first.id)), first)]


def shown(of: Compared) -> list[tuple[str, int, str]]:
    """Each finding, how many claims it lists, and what leads to others."""
    return [(text_of(one.outcome), len(one.others), text_of(one.more)) for one in of.found]


def test_a_finding_is_said_once() -> None:
    """Under it are all claims that it is about."""
    (why,) = found(gave(why="bread"), gave(why="bread"), gave(why="bread"))
    assert shown(why) == [("Give the same answer", 2, "")]


def test_only_the_first_claims_are_listed() -> None:
    """The others are one link away, so that the pages don't grow with the square of the answers."""
    (why,) = found(*[gave(why="bread")] * 6)
    assert shown(why) == [("Give the same answer", 5, "")]
    (why,) = found(*[gave(why="bread")] * 7)
    assert shown(why) == [("Give the same answer", 4, "2 more claims")]
    assert 'href="../questions/why.html&#35;pairs-both-name"' in why.found[0].more


def test_what_cannot_be_compared_is_only_counted() -> None:
    """Nothing is learnt from a list of them."""
    (of,) = found(came("guards"), came("carters"), came("carters"))
    assert shown(of) == [("Can't be compared", 0, "2 claims")]


def test_the_strongest_finding_comes_first() -> None:
    """Also among questions; a question without a finding is left out."""
    stay, why = found(
        gave(why="bread", stay="stayed"),
        gave(why="bread", stay="left"),
        gave(why="salt"),
        gave(why="bread", stay="stayed"),
    )
    assert "stay" in stay.question
    assert [name for name, _, _ in shown(stay)][1:] == ["Give the same answer"]
    assert shown(stay)[0][0].startswith("Contradict")
    assert shown(why) == [("Give the same answer", 2, "")]
    assert not found(gave(why="bread"), gave(why="salt"))
