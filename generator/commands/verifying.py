"""The commands that judge a site that is already made, and change nothing."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import click

from generator.console import CommandError
from generator.markup.paths import CHECKSUMS
from generator.problems import show
from generator.publish.audit import audit as faults_of
from generator.publish.checksums import NotListedError, differences

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(short_help="Say whether a copy of a site is whole and unchanged.")
@click.argument("folder", metavar="DIR", type=_FOLDER)
def verify(folder: Path) -> None:
    """Compare each file in DIR with the checksums that were published with the site.

    DIR is a copy of site/, or an unpacked archive. Exit code: 0 if all is as published, 1 if
    anything differs, 2 if there are no checksums.
    """
    try:
        found = list(differences(folder))
        listed = (folder / CHECKSUMS).read_bytes()
    except (NotListedError, OSError) as error:
        raise CommandError(str(error)) from error
    for path, how in found:
        click.echo(f"{show(path)} {how}")
    if found:
        count = "1 file differs" if len(found) == 1 else f"{len(found):,} files differ"
        click.echo(f"{count} from what was published; get the copy again.", err=True)
        sys.exit(1)
    number = listed.count(b"\n")
    click.echo(f"All {number:,} files are as {CHECKSUMS} lists them.")
    click.echo(f"SHA-256 of {CHECKSUMS} itself: {hashlib.sha256(listed).hexdigest()}")


@click.command(short_help="Say what is wrong in a built site.")
@click.argument("folder", metavar="DIR", type=_FOLDER)
def audit(folder: Path) -> None:
    """List every fault of the site in DIR, as `site` does before it replaces the previous one.

    Faults are dead links, missing anchors, repeated ids and requests to other hosts. Exit code: 0,
    1 if there are faults, 2 if DIR holds no site.
    """
    if not (folder / "index.html").is_file():
        raise CommandError(f"{folder} holds no site: it has no index.html; run `site` first")
    try:
        faults = faults_of(folder)
    except OSError as error:
        raise CommandError(str(error)) from error
    for fault in faults:
        click.echo(fault)
    if faults:
        click.echo("1 fault." if len(faults) == 1 else f"{len(faults):,} faults.", err=True)
        sys.exit(1)
    click.echo("No faults.")
