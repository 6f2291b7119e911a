"""`mend-seed`: a person corrects what an import misread, and pages and headings go along."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.intake.mending import Moves
from generator.load.project import load
from tests.made_pdf import At, column, made_pdf
from tests.project import call, contents, lay_out

BEFORE = "The bell\n\nThe guild took\n\nthe wellbuilt bell. It fell.\n\nA word\n"


@pytest.mark.parametrize(
    ("after", "place"),
    [
        (BEFORE.replace("wellbuilt", "well-built"), "It fell"),
        (BEFORE.replace("took\n\nthe", "took the"), "It fell"),
        (BEFORE.replace("The bell\n\n", ""), "It fell"),
        (BEFORE.replace("It fell", "It  fell down"), "It  fell"),
        (f"A note of ours.\n\n{BEFORE}".replace("It fell. ", ""), "It fell"),
        (BEFORE.replace("It", "Lt"), "Lt fell"),
    ],
)
def test_a_place_goes_along(after: str, place: str) -> None:
    """Its words, or those that replaced them, are at the new place."""
    at = Moves.between(BEFORE, after).moved(BEFORE.index("It fell"))
    assert after[at:].startswith(place)


def test_a_place_inside_a_word_or_at_the_end() -> None:
    """A page may begin inside a word; the words of a page may be gone."""
    moves = Moves.between("They had nobody. They left.", "So they had nobody.")
    assert moves.moved(len("They had no")) == len("So they had no")
    assert moves.moved(len("They had nobody. They")) == len("So they had nobody.")


def test_a_correction_is_accepted(tmp_path: Path) -> None:
    """`check` names the command, which writes the checksum and moves the page; a second time too."""
    root = lay_out(tmp_path / "project")
    text = "It was a wellbuilt bell, as\neverybody in the town knew\nand said, until at last"
    pages = [[At(50, 560, "The bell", 20), *column(text)], column("they took it from the tower.")]
    (tmp_path / "bell.pdf").write_bytes(made_pdf(pages))
    assert call("--root", root, "add-document", tmp_path / "bell.pdf").returncode == 0
    seed, layout = root / "seeds/003_bell.txt", root / "content/sources/bell/layout.yaml"
    for wrong, right in (("wellbuilt", "well-built"), ("The bell\n", "The old bell\n")):
        seed.write_text(seed.read_text("utf-8").replace(wrong, right), "utf-8")
        _, problems = load(root)
        assert any("run `mend-seed 003_bell.txt`" in one.message for one in problems)
        done = call("--root", root, "mend-seed", "003_bell.txt")
        assert (done.returncode, done.stdout) == (
            0,
            "seeds/003_bell.txt: accepted; now run `check`\n",
        )
        _, problems = load(root)
        assert [one for one in problems if one.rule in {"seed", "locator"}] == []
        starts = seed.read_text("utf-8").index("they took")
        assert f'{{page: "2", at: {starts}}}' in layout.read_text("utf-8")


def test_a_heading_that_became_part_of_a_line_is_told(tmp_path: Path) -> None:
    """It is named, since only a person knows whether it is one."""
    root = lay_out(tmp_path / "project")
    (tmp_path / "bell.txt").write_text("They took it.\n\nThe bell\n========\n\nIt was heavy.\n")
    assert call("--root", root, "add-document", tmp_path / "bell.txt").returncode == 0
    seed = root / "seeds/003_bell.txt"
    seed.write_text(seed.read_text("utf-8").replace("it.\n\nThe", "it. The"), "utf-8")
    done = call("--root", root, "mend-seed", "003_bell.txt")
    assert "a heading now begins inside a line, at: 14; remove it" in done.stdout


def test_what_is_not_mended(tmp_path: Path) -> None:
    """A text that is not listed, and one that has not changed; nothing is written."""
    root = lay_out(tmp_path / "project")
    before = contents(root)
    done = call("--root", root, "mend-seed", "nothing.txt")
    assert done.returncode == 2
    assert "nothing.txt is not one of the texts that seeds/SHA256SUMS lists" in done.stderr
    done = call("--root", root, "mend-seed", "001_mill_notes.txt")
    assert done.stdout == "seeds/001_mill_notes.txt has not changed since it was added\n"
    assert contents(root) == before
