"""`add-document`: what a project gets from a document, and the message for one that can't be taken in."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.atlas.join import join
from generator.load.project import load
from generator.load.seeds import LISTING
from tests.made_pdf import At, made_pdf
from tests.project import call, contents, lay_out, put

LETTER = """\
THE BELL OF LOWER WEND

The guild took the bell from the
tower of Upper Wend in March
1903. The great tow-
er stood empty.

Nobody saw it.
"""
SEED = (
    "THE BELL OF LOWER WEND\n\nThe guild took the bell from the tower of Upper Wend in March 1903. The "
    "great tower stood empty.\n\nNobody saw it.\n"
)

AGAIN = (
    "to import it again, first remove its text and its original from seeds/, and the lines of both from "
    "seeds/SHA256SUMS"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project."""
    return lay_out(tmp_path / "project")


def offer(folder: Path, name: str, data: bytes | str) -> Path:
    """A file that is to be added."""
    place = folder / name
    place.parent.mkdir(exist_ok=True, parents=True)
    place.write_bytes(data.encode() if isinstance(data, str) else data)
    return place


def complaints(project: Path, *arguments: str | Path) -> list[str]:
    """What is said when a document can't be added; nothing is written then."""
    before = contents(project)
    done = call("--root", project, "add-document", *arguments)
    assert done.returncode == 1, done.stdout
    assert contents(project) == before
    *lines, last = done.stdout.splitlines()
    assert last == "nothing was added"
    folder = f"{project.parent.as_posix()}/"
    return [line.replace(folder, "") for line in lines if " add-document: " in line]


def test_a_text_is_taken_in(project: Path, tmp_path: Path) -> None:
    """It gets its seed, its original, both digests, and a record that lacks only its open fields."""
    file = offer(tmp_path, "The bell (1903).txt", LETTER)
    before = contents(project)
    done = call("--root", project, "add-document", file)
    assert done.returncode == 0, done.stderr
    new = {path: data for path, data in contents(project).items() if before.get(path) != data}
    listing = new.pop(LISTING).decode()
    assert sorted(new) == [
        "build/added/003_the_bell_1903.txt",
        "content/sources/the-bell-1903/layout.yaml",
        "content/sources/the-bell-1903/source.yaml",
        "seeds/003_the_bell_1903.txt",
        "seeds/originals/003_the_bell_1903.txt",
    ]
    assert new["seeds/003_the_bell_1903.txt"].decode() == SEED
    assert new["seeds/originals/003_the_bell_1903.txt"] == file.read_bytes()
    assert (
        listing.encode()
        == before[LISTING]
        + "".join(
            f"{hashlib.sha256(new[f'seeds/{name}']).hexdigest()}  {name}\n"
            for name in ("003_the_bell_1903.txt", "originals/003_the_bell_1903.txt")
        ).encode()
    )
    assert done.stdout.splitlines() == [
        f"{file} → seeds/003_the_bell_1903.txt (3 paragraphs, 1 heading)",
        "  done: words broken at the end of a line were joined: tow-er → tower (line 6)",
        "  compare: seeds/003_the_bell_1903.txt with seeds/originals/003_the_bell_1903.txt",
        (
            "  fill in: title, short, kind, language, text in content/sources/the-bell-1903/source.yaml; then "
            f"run `cli --root {project} check`"
        ),
    ]
    checked = call("--root", project, "check").stdout.splitlines()
    assert [line.partition(": ")[2] for line in checked if line.startswith("content/")] == [
        "record: kind: is missing; write what the document is, such as `kind: report`",
        "record: language: is missing; write the language's code, such as `language: en`",
        "record: short: is missing; write a short name for the document, such as `short: Wend Courier`",
        "record: text: is missing; write `text:` and, on the line below, `  state: whole` if this is the whole document",
        "record: title: is missing; write the title, in quotation marks",
    ]


