"""The command for work on the records in a browser."""

from __future__ import annotations

import gc
import os
import sys
import webbrowser
from pathlib import Path

import click

from generator.atlas.join import join
from generator.commands.drafting import written
from generator.console import CommandError, be_interruptible, readable_entries
from generator.intake.naming import slug_of
from generator.load.entries import Entries
from generator.markup.templates import fill
from generator.problems import did_you_mean, show
from generator.review.page import review_page
from generator.review.workbench.bench import Bench
from generator.review.workbench.server import BenchServer
from generator.write import writing


@click.command(short_help="Write and review records in the browser.")
@click.argument("source", required=False)
@click.option("--port", default=0, help="The port to use; without it, one that is free.")
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
@click.option("--static", is_flag=True, help="Write pages to build/review/ instead, to read only.")
@click.pass_obj
def review(root: Path, source: str | None, port: int, *, no_browser: bool, static: bool) -> None:
    """Select words of a document in the browser, and get the record, checked as you type.

    SOURCE is the name of a folder in content/sources/. Only this machine can open the address. Stop it
    with Ctrl-C.
    """
    entries = readable_entries(root, "here")
    ref = _ref(source, entries)
    if static:
        _write_pages(root, entries, ref)
        return
    gc.enable()  # unlike other commands, this one goes on
    be_interruptible()
    try:
        server = BenchServer(Bench(root, slug_of, written), port)
    except (OSError, OverflowError) as error:
        raise CommandError(f"port {port} can't be used ({error}); choose another") from error
    with server:
        address = server.address(ref.removeprefix("sources/"))
        click.echo(f"The workbench is at {address}\nStop it with Ctrl-C.")
        if not no_browser and _has_windows():
            webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


def _has_windows() -> bool:
    """Whether a browser would open beside the terminal, and not inside it."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.stdout.isatty() and (sys.platform in ("win32", "darwin") or bool(shown))


def _ref(source: str | None, entries: Entries) -> str:
    """The reference of a source named with or without its folder; "" for none."""
    ref = f"sources/{source.removeprefix('sources/')}" if source else ""
    known = [entry.ref for entry in entries.sources]
    if ref and ref not in known:
        advice = did_you_mean(ref, known) or "; see content/sources/"
        raise CommandError(f"there is no source {show(ref)}{advice}")
    return ref


def _write_pages(root: Path, entries: Entries, wanted: str) -> None:
    """Write the review page of one document, or of every document: its text beside its facts."""
    atlas = join(entries)
    for ref in [wanted] if wanted else sorted(atlas.documents):
        view = review_page(ref, atlas)
        path = root / view.path
        with writing("The page"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fill(view, atlas.config.wording), encoding="utf-8", newline="\n")
        click.echo(path)
