"""The command that writes the pages of a project."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.build import build as build_docs
from generator.console import print_problems


@click.command()
@click.pass_obj
def build(root: Path) -> None:
    """Check, and write build/docs. Exit code: as check, or 3 if it can't be written."""
    try:
        checked = build_docs(root)
    except OSError as error:
        raise click.UsageError(str(error)) from error
    print_problems(checked.problems)
    sys.exit(1 if checked.problems else 0)
