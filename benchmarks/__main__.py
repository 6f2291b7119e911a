"""`make bench`: tables of how long the program takes, with ratios that are the same on any machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click

from benchmarks import publishing, search
from benchmarks.report import Table, as_markdown, keep, machine
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


@click.command()
@click.argument("tables", nargs=-1, type=click.Choice(["program", "site", "search"]))
@click.option("--facts", type=int, help="Measure the site of a synthetic project of this size too.")
def main(tables: tuple[str, ...], facts: int | None) -> None:
    """Measure, print the tables, and keep them in benchmarks/results.json."""
    with tempfile.TemporaryDirectory() as name:
        measured = dict(_tables(Path(name), tables or ("program", "site", "search"), facts))
    for table in measured.values():
        click.echo(as_markdown(table))
    keep(measured, "site")


def _tables(folder: Path, wanted: Container[str], facts: int | None) -> Iterator[tuple[str, Table]]:
    """The tables that are wanted; everything is done in copies below `folder`."""
    if "program" in wanted:
        rows = tuple((one.what, one.seconds, one.ratio) for one in measure(folder))
        yield "program", Table("The program", machine(), ("what", "seconds", "ratio"), rows)
    if "site" in wanted:
        yield "site", _site("The site of the real content", _real(folder / "site"))
    if facts:
        write_project(folder / "synthetic-site", facts)
        title = f"The site of {facts:,} synthetic facts"
        yield f"site-{facts}", _site(title, folder / "synthetic-site")
    if "search" in wanted:
        columns = (
            "what",
            "index kB",
            "first result, seconds",
            "loaded kB",
            "memory of the page, MB",
        )
        found = tuple(
            (
                one.what,
                one.index / 1000,
                one.seconds,
                one.loaded / 1000,
                one.memory / 1e6 if one.memory else None,
            )
            for one in search.measure(ROOT, folder)
        )
        yield "search", Table("The search", machine(), columns, found)


def _site(title: str, project: Path) -> Table:
    """How long a project's site takes, and its peers; each against the program from nothing, in CPU."""
    rows = list(publishing.measure(project))
    whole = rows[0].cpu or 1
    columns = ("what", "seconds of CPU", "seconds", "CPU, against ours", "memory, MB", "size, MB")
    cells = tuple(
        (
            one.what,
            one.cpu,
            one.seconds,
            f"{one.cpu / whole:.3g}" if one.cpu else None,
            one.memory / 1e6 if one.memory else None,
            one.size / 1e6 if one.size else None,
        )
        for one in rows
    )
    return Table(title, machine(), columns, cells)


def _real(folder: Path) -> Path:
    """A copy of the real project."""
    for part in PROJECT:
        shutil.copytree(ROOT / part, folder / part)
    return folder


def measure(folder: Path) -> Iterator[Row]:
    """Every row of the first table."""
    real = _real(folder / "real")
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
