"""Who speaks of what it has a part in, as the documents' own words show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

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
            + (f" ({name_of(one.shown[0].id)}: {one.shown[1]})" if one.shown else "")
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
    """Only those ties do that the vocabulary marks."""
    facts = {"report/a": tie(relation), "letter/b": {**OF_THE_GUILD, **by("people/ada")}}
    assert stakes(facts) == {}


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


def test_a_document_and_its_author_are_told_once() -> None:
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


def test_words_for_somebody_are_no_party() -> None:
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
