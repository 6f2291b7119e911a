"""Bundles: files as one ZIP archive, the same bytes for the same files."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path


def bundle(files: Iterable[tuple[str, bytes]], target: Path, stored: frozenset[str]) -> None:
    """Write the files, by name and in the order given, as small as deflate makes them.

    Those of `stored` are not compressed. No entry is dated, and each may be read by all. Raises
    OSError; whatever stood at the target stays until the new archive is whole.
    """
    target.parent.mkdir(exist_ok=True)
    fresh = target.with_suffix(".next")
    with zipfile.ZipFile(fresh, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name)  # dated 1980-01-01
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, how, compresslevel=9)
    fresh.replace(target)
