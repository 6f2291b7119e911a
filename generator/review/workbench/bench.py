"""The bench: a project on disk, as the page works on it. Changes are made one at a time, completely or not at all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from threading import RLock

from generator.load.project import load
from generator.load.watching import state
from generator.problems import as_text
from generator.review.editors.schemas import modeline
from generator.review.new_fact import fresh_id
from generator.review.workbench import showing
from generator.review.workbench.asked import AskSpan
from generator.review.workbench.begun import NothingThereError, begun, exact_at
from generator.review.workbench.form import as_form, as_written_in_file
from generator.review.workbench.guards import RequestRefusedError
from generator.review.workbench.placing import (
    alone,
)
from generator.review.workbench.showing import Sendable
from generator.review.workbench.trial import KnownProject, know
from generator.review.workbench.units import from_browser
from generator.strict_yaml.nodes import Plain
from generator.strict_yaml.reader import plain
from generator.write import NotWrittenError, add, writing

_FILE = re.compile(r"facts(-[a-z0-9]+){0,8}\.yaml")


class Bench:
    """The project in a folder. `slug_of` makes a file's name, and `all_text` is the text of all records."""

    def __init__(
        self, root: Path, slug_of: Callable[[str], str], all_text: Callable[[Path], str]
    ) -> None:
        self.root, self.slug_of, self.all_text = root, slug_of, all_text
        self.lock = RLock()
        self._seen: dict[str, int] | None = None
        self._known: KnownProject | None = None

    def known(self) -> KnownProject:
        """The project as it is on disk now. Raises RequestRefusedError if it can't be read."""
        with self.lock:
            now = state(self.root)
            if self._known is None or now != self._seen:
                entries, problems = load(self.root)
                if entries is None:
                    raise RequestRefusedError(
                        409, "site_config/ can't be read; run `check`, and correct it"
                    )
                self._known, self._seen = know(entries, problems), now
            return self._known

    def documents(self) -> Sendable:
        """The list of all documents."""
        known = self.known()
        site = known.entries.config.site
        return {
            "site": site.title,
            "documents": showing.listed(known.atlas),
            "left_out": showing.left_out(known.checked.problems, known.atlas),
            "problems": [as_text(one) for one in known.checked.problems],
        }

    def document(self, name: str) -> Sendable:
        """One document with its facts."""
        known = self.known()
        return showing.document(self.ref(name), known.entries, known.atlas)

    def words(self) -> Sendable:
        """The words that may be chosen in each field."""
        return showing.words(self.known().entries)

    def fact(self, fact_id: str) -> Sendable:
        """The form of a fact, and the present digest of its file."""
        known = self.known()
        claim = known.atlas.claims.get(fact_id)
        if claim is None:
            raise RequestRefusedError(404, "there is no such fact; load the page again")
        record = plain(claim.entry.node)
        path = claim.entry.path
        return {
            "record": as_form(record),
            "file": path.rpartition("/")[2],
            "source": claim.source.removeprefix("sources/"),
            "version": digest_of(self.bytes(path)),
            "yaml": alone(as_written_in_file(as_form(record))),
        }

    def begin(self, asked: AskSpan) -> Sendable:
        """A fact begun from selected words."""
        known = self.known()
        ref, start, end = self.span(asked, known)
        try:
            found = begun(start, end, ref, known.entries, known.atlas)
        except NothingThereError as error:
            raise RequestRefusedError(422, str(error)) from None
        record: dict[str, Plain] = {"id": fresh_id(self.all_text(self.root))}
        record |= found.record if isinstance(found.record, dict) else {}
        return {"record": record, "hints": found.hints, "links": found.links}

    def passage(self, asked: AskSpan) -> Sendable:
        """Selected words as a passage of a fact that is being written."""
        known = self.known()
        ref, start, end = self.span(asked, known)
        try:
            return exact_at(start, end, ref, known.atlas)
        except NothingThereError as error:
            raise RequestRefusedError(422, str(error)) from None

    def ref(self, name: str) -> str:
        """The reference of a document. Raises RequestRefusedError if there is none."""
        ref = f"sources/{name}"
        if ref not in self.known().atlas.documents:
            raise RequestRefusedError(404, "there is no such document; go back to the list")
        return ref

    def span(self, asked: AskSpan, known: KnownProject) -> tuple[str, int, int]:
        """A document, and the range of its code points that was asked for."""
        ref = self.ref(asked.source)
        seed = known.atlas.documents[ref].seed
        text = seed.text if seed else ""
        return ref, from_browser(text, asked.start), from_browser(text, asked.end)

    def path(self, source: str, file: str) -> str:
        """The path of a file with facts. Raises RequestRefusedError for any other file."""
        ref = self.ref(source)
        if not _FILE.fullmatch(file) or len(file) > 80:
            raise RequestRefusedError(
                422,
                "this can't be the name of a file of facts; write facts.yaml, or a name such as facts-losses.yaml",
            )
        return f"content/{ref}/{file}"

    def text(self, path: str, kind: str) -> str:
        """The text of a file, or how a new one begins."""
        data = self.bytes(path)
        return data.decode("utf-8-sig").replace("\r\n", "\n") if data else modeline(kind, path)

    def bytes(self, path: str) -> bytes:
        """The bytes of a file, or none if it is missing. Raises RequestRefusedError for a symbolic link."""
        file = self.root / path
        if file.is_symlink():
            raise RequestRefusedError(409, f"{path} is a symbolic link; put the file itself there")
        return file.read_bytes() if file.is_file() else b""

    def write(self, path: str, text: str) -> None:
        """Write a file, keeping its line ends. Raises RequestRefusedError if that fails."""
        if b"\r\n" in self.bytes(path):
            text = text.replace("\n", "\r\n")
        self._add(path, text, {path})

    def create(self, path: str, text: str) -> None:
        """Write a file that is not there yet. Raises RequestRefusedError if it is, or if that fails."""
        self._add(path, text, set())

    def _add(self, path: str, text: str, replacing: set[str]) -> None:
        try:
            with writing(path):
                add({path: text.encode()}, self.root, replacing=replacing)
        except NotWrittenError as error:
            raise RequestRefusedError(409, str(error)) from None


def digest_of(data: bytes) -> str:
    """The digest that tells one version of a file from another."""
    return hashlib.sha256(data).hexdigest()
