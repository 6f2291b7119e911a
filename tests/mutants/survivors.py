"""Survivors: the mistakes that no test notices, each with the reason why it is harmless.

They are in `survivors.toml`, by module. A survivor that is not listed is an error, and so is a
listed mistake that a test notices by now.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

from tests.mutants.planting import Mistake

FILE = Path(__file__).with_name("survivors.toml")

Key = tuple[str, str, str]
"""The function, the lines before and after: what tells a mistake from the others of a module."""


def key(mistake: Mistake) -> Key:
    """What sets a mistake apart from the others in its module."""
    return mistake.where, mistake.old, mistake.new


def explained() -> dict[str, dict[Key, str]]:
    """By module, the harmless mistakes and why they are."""
    listed = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        module: {(one["where"], one["old"], one["new"]): one["why"] for one in entries}
        for module, entries in listed.items()
    }


def written(module: str, keys: Iterable[Key]) -> str:
    """Entries for the file; whoever adds them writes the reasons."""
    return "\n".join(
        f"[[{json.dumps(module)}]]\n"
        + "".join(
            f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
            for name, value in (*zip(("where", "old", "new"), one, strict=True), ("why", ""))
        )
        for one in keys
    )
