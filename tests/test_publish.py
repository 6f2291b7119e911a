"""Publishing: the site and its archive appear complete, or what was there before stays."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.markup.paths import CHECKSUMS, MANIFEST
from generator.publish.offline import ARCHIVE, ONLY_ON_A_SERVER
from tests.project import ROOT, call, contents, lay_out, put, run, sign_seeds

pytestmark = pytest.mark.site

ABOUT = "site_config/pages/about/index.md"
PLANTED = {
    "a link that MkDocs follows": ("[x](../people/nobody.md)\n", "people/nobody.md"),
    "a request to another host": ('<img src="https://elsewhere.example/x.png">\n', "another host"),
    "a link that runs something": ('<a href="javascript:alert(1)">x</a>\n', "javascript:alert(1)"),
    "a link that leads nowhere": (
        '<a href="../gone.html">x</a>\n',
        "../gone.html leads to no file",
    ),
}


@pytest.fixture(scope="module")
def published(village: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the fictional project with its site. A test leaves both as they were."""
    return shutil.copytree(village, tmp_path_factory.mktemp("published") / "project")


@pytest.mark.parametrize("fault", PLANTED)
def test_a_faulty_site_replaces_nothing(published: Path, fault: str) -> None:
    """What MkDocs or the audit refuses is told, the exit code is 1, and the last site stays."""
    line, told = PLANTED[fault]
    before = contents(published / "site")
    good = (published / ABOUT).read_text("utf-8")
    put(published, {ABOUT: f"{good}\n{line}"})
    done = run("--root", published, "site")
    put(published, {ABOUT: good})
    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert "the previous site is kept" in done.stderr
    assert "1 faults" not in done.stderr
    assert contents(published / "site") == before


SMALL = {
    "seeds/000_note.txt": "In 1903 Ada Okoro led the guild.\n",
    "content/people/ada-okoro.yaml": "name: Ada Okoro\n",
    "content/sources/note/source.yaml": """\
title: A note
short: Note
letter: N
kind: article
language: en
seed: 000_note.txt
text:
  state: whole
""",
    "content/sources/note/facts.yaml": """\
- id: f-n0000001
  statement: "[[Ada Okoro]] led the guild in 1903."
  quote: In 1903 Ada Okoro led the guild.
  attributed_to: self
  type: role
  when: 1903
""",
}
"""The content of a project with one person, one document and one fact, which has a date."""


def test_a_small_project_is_published(tmp_path: Path) -> None:
    """A site of one dated fact is sound: no page leads to what a larger one would have."""
    folder = lay_out(tmp_path / "project")
    for name in ("content", "seeds", "site_config/map"):
        shutil.rmtree(folder / name)
    put(folder, SMALL)
    sign_seeds(folder)
    done = run("--root", folder, "site")
    assert done.returncode == 0, done.stdout + done.stderr


def test_search_engines_find_every_page(village: Path) -> None:
    """A site with an address names it: in robots.txt, in the sitemap, and on each page."""
    site, address = village / "site", "https://wend.example/bell/"
    assert f"Sitemap: {address}sitemap.xml\n" in (site / "robots.txt").read_text("utf-8")
    listed = ET.parse(site / "sitemap.xml").getroot().iterfind("{*}url/{*}loc")  # noqa: S314
    pages = {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_bytes())
        for path in site.rglob("*.html")
        if path.name != "404.html"
    }
    hidden = [path for path, page in pages.items() if page.css("meta[name=robots]")]
    assert "facts/f-0gane000.html" in hidden  # withdrawn; the others are former addresses
    for path in hidden:
        del pages[path]
    assert {one.text for one in listed} == {f"{address}{path}" for path in pages}
    for path, page in pages.items():
        named = [one.attributes["href"] for one in page.css("link[rel=canonical]")]
        assert named == [f"{address}{path}"]


def test_what_an_interrupted_swap_left_is_put_right(published: Path) -> None:
    """A site that was moved away and not replaced is there again, even if the new one fails."""
    before = contents(published / "site")
    good = (published / ABOUT).read_text("utf-8")
    (published / "site").rename(published / "site.prev")
    put(published, {ABOUT: f"{good}\n[x](nowhere.md)\n"})
    done = run("--root", published, "site")
    put(published, {ABOUT: good})
    assert done.returncode == 1
    assert contents(published / "site") == before
    assert not (published / "site.prev").exists()


def test_two_runs_at_the_same_time_do_not_meet(published: Path) -> None:
    """Of two that make the site at the same time, one waits for the other; both end well."""
    before = contents(published / "site")
    with ThreadPoolExecutor() as both:
        calls = [both.submit(run, "--root", published, "site") for _ in range(2)]
    assert [call.result().returncode for call in calls] == [0, 0]
    assert contents(published / "site") == before


def test_a_site_that_cannot_be_written(tmp_path: Path) -> None:
    """Exit code 3, one line that says so, and what is in the way stays."""
    folder = lay_out(tmp_path / "project")
    (folder / "build").write_text("in the way", encoding="utf-8")
    done = run("--root", folder, "site")
    assert (done.returncode, done.stdout) == (3, "")
    assert "could not be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (folder / "build").read_text("utf-8") == "in the way"


