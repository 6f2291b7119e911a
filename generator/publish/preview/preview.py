"""The preview: builds the site after each edit, and tells the server that shows it."""

from __future__ import annotations

import gc
import json
import subprocess
import time
from pathlib import Path
from typing import IO

import click

from generator.atlas.keeping.recalled import Recalled
from generator.build import DOCS, build
from generator.console import be_interruptible, in_words, print_problems
from generator.load.watching import state
from generator.publish.command import environment, module
from generator.publish.preview.notice import notice
from generator.publish.preview.rendered import SITE, NotRenderedError, rendered
from generator.write import NotWrittenError

ADDRESS = "127.0.0.1:8000"

PAUSE = 0.2  # seconds between two looks at the files; an edit is seen after half of this


def preview(root: Path, address: str | None = None) -> int:
    """Serve the site at `address` (HOST:PORT) until interrupted.

    Returns 0, or 1 if there is nothing to serve or the server ends by itself.
    """
    root, recalled = root.resolve(), Recalled()
    be_interruptible()
    try:
        seen = state(root)
        told, mount = _built(root, recalled)
        if mount is None:
            return 1
        command = [*module("preview"), str(root / SITE), address or ADDRESS, mount]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, text=True, encoding="utf-8", env=environment(root)
        ) as server:
            try:
                _follow(root, seen, told, server, recalled)
            finally:
                server.terminate()
            return 1 if server.wait() else 0
    except KeyboardInterrupt:
        return 0


def _follow(
    root: Path, seen: dict[str, int], told: str, server: subprocess.Popen[str], recalled: Recalled
) -> None:
    """Build after each edit, until the server ends."""
    _tell(server.stdin, told)
    while server.poll() is None:
        time.sleep(PAUSE)
        if (now := state(root)) != seen:
            seen = now
            gc.disable()  # while somebody waits
            told, _ = _built(root, recalled)
            _tell(server.stdin, told)
            gc.enable()
            gc.collect()


def _tell(pipe: IO[str] | None, told: str) -> None:
    """Tell the server that there is a new site, and what is wrong."""
    if pipe:
        try:
            print(json.dumps(told), file=pipe, flush=True)
        except BrokenPipeError:  # the server has just ended
            return


def _built(root: Path, recalled: Recalled) -> tuple[str, str | None]:
    """Build the site; gives a notice of what is wrong, and the path below which it is shown.

    There is no path if there are no pages. If something is wrong, the pages stay as they were.
    """
    told = _pages(root, recalled)
    try:
        mount = rendered(root) if (root / DOCS).is_dir() else None
    except (NotRenderedError, OSError) as error:
        what = f"The pages could not be made: {error}"
        click.echo(what, err=True)
        return notice(what), "/" if (root / SITE).is_dir() else None
    return told, mount


def _pages(root: Path, recalled: Recalled) -> str:
    """Write the pages, or print the problems and keep the previous pages; gives the notice."""
    try:
        problems = build(root, recalled).problems
    except (NotWrittenError, OSError) as error:
        what = f"The pages could not be built: {error}"
        click.echo(what, err=True)
        return notice(what)
    print_problems(problems, root)
    if not problems:
        return ""
    count = f"{len(problems):,} problem{'s' if len(problems) > 1 else ''}"
    outcome = "the previous pages are kept" if (root / DOCS).is_dir() else "nothing is built"
    click.echo(f"{count}; {outcome}.", err=True)
    return notice(f"{count}; {outcome}.", [*in_words(problems, root)])
