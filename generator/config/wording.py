"""The wording: every phrase that readers see and that is neither content nor vocabulary.

`defaults/wording.yaml` contains the phrases, and a project may change any of them in its own file.
The program uses their names in that file: `wording.claim.says`, `wording.titles[kind]` if the name
is data, and `wording.home.ways.items()` in the order of the file. The names in braces in a phrase
are its slots; `escaping.filled` fills them.

`wording.json`, beside this module, is that file without its words: the phrases that the program
needs, each with its slots. `check` compares every project's phrases with it, so that a mistake there
is a problem with a line, not a traceback. `tests/test_phrases.py` compares it with the code, the
templates, the theme and the scripts: they use each phrase, fill all of its slots, and use nothing
else. To add a phrase, write it into the file, use it, and run `make golden`, which writes
`wording.json`. Classes with a field for each phrase would repeat 500 names, and could not see a
wrong slot.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pkgutil import get_data
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from generator.records.fields import BRACES, Slots, pair
from generator.strict_yaml.nodes import Plain

OneOrMore: TypeAlias = tuple[str, str]
"""A phrase for one thing, and a phrase for several."""


@dataclass(frozen=True, eq=False)
class Words(Mapping[str, Any]):
    """A group of phrases by name, in the order of the file; a name may lead to another group."""

    phrases: Mapping[str, Any]

    def __post_init__(self) -> None:
        vars(self).update(self.phrases)  # so that a phrase is found as quickly as any attribute

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"the wording has no {name!r} here")

    def __getitem__(self, name: str) -> Any:
        return self.phrases[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.phrases)

    def __len__(self) -> int:
        return len(self.phrases)


class Wording(Words):
    """All of `defaults/wording.yaml`."""

    if TYPE_CHECKING:  # mypy knows the groups by this, and the tests know the phrases

        def __getattr__(self, name: str) -> Words: ...

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """The schema of a wording: the phrases of `wording.json` with their slots, and no others."""
        return _group(cls, needed())


Shape: TypeAlias = "str | list[Shape] | dict[str, Shape]"
"""What `shape` returns."""


def needed() -> dict[str, Shape]:
    """The phrases that the program needs, as `shape` gives them."""
    found: dict[str, Shape] = json.loads(get_data("generator.config", "wording.json") or "")
    return found


def shape(phrases: Plain) -> Shape:
    """Phrases without their words: the slots of each.

    A list whose phrases have slots is a pair (for one thing and for several), and keeps both. Any
    other list keeps one phrase, however long it is.
    """
    if isinstance(phrases, str):
        return " ".join(sorted({f"{{{name}}}" for name in BRACES.findall(phrases)}))
    if isinstance(phrases, list):
        found = [shape(phrase) for phrase in phrases]
        return found if any(found) else [""]
    return {name: shape(phrase) for name, phrase in phrases.items()}


def _schema(form: Shape) -> core_schema.CoreSchema:
    if isinstance(form, str):
        return Slots(*BRACES.findall(form)).schema()
    if isinstance(form, dict):
        return _group(Words, form)
    phrases = [_schema(one) for one in form]
    if len(phrases) == 1:
        return core_schema.tuple_schema(phrases, variadic_item_index=0, min_length=1)
    return core_schema.no_info_before_validator_function(pair, core_schema.tuple_schema(phrases))


def _group(made: type[Words], forms: dict[str, Shape]) -> core_schema.CoreSchema:
    """The schema of a closed mapping, which becomes a group in the order in which it is written."""

    def in_order(given: Any, checked: core_schema.ValidatorFunctionWrapHandler) -> Words:
        phrases = checked(given)
        return made({name: phrases[name] for name in given})

    fields = {name: core_schema.typed_dict_field(_schema(form)) for name, form in forms.items()}
    closed = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
    return core_schema.no_info_wrap_validator_function(in_order, closed)
