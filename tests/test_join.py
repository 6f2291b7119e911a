"""Joining: everything by reference, in both directions; what can't be settled stays unsettled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.atlas.atlas import Atlas, Claimant
from generator.atlas.join import join
from generator.records.ledger import Seen, digest
from tests.made_up import MadeUp, answered_by, claim, entries_of, fact_id, made_up, name_of


def names(claims: tuple[Any, ...]) -> list[str]:
    """The names of the facts, in order."""
    return [name_of(one.id) for one in claims]


def test_claims_are_in_the_order_of_the_documents() -> None:
    """By document, then by the place of the first quotation, then by id; so is each list of them."""
    atlas = made_up(
        {
            "report/a": {"quote": "Third, fourth.", "topics": ["topics/town"]},
            "report/b": {"quote": ["First.", "Third"], "topics": ["topics/town"]},
            "report/d": {"quote": "Third,"},
            "report/e": {"quote": "Third,"},
            "report/c": {"quote": "Nowhere."},
            "letter/f": {},
        },
        texts={"report": "First.\nSecond.\nThird, fourth."},
    )
    assert names(tuple(atlas.claims.values())) == ["f", "c", "b", "d", "e", "a"]
    assert list(atlas.claims) == [one.id for one in atlas.claims.values()]
    assert [claim(atlas, one).position for one in "cba"] == [(0, 0), (0, 6), (15, 29)]
    assert names(atlas.drawn_from["sources/report"]) == ["c", "b", "d", "e", "a"]
    assert names(atlas.about["topics/town"]) == ["b", "a"]
    assert names(atlas.said_by["sources/report"]) == ["c", "b", "d", "e", "a"]


def test_everything_is_sorted() -> None:
    """By reference, whatever the order of the files."""
    atlas = made_up(
        {"report/b": {}, "letter/a": {}},
        entities={"units/b": {}, "people/a": {}},
        questions={
            "why": {"title": "Why?", "choices": {"so": "so"}},
            "how": {"title": "How?", "unit": "person"},
        },
    )
    assert list(atlas.entities) == ["people/a", "units/b"]
    assert list(atlas.questions) == ["questions/how", "questions/why"]
    assert list(atlas.drawn_from) == ["sources/letter", "sources/report"]
    assert list(atlas.said_by) == ["sources/letter", "sources/report"]


def test_what_a_claim_is_about() -> None:
    """Whom it links, credits, ties or explains, and its topics; each once, if it is an entity."""
    fact = {
        "statement": "[[people/ada|Ada]] met the [[Guild]] and [[nobody]].",
        "attributed_to": ["people/edo", "officials of the [[units/town|town]]"],
        "via": ["units/press"],
        "topics": ["topics/bell", "topics/road"],
        "relations": [{"subject": "people/ney", "relation": "met", "object": "people/ada"}],
        "resolves": {"the road": "topics/road", "they": "some people"},
    }
    atlas = made_up({"report/a": fact}, entities={"units/guild": {}})
    assert sorted(atlas.about) == [
        "people/ada",
        "people/edo",
        "people/ney",
        "topics/bell",
        "topics/road",
        "units/guild",
        "units/press",
        "units/town",
    ]
    assert claim(atlas, "a").spoken_of == {
        "people/ada",
        "people/ney",
        "topics/bell",
        "topics/road",
        "units/guild",
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("self", Claimant("sources/report", "self", "sources/report", ())),
        ("unnamed", Claimant("sources/report unnamed", "unnamed", None, ())),
        ("people/ada", Claimant("people/ada", "entity", "people/ada", ())),
        ("a guard", Claimant("sources/report a guard", "words", None, ())),
        ("[[people/ada|Ada]]'s men", Claimant("sources/report Ada's men", "words", None, ())),
        ("people/Ada", Claimant("sources/report people/Ada", "words", None, ())),
    ],
)
def test_who_says_it(given: str, expected: Claimant) -> None:
    """A document, an entity, nobody, or words that only this document has for somebody."""
    atlas = made_up({"report/a": {"attributed_to": given}})
    (found,) = claim(atlas, "a").claimants
    assert replace(found, prose=()) == expected
    assert names(atlas.said_by[expected.key]) == ["a"]


def test_how_speakers_are_read() -> None:
    """A document by its short name; links in the words for somebody are links."""
    speakers = ["unnamed", "[[people/ada|Ada]]'s men", "people/edo"]
    facts = {"report/a": {"attributed_to": speakers, "via": ["a guard"]}, "report/b": {}}
    atlas = made_up(facts, documents={"report": {"short": "The Report"}})
    found = claim(atlas, "a")
    assert [one.words for one in found.claimants] == ["unnamed", "Ada's men", "people/edo"]
    assert [one.words for one in found.via] == ["a guard"]
    assert [one.words for one in claim(atlas, "b").claimants] == ["The Report"]
    assert [link.ref for link in found.linked] == ["people/ada", "people/edo"]


def test_passages_are_looked_for() -> None:
    """Quotes, context and crediting words in the fact's own document, and all of them together."""
    fact = {
        "quote": ["Ada left.", "Edo stayed."],
        "context": "In May",
        "attributed_to": "a guard",
        "attributed_as": "said a guard",
    }
    texts = {"report": "In May Ada left. Edo stayed, said a guard.", "letter": "Edo stayed."}
    found = claim(made_up({"report/a": fact}, texts=texts), "a")
    assert [one.place is not None for one in found.sightings] == [True, False, True, True]
    assert [one.passage.exact for one in found.sightings] == [
        "Ada left.",
        "Edo stayed.",
        "In May",
        "said a guard",
    ]
    assert found.credit is not None
    assert found.credit.place is not None
    assert found.credit.place.start == texts["report"].index("said")
    assert claim(made_up({"report/a": {}}), "a").credit is None


