"""Each rule refuses its mistake, in exactly these words; the mistakes are files."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import rules
from generator.atlas.join import join
from generator.check import check
from generator.load.project import load
from generator.problems import as_text
from tests.project import ROOT, lay_out, put, sign_seeds

CASES = Path(__file__).parent / "cases" / "rules"
READING = ("stray-file", "record", "configuration", "seed")
"""The rules that loading has, beside those of YAML, which have tests of their own."""


def _cases() -> list[Any]:
    """Each case: what is changed in the fictional project, and what is then said of it.

    In a complaint `<text>` stands for the number of the line that has the text.
    `change` replaces a stretch of a file, which stands there once; `files` are whole files;
    `sign` makes SHA256SUMS anew; `remove` takes files away.
    """
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _spoil(case: dict[str, Any], folder: Path) -> Path:
    place = lay_out(folder)
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


@pytest.mark.parametrize("case", _cases())
def test_planted_mistake(case: dict[str, Any], tmp_path: Path) -> None:
    """The project with this one mistake has these complaints and no other."""
    assert set(case) <= {"name", "change", "files", "remove", "sign", "complaints"}
    project = _spoil(case, tmp_path / "project")
    told = check(project).problems
    expected = [_numbered(line, project) for line in case["complaints"].splitlines()]
    assert [as_text(problem) for problem in told] == expected


def test_the_fictional_project_has_no_problem(tmp_path: Path) -> None:
    """Without a planted mistake nothing is complained of."""
    assert check(lay_out(tmp_path / "project")).problems == ()


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


def test_each_rule_has_a_case(tmp_path: Path) -> None:
    """Each function in `RULES` is the one that finds some planted mistake."""
    silent = {rule.__name__: rule for rule in rules.RULES}
    for number, case in enumerate(_telling_first(_cases())):
        if silent:
            entries, _ = load(_spoil(case.values[0], tmp_path / str(number)))
            atlas = join(entries) if entries else None
            heard = [name for name, rule in silent.items() if atlas and any(rule(atlas))]
            for name in heard:
                del silent[name]
    assert list(silent) == []


def _telling_first(cases: list[Any]) -> list[Any]:
    """First the cases that have a complaint by a name that none before them has."""
    seen: set[str] = set()
    told: list[Any] = []
    others: list[Any] = []
    for case in cases:
        names = {line.split(": ")[1] for line in case.values[0]["complaints"].splitlines()}
        (others if names <= seen else told).append(case)
        seen |= names
    return [*told, *others]
