"""The manifest: what a site was made from and with, and the size, type and checksum of each file.

It is the same for the same records, program and packages. Neither the manifest nor the list of
checksums lists itself; the checksums include the manifest.
"""

from __future__ import annotations

import json
import platform
import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from pydantic import ValidationError

from generator.config.site import Site
from generator.data.linked_nodes import MEDIA_TYPES
from generator.data.models.manifest import ManifestData
from generator.load.history import UNDATED, last_change, last_commit
from generator.markup.paths import CHECKSUMS, MANIFEST
from generator.publish.checksums import FileSum, NotListedError, differences, listed, sum_of, sums

TYPES = {
    **MEDIA_TYPES,
    "css": "text/css",
    "epub": "application/epub+zip",
    "gz": "application/gzip",
    "html": "text/html",
    "js": "text/javascript",
    "png": "image/png",
    "schema.json": "application/schema+json",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "zim": "application/x-zim",
    "zip": "application/zip",
}
"""The media types of a site's files by how their names end; a longer ending comes first."""

_ANY = "application/octet-stream"

_NEEDED = re.compile(r"([A-Za-z0-9._-]+)(.*)", re.DOTALL)
"""A package that another needs: its name, and under which conditions (PEP 508)."""


def head(root: Path, site: Site, digest: str) -> ManifestData:
    """The manifest of a project's site, without the files; `digest` is the digest of the records."""
    moment = last_change(root)
    program, packages = _made_with()
    return ManifestData(
        title=site.title,
        version=site.version,
        licence=site.licence,
        generated_from=digest,
        commit=last_commit(root),
        date=None
        if moment == UNDATED
        else f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%dT%H:%M:%SZ}",
        program=program,
        python=platform.python_version(),
        dependencies=packages,
        files=(),
    )


def lists(made: ManifestData, files: Mapping[str, FileSum]) -> dict[str, bytes]:
    """The manifest and the checksums of files, by path, in the order in which they are written."""
    told = {path: one for path, one in files.items() if path not in (MANIFEST, CHECKSUMS)}
    manifest = as_json(made, told)
    hashes = {path: one.sha256 for path, one in told.items()}
    return {MANIFEST: manifest, CHECKSUMS: listed({**hashes, MANIFEST: sum_of(manifest).sha256})}


def lists_of(made: ManifestData, site: Path) -> dict[str, bytes]:
    """The manifest and the checksums of a site. Raises OSError."""
    return lists(made, sums(site))


def as_json(made: ManifestData, files: Mapping[str, FileSum]) -> bytes:
    """The manifest with these files, each on its own line."""
    rows = [
        json.dumps(
            {"path": path, "size": one.size, "type": type_of(path), "sha256": one.sha256},
            ensure_ascii=False,
        )
        for path, one in sorted(files.items())
    ]
    start = made.model_copy(update={"files": ()}).model_dump_json(indent=1).removesuffix("[]\n}")
    told = ",\n".join(rows)
    return f"{start}[\n{told}\n]}}\n".encode()


def type_of(path: str) -> str:
    """The media type of a file of the site."""
    name = path.rpartition("/")[2]
    if name in (CHECKSUMS, "_headers"):
        return TYPES["txt"]
    ending = name
    while "." in ending:
        ending = ending.partition(".")[2]
        if ending in TYPES:
            return TYPES[ending]
    return _ANY


def read_manifest(data: bytes) -> ManifestData:
    """A manifest. Raises NotListedError if the text is not a manifest as this program writes it."""
    try:
        made = ManifestData.model_validate_json(data)
        files = {one.path: FileSum(one.size, one.sha256) for one in made.files}
        if as_json(made, files) == data:
            return made
    except (ValidationError, ValueError):
        pass
    raise NotListedError("get the whole copy again")


def unlike(site: Path) -> Iterator[tuple[str, str]]:
    """The path of each file that does not match the site's lists, and how it differs.

    Raises NotListedError if there are no checksums, and OSError if a file can't be read.
    """
    found = dict(differences(site))
    path = site / MANIFEST
    if MANIFEST not in found and path.is_file() and not path.is_symlink():
        try:
            made = read_manifest(path.read_bytes())
        except NotListedError:
            found[MANIFEST] = "can't be read"
        else:
            for one, how in unlike_manifest(made, sums(site)):
                found.setdefault(one, how)
    yield from sorted(found.items())


def unlike_manifest(made: ManifestData, files: Mapping[str, FileSum]) -> Iterator[tuple[str, str]]:
    """The path of each file that differs from its entry in a manifest, and how."""
    told = {one.path: one for one in made.files}
    there = files.keys() - {MANIFEST, CHECKSUMS}
    for path in sorted(told.keys() | there):
        if path not in there:
            yield path, f"is in {MANIFEST}, but not in the site"
        elif path not in told:
            yield path, f"is not in {MANIFEST}"
        elif (told[path].size, told[path].sha256) != files[path]:
            yield path, f"is not as {MANIFEST} lists it"


def _made_with() -> tuple[str | None, dict[str, str]]:
    """The version of this program, if known, and of all packages that it needs."""
    try:
        own, waiting = version("attested"), requires("attested") or []
    except PackageNotFoundError:  # not installed, but run from a clone
        clone = Path(__file__).parents[2] / "pyproject.toml"
        if not clone.is_file():
            return None, {}
        project = tomllib.loads(clone.read_text("utf-8"))["project"]
        own, waiting = project["version"], [*project["dependencies"]]
    found: dict[str, str] = {}
    while waiting:
        needed = _NEEDED.match(waiting.pop())
        name = re.sub(r"[-_.]+", "-", needed[1]).lower() if needed else ""
        if needed is None or name in found or "extra ==" in needed[2]:
            continue
        with suppress(PackageNotFoundError):  # it is for another system
            found[name] = version(name)
            waiting += requires(name) or []
    return own, dict(sorted(found.items()))
