"""What was done to a document and what is doubtful, for a person to look over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.intake.document import Remark
from generator.intake.take import Taken

EXAMPLES_SHOWN = 3  # examples of each kind that are printed; the file has them all

_OPEN = re.compile(r"^# (title|short|kind|language|text):", re.MULTILINE)
"""The required fields of a source that are still a comment."""


def summary(taken: Taken, report: str) -> Iterator[str]:
    """The lines to print about a document: what it became, what was done, and what to do next."""
    yield f"{taken.path} → seeds/{taken.seed} ({_size(taken)})"
    yield from _groups(taken.remarks, EXAMPLES_SHOWN)
    if any(one.doubt for one in taken.remarks):
        yield f"  compare: seeds/{taken.seed} with seeds/{taken.original}; all remarks are in {report}"
    else:
        yield f"  compare: seeds/{taken.seed} with seeds/{taken.original}"
    fields = _OPEN.findall(taken.files[f"{taken.home}/source.yaml"].decode())
    if fields:
        yield f"  fill in: {', '.join(fields)} in {taken.home}/source.yaml; then run `check`"


def full(taken: Taken) -> str:
    """Every remark about a document, as a text file."""
    head = f"{taken.path} → seeds/{taken.seed} ({_size(taken)})"
    return "\n".join([head, *_groups(taken.remarks, len(taken.remarks))]) + "\n"


def _size(taken: Taken) -> str:
    layout = taken.layout
    parts = [
        _count(len(layout.pages), "page"),
        _count(layout.text.count("\n\n") + 1, "paragraph"),
        _count(len(layout.headings), "heading"),
    ]
    return ", ".join(part for part in parts if part)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else ""


def _groups(remarks: Sequence[Remark], limit: int) -> Iterator[str]:
    """The remarks grouped by what they say, first what was done and then what is doubtful."""
    groups: dict[tuple[bool, str], list[Remark]] = defaultdict(list)
    for one in remarks:
        groups[one.doubt, one.what].append(one)
    for (doubt, what), same in sorted(groups.items()):
        shown = [one for one in same if one.shown]
        examples = ", ".join(map(_example, shown[:limit]))
        more = f", and {len(shown) - limit:,} more" if len(shown) > limit else ""
        number = f"{len(same):,} × " if len(same) > 1 else ""
        yield f"  {'doubt' if doubt else 'done'}: {number}{what}{': ' if examples else ''}{examples}{more}"


def _example(remark: Remark) -> str:
    return f"{remark.shown[:60]} ({remark.where})" if remark.where else remark.shown[:60]
