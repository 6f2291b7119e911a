"""Bibliographies: works as BibTeX, RIS and CSL-JSON, and in the head of a page.

A field that is not known is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.data.works import Work

_LATEX = {
    **{character: f"\\{character}" for character in "&%$#_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""Characters that LaTeX would read as commands. BibTeX counts even a brace with a backslash."""

_SPECIAL = re.compile(r"[&%$#_\\{}~^]")


@lru_cache(maxsize=2**14)  # a claim is in the file of its document, in that of all, and on its page
def bibtex(work: Work) -> str:
    """An entry for BibTeX and BibLaTeX, in UTF-8, in which no program splits a name."""
    year, month, day = (*work.issued.split("-"), "", "")[:3]
    fields = {
        "author": " and ".join(f"{{{_latex(name)}}}" for name in work.authors),
        "title": f"{{{_latex(work.title)}}}",
        "howpublished": _latex(work.container),
        "version": _latex(work.edition),
        "publisher": f"{{{_latex(work.publisher)}}}" if work.publisher else "",
        "type": _latex(work.genre),
        "year": year,
        "month": month and str(int(month)),
        "day": day and str(int(day)),
        "url": work.address,
        "urldate": work.accessed,
        "language": work.language,
        "abstract": _latex(work.abstract),
        "note": _latex(work.note),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{work.form.bibtex}{{{work.key},\n{lines}}}\n"


def _latex(text: str) -> str:
    return _SPECIAL.sub(lambda found: _LATEX[found.group()], text)


@lru_cache(maxsize=2**14)
def ris(work: Work) -> str:
    """A record in RIS, with a line for each tag."""
    return (
        "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in _tags(work)) + "ER  - \n"
    )


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    day = (*work.issued.split("-"), "", "", "")[:3]
    given = (
        ("TY", work.form.ris),
        ("ID", work.key),
        *(("AU", name) for name in work.authors),
        ("TI", work.title),
        ("T2", work.container),
        ("ET", work.edition),
        ("PB", work.publisher),
        ("M3", work.genre),
        ("PY", day[0]),
        ("DA", f"{'/'.join(day)}/" if work.issued else ""),
        ("LA", work.language),
        ("UR", work.address),
        ("Y2", f"{work.accessed.replace('-', '/')}/" if work.accessed else ""),
        ("AB", work.abstract),
        ("N1", work.note),
    )
    return ((tag, value) for tag, value in given if value)


def csl(work: Work) -> dict[str, object]:
    """An item of CSL-JSON, in which no program splits a name.

    `custom` has dates in EDTF, and under `cites` the document that a claim cites, with the place.
    """
    item = {
        "id": work.key,
        "type": work.form.csl,
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        "container-title": work.container,
        "version": work.edition,
        "publisher": work.publisher,
        "genre": work.genre,
        "issued": _date_parts(work.issued),
        "language": work.language,
        "URL": work.address,
        "accessed": _date_parts(work.accessed),
        "abstract": work.abstract,
        "note": work.note,
        "custom": {**dict(work.dates), **({"cites": dict(work.cites)} if work.cites else {})},
    }
    return {name: value for name, value in item.items() if value}


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
    yield from (("citation_author", name) for name in work.authors)
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
