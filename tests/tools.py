"""Programs of others that the editions and their tests need, from Debian's packages.

`python -m tests.tools NAME…` says which of the programs are missing; with `--install` it
installs their packages where that is allowed, and otherwise says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

PACKAGES = {
    "chromium": "chromium",
    "epubcheck": "epubcheck",
    "faketime": "faketime",
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
    """The test fails without these programs; where they are hard to come by, it is left out."""
    import pytest  # noqa: PLC0415  whoever makes an edition has no pytest

    if lacking := missing(names):
        leave = pytest.fail if sys.platform == "linux" else pytest.skip
        leave(advice(lacking))


def install(*packages: str) -> None:
    """Install packages of Debian's, if this is such a system and we may."""
    if not shutil.which("apt-get"):
        return
    if os.geteuid() == 0:
        may: tuple[str, ...] = ()
    elif shutil.which("sudo") and succeeds("sudo", "-n", "true"):
        may = ("sudo", "-n")
    else:
        return
    environment = (*may, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y")
    for step in (("update",), ("install", "--no-install-recommends", *packages)):
        subprocess.run(
            (*environment, *step), check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr
        )


def succeeds(*command: str) -> bool:
    """Whether a program runs and is content."""
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


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
