"""The book: a valid EPUB 3 that says what the site says, and whose every link leads somewhere."""

from __future__ import annotations

import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.atlas.atlas import Atlas
from generator.book.chapters import FACTS_PER_CHAPTER
from generator.book.package import book
from generator.publish.epub import EPUB
from tests.project import Project, call, lay_out, put

pytestmark = pytest.mark.pages

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"

Pages = dict[str, ET.Element]
Ids = dict[str, dict[str, list[ET.Element]]]
"""The elements of each chapter by their id, which is an id of one alone."""


@pytest.fixture(scope="module")
def atlas(either: Project) -> Atlas:
    """The records of the real project, and those of the fictional one."""
    return either.atlas


@pytest.fixture(scope="module")
def files(either: Project) -> dict[str, str]:
    """The files of its book."""
    return book(either.atlas, either.findings, "0" * 64, 1_700_000_000)


@pytest.fixture(scope="module")
def pages(files: dict[str, str]) -> Pages:
    """The chapters, parsed as the XML that they have to be."""
    return {
        path.removeprefix("EPUB/"): ET.fromstring(text)  # noqa: S314
        for path, text in files.items()
        if path.endswith(".xhtml")
    }


@pytest.fixture(scope="module")
def ids(pages: Pages) -> Ids:
    """What has an id in the chapters."""
    found: Ids = {path: {} for path in pages}
    for path, page in pages.items():
        for one in page.iter():
            if name := one.get("id"):
                found[path].setdefault(name, []).append(one)
    return found


@pytest.fixture(scope="module")
def facts(either: Project) -> list[dict[str, Any]]:
    """Its claims, as data."""
    found: list[dict[str, Any]] = json.loads(either.files["data/facts.json"])
    return found


