"""PDFs: their pages, columns, headings and notes, and a plain message for those that can't be read."""

from __future__ import annotations

from itertools import cycle

import pytest

from generator.intake.authors import Author
from generator.intake.document import Imprint, Paragraph, RefusedError
from generator.intake.formats import read
from generator.intake.pdf_lines import _rejoined
from generator.intake.right_to_left import Glyph, parts_in_reading_order
from generator.intake.take import paragraphs_of
from tests.made_pdf import At, column, made_pdf

FIRST = """\
The guild took the bell from the tower of Upper Wend
in the night of the fair. The miller, who had the key to
the door, did not see it, and nobody else did. The great
tower stood empty.

It was taken down the road, and the toll was paid for it
twice, which the clerk noted in the book of the road that
he kept, as it was his duty, until the end of the year no-"""
SECOND = """\
body had asked for. Then it was found.

They left in March."""


def paragraphs(data: bytes) -> list[Paragraph]:
    """The paragraphs of a PDF."""
    return list(paragraphs_of(read(data))[0])


def told(data: bytes) -> list[tuple[str, str, str]]:
    """The remarks about a PDF."""
    reading = read(data)
    remarks = (*reading.remarks, *paragraphs_of(reading)[1])
    return [(one.what, one.shown, one.where) for one in remarks]


def test_pages_lines_and_headings() -> None:
    """Wrapped lines are one, over the end of a page too; larger letters are headings, by their size."""
    data = made_pdf(
        [
            [At(50, 560, "The bell of Wend", 20), At(50, 530, "How it went", 14), *column(FIRST)],
            column(SECOND),
        ]
    )
    found = paragraphs(data)
    assert [(one.level, one.text) for one in found] == [
        (1, "The bell of Wend"),
        (2, "How it went"),
        (
            0,
            "The guild took the bell from the tower of Upper Wend in the night of the fair. The miller, who had the key to the door, did not see it, and nobody else did. The great tower stood empty.",
        ),
        (
            0,
            "It was taken down the road, and the toll was paid for it twice, which the clerk noted in the book of the road that he kept, as it was his duty, until the end of the year nobody had asked for. Then it was found.",
        ),
        (0, "They left in March."),
    ]
    assert [one.pages for one in found if one.pages] == [((0, "1"),), ((172, "2"),)]
    assert found[3].text[172:].startswith("body had asked")


def test_columns_are_read_one_after_the_other() -> None:
    """Even if the file has their lines in turn; a title over both comes first."""
    left = "\n".join(
        f"left {word} of the text" for word in ("one", "two", "six", "ten", "men", "end")
    )
    right = left.replace("left", "next")
    both = [
        one
        for pair in zip(column(left, 40), column(right, 220), strict=True)
        for one in pair
    ]  # fmt: skip
    (title, text) = paragraphs(
        made_pdf([[At(40, 540, "A title that is set over both columns", 16), *both]])
    )
    assert title.text == "A title that is set over both columns"
    assert text.text == " ".join((left + "\n" + right).split("\n"))


def test_a_table_is_not_a_column() -> None:
    """Its rows stay rows, and are doubtful."""
    rows = [("Okoro", "1902"), ("Reed", "1903"), ("Hale", "1904"), ("Bell", "1905"), ("Wend", "1906"), ("Ford", "1907")]  # fmt: skip
    page = [
        one
        for n, (name, year) in enumerate(rows)
        for one in (At(50, 500 - 14 * n, name), At(200, 500 - 14 * n, year))
    ]
    data = made_pdf([page])
    assert [one.text.split() for one in paragraphs(data)] == [list(row) for row in rows]
    assert {one[0] for one in told(data)} == {
        "rows of tables and lists were kept as lines; check whether each is complete"
    }


def test_notes_come_after_the_paragraph_that_goes_on() -> None:
    """A mark in raised digits is no digit of the number before it."""
    first = [
        *column(FIRST.replace("paid for it\n", "paid for it\n")),
        *(At(88, 400, "1 The toll book has it, which", 7), At(88, 392, "the clerk wrote.", 7)),
    ]
    count = [At(50, 520, "It weighed 70,000"), At(129.1, 524, "1", 6), At(135.3, 520, "stones.")]
    found = [one.text for one in paragraphs(made_pdf([[*count, *first], column(SECOND)]))]
    assert found[0] == "It weighed 70,000¹ stones."
    assert found[2].endswith("until the end of the year nobody had asked for. Then it was found.")
    assert found[3:] == ["1 The toll book has it, which the clerk wrote.", "They left in March."]