def test_a_claim_is_told_apart_from_a_changed_one() -> None:
    """By a digest of its fact and of the document that makes it."""
    fact = {"statement": "Ada left.", "quote": "Ada left."}
    alike = made_up({"report/a": fact, "report/b": {"when": "1905"}})
    other = made_up({"letter/a": fact, "report/b": {"when": "1906"}})
    again = made_up({"report/a": fact, "report/b": {"when": "1906"}})
    one, two, three = (
        [claim(atlas, key).digest for key in "ab"] for atlas in (alike, other, again)
    )
    assert one[0] == three[0] != two[0]
    assert one[1] != two[1] == three[1]


def test_a_document_is_read_in_its_language() -> None:
    """Its sentences go on after the abbreviations of that."""
    atlas = made_up({"brief/a": {}}, documents={"brief": {"language": "de"}})
    seed = atlas.documents["sources/brief"].seed
    assert seed is not None
    assert seed.language == "de"
    assert seed.abbreviations == atlas.config.words_of("de").language.abbreviations
    assert "bzw" in seed.abbreviations


def test_a_scale_belongs_to_its_number() -> None:
    """The words that do so come from the configuration."""
    texts = {"report": "They paid 3 million."}
    found = claim(made_up({"report/a": {"quote": "They paid 3"}}, texts=texts), "a")
    assert (len(found.quotes[0].places), len(found.quotes[0].cut)) == (0, 1)


def test_what_is_skipped_is_known_and_bounds_passages() -> None:
    """A passage may begin where a skipped one ends; the skipped stretches are in order."""
    texts = {"report": "Page1Ada left.Page2\nPage3"}
    skips = {"report": [{"exact": "Page3"}, {"pattern": r"Page[12]"}], "letter": [{"exact": "x"}]}
    atlas = made_up({"report/a": {"quote": "Ada left."}}, texts=texts, skips=skips)
    document = atlas.documents["sources/report"]
    assert document.skipped == ((0, 5), (14, 19), (20, 25))
    assert document.skip_ends == {0, 5, 14, 19, 20, 25}
    assert len(document.skips) == 2
    assert claim(atlas, "a").quotes[0].place is not None
    unskipped = made_up({"report/a": {"quote": "Ada left."}}, texts=texts)
    assert claim(unskipped, "a").quotes[0].place is None


