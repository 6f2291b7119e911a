"""The command line: each command, its options and its exit codes."""

from __future__ import annotations

import gc
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator.atlas.join import join
from generator.book.lists import NotABookError
from generator.build import build as build_docs
from generator.build import check as check_project
from generator.config.config import Config
from generator.console import print_problems, readable_entries, sound_atlas
from generator.git import RevisionError, laid_out, last_change
from generator.markup.templates import fill
from generator.problems import as_github, as_text, did_you_mean, located, show
from generator.publish.epub import make_epub
from generator.publish.mkdocs import publish, site_locked
from generator.publish.offer import offer_it, records_of
from generator.publish.offline import archive
from generator.publish.preview import preview
from generator.publish.zim import ZimError, make_zim
from generator.records.ledger import PATH as LEDGER
from generator.review.diff import differences
from generator.review.diff_lines import lines
from generator.review.lookup import hits
from generator.review.new_fact import new_fact
from generator.review.page import review_page
from generator.review.release import release
from generator.review.report import as_json, summary
from generator.text.folding import fold_line
from generator.write import NotWrittenError, writing


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    gc.disable()  # one run makes many records and drops few
    cli()


class Commands(click.Group):
    """A group of commands that end with exit code 3 if a file can't be written."""

    def invoke(self, context: click.Context) -> object:
        """Run the chosen command."""
        try:
            return super().invoke(context)
        except NotWrittenError as error:
            click.echo(error, err=True)
            sys.exit(3)


@click.group(cls=Commands)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project folder.",
)
@click.pass_context
def cli(context: click.Context, root: Path) -> None:
    """Turn fact records into a cross-linked reference site."""
    context.obj = root


@cli.command()
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


@cli.command()
@click.pass_obj
def build(root: Path) -> None:
    """Check, and write build/docs. Exit code: as check, or 3 if it can't be written."""
    try:
        checked = build_docs(root)
    except OSError as error:
        raise click.UsageError(str(error)) from error
    print_problems(checked.problems)
    sys.exit(1 if checked.problems else 0)


@cli.command()
@click.pass_obj
def site(root: Path) -> None:
    """Check, build and make site/; if anything fails, the previous site stays."""
    sys.exit(publish(root))


@cli.command()
@click.pass_obj
def offline(root: Path) -> None:
    """Make dist/attested-offline.zip from site/, and offer it there."""
    _edition(root, lambda config: archive(root, config.wording))


@cli.command()
@click.pass_obj
def zim(root: Path) -> None:
    """Make dist/attested.zim from site/, for Kiwix; check it, and offer it there."""
    _edition(root, lambda config: make_zim(root, config, last_change(root)))


@cli.command()
@click.pass_obj
def epub(root: Path) -> None:
    """Check, and make dist/attested.epub; offer it in site/ if that has the same records."""
    atlas = sound_atlas(root)
    try:
        with writing("The edition"), site_locked(root):
            made, digest = make_epub(root, atlas, last_change(root))
            offered = digest == records_of(root) and offer_it(root, made, atlas.config.wording)
    except NotABookError as error:
        raise click.ClickException(
            f"A book needs this page to be XML; correct it: {error}"
        ) from error
    click.echo(made)
    if not offered:
        click.echo("site/ has other records; build it again, then the book, to offer it.", err=True)


def _edition(root: Path, make: Callable[[Config], Path]) -> None:
    """Make an edition of the site, and offer it on the site's page of editions."""
    if not (root / "site/index.html").is_file():
        raise click.ClickException("There is no site yet; run `python -m generator site` first.")
    config = readable_entries(root, "here").config
    try:
        with writing("The edition"), site_locked(root):
            made = make(config)
            offer_it(root, made, config.wording)
    except ZimError as error:
        raise click.ClickException(str(error)) from error
    click.echo(made)


@cli.command()
@click.option("--address", metavar="HOST:PORT", help="The address, if not that of MkDocs.")
@click.pass_obj
def serve(root: Path, address: str | None) -> None:
    """Preview the site and follow edits; while there are problems, the previous pages stay."""
    gc.enable()
    sys.exit(preview(root, address))


@cli.group()
def new() -> None:
    """Begin a record."""


@new.command()
@click.pass_obj
def fact(root: Path) -> None:
    """Print an empty fact with a fresh id."""
    paths = (root / "content").rglob("*.yaml")
    content = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)
    click.echo(new_fact(content), nl=False)


@cli.command()
@click.pass_obj
def ledger(root: Path) -> None:
    """Write content/ledger.yaml: the facts that the version in site.yaml publishes or changes.

    Exit code: 0, 1 problems, 3 if it can't be written.
    """
    made = release(sound_atlas(root))
    if made.later:
        raise click.UsageError(
            f"in {LEDGER}, {made.later[0]} changed after {made.day}; "
            "set `released` in site_config/site.yaml to the day of the new version"
        )
    with writing("The ledger"):
        (root / LEDGER).write_text(made.ledger, "utf-8", newline="\n")
    click.echo(f"{made.day}: {made.new:,} new, {made.changed:,} changed, {made.facts:,} in all")


@cli.command()
@click.argument("text")
@click.pass_obj
def find(root: Path, text: str) -> None:
    """Find TEXT in the documents, and the people, units and topics with it in a name."""
    if not fold_line(text):
        raise click.UsageError("TEXT is empty; write the words to find.")
    found = list(hits(text, readable_entries(root, "here")))
    for hit in found:
        click.echo(located(hit.place, hit.label, hit.text))
    if not found:
        click.echo(f"no document and no name has {show(text)}", err=True)
    sys.exit(0 if found else 1)


@cli.command()
@click.argument("revision")
@click.pass_obj
def diff(root: Path, revision: str) -> None:
    """Print what has changed on the site since REVISION. Exit code: 0, or 2 if it can't be read."""
    now = join(readable_entries(root, "here"))
    try:
        with laid_out(root, revision) as folder:
            then = join(readable_entries(folder, f"at {revision}", now.config))
    except RevisionError as error:
        raise click.UsageError(str(error)) from error
    for line in lines(differences(then, now), now.config.wording):
        click.echo(line)


@cli.command()
@click.argument("source", required=False)
@click.pass_obj
def review(root: Path, source: str | None) -> None:
    """Write build/review/: the text of SOURCE, or of every source, beside its facts."""
    atlas = join(readable_entries(root, "here"))
    wanted = f"sources/{source.removeprefix('sources/')}" if source else ""
    if wanted and wanted not in atlas.documents:
        near = did_you_mean(wanted, atlas.documents)
        raise click.UsageError(
            f"there is no source {show(wanted)}{near or '; see content/sources/'}"
        )
    for ref in [wanted] if wanted else sorted(atlas.documents):
        view = review_page(ref, atlas)
        path = root / view.path
        with writing("The page"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fill(view, atlas.config.wording), encoding="utf-8", newline="\n")
        click.echo(path)
