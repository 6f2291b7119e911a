"""Problems as they are told: each missing record once, and commands as they are typed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.problems import MissingRecord, Place, Problem, RepeatedId, pinpointed

MOST_PLACES = 4
"""How many other places a message names."""

MOST_ASKED = 20
"""Of how many missing records git is asked whether it has them; each question starts a process."""

_COMMAND = re.compile(
    r"run `(?=(?:add-document|check|fmt|import|merge|new|rename|site|withdraw)\b)"
)
_GIT = re.compile(r"`git (?=checkout\b|config\b)")


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
    committed: Callable[[str], bytes | None],
    typed: Typed,
    since: Callable[[str, str], int | None] = lambda _path, _words: None,
) -> Iterator[Problem]:
    """Each problem at the very words that it is about; those about one missing record together.

    `lines` has the lines of a file by its path, `committed` has a file as it is in the last
    commit, and `since` has the time when a file first had these words, or None.
    What is told may be told again: it stays as it is.
    """
    found = [_at_the_newer(one, since) for one in problems]
    found = [pinpointed(one, lines(one.place.path)) for one in found]
    for one in _together(found, committed):
        yield replace(one, message=typed.in_text(one.message))


def _at_the_newer(problem: Problem, since: Callable[[str, str], int | None]) -> Problem:
    """A problem with an id that two facts have, at the one that came later, if the history knows."""
    about = problem.about
    if not isinstance(about, RepeatedId) or about.place.path == problem.place.path:
        return problem
    here, there = since(problem.place.path, about.fact), since(about.place.path, about.fact)
    if here == there:
        return problem
    if here is None or (there is not None and there < here):
        return replace(problem, message=about.told(newer=True), about=None)
    turned = replace(about, place=problem.place)
    return Problem(about.place, problem.rule, turned.told(newer=True))


def _together(
    problems: Sequence[Problem], committed: Callable[[str], bytes | None]
) -> Iterator[Problem]:
    """The problems, but those about one missing record as one, at the first place that names it."""
    missing = defaultdict[str, list[Place]](list)
    for one in problems:
        if isinstance(one.about, MissingRecord):
            missing[one.about.ref].append(one.place)
    asked = committed if len(missing) <= MOST_ASKED else lambda _path: None
    for one in problems:
        if not isinstance(one.about, MissingRecord):
            yield one
        elif places := missing.pop(one.about.ref, ()):
            yield replace(one, message=_words(one.about, places, asked), about=None)


def _words(
    record: MissingRecord, places: Sequence[Place], committed: Callable[[str], bytes | None]
) -> str:
    """The message about a missing record, with the other places that name it.

    If the last commit has its file, the message says how to restore it.
    """
    ref = record.ref
    others = [*dict.fromkeys((one.path, one.line) for one in places[1:])]
    others = [one for one in others if one != (places[0].path, places[0].line)]
    named = (
        f", but {len(others) + 1} lines name it (this one, and {_named(others)})" if others else ""
    )
    file = f"content/{ref}{'/source' if ref.startswith('sources/') else ''}.yaml"
    if committed(file) is None:
        return f"nothing here is called '{ref}'{named}{record.advice}"
    gone = f"'{ref}' no longer exists{named}"
    if record.near:
        return (
            f"{gone}; if its file was renamed, name it {file} again, and run `rename {ref} "
            f"{record.near}`; if it was deleted, run `git checkout HEAD -- {file}`"
        )
    where = "on those lines" if others else "there"
    return (
        f"{gone}; its file was deleted or renamed: run `git checkout HEAD -- {file}` to restore it, or "
        f"name another record {where}"
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
