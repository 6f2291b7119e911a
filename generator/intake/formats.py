"""Which format a file has, judged by its content and not its name, and which reader suits it."""

from __future__ import annotations

import re

from generator.intake.archive import opened
from generator.intake.document import Reading, RefusedError
from generator.intake.from_docx import read_docx
from generator.intake.from_epub import read_epub
from generator.intake.from_html import is_html, read_html
from generator.intake.from_pdf import read_pdf
from generator.intake.from_text import read_text

ENDINGS = frozenset((".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".epub"))
"""The endings of files that are taken from a folder."""

OTHERS = frozenset((".doc", ".rtf", ".odt", ".ps", ".djvu", ".mobi", ".azw3", ".mht", ".mhtml"))
"""Documents that can't be read; the command says what to do instead of passing them over."""

_ARCHIVE = b"PK\x03\x04"
_OFFICE = b"\xd0\xcf\x11\xe0"

_SIGNS = (
    ("an old Word or Office file", "open it and save it as DOCX", re.escape(_OFFICE)),
    ("an RTF file", "open it in a word processor and save it as DOCX", rb"\{\\rtf"),
    (
        "a picture",
        "have its text recognised (OCR), and add that as PDF or text",
        rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|RIFF.{4}WEBP",
    ),
    ("a compressed file", "unpack it first", rb"\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf|Rar!"),
    ("a Kindle book", "convert it to EPUB", rb".{60}BOOKMOBI"),
    ("a PostScript file", "convert it to PDF, for example with `ps2pdf`", rb"%!PS"),
    ("a DjVu file", "convert it to PDF", rb"AT&TFORM"),
    (
        "a web archive",
        "open it in a browser and save it as HTML",
        rb"From: <Saved by|MIME-Version: 1\.0\s.{0,200}multipart/related|bplist",
    ),
)
"""What can't be taken in, what to do about it, and how such files begin."""

_PDF = re.compile(rb"^%PDF-|\n%PDF-")


def read(data: bytes, encoding: str = "") -> Reading:
    """What a file says, whatever its format. Raises RefusedError."""
    if not data.strip():
        raise RefusedError("this file is empty; get it again from where it came")
    if data.startswith(_ARCHIVE):
        return _read_archive(data)
    if data.startswith(_OFFICE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise RefusedError("this file has a password; save it without one, and add that")
    for what, advice, sign in _SIGNS:
        if re.match(sign, data, re.DOTALL):
            raise RefusedError(f"this is {what}; {advice}")
    if _PDF.search(data[:1024]):
        return read_pdf(data)
    if is_html(data):
        return read_html(data, encoding)
    return read_text(data, encoding)


def _read_archive(data: bytes) -> Reading:
    """What a file that contains other files says."""
    with opened(data, "file") as archive:
        names = set(archive.namelist())
        kind = archive.read("mimetype") if "mimetype" in names else b""
    if "META-INF/container.xml" in names:
        return read_epub(data)
    if any(name.startswith("word/") for name in names):
        return read_docx(data)
    if b"opendocument" in kind:
        raise RefusedError("this is an OpenDocument file; open it and save it as DOCX")
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise RefusedError("this is a spreadsheet or slides; save it as PDF")
    raise RefusedError("this is a compressed file; unpack it first")
