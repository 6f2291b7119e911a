"""What the commands have in common: what they read, and what they say is wrong with it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from generator.atlas.atlas import Atlas
from generator.build import check
from generator.config.config import Config
from generator.load.entries import Entries
from generator.load.project import load
from generator.problems import Problem, as_text


def print_problems(
    problems: Iterable[Problem], form: Callable[[Problem], str] = as_text, *, err: bool = False
) -> None:
    """Print each problem on a line."""
    for problem in problems:
        click.echo(form(problem), err=err)


def sound_atlas(root: Path) -> Atlas:
    """The atlas of a project without problems; else they are printed, and the exit code is 1."""
    checked = check(root)
    print_problems(checked.problems)
    if checked.atlas is None or checked.problems:
        sys.exit(1)
    return checked.atlas


def readable_entries(root: Path, where: str, stand_in: Config | None = None) -> Entries:
    """What can be read; how many problems there are with the rest is printed.

    An older configuration may lack what today's program asks for: then `stand_in` is used.
    """
    try:
        entries, problems = load(root, stand_in)
    except OSError as error:
        raise click.UsageError(str(error)) from error
    if entries is None:
        print_problems(problems, err=True)
        raise click.UsageError(f"the configuration {where} can't be read")
    if stand_in is entries.config:
        click.echo(f"the configuration {where} can't be read: today's is used instead", err=True)
        problems = [problem for problem in problems if problem.rule != "configuration"]
    if problems:
        count = f"{len(problems):,} problem{'s' if len(problems) > 1 else ''}"
        click.echo(f"{count} of reading {where}: such records are left out", err=True)
    return entries
