"""The rest: whether every file that is not a page is there, unchanged, and where it belongs."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from generator.config.wording import Wording
from generator.data.json_files import INDEX
from generator.markup.paths import CHECKSUMS, EDITIONS, EDITIONS_PAGE, MANIFEST, url
from generator.pages.editions import Edition, offer
from generator.publish.audit.differences import difference
from generator.publish.audit.faults import AGAIN, SiteFault
from generator.publish.audit.folder import Folder
from generator.publish.audit.made import Made
from generator.publish.checksums import NotListedError, listed_in, sum_of
from generator.publish.manifest import read_manifest, unlike_manifest
from generator.publish.offer import with_offer
from generator.publish.offline import ONLY_ON_A_SERVER, SITE, lists_in_archive, readers_files

OFFERS = EDITIONS_PAGE.rpartition("/")[0]
"""The folder of the editions, with a list of their checksums; none of them need be there."""


def misplaced(site: Folder, belonging: frozenset[str]) -> Iterator[SiteFault]:
    """Every file that is missing, or does not belong to the site.

    A copy from an archive lacks everything that only a server needs, and so does its list of
    checksums.
    """
    listed = _listed(site)
    from_archive = bool(listed) and not ONLY_ON_A_SERVER & (site.paths | listed.keys())
    optional = {f"{OFFERS}/{name}" for name in (*EDITIONS.values(), CHECKSUMS)}
    for path in sorted(belonging - site.paths - (ONLY_ON_A_SERVER if from_archive else set())):
        yield SiteFault(path, "is missing", AGAIN)
    for path in sorted(site.paths - belonging - optional):
        yield SiteFault(
            path, "does not belong to the site", "remove it, and find out what put it there"
        )


def changed(site: Folder, made: Made, theme: Mapping[str, bytes]) -> Iterator[SiteFault]:
    """Every file of data or of the theme that was changed."""
    for path in made.others:
        if site.has(path) and (found := site.read(path)) != (wanted := made.read(path)):
            yield SiteFault(path, difference(found, wanted), AGAIN)
    for path, data in sorted(theme.items()):
        if site.has(path) and (found := site.read(path)) != data:
            yield SiteFault(path, difference(found, data), AGAIN)


def _listed(site: Folder) -> dict[str, str]:
    """What the list of checksums says; nothing if it can't be read."""
    try:
        return listed_in(site.site)
    except NotListedError:
        return {}


def unlisted(site: Folder) -> Iterator[SiteFault]:
    """Every file that does not match the list of checksums, and what is wrong with the list."""
    if not site.has(CHECKSUMS):
        return
    try:
        known = listed_in(site.site)
    except NotListedError as error:
        yield SiteFault(CHECKSUMS, "can't be read", str(error))
        return
    for path in sorted(site.paths - {CHECKSUMS}):
        if path not in known:
            yield SiteFault(path, f"is not in {CHECKSUMS}", AGAIN)
        elif site.digest(path) != known[path]:
            yield SiteFault(path, f"has a different checksum from the one in {CHECKSUMS}", AGAIN)
    for path in sorted(known.keys() - site.paths):
        yield SiteFault(path, f"is in {CHECKSUMS}, but not in the site", AGAIN)


def unlike_its_manifest(site: Folder, made: Made | None) -> Iterator[SiteFault]:
    """Every file that is not as the manifest has it, and what is wrong with the manifest itself.

    Its commit, its date and the versions of programs do not follow from the records.
    """
    if not site.has(MANIFEST):
        return
    try:
        found = read_manifest(site.read(MANIFEST))
    except NotListedError as error:
        yield SiteFault(MANIFEST, "can't be read", str(error))
        return
    if made is not None:
        own = made.atlas.config.site
        digest = json.loads(made.read(INDEX))["generated_from"]
        wanted = (own.title, own.version, own.licence, digest)
        if (found.title, found.version, found.licence, found.generated_from) != wanted:
            yield SiteFault(MANIFEST, "is of other records", AGAIN)
    for path, how in unlike_manifest(found, {path: site.sum(path) for path in site.paths}):
        yield SiteFault(path, how, AGAIN)


def misoffered(site: Folder, wording: Wording) -> Iterator[SiteFault]:
    """What is wrong with the editions beside the site, and with what the site says about them.

    The insides of the book and of the edition for Kiwix are not checked.
    """
    there = {kind: f"{OFFERS}/{name}" for kind, name in EDITIONS.items()}
    there = {kind: path for kind, path in there.items() if site.has(path)}
    page, sums = url(EDITIONS_PAGE), f"{OFFERS}/{CHECKSUMS}"
    editions = tuple(
        Edition(kind, len(site.read(path)), site.digest(path)) for kind, path in there.items()
    )
    if there and site.has(page):
        try:
            right = with_offer(site.read(page), offer(editions, wording)) == site.read(page)
        except ValueError:
            right = False
        if not right:
            yield SiteFault(page, "does not offer the editions that are beside it", AGAIN)
    wanted = "".join(f"{one.sha256}  {EDITIONS[one.kind]}\n" for one in editions)
    if site.has(sums) and site.read(sums).decode("utf-8", "replace") != wanted:
        yield SiteFault(sums, "is not the list of the editions beside it", AGAIN)
    elif there and not site.has(sums):
        yield SiteFault(sums, "is missing", AGAIN)
    if archive := there.get("archive"):
        yield from _misarchived(site, archive, wording)


def _misarchived(site: Folder, archive: str, wording: Wording) -> Iterator[SiteFault]:
    """Whether the archive contains the files of the site, and no others."""
    wanted = {f"{SITE}/{path}": data for path, data in readers_files(site.site, wording)}
    try:
        with zipfile.ZipFile(site.site / archive) as packed:
            names = packed.namelist()
            found = {name: packed.read(name) for name in names}
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        yield SiteFault(archive, f"is not a complete archive: {error}", AGAIN)
        return
    sums = {name.removeprefix(f"{SITE}/"): sum_of(data) for name, data in wanted.items()}
    try:
        lists = lists_in_archive(site.site, sums)
    except NotListedError:  # as is told of the manifest itself
        return
    wanted |= {f"{SITE}/{path}": data for path, data in lists.items()}
    if len(names) != len(found):
        yield SiteFault(archive, "contains a file twice", AGAIN)
    for name in sorted(found.keys() | wanted.keys()):
        if found.get(name) != wanted.get(name):
            yield SiteFault(archive, f"does not contain {name} as it is in the site", AGAIN)
