"""Bundles: files in one ZIP archive; the same files give the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from generator.write import cleared, made_folder


def bundle(files: Iterable[tuple[str, bytes]], target: Path, stored: frozenset[str]) -> None:
    """Write files, given by name, into a ZIP archive at `target`, in the order given.

    Files are compressed as much as possible, except those named in `stored`. Entries have no dates,
    and everybody may read them. Raises OSError. An archive that was at the target stays until the
    new one is complete.
    """
    made_folder(target.parent)
    fresh = cleared(target.with_suffix(".next"))
    try:
        with zipfile.ZipFile(fresh, "w") as archive:
            for name, data in files:
                entry = zipfile.ZipInfo(name)  # dated 1980-01-01
                entry.create_system, entry.external_attr = 3, 0o644 << 16
                how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
                archive.writestr(entry, data, how, compresslevel=9)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
