"""Linked data: the parts of our JSON-LD, in the words of schema.org and PROV.

A claim is a schema.org `Claim` and a PROV entity. It rests on quotations (`isBasedOn`), each quoted
from its document (`prov:wasQuotedFrom`). It is attributed to its claimants
(`prov:wasAttributedTo`), came through others (`via`, nearest the document first), and has the
document as its primary source. Nothing is rated: there is no `ClaimReview`.

Each file contains the context, so no other host is asked for it. Where schema.org and PROV have no
word, the site has its own. Names (`@id`) are the site's tag URIs, the same in every form and
wherever the site is published; `url` is the address of a page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.atlas.atlas import Atlas
from generator.config.site import Site
from generator.data.linked_terms import TERMS
from generator.data.models.facts import SpeakerData
from generator.markup.paths import href, url
from generator.records.references import kind_of

LinkedNode = dict[str, object]

Separators = tuple[str, str]
"""What JSON has after a value and after a name."""
SPACED, TIGHT = (", ", ": "), (",", ":")

_RISKY = re.compile(r"[<>&\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class LinkedLine:
    """A node as a line of a file; `terms` are the keys of the node and of the nodes inside it."""

    text: str
    terms: frozenset[str]


def linked_line(node: LinkedNode) -> LinkedLine:
    """A node as a line of a file."""
    return LinkedLine(json.dumps(node, ensure_ascii=False), _terms(node))


def _terms(node: LinkedNode) -> frozenset[str]:
    found, waiting = set[str](), [node]
    while waiting:
        one = waiting.pop()
        found.update(one)
        for value in one.values():
            if isinstance(value, dict):
                waiting.append(value)
            elif isinstance(value, list):
                waiting.extend(inner for inner in value if isinstance(inner, dict))
    return frozenset(found)


def _context(site: Site, terms: Iterable[frozenset[str]], separators: Separators) -> str:
    """The meaning of the terms of some nodes, as JSON."""
    return _meanings(site.name_of("terms/"), frozenset[str]().union(*terms), separators)


@lru_cache(maxsize=2**10)  # many files use the same terms
def _meanings(own: str, used: frozenset[str], separators: Separators) -> str:
    context = {
        "@version": 1.1,
        "@vocab": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "edtf": "http://id.loc.gov/datatypes/edtf/EDTF",
        "own": own,
        **{name: meaning for name, meaning in TERMS.items() if name in used},
    }
    return json.dumps(context, ensure_ascii=False, separators=separators)


def as_jsonld(site: Site, lines: Sequence[LinkedLine]) -> str:
    """A file of JSON-LD, with a line for each node."""
    head = _context(site, (one.terms for one in lines), SPACED)
    graph = ",\n".join(one.text for one in lines)
    return f'{{"@context": {head},\n"@graph": [\n{graph}\n]}}\n'


def in_script(site: Site, nodes: Sequence[LinkedNode]) -> str:
    """JSON-LD on one line for a script element, which no text inside can end."""
    head = _context(site, map(_terms, nodes), TIGHT)
    graph = json.dumps(nodes, ensure_ascii=False, separators=TIGHT)
    text = f'{{"@context":{head},"@graph":{graph}}}'
    return _RISKY.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def stripped(node: LinkedNode) -> LinkedNode:
    """The node without its empty values."""
    return {key: value for key, value in node.items() if value not in (None, "", [], (), {})}


class LinkedNames:
    """The names and addresses of things, for one file of the site, such as `data/facts.jsonld`."""

    def __init__(self, atlas: Atlas, file: str) -> None:
        self.atlas = atlas
        self.site = atlas.config.site
        self._file = file

    def of(self, path: str) -> str:
        """The name of a record, a fact or a page."""
        return self.site.name_of(path)

    def address(self, page: str) -> str:
        """The address of a page."""
        return self.site.address_of(url(page)) or href(self._file, page)

    def fact(self, fact_id: str) -> str:
        """The name of a fact."""
        return self.of(f"facts/{fact_id}")

    def agent(self, speaker: SpeakerData, source: str) -> LinkedNode:
        """The name of a speaker; the document's own voice is not the same agent as its author."""
        if speaker.ref == source:
            return {"@type": "prov:Agent", "name": speaker.words, "voiceOf": self.of(source)}
        if speaker.ref is None:
            return {"@type": "prov:Agent", "name": speaker.words}
        return {
            "@id": self.of(speaker.ref),
            "@type": self.type_of(speaker.ref),
            "name": speaker.words,
        }

    def type_of(self, ref: str) -> str:
        """The schema.org type of an entity."""
        record = self.atlas.entities[ref].record
        known = self.atlas.config.vocabulary.elsewhere.subkinds.get(record.subkind or "")
        return known or {"people": "Person", "units": "Organization"}.get(kind_of(ref), "Thing")
