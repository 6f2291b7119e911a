"""The scripts of the site, by Deno's checks of types and its lint (deno.json); nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from deno import find_deno_bin

ROOT = Path(__file__).parent.parent
SETTINGS = ("deno.json", "tests/scripts.d.ts")
ASSETS = "site_config/theme/assets"
OTHERS = {"search/minisearch.js"}
"""Scripts that are not ours."""
OWN = sorted(
    name
    for path in (ROOT / ASSETS).rglob("*.js")
    if (name := path.relative_to(ROOT / ASSETS).as_posix()) not in OTHERS
)

Deno = Callable[..., tuple[int, str]]


@pytest.fixture
def deno(tmp_path_factory: pytest.TempPathFactory) -> Deno:
    """Runs Deno on all scripts of a root that has the settings: its status, and what it says."""
    quiet = {"DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    cache = tmp_path_factory.mktemp("deno")

    def run(root: Path, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [find_deno_bin(), *arguments, "--config", "deno.json", ASSETS],
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
    """The settings and the scripts, to be spoilt."""
    for name in SETTINGS:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / ASSETS, tmp_path / ASSETS)
    return tmp_path


CHECK = ("check", "--no-remote", "--no-npm")
LINT = ("lint",)


@pytest.mark.parametrize("command", [CHECK, LINT], ids=["check", "lint"])
def test_scripts_are_without_fault(deno: Deno, command: tuple[str, ...]) -> None:
    """Each property is there, each value may be used as it is, and nothing is left over."""
    status, said = deno(ROOT, *command)
    assert status == 0, said


@pytest.mark.parametrize(
    ("command", "mistake"),
    [
        (CHECK, "document.querySelectorAl('a');"),
        (CHECK, "document.querySelector('a').focus();"),
        (CHECK, "attestedSearch.counte(1, ['', '']);"),
        (LINT, "if (location.hash == '') scrollTo(0, 0);"),
        (LINT, "{ const unused = 1; }"),
    ],
    ids=["misspelt", "null", "misspelt-own", "equality", "unused"],
)
def test_a_mistake_is_found_in_every_script(
    deno: Deno, copy: Path, command: tuple[str, ...], mistake: str
) -> None:
    """None of our own scripts is left out, and those of others are."""
    for name in OWN:
        with (copy / ASSETS / name).open("a", encoding="utf-8") as script:
            script.write(f"\n{mistake}\n")
    status, said = deno(copy, *command)
    assert status != 0
    for name in OWN:
        assert f"{ASSETS}/{name}:" in said.replace("\\", "/"), name
    for name in OTHERS:
        assert f"{ASSETS}/{name}:" not in said.replace("\\", "/")


@pytest.mark.parametrize("mistake", ["", "const sideways = 1;"], ids=["none", "twice"])
def test_scripts_of_a_page_share_no_name(deno: Deno, copy: Path, mistake: str) -> None:
    """They are no modules: what one declares outside of a block, no other may declare again.

    Deno takes each file for a module; here all are one file.
    """
    listed = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    scripts = [copy / "site_config/theme" / name for name in listed["extra_javascript"]]
    texts = [script.read_text(encoding="utf-8") for script in scripts]
    (copy / ASSETS / "all.js").write_text("\n".join([*texts, mistake]), encoding="utf-8")
    status, said = deno(copy, *CHECK)
    assert (status != 0) == bool(mistake), said
    assert ("sideways" in said) == bool(mistake), said
