"""Processes: shares of work are done in order, by one process or by several, with the same result."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from generator import site
from generator.pages import processes
from generator.pages.processes import in_shares
from generator.site import files
from tests.project import Project

SHARES = 40


@pytest.fixture(params=[1, 2])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many processors this process may use."""
    count = int(request.param)
    monkeypatch.setattr(processes, "processors", lambda: count)
    return count


def _done(work: Callable[[int], object]) -> list[object]:
    with in_shares(work, SHARES, several=True) as results:
        return list(results)


def test_results_are_in_order(processors: int) -> None:
    """And they come from other processes if there are several processors."""
    text = "made before"  # the others know it without being told
    done = _done(lambda share: (share, text, os.getpid()))
    assert [one[:2] for one in done if isinstance(one, tuple)] == [(n, text) for n in range(SHARES)]
    assert (os.getpid() in {one[2] for one in done if isinstance(one, tuple)}) == (processors == 1)


@pytest.mark.usefixtures("processors")
def test_what_goes_wrong_is_raised() -> None:
    """Wherever it was."""
    with pytest.raises(ZeroDivisionError):
        _done(lambda share: 1 // (share - 7))


@pytest.mark.usefixtures("processors")
def test_results_need_not_be_used() -> None:
    """Nothing then waits for the rest."""
    with in_shares(str, 10_000, several=True) as results:
        assert next(results) == "0"


def test_not_everything_is_done_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Results that nobody has used yet need memory."""
    monkeypatch.setattr(processes, "processors", lambda: 2)
    begun: list[int] = []
    executor = SimpleNamespace(submit=lambda _, share: begun.append(share))
    numbers = iter(range(SHARES))
    waiting = list(processes._submitted(executor, numbers, 4))  # type: ignore[arg-type]
    assert begun == list(range(4))
    assert len(waiting) == 4


@pytest.mark.parametrize("still", [True, False])
def test_a_clock_that_stands_still(monkeypatch: pytest.MonkeyPatch, *, still: bool) -> None:
    """This process does everything, since those that wait for one another would never end."""
    monkeypatch.setattr(processes, "processors", lambda: 2)
    if still:
        monkeypatch.setattr("time.monotonic", lambda: 1.0)
    assert ({os.getpid()} == set(_done(lambda _: os.getpid()))) == still


def test_several_processes_make_the_same_pages(
    world: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the same order."""
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(site, "WORTH_SHARING", 1)
    monkeypatch.setattr(site, "AT_ONCE", 3)
    made = list(files(world.atlas, several=True))
    assert dict(made) == world.files
    assert [path for path, _ in made] == [*world.files]
