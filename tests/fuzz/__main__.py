"""Fuzzing from the command line: `python -m tests.fuzz --seconds 600`."""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from typing import Any

import click
from hypothesis import HealthCheck, given, seed, settings

from tests.fuzz import guided
from tests.fuzz.targets import TARGETS, Target
from tests.fuzz.tried import Tried

BATCH = 100
"""So many inputs are tried between two looks at the clock."""


def tried(target: Target, seconds: float, first: int = 0) -> Tried:
    """What comes of a target in so many seconds; `first` is where chance begins."""
    found, until = Tried(), time.monotonic() + seconds
    while time.monotonic() < until:
        first += 1
        _batch(target, first, found)
    return found


def _batch(target: Target, number: int, found: Tried) -> None:
    def attempt(value: Any) -> None:
        found.inputs += 1
        before = time.monotonic()
        target(value)
        found.slowest = max(found.slowest, time.monotonic() - before)

    trying = settings(
        max_examples=BATCH, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )(seed(number)(given(target.inputs)(attempt)))
    with found.noting():
        trying()


def main(arguments: list[str]) -> int:
    """Try every target for its share of the time; 1 if something failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long, in all")
    parser.add_argument("--first", type=int, default=0, help="where chance begins")
    parser.add_argument("--only", choices=sorted(TARGETS), help="one target alone")
    parser.add_argument("--guided", action="store_true", help="let atheris choose the input")
    chosen = parser.parse_args(arguments)
    if chosen.guided and importlib.util.find_spec("atheris") is None:
        parser.error(guided.MISSING)
    possible = {name: TARGETS[name] for name in guided.MEANT} if chosen.guided else TARGETS
    targets = [possible[chosen.only]] if chosen.only in possible else list(possible.values())
    failed = False
    click.echo(f"{'target':10}{'inputs':>10}{'crashes':>10}{'escapes':>10}{'slowest':>10}")
    for target in targets:
        if chosen.guided:
            found = guided.tried(target.name, chosen.seconds / len(targets), chosen.first)
        else:
            found = tried(target, chosen.seconds / len(targets), chosen.first)
        click.echo(
            f"{target.name:10}{found.inputs:>10,}{found.crashes:>10}{found.escapes:>10}{found.slowest:>9.2f}s"
        )
        for told in sorted(found.told):
            click.echo(told)
        failed = failed or bool(found.told)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
