"""Fields: the kinds of values that records are made of, each read from text at the edge."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainValidator,
)
from pydantic_core import core_schema

from generator.problems import did_you_mean
from generator.records.references import RECORD_KINDS
from generator.text import dates

FACT_ID = re.compile(r"f-[0-9a-hjkmnp-tv-z]{8}")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
REF = re.compile(rf"({'|'.join(RECORD_KINDS)})/{SLUG.pattern}")
BRACES = re.compile(r"\{([^{}]*)\}")
TEXT_LENGTH = 4000  # characters of a text, at most


def must_match(pattern: re.Pattern[str], what: str) -> AfterValidator:
    """A text that the whole pattern describes; `what` says in words what that is."""

    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(f"is not {what}")
        return text

    return AfterValidator(check)


def _number(text: object) -> Decimal:
    if not isinstance(text, str) or not re.fullmatch(r"\d{1,18}(\.\d{1,6})?", text):
        raise ValueError("is not a plain number; write it in digits only, such as 70000 or 4.5")
    return Decimal(text)


def _flag(text: object) -> bool:
    if text not in ("true", "false"):
        raise ValueError("is neither true nor false")
    return text == "true"


def _date(text: object) -> dates.Edtf:
    if not isinstance(text, str):
        raise ValueError('is read as a list: quote this value, as in "[..2016]"')
    return dates.parse(text)


def one_or_more(value: Any) -> Any:
    """A single thing stands for a list of one."""
    return value if isinstance(value, list) else [value]


def pair(value: Any) -> Any:
    """A list of two: for one thing and for several."""
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("is not a pair; write [one, several]")
    return value


def spelt_out(key: str) -> BeforeValidator:
    """A plain string stands for a mapping with one key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


def _quick_pattern(pattern: str) -> str:
    """A pattern comes from strangers: no groups, one open repetition, so that it can't stall."""
    if re.search(r"(?<!\\)[()]", pattern) or len(re.findall(r"(?<!\\)[*+{]", pattern)) > 1:
        raise ValueError("at most one repetition, and no groups")
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"is not a regular expression: {error}") from None
    return pattern


class Slots:
    """A phrase that the program fills in: it has each of these names in braces, and no other."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return self.schema()

    def schema(self) -> core_schema.CoreSchema:
        """The schema of such a phrase."""
        text = core_schema.str_schema(max_length=TEXT_LENGTH)
        return core_schema.no_info_after_validator_function(self._checked, text)

    def _checked(self, text: str) -> str:
        if not text:
            raise ValueError("says nothing; write a phrase")
        for name in BRACES.findall(text):
            if name not in self.names:
                near = did_you_mean(name, self.names) or f"; {self._advice()}"
                raise ValueError(f"has {{{name}}}, which stands for nothing{near}")
        for name in self.names:
            if f"{{{name}}}" not in text:
                raise ValueError(f"lacks {{{name}}}; {self._advice()}")
        if re.search(r"[{}]", BRACES.sub("", text)):
            raise ValueError("has half of a pair of braces")
        return text

    def _advice(self) -> str:
        named = ", ".join(f"{{{name}}}" for name in self.names)
        return f"write a phrase with {named}" if named else "nothing is filled in here"


Line = Annotated[str, Field(min_length=1, max_length=TEXT_LENGTH)]
OneAndSeveral = BeforeValidator(pair)
"""What is said of one thing, and what of several."""
Ref = Annotated[str, must_match(REF, "a reference such as people/ada-okoro")]
Slug = Annotated[str, must_match(SLUG, "a plain name such as all-iran-led")]
FactId = Annotated[str, must_match(FACT_ID, "a fact's id; `new fact` makes one")]
Number = Annotated[Decimal, PlainValidator(_number)]
Flag = Annotated[bool, PlainValidator(_flag)]
Pattern = Annotated[Line, AfterValidator(_quick_pattern)]
Date = Annotated[dates.Edtf, PlainValidator(_date)]


class Record(BaseModel):
    """What every record has in common: closed, and never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Exact(Record):
    """Verbatim words of a document (W3C TextQuoteSelector).

    `prefix` and `suffix` are the words right before and after them, where `exact` alone
    stands in the document more than once.
    """

    exact: Line
    prefix: Line | None = None
    suffix: Line | None = None


Passage = Annotated[Exact, spelt_out("exact")]
Passages = Annotated[tuple[Passage, ...], BeforeValidator(one_or_more)]


def _day(text: str) -> str:
    """A day as it is written; it exists."""
    date = dates.parse(text)
    if date.kind != "on" or text != f"{date.points[0].earliest}":
        raise ValueError("is not a day such as 2026-11-21")
    return text


Day = Annotated[str, AfterValidator(_day)]
"""A day of the calendar, `2026-11-21`."""
