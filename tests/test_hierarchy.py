"""The hierarchy holds every tie that the documents state, once, whatever they say."""

from __future__ import annotations

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.findings.hierarchy import LISTS_NESTED, Branch, grow, hierarchy, walk
from generator.findings.ties import ties
from generator.markup.templates import fill
from generator.pages.hierarchy import hierarchy_page
from tests.made_up import made_up
from tests.project import Project

NAMES = st.sampled_from([f"n{number}" for number in range(12)])
EDGES = st.lists(st.tuples(NAMES, NAMES), max_size=40)


def depth(branch: Branch) -> int:
    """How many lists stand one within another."""
    return 1 + max(map(depth, branch.under), default=0)


@given(EDGES)
@example([("a", "a")])
@example([("a", "b"), ("b", "a")])
@example([(f"m{number + 1:02}", f"m{number:02}") for number in range(40)])
def test_each_tie_stands_once_and_each_thing_whole_once(edges: list[tuple[str, str]]) -> None:
    """Whatever is above or below whatever: circles, several above one, chains without end."""
    names = sorted({end for edge in edges for end in edge})
    branches = grow(names, edges)
    found = list(walk(branches))
    assert Counter(one.name for one in found if one.whole) == Counter(names)
    shown = [(part.name, one.name) for one in found for part in one.under]
    assert sorted(shown) == sorted(set(edges))
    assert all(not one.under for one in found if not one.whole)
    assert max(map(depth, branches), default=0) <= LISTS_NESTED + 1


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_in_which_ties_are_found_changes_nothing(
    edges: list[tuple[str, str]], chance: object
) -> None:
    """The same ties, the same branches."""
    names = sorted({end for edge in edges for end in edge})
    shuffled = [*edges]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert grow(names, edges) == grow(names, shuffled)


def test_a_thing_stands_under_the_deepest_above_it() -> None:
    """A tie that others together tell too is shown by the name alone."""
    force, corps, state = "force", "corps", "a state"
    grown = grow([state, corps, force], [(force, state), (force, corps), (corps, state)])
    assert grown == (
        Branch(
            state,
            True,
            (Branch(corps, True, (Branch(force, True),)), Branch(force, False)),
        ),
    )


def test_what_else_a_thing_is_said_to_be_under() -> None:
    """All above it but the one where it is whole, by their names, whatever their references."""
    named = {"crew": "Crew", "band": "Band", "a-town": "Town", "z-guild": "Guild"}
    pairs = [("crew", "a-town"), ("crew", "band"), ("crew", "z-guild"), ("band", "z-guild")]
    tie = {"relation": "part-of"}
    own = [{**tie, "subject": f"units/{a}", "object": f"units/{b}"} for a, b in pairs]
    atlas = made_up(
        {"report/a": {"relations": own}},
        entities={f"units/{slug}": {"name": name} for slug, name in named.items()},
    )
    found = hierarchy(atlas)
    assert [one.name for one in found.branches] == ["units/z-guild", "units/a-town"]
    assert found.above == {"units/crew": ("units/z-guild", "units/a-town")}
    assert found.bodies == {f"units/{slug}" for slug in named}


def test_every_tie_of_the_documents_is_on_the_page(real: Project) -> None:
    """Each claim that states one is cited there, and every body is there, tied or not."""
    atlas = real.atlas
    page = hierarchy_page(atlas, real.findings)
    tree = LexborHTMLParser(fill(page, atlas.config.wording))
    relations = atlas.config.vocabulary.relations
    stated = Counter(
        claim.id
        for tie in ties(atlas)
        if relations[tie.relation].hierarchy
        for claim, _ in tie.stated
    )
    cited = Counter(
        (node.attributes["href"] or "").removeprefix("../facts/").removesuffix(".html")
        for node in tree.css("dl.staff .says > a.cite")
    )
    assert stated == cited
    links = {node.attributes["href"] for node in tree.css("a[href]")}
    units = {f"../{ref}.html" for ref in atlas.entities if ref.startswith("units/")}
    assert units <= links
    bodies = hierarchy(atlas).bodies
    assert {node.id for node in tree.css("ul.tree li[id]")} == {
        f"at-{ref.replace('/', '-')}" for ref in bodies
    }
