"""The audit of the published site: every damage is found where it was planted, and nothing else."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from generator.markup.paths import CHECKSUMS
from generator.publish.audit import pages
from generator.publish.audit.audit import audit
from generator.publish.audit.made import ChangedError, Made, WrittenFiles
from generator.publish.checksums import checksums
from tests.damages import damages, plant, rounds
from tests.project import Project, call, run


def made_of(project: Path) -> Made:
    """What a project was made of, as its build left it."""
    docs = project / "build/docs"
    digests = {
        path.relative_to(docs).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in docs.rglob("*")
        if path.is_file()
    }
    return Made(project, Project(project).atlas, WrittenFiles(docs, digests))


@pytest.fixture(scope="session")
def made(projects: tuple[Path, Path]) -> Made:
    """What the published site was made of."""
    return made_of(projects[0])


def test_the_published_site_is_sound(site: Path, made: Made) -> None:
    """Nothing is found in a site that nobody touched."""
    assert audit(site, made) == []


def test_every_damage_is_found(site: Path, made: Made, tmp_path: Path) -> None:
    """Each is reported for its own file, in the words for its kind, and no other file is named."""
    missed, strange, planted = [], [], 0
    for number, some in enumerate(rounds(damages(site))):
        faults = audit(plant(site, some, tmp_path / str(number)), made)
        planted += len(some)
        named = {damage.path for damage in some}
        strange += [str(fault) for fault in faults if fault.path not in named]
        missed += [
            (
                damage.kind,
                damage.path,
                [fault.what for fault in faults if fault.path == damage.path],
            )
            for damage in some
            if not any(fault.path == damage.path and damage.told in fault.what for fault in faults)
        ]
    assert missed == []
    assert strange == []
    assert planted > 300


def test_a_wrong_checksum_is_found(site: Path, made: Made, tmp_path: Path) -> None:
    """For a file that is sound itself, one that is not listed, and one that is not there."""
    copy = plant(site, [], tmp_path / "site")
    lines = (site / CHECKSUMS).read_text("utf-8").splitlines(keepends=True)
    wrong = f"{'0' * 64}{lines[1][64:]}"
    (copy / CHECKSUMS).unlink()
    more = f"{'0' * 64}  nowhere.html\n"
    (copy / CHECKSUMS).write_text("".join([wrong, *lines[2:], more]), "utf-8")
    unlisted, changed = (line[66:].strip() for line in lines[:2])
    told = {fault.path: fault.what for fault in audit(copy, made)}
    assert told == {
        unlisted: f"is not in {CHECKSUMS}",
        changed: f"has a different checksum from the one in {CHECKSUMS}",
        "nowhere.html": f"is in {CHECKSUMS}, but not in the site",
    }


def test_a_link_in_the_place_of_a_file(site: Path, made: Made, tmp_path: Path) -> None:
    """Nothing is read through it."""
    copy = plant(site, [], tmp_path / "site")
    (copy / "index.html").unlink()
    (copy / "index.html").symlink_to(site / "index.html")
    assert [str(fault).partition(";")[0] for fault in audit(copy, made)] == [
        "index.html: is a link, not a file"
    ]


@pytest.fixture
def small(village: Path, tmp_path: Path) -> Path:
    """A copy of the fictional project with its site, to change."""
    return shutil.copytree(village, tmp_path / "project")


def mistake(project: Path, path: str, old: str, new: str) -> None:
    """A mistake of the program itself: its pages have it, and so has the site that is made of them."""
    for file in (project / f"build/docs/{path}", project / f"site/{path}".replace(".md", ".html")):
        data = file.read_text("utf-8")
        changed = re.sub(old, new, data, flags=re.DOTALL)
        assert changed != data, file
        file.unlink()  # which the project that was copied may have too
        file.write_text(changed, "utf-8", newline="\n")


MISTAKES = (
    ("facts/f-p0000001.md", r'(<p class="statement">)', r"\1Not ", "its record says"),
    ("facts/f-p0000002.md", r'(class="quote"><p[^>]*>)', r"\1Not ", "its record quotes"),
    ("facts/f-m0000002.md", r'<p class="says">.*?</p>', "", "does not name 'Miss Okoro'"),
    (
        "sources/parish-letter.md",
        r'href="[./]*facts/f-p0000001\.html[^"]*"',
        'href="#top"',
        "does not lead to the claim f-p0000001",
    ),
    ("units/index.md", r'href="wend-guild\.html[^"]*"', 'href="#top"', "to units/wend-guild.html"),
    ("index.md", r'href="facts/', 'href="nowhere/', "leads to no file"),
    ("people/ada-okoro.md", r'<p class="statement">', r"\g<0><script>x()</script>", "<script>"),
    ("people/tomas-reed.md", r'href="\.\./facts/', 'href="//evil.example/', "does not lead to"),
    ("search/data/texts-0.js", "f-p0000001", "f-00000000", "f-00000000"),
    ("search/data/shown-0.js", '"Wend Guild"', '"Wend Gild"', "'Wend Gild' for units/wend-guild"),
)
"""Files of the pages, what is changed in them and in the site, and what the audit must say."""


def test_mistakes_of_the_program_are_found(small: Path) -> None:
    """The records alone say what a page must say, even if the whole site agrees with itself."""
    for path, old, new, _ in MISTAKES:
        mistake(small, path, old, new)
    (small / "site" / CHECKSUMS).write_bytes(checksums(small / "site"))
    faults = [str(fault) for fault in audit(small / "site", made_of(small))]
    for path, _, _, told in MISTAKES:
        where = "search/data/start.js" if path.endswith(".js") else path.replace(".md", ".html")
        assert any(fault.startswith(where) and told in fault for fault in faults), (where, faults)


def test_the_editions_are_looked_at(small: Path, tmp_path: Path) -> None:
    """An archive of the site and what the site says of it are sound; then each is damaged."""
    done = run("--root", small, "offline")
    assert done.returncode == 0, done.stderr
    made, offered = made_of(small), small / "site/offline"
    assert audit(small / "site", made) == []
    archive = offered / "attested-offline.zip"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path / "copy")
        files = {one.filename: packed.read(one) for one in packed.infolist()}
    assert audit(tmp_path / "copy/site", made) == []
    files["site/index.html"] += b"<p>"
    with zipfile.ZipFile(archive, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    told = {fault.path: fault.what for fault in audit(small / "site", made)}
    assert "site/index.html as it is in the site" in told["offline/attested-offline.zip"]
    assert "does not offer the editions" in told["offline/index.html"]
    assert "is not the list of the editions" in told[f"offline/{CHECKSUMS}"]
    archive.write_bytes(archive.read_bytes()[:-30])
    told = {fault.path: fault.what for fault in audit(small / "site", made)}
    assert "is not a complete archive" in told["offline/attested-offline.zip"]


def test_a_build_that_changed_is_refused(small: Path) -> None:
    """The pages are compared with what was written, not with what is in `build/` by now."""
    made = made_of(small)
    page = small / "build/docs/people/ada-okoro.md"
    page.write_text(page.read_text("utf-8").replace("Ada", "Eda"), "utf-8")
    with pytest.raises(ChangedError, match=r"people/ada-okoro.md has changed"):
        audit(small / "site", made)


def test_a_page_that_only_mkdocs_can_tell(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If no page can be predicted from its Markdown, MkDocs makes them all, and nothing more is found."""
    monkeypatch.setattr(pages, "expected", lambda *_: None)
    assert audit(small / "site", made_of(small)) == []
    page = small / "site/people/ada-okoro.html"
    page.write_text(page.read_text("utf-8").replace("Ada", "Eda", 1), "utf-8")
    assert {fault.path for fault in audit(small / "site", made_of(small))} == {
        "people/ada-okoro.html"
    }


def test_the_command_holds_a_copy_against_the_records(small: Path) -> None:
    """It makes the pages again, so that it needs no `build/`; records with problems are refused."""
    shutil.rmtree(small / "build")
    done = call("--root", small, "audit", small / "site")
    assert (done.returncode, done.stdout, done.stderr) == (0, "No faults.\n", "")
    (small / "site/data/facts.csv").unlink()
    done = call("--root", small, "audit", small / "site")
    assert done.returncode == 1
    assert done.stdout.startswith("data/facts.csv: is missing; ")
    (small / "content/people/ada-okoro.yaml").unlink()
    done = call("--root", small, "audit", small / "site")
    assert done.returncode == 2
    assert " check` first" in done.stderr