def test_a_document_without_its_text_has_no_claims() -> None:
    """Nor has one without a record; both are told by rules."""
    entries = entries_of({"report/a": {}, "letter/b": {}}, skips={"report": [{"exact": "x"}]})
    textless = join(replace(entries, seeds={"letter.txt": entries.seeds["letter.txt"]}))
    assert names(tuple(textless.claims.values())) == ["b"]
    assert textless.documents["sources/report"].seed is None
    assert textless.documents["sources/report"].skipped == ()
    homeless = join(replace(entries, sources=entries.sources[:1]))
    assert list(homeless.documents) == ["sources/letter"]
    assert names(tuple(homeless.claims.values())) == ["b"]


def test_what_could_not_be_read() -> None:
    """A file that has a problem, and a fact of a document without a text or a record."""
    entries = entries_of({"report/a": {}, "letter/b": {}})
    assert join(entries).unread == frozenset()
    textless = {name: seed for name, seed in entries.seeds.items() if name != "report.txt"}
    changed = replace(entries, seeds=textless, unread=frozenset(["people/ada"]))
    assert join(changed).unread == {"people/ada", fact_id("a")}


def test_an_id_that_is_used_again() -> None:
    """The first fact in the order of the files keeps it; the others are set aside."""
    entries = entries_of({"letter/b": {}, "report/a": {}, "letter/a": {}, "memoir/a": {}})
    atlas = join(entries)
    assert claim(atlas, "a").source == "sources/report"
    assert names(tuple(atlas.claims.values())) == ["b", "a"]
    assert [one.home for one in atlas.repeated_ids] == ["sources/letter", "sources/memoir"]


def test_a_published_fact_keeps_its_id() -> None:
    """Wherever its copy is; once both say something else, the first in the order of the files."""
    entries = entries_of({"letter/a": {}, "report/a": {"note": "so"}, "memoir/a": {}})
    kept = next(one for one in entries.facts if one.home == "sources/report")
    known = Seen("1903-01-02", "1903-01-02", digest(kept.home, kept.record))
    for ledger, home in (
        ({kept.ref: known}, "sources/report"),
        ({kept.ref: replace(known, digest="0" * 12)}, "sources/letter"),
    ):
        atlas = join(replace(entries, ledger=ledger))
        assert claim(atlas, "a").source == home
        assert home not in {one.home for one in atlas.repeated_ids}
        assert len(atlas.repeated_ids) == 2


def test_names_and_aliases_lead_to_entities() -> None:
    """Each spelling of each; a name that two bear leads to neither."""
    entities = {"people/ada": {"aliases": ["Mrs Okoro", "A. O."]}, "people/edo": {"aliases": ["A. O."]}}  # fmt: skip
    atlas = made_up({"report/a": {"statement": "[[Mrs Okoro]], [[A. O.]]"}}, entities=entities)
    assert atlas.names.bearers("Ada") == ("people/ada",)
    assert [(one.ref, one.candidates) for one in claim(atlas, "a").linked] == [
        ("people/ada", ("people/ada",)),
        (None, ("people/ada", "people/edo")),
    ]


CAME = {
    "title": "How many came?",
    "unit": "person",
    "population": {
        "guards": "Guards",
        "carters": "Carters",
        "smiths": "Smiths",
        "townsfolk": {"label": "Townsfolk", "made_of": ["carters", "smiths"]},
        "all": {"label": "All", "made_of": ["guards", "townsfolk"]},
    },
    "basis": {
        "present": {"label": "there", "time": "moment"},
        "dead": {"label": "died", "time": "so_far"},
    },
    "topics": ["topics/town"],
}


