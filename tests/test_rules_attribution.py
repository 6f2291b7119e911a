"""The rules about who is credited, at their edges."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.rules.attribution import (
    claimants_are_credited,
    credits_stand_by_their_claims,
    own_voice_credits_nobody,
)
from tests.made_up import MadeUp, complaints, made_up

ENTITIES: Mapping[str, MadeUp] = {
    "people/ada": {"name": "Ada Okoro", "aliases": ["Mrs Okoro"]},
    "units/guild": {},
}


def credited(*speakers: str, by: str | MadeUp, **fields: object) -> MadeUp:
    """A fact with these speakers and crediting words."""
    return {"attributed_to": [*speakers], "attributed_as": by, **fields}


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        # By a name, an alias, or words that the record explains.
        (credited("people/ada", by="said Ada Okoro"), []),
        (credited("people/ada", by="said Mrs  Okoro"), []),
        (credited("people/ada", by="said Mrs Okorova"), ["attributed_to 0: attribution"]),
        (credited("people/ada", by="said she"), ["attributed_to 0: attribution"]),
        (credited("people/ada", by="said she", resolves={"she": "people/ada"}), []),
        (credited("people/ada", by="said both", resolves={"both": "[[people/ada|Ada]] and Edo"}), []),
        (credited("people/ada", by="said she", resolves={"she": "units/guild"}), ["attributed_to 0: attribution"]),
        (credited("people/ada", by="said she", context="Ada Okoro"), ["attributed_to 0: attribution"]),
        (credited("people/ada", "units/guild", by="said Ada Okoro"), ["attributed_to 1: attribution"]),
        (credited("people/nobody", by="said Nobody"), []),
        # By the document's words.
        (credited("a guard", by="said a guard"), []),
        (credited("a  guard’s wife", by="said a guard's wife"), []),
        (credited("a guard", by="said the guard"), ["attributed_to 0: attribution"]),
        (credited("a guard", by="said a guardian"), ["attributed_to 0: attribution"]),
        (credited("a guard", by="A guard said"), []),
        (credited("a guard", by="said a Guard"), ["attributed_to 0: attribution"]),
        (credited("A guard", by="said a guard"), ["attributed_to 0: attribution"]),
        # A name or a reference, as it is not written: the page of whoever it is would lack the claim.
        (credited("Ada Okoro", by="said Ada Okoro"), ["attributed_to 0: attribution"]),
        (credited("Okoro", by="said Ada Okoro"), ["attributed_to 0: attribution"]),
        (credited("Okoro", by="said Edo Okoro"), []),
        (credited("People/Ada.yaml", by="said Ada Okoro"), ["attributed_to 0: attribution"]),
        (credited("content/people/ada", by="said Ada Okoro"), ["attributed_to 0: attribution"]),
        (credited("friends of Ada Okoro", by="said friends of Ada Okoro"), []),
        (credited("men of [[Guild]]", by="said men of Guild"), []),
        # By nobody.
        (credited("unnamed", by="it is said that"), []),
        (credited("unnamed", by="it happened that"), ["attributed_to 0: attribution"]),
        (credited("unnamed", by="Ada Okoro said"), ["attributed_to 0: attribution"]),
        (credited("unnamed", by="Ada Okoro is said"), []),
        (credited("unnamed", by="somebody said"), []),
        # The document speaks for itself.
        ({}, []),
        # Through whom it came: named in any passage.
        (credited("a guard", by="a guard", via=["units/guild"]), ["via 0: attribution"]),
        (credited("a guard", by="a guard", via=["units/guild"], context="Guild"), []),
        (credited("a guard", by="a guard", via=["units/none"]), []),
        (credited("a guard", by="a guard", via=["units/none", "units/guild"]), ["via 1: attribution"]),
        (credited("a guard", by="a guard", via=["a clerk", "unnamed"]), ["via 0: attribution"]),
        (credited("a guard", by="a guard", via=["a clerk"], quote="a clerk left"), []),
        # What is inferred is no credit, and is a field of a fact.
        ({"inferred": {"when": "so"}}, []),
        ({"inferred": {"attributed_to": "so"}}, ["inferred attributed_to: attribution"]),
        ({"inferred": {"via": "so", "attributed_as": "so"}}, ["inferred via: attribution", "inferred attributed_as: attribution"]),
        ({"inferred": {"whence": "so"}}, ["inferred whence: record"]),
    ],
)  # fmt: skip
def test_who_is_credited(fact: MadeUp, found: list[str]) -> None:
    """The crediting words name everybody; of those between, some passage does."""
    names = complaints(claimants_are_credited, made_up({"report/a": fact}, entities=ENTITIES))
    assert names == [f"report/a {one}" for one in found]


@pytest.mark.parametrize(
    ("text", "fact", "near"),
    [
        ("Ada said they left.", {"quote": "they left", "by": "Ada said"}, True),
        ("Ada spoke. They left. Edo came.", {"quote": "They left.", "by": "Ada spoke"}, True),
        ("Ada spoke. Edo came. They left.", {"quote": "They left.", "by": "Ada spoke"}, False),
        ("They left. Ada spoke. Edo came.", {"quote": "They left.", "by": "Ada spoke"}, False),
        ("Ada spoke.\nThey left.", {"quote": "They left.", "by": "Ada spoke"}, False),
        ("Ada spoke. Edo came. They left.", {"quote": "They left.", "by": "Ada spoke", "context": "Edo came."}, True),
        ("Ada spoke. Edo came. They left.", {"quote": ["They left.", "Edo came."], "by": "Ada spoke"}, True),
        ("They left. I heard it, Ada said. Edo came.", {"quote": "They left. I", "by": "Ada said"}, True),
        # What is not in its document is another rule's.
        ("Ada spoke. Edo came. They left.", {"quote": "They stayed.", "by": "Ada spoke"}, True),
        ("Ada spoke. Edo came. They left.", {"quote": "They left.", "by": "Ada wrote"}, True),
    ],
)  # fmt: skip
def test_how_near_the_credit_is(text: str, fact: MadeUp, near: bool) -> None:
    """In a sentence of the quotation or its context, or the one before it."""
    record = {**credited("Ada", by=fact["by"]), **{key: fact[key] for key in fact if key != "by"}}
    atlas = made_up({"report/a": record}, texts={"report": text})
    assert complaints(credits_stand_by_their_claims, atlas) == (
        [] if near else ["report/a attributed_as: attribution"]
    )


@pytest.mark.parametrize(
    ("text", "fact", "own"),
    [
        ("They left.", {}, True),
        # The quotation reports.
        ("They said so.", {}, False),
        ("They said so.", {"note": "They “said” it often."}, True),
        ("They said so.", {"note": "They said it often."}, False),
        ("They said so, and claimed it.", {"note": "They “said” it."}, False),
        ("They said so.", {"type": "role"}, False),
        ("They said so.", {"attributed_to": "Ada", "attributed_as": "They"}, True),
        # Its sentence does, before or after it.
        ("Ada said that they left.", {"quote": "they left."}, False),
        ("They left, said Ada.", {"quote": "They left"}, False),
        ("They left, and said that it rained.", {"quote": "They left"}, True),
        # Words that report only with "that" do so too where they end the sentence, or before a name.
        ("They left, Ada Okoro noted.", {"quote": "They left"}, False),
        ("They left, Ada noted on Sunday.", {"quote": "They left"}, False),
        ("They left, noted Ada.", {"quote": "They left"}, False),
        ("They left, noted for their songs.", {"quote": "They left"}, True),
        ("They left, it rained. Ada noted.", {"quote": "They left"}, True),
        ("They left, Ada noted. It rained on all who were at the river.", {}, True),
        ("They left, Ada noted.", {"quote": "They left", "note": "It is “noted” in jest."}, True),
        ("They left, Ada noted.", {}, False),
        ("They left, Ada noted on Sunday.", {}, False),
        ("They left, noted Ada.", {}, False),
        ("They left, Ada found a bell.", {"quote": "They left"}, True),
        ("They left, and Ada found that it rained.", {"quote": "They left"}, True),
        ("They left, the guild's hold on Wend.", {"quote": "They left"}, True),
        ("As Ada noted, they left.", {"quote": "they left."}, False),
        ("They left, as Ada noted.", {"quote": "They left"}, False),
        ("They left, as Ada found a bell.", {"quote": "They left"}, True),
        ("Ada is of the view that they left.", {}, False),
        ("Ada has it on good authority that they left.", {}, False),
        ("Ada is on record that they left.", {}, False),
        ("Word has reached Ada that they left.", {}, False),
        ("They left it on record.", {}, True),
        ("They left, in Ada's view.", {"quote": "They left"}, False),
        ("They left, per Ada.", {"quote": "They left"}, False),
        ("They left at 10 shillings per man.", {"quote": "They left"}, True),
        ("Ada said that they left.", {"quote": "they left.", "type": "role"}, True),
        ("Ada said that they left.", {"quote": "they left.", "type": "identity"}, True),
        ("Ada said that they left.", {"quote": "they left.", "type": "background"}, True),
        ("Ada said that they left.", {"quote": "they left.", "note": "“said”"}, True),
        ("They left, said Ada.", {"quote": "They left", "note": "“said”"}, True),
        ("Ada said so. They left. Edo said no.", {"quote": "They left."}, True),
        ("Ada said so.\nThey left.", {"quote": "They left."}, True),
        # Some words credit somebody only before "that", a colon or a mark, or before a name.
        ("Ada believes that they left.", {"quote": "they left."}, False),
        ("Ada maintained that they left.", {"quote": "they left."}, False),
        ("Ada maintained them, and they left.", {"quote": "they left."}, True),
        ("Ada noted: they left.", {"quote": "they left."}, False),
        ("Ada added, “so” they left.", {"quote": "they left."}, False),
        ("Ada tweeted: they left.", {"quote": "they left."}, False),
        ("Rumours had it that they left.", {"quote": "they left."}, False),
        ("In Ada’s words, they left.", {"quote": "they left."}, False),
        ("Per Ada, they left.", {"quote": "they left."}, False),
        ("Ten per year, and they left.", {"quote": "they left."}, True),
        # A title before a name does not end the sentence.
        ("According to Amb. Okoro, they left.", {"quote": "they left."}, False),
        ("According to Maj.-Gen. Okoro, they left.", {"quote": "they left."}, False),
        ("Ada said no. They left.", {"quote": "They left."}, True),
        # It stands in quotation marks.
        ("“They left.” Ada nodded.", {"quote": "They left."}, False),
        ("“They left.” Ada nodded.", {"quote": "“They left.”"}, False),
        ("“They left.” Ada nodded.", {"quote": "“They left.”", "type": "role"}, False),
        ("“They left.” Ada nodded.", {"quote": "“They left.” Ada nodded."}, True),
        ("“They left, Ada nodded.", {"quote": "They left"}, False),
        ("“They left”, Ada nodded.", {"quote": "They left”,"}, False),
        ("“They left,” Ada nodded, “then.”", {"quote": "They left,” Ada nodded, “then"}, True),
        ("(“They left.”) Ada nodded.", {"quote": "(“They left."}, True),
        ("Ada “nodded”. They left.", {"quote": "They left."}, True),
        ("They “left” Ada.", {"quote": "They “left” Ada."}, True),
        ("They left the “town”.", {"quote": "They left the “town”"}, True),
        ("The 6\" gun. They left.", {"quote": "They left."}, True),
        ("“No.”\nThey left.", {"quote": "They left."}, True),
        ("“No” and “They left.”", {"quote": "They left."}, False),
        ("« They left. » Ada nodded.", {"quote": "They left."}, False),
        ("So: »They left.« Ada nodded.", {"quote": "They left."}, False),
        ("「They left.」 Ada nodded.", {"quote": "They left."}, False),
        # Single marks are told from apostrophes by the one that opens.
        ("‘They left.’ Ada nodded.", {"quote": "They left."}, False),
        ("‘They left the guards’ town.’ Ada nodded.", {"quote": "They left the guards’ town."}, True),
        ("The ‘town’ is old. They left Ada’s.", {"quote": "They left Ada’s."}, True),
        ("‘Tis so. They left.", {"quote": "They left."}, True),
        ("The guards’ town. They left.", {"quote": "They left."}, True),
        ("‘They left’, Ada nodded.", {"quote": "They left’,"}, False),
        ("So ‘no’ and ‘they left.’ Ada nodded.", {"quote": "they left."}, False),
        ("So ‘no’ and ‘they left Ada’s town.’ Ada nodded.", {"quote": "town."}, False),
        ("‘No.’‘They left.’ Ada nodded.", {"quote": "They left."}, False),
        ("'They left.' Ada nodded.", {"quote": "They left."}, False),
        ("They left. ‘No,’ Ada nodded.", {"quote": "They left."}, True),
        ("(‘They left.’) Ada nodded.", {"quote": "(‘They left."}, True),
        ("They left the guards’ town.", {"quote": "They left the"}, True),
        ("Ada‘s men left the guards’ town.", {"quote": "left the"}, True),
        ("‘They left the town.\nThe guards’ men came.", {"quote": "They left the town."}, True),
        # Between commas, but not in a clause about what went before.
        ("They left the town, Ada noted, for the hills of the guards.", {}, False),
        ("They left the town, which Ada noted, for the hills of the guards.", {}, True),
        ("They left the town, where Ada noted, for the hills of the guards.", {}, True),
        ("They left the town, Ada noted for the hills of the guards.", {}, True),
        # A second quotation is asked too; what is not in its document is another rule's.
        ("They left. Edo said so.", {"quote": ["They left.", "Edo said so."]}, False),
        ("They left.", {"quote": "They came."}, True),
    ],
)  # fmt: skip
def test_the_own_voice_of_a_document(text: str, fact: MadeUp, own: bool) -> None:
    """Neither the quotation nor its sentence credits anybody, by a word or by marks."""
    record = {"quote": text, **fact}
    found = complaints(
        own_voice_credits_nobody, made_up({"report/a": record}, texts={"report": text})
    )
    place = "quote 1" if isinstance(record["quote"], list) else "quote"
    assert found == ([] if own else [f"report/a {place}: own-voice"])


def test_whom_no_passage_names_has_a_next_step() -> None:
    """Somebody with a record may be meant by other words; words are copied."""
    fact = credited("a guard", by="a guard", via=["units/guild", "a clerk"])
    told = [
        one.message
        for one in claimants_are_credited(made_up({"report/a": fact}, entities=ENTITIES))
    ]
    assert "do not name units/guild; add the words that name it to `context`" in told[0]
    assert "'a clerk' is not in `quote`" in told[1]


def test_a_complaint_is_at_the_words_of_a_passage() -> None:
    """Not at its prefix, where it has one."""
    speech = {"quote": {"prefix": "“", "exact": "They left."}}
    atlas = made_up({"report/a": speech}, texts={"report": "“They left.” Ada nodded."})
    assert complaints(own_voice_credits_nobody, atlas) == ["report/a quote exact: own-voice"]
    by = {"suffix": "Edo", "exact": "Ada spoke."}
    atlas = made_up(
        {"report/a": {**credited("Ada", by=by), "quote": "They left."}},
        texts={"report": "Ada spoke. Edo came. They left."},
    )
    assert complaints(credits_stand_by_their_claims, atlas) == [
        "report/a attributed_as exact: attribution"
    ]


def test_reference_marks_are_not_part_of_a_credit() -> None:
    """Where the source has them: they do not stand between its words."""
    fact = credited("a guard of the town", by="said a guard[43] of the town")
    marked = made_up({"report/a": fact}, documents={"report": {"reference_marks": True}})
    assert complaints(claimants_are_credited, marked) == []
    assert complaints(claimants_are_credited, made_up({"report/a": fact})) == [
        "report/a attributed_to 0: attribution"
    ]
