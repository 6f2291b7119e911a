"""Rules about places in documents: pages begin where the record says, and locators agree."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.problems import Problem, show
from generator.records.passages import PAGE
from generator.rules.evidence import located_sightings


def pages_are_found(atlas: Atlas) -> Iterator[Problem]:
    """Each page that a source lists begins with words that the text has once after the page before."""
    for document in atlas.documents.values():
        given, name = document.record.pages, document.record.seed
        for index, repeated, before in document.pages.unsettled:
            where = f"{name} after the beginning of page {before}" if before else name
            words = show(given[index].begins)
            if repeated:
                message = f"{words} is more than once in {where}; copy more words"
            else:
                message = (
                    f"{words} is not in {where}; copy the first words of page {given[index].page}, and "
                    "list the pages in their order"
                )
            yield Problem(document.entry.place("pages", index, "begins"), "locator", message)


def locators_agree_with_the_pages(atlas: Atlas) -> Iterator[Problem]:
    """A page that a record gives for a passage is the one that the list of pages gives."""
    for claim in atlas.claims.values():
        pages = claim.document.pages
        for location, sighting in located_sightings(claim):
            given, place = (sighting.passage.locator or {}).get(PAGE), sighting.place
            found = pages.holding(place.start, place.end) if place else ""
            if given and found and given.replace("-", "–") != found:
                message = (
                    f"`page: {given}` contradicts `pages` in content/{claim.source}/source.yaml, where "
                    f"these words are on page {found}; remove it, since the program finds the page, "
                    "or correct `pages`"
                )
                yield Problem(claim.entry.place(*location, "locator", PAGE), "locator", message)
