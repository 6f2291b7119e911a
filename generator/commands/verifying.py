"""The commands that check a site that has been built, and change nothing."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import click

from generator.check import check
from generator.console import CommandError
from generator.markup.paths import CHECKSUMS, MANIFEST
from generator.problems import show
from generator.publish.audit.audit import audit as audit_site
from generator.publish.audit.audit import audit_alone
from generator.publish.audit.faults import SiteFault
from generator.publish.audit.made import ChangedError, made_again
from generator.publish.audit.sample import SampleError
from generator.publish.checksums import NotListedError
from generator.publish.manifest import read_manifest, unlike

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(short_help="Say whether a copy of a site is complete and unchanged.")
@click.argument("folder", metavar="DIR", type=_FOLDER)
def verify(folder: Path) -> None:
    """Compare each file in DIR with the checksums and the manifest that were published with the site.

    DIR is a copy of site/, or an unpacked archive. Exit code: 0 if all is as published, 1 if
    anything differs, 2 if there are no checksums.
    """
    try:
        found = list(unlike(folder))
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
    if (folder / MANIFEST).is_file():
        made = read_manifest((folder / MANIFEST).read_bytes())
        day = f", of {made.date}" if made.date else ""
        commit = f", commit {made.commit}" if made.commit else ""
        click.echo(f"{MANIFEST} agrees: version {show(made.version)}{day}{commit}.")
    click.echo(f"SHA-256 of {CHECKSUMS} itself: {hashlib.sha256(listed).hexdigest()}")


@click.command(short_help="List what is wrong with a built site.")
@click.argument("folder", metavar="DIR", type=_FOLDER)
@click.pass_obj
def audit(root: Path, folder: Path) -> None:
    """List every fault of the site in DIR, as `site` does before it replaces the previous one.

    DIR is site/, a copy of it, or an unpacked archive. It is compared with what the project's
    records make: every page, data file, script and style, every link and anchor. Run it with the
    same version of the records and of the program that the site was made with. Exit code: 0, 1 if
    there are faults, 2 if DIR has no site, or the records have problems.
    """
    if not (folder / "index.html").is_file():
        raise CommandError(f"{folder} has no site: it has no index.html; run `site` first")
    try:
        faults = _faults(root, folder)
    except (OSError, ChangedError, SampleError) as error:
        raise CommandError(str(error)) from error
    for fault in faults:
        click.echo(fault)
    if faults:
        click.echo("1 fault." if len(faults) == 1 else f"{len(faults):,} faults.", err=True)
        sys.exit(1)
    click.echo("No faults.")


def _faults(root: Path, folder: Path) -> list[SiteFault]:
    """The faults of a site, compared with the records if there are any."""
    if not (root / "content").is_dir():
        click.echo(
            "There are no records here, so only links, checksums and forbidden content are "
            "checked; name the project with --root to compare the site with its records.",
            err=True,
        )
        return audit_alone(folder)
    checked = check(root)
    if checked.atlas is None or checked.problems:
        raise CommandError(
            "The records have problems, so the site can't be compared with them; run `check` first"
        )
    with made_again(root, checked.atlas) as made:
        return audit_site(folder, made)
