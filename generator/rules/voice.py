"""The rule about our own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.prose import Plain
from generator.problems import Place, Problem, show
from generator.text.folding import fold_line

_QUOTED = re.compile(r"\"([^\"]*)\"")


def our_voice_is_neutral(atlas: Atlas) -> Iterator[Problem]:
    """Loaded words stand in a statement only in a linked name, or quoted from the fact's quote.

    The words are listed in `site_config/language.yaml`. Titles of questions and populations
    have none; what stands inside quotation marks in a statement is verbatim in its passages.
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
        for place, text in titles:
            for word in loaded.findall(text):
                yield Problem(
                    place, "neutral-voice", f"{show(word)} takes a side; say it neutrally"
                )


def _statement(claim: Claim, atlas: Atlas) -> Iterator[Problem]:
    place = claim.entry.place("statement")
    whole = fold_line(claim.words)
    ours = "".join(p.words if isinstance(p, Plain) else "()" for p in claim.statement)
    evidence = [fold_line(sighting.passage.exact) for sighting in claim.sightings]
    for quoted in _QUOTED.findall(whole):
        bare = quoted.rstrip(".,;")
        if bare and not any(bare in passage for passage in evidence):
            message = f"{show(quoted)} is in quotation marks, and not in the fact's passages"
            yield Problem(place, "neutral-voice", message)
    for word in atlas.config.language.load.findall(_QUOTED.sub("", fold_line(ours))):
        message = f"{show(word)} takes a side; say it neutrally, or in quotation marks if it is the quote's"
        yield Problem(place, "neutral-voice", message)
