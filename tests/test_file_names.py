"""Names of files: one that some system can't use is refused, and what systems leave is passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.load.file_names import is_left_behind, is_named, kept_apart, unfit
from generator.load.folder import Shelf
from tests.project import call, lay_out


def refused(why: str) -> str:
    """The message about a name that Windows can't use."""
    return f"Windows can't use this name, because it {why}; rename the file"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("CON", "is the name of a device there"),
        ("nul", "is the name of a device there"),
        ("aux.yaml", "is the name of a device there"),
        ("PRN .old.txt", "is the name of a device there"),
        ("com1.yaml", "is the name of a device there"),
        ("LPT³.txt", "is the name of a device there"),
        ("conin$", "is the name of a device there"),
        ("notes.", "ends with a dot or a space"),
        ("notes.txt ", "ends with a dot or a space"),
        ("a:b.txt", "has ':'"),
        ("a*.txt", "has '*'"),
        ("who?.txt", "has '?'"),
        ("<a.txt", "has '<'"),
        ("a>.txt", "has '>'"),
        ("a|b.txt", "has '|'"),
        ('a"b.txt', "has '\"'"),
        ("a\\b.txt", "has '\\\\'"),
        ("a\nb.txt", "has '\\n'"),
        ("é" * 128, "is longer than 255 bytes"),
    ],
)
def test_a_name_that_windows_cannot_hold(name: str, why: str) -> None:
    """A device, a sign, an end that is cut off, or too many letters."""
    assert unfit(name) == refused(why)


@pytest.mark.parametrize(
    "name",
    [
        *("con-man.yaml", "auxiliary.txt", "com.yaml", "com10.txt", "lpt.txt", "console", "a.aux"),
        *("000_letter.txt", "SHA256SUMS", "a b.txt", "نامه.txt", "é" * 127),
    ],
)
def test_a_name_that_every_system_can_hold(name: str) -> None:
    """A device's name inside a longer one means nothing; spaces and other letters are held."""
    assert unfit(name) == ""


def test_names_that_a_system_cannot_tell_apart() -> None:
    """By capitals or by how an accent is spelt; the one in lower-case letters is kept."""
    names = ["Notes.txt", "NOTES.txt", "notes.txt", "café", "cafe\u0301", "other"]
    assert dict(kept_apart(names)) == {
        "cafe\u0301": "",
        "café": "cafe\u0301",
        "notes.txt": "",
        "other": "",
        "NOTES.txt": "notes.txt",
        "Notes.txt": "notes.txt",
    }


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", "._letter.txt", ".letter.txt.swp", "letter.txt~", "#letter.txt#", "a.swo"),
        *("Thumbs.db", "thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r", ".directory"),
        *("~$letter.docx", ".~lock.letter.odt#", "a.tmp", "a.pdf.part", "a.pdf.crdownload"),
        *("facts.yaml.orig", "facts.yaml.bak", "__MACOSX", "@eaDir", "$RECYCLE.BIN"),
    ],
)
def test_what_systems_leave_behind(name: str) -> None:
    """It is no file of the project, and is named."""
    assert is_left_behind(name)
    assert is_named(name)


def test_files_that_stay() -> None:
    """Those of git are passed over without a word, and any other is the project's."""
    assert is_left_behind(".gitkeep")
    assert not is_named(".gitkeep")
    assert not any(map(is_left_behind, ("letter.txt", "db.txt", "Thumbs.db.txt", "~a", "a.swx")))


@pytest.mark.skipif(os.name == "nt", reason="Windows can't hold them")
def test_they_are_refused_wherever_they_are(tmp_path: Path) -> None:
    """In the records and among the documents, each once, and with nothing else."""
    place = lay_out(tmp_path / "project")
    for path in (
        *("people/aux.yaml", "sources/con/source.yaml", "sources/toll-book/facts.", "a:b"),
        *("../seeds/nul.txt", "../seeds/Toll.pdf", "../seeds/toll.pdf", "people/Edo-kuri.yaml"),
    ):
        file = place / "content" / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"")
    twin = "some systems can't tell this name from '{}', which is here too; rename or remove one of the two"
    problems = {
        "content/a:b": refused("has ':'"),
        "content/people/Edo-kuri.yaml": twin.format("edo-kuri.yaml"),
        "content/people/aux.yaml": refused("is the name of a device there"),
        "content/sources/con": refused("is the name of a device there"),
        "content/sources/toll-book/facts.": refused("ends with a dot or a space"),
        "seeds/Toll.pdf": twin.format("toll.pdf"),
        "seeds/nul.txt": refused("is the name of a device there"),
    }
    lines = call("--root", str(place), "check").stdout.splitlines()
    assert [one for one in lines if ":1:1: " in one] == [
        f"{path}:1:1: stray-file: {message}" for path, message in problems.items()
    ]


def test_a_folder_has_no_ending(tmp_path: Path) -> None:
    """Its whole name is the reference, so a dot in it is refused."""
    (tmp_path / "content/sources/toll.old").mkdir(parents=True)
    shelf = Shelf(tmp_path)
    assert shelf.folders("content/sources") == []
    assert [one.place.path for one in shelf.problems] == ["content/sources/toll.old"]


def test_what_is_passed_over_is_named_once(tmp_path: Path) -> None:
    """In the summary of `check`: the first few by name, and how many more there are."""
    place = lay_out(tmp_path / "project")
    (place / "seeds/.gitattributes").write_bytes(b"")
    (place / "seeds/Thumbs.db").write_bytes(b"")
    lines = call("--root", str(place), "check").stdout.splitlines()
    assert lines[-3] == "ignored 1 file that operating systems leave behind: seeds/Thumbs.db"
    for name in ("._a", ".DS_Store", "a~", "b~", "c~", "d~"):
        (place / "content/people" / name).write_bytes(b"")
    lines = call("--root", str(place), "check").stdout.splitlines()
    assert lines[-3] == (
        "ignored 7 files that operating systems leave behind: content/people/.DS_Store, "
        "content/people/._a, content/people/a~, content/people/b~, content/people/c~ and 2 more"
    )
