"""Bibliographies: works as BibTeX, RIS and CSL-JSON, and in the head of a page.

A field that is not known is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.data import work_dates
from generator.data.creators import CreatorName
from generator.data.work_dates import WorkDate, biblatex
from generator.data.works import Work

_LATEX = {
    **{character: f"\\{character}" for character in "&%$#_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""Characters that LaTeX would read as commands. BibTeX counts braces even after a backslash."""

_SPLIT = re.compile(r",|\band\b", re.IGNORECASE)
"""What BibTeX takes for the end of a name or of a part of one."""

_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
"""The field of BibTeX for what a work of a type appeared in."""

_WHOLE = ("BOOK", "EBOOK", "MANSCPT", "PAMP", "RPRT", "THES")
"""The types of RIS in which SP is the number of pages, not the first page."""

_SPECIAL = re.compile(r"[&%$#_\\{}~^]")
_JOINED = re.compile(r"([-'`,<>?!])(?=\1|(?<=[?!])`)")
"""Signs that LaTeX joins with the next one: `--` to a dash, `''` to a quotation mark."""


@lru_cache(maxsize=2**14)  # a claim is in the file of its document, in that of all, and on its page
def bibtex(work: Work) -> str:
    """An entry for BibTeX and BibLaTeX, in UTF-8.

    A person is `Family, Given`. Braces keep programs from splitting any other name, or either part
    of this one.
    """
    year, month, day = (*work.issued.split("-"), "", "")[:3]
    fields = {
        "author": _bibtex_names(work.authors),
        "editor": _bibtex_names(work.editors),
        "translator": _bibtex_names(work.translators),
        "title": f"{{{_latex(work.title)}}}",
        _CONTAINERS.get(work.form.bibtex, "howpublished"): _latex(work.container),
        "volume": _latex(work.volume),
        "number": _latex(work.issue),
        "pages": _latex(work.pages.replace("–", "-")).replace("-", "--"),
        "pagetotal": work.number_of_pages,
        "version": _latex(work.edition),
        "publisher": f"{{{_latex(work.publisher)}}}" if work.publisher else "",
        "type": _latex(work.genre),
        "year": year or _words(work.issued_about),
        "month": month and str(int(month)),
        "day": day and str(int(day)),
        "date": biblatex(work.issued_about.date) if work.issued_about else "",
        "eventdate": biblatex(work.happened.date) if work.happened else "",
        "url": work.address,
        "urldate": work.accessed,
        "language": work.language,
        "abstract": _latex(work.abstract),
        "note": _latex(work.note),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{work.form.bibtex}{{{work.key},\n{lines}}}\n"


def _bibtex_names(names: tuple[CreatorName, ...]) -> str:
    return " and ".join(map(_bibtex_name, names))


def _bibtex_name(name: CreatorName) -> str:
    if not name.family or not name.given:
        return f"{{{_latex(name.inverted)}}}"
    return ", ".join(
        f"{{{_latex(part)}}}" if _SPLIT.search(part) else _latex(part)
        for part in (name.family, name.given)
    )


def _latex(text: str) -> str:
    return _JOINED.sub(r"\1{}", _SPECIAL.sub(lambda found: _LATEX[found.group()], text))


@lru_cache(maxsize=2**14)
def ris(work: Work) -> str:
    """A record in RIS, with a line for each tag."""
    return "".join(f"{tag}  - {_on_one_line(value)}\n" for tag, value in _tags(work)) + "ER  - \n"


def _on_one_line(text: str) -> str:
    """A text as a value of RIS, in which a line break could begin another tag."""
    return " ".join(text.split())


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    first, _, last = work.pages.replace("–", "-").partition("-")
    day = (*work.issued.split("-"), "", "", "")[:3]
    given = (
        ("TY", work.form.ris),
        ("ID", work.key),
        *(("AU", _ris_name(one)) for one in work.authors),
        *(("ED", _ris_name(one)) for one in work.editors),
        *(("A4", _ris_name(one)) for one in work.translators),
        ("TI", work.title),
        ("T2", work.container),
        ("VL", work.volume),
        ("IS", work.issue),
        ("SP", first if work.pages else work.number_of_pages * (work.form.ris in _WHOLE)),
        ("EP", last),
        ("ET", work.edition),
        ("PB", work.publisher),
        ("M3", work.genre),
        ("PY", day[0]),
        ("DA", _ris_date(work)),
        ("LA", work.language),
        ("UR", work.address),
        ("Y2", f"{work.accessed.replace('-', '/')}/" if work.accessed else ""),
        ("AB", work.abstract),
        ("N1", work.note),
    )
    return ((tag, value) for tag, value in given if value)


def _ris_name(name: CreatorName) -> str:
    """A name in RIS, where a suffix, such as the Jr. of "King, Jr.", comes after the given name."""
    family, _, suffix = name.family.partition(", ")
    return ", ".join(filter(None, (family, name.given, suffix))) or name.listed


def csl(work: Work) -> dict[str, object]:
    """An item of CSL-JSON, in which no program splits a name unless the record does.

    `custom` has dates in EDTF, and under `cites` the document that a claim cites, with the place.
    """
    item = {
        "id": work.key,
        "type": work.form.csl,
        "title": work.title,
        "author": _csl_names(work.authors),
        "editor": _csl_names(work.editors),
        "translator": _csl_names(work.translators),
        "container-title": work.container,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "number-of-pages": work.number_of_pages,
        "version": work.edition,
        "publisher": work.publisher,
        "genre": work.genre,
        "issued": _date_parts(work.issued) or _csl_date(work.issued_about),
        "event-date": _csl_date(work.happened),
        "language": work.language,
        "URL": work.address,
        "accessed": _date_parts(work.accessed),
        "abstract": work.abstract,
        "note": work.note,
        "custom": {**dict(work.dates), **({"cites": dict(work.cites)} if work.cites else {})},
    }
    return {name: value for name, value in item.items() if value}


def _csl_names(names: tuple[CreatorName, ...]) -> list[dict[str, str]]:
    return [_csl_name(one) for one in names]


def _csl_name(name: CreatorName) -> dict[str, str]:
    if not name.family:
        return {"literal": name.name}
    given = {"given": name.given} if name.given else {}
    return {"family": name.family, **given}


def _words(dated: WorkDate | None) -> str:
    return _latex(dated.words) if dated else ""


def _ris_date(work: Work) -> str:
    if work.issued:
        return "/".join((*work.issued.split("-"), "", "", "")[:4])
    return work_dates.ris(work.issued_about) if work.issued_about else ""


def _csl_date(dated: WorkDate | None) -> dict[str, object]:
    return work_dates.csl(dated) if dated else {}


def _date_parts(date: str) -> dict[str, object]:
    parts = [int(part) for part in date.split("-") if part]
    return {"date-parts": [parts]} if parts else {}


def head_fields(work: Work) -> Iterator[tuple[str, str]]:
    """The fields, by name, with which the head of a page describes a work to Zotero and others."""
    given = {
        "citation_title": work.title,
        "citation_publication_date": work.issued.replace("-", "/"),
        "citation_language": work.language,
        "citation_public_url": work.address,
        "citation_abstract": " ".join(filter(None, (work.note, work.abstract))),
    }
    yield from (("citation_author", one.listed) for one in work.authors)
    yield from ((name, value) for name, value in given.items() if value)


def as_bibtex(works: Iterable[Work]) -> str:
    """A bibliography for BibTeX."""
    return "\n".join(map(bibtex, works))


def as_ris(works: Iterable[Work]) -> str:
    """A bibliography in RIS."""
    return "\n".join(map(ris, works))


def as_csl(works: Iterable[Work]) -> str:
    """A bibliography in CSL-JSON, with a line for each work."""
    items = ",\n".join(map(_csl_line, works))
    return f"[\n{items}\n]\n"


@lru_cache(maxsize=2**14)
def _csl_line(work: Work) -> str:
    return json.dumps(csl(work), ensure_ascii=False)


FORMATS = {"bib": as_bibtex, "ris": as_ris, "csl.json": as_csl}
"""Each form of a bibliography, by the ending of its files."""
