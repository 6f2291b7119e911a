"""Small fictional projects in a temporary folder, for the tests that run the whole generator."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from generator.config.config import Config
from generator.config.wording import Wording
from generator.load.site_config import CONFIG_FILES
from generator.records import Fact
from generator.records.fields import BRACES
from generator.strict_yaml.reader import Plain, plain, read

ROOT = Path(__file__).parent.parent
WORLD = Path(__file__).parent / "world"
SHARED = ("vocabulary", "language", "dates", "numbers", "spelling", "wording")
"""The parts of `site_config/` that know nothing of a subject: the real ones are tested."""


def lay_out(folder: Path, world: Path = WORLD) -> Path:
    """A copy of a fictional project, with the real words of `site_config/`."""
    shutil.copytree(world, folder)
    return with_shared_words(folder)


def with_shared_words(folder: Path) -> Path:
    """The project, with the real words of `site_config/`."""
    for name in SHARED:
        shutil.copyfile(ROOT / f"site_config/{name}.yaml", folder / f"site_config/{name}.yaml")
    return folder


def publishable(folder: Path) -> Path:
    """The project, with what MkDocs needs to make a site of it."""
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(ROOT / "site_config/theme", folder / "site_config/theme")
    return folder


def run(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """`python -m generator …`, as anybody would call it."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def put(folder: Path, files: dict[str, str]) -> None:
    """Files that stand in the project instead of, or beside, what is there."""
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")


def sign_seeds(folder: Path) -> None:
    """SHA256SUMS lists the seeds as they are."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted((folder / "seeds").glob("*.txt"))
    ]
    (folder / "seeds/SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def passages_of(fact: Fact) -> str:
    """The words that a fact rests on: quote, context and attributed_as."""
    credit = (fact.attributed_as,) if fact.attributed_as else ()
    return " ".join(passage.exact for passage in (*fact.quote, *fact.context, *credit))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def reworded(words: Callable[[str], str]) -> Wording:
    """The real wording with other words in each phrase, before what is filled in."""

    def of(value: Plain) -> Plain:
        if isinstance(value, str):
            return words(value) + "".join(f"{{{slot}}}" for slot in BRACES.findall(value))
        if isinstance(value, list):
            return [of(one) for one in value]
        return {key: of(one) for key, one in value.items()}

    return TypeAdapter(Wording).validate_python(of(part_of_config("wording")))


@cache
def part_of_config(name: str) -> Plain:
    """What a file of the real `site_config/` says, all of it text."""
    node, problems = read((ROOT / f"site_config/{name}.yaml").read_bytes(), f"{name}.yaml")
    assert node is not None, problems
    return plain(node)


def configured(**changes: dict[str, Any]) -> Config:
    """The real configuration, with other values in the named parts of it."""
    return Config.model_validate(
        {name: _changed(part_of_config(name), changes.get(name, {})) for name in CONFIG_FILES}
    )


def _changed(part: Plain, change: dict[str, Any]) -> Plain:
    assert isinstance(part, dict)
    return {**part, **change}
