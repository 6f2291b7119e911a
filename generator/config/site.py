"""Site: what it is called, which version it is, where it stands."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from generator.records.fields import Day, Line, Record, Slots, must_match

LANGUAGE = "en"
"""The language of the statements and of the pages."""

_TAG = re.compile(r"([a-z0-9._-]+@)?[a-z0-9-]+(\.[a-z0-9-]+)+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")

_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/")


class Site(Record):
    """What the site is called, which version it is, and under which licence.

    `about` says in a sentence or two what its documents are; the first page begins with it.
    `released` is the day of the version. `creator` is whom to name for the records; with
    `description`, libraries of books and of Kiwix list it so. `tag` is in whose name ids are made
    (RFC 4151): a domain or a mail address, and a day, month or year on which its owner made them;
    it stays as it is for ever. `address` is where the site stands, and `edit` where a file can be
    changed, with `{path}` in it.
    """

    title: Line
    about: Line | None = None
    version: Line
    licence: Line
    released: Day
    creator: Line
    tag: Annotated[str, must_match(_TAG, "such as example.org,2026")]
    address: Annotated[str, must_match(_ADDRESS, "such as https://example.org/wend/")] | None = None
    edit: Annotated[str, Slots("path")] | None = None
    description: Annotated[str, Field(min_length=1, max_length=80)] | None = None

    def name_of(self, path: str) -> str:
        """The name of a thing for all time, wherever the site stands: a tag URI (RFC 4151)."""
        return f"tag:{self.tag}:{path}"

    def address_of(self, path: str) -> str | None:
        """The address of a file of the site; None where the site's own is not known."""
        return self.address and f"{self.address}{path}"
