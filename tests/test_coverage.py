"""Coverage: which letters and digits of a document are quoted, skipped, or in neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from generator.atlas.coverage import Coverage, skipped_by
from generator.problems import MOST_TOLD
from generator.records import Skip
from generator.rules.coverage import complete_documents_have_no_gaps
from generator.text.seed import Seed
from tests.made_up import MadeUp, made_up


def covered(
    text: str,
    facts: Mapping[str, MadeUp] | None = None,
    skips: Iterable[MadeUp] = (),
    **document: object,
) -> Coverage:
    """The coverage of a report of this text."""
    atlas = made_up(
        {"report/x": {"quote": "Not there."}, **(facts or {})},
        texts={"report": text, "letter": "Ada left."},
        skips={"report": skips},
        documents={"report": document},
    )
    return atlas.coverage["sources/report"]


def gaps(found: Coverage) -> list[tuple[str, int, int]]:
    """Each gap with its line and column."""
    return [(one.text, one.line, one.column) for one in found.gaps]


@pytest.mark.parametrize(
    ("text", "facts", "skips", "counts"),
    [
        ("Ada left.", {}, [], (7, 0, 0)),
        ("Ada left.", {"report/a": {"quote": "Ada left."}}, [], (7, 7, 0)),
        ("Ada left.", {"report/a": {"quote": "Ada"}}, [], (7, 3, 0)),
        ("Ada left.", {"letter/a": {"quote": "Ada left."}}, [], (7, 0, 0)),
        ("Ada left.", {}, [{"exact": "left"}], (7, 0, 4)),
        # What is quoted and skipped is quoted.
        ("Ada left.", {"report/a": {"quote": "Ada left."}}, [{"exact": "left"}], (7, 7, 0)),
        # Context and crediting words count as the quotation does, twice quoted counts once.
        (
            "Ada left in 1903, said Edo.",
            {
                "report/a": {
                    "quote": "Ada left",
                    "context": "in 1903",
                    "attributed_to": "people/edo",
                    "attributed_as": "said Edo",
                },
                "report/b": {"quote": "left in"},
            },
            [],
            (20, 20, 0),
        ),
        # What is not found, or stands there twice, or is cut, covers nothing.
        ("Ada left. Ada left.", {"report/a": {"quote": "Ada left."}}, [], (14, 0, 0)),
        ("Ada lefty.", {"report/a": {"quote": "Ada left"}}, [], (8, 0, 0)),
        # A skip counts wherever it stands.
        ("Page 1 Ada Page 2", {}, [{"pattern": r"Page \d"}], (13, 0, 10)),
        ("x Ada x", {}, [{"exact": "x"}], (5, 0, 2)),
        ("Ada left. Edo stayed.", {}, [{"exact": "left"}], (16, 0, 4)),
        # Code points are counted, of letters and digits in any script.
        ("آدا — “é” ½ _", {}, [], (5, 0, 0)),
        ("Ad\u00ada left.", {"report/a": {"quote": "Ada left."}}, [], (7, 7, 0)),
        ("", {}, [], (0, 0, 0)),
    ],
)
def test_what_is_counted(
    text: str, facts: Mapping[str, MadeUp], skips: list[MadeUp], counts: tuple[int, int, int]
) -> None:
    """Letters and digits: of all, quoted, and skipped; the gaps hold the rest."""
    found = covered(text, facts, skips)
    assert (found.characters, found.covered, found.skipped) == counts
    held = sum(sum(map(str.isalnum, gap.text)) for gap in found.gaps)
    assert held == found.characters - found.covered - found.skipped


def test_reference_marks_count_only_where_they_are_text() -> None:
    """A source says whether it has them."""
    text = "Ada left.[43] Edo [4a] stayed."
    assert covered(text).characters == 20
    marked = covered(text, reference_marks=True)
    assert marked.characters == 18
    assert gaps(marked) == [("Ada left", 1, 1), ("Edo [4a] stayed", 1, 15)]


def test_marks_are_not_gaps() -> None:
    """Where all but them is quoted, nothing is left."""
    quoted = {"report/a": {"quote": "Ada left."}, "report/b": {"quote": "Edo stayed."}}
    assert gaps(covered("Ada left.[43] Edo stayed.", quoted, reference_marks=True)) == []
    assert gaps(covered("Ada left.[43] Edo stayed.", quoted)) == [("43", 1, 11)]


@pytest.mark.parametrize(
    ("text", "quotes", "expected"),
    [
        ("Ada left.", [], [("Ada left", 1, 1)]),
        ("“Ada, left.”", [], [("Ada, left", 1, 2)]),
        ("Ada left. Edo stayed.", ["Edo"], [("Ada left", 1, 1), ("stayed", 1, 15)]),
        ("Ada left. Edo stayed.", ["left", "Edo"], [("Ada", 1, 1), ("stayed", 1, 15)]),
        ("A b c", ["b"], [("A", 1, 1), ("c", 1, 5)]),
        ("Ada left.\n\nEdo stayed.", [], [("Ada left", 1, 1), ("Edo stayed", 3, 1)]),
        ("Ada\nleft.", ["Ada"], [("left", 2, 1)]),
        ("A\nb", [], [("A", 1, 1), ("b", 2, 1)]),
        ("Ada.", ["Ada"], []),
    ],
)
def test_gaps(text: str, quotes: list[str], expected: list[tuple[str, int, int]]) -> None:
    """A gap goes from its first letter to its last; a covered letter or the end of a line divides gaps."""
    facts = {f"report/{name}": {"quote": one} for name, one in zip("ab", quotes, strict=False)}
    assert gaps(covered(text, facts)) == expected


def test_one_letter_divides_a_gap() -> None:
    """A skip may name part of a word."""
    assert gaps(covered("abc d", skips=[{"exact": "b"}])) == [("a", 1, 1), ("c d", 1, 3)]


def test_a_hostile_text_has_no_million_gaps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first gaps are enough, and a rule names only as many as are told."""
    monkeypatch.setattr("generator.atlas.coverage.MOST_GAPS", 2)
    assert gaps(covered("a\nb\nc")) == [("a", 1, 1), ("b", 2, 1)]
    monkeypatch.undo()
    text = "a\n" * (MOST_TOLD + 50)
    atlas = made_up(
        {"letter/a": {}}, texts={"report": text}, documents={"report": {"complete": True}}
    )
    assert len(atlas.coverage["sources/report"].gaps) == MOST_TOLD + 50
    assert len([*complete_documents_have_no_gaps(atlas)]) == MOST_TOLD + 1


