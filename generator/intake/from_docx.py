"""DOCX: its paragraphs, rows and notes, and what its properties say."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from lxml import etree

from generator.intake.archive import broken, opened
from generator.intake.authors import Author
from generator.intake.document import Imprint, Reading
from generator.intake.docx_text import WordText

_WHAT = "DOCX"
_NO_AUTHORS = ("python-docx", "Microsoft Office User", "Unknown")
_NOTES = ("footnotes", "endnotes")


def read_docx(data: bytes) -> Reading:
    """The paragraphs of a DOCX with its notes after them. Raises RefusedError."""
    with opened(data, _WHAT):  # which refuses bombs and passwords
        try:
            document: WordDocument = Document(BytesIO(data))
            text = WordText(_levels(document), _notes(document))
            text.read(document.element.body)
            imprint = _imprint(document)
        except (OpcError, AttributeError, TypeError, etree.LxmlError):
            raise broken(_WHAT) from None
    return Reading(imprint, paragraphs=tuple(text.paragraphs()), remarks=tuple(text.remarks()))


def _levels(document: WordDocument) -> dict[str, int]:
    """The heading level of each style by id: its own, or that of the style it is based on."""
    levels: dict[str, int] = {}
    for style in document.styles:
        basis = style
        while basis is not None and style.style_id not in levels:
            name = (basis.name or "").lower()
            outline = basis.element.find("w:pPr/w:outlineLvl", basis.element.nsmap)
            if name == "title":
                levels[style.style_id] = 1
            elif name.startswith("heading ") and name[8:].isdecimal():
                levels[style.style_id] = int(name[8:])
            elif outline is not None:
                value = outline.get(f"{{{basis.element.nsmap['w']}}}val")
                levels[style.style_id] = (int(value) + 1) % 10
            basis = getattr(basis, "base_style", None)
    return levels


def _notes(document: WordDocument) -> dict[tuple[str, str], etree._Element]:
    """The notes of a document, by their kind and their id."""
    notes = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in _NOTES and not relation.is_external:
            root = etree.fromstring(
                relation.target_part.blob, etree.XMLParser(resolve_entities=False)
            )
            for note in root:
                notes[kind.removesuffix("s"), note.get(f"{{{root.nsmap['w']}}}id") or ""] = note
    return notes


def _imprint(document: WordDocument) -> Imprint:
    said = document.core_properties
    authors = [name.strip() for name in said.author.split(";")]
    made = said.created or said.modified
    return Imprint(
        place="the properties of the DOCX",
        title=said.title,
        authors=tuple(Author(name) for name in authors if name and name not in _NO_AUTHORS),
        language=said.language,
        made=f"{made:%Y-%m-%d}" if made else "",
    )