def count(*population: str, basis: str = "present", answers: str | None = "came") -> MadeUp:
    """A figure that counts some people."""
    facets = {"population": [*population], "basis": basis}
    asked = {"answers": f"questions/{answers}"} if answers else {}
    return {"as_stated": "12", "number": 12, "unit": "person", **facets, **asked}


def asked(facts: Mapping[str, MadeUp], **within: Any) -> Atlas:
    """The atlas of these facts, with a question that is a part of the one they answer."""
    narrower = {"title": "And of those?", "broader": "questions/came", "within": within}
    return made_up(facts, questions={"came": CAME, "part": narrower})


def test_answers_to_a_question() -> None:
    """Each figure and choice that answers it, with its place among those of its fact."""
    choice = {"answers": "questions/came", "choice": "many"}
    atlas = asked(
        {
            "report/a": {
                "figures": [count("guards", answers=None), count("guards"), count("guards")],
                "choices": [choice, {**choice, "answers": "questions/unheard-of"}],
            },
            "letter/b": {"figures": [count("carters")]},
        },
        population=["guards"],
    )
    found = atlas.answers["questions/came"]
    assert [(one.key, one.question) for one in found] == [
        ((fact_id("b"), "figure", 0), "questions/came"),
        ((fact_id("a"), "figure", 1), "questions/came"),
        ((fact_id("a"), "figure", 2), "questions/came"),
        ((fact_id("a"), "choice", 0), "questions/came"),
    ]
    assert [one.key for one in atlas.answers["questions/unheard-of"]] == [
        (fact_id("a"), "choice", 1)
    ]
    assert list(atlas.answers) == ["questions/came", "questions/part", "questions/unheard-of"]


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ({"population": ["guards"]}, ["a", "f"]),
        ({"population": ["townsfolk"]}, ["b", "c"]),
        ({"population": ["carters", "guards"]}, ["a", "b", "f"]),
        ({"population": ["all"]}, ["a", "b", "c", "d", "f"]),
        ({"basis": ["dead"]}, ["f"]),
        ({"basis": ["present", "dead"]}, ["a", "b", "c", "d", "e", "f"]),
        ({"population": ["guards"], "basis": ["present"]}, ["a"]),
        ({"population": ["unheard-of"]}, []),
        ({}, ["a", "b", "c", "d", "e", "f"]),
    ],
)
def test_answers_to_a_narrower_question(within: dict[str, list[str]], expected: list[str]) -> None:
    """Those to the broader that lie within: all whom they count, and in one of its senses."""
    facts = {
        "report/a": {"figures": [count("guards")]},
        "report/b": {"figures": [count("carters")]},
        "report/c": {"figures": [count("carters", "smiths")]},
        "report/d": {"figures": [count("all")]},
        "report/e": {"figures": [count("unheard-of")]},
        "report/f": {"figures": [count("guards", basis="dead")]},
    }
    atlas = asked(facts, **within)
    assert answered_by(atlas.answers["questions/part"]) == expected
    assert {one.question for one in atlas.answers["questions/part"]} <= {"questions/came"}


def test_a_narrower_question_of_nothing_has_no_answers() -> None:
    """Nobody answers the broader one; or there is none, and a rule says so."""
    unanswered = asked({"report/a": {}}, population=["guards"])
    assert unanswered.answers == {"questions/part": ()}
    alone = made_up(
        {"report/a": {}},
        questions={"part": {"title": "?", "broader": "questions/no", "within": {"basis": ["x"]}}},
    )
    assert alone.answers == {}


