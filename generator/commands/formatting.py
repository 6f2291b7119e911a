"""The command that writes records in the house style."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator.console import CommandError, print_problems, within_project
from generator.load.gate import refusals
from generator.load.site_config import NO_PROJECT, is_project
from generator.problems import show
from generator.review.house_style import formatted
from generator.review.shapes import model_of
from generator.write import add, writing


@click.command(short_help="Write records in one form.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="List what would change; write nothing.")
@click.pass_obj
def fmt(root: Path, files: tuple[Path, ...], *, only_check: bool) -> None:
    """Write the records in FILES in one form; without FILES, all of content/.

    Fields are put in order, dates in quotation marks, and long lines folded. No value and no comment
    is changed. A file that can't be read stays as it is.

    Exit code: 0, 1 if a file can't be read (with --check: or would change), 2 if the command could
    not run, 3 if the files could not be written.
    """
    if not is_project(root):
        raise CommandError(NO_PROJECT)
    changed: dict[str, bytes] = {}
    problems = []
    for path in _records(root, files):
        model = model_of(path)
        if model is None:
            continue
        before = (root / path).read_bytes()
        after, found = formatted(before, path, model)
        problems += found
        if after != before:
            changed[path] = after
    print_problems(problems, root)
    if not only_check:
        with writing("The records"):
            add(changed, root, replacing=changed)
    for path in changed:
        click.echo(f"{path} {'would change' if only_check else 'is formatted'}")
    sys.exit(1 if problems or (only_check and changed) else 0)


def _records(root: Path, files: tuple[Path, ...]) -> Iterator[str]:
    """The paths, from the project's folder, of the YAML files among these files and folders."""
    chosen = [root / within_project(root, file) for file in files] or [root / "content"]
    for place in chosen:
        for file in sorted(place.rglob("*.yaml")) if place.is_dir() else [place]:
            path = file.relative_to(root).as_posix()
            for refused, why in refusals(root, path):
                raise CommandError(f"{show(refused)}: {why}")
            yield path
