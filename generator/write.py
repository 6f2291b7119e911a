"""Writing: a folder gets exactly the given files, or these in addition, or stays as it was."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath

if sys.platform != "win32":
    import fcntl


class NotWrittenError(Exception):
    """Something could not be written; the message says what. The previous files stay."""


@contextmanager
def writing(what: str) -> Iterator[None]:
    """A context for writing `what`. Raises NotWrittenError if the system does not allow it."""
    try:
        yield
    except OSError as error:
        raise NotWrittenError(f"{what} could not be written: {error}") from error


def write(files: Iterable[tuple[str, str | bytes]], folder: Path) -> dict[str, str]:
    """Make a folder contain exactly these files, and give the SHA-256 of each by its path.

    A file that does not change is not touched. Files are pairs of a path inside the folder, with
    `/`, and the content; each is written as it comes. Text is written as UTF-8. Raises OSError and
    then leaves the folder as it was.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    digests = {}
    with locked(folder):
        restore(folder)
        fresh = cleared(_beside(folder, "next"))
        fresh.mkdir()
        homes = {PurePosixPath(".")}
        for path, content in files:
            place = _inside(path, folder)
            if place.parent not in homes:
                (fresh / place.parent).mkdir(parents=True, exist_ok=True)
                homes.add(place.parent)
            data = content.encode("utf-8") if isinstance(content, str) else content
            _stage(data, folder / path, fresh / path)
            digests[path] = hashlib.sha256(data).hexdigest()
        swap(fresh, folder)
    return digests


def put(text: str, file: Path) -> None:
    """Give a file this content; if it already has it, it is not touched. Raises OSError."""
    data = text.encode("utf-8")
    if not file.is_file() or file.read_bytes() != data:
        add({file.name: data}, file.parent, replacing={file.name})


def add(
    files: Mapping[str, bytes],
    folder: Path,
    replacing: Collection[str] = (),
    removing: Collection[str] = (),
) -> None:
    """Put all of these files, in order, into a folder that keeps its others; or none of them.

    Only those in `replacing` may be there already. Those in `removing` are removed, with folders
    that become empty. Raises OSError and then leaves the folder as it was.
    """
    targets = {path: folder / _inside(path, folder) for path in files}
    if here := [path for path in files if path not in replacing and targets[path].exists()]:
        raise FileExistsError(f"{here[0]} already exists")
    with ExitStack() as undoing:
        for path, target in targets.items():
            for missing in [one for one in reversed(target.parents) if not one.exists()]:
                missing.mkdir()
                undoing.callback(missing.rmdir)
            fresh = cleared(_unfinished(target))
            undoing.callback(fresh.unlink, missing_ok=True)
            fresh.write_bytes(files[path])
        for target in targets.values():
            if target.exists():
                undoing.callback(target.write_bytes, target.read_bytes())
            else:
                undoing.callback(target.unlink, missing_ok=True)
            _unfinished(target).replace(target)
        for gone in [folder / _inside(path, folder) for path in removing]:
            undoing.callback(gone.write_bytes, gone.read_bytes())
            gone.unlink()
        undoing.pop_all()
    for home in {(folder / path).parent for path in removing}:
        if not any(home.iterdir()):
            home.rmdir()


def change(folder: Path, files: Mapping[str, bytes], fresh: Path) -> None:
    """Put files beside or in the place of others of a folder, all in one step.

    A new one is made at `fresh` and takes its place. Raises OSError and then leaves it as it was.
    """
    shutil.copytree(folder, cleared(fresh), symlinks=True, copy_function=same)
    for path, data in files.items():
        place = fresh / _inside(path, folder)
        place.unlink(missing_ok=True)
        place.write_bytes(data)
    swap(fresh, folder)


def made_folder(folder: Path) -> None:
    """Make a folder to write into, if it is not there. Raises OSError if a link is in its place."""
    if folder.is_symlink():
        raise _in_the_way(folder)
    folder.mkdir(exist_ok=True)


@contextmanager
def locked(folder: Path) -> Iterator[int]:
    """Let one process at a time change a folder; gives the lock's descriptor.

    A child process that has the descriptor too holds the lock until it ends, even if its parent is
    gone. Windows has no such lock, so nobody waits there. Raises OSError if a link leads to the
    folder around it, because that may be anywhere.
    """
    made_folder(folder.parent)
    with _beside(folder, "lock").open("a") as file:
        if sys.platform != "win32":
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def cleared(path: Path) -> Path:
    """The path, after removing whatever is there; links are not followed. Raises OSError."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        _remove(path)
    return path


def _remove(folder: Path) -> None:
    """Remove a folder, also one that may not be written to; it was ours. Raises OSError."""

    def allow(function: Callable[[str], object], path: str, _: object) -> None:
        for one in {Path(path).parent, Path(path)} - {folder.parent}:
            one.chmod(0o700)
        function(path)

    shutil.rmtree(folder, onerror=allow)


def restore(folder: Path) -> None:
    """Undo a `swap` that was interrupted halfway. Raises OSError if there is no folder but a file."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise _in_the_way(folder)
    previous = _beside(folder, "prev")
    if not previous.exists():
        return
    if folder.exists():
        cleared(previous)
    else:
        previous.rename(folder)


def _in_the_way(place: Path) -> OSError:
    """The error for a place where there is something other than a folder."""
    message = "this must be a folder, not a file or a link; remove it"
    return NotADirectoryError(errno.ENOTDIR, message, str(place))


def swap(fresh: Path, folder: Path) -> None:
    """Put a fresh folder in place of another, in a single step if the system can.

    Raises OSError, and then the old one stays.
    """
    if not folder.exists():
        fresh.rename(folder)
        return
    if _exchange(fresh, folder):
        _remove(fresh)
        return
    previous = _beside(folder, "prev")
    folder.rename(previous)
    try:
        fresh.rename(folder)
    except OSError:
        restore(folder)
        raise
    _remove(previous)


_EXCHANGE = 2
"""The flag by which two names are exchanged: RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""

_HERE = {"linux": -100}
"""AT_FDCWD of Linux: a path begins where the process is."""


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False if this system or this file system can't."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = system.renamex_np(*names, _EXCHANGE)
        elif here := _HERE.get(sys.platform):
            failed = system.renameat2(here, names[0], here, names[1], _EXCHANGE)
        else:
            return False
    except (AttributeError, OSError, TypeError):  # no such function, or no such library
        return False
    return not failed


def _inside(path: str, folder: Path) -> PurePosixPath:
    """The path, if it stays in the folder. Raises OSError if not."""
    place = PurePosixPath(path)
    if place.is_absolute() or ".." in place.parts:
        raise OSError(f"{path!r} leads out of {folder}")
    return place


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(f"{folder.name}.{ending}")


def _unfinished(file: Path) -> Path:
    """Where a file is written first. If nobody could remove it, its hidden name is passed over."""
    return file.with_name(f".{file.name}.new")


def _stage(data: bytes, old: Path, new: Path) -> None:
    """Put a file into the fresh folder: the old file itself, if its content does not change."""
    if old.is_symlink() or not old.is_file() or old.read_bytes() != data:
        new.write_bytes(data)
        return
    same(old, new)


def same(old: str | Path, new: str | Path) -> None:
    """Make a file the same as another, by a second name where the file system can do that."""
    try:
        Path(new).hardlink_to(old)
    except OSError:
        shutil.copy2(old, new)
