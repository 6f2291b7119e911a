"""Processes: work in shares, done by several processes at once where that is worth it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")

AHEAD = 4
"""How many shares each process may have done before their results are used: all need memory."""

_SIGNAL_AT_PARENTS_DEATH = 1
"""PR_SET_PDEATHSIG of Linux (prctl(2))."""


def end_with_parent() -> None:
    """From now on, this process ends with its parent. Only Linux can tell it when its parent ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGTERM)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@contextmanager
def in_shares(work: Callable[[int], T], shares: int, *, several: bool) -> Iterator[Iterator[T]]:
    """The results of `work` for each of its shares, numbered from 0, in order.

    If there are `several` processors, a process for each begins with the first shares immediately.
    These are forked, so they know all that this one knows; only a result needs to be picklable.
    Otherwise, this process does each share when its result is asked for.
    """
    if not several or not can_share():
        yield map(work, range(shares))
        return
    fork = get_context("fork")
    with ProcessPoolExecutor(processors(), fork, initializer=_begin, initargs=(work,)) as executor:
        numbers = iter(range(shares))
        waiting = deque(_submitted(executor, numbers, AHEAD * processors()))
        yield _results(executor, waiting, numbers)
        for one in waiting:
            one.cancel()


def can_share() -> bool:
    """Whether several processes can do the work: only Linux forks safely, and only if the clock moves.

    Under `faketime` the clock may stand still, and processes that wait for one another then hang.
    """
    if sys.platform != "linux" or processors() == 1:
        return False
    start = time.monotonic()
    return any(time.monotonic() > start for _ in range(100_000))


_works: list[Callable[[int], Any]] = []
"""What this process is for, in a process that was begun for it."""


def _begin(work: Callable[[int], Any]) -> None:
    """Begin a process: it leaves interruptions to its parent, and ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with_parent()
    _works.append(work)


def _do(share: int) -> Any:
    return _works[-1](share)


def _submitted(executor: Executor, numbers: Iterator[int], most: int) -> Iterator[Future[Any]]:
    return (executor.submit(_do, number) for number in islice(numbers, most))


def _results(
    executor: Executor, waiting: deque[Future[Any]], numbers: Iterator[int]
) -> Iterator[Any]:
    while waiting:
        done = waiting.popleft().result()
        waiting.extend(_submitted(executor, numbers, 1))
        yield done