def test_the_open_fields_are_hints(project: Path, tmp_path: Path) -> None:
    """A person who follows the hints has a sound record, and can quote from the document."""
    call("--root", project, "add-document", offer(tmp_path, "bell.txt", LETTER))
    place = project / "content/sources/bell/source.yaml"
    record = place.read_text(encoding="utf-8")
    assert record == (
        "# Taken from seeds/originals/003_bell.txt. A line with # is for you: fill it in and remove the "
        "#, or\n# delete it.\n"
        '# title: its title; the text begins with "THE BELL OF LOWER WEND"\n'
        "# short: a name of at most 30 characters, such as Toll book\n"
        "letter: B\n"
        "# kind: what it is; one of document, article, blog-post, book, diary, leaflet, letter, minutes, register, report, speech, web-page\n"
        "# language: its code, such as de or fa\n"
        "# authors:\n"
        "#   - a person whom the document or its publisher names\n"
        "# publisher: who published it\n"
        "# address: where it is on the web\n"
        "# accessed: the day when you saw it there, such as 2026-01-02\n"
        "seed: 003_bell.txt\n"
        "# text:\n"
        "#   state: whole, or extract if parts of the document are missing\n"
        "# licence: its licence, if it states one\n"
        "# dates:  # when it was written or published\n"
        "#   - of: written\n"
        "#     date: 1903-03\n"
        "#     as_stated: the document's words for it; if it has none, write known_from instead, with how you know\n"
    )
    filled = {
        "# title: its title; the text begins with": "title:",
        "# short: a name of at most 30 characters, such as Toll book": "short: The bell",
        "# kind: what it is; one of document, article, blog-post, book, diary, leaflet, letter, minutes, register, report, speech, web-page": "kind: article",
        "# language: its code, such as de or fa": "language: en",
        "# text:\n#   state: whole, or extract if parts of the document are missing": "text:\n  state: whole",
    }
    for hint, value in filled.items():
        assert record.count(hint) == 1
        record = record.replace(hint, value)
    fact = (
        "- id: f-b0000001\n  statement: The tower stood empty.\n  quote: The great tower stood empty.\n"
        "  attributed_to: self\n  type: event\n"
    )
    put(project, {f"content/sources/bell/{name}": text for name, text in (("source.yaml", record), ("facts.yaml", fact))})  # fmt: skip
    done = call("--root", project, "check")
    assert "No problems." in done.stdout, done.stdout


def test_a_document_that_is_there(project: Path, tmp_path: Path) -> None:
    """The same file, the same text in another file, or another text under the same name."""
    file = offer(tmp_path, "bell.txt", LETTER)
    assert call("--root", project, "add-document", file).returncode == 0
    assert complaints(project, file) == [
        (
            "bell.txt:1:1: add-document: this file is already here, as seeds/originals/003_bell.txt; use that, or, "
            f"{AGAIN}"
        )
    ]
    assert complaints(project, offer(tmp_path, "copy.txt", LETTER.replace("\n", "\r\n"))) == [
        (
            "copy.txt:1:1: add-document: the text of this file is already here, as seeds/003_bell.txt; use that, "
            f"or, {AGAIN}"
        )
    ]
    other = offer(tmp_path, "other/bell.txt", "Another text.\n")
    assert complaints(project, other) == [
        (
            "other/bell.txt:1:1: add-document: content/sources/bell/ already exists; choose another name with "
            "`--name`, or rename the file"
        )
    ]
    assert call("--root", project, "add-document", "--name", "Other bell", other).returncode == 0
    assert (project / "seeds/004_other_bell.txt").read_text() == "Another text.\n"
    assert "letter: O\n" in (project / "content/sources/other-bell/source.yaml").read_text()


def test_a_folder_is_taken_in_whole(project: Path, tmp_path: Path) -> None:
    """In the order of names; files that are not documents are left out, with the reason."""
    folder = tmp_path / "papers"
    offer(folder, "b.txt", "The second.\n")
    offer(folder, "a.TXT", "The first.\n")
    offer(folder, "page.css", "p { }\n")
    offer(folder, ".DS_Store", "\0\0")
    offer(folder, "more/c.txt", "The third.\n")
    done = call("--root", project, "add-document", folder)
    assert done.returncode == 0, done.stdout
    assert (project / "seeds/003_a.txt").read_text() == "The first.\n"
    assert (project / "seeds/originals/003_a.txt").read_text() == "The first.\n"
    assert (project / "seeds/004_b.txt").read_text() == "The second.\n"
    assert [line.rpartition("papers/")[2] for line in done.stdout.splitlines() if "left out" in line] == [
        ".DS_Store is left out: an operating system or a program left it behind",
        "more is left out: it is a folder; add it by itself",
        "page.css is left out: its name doesn't end like a document's; if it is one, add it by itself",
    ]  # fmt: skip
    record = (project / "content/sources/b/source.yaml").read_text()
    assert "letter: B\n" in record


