"""The theme of a project: its templates, and its style sheets and scripts as one file each.

A browser shows nothing of a page before it has every style sheet, so there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from generator.load.defaults import DEFAULTS, files_below
from generator.load.file_names import is_left_behind

THEME = "site_config/theme"
"""A project's own files of the theme, each in the place of the program's."""

STYLES = [
    "base",
    "fonts",
    "attested",
    "claims",
    "frame",
    "citations",
    "timeline",
    "map",
    "ties",
    "without",
    "chart",
    "cite",
    "search",
]
"""The style sheets that are one, `assets/site.css`, in order: a later one prevails."""

SCRIPTS = ["frame", "attested", "citations", "timeline", "without", "cite", "search"]
"""The scripts that are one, `assets/site.js`, in the order in which they run."""

STYLE, SCRIPT = "assets/site.css", "assets/site.js"
"""Where they are in the site."""

_COMMENT = re.compile(rb"/\*.*?\*/\s*", re.DOTALL)


def theme(root: Path) -> dict[str, bytes]:
    """The files of a project's theme by path: its own, and the program's for all others. Raises OSError."""
    found = {**files_below(DEFAULTS / "theme"), **files_below(root / THEME)}
    files = {path: data for path, data in found.items() if not is_left_behind(Path(path).name)}
    styles = _one(files, (f"assets/{name}.css" for name in STYLES))
    scripts = _one(files, (f"assets/{name}.js" for name in SCRIPTS))
    return files | {STYLE: _COMMENT.sub(b"", styles), SCRIPT: scripts}


def _one(files: dict[str, bytes], paths: Iterable[str]) -> bytes:
    """Files as one, which takes their place."""
    return b"\n".join(files.pop(path) for path in paths)
