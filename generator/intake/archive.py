"""Files that contain other files, such as DOCX and EPUB, opened safely."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TypeAlias
from zipfile import BadZipFile, LargeZipFile, ZipFile

from generator.intake.document import RefusedError

Archive: TypeAlias = ZipFile

FAILURES = (
    *(BadZipFile, LargeZipFile, zlib.error, EOFError, LookupError, OSError, RuntimeError),
    ValueError,
)
"""What reading a broken archive, or what is in it, may raise."""

LARGEST = 2**29  # bytes that a document may unpack to
_DENSEST = 200  # times that a large one may grow
_LARGE = 2**25  # bytes below which growing is harmless
_ENCRYPTED = 0x1


@contextmanager
def opened(data: bytes, what: str) -> Iterator[Archive]:
    """The archive in a file; messages call the file `what`. Raises RefusedError, also if it is broken."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse_bombs(archive, len(data))
            if any(one.flag_bits & _ENCRYPTED for one in archive.infolist()):
                raise RefusedError(f"this {what} has a password; save it without one, and add that")
            yield archive
    except FAILURES:
        raise broken(what) from None


def broken(what: str) -> RefusedError:
    """The error for a file that can't be read as what it seems to be."""
    return RefusedError(
        f"this {what} is broken; get it again from where it came, or open it and save it again"
    )


def _refuse_bombs(archive: Archive, length: int) -> None:
    """Refuse an archive that unpacks to far more than a document has; never read more than it declares."""
    size = sum(one.file_size for one in archive.infolist())
    if size > LARGEST or size > max(_LARGE, _DENSEST * length):
        raise RefusedError(
            f"this file unpacks to {size // 2**20:,} MB, far more than a document has; if you trust where "
            "it came from, open it and save it again"
        )
