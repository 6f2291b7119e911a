"""The editions in the site that is published: beside the page that offers them.

An archive of the site can't tell its own checksum. So the site is built without editions; once
one is made, it is copied into the site's folder `offline/`, and the page there lists it with its
size and checksum. What is packed into an edition is the page as it was before. Building the
site anew takes the offer back, since what it offered was made of another site.
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
    """Copy an edition into `site/` and list it there; False where there is no page for that.

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
    """The built page with another offer in place of its own.

    Raises ValueError where it is not plain which part of the page its own is.
    """
    text = page.decode("utf-8")
    before, _, rest = text.partition(OFFER_BEGIN)
    _, ended, after = rest.partition(OFFER_END)
    if not ended or text.count(OFFER_BEGIN) > 1 or text.count(OFFER_END) > 1:
        raise ValueError("the page has not one place for the editions")
    return f"{before}{shown.strip()}{after}".encode()


def records_of(root: Path) -> str:
    """The digest of the records that `site/` was made of; empty where there is no site."""
    index = root / "site/data/index.json"
    if not index.is_file():
        return ""
    digest: str = json.loads(index.read_text(encoding="utf-8"))["generated_from"]
    return digest


def _editions(folder: Path) -> tuple[Edition, ...]:
    """Those that lie in the folder, in the order of `EDITIONS`."""
    found = []
    for kind, name in EDITIONS.items():
        if (folder / name).is_file():
            data = (folder / name).read_bytes()
            found.append(Edition(kind, len(data), hashlib.sha256(data).hexdigest()))
    return tuple(found)
