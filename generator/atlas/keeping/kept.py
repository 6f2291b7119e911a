"""The pages of the last build that are still valid, and where that is remembered.

The memory is JSON beside the pages. It names the folder of the pages as the file system knows it (by
inode and time of change), so a memory that came with a copy of the project, or from anybody else, is
passed over. So is one that was cut short or changed, and a page whose file was changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.atlas.keeping.digests import Digests
from generator.atlas.keeping.noting import Read
from generator.atlas.keeping.recalled import Recall, Recalled
from generator.atlas.keeping.states import state
from generator.write import put

_FAILS = (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError)


class Kept:
    """What is kept between two builds of the pages in a folder.

    `frame` is a digest of all that every page depends on. What is made together is a unit, and has
    a name. `made` has what each unit of this build read, and the paths of its pages.
    `recalled` is what the process has kept besides.
    """

    def __init__(
        self, folder: Path, memory: Path, frame: str, recalled: Recalled | None = None
    ) -> None:
        self._folder, self._memory, self._frame = folder, memory, frame
        self._recalled = recalled or Recalled()
        self._made: dict[str, tuple[Collection[Read], Collection[str]]] = {}
        self._digests = Digests({})

    def begin(self, digests: Digests) -> Recall:
        """Begin a build; gives what can recall the values of an earlier one."""
        self._digests = digests
        self._recalled.begin(self._frame, digests)
        return self._recalled.of

    def lasting(self, units: Iterable[str]) -> dict[str, list[str]]:
        """The paths of the pages of each unit that would be the same if it were made again."""
        try:
            known = json.loads(self._memory.read_text("utf-8"))
            if (known["frame"], known["folder"]) != (self._frame, state(self._folder)):
                return {}
            reads = [(name, _key(key)) for name, key, _ in known["reads"]]
            same = [
                self._digests.of(read) == was[2]
                for read, was in zip(reads, known["reads"], strict=True)
            ]
            found = {}
            for unit in units:
                if unit not in known["units"]:
                    continue
                places, paths = known["units"][unit]
                same_inputs = all(same[place] for place in places)
                if same_inputs and self._are_as_written(paths, known["files"]):
                    found[unit] = paths
                    self.note(unit, [reads[place] for place in places], paths)
        except _FAILS:
            self._made.clear()
            return {}
        return found

    def _are_as_written(self, paths: Iterable[str], digests: Mapping[str, str]) -> bool:
        return all(
            hashlib.sha256((self._folder / path).read_bytes()).hexdigest() == digests[path]
            for path in paths
        )

    def text(self, path: str) -> str:
        """The text of a page that lasts. Raises OSError."""
        return (self._folder / path).read_text("utf-8")

    def note(self, unit: str, reads: Collection[Read], paths: Collection[str]) -> None:
        """Note what a unit has read, and the paths of its pages."""
        self._made[unit] = reads, paths

    def remember(self, written: Mapping[str, str]) -> None:
        """Write the memory, given the SHA-256 of each file of the folder. Raises OSError."""
        every = dict.fromkeys(read for reads, _ in self._made.values() for read in reads)
        place = {read: number for number, read in enumerate(every)}
        memory = {
            "frame": self._frame,
            "folder": state(self._folder),
            "files": {path: written[path] for _, paths in self._made.values() for path in paths},
            "reads": [[name, key, self._digests.of((name, key))] for name, key in every],
            "units": {
                unit: [[place[read] for read in reads], list(paths)]
                for unit, (reads, paths) in self._made.items()
            },
        }
        put(json.dumps(memory, separators=(",", ":")), self._memory)


def _key(key: Any) -> Hashable:
    """A key as it was before it was written as JSON."""
    return tuple(key) if isinstance(key, list) else key
