"""The rule about bylines: they say who wrote a document, and credit nobody with a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.atlas.passages import SeedPlace
from generator.config.language import Language
from generator.problems import Problem, show
from generator.rules.evidence import words_of
from generator.text.seed import Seed

_AGENCY = re.compile(r"(?:[^\W\d][\w .,'/-]{0,60} )?\((?=[^()]*[^\W\da-z])[\w ./-]{2,30}\) ?- ")
_IN_CAPITALS = re.compile(r"(?m)^[A-ZÀ-ÖØ-ÞА-ЯЁ][A-ZÀ-ÖØ-ÞА-ЯЁ/., ]{1,40} ?- ")


def bylines_credit_nobody(atlas: Atlas) -> Iterator[Problem]:
    """A byline such as "By Ada Byron" or "(AP) –" is neither a quote nor a credit.

    It says who wrote the document, which belongs in `source.yaml`.
    """
    for claim in atlas.claims.values():
        language = words_of(claim, atlas).language
        credit = claim.credit
        if credit and credit.place and is_byline(credit.place, claim.seed, language):
            message = (
                f"{show(credit.passage.exact)} is a byline, which says who wrote the document, not "
                "whom it credits; write `attributed_to: self`, remove `attributed_as`, and name the "
                f"author in content/{claim.source}/source.yaml"
            )
            yield Problem(claim.entry.place("attributed_as", "exact"), "byline", message)
        for index, sighting in enumerate(claim.quotes):
            if sighting.place and is_byline(sighting.place, claim.seed, language):
                message = (
                    f"{show(sighting.passage.exact)} is a byline, which makes no claim; name the author "
                    f"in content/{claim.source}/source.yaml, and quote what the document says"
                )
                yield Problem(claim.entry.place("quote", index, "exact"), "byline", message)


def is_byline(place: SeedPlace, seed: Seed, language: Language) -> bool:
    """Whether a passage is in a byline: a whole line, or what is before the dash of a first line.

    If several lines begin with capitals and a dash, as in a play, these name speakers.
    """
    text, (start, end) = seed.folded.text, place.folded
    first, last = seed.folded_paragraph(start)
    if language.byline.fullmatch(text, first, last):
        return True
    found = _AGENCY.match(text, first) or _IN_CAPITALS.match(text, first)
    if found is None or end > found.end():
        return False
    return found.re is _AGENCY or len(_IN_CAPITALS.findall(text)) == 1
