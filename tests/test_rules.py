"""Each rule refuses its mistake, in exactly these words; the mistakes are files."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from generator import rules
from generator.atlas.atlas import Atlas
from generator.check import check
from generator.problems import Problem, as_text
from generator.rules import Rule
from tests.project import ROOT, WORLD, lay_out, linked, loaded, put, sign_seeds

CASES = Path(__file__).parent / "cases" / "rules"
READING = ("stray-file", "record", "configuration", "seed")
"""The rules that loading has, beside those of YAML, which have tests of their own."""

Case = dict[str, Any]
"""A planted mistake, as its file has it."""


@dataclass(frozen=True)
class Told:
    """What `check` says about a project with a planted mistake, and which rules object."""

    project: Path
    problems: tuple[Problem, ...]
    rules: frozenset[str]


@cache
def _cases() -> list[Any]:
    """Each case: what is changed in the fictional project, and what is then said of it.

    In a complaint `<text>` stands for the number of the line that has the text.
    `change` replaces a stretch of a file, which stands there once; `files` are whole files;
    `sign` makes SHA256SUMS anew; `remove` takes files away.
    """
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in loaded(path.read_text(encoding="utf-8"))
    ]


def _spoil(case: Case, project: Path, sound: Path) -> Path:
    place = linked(project, sound)
    for path in case.get("remove", ()):
        (place / path).unlink()
    for path, changes in case.get("change", {}).items():
        text = (place / path).read_text(encoding="utf-8")
        for old, new in changes.items():
            assert text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
            text = text.replace(old, new)
        put(place, {path: text})
    put(place, case.get("files", {}))
    if case.get("sign"):
        sign_seeds(place)
    return place


def _numbered(complaint: str, project: Path) -> str:
    """The complaint with the number of a line where it has some of the line's text."""
    path, _, rest = complaint.partition(":<")
    if not rest:
        return complaint
    text, _, rest = rest.partition(">:")
    lines = (project / path).read_text(encoding="utf-8").splitlines()
    (number,) = (n for n, line in enumerate(lines, start=1) if text in line)
    return f"{path}:{number}:{rest}"


def _listening(rule: Rule, heard: set[str]) -> Rule:
    """The rule, wrapped so that it records its name whenever it finds a problem."""

    def found(atlas: Atlas) -> Iterator[Problem]:
        for problem in rule(atlas):
            heard.add(rule.__name__)
            yield problem

    return found


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional project, whose files the spoilt ones share."""
    return lay_out(tmp_path_factory.mktemp("sound") / "project")


@pytest.fixture(scope="module")
def tell(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], Told]:
    """What `check` says of a case; each is planted and checked once."""
    told: dict[str, Told] = {}

    def of(case: Case) -> Told:
        key = str(case)
        if key not in told:
            heard: set[str] = set()
            project = _spoil(case, tmp_path_factory.mktemp("planted") / "project", sound)
            records, passages = (
                patch.object(
                    rules, name, [_listening(rule, heard) for rule in getattr(rules, name)]
                )
                for name in ("RULES_OF_RECORDS", "RULES_OF_PASSAGES")
            )
            with records, passages:
                problems = check(project).problems
            told[key] = Told(project, problems, frozenset(heard))
        return told[key]

    return of


@pytest.mark.parametrize("case", _cases())
def test_planted_mistake(case: Case, tell: Callable[[Case], Told]) -> None:
    """The project with this one mistake has these complaints and no other."""
    assert set(case) <= {"name", "change", "files", "remove", "sign", "complaints"}
    told = tell(case)
    expected = [_numbered(line, told.project) for line in case["complaints"].splitlines()]
    assert [as_text(problem) for problem in told.problems] == expected


def test_the_fictional_project_has_no_problem(sound: Path) -> None:
    """Without a planted mistake there are no complaints."""
    assert check(sound).problems == ()


RECORDS = sorted(path.relative_to(WORLD).as_posix() for path in (WORLD / "content").rglob("*.yaml"))


@pytest.mark.parametrize("path", [one for one in RECORDS if "ledger" not in one])
def test_a_file_that_cannot_be_read_is_one_problem(path: str, sound: Path, tmp_path: Path) -> None:
    """Nothing else is reported that only follows from it."""
    project = linked(tmp_path / "project", sound)
    put(project, {path: f"\t{(project / path).read_text(encoding='utf-8')}"})
    assert [problem.rule for problem in check(project).problems] == ["yaml-tab"]


def _slugs() -> set[str]:
    """The names that the rules' source gives to problems."""
    found = set()
    for path in sorted((ROOT / "generator/rules").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Problem":
                name = node.args[1]
            elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
                name = node.value.elts[0]
            else:
                continue
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                found.add(name.value)
    return found


def test_each_name_of_a_problem_has_a_case() -> None:
    """Whatever a rule or the loading may complain of is planted at least once."""
    assert len(_slugs()) > 20
    planted = {
        line.split(": ")[1]
        for case in _cases()
        for line in case.values[0]["complaints"].splitlines()
    }
    assert _slugs() | set(READING) <= planted


def test_each_rule_has_a_case(tell: Callable[[Case], Told]) -> None:
    """Each function in `RULES` finds some planted mistake."""
    heard = set[str]().union(*(tell(case.values[0]).rules for case in _cases()))
    assert {rule.__name__ for rule in rules.RULES} - heard == set()
