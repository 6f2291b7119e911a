"""How long a site takes: from nothing, after an edit, with no edit, in the preview, and with its peers."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from benchmarks.peers import peers

ROUNDS = 3
"""So often each is measured, one after the other: a machine that is busy for a while is so for all."""

ADDED = "  note: We say so.\n"


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run took: seconds of real and of CPU time, and bytes of memory of its largest process."""

    seconds: float
    cpu: float
    memory: int


@dataclass(frozen=True, slots=True)
class PublishRow:
    """One measurement: the medians of the runs, and how large the result is; None if not known."""

    what: str
    seconds: float
    cpu: float | None = None
    memory: int | None = None
    size: int | None = None


def measure(project: Path) -> Iterator[PublishRow]:
    """Every row, for a copy of a project, which is changed."""
    program = [sys.executable, "-m", "generator", "--root", str(project)]
    site = ([*program, "site"],)
    others = peers(project)
    steps: dict[str, tuple[Callable[[], None], Sequence[Sequence[str]]]] = {
        "from nothing": (lambda: _clear(project), site),
        **{one.what: (one.prepare, one.commands) for one in others},
        "one fact edited": (lambda: edit(project), site),
        "nothing changed": (lambda: None, site),
    }
    runs: dict[str, list[Taken]] = {what: [] for what in steps}
    for _ in range(ROUNDS):
        for what, (prepare, commands) in steps.items():
            prepare()
            runs[what].append(_sum([_run(command) for command in commands]))
    sizes = {"from nothing": "site", others[0].what: "hugo/public", others[1].what: "stock"}
    for what, some in runs.items():
        yield PublishRow(
            what,
            median(one.seconds for one in some),
            median(one.cpu for one in some),
            max(one.memory for one in some),
            _size(project / sizes[what]) if what in sizes else None,
        )
    with _previewed(program) as address:
        waits = [_until_loaded(project, address) for _ in range(ROUNDS)]
    yield PublishRow("preview, from an edit to the page loading again", median(waits))


def edit(project: Path) -> None:
    """Add a note to the last fact of a file, or take it away again."""
    for file in sorted((project / "content/sources").glob("*/facts*.yaml")):
        text = file.read_text("utf-8")
        last = text.rpartition("\n- ")[2]
        if text.endswith(ADDED) or "\n  note:" not in last:
            text = text.removesuffix(ADDED) if text.endswith(ADDED) else text + ADDED
            file.write_text(text, encoding="utf-8", newline="\n")
            return
    raise RuntimeError(f"each last fact of a file in {project} has a note")


def _clear(project: Path) -> None:
    for name in ("build", "site"):
        shutil.rmtree(project / name, ignore_errors=True)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _sum(runs: Sequence[Taken]) -> Taken:
    return Taken(
        sum(one.seconds for one in runs),
        sum(one.cpu for one in runs),
        max(one.memory for one in runs),
    )


def _run(command: Sequence[str]) -> Taken:
    """What a process with its children takes. Raises RuntimeError if it fails."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_surroundings())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    kilobytes = usage.ru_maxrss if sys.platform != "darwin" else usage.ru_maxrss // 1024
    seconds = time.perf_counter() - begun
    return Taken(seconds, usage.ru_utime + usage.ru_stime, kilobytes * 1024)


def _surroundings() -> dict[str, str]:
    """The environment, in which Python keeps what it compiles, as it does for users."""
    given = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    return given


@contextmanager
def _previewed(program: Sequence[str]) -> Iterator[str]:
    """The address of a running preview."""
    with socket.socket() as there:
        there.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{there.getsockname()[1]}"
    command = [*program, "serve", "--address", address]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_surroundings()) as server:
        try:
            while server.poll() is None and not _page(address):
                time.sleep(0.2)
            yield address
        finally:
            server.terminate()


def _page(address: str) -> str:
    try:
        with urlopen(f"http://{address}/") as answer:
            return str(answer.read().decode("utf-8"))
    except URLError:
        return ""


def _until_loaded(project: Path, address: str) -> float:
    """Seconds from an edit until an open page is told to load again."""
    found = re.search(r'data-changed="([^"]*)"', _page(address))
    if not found:
        raise RuntimeError(f"the preview at {address} has ended, or does not follow edits")
    begun = time.perf_counter()
    edit(project)
    while True:
        try:
            with urlopen(f"http://{address}{found[1]}") as answer:
                if answer.status == 200:
                    return time.perf_counter() - begun
        except HTTPError:
            continue
