"""Revisions: the project as it was at a commit, in a temporary folder."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDERS = ("content", "seeds", "site_config")

UNDATED = 315532800
"""The time to use without a history: 1980-01-01, the earliest date that a ZIP archive can have."""


class RevisionError(Exception):
    """The revision can't be read; the message says why and what to do."""


@contextmanager
def laid_out(root: Path, revision: str) -> Iterator[Path]:
    """A temporary folder with `FOLDERS` as they were at a revision.

    Raises RevisionError if git, the repository, the revision or its content is missing.
    """
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        if _git(root, "rev-parse", "--git-dir") is None:
            raise RevisionError(
                f"{root.resolve()} is not in a git repository; run this in a clone of the project"
            )
        raise RevisionError(
            f"git has no revision {revision!r}; name a commit, tag or branch, such as HEAD~1 or "
            "origin/main; you may need to fetch it first"
        )
    name = commit.decode().strip()
    listed = _git(root, "ls-tree", "--name-only", name, *FOLDERS)
    present = (listed or b"").decode().split()
    if "content" not in present:
        raise RevisionError(
            f"{root.resolve()} had no content/ at {revision!r}; name a revision that has it"
        )
    archive = _git(root, "-c", "core.autocrlf=false", "archive", "--format=tar", name, *present)
    if archive is None:
        raise RevisionError(
            f"git could not read {revision!r}; if the clone is shallow, run `git fetch --unshallow`"
        )
    with TemporaryDirectory(prefix="attested-") as folder:
        try:
            with tarfile.open(fileobj=io.BytesIO(archive)) as bundle:
                bundle.extractall(folder, filter="data")
        except tarfile.TarError as error:
            raise RevisionError(f"{revision!r} could not be unpacked: {error}") from error
        yield Path(folder)


def last_change(root: Path) -> int:
    """The time of the last commit that changed `FOLDERS`, in Unix time.

    `SOURCE_DATE_EPOCH`, if set, is used instead (reproducible-builds.org). Without a history it is
    `UNDATED`. The clock is never read.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    try:
        said = _git(root, "log", "-1", "--format=%ct", "--", *FOLDERS)
    except RevisionError:
        said = None
    return int(said) if said and said.strip() else UNDATED


def last_commit(root: Path) -> str | None:
    """The last commit that changed `FOLDERS`; None without a history."""
    try:
        said = _git(root, "log", "-1", "--format=%H", "--", *FOLDERS)
    except RevisionError:
        return None
    return said.decode("ascii").strip() or None if said else None


def committed(root: Path, path: str) -> bytes | None:
    """A file as the last commit has it, by its path in the project; None if it has none, or without git."""
    try:
        return _git(root, "show", f"HEAD:./{path}")
    except RevisionError:
        return None


def since(root: Path, path: str, words: str) -> int | None:
    """When a file first had these words, in Unix time; None if no commit has them, or without git."""
    try:
        said = _git(root, "log", "--format=%ct", f"-S{words}", "--", path)
    except RevisionError:
        return None
    return int(said.split()[-1]) if said and said.strip() else None


def _git(root: Path, *arguments: str) -> bytes | None:
    """What a git command prints; None if it fails. Raises RevisionError if git is missing."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise RevisionError("git is missing; install it, or add it to the PATH") from None
    return None if done.returncode else done.stdout
