"""The wording of the map and of the list of places under it."""

from __future__ import annotations

from typing import Annotated

from generator.records.fields import Phrase, Record, Slots


class MapWords(Record):
    """The map."""

    lead: Annotated[str, Slots("places")]
    orientation: Phrase
    nothing: Phrase
    picture: Annotated[str, Slots("panel")]
    place: Annotated[str, Slots("place", "facts")]
    spot: Phrase
    wide: Phrase
    frame: Phrase
    places: Phrase
    unplaced: Phrase
    about_unplaced: Phrase
    all_facts: Annotated[str, Slots("facts", "place")]
    from_place: Phrase
