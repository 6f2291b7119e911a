"""Rules about the site's own voice: it takes no side, and its reasons fit their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.prose import Unlinked
from generator.load.entries import Entry
from generator.problems import Place, Problem, show
from generator.records import Choice, Question
from generator.records.fields import FACT_ID
from generator.rules.evidence import UNSAID, outside_marks
from generator.text.folding import fold_line
from generator.text.matching import IN_QUOTATION_MARKS

_BEGINNING = re.compile(r"([A-Z]\w*) [a-z]")
"""A first word with a capital letter, before a word without one: "The document", not "The Times"."""

_STOPPED = re.compile(r"(?<![.A-Z])\.[\"'”’)]*\Z")
"""A full stop at the end of a text, or before the quotation mark at its end; "U.S." has none."""


def our_voice_is_neutral(atlas: Atlas) -> Iterator[Problem]:
    """We use a loaded word only in a linked name or in quotation marks.

    `defaults/language.yaml` lists the loaded words. Words in quotation marks are, word for word,
    in the passages of the fact, or of a fact that gives this choice. A question's title,
    populations and senses, which apply to all answers, have no loaded word. If one of its facts
    can't be read, a choice is not checked.
    """
    for claim in atlas.claims.values():
        ours = "".join(p.words if isinstance(p, Unlinked) else "()" for p in claim.statement)
        place = claim.entry.place("statement")
        yield from _not_quoted(place, claim.words, [claim])
        yield from _loaded(place, ours, atlas)
    all_read = not any(map(FACT_ID.fullmatch, atlas.unread))
    for question in atlas.questions.values():
        for key, text in question.record.choices.items():
            given = [
                answer.claim
                for answer in atlas.answers.get(question.ref, ())
                if isinstance(answer.given, Choice) and answer.given.choice == key
            ]
            place = question.place("choices", key)
            yield from _not_quoted(place, text, given) if all_read else ()
            yield from _loaded(place, text, atlas)
        yield from _for_all_answers(question, atlas)


def reasons_go_on_a_sentence(atlas: Atlas) -> Iterator[Problem]:
    """A reason under `inferred` follows "Our reading:" on the pages, which add the full stop.

    So it begins with a small letter, unless its first word is a name, and has no full stop at its end.
    """
    language = atlas.config.language
    for claim in atlas.claims.values():
        for field, reason in claim.fact.inferred.items():
            place, found = claim.entry.place("inferred", field), _BEGINNING.match(reason)
            first = found[1] if found else ""
            if first.lower() in (*language.subjects, *language.determiners):
                message = f"pages show this reason after a colon; begin with {show(first.lower())}"
                yield Problem(place, "record", message)
            if _STOPPED.search(reason):
                message = "pages add a full stop after this reason; remove the last one"
                yield Problem(place, "record", message)


def _not_quoted(place: Place, text: str, claims: Iterable[Claim]) -> Iterator[Problem]:
    """What a text has in quotation marks although no passage of these claims has it."""
    marked = IN_QUOTATION_MARKS.findall(fold_line(text))
    shown = [one for claim in claims for one in claim.sightings] if marked else []
    evidence = [fold_line(one.passage.exact) for one in shown]
    for quoted in marked:
        bare = quoted.rstrip(".,;")
        if bare and not any(bare in passage for passage in evidence):
            message = (
                f"{show(quoted)} is in quotation marks but {UNSAID}; copy words "
                "from one of these, or remove the quotation marks"
            )
            yield Problem(place, "neutral-voice", message)


def _loaded(place: Place, text: str, atlas: Atlas) -> Iterator[Problem]:
    """The loaded words of a text outside its quotation marks."""
    for word in atlas.config.language.load.findall(outside_marks(text)):
        message = (
            f"{show(word)} takes a side; use a neutral word, or put the quote's own words "
            "in quotation marks"
        )
        yield Problem(place, "neutral-voice", message)


def _for_all_answers(question: Entry[Question], atlas: Atlas) -> Iterator[Problem]:
    """The loaded words in what applies to all answers to a question."""
    record = question.record
    texts = [(question.place("title"), record.title)]
    texts += [
        (question.place("population", key), one.label) for key, one in record.population.items()
    ]
    texts += [(question.place("basis", key), one.label) for key, one in record.basis.items()]
    for place, text in texts:
        for word in atlas.config.language.load.findall(text):
            message = f"{show(word)} takes a side; use a neutral word"
            yield Problem(place, "neutral-voice", message)
