"""Compiled templates: kept like compiled modules, never stale, and never needed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest
from jinja2 import BytecodeCache, DictLoader, Environment, FileSystemLoader

from generator.markup import compiled
from tests.project import put


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps compiled modules during a test."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    return tmp_path / "kept"


class NeverCompiles(Environment):
    """An environment that has to find its templates compiled."""

    def compile(self, *_given: Any, **_named: Any) -> NoReturn:
        """Refuse. Raises AssertionError."""
        raise AssertionError("compiled again")


def shown(text: str, kind: type[Environment] = Environment) -> str:
    """A template filled in."""
    return filled_in(text, compiled.compiled(), kind)


def filled_in(text: str, cache: BytecodeCache | None, kind: type[Environment]) -> str:
    """A template filled in by an environment with a cache."""
    environment = kind(loader=DictLoader({"a": text}), bytecode_cache=cache)
    return environment.get_template("a").render(name="Qusayr")


def kept(folder: Path) -> set[str]:
    """The names of the templates that are kept."""
    return {path.name for path in folder.rglob("template-*.cache")}


def test_a_template_is_compiled_once(folder: Path) -> None:
    """A second environment finds it compiled."""
    assert shown("At {{ name }}") == "At Qusayr"
    assert len(kept(folder)) == 1
    assert shown("At {{ name }}", NeverCompiles) == "At Qusayr"


def test_a_changed_template_is_compiled_again() -> None:
    """No earlier text is shown."""
    shown("At {{ name }}")
    assert shown("Near {{ name }}") == "Near Qusayr"


def test_changed_code_finds_nothing_compiled(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What escapes and what is compiled belong together."""
    shown("At {{ name }}")
    package = tmp_path / "markup"
    shutil.copytree(compiled.HERE.parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(compiled, "HERE", package / compiled.HERE.name)
    shown("At {{ name }}")
    before = kept(folder)
    (package / "escaping.py").write_text("# another way to escape\n", encoding="utf-8")
    shown("At {{ name }}")
    assert len(kept(folder) - before) == 1


def test_projects_share_what_is_compiled(folder: Path, tmp_path: Path) -> None:
    """A template of the same name and text, in whatever folder; but not with other options."""
    for name in ("one", "other"):
        put(tmp_path, {f"{name}/a": "At {{ name }}"})
        loader, kind = (
            FileSystemLoader(tmp_path / name),
            Environment if name == "one" else NeverCompiles,
        )
        environment = kind(loader=loader, bytecode_cache=compiled.compiled("theme"))
        assert environment.get_template("a").render(name="Qusayr") == "At Qusayr"
    assert len(kept(folder)) == 1
    filled_in("At {{ name }}", compiled.compiled("theme", "option"), Environment)
    assert len(kept(folder)) == 2


def test_a_damaged_file_is_compiled_again(folder: Path) -> None:
    """A file that was cut short, or in which one bit is another, is not used."""
    shown("At {{ name }}")
    [path] = folder.rglob("template-*.cache")
    whole = path.read_bytes()
    for damaged in (whole[:-20], whole[:40], b"", whole[:90] + bytes([whole[90] ^ 1]) + whole[91:]):
        path.write_bytes(damaged)
        assert shown("At {{ name }}") == "At Qusayr"
        assert path.read_bytes() == whole


def test_nothing_is_kept_where_python_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with compiled modules."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown("At {{ name }}") == "At Qusayr"
    assert kept(folder) == set()


def test_a_folder_that_cannot_be_made_does_no_harm(folder: Path) -> None:
    """The template is compiled each time."""
    folder.write_text("a file is in the way", encoding="utf-8")
    assert shown("At {{ name }}") == "At Qusayr"


def test_a_file_that_cannot_be_written_does_no_harm(folder: Path) -> None:
    """The template is compiled each time."""
    cache = compiled.compiled()
    shutil.rmtree(folder)
    assert filled_in("At {{ name }}", cache, Environment) == "At Qusayr"
