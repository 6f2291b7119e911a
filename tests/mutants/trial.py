"""Trials: whether the tests of a module notice a mistake that is planted in it.

Each trial is a separate process that imports the spoilt module again, and whatever imports that, so
that no earlier cache answers for it. Everything else is already loaded, because a fork is quick.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from itertools import islice
from pathlib import Path
from types import CodeType, ModuleType

import grimp
import pytest

from tests.mutants.planting import Mistake

LONGER = 4  # times as long as without a mistake, and an endless loop is noticed
LEAST_SECONDS = 2  # that any trial has
MEMORY = 4 * 2**30  # bytes of a trial


class _Spoilt(MetaPathFinder, InspectLoader):
    """Finds one module with other code than its file has."""

    def __init__(self, name: str, path: Path, code: str) -> None:
        self._name, self._path, self._code = name, path, code

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spoilt module; of every other the usual finders know."""
        del path, target
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(fullname, self._path, loader=self)

    def get_code(self, fullname: str) -> CodeType:
        """The spoilt code."""
        del fullname
        return compile(self._code, str(self._path), "exec")

    def get_source(self, fullname: str) -> str:
        """The spoilt source."""
        del fullname
        return self._code

    def get_filename(self, fullname: str) -> str:
        """The file that the module was in."""
        del fullname
        return str(self._path)


@dataclass(frozen=True, slots=True)
class Subject:
    """A module by its full name, its file, and the tests that are to notice its mistakes."""

    name: str
    path: Path
    tests: Sequence[str]


def seconds_of(subject: Subject) -> float | None:
    """How long the tests take where no mistake is planted; None if they fail.

    They run in this process, which every trial is a copy of. What they leave behind stays, but for
    the modules that a mistake in this one can change.
    """
    start = time.process_time()
    with Path(os.devnull).open("w") as silence, redirect_stdout(silence), redirect_stderr(silence):
        result = _tested(subject)
    seconds = time.process_time() - start
    _forget(subject.name)
    gc.freeze()  # or each trial looks through all of this for garbage
    return None if result else seconds


def _forget(name: str) -> None:
    """Have a module imported anew where it is next asked for, and whatever imports it."""
    graph = grimp.build_graph("generator", "tests", cache_dir=None)
    for stale in {name, *graph.find_downstream_modules(name)} & set(sys.modules):
        package, _, last = stale.rpartition(".")
        if package in sys.modules:
            vars(sys.modules[package]).pop(last, None)
        del sys.modules[stale]


def unnoticed(
    mistakes: Iterable[Mistake], subject: Subject, seconds: float, jobs: int
) -> Iterator[Mistake]:
    """The mistakes that the tests do not notice, as they are found.

    `seconds` is how long the tests take without a mistake, `jobs` how many trials run at once.
    """
    limit = LEAST_SECONDS + int(LONGER * seconds)
    running: dict[int, Mistake] = {}
    waiting = iter(mistakes)
    while True:
        for mistake in islice(waiting, jobs - len(running)):
            running[_started(subject, mistake, limit)] = mistake
        if not running:
            return
        process, status = os.wait()
        mistake = running.pop(process)
        if os.waitstatus_to_exitcode(status) == 0:
            yield mistake


def _started(subject: Subject, mistake: Mistake, limit: int) -> int:
    """The number of a process that runs the tests with a mistake in the module.

    It ends with the exit code of pytest, or by a signal once it has used `limit` seconds.
    """
    process = os.fork()
    if process:
        return process
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.meta_path.insert(0, _Spoilt(subject.name, subject.path, mistake.code))
    result = 3
    try:
        result = _tested(subject)
    finally:
        os._exit(result)


def _tested(subject: Subject) -> int:
    """The exit code of pytest."""
    return int(
        pytest.main(["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", *subject.tests])
    )