def test_answers_of_a_fact_and_about_an_entity() -> None:
    """By question: a fact's own, and those of facts that mention it or whose topic it is."""
    facts: dict[str, MadeUp] = {
        "report/a": {
            "figures": [count("guards"), count("carters")],
            "statement": "[[units/guild|Guild]]",
        },
        "report/b": {"figures": [count("guards")]},
    }
    atlas = asked(facts, population=["guards"])
    own = {
        name_of(fact): {ref: [one.index for one in given] for ref, given in by_question.items()}
        for fact, by_question in atlas.answers_of.items()
    }
    assert own == {
        "a": {"questions/came": [0, 1], "questions/part": [0]},
        "b": {"questions/came": [0], "questions/part": [0]},
    }
    about = {
        ref: {question: answered_by(given) for question, given in by_question.items()}
        for ref, by_question in atlas.asked_about.items()
    }
    assert about == {
        "topics/town": {"questions/came": []},
        "units/guild": {"questions/came": ["a", "a"], "questions/part": ["a"]},
    }
    assert list(atlas.asked_about) == ["topics/town", "units/guild"]


@pytest.mark.parametrize(
    ("inferred", "readings"),
    [
        ({}, [None, None, None]),
        ({"when": "so"}, [None, None, None]),
        ({"figures": "counted"}, ["counted", None, None]),
        ({"choices": "meant"}, [None, "meant", "meant"]),
        # The reason for a question is the reason for its answers.
        ({"questions/why": "asked"}, [None, "asked", None]),
        ({"questions/why": "asked", "choices": "meant"}, [None, "asked", "meant"]),
        ({"questions/came": "asked", "figures": "counted"}, ["asked", None, None]),
    ],
)
def test_why_a_quote_is_read_as_an_answer(inferred: MadeUp, readings: list[str | None]) -> None:
    """By the question, or by the field of the fact."""
    question = {"title": "Why?", "choices": {"bread": "for bread"}}
    choices = [{"answers": f"questions/{ref}", "choice": "bread"} for ref in ("why", "how")]
    atlas = made_up(
        {"report/a": {"figures": [count("guards")], "choices": choices, "inferred": inferred}},
        questions={
            "why": question,
            "how": question,
            "came": {"title": "How many?", "unit": "person"},
        },
    )
    found = [atlas.answers[f"questions/{ref}"][0].reading for ref in ("came", "why", "how")]
    assert found == readings


def test_a_topic_of_a_question_that_its_answers_mention() -> None:
    """It keeps the answers that mention it; its questions are in order."""
    facts = {"report/a": {"figures": [count("guards")], "topics": ["topics/town"]}}
    about = asked(facts, population=["guards"]).asked_about["topics/town"]
    assert {ref: answered_by(given) for ref, given in about.items()} == {
        "questions/came": ["a"],
        "questions/part": ["a"],
    }
    other = {"title": "A?", "unit": "person", "topics": ["topics/town"]}
    both = made_up(facts, questions={"came": CAME, "alone": other}).asked_about["topics/town"]
    assert list(both) == ["questions/alone", "questions/came"]


def test_related_facts_know_of_each_other() -> None:
    """What one record says is known from both; which one says it is kept."""
    facts = {
        "report/a": {"related_facts": [{"fact": fact_id("b"), "how": "updates", "note": "so"}]},
        "letter/b": {"related_facts": [{"fact": fact_id("z"), "how": "repeats"}]},
    }
    found = {
        name_of(fact): [(name_of(one.fact), one.how, one.note, one.reverse) for one in some]
        for fact, some in made_up(facts).related.items()
    }
    assert found == {
        "a": [("b", "updates", "so", False)],
        "b": [("z", "repeats", None, False), ("a", "updates", "so", True)],
        "z": [("b", "repeats", None, True)],
    }


def test_what_is_not_joined_is_handed_on() -> None:
    """Pages that are written by hand, the ledger and the map."""
    entries = entries_of({"report/a": {}})
    changed = replace(entries, pages={"about/index.md": "About"})
    atlas = join(changed)
    assert (atlas.pages, atlas.ledger, atlas.gazetteer) == ({"about/index.md": "About"}, {}, None)
    assert atlas.config is entries.config
