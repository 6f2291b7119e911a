"""The scripts of the site and of the workbench, by Deno's checks of types and its lint (deno.json); nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from deno import find_deno_bin

from generator.load.theme import SCRIPT, theme
from tests.project import ROOT, put

SETTINGS = ("deno.json", "tests/scripts.d.ts")
ASSETS = "generator/config/defaults/theme/assets"
BENCH = "generator/review/workbench/static"
PREVIEW = "generator/publish/preview/static"
OTHERS = {f"{ASSETS}/search/minisearch.js"}
"""Scripts that are not ours."""
OWN = sorted(
    name
    for folder in (ASSETS, BENCH, PREVIEW)
    for path in (ROOT / folder).rglob("*.js")
    if (name := path.relative_to(ROOT).as_posix()) not in OTHERS
)

ALL = "all.js"

Deno = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def deno(tmp_path_factory: pytest.TempPathFactory) -> Deno:
    """Runs Deno on all scripts of a root that has the settings: its status, and what it says."""
    quiet = {"DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    cache = tmp_path_factory.mktemp("deno")

    def run(root: Path, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [find_deno_bin(), *arguments, "--config", "deno.json", ASSETS, BENCH, PREVIEW],
            cwd=root,
            env=os.environ | quiet | {"DENO_DIR": str(cache)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    return run


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The settings and the scripts, to be spoilt; and the scripts of a page of the site as one.

    Those are no modules: what one declares outside of a block, no other may declare again. Deno
    takes each file for a module.
    """
    for name in SETTINGS:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for folder in (ASSETS, BENCH, PREVIEW):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    put(tmp_path / ASSETS, {ALL: theme(tmp_path)[SCRIPT].decode("utf-8")})
    return tmp_path


CHECK = ("check", "--no-remote", "--no-npm")
LINT = ("lint",)


@pytest.mark.parametrize(
    ("command", "mistakes"),
    [
        (
            CHECK,
            (
                "document.querySelectorAl('a');",
                "document.querySelector('a').focus();",
                "attestedSearch.counte(1, ['', '']);",
            ),
        ),
        (LINT, ("if (location.hash == '') scrollTo(0, 0);", "{ const unused = 1; }")),
    ],
    ids=["check", "lint"],
)
def test_scripts_have_only_the_mistakes_planted_in_each(
    deno: Deno, copy: Path, command: tuple[str, ...], mistakes: tuple[str, ...]
) -> None:
    """None of our own scripts is left out, those of others are, and nothing else is wrong in any.

    Each property is there, each value may be used as it is, no name is there twice on a page, and
    nothing is left over.
    """
    lines = {}
    for name in OWN:
        text = (copy / name).read_text(encoding="utf-8")
        lines[name] = len(text.splitlines())
        put(copy, {name: "\n".join((text.removesuffix("\n"), *mistakes, ""))})
    with (copy / ASSETS / ALL).open("a", encoding="utf-8") as script:
        script.write("\nconst narrow = 1;\n")
    status, said = deno(copy, *command)
    said = said.replace("\\", "/")
    assert status != 0
    of_all = 2 if command == CHECK else 1  # `narrow` is declared twice; and it is never used
    assert f"Found {len(OWN) * len(mistakes) + of_all} " in said, said
    for name in OWN:
        for number, mistake in enumerate(mistakes, start=lines[name] + 1):
            assert f"{name}:{number}:" in said, mistake
    for name in OTHERS:
        assert f"{name}:" not in said
    assert command == LINT or "variable 'narrow'" in said
