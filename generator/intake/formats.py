"""Which format a file has, by what is in it and not by its name, and its reader."""

from __future__ import annotations

import re

from generator.intake.document import Reading, RefusedError
from generator.intake.from_text import read_text

ENDINGS = frozenset((".txt", ".text", ".md"))
"""How the names of files end that are taken from a folder."""

OTHERS = frozenset((".doc", ".rtf", ".odt", ".ps", ".djvu", ".mobi", ".azw3"))
"""Documents that can't be read; the command says what to do instead of passing them over."""

_SIGNS = (
    ("an old Word or Office file", "open it and save it as DOCX", rb"\xd0\xcf\x11\xe0"),
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
)
"""What can't be taken in, what to do about it, and how such files begin."""


def read(data: bytes, encoding: str = "") -> Reading:
    """What a file says, in whatever format it is. Raises RefusedError."""
    if not data.strip():
        raise RefusedError("this file is empty; save it again from where it comes")
    for what, advice, sign in _SIGNS:
        if re.match(sign, data, re.DOTALL):
            raise RefusedError(f"this is {what}; {advice}")
    return read_text(data, encoding)
