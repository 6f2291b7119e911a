"""What a reviewer reads about a change, for Markdown and HTML: pictures first, then records and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import ClassVar, Literal

from generator.atlas.atlas import Atlas, Claim
from generator.review.diff import Change, Differences
from generator.review.diff_lines import SIGNS
from generator.review.pictures import PictureChange

LONGEST_VALUE = 1500
"""The most characters of a value that are shown."""

KINDS = (
    *("facts", "withdrawn", "questions", "people", "units", "topics", "sources", "pages"),
    "settings",
)
"""The kinds of records, those that readers see most of first."""

Fate = Literal["same", "old", "new"]

_TOKEN = re.compile(r"\s+|[\w'’-]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """Words that stayed, were removed or were added."""

    state: Fate
    text: str


@dataclass(frozen=True, slots=True)
class FieldShown:
    """A field of a record, with what was removed and what was added."""

    name: str
    spans: tuple[MarkedWords, ...]


@dataclass(frozen=True, slots=True)
class RecordShown:
    """A record that was added, removed or changed.

    A fact has its speaker, its document and its quotation; other records have no `said`.
    """

    sign: str
    ref: str
    label: str
    said: str
    quote: str
    fields: tuple[FieldShown, ...]


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """The changed records of a kind, with their counts in words."""

    kind: str
    counts: str
    records: tuple[RecordShown, ...]


@dataclass(frozen=True, slots=True)
class PictureShown:
    """How the picture of a question changes; the lead is shown if it has changed."""

    ref: str
    title: str
    notes: tuple[tuple[str, str], ...]
    lead: tuple[MarkedWords, ...]


@dataclass(frozen=True, slots=True)
class ShareShown:
    """How much of a document is accounted for, before and after; empty if the document is not there."""

    ref: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """Everything that changes for readers since a revision."""

    template: ClassVar[str] = "changes.html.j2"
    revision: str
    summary: tuple[str, ...]
    pictures: tuple[PictureShown, ...]
    groups: tuple[RecordGroup, ...]
    coverage: tuple[ShareShown, ...]
    pages: tuple[tuple[str, int], ...]


def change_report(
    revision: str,
    found: Differences,
    pictures: tuple[PictureChange, ...],
    old: Atlas,
    new: Atlas,
) -> ChangeReport:
    """The report of the differences between two atlases."""
    groups = tuple(_groups(found, old, new))
    shown = tuple(_picture(one) for one in pictures)
    return ChangeReport(
        revision,
        tuple(_summary(groups, shown)),
        shown,
        groups,
        tuple(_shares(old, new)),
        found.pages,
    )


def _summary(groups: tuple[RecordGroup, ...], pictures: tuple[PictureShown, ...]) -> Iterator[str]:
    for group in groups:
        yield f"{group.kind}: {group.counts}"
    if pictures:
        count = len(pictures)
        yield f"{count:,} question{'s look' if count > 1 else ' looks'} different to readers"
    if not groups:
        yield "nothing changes"


def _groups(found: Differences, old: Atlas, new: Atlas) -> Iterator[RecordGroup]:
    for kind in sorted({change.kind for change in found.records}, key=KINDS.index):
        changes = [change for change in found.records if change.kind == kind]
        counts = Counter(change.how for change in changes)
        yield RecordGroup(
            kind,
            ", ".join(f"{counts[how]:,} {how}" for how in SIGNS if counts[how]),
            tuple(_record(change, old, new) for change in changes),
        )


def _record(change: Change, old: Atlas, new: Atlas) -> RecordShown:
    claim = new.claims.get(change.ref) or old.claims.get(change.ref)
    fields = tuple(
        FieldShown(one.field, tuple(marked(one.old or "", one.new or ""))) for one in change.fields
    )
    label = "" if change.label == change.ref else change.label
    said, quote = (_said(claim), _quote(claim)) if claim else ("", "")
    return RecordShown(SIGNS[change.how], change.ref, label, said, quote, fields)


def _said(claim: Claim) -> str:
    """Who says it, and in which document."""
    who = ", ".join(str(one) for one in claim.claimants)
    return f"{who} in {claim.document.record.short}"


def _quote(claim: Claim) -> str:
    return " / ".join(one.passage.exact for one in claim.quotes)


def _picture(change: PictureChange) -> PictureShown:
    same = change.old_lead == change.new_lead
    lead = () if same else tuple(marked(change.old_lead, change.new_lead))
    return PictureShown(change.ref, change.title, change.notes, lead)


def _shares(old: Atlas, new: Atlas) -> Iterator[ShareShown]:
    """The documents whose share of accounted text has changed."""
    for ref in sorted(old.documents.keys() | new.documents.keys()):
        before, after = _share(ref, old), _share(ref, new)
        if before != after:
            yield ShareShown(ref, before, after)


def _share(ref: str, atlas: Atlas) -> str:
    if ref not in atlas.coverage:
        return ""
    found = atlas.coverage[ref]
    return f"{100 * (found.covered + found.skipped) / (found.characters or 1):.1f}%"


def marked(old: str, new: str) -> Iterator[MarkedWords]:
    """The words of two texts, in order: those that stayed, were removed or were added."""
    old, new = (
        one if len(one) <= LONGEST_VALUE else f"{one[:LONGEST_VALUE]} …" for one in (old, new)
    )
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    for how, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            yield MarkedWords("same", "".join(before[a:b]))
            continue
        if b > a:
            yield MarkedWords("old", "".join(before[a:b]))
        if d > c:
            yield MarkedWords("new", "".join(after[c:d]))
