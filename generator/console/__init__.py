"""What several commands share: reading a project, and printing its problems.

- `told`: problems as they are told, each missing record once, and commands as they are typed
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import click
from click.core import ParameterSource

from generator.atlas.atlas import Atlas
from generator.check import check
from generator.config.config import Config
from generator.console.told import Typed, told
from generator.load.entries import Entries
from generator.load.gate import refusals
from generator.load.history import committed, since
from generator.load.project import load
from generator.load.site_config import CONFIG_PATHS
from generator.problems import Problem, as_text, choose_from, excerpt, show

DRAFTS = "facts-new.yaml"
"""The file of a document's drafts, where something is still to be filled in."""


class CommandError(click.ClickException):
    """Why a command could not run, in one line; the exit code is 2."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        """Keep the line, with commands as they are typed."""
        super().__init__(typed().in_text(message))


def print_problems(problems: Iterable[Problem], root: Path, *, err: bool = False) -> None:
    """Print each problem on a separate line, followed by the line of the file that it is about."""
    lines = cache(partial(_lines, root))
    for problem in in_words(problems, root):
        click.echo(as_text(problem), err=err)
        if shown := excerpt(problem.place, lines(problem.place.path)):
            click.echo(shown, err=err)


def in_words(problems: Iterable[Problem], root: Path) -> Iterator[Problem]:
    """Each problem at the very words that it is about, with commands as they are typed here.

    Those about one missing record are told together.
    """
    yield from told(
        problems,
        cache(partial(_lines, root)),
        partial(committed, root),
        typed(),
        partial(since, root),
    )


def typed() -> Typed:
    """How commands are typed here: with the name of this program, and its option for the project."""
    context = click.get_current_context(silent=True)
    if context is None:
        return Typed()
    first = context.find_root()
    given = first.get_parameter_source("root") is ParameterSource.COMMANDLINE
    return Typed(first.info_name or "", str(first.params["root"]) if given else "")


def _lines(root: Path, path: str) -> Sequence[str]:
    """The lines of a project's file; none if it can't be read or a link leads to it."""
    try:
        if refusals(root, path) or not (root / path).resolve().is_relative_to(root.resolve()):
            return ()
        return (root / path).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError):
        return ()


def within_project(root: Path, file: Path) -> str:
    """The path of a file or folder, seen from the project's folder."""
    try:
        return file.resolve().relative_to(root.resolve()).as_posix()
    except ValueError as error:
        message = f"{file} is not in the project {root.resolve()}"
        raise click.BadParameter(message, param_hint="FILES") from error


def be_interruptible() -> None:
    """Let SIGINT and SIGTERM raise KeyboardInterrupt; a shell's background jobs ignore SIGINT."""
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.default_int_handler)


def sound_atlas(root: Path) -> Atlas:
    """The atlas of a project without problems; if there are problems, print them and exit with code 1."""
    checked = check(root)
    print_problems(checked.problems, root)
    if checked.atlas is None or checked.problems:
        sys.exit(1)
    return checked.atlas


def readable_entries(root: Path, where: str, stand_in: Config | None = None) -> Entries:
    """The records that can be read; the number of problems with the others is printed.

    An older configuration may lack what the program needs now; `stand_in` then replaces it.
    """
    try:
        entries, problems = load(root, stand_in)
    except OSError as error:
        raise CommandError(str(error)) from error
    if entries is None:
        print_problems(problems, root, err=True)
        raise CommandError("site_config/ can't be read; fix the problems above first")
    others = [one for one in problems if one.place.path not in CONFIG_PATHS.values()]
    if stand_in and len(others) < len(problems):
        click.echo(f"site_config/ {where} can't be read; the current one is used instead", err=True)
        problems = others
    if any(not one.place.path.endswith(f"/{DRAFTS}") for one in problems):
        count = f"{len(problems):,} problem{'s' if len(problems) > 1 else ''}"
        advice = "; run `check` to see the problems" if where == "here" else ""
        message = f"{count} in the files {where}; records with problems are left out{advice}"
        click.echo(typed().in_text(message), err=True)
    return entries


def source_named(name: str, entries: Entries) -> str:
    """The reference of a source named with or without its folder; "" for none."""
    ref = f"sources/{name.removeprefix('sources/')}" if name else ""
    known = [entry.ref for entry in entries.sources]
    if ref and ref not in known:
        advice = choose_from(ref, known)
        raise click.BadParameter(
            f"there is no document {show(name)}{advice}", param_hint="--source"
        )
    return ref
