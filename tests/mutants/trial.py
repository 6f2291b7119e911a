"""Trials: whether the tests of a module notice a mistake that is planted in it.

Each trial is a process of its own that imports the spoilt module anew, so that no cache of an
earlier one answers for it. What is imported from elsewhere is there already: a fork is quick.
"""

from __future__ import annotations

import importlib.util
import os
import resource
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from tests.mutants.planting import Mistake

CPU_SECONDS = 30  # of a trial; an endless loop is noticed by running out of them
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


def is_fit(tests: Sequence[str]) -> bool:
    """Whether the tests pass where no mistake is planted."""
    _, status = os.waitpid(_started(None, tests), 0)
    return os.waitstatus_to_exitcode(status) == 0


def unnoticed(
    mistakes: Sequence[Mistake], name: str, path: Path, tests: Sequence[str], jobs: int
) -> Iterator[Mistake]:
    """The mistakes of a module that its tests do not notice, as they are found."""
    running: dict[int, Mistake] = {}
    waiting = list(reversed(mistakes))
    while waiting or running:
        while waiting and len(running) < jobs:
            mistake = waiting.pop()
            running[_started(_Spoilt(name, path, mistake.code), tests)] = mistake
        process, status = os.wait()
        mistake = running.pop(process)
        if os.waitstatus_to_exitcode(status) == 0:
            yield mistake


def _started(spoilt: _Spoilt | None, tests: Sequence[str]) -> int:
    """The number of a process that runs the tests, with a spoilt module, and ends with their code."""
    process = os.fork()
    if process:
        return process
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if spoilt:
        sys.meta_path.insert(0, spoilt)
    code = 3
    try:
        code = int(pytest.main(["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", *tests]))
    finally:
        os._exit(code)
