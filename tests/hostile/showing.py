"""A project in which each text of `shown/` is the name of a topic, a question, a claim and its quote."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from tests.hostile.cases import PROJECT, shown
from tests.project import put, sign_seeds

HARMLESS = "Plain words"
"""The text with whose pages the others are compared."""

OVERRIDE = "\u202e\u2066\u200b"
"""What a document may hold, and no page may show: it would turn the words around it."""


@dataclass(frozen=True)
class Typed:
    """A text as it was typed, with a mark at its end by which it can be found."""

    mark: str
    text: str

    @property
    def words(self) -> str:
        """The text with its mark, and with its spaces as they are shown."""
        return " ".join(f"{self.text} {self.mark}".split())

    @property
    def quoted(self) -> str:
        """The text as a quotation shows it: without soft hyphens and ligatures."""
        return self.words.replace("\xad", "").replace("\ufb01", "fi").replace("\ufb02", "fl")

    @property
    def fact(self) -> str:
        """The id of its claim."""
        return f"f-h0000{self.mark}"


def typed() -> tuple[Typed, ...]:
    """All of them; the first is harmless."""
    texts = (HARMLESS, *(text for family in shown().values() for text in family))
    marks = ("".join(letters) for letters in product("bdfhjp", "mnrst", "vwzcxy"))
    return tuple(Typed(mark, text) for mark, text in zip(marks, texts, strict=False))


def laid_together(folder: Path) -> Path:
    """The project with all of them in it."""
    shutil.copytree(PROJECT, folder)
    told = typed()
    put(folder, dict(_files(told)))
    source = folder / "content/sources/note/source.yaml"
    with source.open("a", encoding="utf-8") as file:
        file.write("licence: CC BY-SA 4.0\n")  # so that pages show what is around a quote
    seed = folder / "seeds/000_note.txt"
    lines = [f"Here{OVERRIDE} it was: {one.words}{OVERRIDE} and so{OVERRIDE} on.\n" for one in told]
    text = seed.read_text(encoding="utf-8") + "".join(lines)
    seed.write_text(text, encoding="utf-8", newline="\n")
    sign_seeds(folder)
    return folder


def _files(told: tuple[Typed, ...]) -> Iterator[tuple[str, str]]:
    facts = []
    for one in told:
        words = json.dumps(one.words, ensure_ascii=False)
        yield f"content/topics/case-{one.mark}.yaml", f"name: {words}\nsubkind: theme\n"
        yield (
            f"content/questions/case-{one.mark}.yaml",
            (
                f"title: {words}\nchoices:\n  yes: {words}\n  other: Something else\n"
                f"population: {{all: {words}}}\nbasis: {{there: {{label: {words}, time: moment}}}}\n"
                f"note: {words}\ntopics: [topics/case-{one.mark}]\n"
            ),
        )
        broken = json.dumps(f"{one.text} {one.mark}", ensure_ascii=False)
        facts.append(
            f"- id: {one.fact}\n  statement: {words}\n  quote: {broken}\n  attributed_to: self\n"
            f"  type: event\n  topics: [topics/case-{one.mark}]\n  note: {words}\n"
            f"  choices:\n    - {{answers: questions/case-{one.mark}, choice: 'yes', population: [all], "
            "basis: there}\n"
        )
    half = len(facts) // 2
    yield "content/sources/note/facts-one.yaml", "".join(facts[:half])
    yield "content/sources/note/facts-two.yaml", "".join(facts[half:])
