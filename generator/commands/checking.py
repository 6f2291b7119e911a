"""The command that checks a project."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.check import check as check_project
from generator.console import CommandError, print_problems
from generator.problems import as_github, as_text
from generator.review.report import as_json, summary, verdict


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="text for people, github for GitHub's checks, json for programs.",
)
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Print every problem in the records, and how to fix it.

    Exit code: 0 if there are no problems, 1 if there are, 2 if the command could not run.
    """
    try:
        checked = check_project(root)
    except OSError as error:
        raise CommandError(str(error)) from error
    if form == "json":
        click.echo(json.dumps(as_json(checked), indent=2))
    else:
        print_problems(checked.problems, as_github if form == "github" else as_text)
    if form == "text":
        for line in summary(checked):
            click.echo(line)
        click.echo(verdict(checked.problems))
    sys.exit(1 if checked.problems else 0)
