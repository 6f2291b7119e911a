"""Running heads and page numbers are dropped, and pages have the numbers that are printed on them."""

from __future__ import annotations

from generator.intake.from_text import read_text
from generator.intake.layout import laid_out
from generator.intake.take import paragraphs_of

BODIES = (
    "The guild took the bell from the tower of\nUpper Wend in March 1903. The miller, who\nhad the key, did not",
    "see it. Nobody did.\n\nThe bell was heavy, and they were few: five\nmen and a horse.",
    "It was taken down the road, and the toll was\npaid for it twice.",
    "So it came to the town, where it is now.",
)


def pages(*texts: str) -> tuple[str, tuple[tuple[int, str], ...], list[tuple[str, str]]]:
    """The seed of a text with these pages, where they begin, and what was dropped from which."""
    reading = read_text("\f".join(texts).encode())
    paragraphs, remarks = paragraphs_of(reading)
    layout = laid_out(paragraphs)
    dropped = [(one.shown, one.where) for one in remarks if "dropped" in one.what]
    return layout.text, layout.pages, dropped


SEED = (
    "The guild took the bell from the tower of Upper Wend in March 1903. The miller, who had the key, "
    "did not see it. Nobody did.\n\nThe bell was heavy, and they were few: five men and a horse.\n\n"
    "It was taken down the road, and the toll was paid for it twice.\n\n"
    "So it came to the town, where it is now.\n"
)
STARTS = tuple(SEED.index(word) for word in ("The guild", "see it", "It was", "So it"))


def test_heads_and_numbers_are_dropped() -> None:
    """The head of each page, whatever its number, and a paragraph goes on over the end of a page."""
    texts = (f"THE BELL\n\n{body}\n\n- {12 + n} -\n" for n, body in enumerate(BODIES))
    text, starts, dropped = pages(*texts)
    assert text == SEED
    assert starts == tuple(zip(STARTS, ("12", "13", "14", "15"), strict=True))
    assert dropped == [
        *(("THE BELL", "page 12"), ("- 12 -", "page 12"), ("THE BELL", "page 13")),
        *(("- 13 -", "page 13"), ("THE BELL", "page 14"), ("- 14 -", "page 14")),
        *(("THE BELL", "page 15"), ("- 15 -", "page 15")),
    ]


def test_a_head_may_hold_the_number() -> None:
    """As in an RFC, on the left or the right in turn; the year in it is not the number."""
    heads = ("Reed, 1903   [Page 1]", "[Page 2]   Reed, 1903", "Reed, 1903   [Page 3]", "[Page 4]   Reed, 1903")  # fmt: skip
    more = ("Reed, 1903   [Page 5]", "[Page 6]   Reed, 1903")
    texts = [
        f"{body}\n\n{head}\n"
        for body, head in zip((*BODIES, *BODIES[2:]), (*heads, *more), strict=True)
    ]
    text, starts, dropped = pages(*texts)
    assert text.startswith(SEED.rstrip("\n"))
    assert [label for _, label in starts] == ["1", "2", "3", "4", "5", "6"]
    assert len(dropped) == 6


def test_roman_numbers_and_a_page_without_one() -> None:
    """The first page of a chapter has no number, and is counted with the others."""
    feet = ("iv", "v", "vi", "")
    text, starts, _ = pages(*(f"{b}\n\n{f}\n" for b, f in zip(BODIES, feet, strict=True)))
    assert text == SEED
    assert [label for _, label in starts] == ["iv", "v", "vi", "4"]
    feet = ("7", "", "9", "10")
    text, starts, _ = pages(*(f"{b}\n\n{f}\n" for b, f in zip(BODIES, feet, strict=True)))
    assert text == SEED
    assert [label for _, label in starts] == ["7", "8", "9", "10"]


def test_what_stays() -> None:
    """A number that does not count on, a line on two pages only, and one that is not at the edge."""
    texts = [f"{body}\n\n{year}\n" for body, year in zip(BODIES, (1903, 1899, 1950, 12), strict=True)]  # fmt: skip
    text, _, dropped = pages(*texts)
    assert dropped == []
    assert "1899" in text
    text, _, dropped = pages("The same\n\nOne.", "The same\n\nTwo.", "Another\n\nThree.")
    assert dropped == []
    texts = [f"A.\n\nB{n}.\n\nC.\n\nD{n}.\n\nThe same\n\nE{n}.\n\nF{n}.\n\nG{n}.\n\nH{n}.\n" for n in ("x", "y", "z")]  # fmt: skip
    text, _, dropped = pages(*texts)
    assert text.count("The same") == 3


def test_headings_are_not_heads() -> None:
    """Numbered in the same way at the top of page after page, they count their own things."""
    texts = [
        f"Article {number}\n\n{body}" for number, body in zip((3, 9, 10, 17), BODIES, strict=True)
    ]
    text, _, dropped = pages(*texts)
    assert dropped == []
    assert text.count("Article ") == 4


def test_a_text_without_pages_has_none() -> None:
    """And no head."""
    text, starts, dropped = pages("The same\n\nThe same\n\nThe same\n")
    assert (text.count("The same"), starts, dropped) == (3, (), [])
