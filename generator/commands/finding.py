"""The command that finds a text in names, facts and documents."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.console import readable_entries
from generator.problems import located, show
from generator.review.lookup import hits, nearest_name
from generator.text.folding import fold_line


@click.command(short_help="Find TEXT in names, facts and documents.")
@click.argument("text")
@click.pass_obj
def find(root: Path, text: str) -> None:
    """Find TEXT in the names of records, in facts, and in the documents.

    TEXT may also be a reference or the id of a fact.

    Exit code: 0 if it is found, 1 if not, 2 if the command could not run.
    """
    if not fold_line(text):
        raise click.UsageError("TEXT is empty; write the words to find.")
    entries = readable_entries(root, "here")
    found = list(hits(text, entries))
    for hit in found:
        click.echo(located(hit.place, hit.label, hit.text))
    if not found:
        click.echo(
            f"{show(text)} is in no name, no fact and no document{nearest_name(text, entries)}",
            err=True,
        )
    sys.exit(0 if found else 1)
