"""Rules about places in documents: pages and headings begin where the record says, locators agree."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.atlas.pages import Unsettled
from generator.problems import Problem, show
from generator.records.layout import PageStart
from generator.records.passages import PAGE
from generator.rules.evidence import located_sightings
from generator.text.seed import Seed

_CHARACTERS_SHOWN = 40  # characters


def pages_are_found(atlas: Atlas) -> Iterator[Problem]:
    """Each page of a layout begins after the one before, with words that occur only once there."""
    for document in atlas.documents.values():
        if document.layout is None:
            continue
        for one in document.pages.unsettled:
            page = document.layout.record.pages[one.index]
            field = "at" if one.why == "out" else "begins"
            yield Problem(
                document.layout.place("pages", one.index, field),
                "locator",
                _complaint(one, page, document.record.seed),
            )


def headings_begin_lines(atlas: Atlas) -> Iterator[Problem]:
    """Each heading of a layout begins a line, after the heading before it."""
    for document in atlas.documents.values():
        if document.layout is None:
            continue
        for index in document.headings.misplaced:
            at = document.layout.record.headings[index].at
            yield Problem(
                document.layout.place("headings", index, "at"),
                "locator",
                f"`at: {at}` leads to {_words_at(at, document.seed)} in {document.record.seed}, which is not the "
                "beginning of a line after the heading before it; "
                f"{_line_near(at, document.seed)}, or remove this heading",
            )


def _complaint(unsettled: Unsettled, page: PageStart, seed: str) -> str:
    before = unsettled.before
    where = f"{seed} after the beginning of page {before}" if before else seed
    if unsettled.why == "repeated":
        return f"{show(page.begins)} occurs more than once in {where}; copy more words"
    if unsettled.why == "missing":
        return (
            f"{show(page.begins)} is not in {where}; copy the first words of page {page.page}, and list "
            "the pages in their order"
        )
    return (
        f"`at: {page.at}` leads to no place in {where}; import the document again with `add-document`, or "
        f"write `begins: …` with the first words of page {page.page}"
    )


def _line_near(at: int, seed: Seed | None) -> str:
    """What to write in place of a number that leads to no heading, if the text was mended since."""
    text = seed.text if seed else ""
    starts = (text.rfind("\n", 0, at) + 1, text.find("\n", at) + 1)
    near = min(starts, key=lambda start: abs(start - at))
    if near == at:
        return "list the headings in the order of the document"
    return f"if it is {_words_at(near, seed)}, write `at: {near}`"


def _words_at(at: int, seed: Seed | None) -> str:
    """The words at a place of a text, as far as a message shows them."""
    words = seed.text[at : at + _CHARACTERS_SHOWN].split("\n")[0].strip() if seed else ""
    return show(words) if words else "nothing"


def locators_agree_with_the_pages(atlas: Atlas) -> Iterator[Problem]:
    """A page that a record gives for a passage is the page that the layout gives."""
    for claim in atlas.claims.values():
        pages = claim.document.pages
        for location, sighting in located_sightings(claim):
            given, place = (sighting.passage.locator or {}).get(PAGE), sighting.place
            found = pages.holding(place.start, place.end) if place else ""
            if given and found and _even(given) != _even(found):
                message = (
                    f"`page: {given}` contradicts content/{claim.source}/layout.yaml, where "
                    f"these words are on page {found}; remove it, since the program finds the page, "
                    "or correct the layout"
                )
                yield Problem(claim.entry.place(*location, "locator", PAGE), "locator", message)


def _even(pages: str) -> str:
    """Page numbers without a difference between kinds of dash."""
    return pages.replace("–", "-")
