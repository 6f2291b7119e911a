"""Kills at random moments: `python -m tests.faults [KILLS]` says what each left behind.

The site of a small project is made again and again, of two versions by turns, and the command is
killed. Afterwards `site/` must be one of the two, complete, and the next run must repair the rest.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.project import ROOT, contents, lay_out, put, run

PERSON = "content/people/tomas-reed.yaml"
VERSIONS = ("name: Tomas Reed\n", "name: Tomas Reed\naliases:\n  - Reed of the mill\n")

WAYS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


@dataclass(frozen=True, slots=True)
class Kill:
    """A run of `site` that was killed: how, to whom, after how many seconds, and what was there then.

    `left` is 0 or 1 for the version that is there whole, and None for anything else.
    """

    way: signal.Signals
    group: bool
    after: float
    left: int | None
    mended: bool


def kills(folder: Path, count: int, chance: random.Random) -> Iterator[Kill]:
    """Kill so many runs, one after the other; `folder` gets a project."""
    project = lay_out(folder)
    sites, lasted = [], []
    for version in VERSIONS:
        put(project, {PERSON: version})
        began = time.monotonic()
        done = run("--root", project, "site")
        assert done.returncode == 0, done.stderr
        lasted.append(time.monotonic() - began)
        sites.append(contents(project / "site"))
    for turn in range(count):
        put(project, {PERSON: VERSIONS[turn % 2]})
        way, group = chance.choice(WAYS), chance.random() < 0.5
        after = chance.uniform(0, max(lasted))
        _killed(project, way, after, group=group)
        found = contents(project / "site")
        left = sites.index(found) if found in sites else None
        again = run("--root", project, "site")
        mended = again.returncode == 0 and contents(project / "site") == sites[turn % 2]
        yield Kill(way, group, after, left, mended)


def _killed(project: Path, way: signal.Signals, after: float, *, group: bool) -> None:
    """Begin `site`, and end it by a signal, alone or with its children."""
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "--root", project, "site"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        time.sleep(after)
        if running.poll() is None:
            if group:
                os.killpg(running.pid, way)
            else:
                running.send_signal(way)


def main() -> int:
    """Kill as often as asked, and print how often each way was tried and what it left."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    seed = random.randrange(10**6)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        for one in kills(Path(scratch) / "project", count, random.Random(seed)):
            whom = "with its children" if one.group else "alone"
            whole = "whole" if one.left is not None else "DAMAGED"
            mended = "mended" if one.mended else "NOT MENDED"
            found[f"{one.way.name} {whom}: {whole}, {mended} by the next run"] += 1
    sys.stdout.write(f"{count} kills, chance {seed}\n")
    for line, times in sorted(found.items()):
        sys.stdout.write(f"  {times:4} {line}\n")
    return 1 if any("DAMAGED" in line or "NOT" in line for line in found) else 0


if __name__ == "__main__":
    sys.exit(main())
