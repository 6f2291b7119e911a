"""Publishing: from the project to `site/`. The previous site stays until the new one is sound."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator.build import DOCS, THEME, build
from generator.console import print_problems
from generator.data.json_files import INDEX
from generator.publish.audit.audit import audit
from generator.publish.audit.made import ChangedError, Made, WrittenFiles
from generator.publish.audit.sample import SampleError
from generator.publish.command import environment, rendering
from generator.publish.manifest import head, lists_of
from generator.publish.pruning import prune
from generator.publish.unchanged import note, state_of_input
from generator.write import cleared, locked, restore, swap, writing

FAULTS_PRINTED = 50  # of the audit

PUBLISHED_WHOLE = (DOCS, THEME)
"""The folders whose files are published as they are, whether or not a page refers to them."""


def publish(root: Path) -> int:
    """Check, build, run MkDocs, prune, audit and swap.

    The exit code is 0, or 1 for problems in the content or the site. Raises NotWrittenError.
    """
    root = root.resolve()
    with writing("The site"), site_locked(root) as lock:
        given = state_of_input(root)  # before anything is read: what changes meanwhile is new
        checked = build(root)
        print_problems(checked.problems, root)
        if checked.atlas is None or checked.problems:
            return 1
        written = WrittenFiles(root / DOCS, checked.written)
        code = _publish(Made(root, checked.atlas, written), lock)
        if code == 0:
            note(root, given)
        return code


MEMORY = "build/pages.json"
"""What each page of the last site was made from."""


@contextmanager
def site_locked(root: Path) -> Iterator[int]:
    """Let only one process at a time make the site, or an edition of it; gives the lock's descriptor.

    If another process was killed after moving the site away, the site is put back. Raises OSError.
    """
    (root / "build").mkdir(exist_ok=True)
    with locked(root / "build/site") as lock:
        restore(root / "site")
        yield lock


def run(command: list[str], root: Path, lock: int) -> int:
    """Run MkDocs, which also holds the lock of the site until it has ended; gives its exit code."""
    held = () if sys.platform == "win32" else (lock,)
    done = subprocess.run(command, env=environment(root), cwd=root, check=False, pass_fds=held)
    return done.returncode


def _publish(made: Made, lock: int) -> int:
    root = made.root
    fresh, site = cleared(root / "build/site.next"), root / "site"
    if run(rendering(root, fresh, site, root / MEMORY), root, lock):
        click.echo("MkDocs could not build the site; the previous site is kept.", err=True)
        return 1
    prune(fresh, [root / folder for folder in PUBLISHED_WHOLE])
    try:
        digest = json.loads(made.read(INDEX))["generated_from"]
        for path, data in lists_of(head(root, made.atlas.config.site, digest), fresh).items():
            (fresh / path).write_bytes(data)
        faults = audit(fresh, made)
    except (ChangedError, SampleError) as error:
        click.echo(error)
        click.echo("The new site could not be audited; the previous site is kept.", err=True)
        return 1
    for fault in faults[:FAULTS_PRINTED]:
        click.echo(fault)
    if faults:
        count = "1 fault" if len(faults) == 1 else f"{len(faults):,} faults"
        message = f"The new site has {count}, named above; the previous site is kept."
        click.echo(message, err=True)
        return 1
    swap(fresh, site)
    return 0
