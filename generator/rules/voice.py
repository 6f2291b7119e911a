"""The rule about the site's own voice: it takes no side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.prose import Unlinked
from generator.problems import Place, Problem, show
from generator.rules.evidence import UNSAID, outside_marks
from generator.text.folding import fold_line
from generator.text.matching import IN_QUOTATION_MARKS


def our_voice_is_neutral(atlas: Atlas) -> Iterator[Problem]:
    """A statement uses a loaded word only in a linked name or in quotation marks.

    `site_config/language.yaml` lists the loaded words. Words in quotation marks are in the fact's
    passages, word for word. A question's title, choices, populations and senses have none.
    """
    for claim in atlas.claims.values():
        yield from _statement(claim, atlas)
    loaded = atlas.config.language.load
    for question in atlas.questions.values():
        record = question.record
        titles: list[tuple[Place, str]] = [(question.place("title"), record.title)]
        titles += [(question.place("choices", key), text) for key, text in record.choices.items()]
        titles += [
            (question.place("population", key), population.label)
            for key, population in record.population.items()
        ]
        titles += [
            (question.place("basis", key), basis.label) for key, basis in record.basis.items()
        ]
        for place, text in titles:
            for word in loaded.findall(text):
                message = f"{show(word)} takes a side; use a neutral word"
                yield Problem(place, "neutral-voice", message)


def _statement(claim: Claim, atlas: Atlas) -> Iterator[Problem]:
    place = claim.entry.place("statement")
    whole = fold_line(claim.words)
    ours = "".join(p.words if isinstance(p, Unlinked) else "()" for p in claim.statement)
    evidence = [fold_line(sighting.passage.exact) for sighting in claim.sightings]
    for quoted in IN_QUOTATION_MARKS.findall(whole):
        bare = quoted.rstrip(".,;")
        if bare and not any(bare in passage for passage in evidence):
            message = (
                f"{show(quoted)} is in quotation marks but {UNSAID}; copy words "
                "from there, or remove the marks"
            )
            yield Problem(place, "neutral-voice", message)
    for word in atlas.config.language.load.findall(outside_marks(ours)):
        message = (
            f"{show(word)} takes a side; use a neutral word, or put the quote's own words "
            "in quotation marks"
        )
        yield Problem(place, "neutral-voice", message)
