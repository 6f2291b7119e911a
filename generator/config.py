"""Configuration: what an editor may change without Python, as typed values."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from generator.dates import DateWords
from generator.fields import Flag, Line, OneAndSeveral, Record, Slots, Slug, must_match
from generator.ledger import Day
from generator.numbers import NumberWords
from generator.spelling import Spelling
from generator.wording import Wording

Kind = Literal["people", "units", "topics"]

_TAG = re.compile(r"([a-z0-9._-]+@)?[a-z0-9-]+(\.[a-z0-9-]+)+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/")


class RelationWords(Record):
    """A relation, named from both ends, and the kinds of things that it ties.

    With `party` each end is a party to what is said of the other. `hierarchy` makes it a tie of
    the hierarchy: the subject is one of the object's `parts`, or of its `people`.
    """

    subject: tuple[Kind, ...]
    object: tuple[Kind, ...]
    label: Line
    reverse: Line
    party: Flag = False
    hierarchy: Literal["parts", "people"] | None = None


class BothEnds(Record):
    """A tie, named from both ends."""

    label: Line
    reverse: Line


class Form(Record):
    """What kind of thing other programs take a document for: types of BibTeX, RIS, CSL, schema.org."""

    bibtex: Slug = "misc"
    ris: Line = "GEN"
    csl: Slug = "document"
    schema_org: Line = "CreativeWork"


class Elsewhere(Record):
    """What the words of our vocabulary are called elsewhere; what is not named is of no known kind."""

    subkinds: dict[Slug, Line] = Field(default_factory=dict)
    source_kinds: dict[Slug, Form] = Field(default_factory=dict)


class Vocabulary(Record):
    """The closed words of the records, each with what a reader is shown."""

    types: dict[Slug, Line]
    modalities: dict[Slug, str]
    subkinds: dict[Kind, dict[Slug, Line]]
    source_kinds: dict[Slug, Line]
    relations: dict[Slug, RelationWords]
    units: dict[Slug, Annotated[tuple[Line, Line], OneAndSeveral]]
    periods: dict[Slug, Line]
    related: dict[str, BothEnds]
    elsewhere: Elsewhere = Elsewhere()
    open_licences: tuple[Line, ...] = ()


class Language(Record):
    """What words of English mean to the rules that hold a record against its quotation."""

    operators: dict[str, tuple[Line, ...]]
    about: tuple[Line, ...]
    fillers: tuple[Line, ...]
    per: dict[Slug, tuple[Line, ...]]
    negations: tuple[Line, ...]
    hedges: tuple[Line, ...]
    reporting: tuple[Line, ...]
    reporting_either_way: tuple[Line, ...]
    passive: tuple[Line, ...]
    loaded: tuple[Line, ...]

    @cached_property
    def negation(self) -> re.Pattern[str]:
        """A word that says no, short forms such as "didn't" among them."""
        return re.compile(rf"\b(?:{_either(self.negations)}|\w+n't)\b", re.IGNORECASE)

    @cached_property
    def hedge(self) -> re.Pattern[str]:
        """A word that says how sure something is, in its own case: "May" is a month."""
        return re.compile(rf"\b(?:{_either(self.hedges)})\b")

    @cached_property
    def report(self) -> re.Pattern[str]:
        """A word by which a text credits somebody."""
        words = (*self.reporting, *self.reporting_either_way)
        return re.compile(rf"\b(?:{_either(words)})\b", re.IGNORECASE)

    @cached_property
    def report_of_what_went_before(self) -> re.Pattern[str]:
        """A word that credits somebody with the words before it: one that no "that" follows."""
        return re.compile(
            rf"\b(?:{_either(self.reporting_either_way)})\b(?! that\b)", re.IGNORECASE
        )

    @cached_property
    def report_by_nobody(self) -> re.Pattern[str]:
        """A word of reporting in the passive: it names whom a report is of, and not whose it is."""
        return re.compile(
            rf"\b(?:{_either(self.passive)}) (?:{self.report.pattern})", re.IGNORECASE
        )

    @cached_property
    def load(self) -> re.Pattern[str]:
        """A word that takes a side."""
        return re.compile(rf"\b(?:{_either(self.loaded)})\b", re.IGNORECASE)


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


class Config(Record):
    """All of `site_config/` that is read as data."""

    site: Site
    vocabulary: Vocabulary
    language: Language
    dates: DateWords
    numbers: NumberWords
    spelling: Spelling
    wording: Wording


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
