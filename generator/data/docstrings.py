"""Docstrings that are data: the models' docstrings are in the schemas, which `python -OO` must not change."""

from __future__ import annotations

import ast
import inspect
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def restore_docstrings(package: ModuleType) -> None:
    """Give each class of a package's modules the docstring that its source has. Raises OSError."""
    for found in iter_modules(package.__path__, f"{package.__name__}."):
        module = import_module(found.name)
        for node in ast.parse(inspect.getsource(module)).body:
            if isinstance(node, ast.ClassDef):
                getattr(module, node.name).__doc__ = ast.get_docstring(node)
