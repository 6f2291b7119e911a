"""The program is built as ARCHITECTURE.md says: in layers, with a pure middle, in small modules."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator import rules
from generator.strict_yaml import reader

PACKAGE = Path(__file__).parents[1] / "generator"

ON_DISK = {
    *("build", "check", "cli", "console", "write"),
    *(
        "commands.adding",
        "commands.building",
        "commands.checking",
        "commands.founding",
        "commands.editions",
        "commands.publishing",
        "commands.verifying",
    ),
    *(
        "commands.reviewing",
        "commands.beginning",
        "commands.finding",
        "commands.editing",
        "commands.drafting",
        "commands.proposing",
    ),
    *(
        "commands.formatting",
        "commands.changing",
        "commands.renaming",
        "commands.withdrawing",
        "commands.importing",
        "commands.mending",
    ),
    *("intake.archive", "intake.stock", "atlas.keeping.kept", "atlas.keeping.states"),
    *(
        "load.gate",
        "load.defaults",
        "load.folder",
        "load.history",
        "load.languages",
        "load.project",
        "load.seeds",
        "load.site_config",
        "load.watching",
        "load.theme",
        "load.written",
        "markup.compiled",
    ),
    "commands.working",
    *("review.workbench.bench", "review.workbench.server", "review.workbench.trial"),
    *("publish.audit.audit", "publish.audit.folder", "publish.audit.made", "publish.audit.rest"),
    *("publish.audit.sample", "publish.audit.scratch", "publish.command", "publish.unchanged"),
    *(f"publish.rendering.{one}" for one in ("__main__", "driver", "kept", "pages", "world")),
    *("publish.bundle", "publish.checksums", "publish.epub", "publish.manifest", "publish.mkdocs"),
    "publish.offer",
    "pages.processes",
    *(f"publish.preview.{one}" for one in ("__main__", "preview", "rendered", "server")),
    *("publish.offline", "publish.pruning", "publish.zim"),
}
"""The modules that may touch the disk. (Templates are part of the program: Jinja reads them, and
`markup.compiled` keeps them compiled.)"""

DISK_IMPORTS = {"io", "os", "pathlib", "shutil", "subprocess", "tempfile", "zipfile"}
DISK_CALLS = {
    *("exists", "glob", "is_dir", "is_file", "is_symlink", "iterdir", "mkdir", "read_bytes"),
    *("read_text", "rglob", "rmdir", "rmtree", "stat", "touch", "unlink", "write_bytes"),
    "write_text",
}
PURE = {"BytesIO", "PurePosixPath", "StringIO", "posixpath"}


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@cache
def _modules() -> dict[str, ast.Module]:
    """Each module of the program, by its name."""
    return {
        _name(path): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


SIZES = {
    _name(path): len(path.read_text(encoding="utf-8").splitlines())
    for path in PACKAGE.rglob("*.py")
}


def test_imports_point_one_way() -> None:
    """The contracts of `pyproject.toml` hold: packages import downwards, and nothing in a circle."""
    told = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout
    assert "Contracts: 2 kept, 0 broken." in told.stdout


def test_a_package_names_its_modules() -> None:
    """The docstring of a package has a line for each of its modules and packages, and no other."""
    named, there = {}, {}
    for package in sorted(path.parent for path in PACKAGE.rglob("*/__init__.py")):
        name = _name(package / "__init__.py")
        text = ast.get_docstring(_modules()[name]) or ""
        heads = re.findall(r"^- ([^:]+):", text, re.MULTILINE)
        named[name] = sorted(word for head in heads for word in re.findall(r"`(\w+)`", head))
        modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
        packages = {path.parent.name for path in package.glob("*/__init__.py")}
        there[name] = sorted(modules | packages)
    assert named == there


def _types_of(tree: ast.Module) -> Iterator[str]:
    """The classes and type aliases that a module defines; an alias is in CamelCase."""
    for node in tree.body:
        targets: list[ast.expr] = []
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign):
            targets = [node.target]
        names = (target.id for target in targets if isinstance(target, ast.Name))
        yield from (one for one in names if one.lstrip("_")[:1].isupper() and not one.isupper())


def test_a_type_has_its_own_name() -> None:
    """No type's name means two things anywhere in the program."""
    homes: dict[str, list[str]] = {}
    for module, tree in _modules().items():
        for name in _types_of(tree):
            homes.setdefault(name, []).append(module)
    assert len(homes) > 100
    assert {name: modules for name, modules in homes.items() if len(modules) > 1} == {}


def test_check_waits_for_no_page() -> None:
    """The command that contributors run most imports neither pages nor templates."""
    asked = "import sys, generator.cli, generator.commands.checking; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "generator.rules" in loaded
    assert loaded & {"generator.site", "generator.pages", "generator.publish", "jinja2"} == set()
    assert loaded & {"generator.intake", "charset_normalizer", "docx", "lxml", "pypdfium2"} == set()


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


def test_the_middle_is_pure() -> None:
    """Only the modules of `ON_DISK` name a path, a file or another program, and each of them does."""
    found = {module: sorted(set(_disk_uses(tree))) for module, tree in _modules().items()}
    impure = {module: uses for module, uses in found.items() if uses}
    outside = {module: uses for module, uses in impure.items() if module not in ON_DISK}
    assert outside == {}, "outside of ON_DISK, and on the disk by these names"
    assert sorted(ON_DISK - impure.keys()) == [], "in ON_DISK, and not on the disk"


def test_a_module_is_read_at_one_sitting() -> None:
    """No module has more than 250 lines; one that grows past it is two."""
    assert {module: lines for module, lines in SIZES.items() if lines > 250} == {}


def test_the_program_has_few_rooms() -> None:
    """A folder has at most 25 packages and modules, so that all can be seen at a glance."""
    rooms = {one.name for one in PACKAGE.iterdir()} - {"__init__.py", "__pycache__"}
    assert len(rooms) <= 25, sorted(rooms)


def test_a_rule_states_itself() -> None:
    """The first line of a rule's docstring is the rule, as a sentence; so are the reader's rules."""
    stated = {
        rule.__name__: (inspect.getdoc(rule) or "").split("\n\n", 1)[0] for rule in rules.RULES
    }
    stated |= reader.RULES
    assert [name for name, text in stated.items() if not text.endswith(".")] == []
    assert [name for name, text in stated.items() if len(text.split()) < 3] == []


def test_every_rule_is_in_the_list() -> None:
    """A public function of `generator.rules` from the atlas to problems is one of `RULES`."""
    written = {
        node.name
        for module, tree in _modules().items()
        if module.startswith("rules.")
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.returns is not None
        and ast.unparse(node.returns) == "Iterator[Problem]"
        and ast.unparse(node.args) == "atlas: Atlas"
    }
    assert written == {rule.__name__ for rule in rules.RULES}
    assert len(rules.RULES) == len(set(rules.RULES))


def test_no_cache_hides_what_a_page_read() -> None:
    """A function that is given what leads to the atlas uses `remembered`, not a cache of `functools`."""
    leading = {"Atlas", "Findings", "Desk", "LinkedNames"}
    hiding = [
        f"{name}.{function.name}"
        for name, tree in _modules().items()
        if name.startswith(("data.", "findings.", "markup.", "pages."))
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        and any("cache" in ast.unparse(one) for one in function.decorator_list)
        and any(
            one.annotation and ast.unparse(one.annotation) in leading for one in function.args.args
        )
    ]
    assert hiding == ["findings.origins.origins"]  # its mapping notes what is read of it
