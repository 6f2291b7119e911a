"""The commands that make and preview the site.

What they run is imported only when it is needed: a site that is up to date is known at once.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from pathlib import Path

import click

from generator.publish.unchanged import is_unchanged, state_of_input
from generator.write import writing


@click.command(short_help="Check, build and make site/.")
@click.pass_obj
def site(root: Path) -> None:
    """Check, build and make site/; if anything fails, the previous site is kept."""
    with writing("The site"):
        if is_unchanged(root.resolve(), state_of_input(root.resolve())):
            click.echo("Nothing has changed since site/ was made.")
            return
    code = import_module("generator.publish.mkdocs").publish(root)
    if code == 0:
        click.echo("site/ is ready: open site/index.html in a browser.")
    sys.exit(code)


@click.command(short_help="Preview the site, updated as you edit.")
@click.option(
    "--address", metavar="HOST:PORT", help="Address of the preview (default 127.0.0.1:8000)."
)
@click.pass_obj
def serve(root: Path, address: str | None) -> None:
    """Preview the site, updated as you edit; while there are problems, the previous pages are kept."""
    gc.enable()
    sys.exit(import_module("generator.publish.preview.preview").preview(root, address))
