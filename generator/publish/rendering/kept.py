"""Which pages of the last site are still valid, and where that is remembered between two builds.

A page depends on its own text, on the files it links to, and on what all pages share: the settings,
the theme, the programs and the date. If any of these has changed, the page is made again. Otherwise
its bytes come from the last site, if they are still those that were written then.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import Final

from mkdocs.structure.files import File
from mkdocs.utils import get_build_datetime
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.publish.rendering.pages import MadePage, digest
from generator.publish.rendering.world import World
from generator.write import put, same

_PROGRAMS: Final = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "markupsafe", "pyyaml")
"""The packages that make a page; the list of a package's files tells of every change in it."""


def remembered(memory: Path, shared: str) -> dict[str, MadePage]:
    """What was remembered of each page, by path; nothing if what all pages share was different.

    Nothing either if the file is missing or was changed.
    """
    try:
        read = json.loads(memory.read_text("utf-8"))
        if read["shared"] != shared:
            return {}
        return {path: MadePage.read(made) for path, made in read["pages"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def remember(memory: Path, shared: str, pages: dict[str, MadePage]) -> None:
    """Write down what to remember. Raises OSError."""
    written = {path: pages[path].written() for path in sorted(pages)}
    put(json.dumps({"shared": shared, "pages": written}, separators=(",", ":")), memory)


def shared_by_all(here: World) -> str:
    """A digest of everything that all pages depend on."""
    config = here.config
    parts = [sys.version, get_build_datetime().isoformat()]
    parts += [distribution(name).read_text("RECORD") or "" for name in _PROGRAMS]
    with Path(config.config_file_path).open("rb") as file:
        parts.append(json.dumps(yaml_load(file, get_yaml_loader()), sort_keys=True, default=str))
    theme = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    for folder in (Path(__file__).parent, *theme):
        files = sorted(one for one in folder.rglob("*") if one.is_file())
        parts += [
            f"{one.relative_to(folder)} {digest(one.read_bytes())}"
            for one in files
            if one.suffix != ".pyc"
        ]
    return digest("\0".join(parts).encode())


def take_over(file: File, made: MadePage, last: Path, here: World) -> bool:
    """Take a page from the last site if it is still valid; False if it must be made again."""
    if digest(file.content_bytes) != made.source:
        return False
    if not all(path in here.files.src_uris for path in made.uses):
        return False
    source = last / file.dest_uri
    try:
        if source.is_symlink() or digest(source.read_bytes()) != made.page:
            return False
        place = Path(file.abs_dest_path)
        place.parent.mkdir(parents=True, exist_ok=True)
        same(source, place)
    except OSError:
        return False
    return True
