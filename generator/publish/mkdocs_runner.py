"""Runs MkDocs in a process that ends when the one that started it does, even if that was killed.

It is run as a file, from any folder, and imports nothing else from the program.
"""

from __future__ import annotations

import ctypes
import signal
import sys

from mkdocs.__main__ import cli

_SIGNAL_AT_PARENTS_DEATH = 1
"""PR_SET_PDEATHSIG of Linux (prctl(2))."""


def main() -> None:
    """Run MkDocs with the options of this process. Only Linux can tell it when its parent ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGTERM)
    cli(prog_name="mkdocs")


if __name__ == "__main__":
    main()
