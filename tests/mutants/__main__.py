"""The command: `python -m tests.mutants [--jobs N] [MODULE …]`, such as `findings.compare`."""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from tests.mutants import survivors
from tests.mutants.modules import TESTS
from tests.mutants.planting import mistakes
from tests.mutants.survivors import Key
from tests.mutants.trial import Subject, seconds_of, unnoticed

LEAST = 0.9  # the share of a module's mistakes that its tests notice
ROOT = Path(__file__).parents[2]


def main() -> int:
    """Try the mistakes of each module, and say which of them no test notices."""
    arguments = ArgumentParser(prog="python -m tests.mutants")
    arguments.add_argument("modules", nargs="*", metavar="MODULE", help=", ".join(TESTS))
    arguments.add_argument("--jobs", type=int, default=1, help="trials at once")
    chosen = arguments.parse_args()
    if unknown := set(chosen.modules) - set(TESTS):
        arguments.error(f"no tests are named for {', '.join(sorted(unknown))}")
    os.environ["CI"] = "1"  # Hypothesis takes the same examples each time
    wanted = [one for one in TESTS if one in chosen.modules or not chosen.modules]
    return max(_tried(module, chosen.jobs) for module in wanted)


def _tried(module: str, jobs: int) -> int:
    """Try one module; 1 if a mistake that matters is not noticed, or the list is out of date."""
    path = ROOT / f"generator/{module.replace('.', '/')}.py"
    subject = Subject(f"generator.{module}", path, TESTS[module])
    start = time.monotonic()
    seconds = seconds_of(subject)
    if seconds is None:
        _print(f"{module}: {' '.join(subject.tests)} fails without a mistake")
        return 1
    planted = list(mistakes(path.read_text(encoding="utf-8")))
    survived = list(unnoticed(planted, subject, seconds, jobs))
    share = 1 - len(survived) / len(planted) if planted else 1.0
    found = {survivors.key(mistake): None for mistake in survived}
    known = survivors.explained().get(module, {})
    _print(
        f"{module}: {len(planted) - len(survived)} of {len(planted)} noticed ({share:.1%}),"
        f" {len(survived)} not; {time.monotonic() - start:.0f} s"
    )
    new = [one for one in found if not known.get(one)]
    gone = [one for one in known if one not in found]
    _print(_listed(module, "no test notices these", new))
    _print(_listed(module, "a test notices these by now, or the code is gone", gone))
    return 1 if new or gone or share < LEAST else 0


def _listed(module: str, heading: str, keys: list[Key]) -> str:
    return f"# {heading}:\n{survivors.written(module, keys)}" if keys else ""


def _print(text: str) -> None:
    if text:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
