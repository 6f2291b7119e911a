"""Reads the bytes of a text file as text, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import CharsetMatch, from_bytes

from generator.intake.document import RefusedError, Remark
from generator.problems import show

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""How files that name their encoding begin; UTF-32 before UTF-16, which begins in the same way."""

_GUESSED = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("koi8_r", "cp866", "iso8859_2", "iso8859_5", "iso8859_6", "mac_roman"),
    *("cp932", "euc_jp", "gb18030", "big5", "euc_kr"),
]
"""The encodings of old texts. A text in one of these could be taken for a rarer one by mistake."""

_MOST_CHAOS = 0.1  # of 1: the share of letters that no language has side by side
_ADVICE = "add its encoding to the command, such as `--encoding windows-1256`"
_WRONG = f"if these words are wrong, {_ADVICE.replace('its encoding', 'it')}"
_SAMPLE_BYTES = 2**17  # bytes that are enough to guess by
_JAPANESE_MAIL = re.compile(rb"\x1b\$[@B]")
_WORDS_SHOWN = 6
_BINARY = re.compile(rb"[\x00-\x07\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, asked: str = "") -> tuple[str, tuple[Remark, ...]]:
    """The text of a file, and what a person should know about how it was read.

    `asked` is the encoding that the user has named, if any. Raises RefusedError.
    """
    if asked:
        return _decoded(data, asked), ()
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding)
            return text, () if encoding == "utf-8" else (_named(encoding.upper()[:6]),)
    if wide := _wide(data[:_SAMPLE_BYTES]):
        return _decoded(data, wide), (_named("UTF-16"),)
    if _BINARY.search(data[:_SAMPLE_BYTES]):
        raise RefusedError(
            "this is not a text file; save its text as plain text, HTML, PDF, DOCX or EPUB"
        )
    if data.isascii() and _JAPANESE_MAIL.search(data):
        return _decoded(data, "iso2022_jp"), (_named("ISO-2022-JP"),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(data)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise RefusedError(
            f"no encoding is called {show(encoding)}; write a name such as windows-1252"
        ) from None
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1:,} of this file is not {encoding}; {_ADVICE}"
        raise RefusedError(message) from None


def _guessed(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    """The text in the encoding in which it looks most like language."""
    matches = [
        match
        for match in from_bytes(_sample(data), cp_isolation=_GUESSED)
        if match.chaos < _MOST_CHAOS
    ]
    if not matches:
        raise RefusedError(f"the encoding of this file can't be recognised; {_ADVICE}")
    encoding = _usual(max(matches, key=_likeness))
    text = _decoded(data, encoding)
    seen = dict.fromkeys(re.findall(r"\w*[^\x00-\x7f]\w*", text))
    words = ", ".join([*seen][:_WORDS_SHOWN])
    name = encoding.replace("cp125", "windows-125")
    return text, (Remark(f"the encoding is guessed: {name}; {_WRONG}", words, doubt=True),)


def _wide(data: bytes) -> str:
    """The form of UTF-16 that a text is in, judged by every other byte being zero; "" if there is none."""
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if 2 * data[first::2].count(0) > len(data[first::2]) and not data[1 - first :: 2].count(0):
            return name
    return ""


def _sample(data: bytes) -> bytes:
    """Whole lines from the beginning of a text."""
    return data if len(data) <= _SAMPLE_BYTES else data[:_SAMPLE_BYTES].rpartition(b"\n")[0] or data


def _usual(match: CharsetMatch) -> str:
    """The most common of the encodings that give the same text."""
    return next(name for name in _GUESSED if name in (match.encoding, *match.could_be_from_charset))


def _likeness(match: CharsetMatch) -> float:
    """How much a text looks like language, from 0 to 1."""
    return match.coherence - match.chaos


def _named(encoding: str) -> Remark:
    return Remark(f"read as {encoding}")
