"""What several commands share: reading a project, and printing its problems."""

from __future__ import annotations

import re
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import click
from click.core import ParameterSource

from generator.atlas.atlas import Atlas
from generator.check import check
from generator.config.config import Config
from generator.load.entries import Entries
from generator.load.gate import refusals
from generator.load.history import is_committed
from generator.load.project import load
from generator.load.site_config import CONFIG_PATHS
from generator.problems import Place, Problem, as_text, choose_from, excerpt, pinpointed, show

MOST_PLACES = 4
"""How many other places a message names."""

_COMMAND = re.compile(
    r"run `(?=(?:add-document|check|fmt|import|merge|new|rename|site|withdraw)\b)"
)
_GIT = re.compile(r"`git (?=checkout\b|config\b)")
_MISSING = re.compile(r"nothing here is called '(?P<ref>[a-z]+/[a-z0-9-]+)'(?P<advice>; .*)")
_NEAR = re.compile(r"did you mean '(?P<near>[^']+)'\?")


class CommandError(click.ClickException):
    """Why a command could not run, in one line; the exit code is 2."""

    exit_code = 2

    def format_message(self) -> str:
        """The line, with commands as they are typed."""
        return typed().in_text(self.message)


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
    yield from told(problems, cache(partial(_lines, root)), partial(is_committed, root), typed())


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
        return (root / path).read_text(encoding="utf-8").split("\n")
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
    if problems:
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


@dataclass(frozen=True, slots=True)
class Typed:
    """How a command is typed: the program's name, and the project's folder if it has to be given.

    A message may say "run `new fact`"; what is typed is "attested --root DIR new fact" or the like.
    """

    program: str = ""
    root: str = ""

    def in_text(self, text: str) -> str:
        """A text with its commands as they are typed."""
        folder = f'"{self.root}"' if " " in self.root else self.root
        if self.root:
            text = _GIT.sub(lambda _: f"`git -C {folder} ", text)
            text = text.replace("`add-document content/", f"`add-document {self.root}/content/")
        if not self.program:
            return text
        program = f"{self.program} --root {folder}" if self.root else self.program
        return _COMMAND.sub(lambda _: f"run `{program} ", text)


def told(
    problems: Iterable[Problem],
    lines: Callable[[str], Sequence[str]],
    is_kept: Callable[[str], bool],
    typed: Typed,
) -> Iterator[Problem]:
    """Each problem at the very words that it is about; those about one missing record together.

    `lines` has the lines of a file by its path, and `is_kept` says whether the last commit has a
    file.
    """
    found = [pinpointed(one, lines(one.place.path)) for one in problems]
    for one in _together(found, is_kept):
        yield replace(one, message=typed.in_text(one.message))


def _together(problems: Sequence[Problem], is_kept: Callable[[str], bool]) -> Iterator[Problem]:
    """The problems, but those about one missing record as one, at the first place that names it."""
    missing = defaultdict(list)
    for one in problems:
        if ref := _missing(one):
            missing[ref].append(one.place)
    for one in problems:
        ref = _missing(one)
        if not ref:
            yield one
        elif places := missing.pop(ref, ()):
            yield replace(one, message=_about(one.message, places, is_kept))


def _missing(problem: Problem) -> str:
    """The reference to a record that does not exist, if the problem is about one; else ""."""
    found = _MISSING.fullmatch(problem.message) if problem.rule == "known-reference" else None
    return found["ref"] if found else ""


def _about(message: str, places: Sequence[Place], is_kept: Callable[[str], bool]) -> str:
    """The message about a missing record, with the other places that name it.

    If the last commit has its file, the message says how to restore it.
    """
    found = _MISSING.fullmatch(message)
    assert found  # noqa: S101  it was found before
    ref, advice = found["ref"], found["advice"]
    others = [*dict.fromkeys((one.path, one.line) for one in places[1:])]
    others = [one for one in others if one != (places[0].path, places[0].line)]
    named = f", which {len(others) + 1} lines name (also {_named(others)})" if others else ""
    file = f"content/{ref}{'/source' if ref.startswith('sources/') else ''}.yaml"
    if not is_kept(file):
        return f"nothing here is called '{ref}'{named}{advice}"
    gone = f"nothing here is called '{ref}' any more{named}"
    if near := _NEAR.search(advice):
        return (
            f"{gone}; if its file was renamed, name it {file} again, and run `rename {ref} "
            f"{near['near']}`; if it was deleted, run `git checkout HEAD -- {file}`"
        )
    return (
        f"{gone}; its file was deleted or renamed: to restore it, run `git checkout HEAD -- {file}`"
    )


def _named(places: Sequence[tuple[str, int]]) -> str:
    """Places in words: a file is named once for all of its lines that follow each other."""
    shown = places[:MOST_PLACES]
    words = [
        f":{line}" if number and shown[number - 1][0] == path else f"{path}:{line}"
        for number, (path, line) in enumerate(shown)
    ]
    more = len(places) - len(shown)
    return ", ".join(words) + (f" and {more} more" if more else "")
