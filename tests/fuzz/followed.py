"""One target under atheris, which must change the program's modules while they are first imported.

`python -m tests.fuzz.followed TARGET SECONDS FOLDER SEED`, as `guided` runs it.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["generator"]):
    from tests.fuzz.guided import LIMITS, Guided
    from tests.fuzz.targets import TARGETS

if TYPE_CHECKING:
    from tests.fuzz.tried import Tried


def end(found: Tried) -> None:
    """Print what came of the target as JSON, and end the process; libFuzzer has no other way to."""
    print(json.dumps({**asdict(found), "told": sorted(found.told)}), flush=True)  # noqa: T201
    os._exit(0)


def main(name: str, seconds: str, folder: str, first: str) -> None:
    """Try one target for so many seconds."""
    options = (*LIMITS, f"-seed={first}", f"-dict={folder}/words", f"-artifact_prefix={folder}/")
    fuzzed = Guided(name, TARGETS[name], float(seconds), end)
    atheris.Setup([sys.argv[0], *options, f"{folder}/corpus"], fuzzed)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
