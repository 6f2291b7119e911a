"""Prose: which words of a sentence are links, and where they lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.atlas.names import index
from generator.atlas.prose import Link, Piece, Unlinked, links, pieces_of, plain_words

NAMES = index(
    [("Ada", "people/ada"), ("A. O.", "people/ada"), ("A. O.", "people/abel"), ("a|b", "units/b")]
)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("They left.", [Unlinked("They left.")]),
        ("[[people/ada|She]] left.", [Link("She", "people/ada"), Unlinked(" left.")]),
        ("Then [[people/ada]]", [Unlinked("Then "), Link("people/ada", "people/ada")]),
        ("[[people/ada|]]", [Link("people/ada", "people/ada")]),
        ("[[ people/ada | She ]]", [Link("She", "people/ada")]),
        ("[[people/ada|a|b]]", [Link("a|b", "people/ada")]),
        ("[[Ada]]", [Link("Ada", "people/ada", ("people/ada",))]),
        ("[[ Ada ]]", [Link("Ada", "people/ada", ("people/ada",))]),
        ("[[A. O.]]", [Link("A. O.", None, ("people/abel", "people/ada"))]),
        ("[[Edo]]", [Link("Edo", None)]),
        ("[[nowhere|Edo]]", [Link("Edo", "nowhere")]),
        (
            "[[Ada]][[people/edo|Edo]]",
            [Link("Ada", "people/ada", ("people/ada",)), Link("Edo", "people/edo")],
        ),
        ("[[Ada] left]].", [Unlinked("[[Ada] left]].")]),
        ("[Ada]", [Unlinked("[Ada]")]),
        ("[[[Ada]]]", [Unlinked("["), Link("Ada", "people/ada", ("people/ada",)), Unlinked("]")]),
        ("[[]]", [Link("", None)]),
    ],
)
def test_pieces_of_a_sentence(text: str, pieces: list[Piece]) -> None:
    """A whole link becomes one; whatever is not whole stays as it was typed."""
    assert list(pieces_of(text, NAMES)) == pieces
    assert list(links(pieces_of(text, NAMES))) == [one for one in pieces if isinstance(one, Link)]


def test_a_sentence_as_it_is_read() -> None:
    """With the words of its links, in their place."""
    read = pieces_of("Then [[people/ada|she]] met [[Edo]] and left.", NAMES)
    assert plain_words(read) == "Then she met Edo and left."
    assert [link.words for link in links(read)] == ["she", "Edo"]


SHE = ("people/ada", "She")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[She](people/ada)", SHE),
        ("[She] (people/ada)", SHE),
        ("[She](people/ada.md)", SHE),
        ("[She](../people/ada.html)", SHE),
        ("[She][people/ada]", SHE),
        ("[[She]](people/ada)", SHE),
        ("[people/ada](She)", SHE),
        ("[people/ada|She]", SHE),
        ("[[people/ada|She]", SHE),
        ("[people/ada|She]]", SHE),
        ("{{people/ada|She}}", SHE),
        ("[[She|people/ada]]", SHE),
        ("[She|people/ada]", SHE),
        ("[[people/ada||She]]", SHE),
        ("[[people/ada, She]]", SHE),
        ("[[people/ada She]]", SHE),
        ("[[/people/ada|She]]", SHE),
        ("[[content/people/ada.yaml|She]]", SHE),
        ("[[people/ada]", ("people/ada", "people/ada")),
        ("[people/ada]", ("people/ada", "people/ada")),
        ("(people/ada)", ("people/ada", "people/ada")),
        ("<people/ada>", ("people/ada", "people/ada")),
        ("people/ada", ("people/ada", "people/ada")),
        ("[Ada](https://a.example/ada)", ("people/ada", "Ada")),
        ("[She](a-page)", (None, "She")),
        ("[She](people/edo)", ("people/edo", "She")),
    ],
)
def test_a_slip_is_read_as_the_link_that_is_meant(
    written: str, meant: tuple[str | None, str]
) -> None:
    """It leads where it was meant to, so that no other rule misses the link; it keeps its form."""
    before, link, after = pieces_of(f"Then {written}, too.", NAMES)
    assert (before, after) == (Unlinked("Then "), Unlinked(", too."))
    assert isinstance(link, Link)
    assert (link.ref, link.words, link.slip) == (*meant, written)


@pytest.mark.parametrize(
    "text",
    [
        "They saw 50 units/day (units/day) and 3 people/mile.",
        "[sic] (and so on) [43][44] (1|2) {x}",
        "http://a.example/people/ada and a/people/ada, people/adam, people/ada-lovelace",
        "and/or (either/or)",
    ],
)
def test_what_only_looks_like_a_link(text: str) -> None:
    """A rate, a note mark, an address and words in brackets are words."""
    assert pieces_of(text, NAMES) == (Unlinked(text),)


@given(st.lists(st.sampled_from(["[[", "]]", "[", "]", "|", "Ada", "people", " ", "x"])))
def test_nothing_is_lost(parts: list[str]) -> None:
    """All that is outside of links is read as it was typed."""
    text = "".join(parts)
    read = pieces_of(text, NAMES)
    plain = "".join(one.words for one in read if isinstance(one, Unlinked))
    assert all(one.words for one in read if isinstance(one, Unlinked))
    assert len(plain) == len(text) - sum(map(len, _whole_links(text)))


def _whole_links(text: str) -> list[str]:
    """The links of a text, found from their ends: the shortest stretch before each `]]`."""
    found, rest = [], text
    while "]]" in rest:
        before, _, rest = rest.partition("]]")
        inside = before.rpartition("[[")[2] if "[[" in before else "["
        if not set(inside) & set("[]"):
            found.append(f"[[{inside}]]")
    return found
