"""The folder of a built site: its files, each read once."""

from __future__ import annotations

from collections.abc import Iterator
from os.path import islink
from pathlib import Path

from generator.publish.audit.faults import SiteFault
from generator.publish.checksums import FileSum, paths_below, sum_of


class Folder:
    """The files below a folder, by their path there. Nothing is read through a link."""

    def __init__(self, site: Path) -> None:
        """List the files; raises OSError."""
        self.site = site
        self.paths = paths_below(site)
        self.links = frozenset(path for path in self.paths if islink(f"{site}/{path}"))  # noqa: PTH114
        self.sums: dict[str, FileSum] = {}

    def read(self, path: str) -> bytes:
        """The bytes of a file; none if it is missing or a link. Raises OSError."""
        if path not in self.paths or path in self.links:
            return b""
        with open(f"{self.site}/{path}", "rb") as file:  # noqa: PTH123  a Path takes longer
            data = file.read()
        self.sums[path] = sum_of(data)
        return data

    def digest(self, path: str) -> str:
        """The SHA-256 of a file."""
        return self.sum(path).sha256

    def sum(self, path: str) -> FileSum:
        """The size and the SHA-256 of a file; no SHA-256 if it is missing or a link."""
        if path not in self.sums:
            self.read(path)
        return self.sums.get(path, FileSum(0, ""))

    def has(self, path: str) -> bool:
        """Whether there is such a file, which is not a link."""
        return path in self.paths and path not in self.links

    def led_away(self) -> Iterator[SiteFault]:
        """Every link in place of a file or a folder."""
        for path in sorted(self.links):
            yield SiteFault(path, "is a link, not a file", "put the file itself there")
