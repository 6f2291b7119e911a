"""The audit lets a sound site pass, and refuses each fault that is planted in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.audit.audit import audit_alone
from generator.publish.audit.links import Links

PAGE = '<!doctype html><html><head><title>x</title>{head}</head><body id="top">{body}</body></html>'
SOUND = {
    "index.html": '<a href="people/ada.html#f-1">Ada</a> <a href="assets/a.css">style</a>',
    "people/ada.html": '<p id="f-1">a</p> <a href="../index.html#top">home</a> <a href="#f-1">here</a>'
    ' <a href="ada.html?q=1">again</a> <a name="old"></a> <a href="#old">old</a>',
    "people/zo%C3%A9.html": "x",
    "404.html": '<a href="/index.html">home</a> <a href="/">home</a>',
    "assets/a.css": "p {}",
}


def _site(folder: Path, body: str = "", head: str = "", path: str = "units/crew.html") -> Path:
    """A sound site, with one page more."""
    pages = {**SOUND, path: body}
    for name, text in pages.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        whole = PAGE.format(head=head if name == path else "", body=text)
        target.write_text(whole if name.endswith(".html") else text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("", ""),
        ('<a href="../people/ada.html">Ada</a>', ""),
        ('<a href="../people/ada.html#f-1">Ada</a>', ""),
        ('<a href="../people/zo%25C3%25A9.html">escaped twice, as the file is named</a>', ""),
        (
            '<a href="https://creativecommons.org/licenses/by/4.0/">another host, to be asked</a>',
            "",
        ),
        ('<a href="mailto:a@b.example">letter</a>', ""),
        ("", '<link rel="canonical" href="https://attested.example/units/crew.html">'),
        ("", '<link rel="stylesheet" href="../assets/a.css">'),
        ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">', ""),
    ],
)
def test_a_sound_site_passes(tmp_path: Path, body: str, head: str) -> None:
    """Links that work inside the site, or lead out of it only when followed, are fine."""
    assert audit_alone(_site(tmp_path, body, head)) == []


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<a href="nowhere.html">x</a>', "nowhere.html leads to no file of the site"),
        ('<a href="../people/">x</a>', "../people/ leads to no file of the site"),
        ('<a href="../people/Ada.html">x</a>', "../people/Ada.html leads to no file of the site"),
        ('<a href="ada.html">x</a>', "ada.html leads to no file of the site"),
        (
            '<a href="../../people/bob.html">x</a>',
            "../../people/bob.html leads to no file of the site",
        ),
        ('<img src="a.png" alt="">', "a.png leads to no file of the site"),
        (
            '<script src="../assets/gone.js"></script>',
            "../assets/gone.js leads to no file of the site",
        ),
        ('<a href="#gone">x</a>', "#gone leads to an anchor that the page does not have"),
        (
            '<a href="../people/ada.html#F-1">x</a>',
            "../people/ada.html#F-1 leads to an anchor that the page does not have",
        ),
        ('<a href="/people/ada.html">x</a>', "/people/ada.html begins with /"),
        ('<p id="a">x</p><p id="a">y</p>', "more than one element has the id 'a'"),
        ('<p id="top">x</p>', "more than one element has the id 'top'"),
        (
            '<script src="https://evil.example/a.js"></script>',
            "<script> loads https://evil.example/a.js from another host",
        ),
        (
            '<img src="//evil.example/a.png" alt="">',
            "<img> loads //evil.example/a.png from another host",
        ),
        (
            '<iframe src="http://evil.example/"></iframe>',
            "there is an element <iframe>, which may not be in a page",
        ),
        (
            '<link rel="stylesheet" href="https://evil.example/a.css">',
            "<link> loads https://evil.example/a.css from another host",
        ),
        (
            '<a href="https://[evil/">x</a>',
            "<a> has an address that can't be read: https://[evil/",
        ),
        ('<a href="javascript:alert(1)">x</a>', "javascript:alert(1)"),
        ('<a href="JavaScript:alert(1)">x</a>', "JavaScript:alert(1)"),
        ('<a href="data:text/html,x">x</a>', "data:text/html,x"),
    ],
)
def test_a_planted_fault_is_refused(tmp_path: Path, body: str, complaint: str) -> None:
    """Each fault is reported once, with its page and what is wrong."""
    (finding,) = audit_alone(_site(tmp_path, body))
    assert finding.path == "units/crew.html"
    assert complaint in finding.what


def test_faults_are_reported_page_by_page(tmp_path: Path) -> None:
    """All faults are found in one run, in the order of the pages."""
    folder = _site(tmp_path, '<a href="a.html">x</a><a href="b.html">x</a>')
    (folder / "404.html").write_text('<a href="/gone.html">x</a>')
    assert [f"{fault.path}: {fault.what}" for fault in audit_alone(folder)] == [
        "404.html: /gone.html leads to no file of the site",
        "units/crew.html: a.html leads to no file of the site",
        "units/crew.html: b.html leads to no file of the site",
    ]


def test_a_site_below_the_root_of_its_host(tmp_path: Path) -> None:
    """What a server shows for a missing page names files by the whole path to the site."""
    folder = _site(tmp_path, "")
    address = '<link rel="canonical" href="https://a.example/bell/index.html">'
    (folder / "index.html").write_text(
        f"<!doctype html><head>{address}</head><p id=top>", encoding="utf-8"
    )
    missing = folder / "404.html"
    missing.write_text('<a href="/bell/">x</a><a href="/bell/people/ada.html">x</a>', "utf-8")
    assert [f"{fault.path}: {fault.what}" for fault in audit_alone(folder)] == []
    missing.write_text('<a href="/people/ada.html">x</a><a href="/bell/gone.html">x</a>', "utf-8")
    assert [f"{fault.path}: {fault.what}" for fault in audit_alone(folder)] == [
        "404.html: /bell/gone.html leads to no file of the site",
        "404.html: /people/ada.html leads out of the site, which is at /bell/",
    ]


def test_a_page_that_nothing_leads_to() -> None:
    """It is found with those that only it leads to, unless it may be reached otherwise."""
    pages = ("index.html", "a.html", "b.html", "c.html", "d.html", "people/e.html")
    links = Links(pages, "/")
    ways = {"index.html": "a.html", "a.html": "people/e.html", "b.html": "c.html"}
    for page in pages:
        assert list(links.add(page, {("a", ways.get(page, "#"))}, frozenset())) == []
    assert links.unlinked(pages, ()) == ["b.html", "c.html", "d.html"]
    assert links.unlinked(pages, ("b.html",)) == ["d.html"]
