"""Debian's packages, for programs that the tests run and no Python package contains."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def install(*packages: str) -> None:
    """Install Debian packages, if this is a Debian system and we may."""
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
    """Whether a command is there and succeeds within a minute."""
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, stdin=subprocess.DEVNULL, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
