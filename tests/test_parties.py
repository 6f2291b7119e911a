"""Who speaks about things it has a stake in, as the documents' own words show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.findings.membership import belonging
from generator.findings.parties import parties
from tests.made_up import MadeUp, made_up, name_of

ENTITIES: Mapping[str, MadeUp] = {
    "people/ada": {"aliases": ["Mrs Okoro"]},
    "people/edo": {},
    "units/guild": {},
    "units/press": {},
    "topics/bell": {},
    "topics/road": {},
}


def tie(relation: str, subject: str = "people/ada", other: str = "units/guild") -> MadeUp:
    """The fields of a fact that ties two."""
    return {"relations": [{"subject": subject, "relation": relation, "object": other}]}


def by(*speakers: str, **fields: Any) -> MadeUp:
    """The fields of a fact that credits these."""
    return {"attributed_to": [*speakers], "attributed_as": "they say", **fields}


OF_THE_GUILD = {"statement": "The [[units/guild|Guild]] met."}
OF_THE_BELL = {"statement": "The [[topics/bell|Bell]] rang."}
LED = {"statement": "[[people/ada|Ada]] led it, the [[units/guild|Guild]].", **tie("commanded")}


def stakes(
    facts: Mapping[str, MadeUp],
    entities: Mapping[str, MadeUp] | None = None,
    documents: Mapping[str, MadeUp] | None = None,
) -> dict[str, list[str]]:
    """By fact, who speaks of its own part in what; and what shows that, of which fact."""
    atlas = made_up(facts, entities={**ENTITIES, **(entities or {})}, documents=documents)
    return {
        name_of(fact): [
            f"{one.speaker.key}: {one.to}"
            + "".join(f" ({name_of(by.id)}: {words})" for by, words in one.shown)
            for one in some
        ]
        for fact, some in parties(atlas).items()
    }


def test_a_tie_that_makes_a_party() -> None:
    """Whoever commands a body is a party to it, and it to whoever commands it, in any document."""
    facts = {
        "report/a": LED,
        "letter/b": {**OF_THE_GUILD, **by("people/ada")},
        "letter/c": {**by("units/guild"), "statement": "[[people/ada|Ada]] came."},
        "letter/d": {**OF_THE_BELL, **by("people/ada")},
        "letter/e": {**OF_THE_GUILD, **by("people/edo")},
    }
    shown = "Ada led it, the Guild."
    assert stakes(facts) == {
        "b": [f"people/ada: units/guild (a: {shown})"],
        "c": [f"units/guild: people/ada (a: {shown})"],
    }


@pytest.mark.parametrize("relation", ["met", "inspired", "unheard-of"])
def test_a_tie_that_makes_none(relation: str) -> None:
    """Only the ties that the vocabulary marks do."""
    facts = {"report/a": tie(relation), "letter/b": {**OF_THE_GUILD, **by("people/ada")}}
    assert stakes(facts) == {}


@pytest.mark.parametrize(
    ("modality", "is_party"),
    [("asserted", True), ("announced", True), ("predicted", True), ("denied", False)],
)
def test_a_denied_tie_makes_no_party(modality: str, is_party: bool) -> None:
    """Words by which two have nothing to do with each other show no stake."""
    denial = {**tie("allied-with"), "modality": modality}
    found = stakes({"report/a": denial, "letter/b": {**OF_THE_GUILD, **by("people/ada")}})
    assert [*found] == (["b"] if is_party else [])


def test_the_first_tie_shows_it() -> None:
    """Of several the first in the documents; what speaks of the tie itself counts as well."""
    facts = {
        "letter/a": {**LED, "quote": "Ada led the Guild from the first."},
        "report/b": {**LED, "quote": "Ada led the Guild at last.", **by("people/ada")},
    }
    assert stakes(facts) == {
        "b": ["people/ada: units/guild (a: Ada led the Guild from the first.)"]
    }


def test_the_words_that_show_it_name_who_speaks() -> None:
    """Of several passages the first that names it, by any of its spellings; else the quotation."""
    passages = {"quote": ["She led the Guild.", "That was mrs okoro."], "context": "Ada then."}
    ties = {"report/a": {**tie("commanded"), **passages}}
    about = {**OF_THE_GUILD, **by("people/ada")}
    assert stakes({**ties, "letter/b": about}) == {"b": ["people/ada: units/guild (a: Ada then.)"]}
    named = {"people/ada": {"aliases": ["mrs okoro"]}}
    assert stakes({**ties, "letter/b": about}, named) == {
        "b": ["people/ada: units/guild (a: That was mrs okoro.)"]
    }
    unknown = {"report/a": {**tie("commanded", "people/nobody"), **passages}}
    spoken = {**OF_THE_GUILD, **by("people/nobody")}
    assert stakes({**unknown, "letter/b": spoken}) == {
        "b": ["people/nobody: units/guild (a: She led the Guild.)"]
    }


def test_a_party_by_its_record() -> None:
    """A record names the fact that shows it, and may name the words; these go before a tie's."""
    facts = {
        "report/a": {"quote": ["Ada cast the bell.", "She was proud."]},
        "report/b": {**tie("took-part-in", other="topics/bell"), "quote": "Ada rang the bell."},
        "report/c": {**tie("attacked", other="topics/bell"), "quote": "Ada struck the bell."},
        "letter/d": {**OF_THE_BELL, **by("people/ada")},
    }
    named = {"people/ada": {"party": [{"to": "topics/bell", "fact": "f-0000000a"}]}}
    assert stakes(facts, named) == {"d": ["people/ada: topics/bell (a: Ada cast the bell.)"]}
    worded = {
        "people/ada": {"party": [{"to": "topics/bell", "fact": "f-0000000a", "words": "proud"}]}
    }
    assert stakes(facts, worded) == {"d": ["people/ada: topics/bell (a: proud)"]}
    unshown = {"people/ada": {"party": [{"to": "topics/bell", "fact": "f-0000000z"}]}}
    assert stakes(facts, unshown) == {"d": ["people/ada: topics/bell (c: Ada struck the bell.)"]}


