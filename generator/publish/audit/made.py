"""What was made from the records: the pages as Markdown and the data, as they were written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.atlas.atlas import Atlas
from generator.markup.paths import url
from generator.pages.menu import menu
from generator.site import files
from generator.write import write


class ChangedError(Exception):
    """A file of `build/docs` was changed after it was written; the message says which."""


@dataclass(frozen=True, eq=False)
class Made:
    """The files of `build/docs`, with the SHA-256 that each had when it was written, by path."""

    root: Path
    atlas: Atlas
    docs: Path
    digests: Mapping[str, str]

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

    @cached_property
    def pages(self) -> dict[str, str]:
        """The Markdown file of each page that MkDocs makes, by the page's path in the site."""
        return {url(path): path for path in sorted(self.digests) if path.endswith(".md")}

    @cached_property
    def menu(self) -> frozenset[str]:
        """The Markdown files of the home page and of the lists in the menu."""
        places = ("index.md", *(f"{place}/index.md" for place in menu(self.atlas)))
        return frozenset(places) & self.digests.keys()

    @cached_property
    def others(self) -> list[str]:
        """The files that are published as they are, sorted."""
        return sorted(path for path in self.digests if not path.endswith(".md"))


@contextmanager
def made_again(root: Path, atlas: Atlas) -> Iterator[Made]:
    """What a project's records make now, in a temporary folder. Raises OSError."""
    with TemporaryDirectory(prefix="audit-") as scratch:
        docs = Path(scratch, "docs")
        yield Made(root, atlas, docs, write(files(atlas), docs))
