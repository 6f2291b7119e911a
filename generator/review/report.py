"""Reports: what `check` prints about a project, for programs and for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.atlas.atlas import Atlas
from generator.atlas.coverage import Coverage
from generator.check import Checked
from generator.markup.escaping import escape
from generator.problems import Problem, show
from generator.records.references import ENTITY_KINDS

LEFT_NAMED = 5
"""How many files that systems leave behind are named."""


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


def by_importance(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in the order in which to fix them, since some places show only the first ten.

    First what can't be read, then what is wrong, then what is only missing.
    """
    return sorted(problems, key=lambda one: (_rank(one.rule), one))


def _rank(rule: str) -> int:
    if rule.startswith("yaml-") or rule in ("configuration", "record", "seed", "stray-file"):
        return 0
    return 2 if rule in ("coverage", "orphan") else 1


def as_markdown(problems: Sequence[Problem]) -> str:
    """The problems as a list in Markdown, in which none of their text can become markup."""
    lines = (
        f"- **{escape(one.place.path)}**, line {one.place.line}: {escape(one.message)}"
        for one in by_importance(problems)
    )
    return "\n".join(
        (f"### {_counted(len(problems)) if problems else 'No problems'}", "", *lines, "")
    )


def summary(checked: Checked) -> Iterator[str]:
    """A line for each document with its coverage, one for what is passed over, and the counts."""
    if checked.atlas:
        yield from _of_documents(checked.atlas)
        yield from _passed_over(checked.passed_over)
        yield _counts(checked.atlas)


def _passed_over(paths: Sequence[str]) -> Iterator[str]:
    """A line that names the files that systems leave behind, if there are any."""
    if paths:
        files = "1 file" if len(paths) == 1 else f"{len(paths):,} files"
        more = f" and {len(paths) - LEFT_NAMED:,} more" if len(paths) > LEFT_NAMED else ""
        named = ", ".join(show(path).strip("'") for path in paths[:LEFT_NAMED])
        yield f"ignored {files} that operating systems leave behind: {named}{more}"


def _of_documents(atlas: Atlas) -> Iterator[str]:
    """A line for each document with its coverage, and one for each whose language has no file."""
    for source, _, share in _coverage(atlas):
        held = share.covered + share.skipped
        percent = 100 * held / (share.characters or 1)
        yield (
            f"{source}: {percent:.1f}% accounted for ({share.covered:,} quoted and "
            f"{share.skipped:,} skipped of {share.characters:,} letters and digits)"
        )
    if any(share.covered + share.skipped < share.characters for _, _, share in _coverage(atlas)):
        yield "What is not accounted for is neither quoted nor skipped: `review` marks it in each document."
    for ref, document in sorted(atlas.documents.items()):
        language = document.record.language
        if not atlas.config.words_of(language).known:
            yield (
                f"{ref}: the program knows no words of "
                f"{atlas.config.vocabulary.languages.get(language, language)} yet, so denials, doubt, "
                "bounds and credit are not checked there; add "
                f"site_config/languages/{language}.yaml (CONTRIBUTING.md says how)"
            )


def _counts(atlas: Atlas) -> str:
    """A line that counts the records."""
    counts: dict[str, int] = {
        "facts": len(atlas.claims),
        "figures": sum(len(claim.fact.figures) for claim in atlas.claims.values()),
        **{kind: len(atlas.of_kind(kind)) for kind in ENTITY_KINDS},
        "questions": len(atlas.questions),
    }
    return ", ".join(f"{count:,} {_named(name, count)}" for name, count in counts.items())


def _named(kind: str, count: int) -> str:
    """A kind of record with its count: "1 person", "2 people"."""
    if count != 1:
        return kind
    return "person" if kind == "people" else kind.removesuffix("s")


def verdict(problems: Sequence[Problem], elsewhere: int = 0) -> str:
    """The last line of `check`, which says whether all is well; `elsewhere` counts unlisted problems."""
    others = f"; other files have {_counted(elsewhere)}" if elsewhere else ""
    if not problems:
        return f"No problems{' here' if elsewhere else ''}{others}."
    return (
        f"{_counted(len(problems))}, listed above{others}; nothing is built until there are none."
    )


def _counted(problems: int) -> str:
    return f"{problems:,} problem{'s' if problems > 1 else ''}"


def _coverage(atlas: Atlas) -> Iterator[tuple[str, str, Coverage]]:
    for ref, document in sorted(atlas.documents.items()):
        yield ref, document.record.seed, atlas.coverage[ref]
