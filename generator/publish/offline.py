"""The offline edition: the built site as a zip file, for reading without a server."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from generator.config.wording import Wording
from generator.markup.paths import CHECKSUMS, EDITIONS, EDITIONS_PAGE, url
from generator.pages.editions import offer
from generator.pages.policy import HEADERS
from generator.publish.bundle import bundle
from generator.publish.checksums import listed
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
    """The files of the archive; the last is the list of their checksums."""
    hashes = {}
    for path, data in readers_files(site, wording):
        hashes[path] = hashlib.sha256(data).hexdigest()
        yield f"{SITE}/{path}", data
    yield f"{SITE}/{CHECKSUMS}", listed(hashes)


def readers_files(site: Path, wording: Wording) -> Iterator[tuple[str, bytes]]:
    """The files that a reader without a network needs, sorted by their path in the site.

    The page of the editions is as it was built, without any. The site's checksums are left out,
    because they cover all files.
    """
    names = {one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file()}
    for name in sorted(names - ONLY_ON_A_SERVER - OFFERED - {CHECKSUMS}):
        data = (site / name).read_bytes()
        yield name, with_offer(data, offer((), wording)) if name == url(EDITIONS_PAGE) else data