def test_what_a_pdf_says_of_itself() -> None:
    """Its metadata, its language, the labels of its pages, its outline."""
    data = made_pdf(
        [[At(50, 500, "Preface"), *column(SECOND, top=480)], [At(50, 500, "The bell"), *column(SECOND, top=480)]],
        info="/Title (The bell) /Author (Ada Okoro; Tomas Reed) /CreationDate (D:19030402101112Z)",
        catalog="/Lang (en-GB) /PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D >>] >> /Outlines 9 0 R",
        more=[
            "<< /First 10 0 R /Last 11 0 R /Count 2 >>",
            "<< /Title (Preface) /Parent 9 0 R /Next 11 0 R /Dest [5 0 R /Fit] >>",
            "<< /Title (The bell) /Parent 9 0 R /Prev 10 0 R /Dest [7 0 R /Fit] >>",
        ],
    )  # fmt: skip
    assert read(data).imprint == Imprint(
        place="the metadata of the PDF",
        title="The bell",
        authors=(Author("Ada Okoro"), Author("Tomas Reed")),
        language="en-GB",
        made="1903-04-02",
    )
    found = paragraphs(data)
    assert [(one.text, one.level) for one in found if one.level] == [
        ("Preface", 1),
        ("The bell", 1),
    ]
    assert [label for one in found for _, label in one.pages] == ["iv", "1"]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Microsoft Word - bell", "bell"),
        ("bell.dvi", ""),
        ("Microsoft Word - bell.docx", ""),
        ("untitled", ""),
    ],
)
def test_a_title_that_a_program_made_up(title: str, kept: str) -> None:
    """The name of a file is no title."""
    data = made_pdf([column(FIRST)], info=f"/Title ({title})")
    assert read(data).imprint.title == kept


def test_turned_text_is_left_out() -> None:
    """And a remark says so."""
    data = made_pdf([[At(20, 100, "DRAFT", 10, turned=True), *column(FIRST)]])
    assert paragraphs(data)[0].text.startswith("The guild")
    assert told(data)[0] == ("rotated texts were left out", "DRAFT", "page 1")


def test_a_page_that_is_a_picture() -> None:
    """Among others with text it is a doubt."""
    picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
    data = made_pdf([column(FIRST), []], more=[picture])
    data = data.replace(b"<< /Font << /F 4 0 R >> >> /Contents 8", b"<< /XObject << /I 9 0 R >>  >> /Contents 8")  # fmt: skip
    scanned = data.replace(b"<< /Length 0 >>\nstream\n\nendstream", b"<< /Length 5 >>\nstream\n/I Do\nendstream")  # fmt: skip
    assert told(scanned)[0] == (
        "pages are pictures without text; have it recognised (OCR) if it matters",
        "page 2",
        "",
    )
    assert told(data) == []


ENCRYPTED = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "11" * 32 + "> /U <" + "22" * 32 + "> >> "
    "/ID [<00> <00>]"
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(
            made_pdf([[], []]),
            "the pages of this PDF are pictures without text; have it recognised (OCR), for example with "
            "`ocrmypdf IN.pdf OUT.pdf`, and add the result",
            id="pictures",
        ),
        pytest.param(
            made_pdf([column(FIRST)], trailer=ENCRYPTED),
            "this PDF has a password; open it, save or print it as a PDF without one, and add that",
            id="encrypted",
        ),
        pytest.param(
            b"%PDF-1.7\nnothing",
            "this PDF is broken; get it again from where it came, or open it and save it again",
            id="broken",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, told: str) -> None:
    """The message says what to do."""
    with pytest.raises(RefusedError) as caught:
        read(data)
    assert str(caught.value) == told


def glyphs(text: str, width: float = 6) -> list[Glyph]:
    """The characters of a line from left to right, as they look."""
    return [Glyph(char, n * width, (n + 1) * width, 0, 10) for n, char in enumerate(text)]


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("گنز نمجنا", "انجمن زنگ"),
        (".تشادرب ار گنز ۱۹۰۳ لاس رد", "در سال ۱۹۰۳ زنگ را برداشت."),
        ("تفگ )Ada Reed( نابايسآ", "آسيابان (Ada Reed) گفت"),
        ("تفگ (Ada Reed( نابايسآ", "آسيابان (Ada Reed) گفت"),
        ("مالس 12/5 رد", "در 12/5 سلام"),
        ("םולש", "שלום"),
    ],
)
def test_a_line_from_right_to_left(seen: str, said: str) -> None:
    """Letters are read from the right, words of other scripts and numbers from the left."""
    for order in (glyphs(seen), glyphs(seen)[::-1]):
        (part,) = parts_in_reading_order(order, mostly=True)
        assert "".join(one.char for one in part) == said


