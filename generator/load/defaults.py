"""The defaults: what the program gives every project, and what a project may lay over it."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.strict_yaml.reader import Node, read

DEFAULTS = files("generator.config") / "defaults"
"""The folder of the program's own files; it has the form of `site_config/`."""


def default(name: str) -> Node | None:
    """What the program's own `<name>.yaml` says; None if there is no such file."""
    data = default_file(name)
    return None if data is None else said(data, f"{name}.yaml")


def default_file(name: str) -> bytes | None:
    """The program's own `<name>.yaml`, or None if it has none."""
    file = DEFAULTS / f"{name}.yaml"
    return file.read_bytes() if file.is_file() else None


@lru_cache(maxsize=32)
def said(data: bytes, name: str) -> Node:
    """What one of those files says. A long-running command reads it again only if it changes."""
    node, problems = read(data, name)
    if node is None:
        raise ValueError(problems)
    return node


def files_below(folder: Traversable | Path, path: str = "") -> dict[str, bytes]:
    """Every file below a folder, by its path there; none if there is no such folder."""
    found: dict[str, bytes] = {}
    for child in sorted(folder.iterdir(), key=lambda one: one.name) if folder.is_dir() else ():
        inside = f"{path}{child.name}"
        found |= (
            files_below(child, f"{inside}/") if child.is_dir() else {inside: child.read_bytes()}
        )
    return found
