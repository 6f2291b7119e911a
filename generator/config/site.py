"""Site: its title, version, licence and address."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from generator.records.fields import Line, Record, Slots, WrittenDay, must_match

LANGUAGE = "en"
"""The language of statements and pages."""

_TAG = re.compile(r"([a-z0-9._-]+@)?[a-z0-9-]+(\.[a-z0-9-]+)+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")

_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/")

_CONTACT = re.compile(r"mailto:[^\s@<>\"']+@[a-z0-9-]+(\.[a-z0-9-]+)+|https://[^\s<>\"']+")

_ON_THE_WEB = must_match(re.compile(r"https://[^\s<>\"']+"), "an address that begins with https://")


class Site(Record):
    """The title, version and licence of the site, and what else it says about itself.

    `about` says in a sentence or two what the documents are; the first page begins with it.
    `released` is the day of the version. `creator` is whom to name as the maker of the records;
    libraries of books and Kiwix show it with `description`. `tag` is the base of all permanent
    names (RFC 4151): a domain or mail address, and a date on which its owner made them. It never
    changes. `address` is the address of the published site.

    Readers can correct a record where its file can be seen or changed (`edit`, with `{path}` and
    perhaps `{line}`), or with a form (`report`, with `{page}`). `contact` is where they can object
    in private: a web address, or an email address after `mailto:`.
    """

    title: Line
    about: Line | None = None
    version: Line
    licence: Line
    released: WrittenDay
    creator: Line
    tag: Annotated[str, must_match(_TAG, "a domain and a date, such as example.org,2026")]
    address: (
        Annotated[str, must_match(_ADDRESS, "an address such as https://example.org/wend/")] | None
    ) = None
    edit: Annotated[str, Slots("path", may=("line",)), _ON_THE_WEB] | None = None
    report: Annotated[str, Slots("page"), _ON_THE_WEB] | None = None
    contact: (
        Annotated[str, must_match(_CONTACT, "an address such as mailto:us@example.org")] | None
    ) = None
    description: Annotated[str, Field(min_length=1, max_length=80)] | None = None

    def name_of(self, path: str) -> str:
        """The permanent name of a thing, wherever the site is published: a tag URI (RFC 4151)."""
        return f"tag:{self.tag}:{path}"

    def address_of(self, path: str) -> str | None:
        """The address of a file of the site; None if the site has no address."""
        return self.address and f"{self.address}{path}"
