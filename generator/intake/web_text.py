"""What a web page says, as paragraphs: HTML, and the XHTML of an EPUB."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.intake.cleaning import raised
from generator.intake.document import Paragraph, Remark
from generator.intake.flow import Flow
from generator.intake.web_parts import beside, children, is_around, main_part, words_of_node

LEFT_OUT = (
    "parts around the text were left out; check that each belongs to the site, not to the document"
)

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "ul",
    ]
)
_CELL_BLOCKS = "p, div, ul, ol, dl, table, h1, h2, h3, h4, h5, h6, blockquote, pre"
_UNREAD = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "datalist",
        "embed",
        "head",
        "iframe",
        "input",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
        "del",
    ]
)
_AROUND = frozenset(("nav", "form", "header", "footer", "aside"))
_ROLES = frozenset(("navigation", "search", "banner", "contentinfo", "dialog", "alert"))
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden")
_HEADING = re.compile(r"h[1-6]")
_NAVIGATION = re.compile(
    r"(?:^|[\s_-])(?:\w{0,9}nav(?:bar|header|footer|igation|links)?|breadcrumbs?|pagination|pager)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""What pages call a menu that is no `nav`: "docnav top", "navheader", "breadcrumbs"."""
_PAGE_CLASS = re.compile(r"\bpage-?(?:num|number|break)s?\b", re.IGNORECASE)
_PAGE_LABEL = re.compile(r"(\d+|[ivxlc]+)\W*$", re.IGNORECASE)
_ANCHORS = frozenset("¶#§🔗↩")
_NOTE_MARK = re.compile(r"\s*[-+(]?\d+\)?\s*")


def paragraphs_of_page(
    tree: LexborHTMLParser, *, whole: bool = False
) -> tuple[list[Paragraph], list[Remark]]:
    """The paragraphs of a page without what is around its text, and what was left out.

    A `whole` page has nothing around its text but menus.
    """
    body = tree.body
    if body is None:
        return [], []
    for node in (*body.css(", ".join(_UNREAD)), *filter(_is_anchor, body.css("a"))):
        node.decompose()
    root = body if whole else main_part(body)
    walk = _Walk(inside=whole or root is not body)
    walk.read(root)
    around = [*beside(root, body), *walk.left_out]
    return walk.flow.paragraphs, [
        Remark(LEFT_OUT, text[:200], doubt=True) for node in around if (text := words_of_node(node))
    ]


class _Walk:
    """A walk through a page, in the order of its text. It needs no recursion, however deep a page is."""

    def __init__(self, *, inside: bool) -> None:
        self.flow = Flow()
        self.left_out: list[LexborNode] = []
        self._inside = inside  # the part that claims to be the text
        self._rows = 0
        self._preserved = 0

    def read(self, root: LexborNode) -> None:
        """Build the paragraphs of everything in a node."""
        waiting: list[tuple[LexborNode, bool]] = [(root, False)]
        while waiting:
            node, left = waiting.pop()
            if left:
                self._leave(node)
            elif node.tag == "-text":
                self._text(node.text_content or "")
            elif self._enter(node):
                waiting.append((node, True))
                waiting += ((child, False) for child in reversed([*children(node)]))
        self.flow.end()

    def _enter(self, node: LexborNode) -> bool:
        """Begin an element; False if its content is not to be read."""
        tag, attributes = node.tag or "", node.attributes
        if tag in _UNREAD or tag == "-comment" or _is_hidden(attributes):
            return False
        if label := _page_label(node, attributes):
            self.flow.page(label)
            return False
        if self._is_around(node, tag, attributes):
            self.left_out.append(node)
            return False
        if (tag == "sup" or _is_note_mark(attributes)) and _NOTE_MARK.fullmatch(node.text()):
            self.flow.add(raised(node.text().strip()))
            return False
        self._begin(tag, node)
        return True

    def _begin(self, tag: str, node: LexborNode) -> None:
        if tag == "br":
            self.flow.break_line()
        elif tag == "q":
            self.flow.add("“")
        elif tag == "tr":
            self.flow.end()
            self._rows += _is_row(node)
        elif tag in ("td", "th"):
            self.flow.next_cell() if self._rows else self.flow.end()
        elif tag in _BLOCKS and not self._rows:
            self.flow.end()
        if _HEADING.fullmatch(tag) and not self._rows:
            self.flow.level = int(tag[1])
        self._preserved += tag == "pre"

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "q":
            self.flow.add("”")
        elif tag == "tr":
            self.flow.end()
            self._rows -= _is_row(node)
        elif tag in _BLOCKS and self._rows:
            self.flow.add(" ")
        elif tag in _BLOCKS:
            self.flow.end()
        if _HEADING.fullmatch(tag):
            self.flow.level = 0
        self._preserved -= tag == "pre"

    def _text(self, text: str) -> None:
        if not self._preserved:
            self.flow.add(text)
            return
        first, *others = text.split("\n")
        self.flow.add(first)
        for line in others:
            self.flow.end()
            self.flow.add(line)

    def _is_around(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
        """Whether an element belongs to the site, not the text: a menu, a head or a foot."""
        if tag == "nav" or (attributes.get("role") or "") in _ROLES:
            return True
        if tag in _BLOCKS and _NAVIGATION.search(attributes.get("class") or ""):
            return is_around(node)
        return tag in _AROUND and not self._inside and is_around(node)


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return hidden or _HIDDEN.search(attributes.get("style") or "") is not None


def _is_note_mark(attributes: dict[str, str | None]) -> bool:
    kinds = f"{attributes.get('epub:type') or ''} {attributes.get('role') or ''}"
    return "noteref" in kinds


def _page_label(node: LexborNode, attributes: dict[str, str | None]) -> str:
    """The number of the page that begins at a mark, as in e-books and digitised books, or ""."""
    kinds = f"{attributes.get('epub:type') or ''} {attributes.get('role') or ''}"
    if "pagebreak" in kinds:
        said = attributes.get("title") or attributes.get("aria-label") or node.text()
        found = _PAGE_LABEL.search((said or attributes.get("id") or "").strip())
    elif _PAGE_CLASS.search(attributes.get("class") or "") and len(node.text()) < 20:
        found = _PAGE_LABEL.search((node.text() or attributes.get("id") or "").strip(" []()."))
    else:
        return ""
    return found[1] if found else ""


def _is_anchor(link: LexborNode) -> bool:
    """Whether a link is only a sign: for linking to a heading, or for going back from a note."""
    return link.text().strip().rstrip("\ufe0e\ufe0f") in _ANCHORS


def _is_row(row: LexborNode) -> bool:
    """Whether a row has data and is not just layout: none of its cells has several blocks."""
    return all(len(cell.css(_CELL_BLOCKS)) <= 1 for cell in children(row))
