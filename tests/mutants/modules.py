"""Which tests should notice the mistakes in which module: the tests that mirror it."""

from __future__ import annotations


def _of_rules(table: str, *cases: str, more: tuple[str, ...] = ()) -> tuple[str, ...]:
    """A table of rules at their edges, and the files of `tests/cases/rules/` with their mistakes.

    `more` are other modules of tests.
    """
    wanted = (f"test_rules_{table}", *(f"{one}:" for one in cases), "no_problem", *more)
    files = (f"test_rules_{table}", "test_rules", *more)
    return *(f"tests/{one}.py" for one in files), "-k", " or ".join(wanted)


_NUMBERS = (
    "tests/test_numbers.py",
    "tests/test_languages.py",
    "tests/test_language_sentences.py",
    "-k",
    "not linear_time and (numbers or bounds or scripts)",
)  # how long it takes is another matter

_DATES = (
    *("tests/test_dates.py", "tests/test_calendars.py"),
    *("-k", "not reads_what_edtf_reads and not bounds_are_those_of_edtf"),
)  # what the library reads takes long, and tells of `text.dates`

_GERMAN = "test_language_sentences and de- and (denial or doubt or neither or cut_off)"

TESTS: dict[str, tuple[str, ...]] = {
    "text.dates": ("tests/test_dates.py", "tests/test_calendars.py"),
    "text.date_values": _DATES,
    "text.date_language": _DATES,
    "text.date_words": _DATES,
    "text.numbers": _NUMBERS,
    "text.number_reader": _NUMBERS,
    "text.amounts": _NUMBERS,
    "text.number_words": _NUMBERS,
    "text.calendars": ("tests/test_calendars.py",),
    "text.calendar_dates": ("tests/test_calendars.py",),
    "text.days": ("tests/test_days.py",),
    "text.date_guesses": _DATES,
    "text.date_hints": _DATES,
    "text.eras": ("tests/test_eras.py",),
    "text.number_tokens": _NUMBERS,
    "text.word_forms": ("tests/test_word_forms.py", "tests/test_languages.py"),
    "text.numeric_dates": ("tests/test_numeric_dates.py",),
    "text.matching": ("tests/test_matching.py",),
    "text.look_alikes": ("tests/test_look_alikes.py",),
    "text.mixing": ("tests/test_mixing.py",),
    "text.folding": ("tests/test_folding.py",),
    "text.seed": ("tests/test_seed.py",),
    "text.sentences": ("tests/test_seed.py", "tests/test_rules_attribution.py"),
    "text.characters": ("tests/test_characters.py",),
    "text.writing_systems": ("tests/test_scripts_of_names.py", "-k", "not pages"),
    "atlas.claims": ("tests/test_join.py", "tests/test_timing.py"),
    "atlas.atlas": ("tests/test_atlas.py", "tests/test_join.py"),
    "atlas.passages": ("tests/test_passages.py",),
    "atlas.titles": ("tests/test_titles.py", "-k", "apart or marked"),
    "atlas.pages": (
        *("tests/test_locators.py", "tests/test_headings.py"),
        *("-k", "page_of or pages_are or record"),
    ),
    "atlas.headings": ("tests/test_headings.py",),
    "atlas.coverage": ("tests/test_coverage.py",),
    "atlas.ids": ("tests/test_join.py", "tests/test_rules.py", "-k", "references or published"),
    "atlas.join": ("tests/test_join.py", "tests/test_locators.py", "tests/test_headings.py"),
    "atlas.names": ("tests/test_names.py",),
    "atlas.prose": ("tests/test_prose.py",),
    "findings.saying": ("tests/test_saying.py",),
    "findings.scope": ("tests/test_scope.py", "tests/test_compare.py"),
    "findings.timing": ("tests/test_timing.py",),
    "findings.compare": ("tests/test_compare.py",),
    "findings.alike": ("tests/test_alike.py", "tests/test_findings.py"),
    "findings.placing": ("tests/test_when.py",),
    "findings.hierarchy": ("tests/test_hierarchy.py", "-k", "not page"),
    "findings.neighbours": ("tests/test_neighbours.py",),
    "findings.articles": ("tests/test_articles.py",),
    "findings.groups": ("tests/test_origins.py", "tests/test_alike.py"),
    "findings.periods": ("tests/test_periods.py", "tests/test_sides.py"),
    "findings.origins": ("tests/test_origins.py",),
    "findings.sides": ("tests/test_answer_sides.py", "tests/test_sides.py"),
    "findings.findings": ("tests/test_findings.py", "tests/test_without.py"),
    "findings.standing": ("tests/test_standing.py",),
    "findings.membership": ("tests/test_parties.py",),
    "findings.parties": ("tests/test_parties.py",),
    "findings.spellings": ("tests/test_spellings.py",),
    "findings.quantities": ("tests/test_quantities.py", "tests/test_compare.py"),
    "findings.offices": ("tests/test_offices.py",),
    "findings.ties": ("tests/test_ties.py",),
    "findings.without": ("tests/test_without.py",),
    "rules.amounts": _of_rules("amounts", "amounts"),
    "rules.answers": _of_rules("answers", "answers"),
    "rules.attribution": _of_rules("attribution", "attribution", more=("test_rules_speech",)),
    "rules.bylines": _of_rules("speech", "attribution"),
    "rules.bounds": (
        *("tests/test_rules_amounts.py", "tests/test_languages.py", "tests/test_rules.py"),
        *("tests/test_language_sentences.py", "-k", "amounts or bound"),
    ),
    "rules.chronology": _of_rules("chronology", "dates"),
    "rules.date_evidence": _of_rules("chronology", "dates", more=("test_calendars",)),
    "rules.clauses": _of_rules("clauses", "edges"),
    "rules.coverage": _of_rules("voice", "coverage"),
    "rules.cut_amounts": _of_rules("cut_amounts", "edges"),
    "rules.date_chains": _of_rules("date_chains", "dating"),
    "rules.date_order": _of_rules("date_order", "dating"),
    "rules.dating": _of_rules("dating", "dating"),
    "rules.document_dates": _of_rules("document_dates", "dating"),
    "rules.edges": (
        *("tests/test_rules_edges.py", "tests/test_rules.py", "tests/test_language_sentences.py"),
        *("-k", f"test_rules_edges or edges: or no_problem or ({_GERMAN})"),
    ),
    "rules.evidence": tuple(
        f"tests/test_rules_{one}.py"
        for one in (
            *("attribution", "edges", "names", "chronology", "amounts", "voice", "saying"),
            "quotations",
        )
    ),
    "review.edits": ("tests/test_edits.py",),
    "review.merging": ("tests/test_merging.py",),
    "rules.former_names": ("tests/test_former_names.py",),
    "rules.identities": _of_rules("identities", "references"),
    "rules.intents": _of_rules("intents", "edges"),
    "rules.labels": _of_rules("labels", "amounts"),
    "rules.locators": (
        *("tests/test_locators.py", "tests/test_headings.py", "tests/test_rules.py"),
        *("-k", "found or locators: or test_headings"),
    ),
    "rules.map": ("tests/test_rules.py", "-k", "map: or no_problem"),
    "rules.misplaced": _of_rules("references", "reading"),
    "rules.unknown": _of_rules("references", "references", "reading"),
    "rules.names": _of_rules("names", "names"),
    "rules.nearest": _of_rules("quotations", "quotations"),
    "rules.quotations": _of_rules("quotations", "quotations"),
    "rules.withdrawals": _of_rules("references", "references"),
    "rules.references": _of_rules("references", "references"),
    "rules.links": _of_rules("references", "references", more=("test_prose",)),
    "rules.sources": _of_rules("references", "references", more=("test_titles",)),
    "rules.speech": _of_rules("speech", "attribution", more=("test_rules_attribution",)),
    "rules.saying": _of_rules("saying", "saying"),
    "rules.statements": _of_rules("amounts", "amounts", "dates", more=("test_calendars",)),
    "rules.translations": ("tests/test_translations.py",),
    "rules.vocabulary": _of_rules("vocabulary", "references"),
    "rules.voice": _of_rules("voice", "voice"),
}
"""The arguments of pytest, by module."""
