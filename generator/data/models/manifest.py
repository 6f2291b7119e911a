"""The manifest: what a site was made from and with, and each of its files."""

from __future__ import annotations

from generator.data.models.output import Output


class ManifestFile(Output):
    """A file of the site; `size` is in bytes, `type` its media type."""

    path: str
    size: int
    type: str
    sha256: str


class ManifestData(Output):
    """What the site was made from and with, and its files, except this one and SHA256SUMS.

    `generated_from` is a digest of the records and the documents. `commit` is the last one that changed
    them, and `date` its time in UTC; both are null if that is not known. `program` is the version of
    Attested, and `dependencies` the versions of the packages that it needs, by name.
    """

    title: str
    version: str
    licence: str
    generated_from: str
    commit: str | None
    date: str | None
    program: str | None
    python: str
    dependencies: dict[str, str]
    files: tuple[ManifestFile, ...]
