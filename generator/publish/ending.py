"""Ending: makes a process end when the one that started it does, even if that was killed."""

from __future__ import annotations

import ctypes
import signal
import sys

_SIGNAL_AT_PARENTS_DEATH = 1
"""PR_SET_PDEATHSIG of Linux (prctl(2))."""


def end_with_parent() -> None:
    """From now on, this process ends with its parent. Only Linux can tell it when its parent ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGTERM)
