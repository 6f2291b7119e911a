"""A glance: whether a page that is plainly written surely says what the records say.

If so, it need not be parsed. If not, `claims` parses it, and says what is wrong, if anything is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.publish.audit.plain import text_of

_ITEM = re.compile(r'<li class="(?:claim|note)" id="([^"]+)"')
_STATEMENT = '<p class="statement"'
_SAYS = '<p class="says'
_QUOTE = '<blockquote class="quote">'
_PARAGRAPH = re.compile(r"</?p(?: [^<>]*)?>")


def items(content: str) -> Iterator[tuple[str, str]]:
    """The id of each claim or note in a list, and what comes after it until its first end tag.

    Elements within it may come later, but no other item's do come before.
    """
    found = list(_ITEM.finditer(content))
    for number, item in enumerate(found):
        after = found[number + 1].start() if number + 1 < len(found) else len(content)
        end = content.find("</li>", item.end(), after)
        yield item[1], content[item.end() : after if end < 0 else end]


def statement_in(markup: str) -> str | None:
    """The first statement; None if there is none, or only a parser can tell."""
    return _first(markup, _STATEMENT)


def says_in(markup: str) -> str | None:
    """The first line about who says something; None if there is none, or only a parser can tell."""
    return _first(markup, _SAYS)


def _first(markup: str, begin: str) -> str | None:
    start = markup.find(begin)
    end = markup.find("</p>", start)
    if start < 0 or end < 0:
        return None
    return text_of(markup[markup.index(">", start) + 1 : end])


def are_quoted(markup: str, wanted: list[str]) -> bool:
    """Whether the first quotations are surely these, in their order."""
    pieces = markup.split(_QUOTE)[1 : len(wanted) + 1]
    return len(pieces) == len(wanted) and all(
        _quoted(piece) == quote for piece, quote in zip(pieces, wanted, strict=True)
    )


def _quoted(piece: str) -> str | None:
    inside, end, _ = piece.partition("</blockquote>")
    return text_of(_PARAGRAPH.sub("", inside)) if end else None
