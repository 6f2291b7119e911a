"""Pages: whether each is what its Markdown and the theme make, and what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from generator.markup.paths import EDITIONS_PAGE, url
from generator.pages.editions import offer
from generator.publish.audit.addresses import START
from generator.publish.audit.claims import Told
from generator.publish.audit.differences import difference
from generator.publish.audit.expected import expected, has_parts, shortened
from generator.publish.audit.faults import AGAIN, SiteFault
from generator.publish.audit.folder import Folder
from generator.publish.audit.frames import Frame, PageKind, frame_of, kind_of
from generator.publish.audit.links import Links
from generator.publish.audit.made import Made
from generator.publish.audit.plain import plainly_read
from generator.publish.audit.reading import PageReading, read, repeated
from generator.publish.audit.sample import sample
from generator.publish.offer import with_offer

MISSING_PAGE = "404.html"
"""What a server shows in place of a missing page; it has the theme, and little else."""

MEND = "remove it from the page, and from what put it there"


@dataclass(slots=True)
class PageAudit:
    """The pages of a site beside what they must be.

    What a page must be is predicted from its Markdown. If a page differs, MkDocs is run, and the
    page is wrong only if MkDocs makes another. `shown` has every file that MkDocs made when it was
    run. `usual` is what a project's own theme has on every page and ours does not; scripts are
    never usual.
    """

    site: Folder
    made: Made
    links: Links
    told: Told
    shown: dict[str, bytes] = field(default_factory=dict)
    frames: dict[PageKind, tuple[Frame, tuple[str, ...]]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    usual: frozenset[str] = frozenset()

    def faults(self) -> Iterator[SiteFault]:
        """Every fault of every page that MkDocs makes. Raises OSError, SampleError, ChangedError."""
        sources, doubtful = self.made.pages, []
        self._learn()
        for path, source in sources.items():
            if path in self.shown:
                yield from self.whole(path, self.shown[path])
            elif (content := self._content(path, source)) is None:
                doubtful.append(path)
            else:
                yield from self._inside(path, content, self.frames[self._kind(source)][1])
        if doubtful:
            self._show({sources[path]: self.made.read(sources[path]) for path in doubtful})
        for path in doubtful:
            yield from self.whole(path, self.shown[path])

    @property
    def listed(self) -> list[str]:
        """The addresses of the pages that search engines may find."""
        shown = [self._address(path) for path in self.made.pages if path not in self.hidden]
        return [address for address in shown if address]

    def whole(self, path: str, wanted: bytes) -> Iterator[SiteFault]:
        """Every fault of a page that must have exactly these bytes."""
        tree = LexborHTMLParser(wanted)
        reading = read(tree, whole=True)
        if tree.css_first("meta[name=robots]") is not None:
            self.hidden.add(path)
        yield from self._noted(path, tree, reading, ())
        found = self._as_built(path)
        if self.site.has(path) and found != wanted:
            yield SiteFault(path, difference(found, wanted), AGAIN)
            yield from self._planted(path, LexborHTMLParser(found), reading)

    def _learn(self) -> None:
        """Let MkDocs make one page of each kind; the others of that kind differ only in content."""
        sources, whole, short = self.made.pages, dict[str, str](), dict[PageKind, tuple[str, str]]()
        for path, source in sources.items():
            kind = self._kind(source)
            if (
                source in self.made.atlas.pages or path == START
            ):  # written by hand, or like no other
                whole[path] = self._text(source)
            elif kind not in short:
                short[kind] = path, self._text(source)
        whole |= {path: text for path, text in short.values() if has_parts(text)}
        few = {path: shortened(text) for path, text in short.values() if path not in whole}
        self._show({sources[path]: text.encode() for path, text in (few | whole).items()})
        told = read(LexborHTMLParser(self.shown[MISSING_PAGE]), whole=True).complaints
        self.usual = frozenset(one for one in told if "script" not in one)
        for path, text in few.items():
            page = self.shown.pop(path).decode("utf-8")
            parts = expected(text, self.made.atlas.config.site.title)
            frame = parts and frame_of(page, parts, self._address(path))
            if parts and frame:
                inside = set(read(LexborHTMLParser(parts.content), whole=False).ids)
                ids = read(LexborHTMLParser(page), whole=True).ids
                around = tuple(one for one in ids if one not in inside)
                self.frames[self._kind(sources[path])] = frame, around

    def _show(self, texts: dict[str, bytes]) -> None:
        """Let MkDocs make these pages, and keep them with everything that it adds."""
        made = sample(self.made, texts)
        pages = {url(path) for path in texts}
        self.shown |= {
            path: data
            for path, data in made.items()
            if path in pages or path not in self.made.pages
        }
        self.links.files |= self.shown.keys()

    def _content(self, path: str, source: str) -> str | None:
        """The content of a page that is as predicted, or is missing; else None."""
        parts = expected(self._text(source), self.made.atlas.config.site.title)
        frame, _ = self.frames.get(self._kind(source), (None, ()))
        if parts is None or frame is None:
            return None
        if parts.is_hidden:
            self.hidden.add(path)
        if self.site.has(path):
            page = self.site.read(path).decode("utf-8", "surrogateescape")
            if not frame.fits(page, parts, self._address(path)):
                return None
        return parts.content

    def _inside(self, path: str, content: str, around: tuple[str, ...]) -> Iterator[SiteFault]:
        """What is wrong with content even if it is as predicted; it is parsed only if in doubt."""
        reading = plainly_read(content)
        if reading is not None and self.told.at_a_glance(path, content):
            yield from self._named(path, reading, around)
        else:
            tree = LexborHTMLParser(content)
            yield from self._noted(path, tree, read(tree, whole=False), around)

    def _noted(
        self, path: str, tree: LexborHTMLParser, reading: PageReading, around: tuple[str, ...]
    ) -> Iterator[SiteFault]:
        """What is wrong with a page even if it is as it must be."""
        for complaint in reading.complaints:
            if complaint not in self.usual:
                yield SiteFault(path, complaint, MEND)
        yield from self._named(path, reading, around)
        yield from self.told.on_page(path, tree)

    def _named(
        self, path: str, reading: PageReading, around: tuple[str, ...]
    ) -> Iterator[SiteFault]:
        """What is wrong with the ids and the links of a page."""
        for name in repeated((*reading.ids, *around)):
            yield _repeated(path, name)
        yield from self.links.add(path, reading.addresses, reading.anchors.union(around))

    def _planted(
        self, path: str, tree: LexborHTMLParser, wanted: PageReading
    ) -> Iterator[SiteFault]:
        """What is in a page that must not be, apart from its being another page."""
        found = read(tree, whole=True)
        for complaint in found.complaints:
            if complaint not in wanted.complaints:
                yield SiteFault(path, complaint, MEND)
        for name in repeated(found.ids):
            if name not in repeated(wanted.ids):
                yield _repeated(path, name)
        yield from self.links.judge(path, found.addresses - wanted.addresses)
        yield from self.told.on_page(path, tree)

    def _text(self, source: str) -> str:
        return self.made.read(source).decode("utf-8")

    def _kind(self, source: str) -> PageKind:
        return kind_of(source, self.made.menu)

    def _address(self, path: str) -> str:
        return self.made.atlas.config.site.address_of(path) or ""

    def _as_built(self, path: str) -> bytes:
        """A page of the site; the page of editions as it was before there were any."""
        found = self.site.read(path)
        if path != url(EDITIONS_PAGE):
            return found
        try:
            return with_offer(found, offer((), self.made.atlas.config.wording))
        except ValueError:
            return found


def page_alone(path: str, page: bytes, links: Links) -> Iterator[SiteFault]:
    """What is wrong in a page about which nothing else is known."""
    reading = read(LexborHTMLParser(page), whole=True)
    for complaint in reading.complaints:
        yield SiteFault(path, complaint, MEND)
    for name in repeated(reading.ids):
        yield _repeated(path, name)
    yield from links.add(path, reading.addresses, reading.anchors)


def _repeated(path: str, name: str) -> SiteFault:
    return SiteFault(
        path, f"more than one element has the id {name!r}", "give each element a different id"
    )
