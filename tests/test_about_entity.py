"""What the site says about an entity before its facts: spellings, ties, and which of them are open."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from generator.atlas.atlas import Atlas
from generator.findings.findings import find_out
from generator.markup.claims import numbered
from generator.markup.escaping import escape, text_of
from generator.markup.speakers import told_by
from generator.markup.writer import Desk
from generator.pages.about_entity import AboutEntity, about_entity
from generator.pages.infobox import Infobox, infobox
from tests.made_up import MadeUp, made_up, real_config

CREW = "units/crew"


def about(atlas: Atlas, ref: str = CREW, noted: Iterable[str] = ()) -> AboutEntity:
    """What is said of an entity on a page that has notes of these facts."""
    desk = Desk(atlas, find_out(atlas), f"{ref}.md")
    _, notes = numbered(desk, [atlas.claims[fact] for fact in noted])
    return about_entity(desk, ref, atlas.about[ref], notes)


def tied(*ties: MadeUp) -> Atlas:
    """A report that states ties, each in a separate fact."""
    names = {ref for tie in ties for ref in (tie["subject"], tie["object"])}
    return made_up(
        {f"report/t{number}": {"relations": [tie]} for number, tie in enumerate(ties)},
        entities={ref: {} for ref in names},
    )


def tie(relation: str, other: str, **dates: str) -> MadeUp:
    """The crew's tie to another."""
    return {"subject": CREW, "relation": relation, "object": other, **dates}


def test_ties_are_in_the_order_of_the_vocabulary() -> None:
    """However the documents have them; from either end, each under the name that it has there."""
    backwards = {"subject": "units/band", "relation": "part-of", "object": CREW}
    atlas = tied(tie("backed", "units/band"), tie("part-of", "units/army"), backwards)
    assert [row.label for row in about(atlas).ties] == ["Part of", "Parts", "Backed"]
    ends = [[text_of(end.said) for end in row.ends] for row in about(atlas).ties]
    assert ends == [["Army"], ["Band"], ["Band"]]
    assert [row.label for row in about(atlas, "units/band").ties] == ["Part of", "Backed by"]


def test_a_tie_that_no_document_states_itself_has_its_speakers() -> None:
    """Whoever is credited is named beside the tie, once; a document's own voice needs no name."""
    claim = {"relations": [tie("backed", "units/army")], "attributed_as": "it is said"}
    credited = {
        **claim,
        "attributed_to": ["the miller", "the clerk"],
        "attributed_as": "said the miller and the clerk",
    }
    facts: dict[str, MadeUp] = {
        "report/a": {**claim, "attributed_to": "unnamed"},
        "report/b": credited,
    }
    entities: dict[str, MadeUp] = {CREW: {}, "units/army": {}}
    (row,) = about(made_up(facts, entities=entities)).ties
    told = "Army (according to an unnamed source, the miller and the clerk)"
    assert text_of(row.ends[0].said) == told
    facts["report/b"] = {**credited, "via": ["the carter"]}
    (row,) = about(made_up(facts, entities=entities)).ties
    through = "the miller and the clerk, via the carter"
    assert text_of(row.ends[0].said) == f"Army (according to an unnamed source; {through})"
    facts["report/b"] = credited
    facts["report/c"] = {"relations": [tie("backed", "units/army")]}
    (row,) = about(made_up(facts, entities=entities)).ties
    assert text_of(row.ends[0].said) == "Army"


