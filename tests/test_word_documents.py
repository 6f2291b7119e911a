"""DOCX: what a reader of it sees, and a plain word for a file that can't be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from generator.intake.authors import Author
from generator.intake.document import Imprint, Reading, RefusedError
from generator.intake.formats import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document: WordDocument) -> bytes:
    """The file of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def written_document(*paragraphs: str) -> WordDocument:
    """A document whose paragraphs have this XML in them."""
    document = Document()
    for xml in paragraphs:
        element = parse_xml(f"<w:p {W} {MC}>{xml}</w:p>")
        document.element.body.insert(len(document.element.body) - 1, element)
    return document


def written(*paragraphs: str) -> Reading:
    """Such a document, taken in."""
    return read(saved(written_document(*paragraphs)))


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """An archive with other contents in its files."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return file.getvalue()


def run(text: str, style: str = "") -> str:
    """A run of text in XML."""
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_headings_and_rows() -> None:
    """Each with its level; a row whose cells have one paragraph each is one."""
    document = Document()
    document.add_heading("The bell", 0)
    document.add_heading("How it went", 2)
    paragraph = document.add_paragraph("The guild took ")
    paragraph.add_run("the bell").bold = True
    paragraph.add_run(" in ﬁfty carts.")
    document.add_paragraph("One", style="List Number")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Name", "Came", "Okoro", "1902"),
        strict=True,
    ):
        cell.text = text
    layout = document.add_table(1, 2)
    layout.cell(0, 0).text = "First."
    layout.cell(0, 0).add_paragraph("Second.")
    layout.cell(0, 1).text = "Third."
    found = read(saved(document)).paragraphs
    assert [(one.level, one.text) for one in found] == [
        (1, "The bell"),
        (2, "How it went"),
        *((0, "The guild took the bell in fifty carts."), (0, "One")),
        *((0, "Name  Came"), (0, "Okoro  1902"), (0, "First."), (0, "Second."), (0, "Third.")),
    ]


def test_a_custom_style_is_a_heading_too() -> None:
    """If it is based on one, or has a level of the outline."""
    document = Document()
    mine = document.styles.add_style("Mine", 1)
    mine.base_style = document.styles["Heading 3"]
    other = document.styles.add_style("Other", 1)
    other.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="1"/>'))
    document.add_paragraph("Three", style=mine)
    document.add_paragraph("Two", style=other)
    document.add_paragraph("None")
    assert [one.level for one in read(saved(document)).paragraphs] == [3, 2, 0]


@pytest.mark.parametrize(
    ("xml", "texts"),
    [
        (run("70,000") + run("2", '<w:vertAlign w:val="superscript"/>') + run(" men"), ["70,000² men"]),
        (run("21") + run("st", '<w:vertAlign w:val="superscript"/>') + run(" day"), ["21st day"]),
        (run("It ") + run("never ", "<w:vanish/>") + run("left"), ["It left"]),
        (f'{run("It ")}<w:ins w:id="1" w:author="x">{run("never ")}</w:ins>{run("left")}', ["It never left"]),
        (f'{run("It ")}<w:del w:id="1" w:author="x"><w:r><w:delText>never </w:delText></w:r></w:del>{run("left")}', ["It left"]),
        ('<w:r><w:t>One.</w:t><w:br/><w:t>Two</w:t><w:br/><w:t>and three</w:t></w:r>', ["One.", "Two and three"]),
        ('<w:r><w:t>tow</w:t><w:softHyphen/><w:t>er</w:t><w:noBreakHyphen/><w:t>top</w:t><w:tab/><w:t>x</w:t></w:r>', ["tower-top x"]),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> one</w:t></w:r>', ["• one"]),
        (f'<w:hyperlink>{run("A link")}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>', ["A link"]),
        (f'<w:smartTag>{run("Wend")}</w:smartTag><w:sdt><w:sdtContent>{run(" mill")}</w:sdtContent></w:sdt>', ["Wend mill"]),
        (
            (f'{run("Around.")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p>{run("In the box.")}</w:p>'
            f'</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>{run("In the box.")}</w:p></w:txbxContent>'
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
            ["Around.", "In the box."],
        ),
        (run("انجمن زنگ را می‌خواهد", "<w:rtl/>"), ["انجمن زنگ را می‌خواهد"]),
    ],
)  # fmt: skip
def test_what_is_in_a_paragraph(xml: str, texts: list[str]) -> None:
    """What was inserted is there, what was deleted or hidden is not; a text box comes after."""
    assert [one.text for one in written(xml).paragraphs] == texts


def test_what_was_left_out_is_reported() -> None:
    """Deleted texts and comments are doubts; the numbers of lists are not the document's."""
    reading = written(
        f"<w:pPr><w:numPr/></w:pPr>{run('It ')}<w:del><w:r/></w:del><w:r><w:commentReference w:id='1'/></w:r>"
    )
    assert [(one.doubt, one.what, one.shown) for one in reading.remarks] == [
        (True, "texts that were deleted, but are still in the file, were left out", "1"),
        (True, "comments were left out", "1"),
        (False, "list numbers and bullets are added by Word, and are not in the seed", "1"),
    ]


