"""The editions on the published site, and the page that offers them.

An archive of the site can't contain its own checksum. The site is therefore built without
editions. Each edition is then copied into `site/offline/`, and the page there lists it with its
size and checksum. An edition contains that page as it was built. Building the site again removes
the editions, which were made from the previous site.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from generator.config.wording import Wording
from generator.markup.escaping import Html
from generator.markup.paths import CHECKSUMS, EDITIONS, EDITIONS_PAGE, MANIFEST, url
from generator.pages.editions import OFFER_BEGIN, OFFER_END, Edition, offer
from generator.publish.checksums import checksums, sums
from generator.publish.manifest import lists, read_manifest
from generator.write import change


def offer_it(root: Path, made: Path, wording: Wording) -> bool:
    """Copy an edition into `site/` and list it there; False if the site has no page for editions.

    The site is replaced in one step. Raises OSError, and NotListedError if its manifest can't be read.
    """
    page = root / "site" / url(EDITIONS_PAGE)
    if not page.is_file():
        return False
    copies = {**_copies(page.parent), made.name: made.read_bytes()}
    editions = tuple(
        Edition(kind, len(copies[name]), hashlib.sha256(copies[name]).hexdigest())
        for kind, name in EDITIONS.items()
        if name in copies
    )
    told = "".join(f"{one.sha256}  {EDITIONS[one.kind]}\n" for one in editions)
    site, here = root / "site", page.parent.name
    changed = {
        f"{here}/{made.name}": copies[made.name],
        f"{here}/{CHECKSUMS}": told.encode("ascii"),
        f"{here}/{page.name}": with_offer(page.read_bytes(), offer(editions, wording)),
    }
    files = sums(site, changed)
    if MANIFEST in files:
        changed |= lists(read_manifest((site / MANIFEST).read_bytes()), files)
    else:
        changed[CHECKSUMS] = checksums(site, changed)
    change(site, changed, root / "build/site.next")
    return True


def with_offer(page: bytes, shown: Html) -> bytes:
    """The built page with its offer replaced.

    Raises ValueError unless the page has exactly one place for the offer.
    """
    text = page.decode("utf-8")
    before, _, rest = text.partition(OFFER_BEGIN)
    _, ended, after = rest.partition(OFFER_END)
    if not ended or text.count(OFFER_BEGIN) > 1 or text.count(OFFER_END) > 1:
        raise ValueError("the page does not have exactly one place for the editions")
    return f"{before}{shown.strip()}{after}".encode()


def records_of(root: Path) -> str:
    """The digest of the records that `site/` was made from; empty if there is no site."""
    index = root / "site/data/index.json"
    if not index.is_file():
        return ""
    digest: str = json.loads(index.read_text(encoding="utf-8"))["generated_from"]
    return digest


def _copies(folder: Path) -> dict[str, bytes]:
    """The editions that are in the folder, by the names of their files."""
    there = [folder / name for name in EDITIONS.values() if (folder / name).is_file()]
    return {one.name: one.read_bytes() for one in there}
