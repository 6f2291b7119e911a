"""The command that takes facts from the rows of a spreadsheet."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

import click

from generator.check import judged
from generator.commands.drafting import written
from generator.console import CommandError, print_problems, source_named
from generator.intake.document import RefusedError
from generator.intake.encodings import decode
from generator.intake.naming import slug_of
from generator.load.entries import Entries
from generator.load.project import load
from generator.problems import Problem, as_text, show
from generator.records.fields import SLUG
from generator.review.editors.schemas import modeline
from generator.review.new_fact import fresh_id
from generator.review.rows import COLUMNS, SheetRow, as_yaml, rows_of, there_already, with_rows
from generator.review.sheet import SpreadSheet, fields_of, letters, read_sheet
from generator.write import add, writing

EXAMPLE = {
    "quote": "The guild paid £40 a year for the gate.",
    "statement": "The [[units/wend-guild|guild]] paid £40 a year for the gate.",
    "attributed_to": "self",
    "topics": "topics/lower-wend; topics/upper-wend",
    "as_stated": "£40 a year",
    "number": "40",
    "unit": "money",
    "currency": "GBP",
    "per": "year",
    "resolves": "The guild = units/wend-guild",
}
"""The row that the template shows."""


@click.command("import", short_help="Take facts from the rows of a CSV file.")
@click.argument(
    "table",
    metavar="CSV",
    required=False,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--source", default="", help="The document that the rows quote.")
@click.option("--into", default="", help="The file of facts to add to, such as facts-losses.")
@click.option(
    "--good-rows", is_flag=True, help="Write the rows without problems, and list the others."
)
@click.option("--encoding", default="", help="The encoding of the file, if the guess is wrong.")
@click.option(
    "--template",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=lambda context, _, asked: _print_template(context, asked=asked),
    help="Print the columns with an example row, to begin with.",
)
@click.pass_obj
def import_(
    root: Path,
    table: Path | None,
    source: str,
    into: str,
    encoding: str,
    *,
    good_rows: bool,
) -> None:
    """Take facts from CSV, a table that a spreadsheet saved: a row for each fact, a column for each field.

    The rows are checked like records. If one has a problem, nothing is written, unless --good-rows is
    given.

    Exit code: 0, 1 if there are problems, 2 if the command could not run, 3 if the file could not be
    written.
    """
    if table is None or not source:
        raise click.UsageError(
            "name the CSV file and, with --source, its document; or use --template"
        )
    entries, problems = load(root)
    if entries is None or problems:
        print_problems(problems, root)
        raise CommandError("the project has problems; correct these first")
    home = source_named(source, entries)
    path = _target(into, home, table)
    sheet, rows = _read(table, encoding, home, root)
    good, told = _judged(rows, entries, table.as_posix())
    _print(told, sheet)
    if told and not (good_rows and good):
        click.echo(f"nothing was written: {_count(len(rows) - len(good))} with problems", err=True)
        sys.exit(1)
    file = root / path
    before = (
        file.read_text("utf-8").rstrip("\n") + "\n" if file.is_file() else modeline("facts", path)
    )
    with writing(path):
        add({path: f"{before}{as_yaml(good)}".encode()}, root, replacing={path})
    click.echo(f"{path}: {_count(len(good))} of {len(rows)} added")
    sys.exit(1 if told else 0)


def _print_template(context: click.Context, *, asked: bool) -> None:
    """If asked to, print every column's header and an example, as a CSV file, and exit."""
    if asked:
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerow(EXAMPLE.get(column, "") for column in COLUMNS)
        click.echo(text.getvalue(), nl=False)
        context.exit()


def _target(into: str, home: str, table: Path) -> str:
    """The file that the facts are added to."""
    name = (
        PurePosixPath(into).name.removesuffix(".yaml") if into else f"facts-{slug_of(table.stem)}"
    )
    name = name.rstrip("-")
    if not SLUG.fullmatch(name) or not name.startswith("facts"):
        raise click.BadParameter(
            f"{show(into or name)} can't be the name of a file of facts; write one such as facts-losses",
            param_hint="--into",
        )
    return f"content/{home}/{name}.yaml"


def _read(table: Path, encoding: str, home: str, root: Path) -> tuple[SpreadSheet, list[SheetRow]]:
    """The table and its rows; if its header is wrong, print that and exit."""
    try:
        text, remarks = decode(table.read_bytes(), encoding)
        sheet = read_sheet(text)
    except (OSError, RefusedError, csv.Error) as error:
        raise CommandError(f"{table.as_posix()} can't be read: {error}") from error
    for remark in remarks:
        click.echo(
            f"{table.as_posix()}: {remark.what}{f' ({remark.shown})' if remark.shown else ''}"
        )
    if not sheet.rows:
        raise CommandError(
            f"{table.as_posix()} has no rows below its header; see `import --template`"
        )
    fields, problems = fields_of(sheet, COLUMNS, table.as_posix())
    if problems:
        _print(problems, sheet)
        click.echo("nothing was written", err=True)
        sys.exit(1)
    content = [written(root)]

    def fresh() -> str:
        content.append(made := fresh_id("\n".join(content)))
        return made

    return sheet, list(rows_of(sheet, fields, table.as_posix(), home, fresh))


def _judged(
    rows: Sequence[SheetRow], entries: Entries, path: str
) -> tuple[list[SheetRow], list[Problem]]:
    """The rows without problems, and the problems of the others.

    Rows are judged together, then again without those that have problems, until none has any. A
    problem elsewhere that only the rows cause is reported too, and then no row is good.
    """
    told = [problem for row in rows for problem in row.problems]
    told += there_already(rows, entries)
    before = set(judged(entries, []).problems)
    while True:
        bad = {problem.place.line for problem in told if problem.place.path == path}
        good = [row for row in rows if row.number not in bad]
        found = [one for one in judged(with_rows(entries, good), []).problems if one not in before]
        new = [one for one in found if one.place.path == path]
        told += new
        if not new:
            told += found
            return ([] if found else good), sorted(told)


def _print(problems: Iterable[Problem], sheet: SpreadSheet) -> None:
    """Print each problem with the cell that has it."""
    for problem in problems:
        click.echo(as_text(problem))
        row, column = problem.place.line, problem.place.column
        cells = sheet.rows.get(row, sheet.header)
        name, cell = sheet.header.get(column, ""), cells.get(column, "")
        click.echo(
            f"{f'row {row}':>8} | {letters(column)}{f' {name}' if name else ''}: {show(cell) if cell else 'empty'}"
        )


def _count(rows: int) -> str:
    return f"{rows:,} row{'' if rows == 1 else 's'}"
