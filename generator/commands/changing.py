"""What the commands that change records have in common: a change is made completely or not at all."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click

from generator.check import check
from generator.console import CommandError, print_problems, typed
from generator.load.entries import Entries
from generator.load.project import load
from generator.load.watching import WATCHED
from generator.review.renaming import CanNotMoveError, Edit
from generator.review.report import verdict
from generator.write import add, writing

FOLLOWING = (
    "content/**/*.yaml",
    "site_config/**/*.yaml",
    "site_config/pages/**/*.md",
    "tests/queries.yaml",
)
"""The files that may name records."""

DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change; change nothing.")


def project(root: Path) -> tuple[Entries, dict[str, str]]:
    """The records, and the text of each file that may name one; ends if a file can't be read."""
    try:
        entries, problems = load(root)
        files = {
            path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8-sig")
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


def refuse(error: CanNotMoveError) -> NoReturn:
    """Print why nothing was changed, and end with 1."""
    for reason in error.reasons:
        click.echo(typed().in_text(reason), err=True)
    click.echo("nothing was changed", err=True)
    sys.exit(1)


def carry_out(root: Path, edits: Sequence[Edit], told: str, *, dry_run: bool) -> None:
    """Print and make the changes, then check; a dry run makes them in a temporary copy."""
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
    """Make the changes in a folder, print what the check finds there, and return the exit code."""
    written = {edit.becomes: edit.text.encode() for edit in edits if edit.text is not None}
    kept = {edit.path for edit in edits if edit.path in written}
    gone = [edit.path for edit in edits if edit.path not in kept]
    add(written, root, replacing=kept, removing=[path for path in gone if (root / path).exists()])
    problems = check(root).problems
    print_problems(problems, root)
    click.echo(verdict(problems, 0))
    return 1 if problems else 0


def _told(edit: Edit) -> str:
    """What happens to a file, in one line."""
    if edit.text is None:
        gone = f", and with it: {'; '.join(edit.lost)}" if edit.lost else ""
        return f"{edit.path} is removed{gone}"
    where = edit.path if edit.path == edit.becomes else f"{edit.path} → {edit.becomes}"
    numbers = ", ".join(map(str, edit.lines))
    return f"{where}: line{'s' if len(edit.lines) > 1 else ''} {numbers}" if numbers else where