def test_all_problems_of_a_folder_are_reported_together(project: Path, tmp_path: Path) -> None:
    """And then nothing is added, not even the sound ones."""
    folder = tmp_path / "papers"
    offer(folder, "a.txt", "The first.\n")
    offer(folder, "b.txt", "The first.\r\n")
    offer(folder, "c.txt", " \n")
    offer(folder, "a.htm", "The fourth.\n")
    offer(folder, "d.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert complaints(project, folder) == [
        (
            "papers/a.txt:1:1: add-document: papers/a.htm would be content/sources/a/ too; rename one of "
            "the two files"
        ),
        (
            "papers/b.txt:1:1: add-document: the text of this file is the same as that of "
            "papers/a.txt; add only one of the two"
        ),
        "papers/c.txt:1:1: add-document: this file is empty; get it again from where it came",
        "papers/d.doc:1:1: add-document: this is an old Word or Office file; open it and save it as DOCX",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{\\rtf1\\ansi}", "this is an RTF file; open it in a word processor and save it as DOCX"),
        (
            b"\x89PNG\r\n",
            "this is a picture; have its text recognised (OCR), and add that as PDF or text",
        ),
        (b"\x1f\x8b\x08", "this is a compressed file; unpack it first"),
        (b"\0" * 60 + b"BOOKMOBI", "this is a Kindle book; convert it to EPUB"),
        (b"%!PS-Adobe", "this is a PostScript file; convert it to PDF, for example with `ps2pdf`"),
        (b"AT&TFORM", "this is a DjVu file; convert it to PDF"),
        (
            b"\x7fELF\x00\x01",
            "this is not a text file; save its text as plain text, HTML, PDF, DOCX or EPUB",
        ),
        (b"* * *\n", "there is no text in this file; check whether it is the right one"),
    ],
)
def test_what_is_not_a_text(project: Path, tmp_path: Path, data: bytes, told: str) -> None:
    """The message says what it is and what to do; the file's name does not count."""
    assert complaints(project, offer(tmp_path, "x.txt", data)) == [
        f"x.txt:1:1: add-document: {told}"
    ]


@pytest.mark.parametrize(
    ("change", "end"),
    [
        (lambda data: data.replace(b"\n", b"\r\n"), b"\r\n"),
        (lambda data: data.replace(b"  ", b" *"), b"\n"),
        (lambda data: data.rstrip(b"\n"), b"\n"),
    ],
)
def test_a_list_that_was_made_on_windows(
    project: Path, tmp_path: Path, change: object, end: bytes
) -> None:
    """New lines get the line ends that the list has."""
    assert callable(change)
    place = project / LISTING
    listing = change(place.read_bytes())
    place.write_bytes(listing)
    assert (
        call("--root", project, "add-document", offer(tmp_path, "a.txt", "One.\n")).returncode == 0
    )
    added = place.read_bytes().removeprefix(listing).lstrip(b"\n")
    assert added.count(end) == added.count(b"\n") == 2
    assert "seeds/" not in call("--root", project, "check").stdout.replace("sources/", "")


def test_a_list_that_cannot_be_read(project: Path, tmp_path: Path) -> None:
    """Nothing can be added to it."""
    place = project / LISTING
    place.write_bytes(place.read_text().encode("utf-16"))
    before = contents(project)
    done = call("--root", project, "add-document", offer(tmp_path, "a.txt", "One.\n"))
    assert done.returncode == 1
    assert done.stdout == "seeds/SHA256SUMS:1:1: seed: this file is UTF-16; save it as UTF-8\n"
    assert contents(project) == before


def test_a_new_project_gets_a_list(project: Path, tmp_path: Path) -> None:
    """Nobody is told to restore what was never there."""
    for path in (project / "seeds").iterdir():
        path.unlink()
    (project / "seeds").rmdir()
    done = call("--root", project, "add-document", offer(tmp_path, "نامه.txt", "One.\n"))
    assert done.returncode == 0, done.stdout
    (seed,) = (project / "seeds").glob("000_*.txt")
    assert seed.read_text() == "One.\n"
    assert seed.name.isascii()
    assert len((project / LISTING).read_text().splitlines()) == 2


