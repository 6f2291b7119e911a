"""Entries: records with their places in the files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from generator.config.config import Config
from generator.config.map import MapPlan, Outline, Position
from generator.problems import Place
from generator.records import Entity, Fact, Layout, Question, Skip, Source, Withdrawn
from generator.records.fields import Record
from generator.records.ledger import Seen
from generator.strict_yaml.reader import Node, locate
from generator.text.seed import Seed

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record and its place.

    `ref` is its reference, or the id of a fact. `home` is the source whose folder it is in, or "".
    """

    ref: str
    record: R
    path: str
    node: Node
    home: str = ""

    def place(self, *location: str | int) -> Place:
        """The place of a value of the record, or of the nearest thing around it."""
        return Place(self.path, *locate(self.node, location))


NamedEntry: TypeAlias = Entry[Entity] | Entry[Question] | Entry[Source]
"""A record that has a reference."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All of `site_config/map/`."""

    plan: Entry[MapPlan]
    positions: tuple[Entry[Position], ...]
    outlines: tuple[Entry[Outline], ...]

    def panel_of(self, position: Position) -> str | None:
        """The key of the first panel that a position lies in; None if there is none."""
        panels = self.plan.record.panels.items()
        at = position.longitude, position.latitude
        return next((key for key, panel in panels if panel.hold(*at)), None)


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that was read, in the order of its files.

    `unread` has the references and the ids of records that are there and could not be read,
    `passed_over` the paths of files that systems leave behind, and `altered` the names of seeds that
    are no longer what was recorded. `ledger_lines` has the number of each fact's line in the ledger.
    """

    config: Config
    entities: tuple[Entry[Entity], ...]
    questions: tuple[Entry[Question], ...]
    sources: tuple[Entry[Source], ...]
    facts: tuple[Entry[Fact], ...]
    skips: tuple[Entry[Skip], ...]
    seeds: dict[str, Seed]
    pages: dict[str, str]
    ledger: dict[str, Seen]
    gazetteer: Gazetteer | None
    unread: frozenset[str] = frozenset()
    passed_over: tuple[str, ...] = ()
    layouts: tuple[Entry[Layout], ...] = ()
    withdrawn: tuple[Entry[Withdrawn], ...] = ()
    altered: frozenset[str] = frozenset()
    ledger_lines: dict[str, int] = field(default_factory=dict)

    @property
    def named(self) -> tuple[NamedEntry, ...]:
        """Every record that has a reference."""
        return (*self.entities, *self.questions, *self.sources)

    @property
    def former(self) -> dict[str, str]:
        """The present reference for each former one."""
        return dict(sorted((was, one.ref) for one in self.named for was in one.record.formerly))
