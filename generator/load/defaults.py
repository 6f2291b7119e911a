"""The defaults: what the program gives every project, and what a project may lay over it."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.load.file_names import is_left_behind
from generator.strict_yaml.reader import Node, read

THEME = "site_config/theme"
"""A project's own files of the theme, each in the place of the program's."""

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


def theme(root: Path) -> dict[str, bytes]:
    """The files of a project's theme by path: its own, and the program's for all others. Raises OSError."""
    found = {**files_below(DEFAULTS / "theme"), **files_below(root / THEME)}
    return {path: data for path, data in found.items() if not is_left_behind(Path(path).name)}


def files_below(folder: Traversable | Path, path: str = "") -> dict[str, bytes]:
    """Every file below a folder, by its path there; none if there is no such folder."""
    found: dict[str, bytes] = {}
    for child in sorted(folder.iterdir(), key=lambda one: one.name) if folder.is_dir() else ():
        inside = f"{path}{child.name}"
        found |= (
            files_below(child, f"{inside}/") if child.is_dir() else {inside: child.read_bytes()}
        )
    return found
