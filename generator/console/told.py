"""Problems as they are told: each missing record once, and commands as they are typed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.problems import Place, Problem, pinpointed

MOST_PLACES = 4
"""How many other places a message names."""

MOST_ASKED = 20
"""Of how many missing records git is asked whether it has them; each question starts a process."""

_COMMAND = re.compile(
    r"run `(?=(?:add-document|check|fmt|import|merge|new|rename|site|withdraw)\b)"
)
_GIT = re.compile(r"`git (?=checkout\b|config\b)")
_MISSING = re.compile(r"nothing here is called '(?P<ref>[a-z]+/[a-z0-9-]+)'(?P<advice>; .*)")
_TWICE = re.compile(
    r"(?P<id>f-\w{8}) is also the id of a fact in (?P<path>[^;]+):(?P<line>\d+); .*"
)
_NEAR = re.compile(r"did you mean '(?P<near>[^']+)'\?")


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
) -> Iterator[Problem]:
    """Each problem at the very words that it is about; those about one missing record together.

    `lines` has the lines of a file by its path, and `committed` has a file as it is in the last
    commit.
    """
    found = [_at_the_newer(one, lines, committed) for one in problems]
    found = [pinpointed(one, lines(one.place.path)) for one in found]
    for one in _together(found, committed):
        yield replace(one, message=typed.in_text(one.message))


def _at_the_newer(
    problem: Problem,
    lines: Callable[[str], Sequence[str]],
    committed: Callable[[str], bytes | None],
) -> Problem:
    """A problem with an id that two facts have, at the fact that the last commit does not have."""
    found = _TWICE.fullmatch(problem.message) if problem.rule == "unique-id" else None
    if not found or found["path"] == problem.place.path:
        return problem
    fact_id, other, line = found["id"].encode(), found["path"], int(found["line"])
    if fact_id not in (committed(problem.place.path) or b"") or fact_id in (
        committed(other) or b""
    ):
        return problem
    place = Place(other, line, "".join(lines(other)[line - 1 : line]).find(found["id"]) + 1)
    was = f"{problem.place.path}:{problem.place.line}"
    return Problem(place, problem.rule, problem.message.replace(f"{other}:{line}", was, 1))


def _together(
    problems: Sequence[Problem], committed: Callable[[str], bytes | None]
) -> Iterator[Problem]:
    """The problems, but those about one missing record as one, at the first place that names it."""
    missing = defaultdict(list)
    for one in problems:
        if ref := _missing(one):
            missing[ref].append(one.place)
    asked = committed if len(missing) <= MOST_ASKED else lambda _path: None
    for one in problems:
        ref = _missing(one)
        if not ref:
            yield one
        elif places := missing.pop(ref, ()):
            yield replace(one, message=_about(one.message, places, asked))


def _missing(problem: Problem) -> str:
    """The reference to a record that does not exist, if the problem is about one; else ""."""
    found = _MISSING.fullmatch(problem.message) if problem.rule == "known-reference" else None
    return found["ref"] if found else ""


def _about(message: str, places: Sequence[Place], committed: Callable[[str], bytes | None]) -> str:
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
    if committed(file) is None:
        return f"nothing here is called '{ref}'{named}{advice}"
    gone = f"nothing here is called '{ref}' any more{named}"
    if near := _NEAR.search(advice):
        return (
            f"{gone}; if its file was renamed, name it {file} again, and run `rename {ref} "
            f"{near['near']}`; if it was deleted, run `git checkout HEAD -- {file}`"
        )
    return (
        f"{gone}; its file was deleted or renamed: run `git checkout HEAD -- {file}` to restore it, or "
        "name another record there"
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
