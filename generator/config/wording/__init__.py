"""The wording: every phrase that a reader sees and that is neither content nor vocabulary.

Each class is a part of `site_config/wording.yaml`, and each field a phrase of it. A phrase takes
exactly the slots that its type names; `escaping.filled` fills them.

- `cite`, `claims`, `charts`, `editions`, `lists`, `pages`, `places`, `search`, `ties`,
  `timeline`: its parts
"""

from __future__ import annotations

from generator.config.wording.charts import ChartWords, Standings, Stands
from generator.config.wording.cite import CiteWords, DataWords
from generator.config.wording.claims import AmountWords, ClaimWords, Outcomes, Reasons
from generator.config.wording.editions import BookWords, EditionWords
from generator.config.wording.lists import Counts, HomeWords, ListWords, OneOrMore, Titles
from generator.config.wording.pages import (
    EntityWords,
    FactWords,
    FootWords,
    QuestionWords,
    SourceWords,
)
from generator.config.wording.places import MapWords
from generator.config.wording.search import SearchWords
from generator.config.wording.ties import HierarchyWords, NetworkWords, WithoutWords
from generator.config.wording.timeline import TimelineWords
from generator.records.fields import Record

__all__ = ["AmountWords", "OneOrMore", "Wording"]


class Wording(Record):
    """All of `site_config/wording.yaml`."""

    home: HomeWords
    titles: Titles
    lists: ListWords
    counts: Counts
    claim: ClaimWords
    amounts: AmountWords
    entity: EntityWords
    fact: FactWords
    question: QuestionWords
    chart: ChartWords
    standings: Standings
    stands: Stands
    source: SourceWords
    timeline: TimelineWords
    map: MapWords
    network: NetworkWords
    hierarchy: HierarchyWords
    without: WithoutWords
    foot: FootWords
    cite: CiteWords
    data: DataWords
    editions: EditionWords
    book: BookWords
    search: SearchWords
    outcomes: Outcomes
    reasons: Reasons
