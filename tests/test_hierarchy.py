"""The hierarchy holds every tie that the documents state, once, whatever they say."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.findings.hierarchy import LISTS_NESTED, Branch, grow, hierarchy, walk
from generator.findings.ties import ties
from generator.markup.templates import fill
from generator.pages.hierarchy import hierarchy_page
from tests.made_up import MadeUp, made_up
from tests.project import Project

NAMES = st.sampled_from([f"n{number}" for number in range(12)])
EDGES = st.lists(st.tuples(NAMES, NAMES), max_size=40)


def depth(branch: Branch) -> int:
    """How many lists are nested in one another."""
    return 1 + max(map(depth, branch.under), default=0)


@given(EDGES)
@example([("a", "a")])
@example([("a", "b"), ("b", "a")])
@example([(f"m{number + 1:02}", f"m{number:02}") for number in range(40)])
def test_each_tie_appears_once_and_each_thing_whole_once(edges: list[tuple[str, str]]) -> None:
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


def test_a_thing_is_under_the_deepest_above_it() -> None:
    """A tie that other ties together imply is shown only by the name."""
    force, corps, state = "force", "corps", "a state"
    grown = grow([state, corps, force], [(force, state), (force, corps), (corps, state)])
    assert grown == (
        Branch(
            state,
            True,
            (Branch(corps, True, (Branch(force, True),)), Branch(force, False)),
        ),
    )


@pytest.mark.parametrize(
    ("names", "edges", "shape"),
    [
        # In the order given, not by reference.
        ("zba", "bz az", "z(b a)"),
        ("zab", "bz az", "z(a b)"),
        # Of two above it that are as deep, the first.
        ("yxc", "cx cy", "y(c) x(c-)"),
        ("xyc", "cx cy", "x(c) y(c-)"),
        # A circle begins with the first, or where it is entered from outside.
        ("ba", "ab ba", "b(a(b-))"),
        ("ab", "ab ba", "a(b(a-))"),
        ("abt", "ab ba at", "t(a(b(a-)))"),
        ("aab", "aa ba", "a(a- b)"),
        # Eight lists stand one within another; the rest begins anew.
        ("abcdefghi", "ba cb dc ed fe gf hg ih", "a(b(c(d(e(f(g(h(i-)))))))) i"),
        ("abcdefgh", "ba cb dc ed fe gf hg", "a(b(c(d(e(f(g(h)))))))"),
    ],
)
def test_how_a_tree_grows(names: str, edges: str, shape: str) -> None:
    """Each edge is one below and one above; "-" marks a thing that is whole elsewhere."""
    grown = grow(list(names), [(edge[0], edge[1]) for edge in edges.split()])
    assert " ".join(map(_shape, grown)) == shape


def _shape(branch: Branch) -> str:
    under = " ".join(map(_shape, branch.under))
    return f"{branch.name}{'' if branch.whole else '-'}{f'({under})' if under else ''}"


@pytest.mark.parametrize(
    ("town", "above"),
    [("Town", ["units/z-guild", "units/a-town"]), ("Abbey", ["units/a-town", "units/z-guild"])],
)
def test_what_else_a_thing_is_said_to_be_under(town: str, above: list[str]) -> None:
    """All above it but the one where it is whole, by their names, whatever their references."""
    named = {"crew": "Crew", "band": "Band", "a-town": town, "z-guild": "Guild"}
    pairs = [("crew", "a-town"), ("crew", "band"), ("crew", "z-guild"), ("band", "z-guild")]
    tie = {"relation": "part-of"}
    own = [{**tie, "subject": f"units/{a}", "object": f"units/{b}"} for a, b in pairs]
    atlas = made_up(
        {"report/a": {"relations": own}},
        entities={f"units/{slug}": {"name": name} for slug, name in named.items()},
    )
    found = hierarchy(atlas)
    assert [one.name for one in found.branches] == above
    assert found.above == {"units/crew": tuple(above)}
    assert found.bodies == {f"units/{slug}" for slug in named}
    assert found.people == {}


def _of_guild(who: str, relation: str = "commanded", **dates: str) -> MadeUp:
    return {"subject": f"people/{who}", "relation": relation, "object": "units/guild", **dates}


def test_the_people_of_a_body_are_in_order() -> None:
    """By relation, then by the first date that is stated, or by when; last, by name."""
    facts: dict[str, MadeUp] = {
        "report/a": {"relations": [_of_guild("kim", "belonged-to")], "when": "1800"},
        "report/b": {"relations": [_of_guild("ada", to="1904")], "when": "1800"},
        "report/c": {"relations": [_of_guild("edo", **{"from": "1902", "to": "1999"})]},
        "report/d": {"relations": [_of_guild("ney")], "when": "1903"},
        "report/e": {"relations": [_of_guild("zoe")]},
        "report/f": {"relations": [_of_guild("zoe")], "when": "1911"},
        "report/g": {"relations": [_of_guild("zoe")], "when": "1901"},
        "report/h": {"relations": [_of_guild("x"), _of_guild("y"), _of_guild("z", "met")]},
    }
    named = {"x": "Mo", "y": "Lu", "ada": "Ada", "edo": "Edo", "ney": "Ney", "zoe": "Zoe"}
    named |= {"kim": "Kim", "z": "Z"}
    entities = {f"people/{slug}": {"name": name} for slug, name in named.items()}
    found = hierarchy(made_up(facts, entities=entities | {"units/guild": {}}))
    order = [tie.subject.removeprefix("people/") for tie in found.people["units/guild"]]
    assert order == ["zoe", "edo", "ney", "ada", "y", "x", "kim"]
    assert found.parts == {}
    assert found.ties == len(order)
    assert found.bodies == {"units/guild"}


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