@pytest.fixture
def copied(published: Path, tmp_path: Path) -> Path:
    """A copy of the project and its site, to make editions of."""
    return shutil.copytree(published, tmp_path / "copied")


def test_the_archive_is_the_site(copied: Path, tmp_path: Path) -> None:
    """Unpacked, it is `site/` as it was built, but for what only a server gives out.

    Its checksums are of what it contains.
    """
    built = contents(copied / "site")
    assert run("--root", copied, "offline").returncode == 0
    first = (copied / ARCHIVE).read_bytes()
    (copied / "site/index.html").touch()
    assert run("--root", copied, "offline").returncode == 0
    assert (copied / ARCHIVE).read_bytes() == first
    assert [path.name for path in (copied / ARCHIVE).parent.iterdir()] == [Path(ARCHIVE).name]
    with zipfile.ZipFile(copied / ARCHIVE) as bundle:
        assert bundle.testzip() is None
        *names, told, last = bundle.namelist()
        assert names == sorted(names)
        assert (told, last) == (f"site/{MANIFEST}", f"site/{CHECKSUMS}")
        bundle.extractall(tmp_path / "unpacked")
    kept = {path: data for path, data in built.items() if path not in ONLY_ON_A_SERVER}
    unpacked = contents(tmp_path / "unpacked")
    assert call("verify", tmp_path / "unpacked/site").returncode == 0
    for path in (MANIFEST, CHECKSUMS):
        assert unpacked.pop(f"site/{path}") != kept.pop(path)
    assert unpacked == {f"site/{path}": data for path, data in kept.items()}
    assert "site/index.html" in unpacked


def test_the_site_offers_its_editions(copied: Path) -> None:
    """Each that was made lies beside the page, which gives its size and checksum; none is in another.

    Building the site again takes the offer back: what was offered was made of another site.
    """
    built = contents(copied / "site")
    for command in ("offline", "epub"):
        assert run("--root", copied, command).returncode == 0, command
        assert call("verify", copied / "site").returncode == 0
    archive = (copied / ARCHIVE).read_bytes()
    assert run("--root", copied, "offline").returncode == 0
    assert (copied / ARCHIVE).read_bytes() == archive
    page = LexborHTMLParser((copied / "site/offline/index.html").read_bytes())
    offered = page.css("#editions a[download]")
    assert [one.text() for one in offered] == ["attested-offline.zip", "attested.epub"]
    shown = " ".join(page.css("#editions")[0].text().split())
    sums = (copied / "site/offline/SHA256SUMS").read_text("ascii")
    for one in offered:
        data = (copied / "site/offline" / str(one.attributes["href"])).read_bytes()
        assert data == (copied / "dist" / one.text()).read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        assert f"{one.text()} {len(data) / 1e6:.1f} MB ({len(data):,} bytes)" in shown
        assert f"sha256 {digest}" in shown
        assert f"{digest}  {one.text()}\n" in sums
    assert run("--root", copied, "site").returncode == 0
    assert contents(copied / "site") == built


def test_a_book_of_other_records_is_not_offered(copied: Path) -> None:
    """Where the records have changed since the site was built, the book is made, and that is said."""
    before = contents(copied / "site")
    content = copied / "content/people/tomas-reed.yaml"
    content.write_text(content.read_text("utf-8") + "aliases: [Old Reed]\n", encoding="utf-8")
    done = run("--root", copied, "epub")
    assert done.returncode == 0, done.stdout
    assert "is not on the site" in done.stderr
    assert (copied / "dist/attested.epub").is_file()
    assert contents(copied / "site") == before


def test_no_archive_without_a_site(tmp_path: Path) -> None:
    """The message says how to make the site first; no empty archive is left."""
    folder = lay_out(tmp_path / "project")
    done = run("--root", folder, "offline")
    assert done.returncode == 1
    assert " site` first" in done.stderr
    assert not (folder / "dist").exists()


def test_an_archive_that_cannot_be_written(published: Path) -> None:
    """Exit code 3 and one line that says so."""
    shutil.rmtree(published / "dist", ignore_errors=True)
    (published / "dist").write_text("in the way", encoding="utf-8")
    done = run("--root", published, "offline")
    (published / "dist").unlink()
    assert done.returncode == 3
    assert "could not be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1


NOBODY = 65534
OTHER = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
RIGHTS = "+dac_override,+dac_read_search"
"""What another user needs to run the Python of this one."""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root becomes another user")
def test_another_user_makes_the_same_site(village: Path) -> None:
    """No file shows who made it."""
    with tempfile.TemporaryDirectory() as name:  # pytest's folders let no other user in
        folder = Path(name)
        project = lay_out(folder / "project")
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        made = subprocess.run(
            [
                *(*OTHER, f"--inh-caps={RIGHTS}", f"--ambient-caps={RIGHTS}"),
                *(sys.executable, "-m", "generator", "--root", project, "site"),
            ],
            env={**os.environ, "HOME": name, "USER": "nobody", "LOGNAME": "nobody"},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert made.returncode == 0, made.stdout + made.stderr
        assert (project / "site").stat().st_uid == NOBODY
        assert contents(project / "site") == contents(village / "site")
