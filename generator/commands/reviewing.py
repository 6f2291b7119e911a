"""The commands for people who review and release records."""

from __future__ import annotations

from pathlib import Path

import click

from generator.atlas.join import join
from generator.console import CommandError, readable_entries, sound_atlas
from generator.load.history import RevisionError, laid_out
from generator.markup.templates import fill
from generator.records.ledger import PATH as LEDGER
from generator.review.change_markdown import markdown
from generator.review.change_report import change_report
from generator.review.diff import differences
from generator.review.diff_lines import lines
from generator.review.pictures import pictures
from generator.review.release import release
from generator.write import put, writing


@click.command(short_help="Write content/ledger.yaml, for a new version.")
@click.pass_obj
def ledger(root: Path) -> None:
    """Write content/ledger.yaml: the facts that the version in site.yaml publishes or changes.

    Exit code: 0, 1 if there are problems, 3 if it can't be written.
    """
    made = release(sound_atlas(root))
    if made.later:
        raise CommandError(
            f"{LEDGER} says that {made.later[0]} changed after {made.day}; "
            "set `released` in site_config/site.yaml to the day of the new version"
        )
    with writing("The ledger"):
        put(made.ledger, root / LEDGER)
    click.echo(f"{made.day}: {made.new:,} new, {made.changed:,} changed, {made.facts:,} in all")


@click.command(short_help="Print what has changed on the site since REVISION.")
@click.argument("revision")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html"]),
    default="text",
    help="text for a terminal, markdown for GitHub, html for a browser.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the report to this file.",
)
@click.pass_obj
def diff(root: Path, revision: str, form: str, output: Path | None) -> None:
    """Print what has changed on the site since REVISION: questions, records, coverage and pages.

    REVISION is a commit, tag or branch. Exit code: 0, or 2 if it can't be read, 3 if the file can't
    be written.
    """
    now = join(readable_entries(root, "here"))
    try:
        with laid_out(root, revision) as folder:
            then = join(readable_entries(folder, f"at {revision}", now.config))
    except RevisionError as error:
        raise CommandError(str(error)) from error
    found, changed = differences(then, now), pictures(then, now)
    if form == "text":
        text = "\n".join(lines(found, changed, now.config.wording)) + "\n"
    else:
        report = change_report(revision, found, changed, then, now)
        text = markdown(report) if form == "markdown" else fill(report, now.config.wording)
    if output is None:
        click.echo(text, nl=False)
        return
    with writing(str(output)):
        put(text, output)