def text(element: ET.Element | None) -> str:
    """What is read of an element."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def squeezed(words: str) -> str:
    """Words, whatever their spaces."""
    return " ".join(words.split())


def of_class(element: ET.Element, name: str) -> list[ET.Element]:
    """The elements of a class within an element."""
    return [one for one in element.iter() if name in (one.get("class") or "").split()]


def quotations(element: ET.Element) -> list[str]:
    """The quotations within an element, in their order, without their context."""
    return [
        text(one) for one in element.iter(f"{XHTML}blockquote") if one.get("class") != "context"
    ]


def _told(page: LexborHTMLParser) -> dict[str, list[str]]:
    """What a reader sees of an entity before its facts: spellings, remarks, and each row of ties.

    What a citation is called depends on where the claim stands, so that citations only count.
    """
    for citation in page.css("a.cite"):
        citation.replace_with("*")
    for folded in page.css("dl summary"):
        folded.decompose()
    read = {
        name: [squeezed(one.text()) for one in page.css(selector)]
        for name, selector in (("spellings", ".aliases li"), ("remarks", ".remark"))
    }
    for label in page.css("dl.infobox dt, dl.ties dt"):
        ends, following = list[str](), label.next
        while following is not None and following.tag != "dt":
            if following.tag == "dd":
                parts = following.css("details p") or [following]
                ends.extend(squeezed(one.text()) for one in parts)
            following = following.next
        read[f"tie: {label.text()}"] = ends
    return read


def test_an_entity_is_described_as_on_its_page(either: Project, files: dict[str, str]) -> None:
    """The book has the spellings, remarks and ties of the site, in its words and in its order."""
    site, compared = either.files, 0
    for ref in either.atlas.entities:
        page = LexborHTMLParser(
            re.sub(r"<p class=.remark.><a [^>]*place-.*", "", site[f"{ref}.md"])
        )
        on_the_page, in_the_book = _told(page), _told(LexborHTMLParser(files[f"EPUB/{ref}.xhtml"]))
        assert list(in_the_book.items()) == list(on_the_page.items()), ref
        compared += sum(map(len, on_the_page.values()))
    assert compared > 20


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("from: 1901\n      to: 1904", "1901 to 1904"),
        ("from: 1901", "from 1901 on"),
        ("to: 1904", "until 1904"),
    ],
)
def test_a_tie_has_its_time_from_when_to_when(project: Path, record: str, told: str) -> None:
    """A tie that began in 1901 and has no end is not told as one of that year."""
    file = project / "content/sources/mill-notes/facts.yaml"
    dated = "from: 1901\n      to: 1904"
    given = file.read_text(encoding="utf-8")
    assert dated in given
    file.write_text(given.replace(dated, record), encoding="utf-8")
    read = Project(project)
    atlas, pages = read.atlas, read.files
    chapters = book(atlas, read.findings, "0" * 64, 1_700_000_000)
    ends = [
        ref
        for claim in atlas.claims.values()
        for tie in claim.fact.relations
        if tie.from_ or tie.to
        for ref in (tie.subject, tie.object)
    ]
    assert len(ends) == 2
    for ref in ends:
        assert f"</a> {told} <a" in chapters[f"EPUB/{ref}.xhtml"], ref
        assert f"</a> {told} <a" in pages[f"{ref}.md"], ref


def addresses(pages: Pages) -> Iterator[tuple[str, str]]:
    """Every address in the book, with the chapter that it stands in."""
    for path, page in pages.items():
        for element in page.iter():
            for key, value in element.attrib.items():
                if key.rpartition("}")[2] in ("href", "src"):
                    yield path, value


def test_every_link_leads_somewhere(pages: Pages, files: dict[str, str]) -> None:
    """To a file of the book, and to an element there; or to what one may look up elsewhere."""
    anchors = {path: {one.get("id") for one in page.iter()} for path, page in pages.items()}
    followed = 0
    for path, address in addresses(pages):
        url = urlsplit(address)
        if url.scheme:
            assert url.scheme in ("http", "https", "mailto"), address
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(url.path)))
        target = target if url.path else path
        assert f"EPUB/{target}" in files, f"{path}: {address}"
        assert not url.fragment or url.fragment in anchors[target], f"{path}: {address}"
        followed += 1
    assert followed > 300


def test_no_page_runs_or_fetches_anything(pages: Pages, files: dict[str, str]) -> None:
    """No script, no form, nothing from another host; each id once."""
    for path, page in pages.items():
        tags = {one.tag.removeprefix(XHTML) for one in page.iter()}
        assert not tags & {"script", "iframe", "object", "form", "input", "audio", "video"}, path
        assert not [key for one in page.iter() for key in one.attrib if key.startswith("on")]
        ids = [one.get("id") for one in page.iter() if one.get("id")]
        assert len(ids) == len(set(ids)), path
    assert "url(" not in files["EPUB/book.css"]
    assert "@import" not in files["EPUB/book.css"]


def test_every_claim_is_under_its_number(ids: Ids, facts: list[dict[str, Any]]) -> None:
    """With its statement, who says so and through whom, its quotations, and the place of each."""
    for fact in facts:
        (claim,) = ids[f"claims/{fact['id'][2]}.xhtml"][fact["id"]]
        assert text(of_class(claim, "statement")[0]) == squeezed(fact["statement"])
        says = text(of_class(claim, "says")[0])
        for one in (*fact["attributed_to"], *fact["via"]):
            assert squeezed(one["words"]).lower() in says.lower(), fact["id"]
        assert quotations(claim) == [squeezed(one["exact"]) for one in fact["quotes"]]
        assert len(of_class(claim, "place")) == len(fact["quotes"]) + len(fact["context"])
        document = [one.get("href", "").partition("#") for one in claim.iter(f"{XHTML}a")]
        assert (f"../{fact['source']}.xhtml", "#", f"at-{fact['id']}") in document


def test_every_claim_is_where_it_belongs(ids: Ids, facts: list[dict[str, Any]]) -> None:
    """In a chapter of each entity that it mentions, with who says so and a note with its words."""
    chapters: dict[str, list[str]] = {}
    for path in ids:
        chapters.setdefault(re.sub(r"(\.\d+)?\.xhtml$", "", path), []).append(path)
    for fact in facts:
        for ref in fact["mentions"]:
            (path,) = [path for path in chapters[ref] if fact["id"] in ids[path]]
            (claim,) = ids[path][fact["id"]]
            (note,) = ids[path][f"n-{fact['id']}"]
            assert text(of_class(claim, "statement")[0]).startswith(squeezed(fact["statement"]))
            said_by = text(of_class(claim, "says")[0]).lower()
            assert fact["attributed_to"][0]["words"].lower() in said_by
            assert quotations(note) == [squeezed(one["exact"]) for one in fact["quotes"]]


def test_a_document_is_not_printed_in_its_order(pages: Pages, atlas: Atlas) -> None:
    """Its chapter has its claims in its order, and none of their quotations."""
    for ref in atlas.documents:
        chapter = pages[f"{ref}.xhtml"]
        assert quotations(chapter) == []
        shown = [one.get("id") for one in chapter.iter(f"{XHTML}li") if one.get("id")]
        assert shown == [f"at-{claim.id}" for claim in atlas.drawn_from.get(ref, ())]


def test_every_question_has_its_answers_and_its_pairs(pages: Pages, either: Project) -> None:
    """Each answer under its side; each pair of which something is found, with its reason."""
    atlas, findings = either.atlas, either.findings
    for ref, answers in atlas.answers.items():
        page = pages[f"{ref}.xhtml"]
        assert len(of_class(page, "statement")) == len(answers)
        told = [one for one in findings.by_question[ref] if one.outcome != "answer-differently"]
        contests = len(of_class(page, "contest"))
        beside = [item for each in of_class(page, "beside") for item in each]
        pairs = contests + sum(len(of_class(item, "cite")) - 1 for item in beside)
        assert pairs == len(told), ref
        reasons = {atlas.config.wording.reasons[one.why] for one in told}
        lines = [text(one) for one in page.iter(f"{XHTML}p")]
        assert all(any(line.startswith(one) for line in lines) for one in reasons)


def test_markers_and_notes_belong_together(pages: Pages) -> None:
    """A reader of books knows both by their kind, and the note leads back to its claim."""
    seen = 0
    for path, page in pages.items():
        notes = {one.get("id"): one for one in page.iter() if one.get(f"{OPS}type") == "footnote"}
        markers = [one for one in page.iter() if one.get(f"{OPS}type") == "noteref"]
        assert {one.get("href") for one in markers} == {f"#{key}" for key in notes}, path
        for key, note in notes.items():
            assert note.tag == f"{XHTML}aside"
            back = [one for one in note.iter() if one.get("role") == "doc-backlink"]
            assert [one.get("href") for one in back] == [f"#{(key or '')[2:]}"], path
        seen += len(markers)
    assert seen > 15


def test_the_package_lists_every_file_and_the_contents_every_chapter(
    files: dict[str, str], pages: Pages
) -> None:
    """In the order of reading; no chapter is left out of it, or has more than can be borne."""
    package = ET.fromstring(files["EPUB/package.opf"])  # noqa: S314
    items = {one.get("id"): one.get("href") for one in package.iter(f"{OPF}item")}
    listed = {f"EPUB/{path}" for path in items.values()}
    assert listed == set(files) - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    spine = [items[one.get("idref")] for one in package.iter(f"{OPF}itemref")]
    assert sorted(filter(None, spine)) == sorted(pages)
    toc = next(pages["contents.xhtml"].iter(f"{XHTML}nav"))
    contents = [one.get("href") for one in toc.iter(f"{XHTML}a")]
    assert [spine[0], *spine[2:]] == contents
    old = re.findall(r'<content src="([^"]+)"', files["EPUB/contents.ncx"])
    assert old == contents
    long = {path: len(of_class(page, "says")) for path, page in pages.items() if "/" in path}
    entities = {path: n for path, n in long.items() if path.startswith(("people", "units", "top"))}
    assert max(entities.values()) <= 4 * FACTS_PER_CHAPTER
    assert next(iter(files)) == "mimetype"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project."""
    return lay_out(tmp_path / "project")


