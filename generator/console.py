"""What several commands share: reading a project, and printing its problems."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from generator.atlas.atlas import Atlas
from generator.check import check
from generator.config.config import Config
from generator.load.entries import Entries
from generator.load.project import load
from generator.problems import Problem, as_text


class CommandError(click.ClickException):
    """Why a command could not run, in one line; the exit code is 2."""

    exit_code = 2


def print_problems(
    problems: Iterable[Problem], form: Callable[[Problem], str] = as_text, *, err: bool = False
) -> None:
    """Print each problem on a line of its own."""
    for problem in problems:
        click.echo(form(problem), err=err)


def sound_atlas(root: Path) -> Atlas:
    """The atlas of a project without problems; with problems, print them and exit with code 1."""
    checked = check(root)
    print_problems(checked.problems)
    if checked.atlas is None or checked.problems:
        sys.exit(1)
    return checked.atlas


def readable_entries(root: Path, where: str, stand_in: Config | None = None) -> Entries:
    """The records that can be read; the number of problems with the others is printed.

    An older configuration may lack what the program needs now; `stand_in` then replaces it.
    """
    try:
        entries, problems = load(root, stand_in)
    except OSError as error:
        raise CommandError(str(error)) from error
    if entries is None:
        print_problems(problems, err=True)
        raise CommandError("site_config/ can't be read; fix the problems above first")
    if stand_in is entries.config:
        click.echo(f"site_config/ {where} can't be read; the current one is used instead", err=True)
        problems = [problem for problem in problems if problem.rule != "configuration"]
    if problems:
        count = f"{len(problems):,} problem{'s' if len(problems) > 1 else ''}"
        advice = "; run `python -m generator check` to see the problems" if where == "here" else ""
        click.echo(
            f"{count} in the files {where}; records with problems are left out{advice}", err=True
        )
    return entries
