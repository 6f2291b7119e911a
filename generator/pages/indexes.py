"""The indexes: every way into the site that is a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.atlas import Atlas, Claim
from generator.dates import sort_key
from generator.escaping import Html, escape, joined, tag
from generator.findings import Findings
from generator.pages.parts import Desk, bdi, counted
from generator.records import Entity

Rows = tuple[Html, ...]

HOW_TO_READ = (
    "A letter in a box stands for a document. With its number it leads to the exact words and their place.",
    "“Said by” names who says so, then those through whom it came, the furthest first.",
    "“Itself a party” leads to the documents' own words on whoever speaks of what they have a part in.",
    "≠ marks claims that can't both be so. No claim is chosen as the right one.",
)
WAYS_IN = (
    ("people", "People", "by name, with every spelling"),
    ("units", "Units", "states, forces, militias, parties, companies, media"),
    ("topics", "Topics", "events, places, themes"),
    ("claimants", "Who says so", "everybody who says something, and what"),
    ("names", "Names", "every spelling, and whom it may mean"),
    ("timeline", "Timeline", "what is dated, in order, and what is not"),
    ("data", "Data", "all of it, for programs"),
    ("about", "About", "how the documents were chosen, and what they are not"),
)


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
        ("documents", "The documents", _documents(home)),
        ("reading", "How to read a claim", (escape(line) for line in HOW_TO_READ)),
        ("disagreements", "Where they disagree", _disputed(home)),
        ("questions", "Questions", _questions(home)),
        ("ways-in", "Ways in", _ways_in(home)),
    )
    for kind in ("people", "units", "topics"):
        here = desk(f"{kind}/index.md")
        yield page(here.page, kind.capitalize(), "By name.", *_by_subkind(here, kind))
    here = desk("questions/index.md")
    yield page(here.page, "Questions", "", ("questions", "Questions", _questions(here)))
    here = desk("sources/index.md")
    yield page(here.page, "Sources", "", ("sources", "Sources", _documents(here)))
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
        rows = [
            _entity(desk, ref, one.record)
            for ref, one in entities
            if (one.record.subkind or "") == key
        ]
        yield key or kind, label, rows


def _entity(desk: Desk, ref: str, record: Entity) -> Html:
    """An entity with its other spellings, and how many facts speak of it."""
    spellings = joined(" · ", [bdi(alias.name) for alias in record.aliases])
    facts = counted(len(desk.atlas.about.get(ref, ())), "fact")
    parts = [part for part in (spellings, escape(facts)) if part]
    return joined(" ", [desk.link(ref), tag("span", joined("; ", parts), class_="hint")])


def _documents(desk: Desk) -> Iterator[Html]:
    """Each document with its letter, what it is, and how many facts are drawn from it."""
    atlas = desk.atlas
    for ref, document in atlas.documents.items():
        record = document.record
        kind = atlas.config.vocabulary.source_kinds[record.kind]
        facts = counted(len(atlas.drawn_from.get(ref, ())), "fact")
        said = tag("span", f"{record.title} · {kind} · {facts}", class_="hint")
        yield joined(" ", [tag("span", record.letter, class_="badge"), desk.link(ref), said])


def _questions(desk: Desk) -> Iterator[Html]:
    """Each question with the number of its answers, and of the documents that give them."""
    for ref in desk.atlas.questions:
        answers = desk.atlas.answers.get(ref, ())
        documents = len({answer.claim.source for answer in answers})
        said = f"{counted(len(answers), 'answer')} from {counted(documents, 'document')}"
        yield joined(" ", [desk.link(ref), tag("span", said, class_="hint")])


def _ways_in(desk: Desk) -> Iterator[Html]:
    for path, label, about in WAYS_IN:
        said = tag("span", about, class_="hint")
        yield joined(" ", [desk.to(f"{path}/index.md", label), said])


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