def test_a_document_without_its_text_has_nothing_to_cover() -> None:
    """Its text is missing, and a rule says so."""
    atlas = made_up({"letter/a": {}}, documents={"report": {}})
    assert atlas.coverage["sources/report"] == Coverage(0, 0, 0, ())


@pytest.mark.parametrize(
    ("skip", "ranges"),
    [
        ({"exact": "page"}, [(0, 4), (13, 17)]),
        ({"exact": "page - 2"}, [(13, 21)]),
        ({"exact": "Page"}, []),
        ({"pattern": r"page - \d"}, [(0, 8), (13, 21)]),
        ({"pattern": r"x*"}, []),
        ({"pattern": r"\d?"}, [(7, 8), (20, 21)]),
        ({"exact": "ada\npage"}, []),
    ],
)
def test_what_a_skip_names(skip: dict[str, str], ranges: list[tuple[int, int]]) -> None:
    """Each place in the folded text, at word boundaries or not; nothing is no place."""
    seed = Seed("report.txt", "page – 1\n ada \npage – 2", "")
    record = Skip.model_validate({**skip, "reason": "numbers"})
    assert skipped_by(record, seed) == ranges
    assert skipped_by(record, None) == []


def test_a_gap_after_an_empty_first_line() -> None:
    """Its column is the first, too."""
    assert gaps(covered("\nAda left."))[0] == ("Ada left", 2, 1)


def test_a_gap_in_a_wrapped_paragraph_has_the_column_of_its_own_line() -> None:
    """Where lines are wrapped, a paragraph has several; the column counts from the start of one."""
    text = "The guild met in the old\nmill on the hill, where Ada\nspoke of the bell.\n\nThen all of\nthem left."
    found = covered(text, {"report/a": {"quote": "The guild met in the old mill on the hill"}})
    assert gaps(found)[0] == ("where Ada", 2, 19)
