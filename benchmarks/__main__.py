"""`make bench`: a table of how long the program takes, with ratios that are the same on any machine."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click

from benchmarks import publishing, search
from benchmarks.synthetic import Shape, write_project

ROOT = Path(__file__).parents[1]
PROJECT = ("content", "seeds", "site_config")
EMPTY = 4  # facts in a project that shows what starting the program takes
SIZES = {"check": (2_000, 20_000), "build": (600, 6_000)}
"""How many facts a small and a large project have, by what is measured of them."""
BOOK = 3_000  # facts, in two million characters
LONG = 3.0
"""What they may take in one document, against the same facts in short ones."""
TARGET = 1.2
"""What a fact of a large project may cost, against one of a small project."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: seconds of real time, and what to compare them with."""

    what: str
    seconds: float
    ratio: str = ""


def main() -> None:
    """Measure, and print the table."""
    with tempfile.TemporaryDirectory() as name:
        rows = list(measure(Path(name)))
        sites = publishing.measure(Path(name) / "real")
        searches = list(search.measure(ROOT, Path(name)))
    click.echo(f"Python {platform.python_version()}, {os.cpu_count()} processors\n")
    click.echo("| what | seconds | ratio |\n|---|---:|---|")
    for row in rows:
        click.echo(f"| {row.what} | {row.seconds:.4g} | {row.ratio} |")
    click.echo("\n| site, real content | seconds | CPU seconds | MkDocs takes, of CPU |")
    click.echo("|---|---:|---:|---:|")
    stock = next(one.cpu or 0 for one in sites if one.what.startswith("MkDocs"))
    for made in sites:
        cpu, times = (f"{made.cpu:.3g}", f"{stock / made.cpu:.3g} times") if made.cpu else ("", "")
        click.echo(f"| {made.what} | {made.seconds:.3g} | {cpu} | {times} |")
    click.echo(
        "\n| search | index kB | first result, seconds | loaded kB | memory of the page, MB |"
    )
    click.echo("|---|---:|---:|---:|---:|")
    for one in searches:
        taken = "" if one.memory is None else f"{one.memory / 1e6:.0f}"
        seconds = "none" if one.seconds is None else f"{one.seconds:.2f}"
        click.echo(
            f"| {one.what} | {one.index / 1000:,.0f} | {seconds} | {one.loaded / 1000:,.0f} "
            f"| {taken} |"
        )


def measure(folder: Path) -> Iterator[Row]:
    """Every row of the table; everything is done in copies below `folder`."""
    real = folder / "real"
    for part in PROJECT:
        shutil.copytree(ROOT / part, real / part)
    checking = timed(real, "check", times=5)
    yield Row("check, real content", checking, "1")
    for command, (small, large) in SIZES.items():
        yield from _scaling(folder, command, small, large)
    yield from _book(folder)
    building = timed(real, "build", times=3)
    yield Row("check and build the pages, real content", building, f"{building / checking:.2f}")
    again = timed(real, "build", times=3)
    yield Row("the same, nothing changed", again, f"{again / checking:.2f}")


def _scaling(folder: Path, command: str, small: int, large: int) -> Iterator[Row]:
    """How long a fact takes in a small and in a large project, without the start-up time."""
    sizes = (EMPTY, small, large)
    projects = [folder / f"{command}-of-{size}" for size in sizes]
    for project, size in zip(projects, sizes, strict=True):
        write_project(project, size)
    # One after the other, several times: a machine that is busy for a while is so for all.
    runs = [[timed(project, command) for project in projects] for _ in range(3)]
    taken = [median(column) for column in zip(*runs, strict=True)]
    yield Row(f"{command}, {EMPTY} synthetic facts (start-up)", taken[0])
    yield Row(f"{command}, {small:,} synthetic facts", taken[1])
    yield Row(f"{command}, {large:,} synthetic facts", taken[2])
    one = (taken[1] - taken[0]) / (small - EMPTY)
    other = (taken[2] - taken[0]) / (large - EMPTY)
    yield Row(f"{command}, a fact among {small:,}", one, "1")
    target = f"{other / one:.2f} (target: at most {TARGET})"
    yield Row(f"{command}, a fact among {large:,}", other, target)


def _book(folder: Path) -> Iterator[Row]:
    """How long facts take in a document as long as a book, and in short ones with the same text."""
    projects = {"short documents": Shape().in_a_document, "one document": BOOK}
    for name, facts in projects.items():
        shape = Shape(in_a_document=facts, between=530, marked=True)
        write_project(folder / name, BOOK, shape)
    runs = [[timed(folder / name, "check") for name in projects] for _ in range(3)]
    short, one = (median(column) for column in zip(*runs, strict=True))
    yield Row(f"check, {BOOK:,} facts in 2 MB of short documents", short, "1")
    yield Row("the same in one document", one, f"{one / short:.2f} (target: at most {LONG:g})")


def timed(root: Path, command: str, times: int = 1) -> float:
    """The median time of a whole process, in seconds. Raises CalledProcessError if it fails."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "generator", "--root", str(root), command],
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        taken.append(time.perf_counter() - begun)
    return median(taken)


if __name__ == "__main__":
    main()
