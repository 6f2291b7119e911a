"""Ids of facts: how one looks, and one to write in place of another."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from hashlib import sha256

from generator.records.fields import Matching

ID_CHARACTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def id_from(words: str, taken: Container[str] = ()) -> str:
    """An id that none of `taken` is, the same for the same words."""
    number = int.from_bytes(sha256(words.encode()).digest())
    made = "f-" + "".join(ID_CHARACTERS[number >> 5 * place & 31] for place in range(8))
    return id_from(f"{words} ", taken) if made in taken else made


@dataclass(frozen=True, slots=True)
class OwnId(Matching):
    """The check of the id that a fact has itself, with an id to write if it does not match."""

    def __call__(self, text: str) -> str:
        """The text itself. Raises ValueError if it does not match."""
        if not self.pattern.fullmatch(text):
            near = text.lower().replace("_", "-")
            advice = (
                f"write `{near}`"
                if self.pattern.fullmatch(near)
                else f"if the fact is new, write `{id_from(text)}`; if it had an id before, write that again"
            )
            raise ValueError(f"is not {self.what}; {advice}")
        return text
