"""Web pages as browsers save them."""

from __future__ import annotations

import codecs
import re

from selectolax.lexbor import LexborHTMLParser

from generator.intake.cleaning import with_line_ends
from generator.intake.document import Reading, RefusedError, Remark
from generator.intake.encodings import decode
from generator.intake.web_imprint import web_imprint
from generator.intake.web_text import paragraphs_of_page

_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
"""What browsers take a declared encoding for (the Encoding Standard), by Python's names."""


def is_html(data: bytes) -> bool:
    """Whether a file begins as a web page does."""
    head = data[:4096]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.replace(b"\0", b"")
    return _BEGINS.match(head) is not None


def read_html(data: bytes, encoding: str = "") -> Reading:
    """The paragraphs of a web page, and what its head says. Raises RefusedError."""
    html, remarks = _decoded(data, encoding)
    tree = LexborHTMLParser(with_line_ends(html))
    imprint = web_imprint(tree, html)
    paragraphs, left_out = paragraphs_of_page(tree)
    return Reading(imprint, paragraphs=tuple(paragraphs), remarks=(*remarks, *left_out))


def _decoded(data: bytes, asked: str) -> tuple[str, tuple[Remark, ...]]:
    """The text of a page: read as UTF-8 if it is that, else as the page declares, else by a guess."""
    if asked or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, asked)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:4096])
        name = _known(declared[1].decode("ascii", "replace")) if declared else ""
        try:
            return decode(data, name)
        except RefusedError:
            return decode(data)
    return decode(data)


def _known(declared: str) -> str:
    """The encoding that a page names, or "" if it is not a known one."""
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return ""
    return "" if name.startswith("utf-8") else _MEANT.get(name, name)
