"""The indexes: every way into the site that is a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas import Atlas, Claim
from generator.dates import sort_key
from generator.escaping import Html
from generator.findings import Findings
from generator.pages.parts import Desk, bdi

Rows = tuple[Html, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A page of lists, each under a heading of its own."""

    template: ClassVar[str] = "index.md.j2"
    path: str
    title: str
    lead: str
    lists: tuple[tuple[str, str, Rows], ...]


def index_pages(atlas: Atlas, findings: Findings) -> Iterator[IndexPage]:
    """Every index of the site."""

    def page(
        path: str, title: str, lead: str, *lists: tuple[str, str, Iterable[Html]]
    ) -> IndexPage:
        kept = ((key, heading, tuple(rows)) for key, heading, rows in lists)
        return IndexPage(path, title, lead, tuple(one for one in kept if one[2]))

    def desk(path: str) -> Desk:
        return Desk(atlas, findings, path)

    counts = (
        f"{len(atlas.documents)} documents, {len(atlas.claims)} facts, {len(atlas.questions)} "
        "questions. Every sentence leads to the exact words that it rests on, and to who says so."
    )
    home = desk("index.md")
    yield page(
        "index.md",
        atlas.config.site.title,
        counts,
        ("disagreements", "Where they disagree", _disputed(home)),
        ("questions", "Questions", (home.link(ref) for ref in atlas.questions)),
        ("documents", "The documents", (home.link(ref) for ref in atlas.documents)),
    )
    for kind in ("people", "units", "topics"):
        here = desk(f"{kind}/index.md")
        yield page(here.page, kind.capitalize(), "By name.", *_by_subkind(here, kind))
    for kind, known in (("questions", atlas.questions), ("sources", atlas.documents)):
        here = desk(f"{kind}/index.md")
        rows = [here.link(ref) for ref in known]
        yield page(here.page, kind.capitalize(), "", (kind, kind.capitalize(), rows))
    here = desk("claimants/index.md")
    yield page(
        here.page, "Who says so", "By the number of facts.", ("all", "Claimants", _claimants(here))
    )
    here = desk("names/index.md")
    yield page(here.page, "Names", "Every spelling.", ("all", "Spellings", _names(here)))
    here = desk("timeline/index.md")
    yield page(here.page, "Timeline", "Dates no more exact than the documents.", *_timeline(here))
    here = desk("disagreements/index.md")
    yield page(
        here.page,
        "Disagreements",
        "",
        ("all", "Questions on which documents disagree", _disputed(here)),
    )
    here = desk("data/index.md")
    names = ("index", "facts", "entities", "questions", "sources")
    files = [here.to(f"data/{name}.json", f"{name}.json") for name in names]
    files += [here.to(f"data/schemas/{name}.schema.json", f"{name}.schema.json") for name in names]
    lead = f"Everything that the pages say, under {atlas.config.site.licence}; quotations remain their owners'."
    yield page(here.page, "Data", lead, ("files", "Files", files))


def _by_subkind(desk: Desk, kind: str) -> Iterator[tuple[str, str, Iterable[Html]]]:
    entities = [
        (ref, one) for ref, one in desk.atlas.entities.items() if ref.startswith(f"{kind}/")
    ]
    entities.sort(key=lambda item: item[1].record.name)
    subkinds = desk.atlas.config.vocabulary.subkinds[kind] or {"": kind.capitalize()}  # type: ignore[index]
    for key, label in subkinds.items():
        rows = [desk.link(ref) for ref, one in entities if (one.record.subkind or "") == key]
        yield key or kind, label, rows


def _disputed(desk: Desk) -> Iterator[Html]:
    """Each question on which documents disagree, with every claim that another contradicts."""
    for ref, found in desk.findings.by_question.items():
        pairs = [one for one in found if one.outcome == "disagree"]
        if pairs and not desk.atlas.questions[ref].record.broader:
            sides = {side.claim.id: side.claim for one in pairs for side in (one.a, one.b)}
            claims = "".join(f"<br>{desk.brief(claim)}" for claim in sides.values())
            yield Html(f"{desk.link(ref)} {desk.outcome(pairs[0])}{claims}")


def _claimants(desk: Desk) -> Iterator[Html]:
    ranked = sorted(desk.atlas.said_by.items(), key=lambda item: (-len(item[1]), item[0]))
    for key, claims in ranked:
        who = next(one for one in claims[0].claimants if one.key == key)
        rows = " ".join(desk.permalink(claim) for claim in claims)
        yield Html(f'{desk.claimant(who)} <span class="hint">{len(claims)}</span><br>{rows}')


def _names(desk: Desk) -> Iterator[Html]:
    for spelling, refs in sorted(desk.atlas.names.by_spelling.items()):
        links = ", ".join(desk.link(ref) for ref in refs)
        yield Html(f"{bdi(spelling)}: {links}")


def _timeline(desk: Desk) -> Iterator[tuple[str, str, Iterable[Html]]]:
    claims = desk.atlas.claims.values()
    dated = sorted((one for one in claims if one.fact.when), key=lambda c: sort_key(c.fact.when))  # type: ignore[arg-type]

    def rows(chosen: Iterable[Claim]) -> Iterator[Html]:
        return (desk.brief(claim) for claim in chosen)

    yield "dated", "With a year", rows(c for c in dated if c.fact.when and c.fact.when.known)
    yield (
        "yearless",
        "Year not given",
        rows(c for c in dated if c.fact.when and not c.fact.when.known),
    )
    yield "undated", "No date given", rows(c for c in claims if not c.fact.when)
