"""Claims: what the records alone say that a page, a list and the search must say.

Nothing here uses the modules that make pages: a statement, its quotations and its speakers come
straight from the records. So mistakes of those modules are found too.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.atlas.atlas import Atlas, Claim
from generator.markup.paths import fact_page, url
from generator.problems import show
from generator.publish.audit.expected import squeezed
from generator.publish.audit.faults import AGAIN, REPORT, SiteFault
from generator.publish.audit.glance import are_quoted, items, says_in, statement_in
from generator.publish.audit.links import Links

SEARCH = "search/data/"
_CALL = "attestedSearch.put("


class Told:
    """What the claims of an atlas say, as readers must see it."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.pages = {url(fact_page(one.id)): one for one in atlas.claims.values()}
        self.statements = {one.id: squeezed(one.words) for one in atlas.claims.values()}
        self.quotes = {
            one.id: [squeezed(sighting.passage.exact) for sighting in one.quotes]
            for one in atlas.claims.values()
        }

    def on_page(self, path: str, tree: LexborHTMLParser) -> Iterator[SiteFault]:
        """Every claim that a page does not show as its record has it."""
        if claim := self.pages.get(path):
            yield from self._on_its_own(path, claim, tree)
        for node in tree.css("li.claim[id], li.note[id]"):
            name = node.attributes["id"] or ""
            if name.startswith("n-"):
                yield from self._quotes(path, name[2:], node)
            else:
                yield from self._statement(path, name, node)

    def at_a_glance(self, path: str, content: str) -> bool:
        """Whether `on_page` surely finds nothing in this content, which is plainly written."""
        if claim := self.pages.get(path):
            says = (says_in(content) or "").casefold()
            if not (
                statement_in(content) == self.statements[claim.id]
                and are_quoted(content, self.quotes[claim.id])
                and all(name.casefold() in says for name in self._speakers(claim))
            ):
                return False
        for name, markup in items(content):
            if name.startswith("n-"):
                sound = are_quoted(markup, self.quotes.get(name[2:], []))
            else:
                wanted = self.statements.get(name)
                sound = wanted is None or statement_in(markup) == wanted
            if not sound:
                return False
        return True

    def in_lists(self, links: Links) -> Iterator[SiteFault]:
        """Every page that lacks a link to a claim about its subject, or to the page of such a claim."""
        parts = defaultdict[str, list[str]](list)
        for path in links.ways:
            kind, name, *_ = [*path.removesuffix(".html").split("/"), ""]
            parts[f"{kind}/{name}"].append(path)
        for ref in self.atlas.refs:
            ways = set[str]().union(*(links.ways[path] for path in parts[ref]))
            for claim in self.atlas.claims_of(ref):
                if url(fact_page(claim.id)) not in ways:
                    yield SiteFault(f"{ref}.html", f"does not lead to the claim {claim.id}", REPORT)
            index = f"{ref.partition('/')[0]}/index.html"
            if f"{ref}.html" not in links.ways.get(index, ()):
                yield SiteFault(index, f"does not lead to {ref}.html", REPORT)

    def in_search(self, files: Iterable[str], read: Callable[[str], bytes]) -> Iterator[SiteFault]:
        """Every row of the search index that differs from the records, or is missing."""
        names, rows = list[list[str]](), list[list[str]]()
        for _, path in _numbered(files, "shown"):
            names += _handed_over(read(path))
        for _, path in _numbered(files, "texts"):
            rows += _handed_over(read(path))["rows"]
        start = f"{SEARCH}start.js"
        atlas = self.atlas
        wanted = {
            ref: atlas.title(ref) if ref in atlas.documents else atlas.name(ref)
            for ref in atlas.refs
        }
        listed = {row[0]: row[1] for row in names}
        for ref in sorted(wanted.keys() | listed.keys()):
            if listed.get(ref) != wanted.get(ref):
                told = (
                    f"has {show(listed.get(ref))} for {ref}, whose name is {show(wanted.get(ref))}"
                )
                yield SiteFault(start, told, REPORT)
        found = [(row[0], squeezed(row[2])) for row in rows]
        if found != list(self.statements.items()):
            strange = sorted(set(found) ^ set(self.statements.items()))
            named = ", ".join(dict.fromkeys(one for one, _ in strange)) or "their order"
            yield SiteFault(
                start, f"does not have the claims as they are recorded: {named}", REPORT
            )

    def _on_its_own(self, path: str, claim: Claim, tree: LexborHTMLParser) -> Iterator[SiteFault]:
        """What is wrong on the page of a claim."""
        yield from self._statement(path, claim.id, tree)
        yield from self._quotes(path, claim.id, tree)
        says = " ".join(_text(node) for node in tree.css(".says")[:1]).casefold()
        for name in self._speakers(claim):
            if name.casefold() not in says:
                yield SiteFault(path, f"does not name {show(name)}, who says so", REPORT)

    def _speakers(self, claim: Claim) -> Iterator[str]:
        """The name of each who says it, or passed it on."""
        for speaker in (*claim.claimants, *claim.via):
            if speaker.kind != "unnamed":
                yield squeezed(self.atlas.name(speaker.ref) if speaker.ref else speaker.words)

    def _statement(
        self, path: str, fact: str, node: LexborHTMLParser | LexborNode
    ) -> Iterator[SiteFault]:
        shown = node.css_first(".statement")
        wanted = self.statements.get(fact)
        if wanted is not None and (shown is None or _text(shown) != wanted):
            told = show(_text(shown)) if shown else "nothing"
            yield SiteFault(path, f"{fact} says {told}; its record says {show(wanted)}", AGAIN)

    def _quotes(
        self, path: str, fact: str, node: LexborHTMLParser | LexborNode
    ) -> Iterator[SiteFault]:
        wanted = self.quotes.get(fact, [])
        shown = [_text(one) for one in node.css("blockquote.quote:not(.context)")]
        for number, quote in enumerate(wanted):
            if shown[number : number + 1] != [quote]:
                told = show(shown[number]) if number < len(shown) else "nothing"
                yield SiteFault(
                    path, f"{fact} quotes {told}; its record quotes {show(quote)}", AGAIN
                )


def _text(node: LexborNode) -> str:
    """The text of an element, as a browser shows it."""
    return squeezed(node.text())


def _numbered(files: Iterable[str], name: str) -> list[tuple[int, str]]:
    """The files of a part of the search index, in order."""
    begin = f"{SEARCH}{name}-"
    return sorted(
        (int(path.removeprefix(begin).removesuffix(".js")), path)
        for path in files
        if path.startswith(begin)
    )


def _handed_over(script: bytes) -> Any:
    """What a file of the search index hands over: the last of three arguments."""
    said = script.decode("utf-8").strip()
    return json.loads(f"[{said[len(_CALL) : -2]}]")[2]
