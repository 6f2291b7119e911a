"""The offline edition: the built site as one archive, to be opened from disk."""

from __future__ import annotations

import zipfile
from pathlib import Path

ARCHIVE = "dist/attested-offline.zip"


def archive(root: Path) -> Path:
    """Pack `site/`; the same site gives the same bytes. Raises OSError; the last one stays."""
    target = root / ARCHIVE
    fresh = target.with_suffix(".next")
    names = sorted(
        path.relative_to(root).as_posix()
        for path in (root / "site").rglob("*")
        if path.is_file() and path.suffix != ".map"
    )
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(fresh, "w") as bundle:
        for name in names:
            entry = zipfile.ZipInfo(name)  # dated 1980-01-01
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            bundle.writestr(entry, (root / name).read_bytes(), zipfile.ZIP_DEFLATED)
    return fresh.replace(target)
