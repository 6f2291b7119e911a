"""What all tests share: the option that writes expected pages, a real browser, the real site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

from tests import browser
from tests.leaves import Leaf, leaves_of
from tests.project import ROOT
from tests.server import served

settings.register_profile("attested", deadline=None)  # how long a test takes is no test
settings.register_profile("ci", deadline=None, derandomize=True)  # a change is judged, not its luck
settings.load_profile("ci" if "CI" in os.environ else "attested")

HERE = ("", "127.0.0.1", "localhost")
INPUT = ("content", "seeds", "site_config", "mkdocs.yml")
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
)

INPUT = ("content", "seeds", "site_config", "mkdocs.yml")
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write the expected pages again")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the expected pages are to be written, not compared."""
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
    """A page of an unused browser that reaches only this machine.

    The test fails if a page asks for anything elsewhere, for what is not there, or reports an
    error.
    """
    yield from _watched(chromium, scripts=True)


@pytest.fixture
def still_page(chromium: Browser) -> Iterator[Page]:
    """As `page`, in a browser that runs no scripts."""
    yield from _watched(chromium, scripts=False)


def _watched(chromium: Browser, *, scripts: bool) -> Iterator[Page]:
    complaints: list[str] = []

    def answer(route: Route, request: Request) -> None:
        if urlsplit(request.url).hostname in (None, *HERE):
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
        lambda said: complaints.append(f"console: {said.text}") if said.type == "error" else None,
    )
    yield opened
    context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two copies of the project with the site made in each, at once and in unlike surroundings."""
    here = tmp_path_factory.mktemp("here")
    for name in INPUT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, here / name)
    there = tmp_path_factory.mktemp("somewhere") / "else altogether"
    shutil.copytree(here, there)
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "generator", "--root", str(folder), "site"],
            cwd=ROOT,
            env={**os.environ, **surroundings},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for folder, surroundings in zip((here, there), SURROUNDINGS, strict=True)
    ]
    for process in running:
        told, _ = process.communicate()
        assert process.returncode == 0, told
    return here, there


@pytest.fixture(scope="session")
def site(projects: tuple[Path, Path]) -> Path:
    """The published site."""
    return projects[0] / "site"


@pytest.fixture(scope="session")
def leaves(site: Path) -> list[Leaf]:
    """Every page of it, but for the one that only a server shows."""
    return leaves_of(site)


@pytest.fixture(params=["disk", "server"])
def start(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """The address of the site: opened from disk, and on a server."""
    if request.param == "disk":
        yield site.as_uri()
        return
    with served(site) as address:
        yield address
