"""Planting: every small mistake that can be made in a module, one at a time.

mutmut knows the mistakes. Its own runner leaves out properties, cached functions and constants,
which contain much of what is promised, so only its operators are used here. Conditions that are
always or never true are added. Left out is what needs no test: messages, which are texts with a
space or with something filled in; what mypy finds, such as `None` in the place of a value; and what
only asserts, such as `strict=True`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import libcst as cst
from mutmut.mutation import mutators
from mutmut.mutation.file_mutation import deep_replace

_LEFT_ALONE = (
    cst.Annotation,
    cst.Assert,
    cst.Decorator,
    cst.FormattedString,
    cst.Import,
    cst.ImportFrom,
    cst.Raise,
)
_LEFT_OUT = (
    mutators.operator_arg_removal,
    mutators.operator_assignment,
    mutators.operator_augmented_assignment,
    mutators.operator_string,
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One change of a module: the function it is in, the lines before and after, the module after.

    `where` is empty outside all functions.
    """

    where: str
    old: str
    new: str
    code: str


def mistakes(code: str) -> Iterator[Mistake]:
    """Every mistake that can be planted in the code of a module, in the order of its lines."""
    module = cst.parse_module(code)
    for index, statement in enumerate(module.body):
        finder = _Finder()
        statement.visit(finder)
        for where, node, other in finder.found:
            body = [*module.body]
            body[index] = deep_replace(statement, node, other)  # type: ignore[call-overload]
            spoilt = module.with_changes(body=body).code
            yield Mistake(where, *_changed(code, spoilt), spoilt)


def _changed(code: str, spoilt: str) -> tuple[str, str]:
    """The lines that differ, without their indentation."""
    lines, others = code.splitlines(), spoilt.splitlines()
    steps = difflib.SequenceMatcher(a=lines, b=others, autojunk=False).get_opcodes()
    changed = [step for step in steps if step[0] != "equal"]
    (_, first, _, start, _), (_, _, last, _, end) = changed[0], changed[-1]
    return _stripped(lines[first:last]), _stripped(others[start:end])


def _stripped(lines: Iterable[str]) -> str:
    return "\n".join(line.strip() for line in lines)


class _Finder(cst.CSTVisitor):
    """Collects what may stand instead of each node of a module."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, cst.CSTNode, cst.CSTNode]] = []
        self._within: list[str] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Collect from a node and those within it, unless it is left alone."""
        if isinstance(node, _LEFT_ALONE) or _is_type(node) or _is_strict(node):
            return False
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self._within.append(node.name.value)
        where = ".".join(self._within)
        self.found += ((where, node, other) for other in _instead(node))
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        """Go out of a function or class."""
        if isinstance(original_node, cst.FunctionDef | cst.ClassDef):
            self._within.pop()


def _is_type(node: cst.CSTNode) -> bool:
    """Whether the statement gives a name to a type, or lists what a module exports."""
    if not isinstance(node, cst.Assign):
        return False
    named = [target.target.value for target in node.targets if isinstance(target.target, cst.Name)]
    match node.value:
        case cst.Call(func=cst.Name("TypeVar" | "NewType")):
            return True
        case cst.Subscript():
            return any(name[:1].isupper() and not name.isupper() for name in named)
        case _:
            return named == ["__all__"]


def _is_strict(node: cst.CSTNode) -> bool:
    """Whether the argument of `zip` only asserts that all are equally long."""
    return isinstance(node, cst.Arg) and node.keyword is not None and node.keyword.value == "strict"


def _instead(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """What may be in place of a node, by mistake."""
    if isinstance(node, cst.SimpleString):
        yield from _another_word(node)
        return
    for kind, operator in mutators.mutation_operators:
        if isinstance(node, kind) and operator not in _LEFT_OUT:
            yield from operator(node)
    if isinstance(node, cst.If | cst.CompIf):
        yield from (node.with_changes(test=cst.Name(value)) for value in ("True", "False"))
    if isinstance(node, cst.Call):
        yield from _without_an_argument(node)


def _another_word(node: cst.SimpleString) -> Iterator[cst.CSTNode]:
    """A name or a pattern becomes another; a text with a space is a message."""
    if " " not in node.value and not node.value.startswith('"""'):
        yield next(iter(mutators.operator_string(node)))


def _without_an_argument(node: cst.Call) -> Iterator[cst.CSTNode]:
    """One of several arguments is forgotten."""
    needed = sum(map(_is_strict, node.args))
    for one in mutators.operator_arg_removal(node):
        if len(one.args) < len(node.args) and sum(map(_is_strict, one.args)) == needed:
            yield one
