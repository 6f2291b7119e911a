"""Previewing: the site on this machine, following edits to the project."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import click

from generator.build import DOCS, NotWrittenError, build
from generator.problems import as_text
from generator.publish import environment, mkdocs

WATCHED = ("content", "seeds", "site_config")


def preview(root: Path) -> int:
    """Serve the site until interrupted. The exit code: 1 where nothing was ever built."""
    root = root.resolve()
    seen = _state(root)
    _rebuild(root)
    if not (root / DOCS).is_dir():
        return 1
    command = mkdocs(root, "serve", "--livereload")
    with subprocess.Popen(command, env=environment(), cwd=root) as server:
        try:
            while server.poll() is None:
                time.sleep(1)
                now = _state(root)
                if now != seen:
                    seen = now
                    _rebuild(root)
        except KeyboardInterrupt:
            server.terminate()
    return max(server.returncode, 0)


def _state(root: Path) -> dict[str, int]:
    """When each file that the pages are made from was last changed, in nanoseconds."""
    state = {}
    for folder in WATCHED:
        for path in (root / folder).rglob("*"):
            try:
                state[str(path)] = path.stat().st_mtime_ns
            except OSError:  # an editor has just replaced it
                continue
    return state


def _rebuild(root: Path) -> None:
    """Build what can be built; while there are problems, the last good pages stay."""
    try:
        problems = build(root).problems
    except (NotWrittenError, OSError) as error:
        click.echo(f"The pages could not be built: {error}", err=True)
        return
    for problem in problems:
        click.echo(as_text(problem))
    if problems:
        click.echo(f"{len(problems):,} problems; the last good pages stay.", err=True)
