"""The network of an entity: its neighbours, their ties, and the caption."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape

from generator.findings.neighbours import Neighbour, asserted, named_together, tied
from generator.findings.ties import ties_of
from generator.findings.without import letters, per_document
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.paths import href, page_of
from generator.markup.writer import Desk
from generator.pages.infobox import INFOBOX
from generator.pictures.network import Network, NetworkItem, drawn

NO_BREAK = "\u00a0"

TIED_DRAWN = 12
UNTIED_DRAWN = 5  # entities that are only named in the same facts


@dataclass(frozen=True, slots=True)
class NamedTogether:
    """An entity that is only named in the same facts, with the number of these."""

    link: Html
    facts: int
    per: str


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The picture and its caption; `listed` has the neighbours of an entity without ties."""

    picture: Network
    caption: Html
    listed: tuple[NamedTogether, ...]


def network(desk: Desk, ref: str, name: str) -> NetworkView | None:
    """The picture around one entity; None if it has so few ties that a list is enough."""
    atlas, words = desk.atlas, desk.wording.network
    own = ties_of(ref, atlas)
    others = {tie.object if tie.subject == ref else tie.subject for tie in own} - {ref}
    beside = tied(ref, own, atlas, TIED_DRAWN) or named_together(ref, atlas, UNTIED_DRAWN)
    if len(beside) < 2:
        return None
    title = _plain(filled(words.picture, name=name))
    above = tag("a", words.list_above, href=f"#{INFOBOX}")
    caption = [filled(words.list, list=above) if others else escape(words.no_ties)]
    if len(beside) < len(others):
        caption.append(filled(words.rest, shown=len(beside), all=len(others)))
    return NetworkView(
        picture=drawn(name, title, [_item(desk, neighbour) for neighbour in beside]),
        caption=joined(" ", caption),
        listed=() if others else tuple(_listed(desk, neighbour) for neighbour in beside),
    )


def _listed(desk: Desk, neighbour: Neighbour) -> NamedTogether:
    claims = neighbour.claims
    return NamedTogether(desk.link(neighbour.ref), len(claims), per_document(claims))


def _item(desk: Desk, neighbour: Neighbour) -> NetworkItem:
    words, name = desk.wording.network, desk.atlas.name(neighbour.ref)
    ties = [_tie(desk, neighbour, *tie) for tie in neighbour.relations]
    ties = list(dict.fromkeys(ties)) or [_plain(filled(words.named, count=len(neighbour.claims)))]
    return NetworkItem(
        href=href(desk.page, page_of(neighbour.ref)),
        ties=tuple(ties),
        name=name,
        called=_plain(filled(words.link, tie=", ".join(ties), name=name)),
        per=per_document(neighbour.claims),
        kind="tied" if neighbour.firm else "loose",
    )


def _tie(desk: Desk, neighbour: Neighbour, relation: str, turned: bool) -> str:
    """A relation in words, with the letters of the documents that state it on the same line."""
    words, names = desk.wording.network, desk.atlas.config.vocabulary.relations[relation]
    claims = neighbour.stating(relation, turned)
    said = filled(
        words.tie,
        tie=names.reverse if turned else names.label,
        documents=NO_BREAK.join(sorted(letters(claims))),
    )
    return _plain(said if asserted(claims) else filled(words.not_asserted, tie=said))


def _plain(markup: Html) -> str:
    """A phrase as text, to be measured before it is escaped."""
    return unescape(markup)
