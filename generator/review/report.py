"""Reports: what `check` prints about a project, for programs and for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.atlas.atlas import Atlas
from generator.atlas.coverage import Coverage
from generator.check import Checked
from generator.problems import Problem
from generator.records.references import ENTITY_KINDS


def as_json(checked: Checked) -> dict[str, object]:
    """The object that `check --format json` prints; lines and columns count from 1."""
    return {
        "problems": [
            {
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "rule": problem.rule,
                "message": problem.message,
            }
            for problem in checked.problems
        ],
        "coverage": [
            {
                "source": source,
                "seed": seed,
                "characters": share.characters,
                "covered": share.covered,
                "skipped": share.skipped,
            }
            for source, seed, share in (_coverage(checked.atlas) if checked.atlas else ())
        ],
    }


def summary(atlas: Atlas) -> Iterator[str]:
    """A line for each document with its coverage, then a line that counts the records."""
    for source, _, share in _coverage(atlas):
        held = share.covered + share.skipped
        percent = 100 * held / (share.characters or 1)
        yield (
            f"{source}: {percent:.1f}% accounted for ({share.covered:,} quoted and "
            f"{share.skipped:,} skipped of {share.characters:,} letters and digits)"
        )
    for ref, document in sorted(atlas.documents.items()):
        language = document.record.language
        if not atlas.config.words_of(language).known:
            yield (
                f"{ref}: there are no words of {atlas.config.vocabulary.languages.get(language, language)} "
                f"yet, so denials, doubt, bounds and credit are not checked there; add "
                f"site_config/languages/{language}.yaml (CONTRIBUTING.md says how)"
            )
    counts: dict[str, int] = {
        "facts": len(atlas.claims),
        "figures": sum(len(claim.fact.figures) for claim in atlas.claims.values()),
        **{kind: len(atlas.of_kind(kind)) for kind in ENTITY_KINDS},
        "questions": len(atlas.questions),
    }
    yield ", ".join(f"{count:,} {name}" for name, count in counts.items())


def verdict(problems: Sequence[Problem]) -> str:
    """Whether all is well: the last line of `check`."""
    if not problems:
        return "No problems."
    count = f"{len(problems):,} problem{'s' if len(problems) > 1 else ''}"
    return f"{count}, listed above; nothing is built until there are none."


def _coverage(atlas: Atlas) -> Iterator[tuple[str, str, Coverage]]:
    for ref, document in sorted(atlas.documents.items()):
        yield ref, document.record.seed, atlas.coverage[ref]
