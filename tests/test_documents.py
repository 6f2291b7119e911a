"""The documents say what is there: every module, every command, and an example that works."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import cli
from generator.load.parsing import record_of
from generator.problems import Place
from generator.records import Entity, Fact, Question, Source
from generator.records.fields import Record
from generator.rules import RULES
from generator.strict_yaml.nodes import Fields, Items, plain
from generator.strict_yaml.reader import read
from tests.made_up import MadeUp, made_up

ROOT = Path(__file__).parents[1]


def text(name: str) -> str:
    """A document of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def section(document: str, heading: str) -> str:
    """What is under a heading of the second level."""
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


def defined(path: Path) -> set[str]:
    """The functions, classes, methods (`Class.method`) and types that a module defines."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=name):
                found.add(name)
            case ast.ClassDef(name=name, body=body):
                own = (one.name for one in body if isinstance(one, ast.FunctionDef))
                found |= {name, *(f"{name}.{method}" for method in own)}
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
    return found


def test_the_path_of_a_claim_is_there() -> None:
    """Each file in the path of one claim exists, and has the functions named after it."""
    steps = section(text("ARCHITECTURE.md"), "The path of one claim")
    assert re.findall(r"^(\d+)\. ", steps, re.MULTILINE) == [str(n) for n in range(1, 11)]
    named = re.findall(r"`([\w./]+\.(?:py|j2))`(?:: `([\w.]+)`)?", steps)
    assert len(named) > 12
    for file, name in named:
        path = ROOT / "generator" / file
        assert path.is_file(), file
        assert not name or name in defined(path), f"{file}: {name}"


def test_the_names_in_the_glossary_are_there() -> None:
    """Each name in the last column of the glossary is defined in `generator/`; no word is twice."""
    glossary = section(text("ARCHITECTURE.md"), "Glossary")
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| ?([^|]*)\|$", glossary, re.MULTILINE)[1:]
    words = [word for head, _ in rows for word in head.split(", ")]
    assert len(words) > 40
    assert len(words) == len(set(words))
    known = {name for path in (ROOT / "generator").rglob("*.py") for name in defined(path)}
    assert {name for _, cell in rows for name in re.findall(r"`(\w+)`", cell)} <= known


def test_each_decision_has_a_day() -> None:
    """A decision names the day on which it was made, and says why in a few sentences."""
    decisions = section(text("ARCHITECTURE.md"), "Decisions").split("\n- ")[1:]
    assert len(decisions) > 15
    for decision in decisions:
        assert re.search(r"\b20\d\d-\d\d-\d\d\)", decision), decision
        assert len(decision.split()) < 90, decision


def test_the_example_is_a_fact() -> None:
    """Whoever copies the example of CONTRIBUTING begins with a record that can be read."""
    (example,) = re.findall(
        r"^```yaml\n(- .*?)^```$", text("CONTRIBUTING.md"), re.DOTALL | re.MULTILINE
    )
    node, problems = read(example.encode(), "CONTRIBUTING.md")
    assert problems == []
    assert isinstance(node, Items)
    (item,) = node.values
    fact, problems = record_of(Fact, item, lambda _location: Place("CONTRIBUTING.md"))
    assert problems == []
    assert fact is not None


def test_each_quote_that_contributing_shows_is_refused() -> None:
    """By the rule that it names; the whole sentence does not break that rule."""
    contract = section(text("CONTRIBUTING.md"), "The quote contract")
    rows = re.findall(r"^\| (.+\.) \| (.+) \| `(.+)` \|$", contract, re.MULTILINE)
    assert len(rows) > 3
    for sentence, quote, rule in rows:
        for words, told in ((quote, True), (sentence, False)):
            fact: MadeUp = {"quote": words, "statement": words}
            atlas = made_up({"report/a": fact}, texts={"report": sentence})
            found = {problem.rule for one in RULES for problem in one(atlas)}
            assert (rule in found) is told, (words, found)


HARD_CASES = re.compile(
    r"^```yaml\n# (?:good|bad \((?P<rule>.+?)\))[^\n]*\n(?P<record>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
WHO_IS_WHO: dict[str, MadeUp] = {
    "people/ada-okoro": {"name": "Ada Okoro"},
    "people/miss-okoro": {"name": "Miss Okoro"},
    "units/wend-guild": {"name": "Wend Guild", "subkind": "state"},
    "units/bell-committee": {"name": "Bell Committee", "subkind": "state"},
}


def hard_cases() -> Iterator[tuple[str, str, str, str]]:
    """Each record that the documents judge: its heading, the document's words, the rule, the record."""
    for part in (section(text("CONTRIBUTING.md"), "Judge a hard case"), text("REVIEWING.md")):
        for case in part.split("\n### ")[1:]:
            heading, *lines = case.splitlines()
            words = " ".join(line[2:] for line in lines if line.startswith("> "))
            for rule, record in HARD_CASES.findall(case):
                yield heading, words, rule, record


