"""The folder `site_config/`: its files as one typed value."""

from __future__ import annotations

from pathlib import Path

from generator.config.config import Config
from generator.config.map import MapPlan, Outline, Position
from generator.load.defaults import default
from generator.load.entries import Gazetteer
from generator.load.folder import Shelf
from generator.load.parsing import Location, record_of
from generator.problems import Place, Problem
from generator.strict_yaml.layers import laid_over
from generator.strict_yaml.reader import Fields, Node, Scalar, locate

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


NO_PROJECT = (
    "this folder has no site_config/, so it is not a project; go to the project's folder, write "
    "`--root FOLDER` before the command, or begin a project with `init`"
)
"""What is said of a folder that is no project."""

_MISSING = "this file is missing; restore it with git, or begin a new project with `init`"


def is_project(root: Path) -> bool:
    """Whether a folder has a configuration."""
    return (root / "site_config").is_dir()


def read_config(shelf: Shelf) -> Config | None:
    """The configuration, from one file for each field of `Config`; None if one has a problem.

    What a project says is laid over what the program says, so a file may be missing.
    """
    values: dict[str, Node] = {}
    unread = False
    for name in CONFIG_FILES:
        path, below = f"site_config/{name}.yaml", default(name)
        node = shelf.nodes(path) if (there := (shelf.root / path).is_file()) else below
        if node is None:
            unread = True
            if not there:
                shelf.problems.append(Problem(Place(path), "configuration", _MISSING))
        else:
            values[name] = laid_over(node, below) if there and below else node
    if unread:
        return None
    keys = {name: Scalar(name, node.line, node.column) for name, node in values.items()}
    together = Fields(values, keys, 1, 1, False)

    def place_of(location: Location) -> Place:
        return Place(f"site_config/{location[0]}.yaml", *locate(together, location))

    config, problems = record_of(Config, together, place_of, "configuration")
    shelf.problems += problems
    return config


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
