"""The commands for people who review and release records."""

from __future__ import annotations

from pathlib import Path

import click

from generator.atlas.join import join
from generator.console import CommandError, readable_entries, sound_atlas
from generator.load.history import RevisionError, laid_out
from generator.records.ledger import PATH as LEDGER
from generator.review.diff import differences
from generator.review.diff_lines import lines
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
@click.pass_obj
def diff(root: Path, revision: str) -> None:
    """Print what has changed on the site since REVISION.

    REVISION is a commit, tag or branch. Exit code: 0, or 2 if it can't be read.
    """
    now = join(readable_entries(root, "here"))
    try:
        with laid_out(root, revision) as folder:
            then = join(readable_entries(folder, f"at {revision}", now.config))
    except RevisionError as error:
        raise CommandError(str(error)) from error
    for line in lines(differences(then, now), now.config.wording):
        click.echo(line)