def test_a_tie_that_is_only_announced_says_so() -> None:
    """Announced is not arrived: while no claim asserts the tie, the page says how each claim puts it."""
    announced = {"relations": [tie("backed", "units/army")], "modality": "announced"}
    credited = {"attributed_to": ["the miller"], "attributed_as": "said the miller"}
    facts: dict[str, MadeUp] = {"report/a": {**announced, **credited}}
    entities: dict[str, MadeUp] = {CREW: {}, "units/army": {}}

    def said() -> str:
        (row,) = about(made_up(facts, entities=entities)).ties
        return text_of(row.ends[0].said)

    assert said() == "Army (an announcement, according to the miller)"
    facts["report/b"] = {**announced, "modality": "denied"}
    assert said() == "Army (an announcement, a denial)"
    facts["report/b"] = {**announced, "modality": "asserted"}
    assert said() == "Army"


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({}, "Army"),
        ({"from": "1901", "to": "1904"}, "Army 1901 to 1904"),
        ({"from": "1901"}, "Army from 1901 on"),
        ({"to": "1904"}, "Army until 1904"),
    ],
)
def test_a_tie_says_from_when_to_when(dates: dict[str, str], said: str) -> None:
    """A tie with only a beginning goes on; it does not belong to that year alone."""
    (row,) = about(tied(tie("part-of", "units/army", **dates))).ties
    assert [text_of(end.said) for end in row.ends] == [said]


def test_a_tie_that_several_facts_state_appears_once() -> None:
    """With a citation for each fact: of its note where the page has one, else of its own page."""
    atlas = tied(tie("part-of", "units/army"), tie("part-of", "units/army"))
    (row,) = about(atlas, noted=["f-000000t1"]).ties
    (end,) = row.ends
    own, noted = end.citations
    assert "facts/f-000000t0.html" in own
    assert "n-f-000000t1" in noted


def test_spellings_are_there_where_a_document_has_one() -> None:
    """If an entity's only name is ours, and no document uses it, there are no spellings to list."""
    fact = {"report/a": {"statement": f"The [[{CREW}|crew]] worked."}}
    named = about(made_up(fact, entities={CREW: {"name": "crew"}}))
    assert [text_of(one.name) for one in named.spellings] == ["crew"]
    assert all(one.letters for one in named.spellings)
    assert about(made_up(fact, entities={CREW: {"name": "Those at work"}})).spellings == ()
    two = {"name": "Those at work", "aliases": [{"name": "Workers"}]}
    both = about(made_up(fact, entities={CREW: two})).spellings
    assert [(text_of(one.name), one.letters) for one in both] == [
        ("Those at work", ""),
        ("Workers", ""),
    ]


def _box(ties: Iterable[MadeUp]) -> Infobox:
    box = infobox(about(tied(*ties)).ties, real_config().wording)
    assert box is not None
    return box


@pytest.mark.parametrize(("ends", "seen", "more"), [(3, 3, ""), (4, 4, ""), (5, 3, "2 more")])
def test_three_ends_of_a_row_are_seen(ends: int, seen: int, more: str) -> None:
    """If there are more, the rest are folded, but never just one."""
    (row,) = _box(tie("part-of", f"units/u{number}") for number in range(ends)).rows
    assert (len(row.ends), len(row.folded)) == (seen, ends - seen)
    assert not row.folded or row.more == more


@pytest.mark.parametrize(("rows", "seen"), [(4, 4), (5, 5), (6, 4)])
def test_four_rows_are_seen(rows: int, seen: int) -> None:
    """If there are more, the rest are folded, but never just one."""
    relations = list(real_config().vocabulary.relations)[:rows]
    box = _box(tie(relation, "units/army") for relation in relations)
    assert (len(box.rows), len(box.folded)) == (seen, rows - seen)
    assert not box.folded or box.more.split()[0] == str(rows - seen)


def test_nobody_without_ties_has_an_infobox() -> None:
    """An empty box is not shown."""
    assert infobox((), real_config().wording) is None


def test_brackets_do_not_follow_brackets() -> None:
    """Speakers are in brackets, but after words in brackets they follow a comma."""
    atlas = made_up({"report/a": {"attributed_to": ["the miller"], "attributed_as": "he said"}})
    desk = Desk(atlas, find_out(atlas), "index.md")
    claims = [*atlas.claims.values()]
    for told, said in (
        ("12 people", "12 people (according to the miller)"),
        ("12 people (Guards)", "12 people (Guards), according to the miller"),
    ):
        assert text_of(told_by(escape(told), claims, desk)) == said
