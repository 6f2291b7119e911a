"""Rules about coverage: every letter of a complete document is accounted for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.atlas.coverage import cover, skipped_by
from generator.problems import Place, Problem, show
from generator.text.folding import fold_line


def skips_are_found(atlas: Atlas) -> Iterator[Problem]:
    """What `skipped.yaml` names stands in the document."""
    for document in atlas.documents.values():
        for entry in document.skips:
            if document.seed and not skipped_by(entry.record, document.seed):
                named = entry.record.exact or entry.record.pattern or ""
                field = "exact" if entry.record.exact else "pattern"
                message = f"{show(fold_line(named))} is not in {document.seed.name}"
                yield Problem(entry.place(field), "skip-not-found", message)


def complete_documents_have_no_gaps(atlas: Atlas) -> Iterator[Problem]:
    """Each letter and digit of a document marked `complete` is in a passage of a fact or skipped."""
    for document in atlas.documents.values():
        if not document.record.complete or document.seed is None:
            continue
        for gap in cover(document, atlas).gaps:
            place = Place(f"seeds/{document.seed.name}", gap.line, gap.column)
            message = (
                f"nothing holds {show(gap.text)}; record it, or name it in "
                f"content/{document.ref}/skipped.yaml"
            )
            yield Problem(place, "coverage", message)
