"""The program is built as ARCHITECTURE.md says: in layers, with a pure middle, in small modules."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from generator import reader, rules

PACKAGE = Path(__file__).parents[1] / "generator"

LAYERS: dict[str, tuple[str, ...]] = {
    "text": (
        *("characters", "escaping", "folding", "lettering", "nodes", "paths", "problems"),
        *("scripts", "shards"),
    ),
    "reading": ("scalars", "syntax", "events", "reader"),
    "values": (
        *("date_values", "date_words", "dates"),
        *("number_words", "number_reader", "numbers"),
    ),
    "records": (
        *("fields", "records", "parsing", "ledger", "wording", "spelling", "config", "quantities"),
        "gazetteer",
    ),
    "documents": ("seeds", "passages", "nearest", "names", "prose"),
    "loading": ("folder", "configuration", "load"),
    "atlas": (
        *("atlas", "join", "coverage", "compare", "parties", "standing", "findings"),
        *("bonds", "hierarchy", "neighbours", "without"),
    ),
    "rules": ("rules",),
    "pages": (
        *("data_models", "data_records", "data", "works", "bibliography", "linked_data"),
        *("linked_nodes", "tables", "feeds", "maps", "times", "pages", "downloads"),
        *("charts", "render", "book", "search_index", "site_pages"),
    ),
    "story": (
        "write",
        "build",
        *("audit", "pruning"),
        "publish",
        "cli",
        *("diff", "diff_lines", "lookup", "preview", "report", "review", "revision"),
        *("bundle", "offline", "zim", "epub", "editions"),
        "__main__",
    ),
}
"""Each layer may import from itself and from those before it. A package stands for its modules."""

ON_DISK = {
    "folder",
    "configuration",
    "load",
    "write",
    "build",
    "publish",
    "audit",
    "cli",
    *("bundle", "editions", "epub", "offline", "pruning", "zim"),
    "preview",
    "revision",
}
"""The modules that may touch the disk. (Templates are part of the program; Jinja reads them.)"""

DISK_IMPORTS = {"io", "os", "pathlib", "shutil", "subprocess", "tempfile", "zipfile"}
DISK_CALLS = {
    *("exists", "glob", "is_dir", "is_file", "is_symlink", "iterdir", "mkdir", "read_bytes"),
    *("read_text", "rglob", "rmdir", "rmtree", "stat", "touch", "unlink", "write_bytes"),
    "write_text",
}
PURE = {"PurePosixPath", "posixpath"}


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


MODULES = {
    _name(path): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}
SIZES = {
    _name(path): len(path.read_text(encoding="utf-8").splitlines())
    for path in PACKAGE.rglob("*.py")
}


def imported(module: str) -> set[str]:
    """The modules of `generator` that a module imports, at its head or inside a function."""
    found = set()
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: an import is written in full"
            if node.module and node.module.split(".")[0] == "generator":
                inside = node.module.removeprefix("generator").removeprefix(".")
                for alias in node.names:
                    whole = f"{inside}.{alias.name}".removeprefix(".")
                    found.add(whole if whole in MODULES else inside)
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
            found |= {name[10:] for name in names if name.startswith("generator.")}
    return found


def layer(module: str) -> int:
    """The number of a module's layer."""
    for number, members in enumerate(LAYERS.values()):
        if module in members or module.split(".", maxsplit=1)[0] in members:
            return number
    pytest.fail(f"{module} is in no layer: add it to LAYERS", pytrace=False)


@pytest.mark.parametrize("module", [name for name in MODULES if name])
def test_imports_point_one_way(module: str) -> None:
    """A module imports from its own layer and from those before it."""
    above = {other for other in imported(module) if other and layer(other) > layer(module)}
    assert not above


def test_no_import_goes_in_a_circle() -> None:
    """There is an order in which each module comes after all that it imports."""
    graph = {module: imported(module) - {module} for module in MODULES}
    assert list(TopologicalSorter(graph).static_order())


def test_every_layer_is_made_of_modules() -> None:
    """The table names no module that has gone, but for one that is to come."""
    named = {name for members in LAYERS.values() for name in members}
    assert named - {module.split(".")[0] for module in MODULES} == set()


def _disk_uses(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in DISK_IMPORTS)
        elif isinstance(node, ast.ImportFrom) and node.module in DISK_IMPORTS:
            yield from (one.name for one in node.names if one.name not in PURE)
        elif isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id == "open":
                yield "open"
            elif isinstance(called, ast.Attribute) and called.attr in DISK_CALLS:
                yield called.attr


@pytest.mark.parametrize("module", sorted(set(MODULES) - ON_DISK))
def test_the_middle_is_pure(module: str) -> None:
    """Only the modules of `ON_DISK` name a path, a file or another program."""
    assert list(_disk_uses(MODULES[module])) == []


def test_what_may_touch_the_disk_does() -> None:
    """The list of modules on the disk is no longer than it must be."""
    assert {module for module in ON_DISK if not list(_disk_uses(MODULES[module]))} == set()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_read_at_one_sitting(module: str) -> None:
    """No module has more than 300 lines; one that grows past it is two."""
    assert SIZES[module] <= 300


def _undocumented(node: ast.Module | ast.ClassDef) -> Iterator[str]:
    if not ast.get_docstring(node):
        yield getattr(node, "name", "the module")
    for child in node.body:
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield from _undocumented(child)
        elif (
            isinstance(child, ast.FunctionDef)
            and not child.name.startswith("_")
            and not ast.get_docstring(child)
        ):
            yield child.name


@pytest.mark.parametrize("module", MODULES)
def test_what_is_public_says_what_it_means(module: str) -> None:
    """Each module, and each public class, method and function, has a docstring."""
    assert list(_undocumented(MODULES[module])) == []


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_a_rule_states_itself(rule: rules.Rule) -> None:
    """The first line of a rule's docstring is the rule, as a sentence."""
    first = (inspect.getdoc(rule) or "").split("\n\n", 1)[0]
    assert first.endswith(".")
    assert len(first.split()) > 4


def test_every_rule_is_in_the_list() -> None:
    """A public function of `generator.rules` from the atlas to problems is one of `RULES`."""
    written = {
        node.name
        for module, tree in MODULES.items()
        if module.startswith("rules.")
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.returns is not None
        and ast.unparse(node.returns) == "Iterator[Problem]"
    }
    assert written == {rule.__name__ for rule in rules.RULES}
    assert len(rules.RULES) == len(set(rules.RULES))


@pytest.mark.parametrize("rule", reader.RULES)
def test_a_rule_of_the_reader_states_itself(rule: str) -> None:
    """Each rule of the reader says, as a sentence, what must hold."""
    assert reader.RULES[rule].endswith(".")
