"""What readers type and what they want, from `queries.yaml`, and whether they find it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from deno import find_deno_bin

from tests.project import DEFAULTS, ROOT, put

Wanted = str | Mapping[str, str] | Sequence[str | Mapping[str, str]]
"""A page by its reference, a fact by words that it says, or several of which one is enough."""

FIRST = 3
"""So many results a reader looks at."""

FOUND = 0.95
"""Such a share of the queries at least finds what is wanted among these."""

SCRIPT = ROOT / "tests/answers.js"
ASSETS = DEFAULTS / "theme/assets"


@dataclass(frozen=True)
class Query:
    """One query, of a kind, and what is wanted."""

    kind: str
    text: str
    wanted: Wanted


def queries() -> list[Query]:
    """All of them, in the order of the file."""
    told: dict[str, dict[Any, Wanted]] = yaml.safe_load(
        (ROOT / "tests/queries.yaml").read_text("utf-8")
    )
    return [
        Query(kind, str(text), wanted)
        for kind, some in told.items()
        for text, wanted in some.items()
    ]


def is_found(query: Query, results: Iterable[tuple[str, str]]) -> bool:
    """Whether one of the first results, each a reference or id with its text, is wanted."""
    wanted = query.wanted
    some = [wanted] if isinstance(wanted, str | Mapping) else wanted
    return any(_is(one, *hit) for hit in list(results)[:FIRST] for one in some)


def _is(wanted: str | Mapping[str, str], ref: str, text: str) -> bool:
    if isinstance(wanted, str):
        return ref == wanted
    return ref.startswith("f-") and wanted["says"] in text


def answers(files: Mapping[str, str], folder: Path, texts: Sequence[str]) -> list[dict[str, Any]]:
    """What the site's scripts find for each text, in the index among these files of a site."""
    put(folder, {path: text for path, text in files.items() if path.startswith("search/")})
    quiet = {"DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1", "DENO_DIR": str(folder / "deno")}
    done = subprocess.run(
        [find_deno_bin(), "run", "--no-config", "--allow-read", SCRIPT, ASSETS, folder],
        input=json.dumps(texts),
        env=os.environ | quiet,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
