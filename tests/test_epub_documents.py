"""EPUB: its chapters in their order, what its package says, and why one can't be read."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from generator.intake.authors import Author
from generator.intake.document import Imprint, RefusedError
from generator.intake.formats import read

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
    'full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PACKAGE = """\
<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">
<metadata><dc:title>The bell</dc:title><dc:creator>Ada Okoro</dc:creator><dc:creator>Tomas Reed</dc:creator>
<dc:language>en</dc:language><dc:publisher>Wend Press</dc:publisher><dc:date>1903-04-02</dc:date>
<dc:rights>CC BY 4.0</dc:rights></metadata>
<manifest><item id="b" href="two%20b.xhtml"/><item id="a" href="../one.xhtml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="none"/></spine></package>
"""
ONE = """\
<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/>
<script src="x.js"/></head><body><h1>The bell</h1><p>The guild<a id="x"/> took 70,000<a epub:type="noteref"
href="#n">1</a> bells.<span epub:type="pagebreak" title="7"/> Nobody&nbsp;saw it.</p>
<aside epub:type="footnote" id="n"><p>1 So the book. <a href="#x">↩︎</a></p></aside></body></html>
"""
TWO = "<html xmlns='http://www.w3.org/1999/xhtml'><body><nav>Contents</nav><h2>Later</h2><p>It rang.</p></body></html>"


def book(**changes: str) -> bytes:
    """A small book, with other contents in some of its files."""
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": PACKAGE,
        "one.xhtml": ONE,
        "OPS/two b.xhtml": TWO,
    }
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in (files | changes).items():
            if content:
                archive.writestr(name, content)
    return file.getvalue()


def test_chapters_in_their_order() -> None:
    """With headings, pages, and marks of notes that are no digits of a number."""
    reading = read(book())
    assert [(one.level, one.text, one.pages) for one in reading.paragraphs] == [
        (1, "The bell", ()),
        (0, "The guild took 70,000¹ bells. Nobody saw it.", ((29, "7"),)),
        (0, "1 So the book.", ()),
        (2, "Later", ()),
        (0, "It rang.", ()),
    ]
    assert [one.shown for one in reading.remarks] == ["Contents"]


def test_what_the_package_says() -> None:
    """Title, authors, publisher, language, day and licence."""
    assert read(book()).imprint == Imprint(
        place="the package of the EPUB",
        title="The bell",
        authors=(Author("Ada Okoro"), Author("Tomas Reed")),
        publisher="Wend Press",
        language="en",
        published="1903-04-02",
        licence="CC BY 4.0",
    )


BROKEN = "this EPUB is broken; get it again from where it came, or open it and save it again"
LOCK = (
    '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>'
    '<enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"OPS/book.opf": ""}, BROKEN),
        ({"one.xhtml": ""}, BROKEN),
        ({"META-INF/container.xml": "<a/>"}, BROKEN),
        ({"META-INF/container.xml": "nothing"}, BROKEN),
        (
            {"META-INF/encryption.xml": LOCK.format("one.xhtml")},
            "this EPUB is locked (DRM), so that only its shop's programs can read it; get it without that",
        ),
    ],
)
def test_what_cannot_be_read(changes: dict[str, str], told: str) -> None:
    """The message says what to do."""
    with pytest.raises(RefusedError) as caught:
        read(book(**changes))
    assert str(caught.value) == told


def test_a_font_may_be_locked() -> None:
    """Books with fonts have them scrambled; their text is not."""
    assert read(book(**{"META-INF/encryption.xml": LOCK.format("OPS/font.otf")})).paragraphs
