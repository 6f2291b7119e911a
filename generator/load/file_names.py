"""File names: which ones every system can store, and which are of files that a system left behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.problems import show

LONGEST = 255
"""The most characters that a file's name has on Windows, and the most bytes on Linux."""

_LEFT_BEHIND = re.compile(
    r"\..*|.*~|#.*#|.*\.sw[a-p]|Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r"
    r"|~\$.*|.*\.(tmp|part|crdownload|orig|rej|bak)|__MACOSX|@eaDir|\$RECYCLE\.BIN",
    re.IGNORECASE,
)
"""Names of what systems and programs leave behind: all with a dot, and among others those of files that
an office program locks, of broken downloads, and of what a Mac adds to a zip.
"""

_OF_GIT = re.compile(r"\.git.*")

_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE
)
"""Names that are devices on Windows, whatever their ending."""

_LIKE_A_RECORD = re.compile(r"(?P<stem>.+?)(?P<ending>\.ya?ml(\.ya?ml|\.txt)*)", re.IGNORECASE)
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")

_SIGNS = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def is_left_behind(name: str) -> bool:
    """Whether a file is not the project's: a system or an editor left it behind, or it is hidden."""
    return bool(_LEFT_BEHIND.fullmatch(name))


def is_named(name: str) -> bool:
    """Whether to mention a file that is passed over; git's own files are there on purpose."""
    return not _OF_GIT.fullmatch(name)


def unfit(name: str) -> str:
    """Why some system can't store a file of this name, and what to do; "" if all of them can."""
    if sign := _SIGNS.search(name):
        why = f"has {show(sign.group())}"
    elif _DEVICE.fullmatch(name):
        why = "is the name of a device there"
    elif name.endswith((".", " ")):
        why = "ends with a dot or a space"
    elif len(name.encode("utf-8", "surrogateescape")) > LONGEST:
        why = f"is longer than {LONGEST} bytes"
    else:
        return ""
    return f"Windows can't use this name, because it {why}; rename the file"


def kept_apart(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name, and the one before it that some systems treat as the same; "" if there is none.

    Windows and macOS make no difference between capitals and lower-case letters, or between an accented
    letter and the same letter and accent as two characters. Of such names, the one in lower-case letters
    comes first.
    """
    found: dict[str, str] = {}
    for name in sorted(names, key=lambda one: (one != one.lower(), one)):
        same = unicodedata.normalize("NFC", name).casefold()
        yield name, found.get(same, "")
        found.setdefault(same, name)


def record_name(name: str) -> str:
    """The name that a record's file was meant to have; "" if it is not much like a record's name.

    `Ada Okoro.yml` was meant to be `ada-okoro.yaml`, and so was `ada-okoro.yaml.txt`.
    """
    found = _LIKE_A_RECORD.fullmatch(name)
    stem = plain_name(found["stem"]) if found else ""
    return f"{stem}.yaml" if stem else ""


def plain_name(name: str) -> str:
    """A name in lower-case letters a-z, digits and single hyphens; "" if nothing of it can be kept."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_A_NAME.sub("-", letters).strip("-")
