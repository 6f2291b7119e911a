"""Checksums: a list of a site's files, by which anybody can check whether a copy is complete.

The list is in the format of `sha256sum`, with a line for each file: the SHA-256 in hexadecimal, two
spaces, and the path in the site.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.markup.paths import CHECKSUMS

_LINE = re.compile(r"([0-9a-f]{64}) [ *]([^\\\r\n]+)")


class NotListedError(Exception):
    """A folder has no list of its files, or one that can't be read; the message says what to do."""


class FileSum(NamedTuple):
    """How many bytes a file has, and their SHA-256."""

    size: int
    sha256: str


def sum_of(data: bytes) -> FileSum:
    """The sum of a file with these bytes."""
    return FileSum(len(data), hashlib.sha256(data).hexdigest())


def sums(site: Path, changes: Mapping[str, bytes] | None = None) -> dict[str, FileSum]:
    """The sums of a site's files by path, as they are with changes that are yet to be written.

    The list of checksums itself is left out. Raises OSError.
    """
    fresh = changes or {}
    paths = {*paths_below(site), *fresh} - {CHECKSUMS}
    return {
        path: sum_of(fresh[path] if path in fresh else (site / path).read_bytes()) for path in paths
    }


def checksums(site: Path, changes: Mapping[str, bytes] | None = None) -> bytes:
    """The list of a site's files, sorted by path, as `sums` has them."""
    return listed({path: one.sha256 for path, one in sums(site, changes).items()})


def listed(hashes: Mapping[str, str]) -> bytes:
    """The list of these files, given as SHA-256 by path."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def differences(site: Path) -> Iterator[tuple[str, str]]:
    """The path of each file that does not match the site's list, and how it differs.

    Nothing is read through a link. Raises NotListedError, and OSError if a file can't be read.
    """
    known, there = listed_in(site), paths_below(site) - {CHECKSUMS}
    for path in sorted(known.keys() | there):
        if path not in there:
            yield path, "is missing"
        elif path not in known:
            yield path, "does not belong to the site"
        elif (site / path).is_symlink():
            yield path, "is a link, not a file"
        elif sum_of((site / path).read_bytes()).sha256 != known[path]:
            yield path, "has changed"


def listed_in(site: Path) -> dict[str, str]:
    """What the list of a site says: SHA-256 by path."""
    file = site / CHECKSUMS
    if not file.is_file():
        raise NotListedError(
            f"{file} is missing; give the folder of a site that has been made by `site`, or of an "
            "unpacked archive of one"
        )
    known: dict[str, str] = {}
    for number, line in enumerate(file.read_bytes().decode("utf-8", "replace").splitlines(), 1):
        found = _LINE.fullmatch(line)
        if found is None or found[2] in known:
            raise NotListedError(
                f"{file}:{number}: this line is not a SHA-256, two spaces and a new path; get the "
                "whole copy again"
            )
        known[found[2]] = found[1]
    return known


def paths_below(site: Path) -> set[str]:
    """The path of every file and link below a folder. Links to folders are not followed."""
    found, start = set[str](), len(os.path.join(site, ""))  # noqa: PTH118  a Path takes longer
    for folder, inner, names in os.walk(site):
        below = os.path.join(folder, "")[start:].replace(os.sep, "/")  # noqa: PTH118
        links = [name for name in inner if os.path.islink(f"{folder}/{name}")]  # noqa: PTH114
        found.update(f"{below}{one}" for one in (*names, *links))
    return found