@pytest.mark.parametrize(("heading", "words", "rule", "record"), [*hard_cases()])
def test_a_hard_case_is_judged_as_it_says(heading: str, words: str, rule: str, record: str) -> None:
    """A good record has no problem; a bad one has that of its rule, or none if it names no rule."""
    node, problems = read(record.encode(), heading)
    assert isinstance(node, Fields), problems
    fact = {name: plain(value) for name, value in node.values.items()}
    dated: dict[str, MadeUp] = {
        "report": {"dates": [{"of": "written", "date": "1904-06-09", "known_from": "its head"}]}
    }
    atlas = made_up(
        {"report/a": fact}, entities=WHO_IS_WHO, texts={"report": words}, documents=dated
    )
    found = {problem.rule for one in RULES for problem in one(atlas)} - {"orphan"}
    if rule in ("", "no rule"):
        assert found == set(), heading
    else:
        assert rule in found, heading


def test_each_hard_case_has_both_records() -> None:
    """Whoever reads of a mistake sees how it is done right."""
    verdicts: dict[str, set[bool]] = {}
    for heading, _, rule, _ in hard_cases():
        verdicts.setdefault(heading, set()).add(rule == "")
    assert len(verdicts) > 8
    assert [heading for heading, both in verdicts.items() if len(both) < 2] == []


def test_contributing_explains_every_field_of_a_fact() -> None:
    """The table of fields has a row for each field of a fact, and no other."""
    rows = re.findall(r"^\| `(\w+)` \|", text("CONTRIBUTING.md"), re.MULTILINE)
    assert sorted(rows) == sorted(Fact.model_fields)


@pytest.mark.parametrize(
    ("heading", "record"),
    [
        ("The fields of a document", Source),
        ("The fields of a question", Question),
        ("The fields of a person, a unit or a topic", Entity),
    ],
)
def test_contributing_names_every_field(heading: str, record: type[Record]) -> None:
    """Of each other record that people write."""
    part = section(text("CONTRIBUTING.md"), heading)
    named = set(re.findall(r"`([a-z_]+)(?:: [a-z]+)?`", part))
    assert set(record.model_fields) - named == set()


def test_the_readme_names_every_target() -> None:
    """The table of README has a row for each target that `make help` lists, and no other."""
    listed = re.findall(r"^([a-z-]+):.*## ", text("Makefile"), re.MULTILINE)
    rows = re.findall(r"^\| `make ([a-z-]+)` \|", text("README.md"), re.MULTILINE)
    assert sorted(rows) == sorted({*listed} - {"help"})


def commands(group: click.Group, *before: str) -> Iterator[str]:
    """The commands of the program, each with the words that lead to it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, *before, name)
        else:
            yield " ".join((*before, name))


def test_the_readme_names_every_command() -> None:
    """README has each command of the program in code, and its table has no other."""
    known = set(commands(cli))
    assert {"check", "new fact", "site"} <= known
    part = text("README.md").split("### Commands for contributors\n", 1)[1].split("\n### ", 1)[0]
    rows = re.findall(r"^\| `python -m generator ([a-z- ]+?)(?: [A-Z]+)*` \|", part, re.MULTILINE)
    assert set(rows) <= known
    assert known - set(rows) <= set(re.findall(r"`([a-z]+)`", part))


def test_the_commit_template_says_how_a_subject_begins() -> None:
    """The template has each beginning that CONTRIBUTING asks for, and its length."""
    rules = section(text("CONTRIBUTING.md"), "Change the program")
    template = text(".gitmessage")
    beginnings = re.findall(r"`([a-z]+:)`", rules)
    assert len(beginnings) == 4
    for beginning in beginnings:
        assert beginning in template
    assert "`git config commit.template .gitmessage`" in rules
    for document in (rules, template):
        assert "60 characters" in document
