"""How long a site takes: from nothing, after an edit, with no edit, in the preview, and with MkDocs alone."""

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

ROUNDS = 3
"""So often each is measured, one after the other: a machine that is busy for a while is so for all."""

ADDED = "    We say so.\n"

STOCK = """\
INHERIT: build/mkdocs.yml
docs_dir: build/docs
site_dir: stock
plugins: [search]
theme: {custom_dir: build/theme}
"""
"""MkDocs and Material as they come, with their search, on the same pages."""


@dataclass(frozen=True, slots=True)
class PublishRow:
    """One measurement: the medians of real and CPU seconds, of the process and its children."""

    what: str
    seconds: float
    cpu: float | None


def measure(real: Path) -> list[PublishRow]:
    """Every row, for a copy of the real project, which is changed."""
    (real / "stock.yml").write_text(STOCK, encoding="utf-8")
    program = [sys.executable, "-m", "generator", "--root", str(real)]
    stock = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(real / "stock.yml")]
    steps: dict[str, tuple[Callable[[], None], Sequence[str]]] = {
        "site, from nothing": (lambda: _clear(real), [*program, "site"]),
        "site, one fact edited": (lambda: edit(real), [*program, "site"]),
        "site, nothing changed": (lambda: None, [*program, "site"]),
        "MkDocs and Material with their search": (lambda: None, stock),
    }
    taken: dict[str, list[tuple[float, float]]] = {what: [] for what in steps}
    for _ in range(ROUNDS):
        for what, (prepare, command) in steps.items():
            prepare()
            taken[what].append(_timed(command))
    rows = [
        PublishRow(what, median(one for one, _ in runs), median(cpu for _, cpu in runs))
        for what, runs in taken.items()
    ]
    with _previewed(program) as address:
        waits = [_until_loaded(real, address) for _ in range(ROUNDS)]
    return [
        *rows,
        PublishRow("preview, from an edit to the page loading again", median(waits), None),
    ]


def edit(real: Path) -> None:
    """Add a sentence to the note of a fact, or take it away again."""
    files = sorted((real / "content/sources").glob("*/facts*.yaml"))
    file = next(one for one in files if "  note: >-\n" in one.read_text("utf-8"))
    before, start, rest = file.read_text("utf-8").partition("  note: >-\n")
    rest = rest.removeprefix(ADDED) if rest.startswith(ADDED) else ADDED + rest
    file.write_text(before + start + rest, encoding="utf-8")


def _clear(real: Path) -> None:
    for name in ("build", "site", "stock"):
        shutil.rmtree(real / name, ignore_errors=True)


def _timed(command: Sequence[str]) -> tuple[float, float]:
    """Real and CPU seconds of a process with its children. Raises CalledProcessError if it fails."""
    before, begun = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_surroundings())
    taken, after = time.perf_counter() - begun, os.times()
    cpu = after.children_user + after.children_system
    return taken, cpu - before.children_user - before.children_system


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


def _until_loaded(real: Path, address: str) -> float:
    """Seconds from an edit until an open page is told to load again."""
    found = re.search(r'data-changed="([^"]*)"', _page(address))
    if not found:
        raise RuntimeError(f"the preview at {address} has ended, or does not follow edits")
    begun = time.perf_counter()
    edit(real)
    while True:
        try:
            with urlopen(f"http://{address}{found[1]}") as answer:
                if answer.status == 200:
                    return time.perf_counter() - begun
        except HTTPError:
            continue