def test_a_document_is_a_party_too() -> None:
    """By its own record; and its own voice is that of its authors and its publisher."""
    facts = {
        "report/a": {"quote": "We cast the bell."},
        "report/b": OF_THE_BELL,
        "letter/c": OF_THE_BELL,
        "report/d": {**OF_THE_BELL, **by("people/edo")},
    }
    party = {"party": [{"to": "topics/bell", "fact": "f-0000000a"}]}
    shown = "(a: We cast the bell.)"
    assert stakes(facts, documents={"report": party}) == {
        "b": [f"sources/report: topics/bell {shown}"]
    }
    written = {"report": {"authors": ["A clerk", "people/ada"], "publisher": "units/press"}}
    assert stakes(facts, {"people/ada": party}, written) == {
        "b": [f"sources/report: topics/bell {shown}"]
    }
    assert stakes(facts, {"units/press": party}, written) == {
        "b": [f"sources/report: topics/bell {shown}"]
    }
    assert stakes(facts, {"people/edo": party}, written) == {
        "d": [f"people/edo: topics/bell {shown}"]
    }


def test_who_speaks_of_itself() -> None:
    """A document's own voice that speaks of its author or publisher; a named speaker need not be told."""
    about = {"statement": "[[people/ada|Ada]] and the [[units/press|Press]] agree."}
    facts = {"report/a": about, "letter/b": about, "report/c": {**about, **by("people/ada")}}
    written = {"report": {"authors": ["people/ada"], "publisher": "units/press"}}
    assert stakes(facts, documents=written) == {
        "a": ["sources/report: people/ada", "sources/report: units/press"]
    }


def test_every_speaker_of_the_chain_counts() -> None:
    """Those credited and those through whom it came, each once; in the order of the chain."""
    facts = {
        "report/a": LED,
        "report/b": tie("commanded", "people/edo", "topics/road"),
        "letter/c": {**OF_THE_GUILD, **by("people/edo", via=["people/ada", "people/ada"])},
        "letter/d": {
            "statement": "The [[units/guild|Guild]] on the [[topics/road|Road]].",
            **by("people/edo", "people/ada", via=["a clerk", "unnamed"]),
        },
    }
    found = {name: [one.partition(" (")[0] for one in some] for name, some in stakes(facts).items()}
    assert found == {
        "c": ["people/ada: units/guild"],
        "d": ["people/edo: topics/road", "people/ada: units/guild"],
    }


def test_a_document_and_its_author_are_listed_once() -> None:
    """Where the same words show the same stake of both; other words, or another fact's, are told too."""
    facts = {
        "report/a": {"quote": "We cast the bell."},
        "report/b": {"quote": "We cast the bell: the others did not."},
        "report/c": OF_THE_BELL,
    }

    def told(**shown: str) -> dict[str, list[str]]:
        own = {"to": "topics/bell", "fact": "f-0000000a"}
        entities: Mapping[str, MadeUp] = {"people/ada": {"party": [{**own, **shown}]}}
        documents: Mapping[str, MadeUp] = {"report": {"authors": ["people/ada"], "party": [own]}}
        return stakes(facts, entities, documents)

    first = "sources/report: topics/bell (a: We cast the bell.)"
    assert told() == {"c": [first]}
    assert told(words="We cast") == {"c": [first, "sources/report: topics/bell (a: We cast)"]}
    assert told(fact="f-0000000b", words="We cast the bell.") == {
        "c": [first, "sources/report: topics/bell (b: We cast the bell.)"]
    }


