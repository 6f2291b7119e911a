"""The list of seeds: as any system writes it, and with a plain message if it can't be read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.load.folder import Shelf
from generator.load.seeds import LISTING, read_seeds

TEXTS = {"000_letter.txt": b"They left.\n", "001_notes.txt": "Sie gingen früh.\n".encode()}
DIGESTS = {name: hashlib.sha256(data).hexdigest() for name, data in TEXTS.items()}
LINES = "".join(f"{digest}  {name}\n" for name, digest in DIGESTS.items())


def read(folder: Path, listing: bytes, **texts: bytes) -> list[str]:
    """The problems of a project with these seeds and this list of them."""
    (folder / "seeds").mkdir(parents=True)
    for name, data in TEXTS.items():
        (folder / "seeds" / name).write_bytes(texts.get(name.partition("_")[2][:-4], data))
    (folder / LISTING).write_bytes(listing)
    shelf = Shelf(folder)
    assert len(read_seeds(shelf, {})) == len(TEXTS)
    return [f"{one.place.path}:{one.place.line}: {one.message}" for one in shelf.problems]


@pytest.mark.parametrize(
    "listing",
    [
        LINES.encode(),
        LINES.replace("\n", "\r\n").encode(),
        LINES.replace("  ", " *").encode(),  # in binary mode
        LINES.replace("  ", "  ./").encode(),
        LINES.replace("  ", " *./").encode(),
        b"\xef\xbb\xbf" + LINES.encode(),
        f"# the seeds\n\n{LINES}\n".encode(),
        "".join(f"{digest.upper()}  {name}\n" for name, digest in DIGESTS.items()).encode(),
    ],
)
def test_a_list_as_any_system_writes_it(tmp_path: Path, listing: bytes) -> None:
    """The mark of binary mode, capitals, the line ends of Windows, empty lines and comments."""
    assert read(tmp_path, listing) == []


@pytest.mark.parametrize(
    ("listing", "told"),
    [
        (LINES.encode("utf-16"), "seeds/SHA256SUMS:1: this file is UTF-16; save it as UTF-8"),
        (
            LINES.encode().replace(b"letter", b"l\xe9tter"),
            "seeds/SHA256SUMS:1: byte 72 is not UTF-8; save the text as UTF-8 before you add it",
        ),
    ],
)
def test_a_list_in_another_encoding(tmp_path: Path, listing: bytes, told: str) -> None:
    """It is told once, and no document is said to have changed."""
    assert read(tmp_path, listing) == [told]


def test_a_line_that_lists_nothing(tmp_path: Path) -> None:
    """It is shown."""
    assert read(tmp_path, f"{LINES}nothing\n".encode()) == [
        (
            "seeds/SHA256SUMS:3: 'nothing' is not a digest and a file name; write the 64 digits of the "
            "digest, two spaces, and the name"
        )
    ]


def test_a_document_with_other_line_ends(tmp_path: Path) -> None:
    """Git may have changed them; that needs a different remedy from an edit."""
    assert read(tmp_path, LINES.encode(), letter=b"They left.\r\n") == [
        (
            "seeds/SHA256SUMS:1: 000_letter.txt has Windows line endings here, but did not when it was "
            "added; run `git config core.autocrlf false`, then `git checkout -- "
            "seeds/000_letter.txt`"
        )
    ]


def test_a_document_that_is_not_listed(tmp_path: Path) -> None:
    """The line to add is given."""
    first = LINES.splitlines()[0]
    assert read(tmp_path, f"{first}\n".encode()) == [
        (
            "seeds/SHA256SUMS:1: 001_notes.txt is not listed; if it is new, add the line: "
            f"{DIGESTS['001_notes.txt']}  001_notes.txt"
        )
    ]


def test_originals_are_checked_too(tmp_path: Path) -> None:
    """The files that texts were taken from are listed with their folder."""
    (tmp_path / "seeds/originals").mkdir(parents=True)
    for name, data in (("a.pdf", b"%PDF"), ("b.pdf", b"changed"), ("c.pdf", b"new")):
        (tmp_path / "seeds/originals" / name).write_bytes(data)
    digests = {name: hashlib.sha256(name[0].encode()).hexdigest() for name in ("b.pdf", "d.pdf")}
    digests["a.pdf"] = hashlib.sha256(b"%PDF").hexdigest()
    listing = "".join(
        f"{digests[name]}  {path}{name}\n"
        for path, name in (
            ("originals\\", "a.pdf"),
            ("originals/", "b.pdf"),
            (".\\originals\\", "d.pdf"),
        )
    )
    (tmp_path / LISTING).write_text(listing)
    shelf = Shelf(tmp_path)
    assert read_seeds(shelf, {}) == {}
    changed, new = (hashlib.sha256(data).hexdigest() for data in (b"changed", b"new"))
    assert [f"{one.place.line}: {one.message}" for one in shelf.problems] == [
        (
            "2: originals/b.pdf has changed since it was added, but seeds are never edited; undo the change "
            "(in git, `git checkout -- seeds/originals/b.pdf`), or, if you have just added the file, replace its "
            f"digest here with {changed}"
        ),
        f"1: originals/c.pdf is not listed; if it is new, add the line: {new}  originals/c.pdf",
        "3: 'originals/d.pdf' is not in seeds/; restore it (`git checkout HEAD -- seeds/originals/d.pdf`), or, if no source.yaml names it, remove this line",
    ]
