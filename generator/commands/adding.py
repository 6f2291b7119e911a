"""The command that takes documents in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.console import CommandError, print_problems, typed
from generator.intake.formats import ENDINGS, OTHERS
from generator.intake.report import full, summary
from generator.intake.stock import Stock, stock_of
from generator.intake.take import Intake
from generator.load.file_names import is_left_behind, is_named
from generator.load.folder import Shelf
from generator.load.seeds import LISTING
from generator.load.site_config import NO_PROJECT, is_project
from generator.write import add, writing

REPORTS = "build/added"
"""Where the whole report about each document is."""


@click.command("add-document", short_help="Take in the document FILE, or a folder of them.")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--encoding", default="", help="The encoding of a text, if the guess is wrong.")
@click.option("--name", default="", help="The name of the document's folder in content/sources/.")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and add nothing.")
@click.pass_obj
def add_document(root: Path, file: Path, encoding: str, name: str, *, dry_run: bool) -> None:
    """Take in the document FILE, or each document in a folder.

    Its text becomes a seed, and what it says of itself a source.yaml. Nothing is fetched from the
    network. If there is a problem with any document, nothing is added.

    Exit code: 0 if all documents were added, 1 if there are problems, 2 if the command could not
    run, 3 if the files could not be written.
    """
    if name and file.is_dir():
        raise click.UsageError("--name is for one document; rename the files of a folder instead.")
    try:
        intake = Intake(stock(root), encoding, name)
        for path in documents(file):
            intake.take(path.as_posix(), path.read_bytes())
    except OSError as error:
        raise CommandError(str(error)) from error
    for one in intake.taken:
        for line in summary(one, f"{REPORTS}/{one.seed}"):
            click.echo(typed().in_text(line))
    print_problems(intake.problems, root)
    if intake.problems or dry_run:
        click.echo("nothing was added")
        sys.exit(1 if intake.problems else 0)
    reports = {f"{REPORTS}/{one.seed}": full(one).encode() for one in intake.taken}
    with writing("the new documents"):
        add({**reports, **intake.files()}, root, replacing={LISTING, *reports})


_LEFT_BEHIND = "an operating system or a program left it behind"


def stock(root: Path) -> Stock:
    """What the project already has; if nothing can be added to it, print why, and exit."""
    if not is_project(root):
        raise CommandError(NO_PROJECT)
    stock, problems = stock_of(Shelf(root))
    if stock is None:
        print_problems(problems, root)
        sys.exit(1)
    return stock


def documents(file: Path) -> list[Path]:
    """The file, or the documents in a folder; what is not a document is left out, and named."""
    if not file.is_dir():
        return [file]
    found = []
    for path in sorted(file.iterdir()):
        if is_left_behind(path.name) and not is_named(path.name):
            continue
        if is_left_behind(path.name):
            click.echo(f"{path.as_posix()} is left out: {_LEFT_BEHIND}")
        elif path.is_file() and path.suffix.lower() in ENDINGS | OTHERS:
            found.append(path)
        else:
            click.echo(f"{path.as_posix()} is left out: {_why(path)}")
    if not found:
        raise CommandError(
            f"{file.as_posix()} has no document whose name ends in {', '.join(sorted(ENDINGS))}"
        )
    return found


def _why(path: Path) -> str:
    if path.is_dir():
        return "it is a folder; add it by itself"
    return "its name doesn't end like a document's; if it is one, add it by itself"
