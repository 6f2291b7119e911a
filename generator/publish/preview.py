"""The preview: the site on this machine, which follows edits to the project."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.build import DOCS, THEME, build
from generator.console import be_interruptible, print_problems
from generator.load.watching import state
from generator.publish.command import environment, mkdocs
from generator.write import NotWrittenError


def preview(root: Path, address: str | None = None) -> int:
    """Serve the site at `address` (HOST:PORT) until interrupted.

    Returns 0, or 1 if there is nothing to serve or MkDocs ends by itself.
    """
    root = root.resolve()
    be_interruptible()
    seen = state(root)
    _rebuild(root)
    if not (root / DOCS).is_dir():
        return 1
    command = mkdocs(root, "serve", "--livereload", "-w", str(root / THEME))
    if address:
        command += ["-a", address]
    with TemporaryDirectory() as scratch:  # MkDocs leaves its site behind when it is ended
        surroundings = environment(root) | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch)
        with subprocess.Popen(command, env=surroundings, cwd=root) as server:
            try:
                while server.poll() is None:
                    time.sleep(1)
                    now = state(root)
                    if now != seen:
                        seen = now
                        _rebuild(root)
            except KeyboardInterrupt:
                server.terminate()
                server.wait()
                return 0
    if not server.returncode:
        return 0
    click.echo(
        "MkDocs has stopped. If its address is in use, choose another with --address.", err=True
    )
    return 1


def _rebuild(root: Path) -> None:
    """Build the pages, or print the problems and keep the previous pages."""
    try:
        problems = build(root).problems
    except (NotWrittenError, OSError) as error:
        click.echo(f"The pages could not be built: {error}", err=True)
        return
    print_problems(problems, root)
    if problems:
        count = f"{len(problems):,} problem{'s' if len(problems) > 1 else ''}"
        outcome = "the previous pages are kept" if (root / DOCS).is_dir() else "nothing is built"
        click.echo(f"{count}; {outcome}.", err=True)
