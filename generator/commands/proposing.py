"""The command that drafts what somebody has proposed in a form on GitHub."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.adding import stock
from generator.commands.drafting import append, drafted, spot_of
from generator.console import CommandError, print_problems, readable_entries
from generator.intake.take import Intake
from generator.load.entries import Entries
from generator.load.seeds import LISTING
from generator.review.proposal import (
    DocumentForm,
    FactForm,
    NotAFormError,
    form_of,
    with_imprint,
    with_proposal,
)
from generator.text.folding import fold_line
from generator.write import add, writing


@click.command(short_help="Draft what somebody proposed in a form.")
@click.argument("form", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--number", type=int, required=True, help="The number of the issue.")
@click.pass_obj
def propose(root: Path, form: Path, number: int) -> None:
    """Draft the fact or the document that a FORM proposes: the text of an issue on GitHub.

    What somebody wrote there is treated as data. A fact becomes a draft in a new file, a document
    is taken in like any other, and `check` says what is still to be done.
    """
    try:
        proposed = form_of(form.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"{form} can't be read: {error}") from error
    except NotAFormError as error:
        raise CommandError(str(error)) from error
    if isinstance(proposed, FactForm):
        _draft_fact(root, proposed, number)
    else:
        _take_in(root, proposed)


def _draft_fact(root: Path, form: FactForm, number: int) -> None:
    entries = readable_entries(root, "here")
    spot = spot_of(form.quote, _document(form.document, entries), entries)
    path = f"content/{spot.source.ref}/facts-proposed-{number}.yaml"
    append(path, with_proposal(drafted(spot, entries, root), form), entries, root)


def _document(named: str, entries: Entries) -> str:
    """The document that somebody names, by its title, its short name or its folder; "" if unclear."""
    sought = fold_line(named).casefold()
    found = [
        entry.ref
        for entry in entries.sources
        if sought in (_folded(entry.record.title), _folded(entry.record.short), entry.ref)
    ]
    return found[0] if len(found) == 1 else ""


def _folded(name: str) -> str:
    return fold_line(name).casefold()


def _take_in(root: Path, form: DocumentForm) -> None:
    intake = Intake(stock(root), name=form.title)
    intake.take("proposed.txt", form.text.encode())
    print_problems(intake.problems, root)
    if intake.problems:
        sys.exit(1)
    files = intake.files()
    for path in [path for path in files if path.endswith("/source.yaml")]:
        files[path] = with_imprint(files[path].decode(), form).encode()
    with writing("the new document"):
        add(files, root, replacing={LISTING})
    for one in intake.taken:
        click.echo(f"{one.home}/source.yaml: fill it in; its text is seeds/{one.seed}")
