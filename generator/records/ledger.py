"""The ledger: when each fact was first published, and when it last changed.

Git knows when a record was written, but not when readers first saw it, and it is missing when the
site is built from an archive or a shallow clone. So `content/ledger.yaml` records it. The command
`ledger` writes it when a version is made, and nobody edits it by hand. A fact that it does not list
yet counts as published with the present version, so running the command never changes a build.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field, PlainValidator

from generator.records import Fact
from generator.records.fields import FactId, Record, _day
from generator.text import dates

PATH = "content/ledger.yaml"

HEADING = """\
# For each fact: the day it was first published, the days when what it says changed (or the first day
# again), and a digest of what it says. Kept by the command `ledger`, never by hand. Lines of withdrawn
# facts stay.
facts:
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """When a fact was first published, when it last changed, and its digest since then.

    `between` are the days of its other changes, in order.
    """

    published: str
    changed: str
    digest: str
    between: tuple[str, ...] = ()

    @property
    def changes(self) -> tuple[str, ...]:
        """The days on which it changed; none if it is as it was first published."""
        return (*self.between, *((self.changed,) if self.changed > self.published else ()))

    def __str__(self) -> str:
        return " ".join((self.published, *self.between, self.changed, self.digest))


def _seen(text: object) -> Seen:
    found = re.fullmatch(r"(\S{10}(?: \S{10})+) ([0-9a-f]{12})", str(text))
    days = [_day(day) for day in found[1].split()] if found else []
    if found is None or days != sorted(days):
        raise ValueError(
            "is not a list of days in order and a digest; restore content/ledger.yaml with git, because it is "
            "never edited by hand"
        )
    first, *between, last = days
    return Seen(first, last, found[2], tuple(between))


class Ledger(Record):
    """All of `content/ledger.yaml`."""

    most: ClassVar[int] = 1_000_000

    facts: dict[FactId, Annotated[Seen, PlainValidator(_seen)]] = Field(default_factory=dict)


def digest(source: str, fact: Fact) -> str:
    """Twelve hexadecimal digits that change when a fact or its source changes.

    Fields that are not given are left out, so a new kind of field changes no digest.
    """
    text = json.dumps([source, _content(fact)], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _content(value: object) -> object:
    """A value as texts, lists and mappings."""
    if isinstance(value, Record):
        fields = type(value).model_fields
        given = {name: getattr(value, name) for name in sorted(value.model_fields_set)}
        return {key: _content(one) for key, one in given.items() if one != fields[key].default}
    if isinstance(value, dict):
        return {key: _content(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [_content(one) for one in value]
    return value.text if isinstance(value, dates.Edtf) else str(value)


def seen(known: Seen | None, now: str, today: str) -> Seen:
    """What the ledger says about a fact, or will say once the version of `today` is made.

    `known` is what it says so far, and `now` the present digest of the fact.
    """
    if known is None:
        return Seen(today, today, now)
    if known.digest == now:
        return known
    earlier = tuple(day for day in known.changes if day < today)
    return Seen(known.published, today, now, earlier)


def written(ledger: Mapping[str, Seen]) -> str:
    """The text of the file, with a line for each fact, so that versions can be compared line by line."""
    return HEADING + "".join(_lines(ledger))


def _lines(ledger: Mapping[str, Seen]) -> Iterator[str]:
    for fact, line in sorted(ledger.items()):
        yield f"  {fact}: {line}\n"
