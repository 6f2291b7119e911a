"""The audit: whether a built site is sound, and is what its records make. It repairs nothing.

It works out what the site must be from the records, and trusts nothing that the site or its
checksums say. The records give the Markdown of every page. The Markdown gives the page, to the last
character, together with what MkDocs and the theme put around it in a separate sample (`pages`,
`sample`). Every other file must have the bytes that the records or the theme give it. In addition,
each claim's statement, quotations and speakers, the lists and the search index are compared with
the records alone (`claims`), so that mistakes of the code that makes pages are found too.

It can't know whether the records are true; whether the records, the program, MkDocs or the theme
were changed; whether the words of the search index, and our words around a claim, are right; what
is inside the book and the edition for Kiwix; or whether the commit, the date and the versions of
programs in the manifest are right. A copy must be of the same records, made with the same versions.
Without records (`audit_alone`), it checks only what is true of every site: what may be in a page,
where its links lead, and the lists of files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.markup.paths import CHECKSUMS, MANIFEST, url
from generator.publish.audit.addresses import START
from generator.publish.audit.claims import Told
from generator.publish.audit.faults import REPORT, SiteFault
from generator.publish.audit.folder import Folder
from generator.publish.audit.known import fetched_by
from generator.publish.audit.links import Links
from generator.publish.audit.made import Made
from generator.publish.audit.maps import PACKED, SITEMAP, sitemap_faults
from generator.publish.audit.pages import MISSING_PAGE, PageAudit, page_alone
from generator.publish.audit.rest import (
    changed,
    misoffered,
    misplaced,
    unlike_its_manifest,
    unlisted,
)


def audit(site: Path, made: Made) -> list[SiteFault]:
    """Every fault of a site, compared with what was made from its records, sorted by file.

    Raises OSError if a file can't be read, SampleError if MkDocs fails, and ChangedError if a file of
    `build/docs` is no longer as it was written.
    """
    return sorted(dict.fromkeys(_faults(Folder(site), made)))


def audit_alone(site: Path) -> list[SiteFault]:
    """Every fault of a site that can be seen without its records, sorted by file.

    Raises OSError if a file can't be read.
    """
    return sorted(dict.fromkeys(_faults_alone(Folder(site))))


def _faults(site: Folder, made: Made) -> list[SiteFault]:
    told = Told(made.atlas)
    links = Links({*made.pages, *made.others}, _base(made.atlas.config.site.address or ""))
    pages = PageAudit(site, made, links, told)
    found = [*site.led_away(), *pages.faults()]
    whole = [path for path in made.others if path.endswith(".html")]
    for path in whole:
        found += pages.whole(path, made.read(path))
    found += pages.whole(MISSING_PAGE, pages.shown[MISSING_PAGE])
    theme = {
        path: data
        for path, data in pages.shown.items()
        if path not in made.pages and path not in (SITEMAP, PACKED)
    }
    found += misplaced(site, frozenset((*links.files, SITEMAP, PACKED, CHECKSUMS, MANIFEST)))
    found += changed(site, made, theme)
    found += misoffered(site, made.atlas.config.wording)
    found += sitemap_faults(site, pages.shown[SITEMAP], pages.listed)
    found += links.dead_anchors()
    for path in links.unlinked(made.pages, _empty(made)):
        found.append(SiteFault(path, "can't be reached by links from the home page", REPORT))
    found += told.in_lists(links)
    found += told.in_search(made.others, made.read)
    named = {one.path for one in found}
    lists = [*unlisted(site), *unlike_its_manifest(site, made)]
    return found + [one for one in lists if one.path not in named]


def _empty(made: Made) -> set[str]:
    """The empty lists, which the menu leaves out."""
    return {f"{place}/{START}" for place in made.atlas.config.wording.titles} - {
        url(source) for source in made.menu
    }


def _faults_alone(site: Folder) -> Iterator[SiteFault]:
    pages = {path: site.read(path) for path in sorted(site.paths) if path.endswith(".html")}
    links = Links(site.paths, _named(pages.get(START, b"")))
    yield from site.led_away()
    for path, data in pages.items():
        yield from page_alone(path, data, links)
    yield from links.dead_anchors()
    for path in sorted(site.paths):
        if path.endswith(".css") and site.has(path):
            sheet = site.read(path).decode("utf-8", "replace")
            yield from links.judge(
                path, {("style", one) for one in fetched_by(sheet) if not one.startswith("#")}
            )
    yield from unlisted(site)
    yield from unlike_its_manifest(site, None)


def _base(address: str) -> str:
    """The path below which a server has the site, such as `/bell/`."""
    return urlsplit(address).path.removesuffix(START) or "/"


def _named(home: bytes) -> str:
    """The path below which a server has the site, according to its home page."""
    named = LexborHTMLParser(home).css_first("link[rel=canonical][href]")
    return _base(named.attributes["href"] or "" if named else "")
