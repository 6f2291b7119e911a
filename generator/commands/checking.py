"""The command that checks a project."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator.check import check as check_project
from generator.console import (
    CommandError,
    be_interruptible,
    in_words,
    print_problems,
    within_project,
)
from generator.load.watching import versions
from generator.problems import Problem, as_github
from generator.review.report import as_json, as_markdown, by_importance, summary, verdict

PAUSE = 0.1  # in seconds, between two looks at the files

SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable that names the file for the summary page of a step on GitHub."""


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="text for people, github for GitHub's checks, json for programs.",
)
@click.option("--watch", is_flag=True, help="Check again after each change, until interrupted.")
@click.pass_obj
def check(root: Path, files: tuple[Path, ...], form: str, *, watch: bool) -> None:
    """Print every problem in the records, and how to fix it.

    With FILES, which may be folders, print only the problems there. Everything is checked all the
    same.

    Exit code: 0 if there are no problems, 1 if there are, 2 if the command could not run.
    """
    within = [within_project(root, file) for file in files]
    if not watch:
        sys.exit(_check(root, within, form))
    be_interruptible()
    try:
        for _ in versions(root, PAUSE):
            click.echo("Checking the records …")  # an editor's list of problems starts again here
            _check(root, within, form)
    except KeyboardInterrupt:
        sys.exit(0)


def _check(root: Path, within: Sequence[str], form: str) -> int:
    """Check once, print what is found, and return the exit code."""
    try:
        checked = check_project(root)
    except OSError as error:
        raise CommandError(str(error)) from error
    everywhere = tuple(in_words(checked.problems, root))
    here = tuple(in_words(_only(checked.problems, within), root)) if within else everywhere
    checked, elsewhere = replace(checked, problems=here), len(everywhere) - len(here)
    match form:
        case "json":
            click.echo(json.dumps(as_json(checked), indent=2))
        case "github":
            for problem in by_importance(checked.problems):
                click.echo(as_github(problem))
            _add_to_summary(as_markdown(checked.problems))
        case _:
            print_problems(checked.problems, root)
            for line in () if within else summary(checked):
                click.echo(line)
            click.echo(verdict(checked.problems, elsewhere))
    return 1 if checked.problems else 0


def _only(problems: Iterable[Problem], within: Sequence[str]) -> Iterator[Problem]:
    """The problems that were found in these files and folders."""
    for one in problems:
        if any(Path(one.place.path).is_relative_to(folder) for folder in within):
            yield one


def _add_to_summary(text: str) -> None:
    """Add to the summary page of this run, if it runs on GitHub."""
    if path := os.environ.get(SUMMARY):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)