def test_words_for_somebody_are_not_a_party() -> None:
    """Words such as "officials of the Guild" tell by themselves whose they are."""
    facts = {
        "report/a": LED,
        "letter/b": {**OF_THE_GUILD, **by("officials of [[people/ada|Ada]]")},
        "letter/c": {**OF_THE_GUILD, **by("unnamed")},
    }
    assert stakes(facts, documents={"letter": {"authors": ["people/ada"]}}) == {}


def test_what_one_is_a_party_to_is_in_order() -> None:
    """Several are told by reference."""
    facts = {
        "report/a": {**tie("carried-out", other="topics/road"), "quote": "Ada made the road."},
        "report/b": {**tie("attacked", other="topics/bell"), "quote": "Ada struck the bell."},
        "letter/c": {"topics": ["topics/road", "topics/bell"], **by("people/ada")},
    }
    assert stakes(facts) == {
        "c": [
            "people/ada: topics/bell (b: Ada struck the bell.)",
            "people/ada: topics/road (a: Ada made the road.)",
        ]
    }


STATE: Mapping[str, MadeUp] = {
    "people/clerk": {},
    "people/captain": {},
    "people/rower": {},
    "people/miller": {},
    "units/watch": {},
    "units/fleet": {},
    "units/crown": {},
    "units/mill": {},
    "units/rivals": {},
    "units/court": {},
    "topics/raid": {},
}
"""A captain commands the fleet, which is part of the crown; so is the watch, with its clerk."""


def one_tie(subject: str, relation: str, other: str, **fields: Any) -> MadeUp:
    """A fact that ties two, in the words "captain commanded fleet"."""
    ends = subject.partition("/")[2], other.partition("/")[2]
    return {"quote": f"{ends[0]} {relation} {ends[1]}", **tie(relation, subject, other), **fields}


TIES: Mapping[str, MadeUp] = {
    "report/1": one_tie("people/captain", "commanded", "units/fleet"),
    "report/2": one_tie("units/fleet", "part-of", "units/crown"),
    "report/3": one_tie("people/clerk", "held-office", "units/watch"),
    "report/4": one_tie("units/watch", "part-of", "units/crown"),
    "report/5": one_tie("people/rower", "belonged-to", "units/fleet"),
    "report/6": one_tie("units/crown", "fought", "units/rivals"),
    "report/7": one_tie("units/crown", "carried-out", "topics/raid"),
    "report/8": one_tie("people/miller", "held-office", "units/mill"),
}


def of(*refs: str, speaker: str) -> MadeUp:
    """A fact that somebody tells about these, under their topics."""
    return {"topics": [*refs], **by(speaker)}


@pytest.mark.parametrize(
    ("speaker", "spoken_of", "stake"),
    [
        # Office to body, body to state, and all the way; down again too.
        ("people/captain", ["units/fleet"], ["units/fleet: 1"]),
        ("people/captain", ["units/crown"], ["units/crown: 1 2"]),
        ("units/fleet", ["units/crown"], ["units/crown: 2"]),
        ("people/rower", ["units/crown"], ["units/crown: 5 2"]),
        ("units/crown", ["people/captain"], ["people/captain: 1 2"]),
        ("units/crown", ["units/fleet", "people/clerk"], ["people/clerk: 3 4", "units/fleet: 2"]),
        # Those of one state, by the nearest body that both are under.
        ("people/clerk", ["units/fleet"], ["units/fleet: 3 4 2"]),
        ("units/watch", ["people/captain"], ["people/captain: 4 1 2"]),
        ("people/rower", ["people/captain"], ["people/captain: 5 1"]),
        ("people/captain", ["people/clerk", "units/watch"], ["people/clerk: 1 2 3 4", "units/watch: 1 2 4"]),
        # A nearer way makes the others needless.
        ("people/captain", ["units/fleet", "units/watch"], ["units/fleet: 1"]),
        ("people/captain", ["units/crown", "units/rivals"], ["units/crown: 1 2"]),
        ("people/captain", ["units/watch", "units/rivals"], ["units/watch: 1 2 4"]),
        # Who holds an office has the stakes of what it is of; a mere member has not.
        ("people/captain", ["units/rivals"], ["units/rivals: 1 2 6"]),
        ("people/clerk", ["topics/raid"], ["topics/raid: 3 4 7"]),
        ("units/fleet", ["units/rivals"], ["units/rivals: 2 6"]),
        ("people/rower", ["units/rivals"], []),
        ("people/rower", ["topics/raid"], []),
        # Nobody else is a party, whatever office he holds elsewhere.
        ("people/miller", ["units/crown"], []),
        ("people/miller", ["people/captain", "units/rivals", "topics/raid"], []),
        ("people/captain", ["units/mill", "people/miller"], []),
        ("units/rivals", ["units/fleet"], []),
        ("people/captain", ["people/captain"], []),
        ("people/nobody", ["units/crown"], []),
    ],
)  # fmt: skip
def test_from_office_to_body_to_state(speaker: str, spoken_of: list[str], stake: list[str]) -> None:
    """A party is whoever belongs to what is spoken of, with the words that show each step."""
    facts = {**TIES, "letter/z": of(*spoken_of, speaker=speaker)}
    atlas = made_up(facts, entities=STATE)
    found = [
        f"{one.to}: {' '.join(name_of(by.id) for by, _ in one.shown)}"
        for one in parties(atlas).get("f-0000000z", ())
    ]
    assert found == stake