def test_notes_are_at_the_end() -> None:
    """Their marks are raised digits."""
    document = Document()
    element = parse_xml(
        f"<w:p {W}>{run('The guild sent 70,000')}<w:r><w:footnoteReference w:id='2'/></w:r>{run(' men.')}</w:p>"
    )
    document.element.body.insert(0, element)
    data = saved(document)

    def with_notes(name: str, content: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
            link = f'<Relationship Id="rIdN" Type="{kind}" Target="footnotes.xml"/></Relationships>'
            return content.replace(b"</Relationships>", link.encode())
        return content

    file = io.BytesIO(repacked(data, with_notes))
    with ZipFile(file, "a") as archive:
        archive.writestr(
            "word/footnotes.xml",
            f"<w:footnotes {W}><w:footnote w:id='2'><w:p>{run('So the book.')}</w:p></w:footnote></w:footnotes>",
        )
    assert [one.text for one in read(file.getvalue()).paragraphs] == [
        "The guild sent 70,000¹ men.",
        "1 So the book.",
    ]


def test_what_the_properties_say() -> None:
    """Title, authors, language and the day; the names that programs put are none."""
    document = Document()
    said = document.core_properties
    said.title, said.author, said.language = "The bell", "Ada Okoro; Tomas Reed", "fa-IR"
    assert read(saved(document)).imprint == Imprint(
        place="the properties of the DOCX",
        title="The bell",
        authors=(Author("Ada Okoro"), Author("Tomas Reed")),
        language="fa-IR",
        made="2013-12-23",
    )
    said.author = "python-docx"
    assert read(saved(document)).imprint.authors == ()


def archive(**files: bytes) -> bytes:
    """An archive of these files; `__` in a name stands for `/`."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name, content in files.items():
            new.writestr(name.replace("__", "/"), content)
    return file.getvalue()


BROKEN = "this DOCX is broken; get it again from where it came, or open it and save it again"
LOCKED = bytearray(archive(word__document=b"x"))
for mark in (b"PK\x03\x04", b"PK\x01\x02"):
    LOCKED[LOCKED.index(mark) + (6 if mark == b"PK\x03\x04" else 8)] |= 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(saved(Document())[:-200], BROKEN.replace("DOCX", "file"), id="cut off"),
        pytest.param(archive(word__document=b"x"), BROKEN, id="without its parts"),
        pytest.param(
            repacked(saved(Document()), lambda name, data: b"<w" if name == "word/document.xml" else data),
            BROKEN,
            id="no XML",
        ),
        pytest.param(bytes(LOCKED), "this file has a password; save it without one, and add that", id="a password"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1" + "EncryptedPackage".encode("utf-16-le"),
            "this file has a password; save it without one, and add that",
            id="a password of Word",
        ),
        pytest.param(
            archive(mimetype=b"application/vnd.oasis.opendocument.text", content=b"x"),
            "this is an OpenDocument file; open it and save it as DOCX",
            id="ODT",
        ),
        pytest.param(archive(xl__workbook=b"x"), "this is a spreadsheet or slides; save it as PDF", id="XLSX"),
        pytest.param(archive(a=b"x"), "this is a compressed file; unpack it first", id="another archive"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(data: bytes, told: str) -> None:
    """The message says what to do."""
    with pytest.raises(RefusedError) as caught:
        read(data)
    assert str(caught.value) == told


def test_a_bomb_is_refused() -> None:
    """A small file that unpacks to a huge one is not unpacked."""
    with pytest.raises(RefusedError) as caught:
        read(archive(word__document=b"\0" * 2**26))
    assert str(caught.value) == (
        "this file unpacks to 64 MB, far more than a document has; if "
        "you trust where it came from, open it and save it again"
    )


def test_entities_blow_nothing_up() -> None:
    """A file whose XML doubles a text again and again is refused at once."""
    many = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
    head = f'<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a0 "boom">{many}]>'

    def spoilt(name: str, data: bytes) -> bytes:
        if name != "word/document.xml":
            return data
        text = f"<w:document {W}><w:body><w:p>{run('It left.&a39;')}</w:p></w:body></w:document>"
        return (head + text).encode()

    with pytest.raises(RefusedError):
        read(repacked(saved(Document()), spoilt))
