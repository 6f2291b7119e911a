"""The targets as atheris calls them, which chooses input by what the code did with the input before.

Each target runs in a process of its own, because libFuzzer ends the process that it runs in.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from tests.fuzz.mutants import SYNTAX
from tests.fuzz.tried import Tried
from tests.hostile.cases import unescape
from tests.project import ROOT
from tests.test_escaping import FRAGMENTS

MISSING = (
    "atheris is missing; install it (on Linux, for Python 3.11 to 3.13): "
    f"{sys.executable} -m pip install --require-hashes --requirement requirements/fuzz.txt"
)
LIMITS = ("-timeout=10", "-rss_limit_mb=2048", "-max_len=4000")
"""Of one input: seconds, megabytes and bytes."""

TOLD = 20
"""So many different failures of a target are kept."""

PAST = Path(__file__).with_name("past.yaml")


def _words(data: bytes) -> tuple[str, int, int]:
    start, length, text = data[:2], data[2:3], data[3:]
    return text.decode("utf-8", "ignore"), int.from_bytes(start), int.from_bytes(length) + 1


MEANT: dict[str, Callable[[bytes], Any]] = {
    "reader": bytes,
    "matcher": _words,
    "escape": lambda data: data.decode("utf-8", "ignore"),
}
"""For each target that takes bytes, what they mean to it."""


class Guided:
    """One target, counting what comes of it until its time is over; then `end` is called."""

    def __init__(
        self,
        name: str,
        attempt: Callable[[Any], None],
        seconds: float,
        end: Callable[[Tried], None],
    ) -> None:
        self.meant, self.attempt, self.end = MEANT[name], attempt, end
        self.found, self.until = Tried(), time.monotonic() + seconds

    def __call__(self, data: bytes) -> None:
        """Try one input."""
        given, before = self.meant(data), time.monotonic()
        if before > self.until:
            self.end(self.found)
            return
        self.found.inputs += 1
        with self.found.noting():
            try:
                self.attempt(given)
            except Exception:
                if len(self.found.told) >= TOLD:
                    return
                raise
        self.found.slowest = max(self.found.slowest, time.monotonic() - before)


def tried(name: str, seconds: float, first: int = 0) -> Tried:
    """What comes of a target in so many seconds; a process that dies without a word is a crash."""
    with TemporaryDirectory(prefix="guided-") as folder:
        begin(Path(folder), name)
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.fuzz.followed",
                name,
                str(seconds),
                folder,
                str(first + 1),
            ],
            cwd=ROOT,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    if done.returncode == 0:
        assert "Instrumenting generator" in done.stderr  # or atheris would choose blindly
        said = json.loads(done.stdout.splitlines()[-1])
        return Tried(**{**said, "told": set(said["told"])})
    return Tried(crashes=1, told={done.stderr[-4000:]})


def begin(folder: Path, name: str) -> None:
    """Write what atheris begins with: what once failed, and the words that mean something here."""
    (folder / "corpus").mkdir()
    past = yaml.load(PAST.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    texts = [one["input"] for one in past if one["target"] == name]
    words = {one.encode("utf-8", "surrogatepass") for one in (*SYNTAX, *FRAGMENTS)}
    start = b"\0\0\7" if name == "matcher" else b""
    for number, data in enumerate((*map(unescape, texts), *sorted(words))):
        (folder / f"corpus/{number}").write_bytes(start + data)
    lines = ("".join(f"\\x{byte:02x}" for byte in word) for word in sorted(words) if len(word) < 60)
    (folder / "words").write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")
