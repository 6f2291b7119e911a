"""What the commands that draft a fact have in common."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.editing import write_schemas
from generator.console import CommandError
from generator.load.entries import Entries
from generator.load.gate import refusals
from generator.problems import Place, located, show
from generator.review.draft import draft
from generator.review.editors.schemas import modeline
from generator.review.found_quotes import FoundQuote, quote_places
from generator.review.new_fact import fresh_id
from generator.rules.nearest import nearest
from generator.text.folding import fold_line
from generator.write import add, writing


def written(root: Path) -> str:
    """The text of all records, readable or not, so that a new id can be one that none of them has.

    Raises CommandError if there is something that may not be opened.
    """
    if refused := refusals(root, "content"):
        path, why = refused[0]
        raise CommandError(f"{show(path)}: {why}")
    paths = (root / "content").rglob("*.yaml")
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)


def spot_of(quote: str, source: str, entries: Entries) -> FoundQuote:
    """The one place of a quote; if there are none or several, say what to do."""
    if not fold_line(quote):
        raise CommandError("the quotation is empty; give words of a document")
    found = quote_places(quote, entries, source)
    if len(found) == 1:
        return found[0]
    for one in found:
        click.echo(
            located(Place(f"seeds/{one.seed.name}", one.line), one.source.ref, "has the words")
        )
    if found:
        raise CommandError("the words are in several places; give more of them, or add --source")
    seeds = [
        entries.seeds[entry.record.seed]
        for entry in entries.sources
        if entry.record.seed in entries.seeds and source in ("", entry.ref)
    ]
    near = [(like, seed) for seed in seeds if (like := nearest(quote, seed))]
    if not near:
        raise CommandError(
            f"no document has {show(quote)}, or anything like it; copy the document's words"
        )
    best, where = max(near, key=lambda one: one[0].likeness)
    raise CommandError(
        f"no document has {show(quote)}; line {best.line} of {where.name} is nearest: "
        f"{show(best.marked, 600)} ([-this-] is yours, {{+this+}} is the document's)"
    )


def drafted(spot: FoundQuote, entries: Entries, root: Path) -> str:
    """The draft of a fact from a place in a document, with a new id."""
    return draft(spot, entries, fresh_id(written(root)))


def append(path: str, record: str, entries: Entries, root: Path) -> None:
    """Add the draft of a fact to a file, which may be new, and print where it is."""
    file = root / path
    if file.is_file():
        before = f"{file.read_text(encoding='utf-8').rstrip()}\n\n"
    else:
        before = modeline("facts", path)
    with writing(path):
        add({path: f"{before}{record}".encode()}, root, replacing={path})
    write_schemas(entries, root)
    line = before.count("\n") + 1
    click.echo(located(Place(path, line), "draft", "write the statement, and look at each comment"))
