"""Rules about references that records had before: their pages lead to the present ones."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.problems import Problem
from generator.records.references import ENTITY_KINDS, kind_of


def former_references_are_free(atlas: Atlas) -> Iterator[Problem]:
    """No record has a reference that another one had before, and no two had the same.

    A person, a unit or a topic was one of these three before, a question a question, and a source a
    source.
    """
    seen: dict[str, str] = {}
    for ref in atlas.refs:
        entry = atlas.entities.get(ref) or atlas.questions.get(ref) or atlas.documents[ref].entry
        for index, former in enumerate(entry.record.formerly):
            place = entry.place("formerly", index)
            if atlas.knows(former) or former in atlas.unread:
                message = (
                    f"{former} is a record here; remove this line, or give that record another name"
                )
                yield Problem(place, "former-reference", message)
            elif former in seen:
                message = f"{former} is already listed in {seen[former]}; keep one of the two"
                yield Problem(place, "former-reference", message)
            elif _sort(former) != _sort(ref):
                message = f"{former} can't have become {ref}, which is another kind of record; remove this line"
                yield Problem(place, "former-reference", message)
            seen.setdefault(former, ref)


def _sort(ref: str) -> str:
    kind = kind_of(ref)
    return "entity" if kind in ENTITY_KINDS else kind
