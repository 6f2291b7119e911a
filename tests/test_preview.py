"""The preview follows edits, survives mistakes and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from generator.build import DOCS
from tests.project import ROOT, contents, lay_out, put, run

pytestmark = pytest.mark.site

PERSON = "content/people/ada-okoro.yaml"
PATIENCE = 60
"""So many seconds a slow machine may take for one step."""


def free_address() -> str:
    """A port of this machine that nobody listens at."""
    with socket.socket() as there:
        there.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{there.getsockname()[1]}"


def until(holds: Callable[[], bool], server: subprocess.Popen[str]) -> None:
    """Wait for something; the test fails if the preview ends first, or if it takes too long."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert server.poll() is None, "the preview has ended"
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.1)


def page_of(address: str, path: str) -> str:
    """What the preview answers, below the path of the site's address; nothing while it does not listen yet."""
    try:
        with urlopen(f"http://{address}/bell/{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


@contextmanager
def serving(folder: Path, address: str, log: Path) -> Iterator[subprocess.Popen[str]]:
    """The preview of a project, as a separate process; what it prints is in `log`."""
    scratch = log.parent / "scratch"
    scratch.mkdir()
    with (
        log.open("w", encoding="utf-8") as told,
        subprocess.Popen(
            [sys.executable, "-m", "generator", "--root", folder, "serve", "--address", address],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(scratch)},
            stdout=told,
            stderr=subprocess.STDOUT,
            text=True,
        ) as server,
    ):
        try:
            yield server
        finally:
            if server.poll() is None:
                server.terminate()  # killed, it could not end the process that it started


def test_a_preview_follows_edits(tmp_path: Path) -> None:
    """It shows the site, then an edit; at a mistake the last good pages stay, until it is mended."""
    folder, log, address = tmp_path / "project", tmp_path / "log.txt", free_address()
    lay_out(folder)
    good = (folder / PERSON).read_text("utf-8")
    with serving(folder, address, log) as server:
        until(lambda: "Ada Okoro" in page_of(address, "people/ada-okoro.html"), server)

        put(folder, {PERSON: f"{good}  - Adah of the Bell\n"})
        until(lambda: "Adah" in (folder / DOCS / "people/ada-okoro.md").read_text("utf-8"), server)
        until(lambda: "Adah" in page_of(address, "people/ada-okoro.html"), server)

        pages = contents(folder / DOCS)
        put(folder, {PERSON: f"{good}born: 1870\n"})
        until(lambda: "the previous pages are kept" in log.read_text("utf-8"), server)
        line = len(good.splitlines()) + 1
        assert f"{PERSON}:{line}:1: record: born: there is no such field" in log.read_text("utf-8")
        assert contents(folder / DOCS) == pages
        assert "Adah" in page_of(address, "people/ada-okoro.html")

        put(folder, {PERSON: good})
        until(lambda: contents(folder / DOCS) != pages, server)
        until(lambda: "Adah" not in page_of(address, "people/ada-okoro.html"), server)


@pytest.mark.browser
def test_an_open_page_follows_too(tmp_path: Path, page: Page) -> None:
    """It loads again by itself, and shows the problems while there are any."""
    folder, address = lay_out(tmp_path / "project"), free_address()
    good = (folder / PERSON).read_text("utf-8")
    with serving(folder, address, tmp_path / "log.txt") as server:
        until(lambda: page_of(address, "index.html") != "", server)
        page.goto(f"http://{address}/bell/people/ada-okoro.html")
        expect(page.locator("#preview")).to_have_count(0)

        put(folder, {PERSON: f"{good}  - Adah of the Bell\n"})
        expect(page.locator("main")).to_contain_text("Adah of the Bell", timeout=PATIENCE * 1000)

        page.wait_for_load_state("load")
        put(folder, {PERSON: f"{good}born: <b>1870</b>\n"})
        said = page.locator("#preview")
        expect(said).to_contain_text("1 problem; the previous pages", timeout=PATIENCE * 1000)
        expect(said).to_contain_text("record: born: there is no such field")
        expect(said).to_have_css("position", "fixed")
        expect(page.locator("main")).to_contain_text("Adah of the Bell")

        page.wait_for_load_state("load")
        put(folder, {PERSON: good})
        expect(page.locator("main")).not_to_contain_text("Adah", timeout=PATIENCE * 1000)
        expect(said).to_have_count(0)
        page.wait_for_load_state("load")
        page.goto("about:blank")  # else it would ask a server that has ended


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_preview_ends_when_it_is_told_to(tmp_path: Path, ending: signal.Signals) -> None:
    """The exit code is 0, nothing listens any more, and no temporary file is left."""
    folder, log, address = tmp_path / "project", tmp_path / "log.txt", free_address()
    lay_out(folder)
    with serving(folder, address, log) as server:
        until(lambda: page_of(address, "index.html") != "", server)
        server.send_signal(ending)
        assert server.wait(PATIENCE) == 0
    assert page_of(address, "index.html") == ""
    assert list((tmp_path / "scratch").iterdir()) == []
    assert "Traceback" not in log.read_text("utf-8")


def test_where_nothing_was_ever_built_nothing_is_served(tmp_path: Path) -> None:
    """The problems are printed, and the exit code is 1."""
    folder = lay_out(tmp_path / "project")
    put(folder, {PERSON: "name: Ada\nborn: 1870\n"})
    done = run("--root", folder, "serve", "--address", free_address())
    assert done.returncode == 1
    assert f"{PERSON}:2:1: record: born: there is no such field" in done.stdout
    assert done.stderr.endswith("1 problem; nothing is built.\n")
    assert not (folder / "build").exists()


def test_an_address_that_is_taken(tmp_path: Path) -> None:
    """The exit code is 1, and the message mentions `--address`."""
    folder, scratch = lay_out(tmp_path / "project"), tmp_path / "scratch"
    scratch.mkdir()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = run("--root", folder, "serve", "--address", address, env={"TMPDIR": str(scratch)})
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("choose another with --address.")
    assert list(scratch.iterdir()) == []
