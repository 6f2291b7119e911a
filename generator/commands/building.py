"""The command that writes the pages of a project."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.build import build as build_docs
from generator.console import CommandError, print_problems


@click.command()
@click.pass_obj
def build(root: Path) -> None:
    """Check, and write build/docs.

    Exit code: 0, 1 if there are problems, 2 if the command could not run, 3 if the pages can't be
    written.
    """
    try:
        checked = build_docs(root)
    except OSError as error:
        raise CommandError(str(error)) from error
    print_problems(checked.problems, root)
    sys.exit(1 if checked.problems else 0)
