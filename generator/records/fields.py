"""Fields: the kinds of values that records consist of, each read from text when it is loaded."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar

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
from generator.records.plain_numbers import plain_number
from generator.records.references import RECORD_KINDS
from generator.records.seeing import in_plain_letters, seen, unmistakable
from generator.text import dates

FACT_ID = re.compile(r"f-[0-9a-hjkmnp-tv-z]{8}")
FACT_ID_FORM = "a fact's id (f- and eight digits or lower-case letters, but never i, l, o or u)"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
REF = re.compile(rf"({'|'.join(RECORD_KINDS)})/{SLUG.pattern}")
BRACES = re.compile(r"\{([^{}]*)\}")
TEXT_LENGTH = 4000  # characters of a text, at most


class NoReferenceError(ValueError):
    """There is a text where a reference is needed; whoever knows the names can say what it means."""


class NoSlugError(ValueError):
    """A text where a short name belongs."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The check that a whole text matches a pattern; `what` describes such a text in words."""

    pattern: re.Pattern[str]
    what: str
    error: type[ValueError] = ValueError

    def __call__(self, text: str) -> str:
        """The text itself. Raises `error` if it does not match."""
        if not self.pattern.fullmatch(text):
            advice = ""
            if self.error is NoSlugError and SLUG.fullmatch(meant := _as_slug(text)):
                advice = f"; did you mean {meant}?"
            raise self.error(f"is not {self.what}{advice}")
        return text


def _as_slug(text: str) -> str:
    """A word as a short name has it: lower-case letters, and hyphens for what is between words."""
    return re.sub(r"[ _]+", "-", text.strip().lower())


def must_match(
    pattern: re.Pattern[str], what: str, error: type[ValueError] = ValueError
) -> AfterValidator:
    """The check that a whole text matches a pattern; `what` describes such a text in words."""
    return AfterValidator(Matching(pattern, what, error))


def _flag(text: object) -> bool:
    if text not in ("true", "false"):
        raise ValueError("is not true or false; write one of the two")
    return text == "true"


def _date(text: object) -> dates.Edtf:
    if not isinstance(text, str):
        raise ValueError('is read as a list; put this value in quotation marks, as in "[..2016]"')
    return dates.parse(text)


def one_or_more(value: Any) -> Any:
    """A list as it is, and anything else as a list of one."""
    return value if isinstance(value, list) else [value]


def pair(value: Any) -> Any:
    """A list of two phrases: for one thing and for several."""
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("is not a pair; write [one, several]")
    return value


@dataclass(frozen=True, slots=True)
class SpeltOut:
    """The conversion of a plain string to a mapping with this one key."""

    key: str

    def __call__(self, value: Any) -> Any:
        """A mapping for a string; anything else as it is."""
        return {self.key: value} if isinstance(value, str) else value


def spelt_out(key: str) -> BeforeValidator:
    """The conversion of a plain string to a mapping with this one key."""
    return BeforeValidator(SpeltOut(key))


def _quick_pattern(pattern: str) -> str:
    """A pattern without groups and with at most one repetition, which can't stall the check.

    This matters because patterns come from strangers.
    """
    if re.search(r"(?<!\\)[()]", pattern) or len(re.findall(r"(?<!\\)[*+?{]", pattern)) > 1:
        raise ValueError("is too complex; write at most one of * + ? {, and no groups")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)  # what later versions read otherwise
            re.compile(pattern)
    except (re.error, OverflowError, FutureWarning) as error:
        raise ValueError(f"is not a regular expression ({error}); correct it") from None
    return pattern


class Slots:
    """A phrase that the program fills in: it contains each of these names in braces, and no others.

    Those that it `may` contain can be left out.
    """

    def __init__(self, *names: str, may: tuple[str, ...] = ()) -> None:
        self.names, self.known = names, (*names, *may)

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
            raise ValueError("is empty; write a phrase")
        for name in BRACES.findall(text):
            if name not in self.known:
                near = did_you_mean(name, self.known) or f"; {self._advice()}"
                raise ValueError(f"has {{{name}}}, which the program does not fill in{near}")
        for name in self.names:
            if f"{{{name}}}" not in text:
                raise ValueError(f"has no {{{name}}}; {self._advice()}")
        if re.search(r"[{}]", BRACES.sub("", text)):
            raise ValueError("has an unmatched brace; close or remove it")
        return text

    def _advice(self) -> str:
        named = ", ".join(f"{{{name}}}" for name in self.names)
        return f"write it with {named}" if named else "write it without braces"


Line = Annotated[str, Field(min_length=1, max_length=TEXT_LENGTH), AfterValidator(seen)]
CopiedLine = Annotated[Line, AfterValidator(in_plain_letters)]
"""Words copied from a document."""
OwnLine = Annotated[Line, AfterValidator(unmistakable)]
"""Words of our own. Words of a document may be as the document has them, and are a `Line`."""
ShortLine = Annotated[
    str, Field(min_length=1, max_length=30), AfterValidator(seen), AfterValidator(unmistakable)
]
OneAndSeveral = BeforeValidator(pair)
"""A phrase for one thing and a phrase for several."""
Ref = Annotated[
    str,
    must_match(
        REF,
        "a reference; write the record's folder and file name without .yaml, as in people/ada-okoro",
        NoReferenceError,
    ),
]
Slug = Annotated[
    str,
    must_match(
        SLUG,
        "a word that is allowed here; use only lower-case letters (a-z), digits and single hyphens, such "
        "as state-body",
        NoSlugError,
    ),
]
LanguageCode = Annotated[
    str,
    must_match(
        re.compile("[a-z]{2,3}"),
        "a language code of two or three lower-case letters, such as en or fa",
    ),
]
CurrencyCode = Annotated[
    str,
    must_match(
        re.compile("[A-Z]{3}"),
        "a currency code; write its three capital letters, such as GBP, USD or EUR",
    ),
]
FactId = Annotated[
    str,
    must_match(
        FACT_ID,
        f"{FACT_ID_FORM}; copy the id of the fact that you mean",
    ),
]
Number = Annotated[Decimal, PlainValidator(plain_number)]
Flag = Annotated[bool, PlainValidator(_flag)]
Pattern = Annotated[Line, AfterValidator(_quick_pattern)]
Date = Annotated[dates.Edtf, PlainValidator(_date)]


class Record(BaseModel):
    """The base of every record: it can't be changed and takes no unknown field.

    Its validator is built only when a record is first read, because most are only parts of others.
    No list or mapping in it has more than `most` entries.
    """

    most: ClassVar[int] = 200

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


def _day(text: str) -> str:
    """A day as it is written, if the calendar has such a day."""
    date = dates.parse(text)
    if date.kind != "on" or text != f"{date.points[0].earliest}":
        raise ValueError("is not a day of the calendar; write one such as 2026-11-21")
    return text


WrittenDay = Annotated[str, AfterValidator(_day)]
"""A day of the calendar, such as 2026-11-21."""
