"""The book, packed as one EPUB."""

from __future__ import annotations

import json
from pathlib import Path

from generator.atlas.atlas import Atlas
from generator.book.package import MIMETYPE, book
from generator.data.json_files import data_files
from generator.findings.findings import find_out
from generator.markup.paths import EDITIONS
from generator.publish.bundle import bundle

EPUB = f"dist/{EDITIONS['book']}"


def make_epub(root: Path, atlas: Atlas, modified: int) -> tuple[Path, str]:
    """The book of an atlas that has no problems, and the digest of the records in it.

    The same records, changed last at `modified` (Unix time), give the same bytes. Raises
    NotABookError, and OSError; the last book stays then.
    """
    findings = find_out(atlas)
    index = json.loads(data_files(atlas, findings)["data/index.json"])
    digest: str = index["generated_from"]
    files = book(atlas, findings, digest, modified)
    target = root / EPUB
    packed = ((name, text.encode("utf-8")) for name, text in files.items())
    bundle(packed, target, stored=frozenset((MIMETYPE,)))
    return target, digest
