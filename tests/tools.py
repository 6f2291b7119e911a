"""Other programs that the editions and their tests need, from Debian's packages.

`python -m tests.tools NAME…` says which of the programs are missing; with `--install` it
installs their packages where that is allowed, and otherwise says what to install.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.debian import install

PACKAGES = {
    "chromium": "chromium",
    "epubcheck": "epubcheck",
    "faketime": "faketime",
    "pdftotext": "poppler-utils",
    "zimcheck": "zim-tools",
    "zimdump": "zim-tools",
    "zimwriterfs": "zim-tools",
}
"""The package of Debian that a program is in."""

JAR = Path("/usr/share/java/epubcheck.jar")
"""Where Debian's epubcheck is; its command needs a kernel that runs such files by themselves."""


def missing(names: Iterable[str]) -> list[str]:
    """Those of the programs that are not here."""
    return [name for name in names if not _there(name)]


def advice(names: Iterable[str]) -> str:
    """What to do about programs that are missing."""
    packages = " ".join(sorted({PACKAGES[name] for name in names}))
    return (
        f"These programs are needed and not here: {', '.join(names)}. On Debian or Ubuntu "
        f"`sudo apt-get install {packages}`; elsewhere see openzim.org and w3.org/publishing/epubcheck."
    )


def epubcheck() -> list[str]:
    """The command that runs epubcheck; a run is too short for Java's best compiler."""
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData")
    return ["java", *quick, "-jar", str(JAR)] if JAR.is_file() else ["epubcheck"]


def need(*names: str) -> None:
    """The test fails without these programs; where they are hard to install, it is skipped."""
    import pytest  # noqa: PLC0415  whoever makes an edition has no pytest

    if lacking := missing(names):
        leave = pytest.fail if sys.platform == "linux" else pytest.skip
        leave(advice(lacking))


def _there(name: str) -> bool:
    if name == "epubcheck" and JAR.is_file():
        return shutil.which("java") is not None
    return shutil.which(name) is not None


def main(arguments: list[str]) -> int:
    """Say what is missing, after an attempt to install it."""
    names = [name for name in arguments if name != "--install"]
    lacking = missing(names)
    if lacking and "--install" in arguments:
        install(*sorted({PACKAGES[name] for name in lacking}))
        lacking = missing(names)
    if lacking:
        sys.stderr.write(f"{advice(lacking)}\n")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
