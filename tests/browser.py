"""The browser for the tests: one that is already installed, or Debian's package.

`python -m tests.browser` prints its path; with `--install` it installs one where that is
allowed, and otherwise says what is missing.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.debian import install, succeeds

COMMANDS = ("chromium", "google-chrome-stable", "google-chrome", "chrome", "chromium-browser")

PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)

MISSING = (
    "The tests need Chromium or Chrome and found none. Install one: on Debian or Ubuntu "
    "`sudo apt-get install chromium`, elsewhere Google Chrome, or `python -m playwright "
    "install chromium`; or name one in the variable ATTESTED_BROWSER."
)

HEADLESS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,  # it would ask for the style sheets, which a browser refuses from disk
}
"""What axe-core looks for."""


def find() -> Path | None:
    """The first browser that answers: the named one, an installed one, Playwright's own."""
    return next((path for path in _candidates() if _answers(path)), None)


def launch_arguments() -> tuple[str, ...]:
    """The arguments for the browser; root may not use its sandbox."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return (*HEADLESS, "--no-sandbox") if as_root else HEADLESS


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("ATTESTED_BROWSER"):
        yield Path(named)
        return
    yield from (Path(found) for found in map(shutil.which, COMMANDS) if found)
    yield from map(Path, PLACES)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    yield own


def _answers(path: Path) -> bool:
    """Whether it is there and starts; on some systems the command only says how to install it."""
    if not path.is_file():
        return False
    return platform.system() == "Windows" or succeeds(str(path), "--version")


def main(arguments: list[str]) -> int:
    """Print the browser's path, or what is missing."""
    path = find()
    if path is None and "--install" in arguments:
        install("chromium")
        path = find()
    print(path or MISSING, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
