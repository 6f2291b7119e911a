"""Works: what is known of a thing that is cited, in whatever form it is then written."""

from __future__ import annotations

from dataclasses import dataclass

from generator.config.vocabulary import Form
from generator.text.dates import Edtf

PAGE = Form(bibtex="misc", ris="ELEC", csl="webpage", schema_org="WebPage")
SITE = Form(bibtex="misc", ris="DATA", csl="dataset", schema_org="Dataset")


@dataclass(frozen=True, slots=True)
class Work:
    """A thing that is cited. What is not known of it is empty: it is left out, and never made up.

    `key` names it within a bibliography. `issued` is a year, `1905`, a month, `1905-05`, or a day,
    `1905-05-31`. `edition` is the version of `container`, the whole that it is a part of.
    """

    key: str
    form: Form
    title: str
    authors: tuple[str, ...] = ()
    container: str = ""
    edition: str = ""
    publisher: str = ""
    genre: str = ""
    issued: str = ""
    language: str = ""
    address: str = ""
    abstract: str = ""
    note: str = ""


def exact(date: Edtf) -> str:
    """A date as bibliographies have dates: a year, a month or a day; '' for any other date."""
    point = date.first
    if date.kind != "on" or point is None or point.uncertain or point.approximate:
        return ""
    return "" if point.year is None or point.decade or point.season else date.text
