"""What was made from the records: the pages as Markdown and the data, as they were written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Protocol

from generator.atlas.atlas import Atlas
from generator.markup.paths import url
from generator.pages.menu import menu
from generator.site import files


class ChangedError(Exception):
    """A file of `build/docs` was changed after it was written; the message says which."""


class MadeFiles(Protocol):
    """The files of `build/docs`, wherever they are kept."""

    @property
    def paths(self) -> Iterable[str]:
        """The path of each, from `build/docs`."""

    def read(self, path: str) -> bytes:
        """One of the files. Raises ChangedError if it is not as it was written."""


@dataclass(frozen=True, eq=False)
class WrittenFiles:
    """The files in the folder where a build wrote them, with the SHA-256 that each had then."""

    docs: Path
    digests: Mapping[str, str]

    @property
    def paths(self) -> Iterable[str]:
        """The path of each file."""
        return self.digests

    def read(self, path: str) -> bytes:
        """One of the files. Raises ChangedError if it was changed after it was written."""
        try:
            with open(f"{self.docs}/{path}", "rb") as file:  # noqa: PTH123  a Path takes longer
                data = file.read()
        except OSError as error:
            raise ChangedError(f"build/docs/{path} is gone; run `site` again") from error
        if hashlib.sha256(data).hexdigest() != self.digests[path]:
            raise ChangedError(
                f"build/docs/{path} has changed since it was written; run `site` again"
            )
        return data


class KeptFiles:
    """The files in one file without a name, which nobody else can change. This takes less time."""

    def __init__(self, made: Iterable[tuple[str, str]], file: BinaryIO) -> None:
        """Write the files as they come. Raises OSError."""
        self._file, self._places, end = file, dict[str, tuple[int, int]](), 0
        for path, text in made:
            data = text.encode()
            file.write(data)
            self._places[path] = end, len(data)
            end += len(data)

    @property
    def paths(self) -> Iterable[str]:
        """The path of each file."""
        return self._places

    def read(self, path: str) -> bytes:
        """One of the files. Raises OSError."""
        start, length = self._places[path]
        self._file.seek(start)
        return self._file.read(length)


@dataclass(frozen=True, eq=False)
class Made:
    """A project with the files that were made from its records."""

    root: Path
    atlas: Atlas
    texts: MadeFiles

    def read(self, path: str) -> bytes:
        """One of the files. Raises ChangedError if it is not as it was written."""
        return self.texts.read(path)

    @cached_property
    def paths(self) -> frozenset[str]:
        """The path of each file."""
        return frozenset(self.texts.paths)

    @cached_property
    def pages(self) -> dict[str, str]:
        """The Markdown file of each page that MkDocs makes, by the page's path in the site."""
        return {url(path): path for path in sorted(self.paths) if path.endswith(".md")}

    @cached_property
    def menu(self) -> frozenset[str]:
        """The Markdown files of the home page and of the lists in the menu."""
        places = ("index.md", *(f"{place}/index.md" for place in menu(self.atlas)))
        return frozenset(places) & self.paths

    @cached_property
    def others(self) -> list[str]:
        """The files that are published as they are, sorted."""
        return sorted(path for path in self.paths if not path.endswith(".md"))


@contextmanager
def made_again(root: Path, atlas: Atlas) -> Iterator[Made]:
    """What a project's records make now, in a file that is gone afterwards. Raises OSError."""
    with TemporaryFile(prefix="audit-") as file:
        yield Made(root, atlas, KeptFiles(files(atlas), file))
