"""Asked: what the browser may ask for, each request with its own fields and no others."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from generator.records.references import EntityKind


class Ask(BaseModel):
    """A request from the page."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class AskSpan(Ask):
    """Words of a document, in the code units of its text."""

    source: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class AskSkip(AskSpan):
    """Words that make no claim, and why; `everywhere` if the document has them more than once."""

    reason: str
    everywhere: bool = False


class AskFact(Ask):
    """A fact to be tried or saved: its form, and the file that it goes to.

    `replaces` is the id of the fact that this is a new version of, and `version` the digest of that
    fact's file when the page loaded it.
    """

    source: str
    file: str
    record: dict[str, Any]
    replaces: str = ""
    version: str = ""


class AskEntity(Ask):
    """A new person, unit or topic."""

    kind: EntityKind
    name: str = Field(min_length=1, max_length=200)
    aliases: tuple[str, ...] = Field(default=(), strict=False)
    subkind: str = ""


class AskQuestion(Ask):
    """A new question: a number of `unit` answers it, or one of the `choices`."""

    title: str = Field(min_length=1, max_length=200)
    unit: str = ""
    choices: tuple[str, ...] = Field(default=(), strict=False)
