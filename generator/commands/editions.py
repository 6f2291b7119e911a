"""The commands that make the editions of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from generator.book.lists import NotABookError
from generator.config.config import Config
from generator.console import readable_entries, sound_atlas, typed
from generator.load.history import last_change
from generator.publish.checksums import NotListedError
from generator.publish.epub import make_epub
from generator.publish.mkdocs import site_locked
from generator.publish.offer import offer_it, records_of
from generator.publish.offline import archive
from generator.publish.zim import ZimError, make_zim
from generator.write import writing

_UNREADABLE = "The manifest of site/ can't be read; run `site` again"


@click.command(short_help="Make dist/attested-offline.zip from site/.")
@click.pass_obj
def offline(root: Path) -> None:
    """Make dist/attested-offline.zip from site/, and add it to the site's page of downloads."""
    _edition(root, lambda config: archive(root, config.wording))


@click.command(short_help="Make dist/attested.zim from site/, for Kiwix.")
@click.pass_obj
def zim(root: Path) -> None:
    """Make dist/attested.zim from site/, for Kiwix; check it, and add it to the site's page of downloads."""
    _edition(root, lambda config: make_zim(root, config, last_change(root)))


@click.command(short_help="Check, and make dist/attested.epub.")
@click.pass_obj
def epub(root: Path) -> None:
    """Check, and make dist/attested.epub.

    If site/ has the same records, add it to the site's page of downloads.
    """
    atlas = sound_atlas(root)
    try:
        with writing("The edition"), site_locked(root):
            made, digest = make_epub(root, atlas, last_change(root))
            offered = digest == records_of(root) and offer_it(root, made, atlas.config.wording)
    except NotListedError as error:
        raise click.ClickException(_UNREADABLE) from error
    except NotABookError as error:
        raise click.ClickException(
            f"A page can't go into the book, because its HTML is faulty; correct it: {error}"
        ) from error
    click.echo(made)
    if not offered:
        click.echo(
            "The book has been made, but is not on the site: site/ is missing or was built from other "
            "records. "
            "Run `site`, then `epub`.",
            err=True,
        )


def _edition(root: Path, make: Callable[[Config], Path]) -> None:
    """Make an edition of the site, and offer it on the site's page of downloads."""
    if not (root / "site/index.html").is_file():
        raise click.ClickException(typed().in_text("There is no site yet; run `site` first."))
    config = readable_entries(root, "here").config
    try:
        with writing("The edition"), site_locked(root):
            made = make(config)
            offer_it(root, made, config.wording)
    except NotListedError as error:
        raise click.ClickException(_UNREADABLE) from error
    except ZimError as error:
        raise click.ClickException(str(error)) from error
    click.echo(made)
