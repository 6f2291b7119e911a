"""The command that checks a project."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator.check import check as check_project
from generator.console import print_problems
from generator.problems import as_github, as_text
from generator.review.report import as_json, summary


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text")
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Print every problem. Exit code: 0 none, 1 problems, 2 usage."""
    try:
        checked = check_project(root)
    except OSError as error:
        raise click.UsageError(str(error)) from error
    if form == "json":
        click.echo(json.dumps(as_json(checked), indent=2))
    else:
        print_problems(checked.problems, as_github if form == "github" else as_text)
    if form == "text" and checked.atlas:
        for line in summary(checked.atlas):
            click.echo(line)
    sys.exit(1 if checked.problems else 0)
