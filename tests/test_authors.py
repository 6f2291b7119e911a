"""Authors of a new document: their names in parts where the file or the text makes that certain."""

from __future__ import annotations

import pytest

from generator.intake.authors import Author, filed, filed_as, shown
from generator.intake.document import Imprint
from generator.intake.formats import read
from generator.intake.source_record import NewSource
from tests.test_epub_documents import PACKAGE, book
from tests.test_web_pages import BODY, page

ADA = Author("Ada Okoro", "Okoro", "Ada")


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Okoro, Ada", "Okoro", "Ada"),
        ("van der Hale, Ines M.", "van der Hale", "Ines M."),
        ("اوکورو, آدا", "اوکورو", "آدا"),
        ("Ada Okoro", "", ""),
        ("Ministry of Tolls, Wend", "", ""),
        ("Ada Okoro, Tomas Reed", "", ""),
        ("Wend Press, Inc.", "", ""),
        ("Okoro, Jr.", "", ""),
        ("Okoro, Reed, Hale", "", ""),
        ("Okoro,", "", ""),
        ("Okoro, the clerk of the guild", "", ""),
    ],
)
def test_a_name_in_a_field_of_catalogues(name: str, family: str, given: str) -> None:
    """A comma follows the family name, unless the whole may be the name of a body."""
    assert filed(name) == Author(name, family, given)


@pytest.mark.parametrize(
    ("name", "order", "author"),
    [
        ("Ada Okoro", "Okoro, Ada", ADA),
        ("Okoro, Ada", "Okoro, Ada", Author("Okoro, Ada", "Okoro", "Ada")),
        ("The Wend Guild", "Wend Guild, The", Author("The Wend Guild")),
        ("Ada Okoro", "Okoro", Author("Ada Okoro")),
        ("Ada Okoro", "Reed, Tomas", Author("Ada Okoro")),
    ],
)
def test_a_name_with_its_order(name: str, order: str, author: Author) -> None:
    """The same words in the order of a list show which is the family name."""
    assert filed_as(name, order) == author


def test_a_name_that_the_text_has_in_the_other_order() -> None:
    """It shows which part is the family name; a list of two people is no such name."""
    assert shown(Author("Hale Tarr, Ines"), "By Ines Hale Tarr") == Author(
        "Hale Tarr, Ines", "Hale Tarr", "Ines"
    )
    assert shown(Author("Ada Okoro, Tomas Reed"), "Ada Okoro, Tomas Reed").family == ""
    assert shown(Author("Okoro, Ada"), "By the clerks").family == ""
    assert shown(ADA, "") == ADA


def test_formats_that_give_names_in_parts() -> None:
    """EPUB of both versions, fields of catalogues and search engines; others give whole names."""
    new = PACKAGE.replace(
        "<dc:creator>Ada Okoro</dc:creator>",
        '<dc:creator id="a">Ada Okoro</dc:creator><meta refines="#a" property="file-as">Okoro, Ada</meta>',
    )
    old = PACKAGE.replace(
        "<dc:creator>Ada",
        '<dc:creator xmlns:o="http://www.idpf.org/2007/opf" o:file-as="Okoro, Ada">Ada',
    )
    for package in (new, old):
        authors = read(book(**{"OPS/book.opf": package})).imprint.authors
        assert authors == (ADA, Author("Tomas Reed"))
    filed_there = '<meta name="citation_author" content="Okoro, Ada">'
    assert page(BODY, filed_there).imprint.authors == (Author("Okoro, Ada", "Okoro", "Ada"),)
    named = '<meta name="author" content="Okoro, Ada">'
    assert page(BODY, named).imprint.authors == (Author("Okoro, Ada"),)
    described = (
        '<script type="application/ld+json">{"headline": "x", "author": {"name": "Ada Okoro", '
        '"familyName": "Okoro", "givenName": "Ada"}}</script>'
    )
    assert page(BODY, described).imprint.authors == (ADA,)


def test_a_record_has_the_parts() -> None:
    """A name that stays whole comes with a hint; the parts in another order are in the text too."""
    imprint = Imprint(
        place="the head", authors=(Author("Okoro, Ada", "Okoro", "Ada"), Author("The Guild"))
    )
    record = NewSource(
        "a.txt", "a.html", "A", ("article",), imprint, "Ada Okoro of The Guild", 0
    ).record()
    assert (
        "# Write a person's name in its parts, such as {family: van der Hale, given: Ines}, so that\n"
        "# bibliographies sort it.\n"
        "authors:\n"
        '  - {family: "Okoro", given: "Ada"}\n'
        '  - "The Guild"\n'
    ) in record
    assert "\nknown_from:" not in record
