"""Publishing: from the project to `site/`. The previous site stays until the new one is sound."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator.build import DOCS, SETTINGS, THEME, build
from generator.console import print_problems
from generator.markup.paths import CHECKSUMS
from generator.publish.audit import audit
from generator.publish.checksums import checksums
from generator.publish.pruning import prune
from generator.write import cleared, locked, restore, swap, writing

FAULTS_PRINTED = 50  # of the audit

OWN_SETTINGS = "mkdocs.yml"
"""A project's own settings of MkDocs, which inherit those of `SETTINGS`; most projects have none."""

RUNNER = Path(__file__).with_name("mkdocs_runner.py")
"""The program that runs MkDocs, and ends with the process that started it."""

PUBLISHED_WHOLE = (DOCS, THEME)
"""The folders whose files are published as they are, whether or not a page refers to them."""


def publish(root: Path) -> int:
    """Check, build, run MkDocs, prune, audit and swap.

    The exit code is 0, or 1 for problems of the content or the site. Raises NotWrittenError.
    """
    root = root.resolve()
    with writing("The site"), site_locked(root) as lock:
        checked = build(root)
        print_problems(checked.problems, root)
        return 1 if checked.problems else _publish(root, lock)


@contextmanager
def site_locked(root: Path) -> Iterator[int]:
    """Let only one process at a time make the site, or an edition of it; gives the lock's descriptor.

    A site that was put away when another process was killed is there again. Raises OSError.
    """
    (root / "build").mkdir(exist_ok=True)
    with locked(root / "build/site") as lock:
        restore(root / "site")
        yield lock


def environment() -> dict[str, str]:
    """The environment variables for MkDocs, under which the same input gives the same bytes."""
    return {"SOURCE_DATE_EPOCH": "315532800", **os.environ, "NO_MKDOCS_2_WARNING": "1"}


def mkdocs(root: Path, command: str, *options: str) -> list[str]:
    """The command line that runs MkDocs on the project, with its own settings if it has any."""
    own = root / OWN_SETTINGS
    chosen = own if own.is_file() else root / SETTINGS
    return [sys.executable, "-P", str(RUNNER), command, "-f", str(chosen), *options]


def run(command: list[str], root: Path, lock: int) -> int:
    """Run MkDocs, which holds the lock of the site too until it has ended; its exit code."""
    held = () if sys.platform == "win32" else (lock,)
    done = subprocess.run(command, env=environment(), cwd=root, check=False, pass_fds=held)
    return done.returncode


def _publish(root: Path, lock: int) -> int:
    fresh, site = cleared(root / "build/site.next"), root / "site"
    command = mkdocs(root, "build", "--strict", "-d", str(fresh))
    if run(command, root, lock):
        click.echo("MkDocs could not build the site; the previous site is kept.", err=True)
        return 1
    prune(fresh, [root / folder for folder in PUBLISHED_WHOLE])
    (fresh / CHECKSUMS).write_bytes(checksums(fresh))
    faults = audit(fresh)
    for fault in faults[:FAULTS_PRINTED]:
        click.echo(fault)
    if faults:
        count = "1 fault" if len(faults) == 1 else f"{len(faults):,} faults"
        message = f"The new site has {count}, named above; the previous site is kept."
        click.echo(message, err=True)
        return 1
    swap(fresh, site)
    return 0