def test_a_mark_follows_its_letter() -> None:
    """Whatever its place in the file."""
    mark = Glyph("\u0651", 7, 10, 0, 10)
    (part,) = parts_in_reading_order([mark, *glyphs("دمح")], mostly=False)
    assert "".join(one.char for one in part) == "حم\u0651د"


def test_a_mark_takes_room() -> None:
    """It stands between two letters and belongs to the one before it; no space is there."""
    letters = [Glyph("ر", 0, 6, 0, 10), Glyph("\u0654", 7, 9, 0, 10), Glyph("و", 10, 16, 0, 10)]
    (part,) = parts_in_reading_order(letters, mostly=True)
    assert "".join(one.char for one in part) == "و\u0654ر"


def test_parts_of_a_line_are_one() -> None:
    """What a mark has parted stands at almost the same height, right beside; columns stand apart."""

    def row(text: str, x0: float, base: float) -> list[tuple[int, Glyph]]:
        return [
            (n, one._replace(x0=one.x0 + x0, x1=one.x1 + x0, base=base))
            for n, one in enumerate(glyphs(text))
        ]

    left, mark, right = row("ةملك", 0, 100), row("ا\u064b", 25, 102), row("نوناق", 38, 100)
    (whole,) = _rejoined([left, mark, right])
    assert len(whole) == len((*left, *mark, *right))
    assert len([*_rejoined([left, row("نوناق", 38, 88)])]) == 2
    assert len([*_rejoined([left, row("نوناق", 80, 100)])]) == 2


def test_spaces_by_their_room() -> None:
    """A space that has lost its place is nothing, and one is put where there is room for it."""
    lost = Glyph(" ", 5, 5, 0, 10)
    words = [*glyphs("نم"), *(one._replace(x0=one.x0 + 15, x1=one.x1 + 15) for one in glyphs("زا"))]
    (part,) = parts_in_reading_order([lost, *words], mostly=True)
    assert "".join(one.char for one in part) == "از من"


def test_a_word_of_arabic_in_an_english_line() -> None:
    """It alone is turned; a wide space parts a line."""
    (part,) = parts_in_reading_order(glyphs("the فنص took"), mostly=False)
    assert "".join(one.char for one in part) == "the صنف took"
    far = [one._replace(x0=one.x0 + 100, x1=one.x1 + 100) for one in glyphs("نمجنا")]
    parts = parts_in_reading_order([*glyphs("گنز"), *far], mostly=True)
    assert ["".join(one.char for one in part) for part in parts] == ["انجمن", "زنگ"]


def headed(*rows: tuple[At, ...]) -> bytes:
    """A PDF with one of these rows far above the text of each page."""
    return made_pdf([[*row, *column(text)] for row, text in zip(rows, cycle((FIRST, SECOND)))])


@pytest.mark.parametrize(
    "rows",
    [
        [(At(50, 570, "The Wend Post"), At(250, 570, "4 March 1903"))] * 2,
        [(At(50, 570, "A Short Account of Wend 47", 9),), (At(90, 570, "A Short Account of Wend 48", 9),)],
        [(At(50, 570, "The Bell"),), (At(90, 570, "Chapter Two"),)] * 2,
    ],
    ids=("left and right", "with its number", "two in turn"),
)  # fmt: skip
def test_heads_of_a_few_pages(rows: list[tuple[At, ...]]) -> None:
    """Set apart at the same height, they are no text; a sentence goes on over the end of the page."""
    data = headed(*rows)
    text = "\n".join(one.text for one in paragraphs(data))
    assert "the end of the year nobody had asked for." in text
    assert any("write it into the seed and run `mend-seed`" in what for what, *_ in told(data))
    assert [shown for what, shown, _ in told(data) if "dropped" in what] == [
        "      ".join(one.text for one in row) for row in rows
    ]
    labels = [label for one in paragraphs(data) for _, label in one.pages]
    assert labels[0] == ("47" if "47" in rows[0][0].text else "1")


@pytest.mark.parametrize(
    "rows",
    [
        [(At(50, 570, "Article 1"),), (At(50, 570, "Article 2"),)],
        [(At(50, 512, "The Wend Post"),)] * 2,
        [(At(50, 570, "The Wend Post", 14),)] * 2,
        [(At(50, 570, "The Wend Post"),), (At(50, 560, "The Wend Post"),)],
    ],
    ids=("numbered headings", "not set apart", "in large letters", "at another height"),
)
def test_first_lines_that_are_no_heads(rows: list[tuple[At, ...]]) -> None:
    """They stay."""
    data = headed(*rows)
    assert [one for one in told(data) if "dropped" in one[0]] == []
    assert all(row[0].text in "\n".join(one.text for one in paragraphs(data)) for row in rows)
