"""The editions on the published site, and the page that offers them.

An archive of the site can't contain its own checksum. The site is therefore built without
editions. Each edition is then copied into `site/offline/`, and the page there lists it with its
size and checksum. An edition contains that page as it was built. Building the site again removes
the editions, which were made from the previous site.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from generator.config.wording import Wording
from generator.markup.escaping import Html
from generator.markup.paths import CHECKSUMS, EDITIONS, EDITIONS_PAGE, url
from generator.pages.editions import OFFER_BEGIN, OFFER_END, Edition, offer


def offer_it(root: Path, made: Path, wording: Wording) -> bool:
    """Copy an edition into `site/` and list it there; False if the site has no page for editions.

    Raises OSError.
    """
    page = root / "site" / url(EDITIONS_PAGE)
    if not page.is_file():
        return False
    shutil.copyfile(made, page.parent / made.name)
    editions = _editions(page.parent)
    sums = "".join(f"{one.sha256}  {EDITIONS[one.kind]}\n" for one in editions)
    (page.parent / CHECKSUMS).write_text(sums, encoding="ascii", newline="\n")
    page.write_bytes(with_offer(page.read_bytes(), offer(editions, wording)))
    return True


def with_offer(page: bytes, shown: Html) -> bytes:
    """The built page with a new offer in place of its own.

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


def _editions(folder: Path) -> tuple[Edition, ...]:
    """The editions in the folder, in the order of `EDITIONS`."""
    found = []
    for kind, name in EDITIONS.items():
        if (folder / name).is_file():
            data = (folder / name).read_bytes()
            found.append(Edition(kind, len(data), hashlib.sha256(data).hexdigest()))
    return tuple(found)
