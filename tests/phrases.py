"""Which phrases of the wording the program says, and what it fills them with: read from its source.

Modules, templates and scripts are read without running them, so that what no test world reaches is
seen too. Where data chooses a phrase, as in `titles[kind]`, every phrase of the group counts.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from jinja2 import Environment, nodes

from generator.config.wording import Shape

Names = tuple[str, ...]
"""What leads to a phrase or a group from the whole wording; `*` is any name, or a place in a list."""

Slots = frozenset[str]

NOTHING: Names = ()


@dataclass(frozen=True)
class Use:
    """A phrase is said, or a group of them: on which line, and which slots are filled there.

    `handed_as` is the name by which a script gets it, to be filled there; `*` are its own names.
    """

    line: int
    names: Names
    slots: Slots = frozenset()
    handed_as: str = ""


def leaves(form: Shape, names: Names = NOTHING) -> Iterator[tuple[Names, Slots]]:
    """Every phrase of a shape, with its slots."""
    if isinstance(form, str):
        yield names, frozenset(re.findall(r"\{(\w+)\}", form))
    elif isinstance(form, list):
        yield from leaves(form[0], (*names, "*"))
    else:
        for name, one in form.items():
            yield from leaves(one, (*names, name))


def matching(phrases: Iterable[tuple[Names, Slots]], names: Names) -> dict[Names, Slots]:
    """Those of the phrases to which names lead, with their slots; none where the names are wrong."""
    return {
        leaf: slots
        for leaf, slots in phrases
        if len(leaf) >= len(names)
        and all(one in ("*", other) for one, other in zip(names, leaf, strict=False))
    }


# Modules

FILLING = ("filled", "filled_sentences")
"""The functions that fill the slots of their first argument."""

GIVEN = ("counted", "filled_sentences", "tie_said")
"""The functions that fill whatever phrase they are given, or have from the vocabulary."""


def in_module(source: str) -> Iterator[Use]:
    """The phrases that a module says. `wording` is always the wording, whatever holds it."""
    if not any(word in source for word in ("wording", *FILLING)):
        return
    for node in ast.parse(source).body:
        for function in node.body if isinstance(node, ast.ClassDef) else [node]:
            if isinstance(function, ast.FunctionDef) and function.name not in GIVEN:
                yield from _Function(function).uses()


class _Function:
    """A function, and what its names for parts of the wording stand for."""

    def __init__(self, function: ast.FunctionDef) -> None:
        self.nodes = list(ast.walk(function))
        self.named: defaultdict[str, set[Names]] = defaultdict(set, {"wording": {NOTHING}})
        for _ in range(2):  # a name for a part of what has a name
            for node in self.nodes:
                self._bind(node)

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        """What each node is in."""
        return {child: node for node in self.nodes for child in ast.iter_child_nodes(node)}

    def _bind(self, node: ast.AST) -> None:
        match node:
            case ast.Assign(targets=[target]):
                self._call(target, node.value)
            case ast.AnnAssign(value=ast.expr() as value):
                self._call(node.target, value)
            case ast.For() | ast.comprehension():
                self._call_each(node.target, node.iter)

    def _call(self, target: ast.expr, value: ast.expr) -> None:
        match target, value:
            case ast.Name(), _:
                self.named[target.id] |= self.names(value)
            case ast.Tuple(), ast.Tuple():
                for one, other in zip(target.elts, value.elts, strict=True):
                    self._call(one, other)

    def _call_each(self, target: ast.expr, values: ast.expr) -> None:
        match target, values:
            case ast.Tuple(elts=[_, one]), ast.Call(func=ast.Attribute(value=group, attr="items")):
                self._call(one, ast.Subscript(group, ast.Name("_")))
            case _, ast.Tuple() | ast.List():
                for value in values.elts:
                    self._call(target, value)
            case _:
                self._call(target, ast.Subscript(values, ast.Name("_")))

    def names(self, node: ast.AST) -> set[Names]:
        """What an expression is, if it is a part of the wording."""
        match node:
            case ast.Name():
                return self.named.get(node.id, set())
            case ast.Attribute(attr="wording"):
                return {NOTHING}
            case ast.Attribute() if node.attr not in ("items", "values", "get"):
                return {(*names, node.attr) for names in self.names(node.value)}
            case ast.Subscript(slice=ast.Constant(value=str() as name)):
                return {(*names, name) for names in self.names(node.value)}
            case ast.Subscript():
                return {(*names, "*") for names in self.names(node.value)}
            case ast.Call(func=ast.Attribute(value=group, attr="get")):
                return {(*names, "*") for names in self.names(group)}
            case ast.IfExp():
                return self.names(node.body) | self.names(node.orelse)
        return set()

    def uses(self) -> Iterator[Use]:
        """Each phrase where it is said, and each call of `filled` that fills something else."""
        for node in self.nodes:
            match node:
                case ast.Call(func=ast.Name(id=name)) if name in FILLING and not self.names(
                    node.args[0]
                ):
                    yield Use(node.lineno, (ast.unparse(node.args[0]),))
                case ast.Name(ctx=ast.Store()):
                    continue
                case ast.expr() if not self._goes_on(node):
                    for names in self.names(node) - {NOTHING}:
                        yield self._use(node, names)

    def _goes_on(self, node: ast.expr) -> bool:
        """Whether an expression is only a step on the way to a phrase."""
        whole: ast.AST = node
        while isinstance(parent := self.parents[whole], ast.Tuple):
            whole = parent
        match parent:
            case ast.Attribute() | ast.Subscript() | ast.IfExp():
                return node is not getattr(parent, "slice", None)
            case ast.Assign(targets=[target]):
                return whole is node or isinstance(target, ast.Tuple)
            case ast.AnnAssign() | ast.For() | ast.comprehension() | ast.Compare():
                return True
        return False

    def _use(self, node: ast.expr, names: Names) -> Use:
        match parent := self.parents[node]:
            case ast.Call(func=ast.Name(id=name)) if name in FILLING and node is parent.args[0]:
                slots = frozenset(keyword.arg or "**" for keyword in parent.keywords)
                return Use(node.lineno, names, slots)
            case ast.Call(func=ast.Name(id="counted")) if node is parent.args[1]:
                return Use(node.lineno, names, frozenset({"count"}))
            case ast.Call(func=ast.Name(id="dict")):
                return Use(node.lineno, names, handed_as="*")
        return Use(node.lineno, names)


# Templates

_JINJA = Environment(comment_start_string="{%#", comment_end_string="#%}")  # noqa: S701 only read
_MKDOCS = Environment()  # noqa: S701 only read


def in_template(source: str) -> Iterator[Use]:
    """The phrases that a template of ours says."""
    yield from _in_template(_JINJA.parse(source), ("wording",))


def in_theme(source: str) -> Iterator[Use]:
    """The phrases that a template of the theme says, which has them from `mkdocs.yml`."""
    for use in _in_template(_MKDOCS.parse(source), ("config", "extra", "words")):
        yield replace(use, names=("theme", "words", *use.names))


def _in_template(tree: nodes.Template, root: Names) -> Iterator[Use]:
    """`root` is what the template calls the wording."""
    named = {}
    for given in tree.find_all(nodes.Assign):
        if isinstance(given.target, nodes.Name) and (names := _names(given.node, root, {})):
            named[given.target.name] = names
    attributes = _attributes(tree)
    for node in _outermost(tree, root, named):
        match node:
            case nodes.Filter(name="filled"):
                assert node.node is not None
                names = _names(node.node, root, named)
                slots = frozenset(str(keyword.key) for keyword in node.kwargs)
                yield Use(node.lineno, names if names is not None else ("?",), slots)
            case _:
                names = _names(node, root, named)
                assert names is not None
                yield Use(node.lineno, names, handed_as=attributes.get(id(node), ""))


def _names(node: nodes.Node, root: Names, named: dict[str, Names]) -> Names | None:
    chain: list[str] = []
    while isinstance(node, nodes.Getattr):
        chain.insert(0, node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        return None
    whole = (*named.get(node.name, (node.name,)), *chain)
    if node.name in named:
        return whole
    return whole[len(root) :] if whole[: len(root)] == root and whole != root else None


def _outermost(node: nodes.Node, root: Names, named: dict[str, Names]) -> Iterator[nodes.Expr]:
    """Each whole expression that is a part of the wording, with the filter that fills it."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Filter) and child.name == "filled":
            yield child
            for keyword in child.kwargs:
                yield from _outermost(keyword, root, named)
        elif isinstance(child, nodes.Getattr) and _names(child, root, named) is not None:
            if not isinstance(node, nodes.Assign):
                yield child
        else:
            yield from _outermost(child, root, named)


def _attributes(tree: nodes.Template) -> dict[int, str]:
    """By expression: the name by which a script gets the `data-` attribute that it is."""
    found = {}
    for output in tree.find_all(nodes.Output):
        for before, node in zip(output.nodes, output.nodes[1:], strict=False):
            if isinstance(before, nodes.TemplateData) and (
                attribute := re.search(r'\bdata-([a-z-]+)="$', before.data)
            ):
                found[id(node)] = re.sub("-(.)", lambda one: one[1].upper(), attribute[1])
    return found


# Scripts


def filled_in_script(source: str) -> Iterator[tuple[str, Slots]]:
    """What a script fills: the name of each phrase, and its slots."""
    for name, slots in re.findall(r'\bfilled\([\w.]*?(\w+)(?: \?\? "")?, \{([^}]*)\}\)', source):
        yield name, frozenset(re.findall(r"(?:^|, ) ?(\w+)", slots))
    for name in re.findall(r"\bcounted\([^,]+, words\.(\w+)\)", source):
        yield name, frozenset({"count"})
    for name, slot in re.findall(r'\b(\w+)\.split\("\{(\w+)\}"\)', source):
        yield name, frozenset({slot})