@pytest.mark.parametrize(
    "step",
    [
        one_tie("people/captain", "met", "people/clerk"),
        one_tie("people/captain", "inspired", "units/fleet"),
        one_tie("people/captain", "took-part-in", "topics/raid"),
        one_tie("people/captain", "led", "topics/raid"),
        one_tie("people/captain", "held-office", "units/fleet", modality="announced"),
        one_tie("people/captain", "held-office", "units/fleet", modality="denied"),
        one_tie("people/captain", "spoke-for", "people/clerk"),
        one_tie("units/court", "led", "units/crown"),
    ],
)
def test_what_is_not_a_step_up(step: MadeUp) -> None:
    """Only who is of a body, and only what is asserted of him, leads up to the state."""
    facts = {
        "report/2": TIES["report/2"],
        "report/3": step,
        "letter/z": of("units/crown", speaker="people/captain"),
        "letter/y": of("units/fleet", speaker="units/court"),
    }
    found = parties(made_up(facts, entities=STATE))
    assert "f-0000000z" not in found
    assert "f-0000000y" not in found


def test_the_fewest_words_show_a_step() -> None:
    """Of several claims, the one whose words tell it most shortly; each words are told once."""
    facts = {
        **TIES,
        "report/a": one_tie(
            "units/fleet", "part-of", "units/crown", quote="the fleet is the crown's"
        ),
        "report/b": one_tie("units/fleet", "part-of", "units/crown", quote="crown fleet"),
        "letter/z": of("units/crown", speaker="people/captain"),
    }
    (stake,) = parties(made_up(facts, entities=STATE))["f-0000000z"]
    assert [words for _, words in stake.shown] == ["captain commanded fleet", "crown fleet"]
    both = {
        "relations": [
            {"subject": "people/captain", "relation": "commanded", "object": "units/fleet"},
            {"subject": "units/fleet", "relation": "part-of", "object": "units/crown"},
        ],
        "quote": "fleet of captain",
    }
    facts = {"report/a": both, "letter/z": of("units/crown", speaker="people/captain")}
    (stake,) = parties(made_up(facts, entities=STATE))["f-0000000z"]
    assert [words for _, words in stake.shown] == ["fleet of captain"]


def test_a_circle_of_parts_comes_to_an_end() -> None:
    """Documents may put two bodies under each other; neither is above itself."""
    facts = {
        "report/1": one_tie("units/fleet", "part-of", "units/crown"),
        "report/2": one_tie("units/crown", "part-of", "units/fleet"),
        "report/3": one_tie("people/captain", "commanded", "units/fleet"),
    }
    found = belonging(made_up(facts, entities=STATE))
    assert {ref: [*above] for ref, above in found.items()} == {
        "people/captain": ["units/fleet", "units/crown"],
        "units/crown": ["units/fleet"],
        "units/fleet": ["units/crown"],
    }


def test_the_nearest_way_up_is_taken() -> None:
    """A unit said to be of an army and of its brigade is under the army by one step."""
    facts = {
        "report/1": one_tie("people/captain", "commanded", "units/watch"),
        "report/2": one_tie("units/watch", "part-of", "units/fleet"),
        "report/3": one_tie("units/fleet", "part-of", "units/crown"),
        "report/4": one_tie("units/watch", "part-of", "units/crown"),
    }
    found = belonging(made_up(facts, entities=STATE))["people/captain"]
    assert {to: [name_of(by.id) for by, _ in path] for to, path in found.items()} == {
        "units/watch": ["1"],
        "units/fleet": ["1", "2"],
        "units/crown": ["1", "4"],
    }
