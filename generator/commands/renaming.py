"""The commands that give a record another reference, or make two records into one."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.changing import DRY_RUN, carry_out, project, refuse
from generator.console import CommandError
from generator.review.merging import merge as merged
from generator.review.renaming import CanNotMoveError, missing, records_of
from generator.review.renaming import rename as renamed


@click.command(short_help="Give the record OLD the reference NEW.")
@click.argument("old")
@click.argument("new")
@DRY_RUN
@click.pass_obj
def rename(root: Path, old: str, new: str, *, dry_run: bool) -> None:
    """Give the record OLD, such as people/ada, the reference NEW, such as people/ada-okoro.

    Every record that names it is changed, and its old page leads to the new one.

    Exit code: 0, 1 if it can't be done or the check finds problems afterwards, 2 if the command could
    not run, 3 if the files could not be written.
    """
    entries, files = project(root)
    if old not in records_of(entries):
        raise CommandError(missing(old, records_of(entries), entries))
    try:
        edits = renamed(files, entries, old, new)
    except CanNotMoveError as error:
        refuse(error)
    carry_out(root, edits, f"{old} {'would be' if dry_run else 'is now'} {new}", dry_run=dry_run)


@click.command(short_help="Make the record GONE part of the record KEPT.")
@click.argument("gone")
@click.argument("kept")
@DRY_RUN
@click.pass_obj
def merge(root: Path, gone: str, kept: str, *, dry_run: bool) -> None:
    """Make the person, unit or topic GONE part of KEPT, if the two records are of one thing.

    Every record that names GONE then names KEPT, which gets its spellings. The old page leads to that
    of KEPT. If something needs a human decision, nothing is changed.

    Exit code: as for rename.
    """
    entries, files = project(root)
    try:
        edits = merged(files, entries, gone, kept)
    except CanNotMoveError as error:
        refuse(error)
    told = f"{gone} {'would be' if dry_run else 'is now'} part of {kept}"
    carry_out(root, edits, told, dry_run=dry_run)
