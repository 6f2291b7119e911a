"""Taking a document in: from its file come all files that the project gets, unless it is refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.intake.cleaning import doubts_about
from generator.intake.document import Paragraph, Reading, RefusedError, Remark
from generator.intake.formats import read
from generator.intake.heads import without_heads
from generator.intake.layout import LaidOut, laid_out
from generator.intake.naming import free_letter, next_number, slug_of
from generator.intake.reflow import reflow
from generator.intake.source_record import NewSource, layout_record, presumed
from generator.intake.stock import Stock
from generator.load.seeds import LISTING, ORIGINALS
from generator.problems import Place, Problem

RULE = "add-document"


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was taken in: the files that the project gets, and what to look at.

    `path` is that of its file, as the user wrote it; `seed` and `original` are paths in `seeds/`, and
    `home` is the document's folder in the project.
    """

    path: str
    seed: str
    original: str
    home: str
    layout: LaidOut
    files: Mapping[str, bytes]
    remarks: tuple[Remark, ...]


@dataclass(slots=True)
class Intake:
    """The documents of one run. Each fits in with the project, and with those before it.

    `encoding` and `name` are what the user asks for, if anything. With the usual `language` of the
    documents, each `source.yaml` has guesses for what a source must have.
    """

    stock: Stock
    encoding: str = ""
    name: str = ""
    language: str = ""
    taken: list[Taken] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _seen: dict[str, str] = field(default_factory=dict)  # of this run, by digest
    _letters: set[str] = field(default_factory=set)
    _shorts: frozenset[str] = frozenset()

    def take(self, path: str, data: bytes) -> None:
        """Take in a file, or record why it can't be."""
        try:
            self.taken.append(self._taken(path, data))
        except RefusedError as error:
            self.problems.append(Problem(Place(path), RULE, str(error)))

    def files(self) -> dict[str, bytes]:
        """Every file to write, by its path in the project; the list of seeds is the last."""
        files = {path: data for one in self.taken for path, data in one.files.items()}
        signed = {path: data for path, data in files.items() if path.startswith("seeds/")}
        return {**files, LISTING: _with_digests(self.stock.listing, signed)}

    def _taken(self, path: str, data: bytes) -> Taken:
        self._refuse_again(data, path, "this file")
        reading = read(data, self.encoding)
        paragraphs, remarks = paragraphs_of(reading)
        layout = laid_out(paragraphs)
        if not re.search(r"\w", layout.text):
            raise RefusedError("there is no text in this file; check whether it is the right one")
        if layout.text.encode() != data:
            self._refuse_again(layout.text.encode(), path, "the text of this file")
        slug = self._slug(path, reading.imprint.title)
        letter = free_letter(slug, {*self.stock.letters, *self._letters})
        self._letters.add(letter)
        number = next_number((*self.stock.seeds, *(one.seed for one in self.taken)))
        stem = f"{number:03}_{slug.replace('-', '_')}"
        seed, original = f"{stem}.txt", f"{ORIGINALS}/{stem}{_ending(path)}"
        home = f"content/sources/{slug}"
        source = NewSource(
            seed,
            original,
            letter,
            self.stock.kinds,
            reading.imprint,
            layout.text,
            len(reading.pages),
            self._presumed(path, letter),
            self._shorts,
        )
        self._shorts |= {source.short} - {""}
        files = {
            f"seeds/{original}": data,
            f"seeds/{seed}": layout.text.encode(),
            f"{home}/source.yaml": source.record().encode(),
        }
        if pages := layout_record(layout):
            files[f"{home}/layout.yaml"] = pages.encode()
        named = () if self.name else _named_otherwise(PurePosixPath(path).stem, slug)
        doubts = doubts_about(layout.text)
        return Taken(
            path, seed, original, home, layout, files, (*named, *reading.remarks, *remarks, *doubts)
        )

    def _presumed(self, path: str, letter: str) -> dict[str, str]:
        """Guesses for what a source must have, if guesses are wanted."""
        name = PurePosixPath(path).stem
        return presumed(name, letter, self.language, self._shorts) if self.language else {}

    def _refuse_again(self, data: bytes, path: str, what: str) -> None:
        """Refuse what the project, or another file of this run, already has."""
        digest = hashlib.sha256(data).hexdigest()
        if name := self.stock.digests.get(digest):
            raise RefusedError(
                f"{what} is already here, as seeds/{name}; use that, or, to import it again, first remove its "
                f"text and its original from seeds/, and the lines of both from seeds/SHA256SUMS"
            )
        if other := self._seen.get(digest):
            raise RefusedError(f"{what} is the same as that of {other}; add only one of the two")
        self._seen[digest] = path

    def _slug(self, path: str, title: str) -> str:
        """A free name for the document's folder."""
        slug = (
            slug_of(self.name)
            if self.name
            else slug_of(PurePosixPath(path).stem, title, "document")
        )
        if not slug:
            raise RefusedError(
                "no folder can have that name; write `--name` with letters, digits and hyphens"
            )
        if like := next((one for one in self.taken if one.home.endswith(f"/{slug}")), None):
            raise RefusedError(
                f"{like.path} would be content/sources/{slug}/ too; rename one of the two files"
            )
        if slug in self.stock.sources:
            raise RefusedError(
                f"content/sources/{slug}/ already exists; choose another name with `--name`, or "
                "rename the file"
            )
        return slug


def _named_otherwise(stem: str, slug: str) -> tuple[Remark, ...]:
    """The remark if a file's name can't be the name of its document's folder, such as "aux" on Windows."""
    if slug_of(stem):
        return ()
    return (Remark("a folder can't have the file's name, so it has another", f"{stem} → {slug}"),)


def paragraphs_of(reading: Reading) -> tuple[tuple[Paragraph, ...], list[Remark]]:
    """The paragraphs of a document, without running heads, and what was done to get them."""
    if not reading.pages:
        return reading.paragraphs, []
    pages, dropped = without_heads(reading.pages)
    paragraphs, joined = reflow(pages)
    return paragraphs, [*dropped, *joined]


def _ending(path: str) -> str:
    """The ending of a file's name, if it is a simple one."""
    ending = PurePosixPath(path).suffix.lower()
    return ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else ""


def _with_digests(listing: bytes, files: Mapping[str, bytes]) -> bytes:
    """The list of seeds with these files added, in the same order and with the same line ends as before."""
    end = b"\r\n" if b"\r\n" in listing else b"\n"
    if listing and not listing.endswith(b"\n"):
        listing += end
    lines = (
        f"{hashlib.sha256(data).hexdigest()}  {path.removeprefix('seeds/')}".encode()
        for path, data in sorted(files.items())
    )
    return listing + b"".join(line + end for line in lines)
