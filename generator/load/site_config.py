"""The folder `site_config/`: its files as one typed value."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from generator.config.config import Config
from generator.config.map import MapPlan, Outline, Position
from generator.load.defaults import default_file, said
from generator.load.entries import Gazetteer
from generator.load.folder import Shelf
from generator.load.parsing import record_of
from generator.problems import Place, Problem
from generator.strict_yaml.layers import laid_over
from generator.strict_yaml.nodes import Location
from generator.strict_yaml.reader import Fields, Node, Scalar, locate, read

CONFIG_FILES = (
    "site",
    "vocabulary",
    "language",
    "dates",
    "numbers",
    "spelling",
    "search",
    "wording",
)
CONFIG_PATHS = {name: f"site_config/{name}.yaml" for name in CONFIG_FILES}
"""Where a project has each of them."""


NO_PROJECT = (
    "this folder has no site_config/, so it is not a project; go to the project's folder, write "
    "`--root FOLDER` before the command, or begin a project with `init`"
)
"""The message about a folder that is not a project."""

_MISSING = "this file is missing; restore it with git, or begin a new project with `init`"


def is_project(root: Path) -> bool:
    """Whether a folder has a configuration."""
    return (root / "site_config").is_dir()


def read_config(shelf: Shelf) -> Config | None:
    """The configuration, from one file for each field of `Config`; None if one has a problem.

    The project's files are laid over the program's, so a file may be missing. A long-running
    command gets the same value again until a file changes.
    """
    own = {name: path for name, path in CONFIG_PATHS.items() if (shelf.root / path).is_file()}
    config, problems = _config(
        tuple((name, shelf.data(path)) for name, path in own.items()),
        tuple((name, data) for name in CONFIG_FILES if (data := default_file(name)) is not None),
    )
    shelf.problems += problems
    return config


_Files: TypeAlias = tuple[tuple[str, bytes], ...]
"""The name and the bytes of each file."""


@lru_cache(maxsize=4)
def _config(own: _Files, defaults: _Files) -> tuple[Config | None, list[Problem]]:
    """What a project's own files say, laid over the program's, or their problems."""
    below = {name: said(data, f"{name}.yaml") for name, data in defaults}
    values: dict[str, Node] = dict(below)
    problems: list[Problem] = []
    for name, data in own:
        node, found = read(data, CONFIG_PATHS[name])
        problems += found
        if node is not None:
            values[name] = laid_over(node, below[name]) if name in below else node
    missing = [name for name in CONFIG_FILES if name not in {**values, **dict(own)}]
    problems += [Problem(Place(CONFIG_PATHS[name]), "configuration", _MISSING) for name in missing]
    if problems:
        return None, problems
    values = {name: values[name] for name in CONFIG_FILES}
    keys = {name: Scalar(name, node.line, node.column) for name, node in values.items()}
    together = Fields(values, keys, 1, 1, False)

    def place_of(location: Location) -> Place:
        return Place(CONFIG_PATHS[str(location[0])], *locate(together, location))

    return record_of(Config, together, place_of, "configuration")


def read_map(shelf: Shelf) -> Gazetteer | None:
    """The map, from `site_config/map/`; None if the project has no map.yaml, or a problem."""
    plan, positions, outlines = (
        f"site_config/map/{name}.yaml" for name in ("map", "places", "outline")
    )
    if not (shelf.root / plan).is_file():
        return None
    missing = [path for path in (positions, outlines) if not (shelf.root / path).is_file()]
    message = "this file is missing; add it (see site_config/map/README.md), or remove map.yaml"
    shelf.problems += [Problem(Place(path), "configuration", message) for path in missing]
    if missing:
        return None
    plans = tuple(shelf.one(MapPlan, plan, ""))
    placed = tuple(shelf.several(Position, positions, ""))
    drawn = tuple(shelf.several(Outline, outlines, ""))
    return Gazetteer(plans[0], placed, drawn) if plans else None
