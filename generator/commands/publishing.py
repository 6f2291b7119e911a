"""The commands that make and preview the site."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from generator.publish.mkdocs import publish
from generator.publish.preview import preview


@click.command(short_help="Check, build and make site/.")
@click.pass_obj
def site(root: Path) -> None:
    """Check, build and make site/; if anything fails, the previous site is kept."""
    sys.exit(publish(root))


@click.command(short_help="Preview the site, updated as you edit.")
@click.option(
    "--address", metavar="HOST:PORT", help="Address of the preview (default 127.0.0.1:8000)."
)
@click.pass_obj
def serve(root: Path, address: str | None) -> None:
    """Preview the site, updated as you edit; while there are problems, the previous pages are kept."""
    gc.enable()
    sys.exit(preview(root, address))
