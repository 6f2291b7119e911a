"""The offline edition: the built site as a zip file, for reading without a server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.config.wording import Wording
from generator.markup.paths import CHECKSUMS, EDITIONS, EDITIONS_PAGE, MANIFEST, url
from generator.pages.editions import offer
from generator.pages.policy import HEADERS
from generator.publish.bundle import bundle
from generator.publish.checksums import FileSum, listed, sum_of
from generator.publish.manifest import lists, read_manifest
from generator.publish.offer import with_offer

SITE = "site"
ARCHIVE = f"dist/{EDITIONS['archive']}"

ONLY_ON_A_SERVER = frozenset(("404.html", HEADERS, "robots.txt", "sitemap.xml", "sitemap.xml.gz"))
"""Files that only a server needs; opened from disk, their links would begin at the disk's root."""

OFFERED = frozenset(
    f"{EDITIONS_PAGE.rpartition('/')[0]}/{name}" for name in (*EDITIONS.values(), CHECKSUMS)
)
"""The editions on the site; no edition contains itself or another."""


def archive(root: Path, wording: Wording) -> Path:
    """Pack `site/` into a zip file and return its path; the same site gives the same bytes.

    Raises OSError; a previous zip then stays.
    """
    target = root / ARCHIVE
    bundle(_packed(root / SITE, wording), target, stored=frozenset())
    return target


def _packed(site: Path, wording: Wording) -> Iterator[tuple[str, bytes]]:
    """The files of the archive; the last are the lists of them."""
    files = {}
    for path, data in readers_files(site, wording):
        files[path] = sum_of(data)
        yield f"{SITE}/{path}", data
    for path, data in lists_in_archive(site, files).items():
        yield f"{SITE}/{path}", data


def lists_in_archive(site: Path, files: Mapping[str, FileSum]) -> dict[str, bytes]:
    """The manifest of the archive's files, if the site has one, and their checksums.

    Raises OSError, and NotListedError if the site's manifest can't be read.
    """
    if not (site / MANIFEST).is_file():
        return {CHECKSUMS: listed({path: one.sha256 for path, one in files.items()})}
    return lists(read_manifest((site / MANIFEST).read_bytes()), files)


def readers_files(site: Path, wording: Wording) -> Iterator[tuple[str, bytes]]:
    """The files that a reader without a network needs, sorted by their path in the site.

    The page of the editions is as it was built, without any. The site's checksums and manifest are
    left out, because they cover all files.
    """
    names = {one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file()}
    for name in sorted(names - ONLY_ON_A_SERVER - OFFERED - {CHECKSUMS, MANIFEST}):
        data = (site / name).read_bytes()
        yield name, with_offer(data, offer((), wording)) if name == url(EDITIONS_PAGE) else data
