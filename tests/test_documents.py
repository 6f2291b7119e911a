"""The documents say what is there: every module, every command, and an example that works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.load.parsing import parse
from generator.problems import Place
from generator.records import Fact
from generator.strict_yaml.nodes import Items
from generator.strict_yaml.reader import read

ROOT = Path(__file__).parents[1]


def text(name: str) -> str:
    """A document of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def section(document: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    return document.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def test_the_architecture_names_every_package_once() -> None:
    """The table has a row for each package and module right below `generator/`, and no other."""
    table = section(text("ARCHITECTURE.md"), "The packages")
    named = re.findall(r"^\| `([a-z_]+)(?:/|\.py)` \| .+ \|$", table, re.MULTILINE)
    package = ROOT / "generator"
    there = {path.parent.name for path in package.glob("*/__init__.py")}
    there |= {path.stem for path in package.glob("*.py")} - {"__init__"}
    assert sorted(named) == sorted(there)
    assert len(named) <= 25


def test_the_example_is_a_fact() -> None:
    """Whoever copies the example of CONTRIBUTING begins with a record that can be read."""
    (example,) = re.findall(
        r"^```yaml\n(.*?)^```$", text("CONTRIBUTING.md"), re.DOTALL | re.MULTILINE
    )
    node, problems = read(example.encode(), "CONTRIBUTING.md")
    assert problems == []
    assert isinstance(node, Items)
    (item,) = node.values
    fact, problems = parse(Fact, item, lambda _location: Place("CONTRIBUTING.md"))
    assert problems == []
    assert fact is not None


def test_contributing_explains_every_field_of_a_fact() -> None:
    """The table of fields has a row for each field of a fact, and no other."""
    rows = re.findall(r"^\| `(\w+)` \|", text("CONTRIBUTING.md"), re.MULTILINE)
    assert sorted(rows) == sorted(Fact.model_fields)


@pytest.mark.parametrize("target", ["site", "test", "serve", "offline", "zim", "epub"])
def test_the_readme_names_the_target(target: str) -> None:
    """What a user of the project makes is in README, and in the Makefile."""
    assert f"`make {target}`" in text("README.md")
    assert re.search(rf"^{target}:", text("Makefile"), re.MULTILINE)
