"""The report of a change as Markdown, fit for the summary of a check on GitHub.

A contributor's text can't become markup there, nor a link or a mention of somebody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.markup.escaping import escape
from generator.review.change_report import ChangeReport, MarkedWords, RecordShown

LARGEST_SUMMARY = 900_000
"""The most bytes of a summary; GitHub shows none of more than 1 MiB."""

LEFT_OUT = "\n*The rest is left out here: see the file of changes, or run `diff` yourself.*\n"

_MARKS = {"same": ("", ""), "old": ("<del>", "</del>"), "new": ("<ins>", "</ins>")}


def markdown(report: ChangeReport) -> str:
    """The whole report, or as much of it as GitHub shows, with a note about what is left out."""
    found: list[str] = []
    size = 0
    for line in _lines(report):
        size += len(line.encode()) + 1
        if size > LARGEST_SUMMARY:
            return "\n".join([*found, LEFT_OUT])
        found.append(line)
    return "\n".join(found) + "\n"


def _lines(report: ChangeReport) -> Iterator[str]:
    yield f"### What changes for readers since {_text(report.revision)}"
    yield ""
    yield from (f"- {_text(line)}" for line in report.summary)
    if report.pictures:
        yield from ("", "#### Questions that look different to readers")
    for picture in report.pictures:
        yield from ("", f"**{_text(picture.title)}** ({_text(picture.ref)})", "")
        yield from (f"- {sign} {_text(note)}" for sign, note in picture.notes)
        if picture.lead:
            yield f"- opening: {_spans(picture.lead)}"
    for group in report.groups:
        yield from ("", f"#### {_text(group.kind)}: {_text(group.counts)}", "")
        for record in group.records:
            yield from _record(record)
    if report.coverage:
        yield from ("", "#### Share of each document that is accounted for", "")
        for share in report.coverage:
            yield f"- {_text(share.ref)}: {share.before or 'not there'} → {share.after or 'gone'}"
    if report.pages:
        yield from ("", f"#### Pages with changed facts: {len(report.pages):,}", "")
        yield ", ".join(f"{_text(ref)} ({count:,})" for ref, count in report.pages)


def _record(record: RecordShown) -> Iterator[str]:
    label = f": {_text(record.label)}" if record.label else ""
    yield f"- {record.sign} **{_text(record.ref)}**{label}"
    if record.said:
        yield f"  - said by {_text(record.said)}: “{_text(record.quote)}”"
    for field in record.fields:
        yield f"  - {_text(field.name)}: {_spans(field.spans)}"


def _spans(spans: Iterable[MarkedWords]) -> str:
    return "".join(
        f"{begin}{_text(span.text)}{end}" for span in spans for begin, end in (_MARKS[span.state],)
    )


def _text(text: str) -> str:
    """A value as plain text, without markup, links or mentions."""
    shown = str(escape(text))
    return shown.replace("@", "&#64;").replace("://", "&#58;//").replace("www.", "www&#46;")
