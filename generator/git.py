"""Revisions: the project as it was at a commit, laid out in a temporary folder by git."""

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
"""1980-01-01, the earliest that a ZIP archive can say."""


class RevisionError(Exception):
    """The revision can't be had; the message says why, and what to do."""


@contextmanager
def laid_out(root: Path, revision: str) -> Iterator[Path]:
    """A folder with `FOLDERS` as they were at a revision; it is gone afterwards.

    Raises RevisionError where git, the repository, the revision or its content is missing.
    """
    commit = _git(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        if _git(root, "rev-parse", "--git-dir") is None:
            raise RevisionError(
                f"{root} is not in a git repository, so there is nothing to compare"
            )
        raise RevisionError(
            f"git knows no revision {revision!r}; give a commit, a tag or a branch, such as HEAD~1 "
            "or origin/main (fetch it first)"
        )
    name = commit.decode().strip()
    listed = _git(root, "ls-tree", "--name-only", name, *FOLDERS)
    present = (listed or b"").decode().split()
    if "content" not in present:
        raise RevisionError(f"there is no content/ in {root} at {revision!r}")
    archive = _git(root, "-c", "core.autocrlf=false", "archive", "--format=tar", name, *present)
    if archive is None:
        raise RevisionError(f"git could not read {revision!r}; is the clone complete?")
    with TemporaryDirectory(prefix="attested-") as folder:
        try:
            with tarfile.open(fileobj=io.BytesIO(archive)) as bundle:
                bundle.extractall(folder, filter="data")
        except tarfile.TarError as error:
            raise RevisionError(f"{revision!r} can't be laid out: {error}") from error
        yield Path(folder)


def last_change(root: Path) -> int:
    """When what the site is made of last changed, by git, in seconds of Unix time.

    `SOURCE_DATE_EPOCH` overrules it (reproducible-builds.org). Without a history it is `UNDATED`:
    the time of the day is never asked for.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    try:
        said = _git(root, "log", "-1", "--format=%ct", "--", *FOLDERS)
    except RevisionError:
        said = None
    return int(said) if said and said.strip() else UNDATED


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git prints, or None where it fails."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise RevisionError("git is not installed, or not on the PATH") from None
    return None if done.returncode else done.stdout
