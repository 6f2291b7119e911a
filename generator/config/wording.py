"""The wording: every phrase that a reader sees and that is neither content nor vocabulary.

`site_config/wording.yaml` holds the phrases. The program reads them by the names that they have
there: `wording.claim.says`, `wording.titles[kind]` where the name is data, and
`wording.home.ways.items()` in the order of the file. The names in braces in a phrase are its
slots; `escaping.filled` fills them.

`wording.json`, beside this module, is that file without its words: the phrases that the program
needs, each with its slots. `check` holds every project's file against it, so that a mistake there
is a problem with a line and not a traceback. `tests/test_wording.py` holds it against the code,
the templates, the theme and the scripts: they use each phrase, fill all of its slots, and use
nothing else. So a new phrase is written once, into the file, and used;
`pytest tests/test_wording.py --update-golden` then writes `wording.json`. Classes with a field
for each phrase would say the same 500 names a second time, and could not see a wrong slot.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pkgutil import get_data
from typing import Any, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from generator.records.fields import BRACES, Slots, pair
from generator.strict_yaml.nodes import Plain

OneOrMore: TypeAlias = tuple[str, str]
"""A phrase for one thing, and a phrase for several."""


@dataclass(frozen=True, eq=False)
class Words(Mapping[str, Any]):
    """A group of phrases by name, in the order of the file. A name may lead to a group again."""

    phrases: Mapping[str, Any]

    def __getattr__(self, name: str) -> Any:
        if name not in self.__dict__.get("phrases", ()):
            raise AttributeError(f"the wording has no {name!r} here")
        return self.phrases[name]

    def __getitem__(self, name: str) -> Any:
        return self.phrases[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.phrases)

    def __len__(self) -> int:
        return len(self.phrases)


class Wording(Words):
    """All of `site_config/wording.yaml`."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """A wording has the phrases of `wording.json` with their slots, and no others."""
        return _group(cls, needed())


Shape: TypeAlias = "str | list[Shape] | dict[str, Shape]"
"""What `shape` makes of phrases."""


def needed() -> dict[str, Shape]:
    """The phrases that the program needs, as `shape` gives them."""
    found: dict[str, Shape] = json.loads(get_data("generator.config", "wording.json") or "")
    return found


def shape(phrases: Plain) -> Shape:
    """Phrases without their words: of each, its slots.

    A list whose phrases have slots is a pair, for one thing and for several, and both are kept. Of
    any other list, however long, one phrase stands for all.
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
    """A closed mapping becomes words in the order in which it was written."""

    def in_order(given: Any, checked: core_schema.ValidatorFunctionWrapHandler) -> Words:
        phrases = checked(given)
        return made({name: phrases[name] for name in given})

    fields = {name: core_schema.typed_dict_field(_schema(form)) for name, form in forms.items()}
    closed = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
    return core_schema.no_info_wrap_validator_function(in_order, closed)
