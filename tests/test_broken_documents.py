"""A document that was damaged is read as far as it goes, or refused in words; nothing else happens."""

from __future__ import annotations

import pytest

from generator.intake.stock import Stock
from generator.intake.take import Intake
from tests.made_pdf import At, column, made_pdf
from tests.test_epub_documents import book
from tests.test_word_documents import saved, written_document

SOUND = {
    "PDF": made_pdf(
        [[At(50, 550, "The bell", 16), *column("The guild took\nthe bell.\n\nIt rang.")]]
    ),
    "DOCX": saved(written_document()),
    "EPUB": book(),
    "HTML": b"<html><p>The guild <b>took</b> the bell.<table><tr><td>1<td>2</table></html>",
    "text": "The guild took\nthe bell early.\n\nZurück.\n".encode("cp1252"),
}
PLACES = 200  # of each file, that are damaged one after the other


@pytest.mark.parametrize("kind", SOUND)
@pytest.mark.parametrize("value", [0x00, 0x9E, 0xFF])
def test_a_byte_that_was_changed(kind: str, value: int) -> None:
    """Wherever it is: in the names of an archive's files, in a checksum, in a table of places."""
    for place in range(0, len(SOUND[kind]), len(SOUND[kind]) // PLACES or 1):
        data = bytearray(SOUND[kind])
        data[place] = value
        assert is_read_or_refused_in_words(bytes(data)), place


@pytest.mark.parametrize("kind", SOUND)
def test_a_file_that_was_cut_off(kind: str) -> None:
    """Wherever its end is missing."""
    for length in range(1, len(SOUND[kind]), len(SOUND[kind]) // PLACES or 1):
        assert is_read_or_refused_in_words(SOUND[kind][:length]), length


def is_read_or_refused_in_words(data: bytes) -> bool:
    """Whether a document gives a seed, or else one reason, on one line, that says what to do."""
    nothing = Stock(frozenset(), {}, frozenset(), frozenset(), (), b"")
    intake = Intake(nothing, "", "")
    intake.take("damaged", data)
    reasons = [problem.message for problem in intake.problems]
    if intake.taken:
        return not reasons and len(intake.taken[0].layout.text) > 1
    return len(reasons) == 1 and reasons[0].isprintable() and "; " in reasons[0]
