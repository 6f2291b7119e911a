"""Maps: the files of the site that list its pages, or are made from all of them."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator

from generator.publish.audit.faults import AGAIN, SiteFault
from generator.publish.audit.folder import Folder

SITEMAP, PACKED = "sitemap.xml", "sitemap.xml.gz"

_ENTRY = re.compile(rb"\s*<url>\s*<loc>([^<]*)</loc>\s*(?:<lastmod>([-0-9]*)</lastmod>\s*)?</url>")


def sitemap_faults(site: Folder, shown: bytes, addresses: Iterable[str]) -> Iterator[SiteFault]:
    """What is wrong with the site's list for search engines.

    `shown` is such a list for some pages, which shows its form; `addresses` are the addresses, as
    in the list, of all pages that search engines may find.
    """
    if site.has(SITEMAP):
        found = site.read(SITEMAP)
        if _ENTRY.sub(b"", found) != _ENTRY.sub(b"", shown):
            yield SiteFault(SITEMAP, "is not a list of pages as MkDocs writes it", AGAIN)
        listed = [one[1].decode("utf-8", "replace") for one in _ENTRY.finditer(found)]
        wanted = sorted(addresses)
        for address in sorted({*listed} ^ {*wanted}):
            what = "has too few pages" if address in wanted else "has too many pages"
            yield SiteFault(SITEMAP, f"{what}: {address}", AGAIN)
        if sorted(listed) != wanted and set(listed) == set(wanted):
            yield SiteFault(SITEMAP, "lists a page more than once", AGAIN)
        if len({one[2] for one in _ENTRY.finditer(found)}) > 1:
            yield SiteFault(
                SITEMAP,
                "has more than one date, although everything was made at the same time",
                AGAIN,
            )
    if site.has(PACKED):
        try:
            same = gzip.decompress(site.read(PACKED)) == site.read(SITEMAP)
        except (OSError, EOFError, zlib.error):
            same = False
        if not same:
            yield SiteFault(PACKED, f"does not contain {SITEMAP} as it is", AGAIN)
