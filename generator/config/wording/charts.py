"""The wording of charts, and of how questions stand."""

from __future__ import annotations

from typing import Annotated

from generator.config.wording.lists import Named
from generator.records.fields import Phrase, Record, Slots

Number = Annotated[str, Slots("number")]
Who = Annotated[str, Slots("who")]


class Marks(Named):
    """The kinds of marks, in the key of a chart."""

    number: Phrase
    between: Phrase
    at_least: Phrase
    more_than: Phrase
    at_most: Phrase
    less_than: Phrase
    vague: Phrase


class ChartWords(Record):
    """The picture of the answers to a question: a chart of numbers, or a table of choices."""

    title: Phrase
    scale: Phrase
    choices: Phrase
    choice: Phrase
    disputed: Phrase
    million: Number
    billion: Number
    itself: Phrase
    said: Who
    denied: Who
    legend: Phrase
    kinds: Marks
    about: Phrase
    arrows: Phrase


class Standings(Named):
    """How questions stand, as headings; and whether they ask for a number or for a choice."""

    disagree: Phrase
    unknown: Phrase
    different: Phrase
    agree: Phrase
    alone: Phrase
    number: Phrase
    choice: Phrase


class Stands(Named):
    """The same of one question, as a sentence."""

    disagree: Annotated[str, Slots("pairs")]
    unknown: Annotated[str, Slots("pairs")]
    different: Phrase
    agree: Phrase
    alone: Phrase
