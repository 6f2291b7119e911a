"""The JSON Schema of a record, as an editor reads its YAML.

The program reads every value of a YAML file as text, and gives it a type afterwards. An editor
follows YAML 1.2 and sees numbers and booleans. So these schemas allow any of these for a text, and
one item in place of a list wherever the program allows that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema as core

from generator.records.fields import Matching, Record, SpeltOut, _date, _flag, one_or_more
from generator.records.plain_numbers import plain_number

Schema: TypeAlias = dict[str, Any]

SCALARS = ["string", "number", "boolean"]
"""What an editor may take a text for: `1984` and `yes` are texts of a record too."""


def shapes(models: Iterable[type[Record]]) -> dict[str, Schema]:
    """The schema of each record and of every record within it, by the name of its class.

    They refer to each other as `#/$defs/NAME`.
    """
    pairs = [(model, "validation") for model in models]
    _, together = models_json_schema(pairs, schema_generator=_Shape)  # type: ignore[arg-type]
    found: dict[str, Schema] = together["$defs"]
    return found


class _Shape(GenerateJsonSchema):
    """A generator of schemas for what is written in files, not for what it becomes."""

    def field_title_should_be_set(self, _schema: object) -> bool:
        """Never, because a field's name is enough."""
        return False

    def default_schema(self, schema: core.WithDefaultSchema) -> JsonSchemaValue:
        """The schema of a field, without its default value."""
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core.NullableSchema) -> JsonSchemaValue:
        """The schema of a field that may be left out; this does not allow an empty value."""
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core.StringSchema) -> JsonSchemaValue:
        """The schema of a text, whatever an editor takes it for."""
        return {**super().str_schema(schema), "type": SCALARS}

    def function_before_schema(self, schema: core.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """The schema of what has a short form: an item for a list of one, or a text for a mapping."""
        whole, short = self.generate_inner(schema["schema"]), schema["function"]["function"]
        if short is one_or_more:
            return {"anyOf": [whole["items"], whole]}
        if isinstance(short, SpeltOut):
            return {"anyOf": [{"type": SCALARS}, whole]}
        return whole

    def function_after_schema(self, schema: core.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        """The schema of a text in a certain form."""
        inner, check = self.generate_inner(schema["schema"]), schema["function"]["function"]
        if isinstance(check, Matching):
            return {**inner, "pattern": f"^(?:{check.pattern.pattern})$"}
        return inner

    def function_plain_schema(self, schema: core.PlainValidatorFunctionSchema) -> JsonSchemaValue:
        """The schema of a number, a boolean or a date, as an editor sees them."""
        types: dict[object, list[str]] = {
            _flag: ["boolean"],
            plain_number: ["number"],
            _date: ["string", "integer"],
        }
        known = types.get(schema["function"]["function"])
        return {"type": known} if known else {}
