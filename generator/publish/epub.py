"""The book as one EPUB file."""

from __future__ import annotations

from pathlib import Path

from generator.atlas.atlas import Atlas
from generator.book.package import MIMETYPE, book
from generator.data.from_atlas import site_data
from generator.data.json_files import records_digest
from generator.findings.findings import find_out
from generator.markup.paths import EDITIONS
from generator.publish.bundle import bundle

EPUB = f"dist/{EDITIONS['book']}"


def make_epub(root: Path, atlas: Atlas, modified: int) -> tuple[Path, str]:
    """Write the book of an atlas without problems; gives its path, and the digest of its records.

    `modified` is when the records last changed, in Unix time. The same records give the same
    bytes. Raises NotABookError and OSError; a previous book then stays.
    """
    findings = find_out(atlas)
    digest = records_digest(site_data(atlas, findings))
    files = book(atlas, findings, digest, modified)
    target = root / EPUB
    packed = ((name, text.encode("utf-8")) for name, text in files.items())
    bundle(packed, target, stored=frozenset((MIMETYPE,)))
    return target, digest