def test_only_shown(project: Path, tmp_path: Path) -> None:
    """With --dry-run nothing is written."""
    before = contents(project)
    done = call("--root", project, "add-document", "--dry-run", offer(tmp_path, "a.txt", "One.\n"))
    assert done.returncode == 0
    assert done.stdout.endswith("nothing was added\n")
    assert contents(project) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--name", "…", "a.txt"), "no folder can have that name; write `--name` with letters, digits and hyphens"),
        (("--encoding", "klingon", "a.txt"), "no encoding is called 'klingon'; write a name such as windows-1252"),
    ],
)  # fmt: skip
def test_impossible_options(
    project: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    """The messages are as plain as the others."""
    offer(tmp_path, "a.txt", "One.\n")
    *options, name = arguments
    assert complaints(project, *options, tmp_path / name) == [f"a.txt:1:1: add-document: {told}"]


def test_where_nothing_can_be_added(project: Path, tmp_path: Path) -> None:
    """No project, a name for a folder, an empty folder: exit code 2."""
    file = offer(tmp_path, "a/a.css", "One.\n")
    for arguments, told in (
        (("--root", tmp_path, "add-document", file), "has no site_config/"),
        (
            ("--root", project, "add-document", "--name", "b", file.parent),
            "--name is for one document",
        ),
        (
            ("--root", project, "add-document", file.parent),
            "has no document whose name ends in",
        ),
        (("--root", project, "add-document", tmp_path / "none.txt"), "does not exist"),
    ):
        done = call(*arguments)
        assert done.returncode == 2
        assert told in done.stderr.replace("\n", " ")


def test_a_folder_that_cannot_be_written(project: Path, tmp_path: Path) -> None:
    """Exit code 3, and the project is as it was."""
    (project / "seeds/originals").write_text("a file where the folder must be", encoding="utf-8")
    before = contents(project)
    done = call("--root", project, "add-document", offer(tmp_path, "a.txt", "One.\n"))
    assert done.returncode == 3
    assert contents(project) == before


def test_a_text_that_nobody_has_listed(project: Path, tmp_path: Path) -> None:
    """It still counts, so that no number is given twice."""
    (project / "seeds/007_left.txt").write_text("One.\n", encoding="utf-8")
    put(project, {"seeds/originals/008_left.pdf": "%PDF"})
    assert complaints(project, offer(tmp_path, "a.txt", "One.\r\n")) == [
        (
            "a.txt:1:1: add-document: the text of this file is already here, as seeds/007_left.txt; use that, or, "
            f"{AGAIN}"
        )
    ]
    call("--root", project, "add-document", offer(tmp_path, "a.txt", "Two.\n"))
    assert (project / "seeds/009_a.txt").is_file()


def test_a_pdf_has_its_pages_in_every_quote(project: Path, tmp_path: Path) -> None:
    """The program finds the page of a quote by the layout that is written."""
    pages = [
        [At(50, 500, "They took the bell."), At(200, 40, "12")],
        [At(50, 500, "It was heavy."), At(200, 40, "13")],
    ]
    file = offer(tmp_path, "bell.pdf", made_pdf(pages))
    assert call("--root", project, "add-document", file).returncode == 0
    home = project / "content/sources/bell"
    assert (home / "layout.yaml").read_text(encoding="utf-8") == (
        "# Where pages and headings begin in the seed, in characters. Made by `add-document`.\npages:\n"
        '  - {page: "12", at: 0}\n  - {page: "13", at: 21}\n'
    )
    assert "\nnumber_of_pages: 2\n" in (home / "source.yaml").read_text(encoding="utf-8")
    record = "title: Bell\nshort: Bell\nletter: B\nkind: article\nlanguage: en\nseed: 003_bell.txt\ntext:\n  state: whole\n"
    fact = (
        "- id: f-b0000001\n  statement: The bell was heavy.\n  quote: It was heavy.\n"
        "  attributed_to: self\n  type: event\n"
    )
    put(home, {"source.yaml": record, "facts.yaml": fact})
    entries, problems = load(project)
    assert problems == []
    assert entries is not None
    (claim,) = join(entries).drawn_from["sources/bell"]
    assert claim.quotes[0].locator == (("page", "13"),)


def test_a_name_that_no_folder_can_have(project: Path, tmp_path: Path) -> None:
    """It is said what the document is called instead, if Windows can't have a folder of that name."""
    done = call("--root", project, "add-document", offer(tmp_path, "aux.txt", LETTER))
    assert "done: a folder can't have the file's name, so it has another: aux → " in done.stdout
    done = call("--root", project, "add-document", offer(tmp_path, "toll.txt", "They paid.\n"))
    assert "a folder can't have" not in done.stdout