def test_the_date_of_a_book_is_given(project: Path) -> None:
    """Or else it is that of the last commit; a reader of books sees first what kind of file it is."""
    assert call("--root", project, "epub", env={"SOURCE_DATE_EPOCH": "1700000000"}).returncode == 0
    with zipfile.ZipFile(project / EPUB) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
        document = archive.read("EPUB/package.opf").decode()
    assert "2023-11-14T22:13:20Z" in document


def test_a_project_without_a_history_is_undated(project: Path) -> None:
    """The time of the day is never asked for."""
    assert call("--root", project, "epub", env={"SOURCE_DATE_EPOCH": ""}).returncode == 0
    with zipfile.ZipFile(project / EPUB) as archive:
        assert "1980-01-01T00:00:00Z" in archive.read("EPUB/package.opf").decode()


def test_a_page_that_is_not_xml(project: Path) -> None:
    """The message says which page, and where; no book is made."""
    put(project, {"site_config/pages/about/index.md": "# About\n\n<p>a<br>b &nbsp; c</p>\n"})
    done = call("--root", project, "epub")
    assert done.returncode == 1
    assert "site_config/pages/about/index.md: " in done.stderr
    assert not (project / "dist").exists()


def test_no_book_of_faulty_records(project: Path) -> None:
    """Problems are printed as `check` prints them."""
    put(project, {"content/people/ada-okoro.yaml": "name: Ada\nborn: 1900\n"})
    done = call("--root", project, "epub")
    assert done.returncode == 1
    assert "content/people/ada-okoro.yaml:2:1: record: born" in done.stdout
    assert not (project / "dist").exists()
