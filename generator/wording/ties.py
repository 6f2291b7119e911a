"""The wording of what ties show: the hierarchy and the pictures of connections."""

from __future__ import annotations

from typing import Annotated

from generator.fields import OneAndSeveral, Phrase, Record, Slots

PeopleApart = Annotated[str, Slots("count", "people")]


class HierarchyWords(Record):
    """The page of what is a part of what, and who led it or belonged to it."""

    lead: Annotated[str, Slots("ties", "documents")]
    differ: Phrase
    span: Annotated[str, Slots("first", "last")]
    above: Annotated[str, Slots("others")]
    elsewhere: Annotated[str, Slots("body")]
    apart: Phrase
    apart_lead: Phrase
    people: Annotated[tuple[PeopleApart, PeopleApart], OneAndSeveral]
