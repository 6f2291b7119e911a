"""What came of trying: how many inputs, and what failed."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.fuzz.targets import Escape


@dataclass
class Tried:
    """What came of trying; `slowest` is in seconds, `told` says what failed."""

    inputs: int = 0
    crashes: int = 0
    escapes: int = 0
    slowest: float = 0.0
    told: set[str] = field(default_factory=set)

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Count what is raised here as an escape or a crash, and go on."""
        try:
            yield
        except Escape as error:
            self.escapes += 1
            self.told.add(f"{error}")
        except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
            self.crashes += 1
            self.told.add(traceback.format_exc(limit=-4))
