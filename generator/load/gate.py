"""The gate: which files of a project may be opened. Nothing is read before it has been asked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

MOST_FILES = 200_000  # of a project, with its folders
DEEPEST_FOLDER = 12  # folders within one another
LARGEST_FILE = 4_000_000  # bytes
LARGEST_ORIGINAL = 200_000_000  # bytes of a file in seeds/originals/, which is only summed
_ORIGINALS = "seeds/originals/"
REFUSALS_TOLD = 50  # of what is refused; a hostile project could hold a million

_LINK = "this is a symbolic link; put the file itself here"
_NO_FILE = "this is neither a file nor a folder, but a pipe, a device or the like; remove it"
_TOO_DEEP = f"this folder is more than {DEEPEST_FOLDER} folders deep; move its content further up"


def refusals(root: Path, *folders: str) -> list[tuple[str, str]]:
    """What may not be opened in these folders: paths and reasons, sorted; only the first few.

    Refused are symbolic links, which may lead out of the project; anything that is neither file nor
    folder, which may never end; and what is too large, too deep or too numerous. No link is
    followed.
    """
    found = list(islice(_refusals(root, folders), REFUSALS_TOLD + 1))
    if len(found) > REFUSALS_TOLD:
        path, _ = found.pop()
        found.append((path, "this and more can't be opened; remove what is listed above first"))
    return sorted(found)


def seen(root: Path, *folders: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file and folder in these folders, sorted, as far as one may look; no link is followed.

    That is up to one file more, and one folder deeper, than a project may have. What goes meanwhile
    is left out.
    """
    waiting, count = [*reversed(folders)], 0
    while waiting and count <= MOST_FILES:
        path = waiting.pop()
        count += 1
        try:
            state = (root / path).lstat()
            if S_ISDIR(state.st_mode) and path.count("/") <= DEEPEST_FOLDER:
                inside = sorted((root / path).iterdir(), reverse=True)
                waiting += [f"{path}/{one.name}" for one in inside]
        except FileNotFoundError:
            continue
        yield path, state


def _refusals(root: Path, folders: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for count, (path, state) in enumerate(seen(root, *folders)):
        if count == MOST_FILES:
            yield path, f"a project has at most {MOST_FILES:,} files; remove some"
            return
        if S_ISREG(state.st_mode) and path in folders and "/" not in path:
            yield path, "this must be a folder, not a file; restore the folder with git"
        elif S_ISDIR(state.st_mode):
            if path.count("/") > DEEPEST_FOLDER:
                yield path, _TOO_DEEP
        elif not S_ISREG(state.st_mode):
            yield path, _LINK if S_ISLNK(state.st_mode) else _NO_FILE
        else:
            most = LARGEST_ORIGINAL if path.startswith(_ORIGINALS) else LARGEST_FILE
            if state.st_size > most:
                yield (
                    path,
                    f"the file has {state.st_size:,} bytes, more than {most:,}; split or remove it",
                )
