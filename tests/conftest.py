"""What all tests share: marks, given by what a test asks for, and expensive things, each made once."""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

from generator.load import folder as reading
from generator.strict_yaml.reader import read
from tests import browser, nu, tools
from tests.leaves import Leaf, leaves_of
from tests.once import once, shared
from tests.project import ROOT, Project, copied, lay_out, run
from tests.server import served

settings.register_profile("attested", deadline=None)  # how long a test takes is no test
settings.register_profile("ci", deadline=None, derandomize=True)  # a change is judged, not its luck
settings.load_profile("ci" if "CI" in os.environ else "attested")
settings.register_profile("quick", max_examples=25)  # a quarter, for `make test-fast`

gc.set_threshold(100_000, 50, 50)  # looking for circles of objects took a tenth of the time
re._MAXCACHE = 20_000  # type: ignore[attr-defined]  # most projects have the same words
sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]  # builds grammars that no schema needs
reading.read = lru_cache(2_000)(read)  # type: ignore[attr-defined]  # most projects have most files in common


def pytest_sessionfinish() -> None:
    """At the end pytest would look for reference cycles in all fixtures five times, which takes 3 seconds."""
    gc.freeze()


LOCAL = ("", "127.0.0.1", "localhost")

MARKS = {
    "real": {"real", "projects"},
    "site": {"projects", "village"},
    "browser": {"chromium"},
    "tools": {"editions", "small_editions", "java"},
}
"""The fixtures for which a test gets a mark; `pyproject.toml` explains the marks."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test gets its marks from the fixtures it asks for."""
    for item in items:
        asked = _asked(item)
        for mark, fixtures in MARKS.items():
            if asked & fixtures:
                item.add_marker(mark)
        if "real" in asked and item.get_closest_marker("pages"):
            item.add_marker("site")  # making them takes a while


def _asked(item: pytest.Item) -> set[str]:
    """The fixtures of a test, and those that a parameter of it names."""
    call = getattr(item, "callspec", None)
    named = {value for value in call.params.values() if isinstance(value, str)} if call else set()
    return {*getattr(item, "fixturenames", ()), *named}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write the expected pages again")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the expected pages should be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One running browser for all tests; a machine without one fails them."""
    path = browser.find()
    if path is None:
        pytest.fail(browser.MISSING, pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path, args=list(browser.launch_arguments())
        )
        yield running
        running.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a fresh browser that reaches only this machine.

    The test fails if a page asks for anything elsewhere or anything missing, or reports an error.
    """
    yield from _watched(chromium, scripts=True)


@pytest.fixture
def still_page(chromium: Browser) -> Iterator[Page]:
    """As `page`, in a browser that runs no scripts."""
    yield from _watched(chromium, scripts=False)


def _watched(chromium: Browser, *, scripts: bool) -> Iterator[Page]:
    complaints: list[str] = []

    def answer(route: Route, request: Request) -> None:
        if urlsplit(request.url).hostname in (None, *LOCAL):
            route.continue_()
        else:
            complaints.append(f"asks another host: {request.url}")
            route.abort()

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page was left while it loaded
            complaints.append(f"{request.failure}: {request.url}")

    context = chromium.new_context(
        locale="en-GB", viewport={"width": 1280, "height": 900}, java_script_enabled=scripts
    )
    context.route("**/*", answer)
    opened = context.new_page()
    opened.on("requestfailed", failed)
    opened.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
    opened.on(
        "console",
        lambda said: (
            complaints.append(f"console: {said.text} ({said.location})")
            if said.type == "error"
            else None
        ),
    )
    yield opened
    context.close()
    assert not complaints, "\n".join(complaints)


SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONOPTIMIZE": "2"},
)
UMASKS = (0o022, 0o077)
CLOCKS = ((), ("faketime", "-f", "@2031-05-05 05:05:05") if shutil.which("faketime") else ())
"""The second is on another day. Its clock runs (`@`): processes that wait for others need that."""

EDITIONS = ("offline", "zim", "epub")

HERE, THERE = "project", "else altogether"
"""The names of the folders of two copies, of which one has a space in it."""


def in_each(folders: tuple[Path, Path], *arguments: str) -> None:
    """Run the program on two copies of a project, in parallel and in different environments."""
    program = (sys.executable, "-m", "generator", "--root")
    running = [
        subprocess.Popen(
            [*clock, *program, folder, *arguments],
            cwd=ROOT,
            env={**os.environ, **surroundings},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            umask=umask,
        )
        for folder, surroundings, clock, umask in zip(
            folders, SURROUNDINGS, CLOCKS, UMASKS, strict=True
        )
    ]
    for process in running:
        told, _ = process.communicate()
        assert process.returncode == 0, told


@pytest.fixture(scope="session")
def real() -> Project:
    """The real project."""
    return Project(ROOT)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The fictional project. A test leaves its folder as it is."""
    return Project(lay_out(tmp_path_factory.mktemp("world") / "project"))


@pytest.fixture(scope="session", params=["real", "world"])
def either(request: pytest.FixtureRequest) -> Project:
    """The real project, and the fictional one."""
    project: Project = request.getfixturevalue(request.param)
    return project


@pytest.fixture(scope="session")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two copies of the real project, with the site made in each, in different environments.

    The files of the second were made in the opposite order, and today.
    A test leaves both as they are: other processes read them.
    """

    def make(folder: Path) -> None:
        in_each((copied(folder / HERE), copied(folder / THERE, backwards=True)), "site")

    folder = once(shared(tmp_path_factory) / "projects", make)
    return folder / HERE, folder / THERE


@pytest.fixture(scope="session")
def site(projects: tuple[Path, Path]) -> Path:
    """The published site."""
    return projects[0] / "site"


@pytest.fixture(scope="session")
def leaves(site: Path) -> list[Leaf]:
    """Every page of the site, except the one that only a server shows."""
    return leaves_of(site)


@pytest.fixture(params=["disk", "server"])
def start(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """The address of the site: opened from disk, and on a server."""
    if request.param == "disk":
        yield site.as_uri()
        return
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def editions(projects: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real project with its editions offered there."""
    tools.need("zimwriterfs", "zimcheck", "zimdump")

    def make(folder: Path) -> None:
        shutil.copytree(projects[0], folder / HERE)
        for edition in EDITIONS:
            done = run("--root", folder / HERE, edition)
            assert done.returncode == 0, done.stdout + done.stderr

    return once(shared(tmp_path_factory) / "editions", make) / HERE


@pytest.fixture(scope="session")
def small_editions(village: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two copies of the fictional project with its editions; those of one of another day.

    A real one takes half a minute to make.
    """
    tools.need("zimwriterfs", "zimcheck", "faketime")

    def make(folder: Path) -> None:
        here, there = (shutil.copytree(village, folder / name) for name in (HERE, THERE))
        for path in there.rglob("*"):
            os.utime(path, (1_500_000_000, 1_500_000_000))
        for edition in EDITIONS:
            in_each((here, there), edition)

    folder = once(shared(tmp_path_factory) / "small-editions", make)
    return folder / HERE, folder / THERE


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional project with its site made. A test leaves its folder as it is."""

    def make(folder: Path) -> None:
        done = run("--root", lay_out(folder / HERE), "site")
        assert done.returncode == 0, done.stdout + done.stderr

    return once(shared(tmp_path_factory) / "village", make) / HERE


@pytest.fixture(scope="session")
def java() -> Path:
    """A Java; a machine without one fails the tests."""
    path = nu.find()
    if path is None:
        pytest.fail(nu.MISSING, pytrace=False)
    return path
