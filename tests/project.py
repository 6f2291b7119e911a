"""Small fictional projects in a temporary folder, for the tests that run the whole generator."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import chdir
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml
from click.testing import CliRunner
from pydantic import TypeAdapter

from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.cli import cli
from generator.config.config import Config
from generator.config.wording import Wording
from generator.findings.findings import Findings, find_out
from generator.load.defaults import default
from generator.load.entries import Entries
from generator.load.project import load
from generator.load.site_config import CONFIG_FILES
from generator.markup.templates import View
from generator.records import Fact
from generator.records.fields import BRACES
from generator.strict_yaml.layers import laid_over
from generator.strict_yaml.reader import Plain, plain, read

ROOT = Path(__file__).parent.parent
WORLD = Path(__file__).parent / "world"
DEFAULTS = ROOT / "generator/config/defaults"
"""What every project has of the program."""

PUBLISHED = ("content", "seeds", "site_config")
"""What the real site is made of, besides the defaults of the program."""


class Project:
    """A project whose files can be read. Everything made from it is made only once."""

    def __init__(self, root: Path) -> None:
        entries, problems = load(root)
        assert problems == []
        assert entries is not None
        self.root = root
        self.entries: Entries = entries

    @cached_property
    def atlas(self) -> Atlas:
        """Its records, joined."""
        return join(self.entries)

    @cached_property
    def findings(self) -> Findings:
        """What comes of comparing its answers."""
        return find_out(self.atlas)

    @cached_property
    def files(self) -> dict[str, str]:
        """Every file of `build/docs`, by its path there."""
        from generator.site import files  # noqa: PLC0415  most tests need no page

        return dict(files(self.atlas))

    def page(self, view: View) -> str:
        """The text of one page."""
        from generator.site import rendered  # noqa: PLC0415

        return rendered(view, self.atlas, self.findings)


def copied(folder: Path, *, backwards: bool = False) -> Path:
    """The real project in a separate folder, without its code.

    Its files are as old as the originals; backwards, they are new, and the last is made first.
    """
    folder.mkdir(parents=True)
    for name in PUBLISHED:
        if not backwards:
            shutil.copytree(ROOT / name, folder / name)
            continue
        for path in sorted((ROOT / name).rglob("*"), reverse=True):
            made = folder / path.relative_to(ROOT)
            if path.is_file():
                made.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, made)
    return folder


def lay_out(folder: Path, world: Path = WORLD) -> Path:
    """A copy of a fictional project."""
    return shutil.copytree(world, folder, copy_function=shutil.copyfile)


def linked(folder: Path, laid_out: Path) -> Path:
    """As a copy, but its files are those of a project that was laid out, until `put` replaces them."""
    return shutil.copytree(laid_out, folder, copy_function=os.link)


def loaded(text: str) -> Any:
    """What a text in YAML says, as PyYAML reads it; its parser in C, if there, is much faster."""
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 both are safe


def run(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """`python -m generator …`, as anybody would run it, in a separate process."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def call(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """As `run`, in this process, so that no Python has to start. It knows nothing of MkDocs' output."""
    with chdir(cwd), patch.object(tempfile, "tempdir", None):
        result = CliRunner().invoke(cli, [str(one) for one in arguments], env=env)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return subprocess.CompletedProcess(arguments, result.exit_code, result.stdout, result.stderr)


def put(folder: Path, files: dict[str, str]) -> None:
    """Put files into the project, in addition to the others or in place of them."""
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)  # another project may have it too
        place.write_text(text, encoding="utf-8", newline="\n")


def sign_seeds(folder: Path) -> None:
    """SHA256SUMS lists the seeds as they are."""
    sums = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted((folder / "seeds").glob("*.txt"))
    ]
    put(folder, {"seeds/SHA256SUMS": "".join(sums)})


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

    return _wordings().validate_python(of(part_of_config("wording")))


@cache
def _wordings() -> TypeAdapter[Wording]:
    """Reads a wording. Its 500 phrases take longer to prepare for than to read."""
    return TypeAdapter(Wording)


@cache
def part_of_config(name: str) -> Plain:
    """What a file of the real `site_config/` says over the defaults, all of it text."""
    own, below = ROOT / f"site_config/{name}.yaml", default(name)
    node, problems = read(own.read_bytes(), own.name) if own.is_file() else (below, [])
    assert node is not None, problems
    return plain(node if below is None else laid_over(node, below))


@cache
def wording() -> Wording:
    """The real wording: what a test expects a reader to see."""
    return configured().wording


def configured(**changes: dict[str, Any]) -> Config:
    """The real configuration, with other values in the named parts of it."""
    return Config.model_validate(
        {name: _changed(part_of_config(name), changes.get(name, {})) for name in CONFIG_FILES}
    )


def _changed(part: Plain, change: dict[str, Any]) -> Plain:
    assert isinstance(part, dict)
    return {**part, **change}


def leave_out(folder: Path, path: str, fact: str) -> None:
    """Take a fact out of its file, and out of the ledger, as if it had never been published."""
    text = (folder / path).read_text(encoding="utf-8")
    start = text.index(f"- id: {fact}")
    end = text.find("\n- id: ", start) + 1 or len(text)
    ledger = (folder / "content/ledger.yaml").read_text(encoding="utf-8")
    kept = [line for line in ledger.split("\n") if fact not in line]
    put(folder, {path: text[:start] + text[end:], "content/ledger.yaml": "\n".join(kept)})
