"""Mistakes that are planted in the code: which there are, and that the list of harmless ones is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutants.modules import TESTS
from tests.mutants.planting import mistakes
from tests.mutants.survivors import explained

ROOT = Path(__file__).parents[1]


def planted(code: str) -> list[tuple[str, str, str]]:
    """The mistakes of a module: where, what was there, and what is there instead."""
    return [(one.where, one.old, one.new) for one in mistakes(code)]


@pytest.mark.parametrize(
    ("code", "instead"),
    [
        # What decides something.
        ("LIMIT = 5", ["LIMIT = 6"]),
        ("KIND = 'moment'", ["KIND = 'XXmomentXX'"]),
        ("a = b < c", ["a = b <= c"]),
        ("a = not b", ["a = b"]),
        ("a = b and c", ["a = b or c"]),
        ("a = b(c, d=e)", ["a = b(d=e)", "a = b(c, )"]),
        ("a = b if c else d", ["a = b if (c) and False else d", "a = b if (c) or True else d"]),
        ("a = [b for b in c if d]", ["a = [b for b in c if True]", "a = [b for b in c if False]"]),
        # What is a message, what mypy finds, or what only asserts.
        ("a = b(c)", []),
        ("a: int = b", []),
        ('a = "is not here"', []),
        ('a = f"{b < c}"', []),
        ("raise ValueError(b < c)", []),
        ("from a import b", []),
        ("Kind = Literal['moment']", []),
        ("a = zip(b, c, strict=True)", ["a = zip(c, strict=True)", "a = zip(b, strict=True)"]),
        ("T = TypeVar('T')", []),
        ("__all__ = ['a']", []),
        ('"""One word"""', []),
    ],
)
def test_mistakes_of_a_line(code: str, instead: list[str]) -> None:
    """What may replace it; a message or a type is left alone."""
    assert planted(code) == [("", code, one) for one in instead]


def test_mistakes_are_named_by_their_function() -> None:
    """Properties and cached functions have mistakes too, but for their decorators."""
    code = """\
class Place:
    @property
    def first(self) -> int:
        return 1

@cache(maxsize=9)
def second():
    if here():
        return a
"""
    assert planted(code) == [
        ("Place.first", "return 1", "return 2"),
        ("second", "if here():", "if True:"),
        ("second", "if here():", "if False:"),
    ]
    assert [one.code.count("cache(maxsize=9)") for one in mistakes(code)] == [1, 1, 1]


@pytest.mark.parametrize("module", sorted(explained()))
def test_harmless_mistakes_are_explained(module: str) -> None:
    """Each is of a line that is still there, and has its reason."""
    assert module in TESTS
    code = (ROOT / f"generator/{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    lines = {line.strip() for line in code.splitlines()}
    for (where, old, new), why in explained()[module].items():
        assert set(old.splitlines()) <= lines, old
        assert why.strip(), f"{where}: {new}"


@pytest.mark.parametrize("module", TESTS)
def test_each_module_has_its_tests(module: str) -> None:
    """They are files that are there, as is the module."""
    assert (ROOT / f"generator/{module.replace('.', '/')}.py").is_file()
    files = [one for one in TESTS[module] if one.endswith(".py")]
    assert files
    assert all((ROOT / one).is_file() for one in files)


@pytest.mark.parametrize("package", ["atlas", "findings", "rules", "text"])
def test_no_module_is_left_out(package: str) -> None:
    """Each that the promise rests on is tried."""
    files = (ROOT / "generator" / package).glob("*.py")
    modules = {f"{package}.{file.stem}" for file in files if file.stem != "__init__"}
    assert modules
    assert modules <= TESTS.keys()
