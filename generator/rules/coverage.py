"""Rules about coverage: the records account for every letter of a complete document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.atlas.coverage import skipped_by
from generator.problems import MOST_TOLD, Place, Problem, show
from generator.text.folding import fold_line


def skips_are_found(atlas: Atlas) -> Iterator[Problem]:
    """The document contains everything that its `skipped.yaml` lists."""
    for document in atlas.documents.values():
        for entry in document.skips:
            if document.seed and not skipped_by(entry.record, document.seed):
                exact, pattern = entry.record.exact, entry.record.pattern
                field = "exact" if exact else "pattern"
                message = (
                    f"{document.seed.name} does not contain {show(fold_line(exact))}; "
                    "copy the document's words, or remove this entry"
                    if exact
                    else f"nothing in {document.seed.name} matches {show(pattern)}; "
                    "correct the pattern, or remove this entry"
                )
                yield Problem(entry.place(field), "skip-not-found", message)


def complete_documents_have_no_gaps(atlas: Atlas) -> Iterator[Problem]:
    """Every letter and digit of a document marked `complete` is in a fact's passage or is skipped."""
    for document in atlas.documents.values():
        if not document.record.complete or document.seed is None:
            continue
        for gap in atlas.coverage[document.ref].gaps[: MOST_TOLD + 1]:  # no more would be told
            place = Place(f"seeds/{document.seed.name}", gap.line, gap.column)
            start = document.seed.position(gap.line, gap.column)
            page = document.pages.holding(start, start + 1)
            message = (
                f"no fact quotes {show(gap.text)}{page and f' on page {page}'}; unless another problem "
                "explains this, add a fact that quotes it, or, if the words claim nothing, add them to "
                f"content/{document.ref}/skipped.yaml as `- exact: …` and, below it, `reason: …`"
            )
            yield Problem(place, "coverage", message)
