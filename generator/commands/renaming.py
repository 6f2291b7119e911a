"""The commands that give a record another reference, or make two records one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click

from generator.check import check
from generator.console import CommandError, print_problems
from generator.load.entries import Entries
from generator.load.project import load
from generator.load.watching import WATCHED
from generator.review.merging import merge as merged
from generator.review.renaming import CanNotMoveError, Edit, missing, records_of
from generator.review.renaming import rename as renamed
from generator.review.report import verdict
from generator.write import add, writing

FOLLOWING = (
    "content/**/*.yaml",
    "site_config/**/*.yaml",
    "site_config/pages/**/*.md",
    "tests/queries.yaml",
)
"""The files that may name records."""

_DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change; change nothing.")


@click.command(short_help="Give the record OLD the reference NEW.")
@click.argument("old")
@click.argument("new")
@_DRY_RUN
@click.pass_obj
def rename(root: Path, old: str, new: str, *, dry_run: bool) -> None:
    """Give the record OLD, such as people/ada, the reference NEW, such as people/ada-okoro.

    Everything that names it follows, and its old page leads to the new one.

    Exit code: 0, 1 if it can't be done or the check finds problems afterwards, 2 if the command could
    not run, 3 if the files could not be written.
    """
    entries, files = _project(root)
    if old not in records_of(entries):
        raise CommandError(missing(old, records_of(entries), entries))
    try:
        edits = renamed(files, entries, old, new)
    except CanNotMoveError as error:
        _refuse(error)
    _carry_out(root, edits, f"{old} {'would be' if dry_run else 'is now'} {new}", dry_run=dry_run)


@click.command(short_help="Make the record GONE part of the record KEPT.")
@click.argument("gone")
@click.argument("kept")
@_DRY_RUN
@click.pass_obj
def merge(root: Path, gone: str, kept: str, *, dry_run: bool) -> None:
    """Make the person, unit or topic GONE part of KEPT, if the two records are of one thing.

    Everything that names GONE names KEPT, whose record gets its spellings. The old page leads to that
    of KEPT. If only a person can decide something, nothing is changed.

    Exit code: as for rename.
    """
    entries, files = _project(root)
    try:
        edits = merged(files, entries, gone, kept)
    except CanNotMoveError as error:
        _refuse(error)
    told = f"{gone} {'would be' if dry_run else 'is now'} part of {kept}"
    _carry_out(root, edits, told, dry_run=dry_run)


def _project(root: Path) -> tuple[Entries, dict[str, str]]:
    """The records, and the text of every file that may name one; a file that can't be read ends it."""
    try:
        entries, problems = load(root)
        files = {
            path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8")
            for pattern in FOLLOWING
            for path in sorted(root.glob(pattern))
        }
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(str(error)) from error
    if entries is None or problems:
        print_problems(problems, root)
        click.echo(
            "nothing was changed; correct these first, so that no reference is missed", err=True
        )
        sys.exit(1)
    return entries, files


def _refuse(error: CanNotMoveError) -> NoReturn:
    for reason in error.reasons:
        click.echo(reason, err=True)
    click.echo("nothing was changed", err=True)
    sys.exit(1)


def _carry_out(root: Path, edits: Sequence[Edit], told: str, *, dry_run: bool) -> None:
    """Tell and make the changes, then check; a dry run makes them in a copy that is thrown away."""
    for edit in edits:
        click.echo(_told(edit))
    click.echo(told)
    if dry_run:
        with TemporaryDirectory(prefix="attested-") as scratch:
            for name in WATCHED:
                if (root / name).is_dir():
                    shutil.copytree(root / name, Path(scratch, name))
            sys.exit(_checked(Path(scratch), edits))
    with writing("The records"):
        sys.exit(_checked(root, edits))


def _checked(root: Path, edits: Sequence[Edit]) -> int:
    """Make the changes in a folder, and print what the check finds there; the exit code."""
    written = {edit.becomes: edit.text.encode() for edit in edits if edit.text is not None}
    kept = {edit.path for edit in edits if edit.path in written}
    gone = [edit.path for edit in edits if edit.path not in kept]
    add(written, root, replacing=kept, removing=[path for path in gone if (root / path).exists()])
    problems = check(root).problems
    print_problems(problems, root)
    click.echo(verdict(problems, 0))
    return 1 if problems else 0


def _told(edit: Edit) -> str:
    """What happens to a file, in a line."""
    if edit.text is None:
        gone = f", and with it: {'; '.join(edit.lost)}" if edit.lost else ""
        return f"{edit.path} is removed{gone}"
    where = edit.path if edit.path == edit.becomes else f"{edit.path} → {edit.becomes}"
    numbers = ", ".join(map(str, edit.lines))
    return f"{where}: line{'s' if len(edit.lines) > 1 else ''} {numbers}" if numbers else where
