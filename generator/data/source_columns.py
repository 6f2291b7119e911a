"""The columns of the CSV file of documents."""

from __future__ import annotations

from typing import get_args

from generator.data.models.records import SourceData
from generator.data.tables import Column, Table, attributes
from generator.records.creators import Role


def _dates(of: str) -> tuple[Column, ...]:
    """The columns of a document's date: as the document states it, and as we conclude it."""

    def given(row: SourceData, *, stated: bool) -> list[str]:
        return [one.date for one in row.dates if one.of == of and bool(one.as_stated) == stated]

    return (
        (of, lambda row: given(row, stated=True)),
        (f"{of}_concluded", lambda row: given(row, stated=False)),
    )


def _in_calendar(of: str) -> Column:
    """The column of a document's date in the other calendar that it is converted from."""
    name = f"{of}_in_calendar"
    return name, lambda row: [
        one.in_calendar for one in row.dates if one.of == of and one.in_calendar
    ]


def _creators(role: str) -> Column:
    """The column of a document's creators in a role, those of a person with the family name first."""

    def inverted(row: SourceData) -> list[str]:
        return [
            ", ".join(filter(None, (one.family, one.given))) or one.name
            for one in row.creators
            if one.role == role
        ]

    return f"{role}_names", inverted


def _in_container(part: str) -> Column:
    return (part, lambda row: getattr(row.container, part, None))


SOURCES: Table[SourceData] = Table(
    "sources",
    lambda source: (source,),
    (
        *attributes("ref", "title", "authors", "publisher", "language", "licence"),
        *attributes("seed", "sha256"),
        *attributes("characters", "covered", "skipped", of="coverage"),
        *attributes("url"),
        *(column for of in ("written", "published") for column in _dates(of)),
        *attributes("address", "accessed"),
        *(_creators(role) for role in get_args(Role)),
        ("container", lambda row: row.container and row.container.title),
        *(_in_container(part) for part in ("volume", "issue", "pages")),
        *attributes("number_of_pages", "short"),
        *(_in_calendar(of) for of in ("written", "published")),
    ),
)
