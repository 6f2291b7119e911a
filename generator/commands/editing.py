"""The command that prepares text editors for the files of a project."""

from __future__ import annotations

from pathlib import Path

import click

from generator.console import readable_entries
from generator.load.entries import Entries
from generator.review.editors.schemas import FOLDER, schema_files
from generator.write import write, writing


@click.command(short_help="Write build/schemas/, for text editors.")
@click.pass_obj
def schemas(root: Path) -> None:
    """Write JSON Schemas to build/schemas/, so that an editor can complete and explain records."""
    write_schemas(readable_entries(root, "here"), root)
    click.echo(
        f"Wrote {FOLDER}/. Editors with a YAML language server now know this project's words."
    )


def write_schemas(entries: Entries, root: Path) -> None:
    """Write the schemas of a project's files. Raises NotWrittenError."""
    with writing(FOLDER):
        write(schema_files(entries).items(), root / FOLDER)
