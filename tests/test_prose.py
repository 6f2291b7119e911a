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


@given(st.lists(st.sampled_from(["[[", "]]", "[", "]", "|", "Ada", "people/ada", " ", "x"])))
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
