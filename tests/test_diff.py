"""`diff` tells a reviewer what changes on the site since a commit, and changes nothing itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.review import change_markdown
from generator.review.change_report import marked
from tests.project import DEFAULTS, call, contents, lay_out, loaded, put

MILL = "content/sources/mill-notes/facts.yaml"
LETTER = "content/sources/parish-letter/facts.yaml"
ABOUT = "site_config/pages/about/index.md"

WORDING = loaded((DEFAULTS / "wording.yaml").read_text("utf-8"))["outcomes"]

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CEILING_DIRECTORIES": "/",
    **{f"GIT_{who}_NAME": "Somebody" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "somebody@attested.example" for who in ("AUTHOR", "COMMITTER")},
}
"""Git as on a machine that nobody has set up."""


def git(folder: Path, *arguments: str) -> str:
    """What git prints."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **ALONE},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


def commit(folder: Path) -> Path:
    """The folder, as it is now, is a commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "As it was")
    return folder


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional project in a repository. A test leaves it as it is."""
    return commit(lay_out(tmp_path_factory.mktemp("committed") / "project"))


@pytest.fixture
def project(committed: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(committed, tmp_path / "project")


def edit(folder: Path, path: str, changes: Mapping[str, str]) -> None:
    """Each stretch of the file, which stands there once, becomes another."""
    text = (folder / path).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
        text = text.replace(old, new)
    put(folder, {path: text})


def told(folder: Path, revision: str = "HEAD") -> list[str]:
    """The lines that a reviewer reads of the records, after those of the pictures."""
    lines = all_told(folder, revision)
    return lines[len(pictured(lines)) :]


def pictured(lines: list[str]) -> list[str]:
    """The lines that tell of the pictures of questions, which come first."""
    begins = [
        place for place, line in enumerate(lines) if not line.startswith(("what readers see", " "))
    ]
    return lines[: begins[0]] if begins else lines


def all_told(folder: Path, revision: str = "HEAD") -> list[str]:
    """All lines that a reviewer reads."""
    done = call("--root", folder, "diff", revision, env=ALONE)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


MORE = {
    "There were 280 villagers in the square in March 1903, of whom 30 came": "There were 480 "
    "villagers in the square in March 1903, of whom 30 came",
    "as_stated: 280 villagers": "as_stated: 480 villagers",
    "number: 280": "number: 480",
}
"""Another amount, which contradicts others."""


def test_nothing_changes(project: Path) -> None:
    """What is only moved, laid out or written differently changes nothing for a reader."""
    first, rest = (project / MILL).read_text("utf-8").split("- id: f-m0000002")
    moved = {
        MILL: "# a remark\n- id: f-m0000002" + rest,
        "content/sources/mill-notes/facts-more.yaml": first.replace("number: 280", 'number: "280"'),
    }
    put(project, moved)
    assert told(project) == ["nothing changes"]


def test_an_amount_changes(project: Path) -> None:
    """The report has the old and new value of each field, and how its comparisons change."""
    edit(
        project,
        MILL,
        {
            "There were 280 villagers in the square in March 1903, of whom 30 came": "There were 320 "
            "villagers in the square in March 1903, of whom 30 came",
            "as_stated: 280": "as_stated: 320",
            "number: 280": "number: 320",
        },
    )
    lines = told(project)
    assert lines[:-1] == [
        "facts: 1 changed",
        (
            "  ~ f-m0000001 'There were 320 villagers in the square in March 1903, of whom 30 came from "
            "Upper Wend.'"
        ),
        (
            "      statement: 'There were 280 villagers in the square in March 1903, of whom 30 came from "
            "[[Upper Wend]].' → 'There were 320 villagers in the square in March 1903, of whom 30 came "
            "from [[Upper Wend]].'"
        ),
        "      figures.0.as_stated: '280 villagers' → '320 villagers'",
        "      figures.0.number: '280' → '320'",
        "pages with changed facts: 2",
        "  topics/crowd-in-the-square: 1",
        "  topics/upper-wend: 1",
        "questions with changed answers: 1",
        "  questions/crowd",
        "    ~ answer f-m0000001",
    ]
    before, after = lines[-1].split(" → ")
    assert before.startswith(f"    ~ f-m0000001, f-p0000003: {WORDING['contradict']} (")
    assert after.startswith(f"{WORDING['fit']} (")


def test_a_claim_goes_and_another_comes(project: Path) -> None:
    """Both are told by id and words, with the pages, the coverage and the comparisons they touch."""
    mill = (project / MILL).read_text("utf-8")
    start, end = mill.index("- id: f-m0000003"), mill.index("- id: f-m0000004")
    put(project, {MILL: mill[:start] + mill[end:]})
    letter = (project / LETTER).read_text("utf-8")
    fresh = """\
- id: f-p000000b
  statement: >-
    The [[topics/bell|bell]] hangs still.
  quote: >-
    The bell is silent.
  attributed_to: self
  type: background
"""
    put(project, {LETTER: letter + fresh})
    lines = told(project)
    assert lines[:3] == [
        "facts: 1 added, 1 removed",
        "  - f-m0000003 'The parish letter is wrong: the miller took the bell.'",
        "  + f-p000000b 'The bell hangs still.'",
    ]
    assert "  ~ sources/mill-notes 'Notes from the mill'" in lines
    assert any(line.startswith("      (characters quoted): ") for line in lines)
    at = lines.index("pages with changed facts: 1")
    assert lines[at : at + 5] == [
        "pages with changed facts: 1",
        "  topics/bell: 2",
        "questions with changed answers: 1",
        "  questions/who-took-the-bell",
        "    - answer f-m0000003",
    ]
    assert lines[at + 5].startswith(f"    - f-m0000003, f-p0000001: {WORDING['contradict']} (")


def test_a_withdrawn_claim_is_called_so(project: Path) -> None:
    """It is gone from the facts, and the reason is told."""
    done = call("--root", project, "withdraw", "f-m0000005", "--reason", "It was a slip.")
    assert done.returncode == 0, done.stderr
    for form in ("text", "markdown", "html"):
        told = call("--root", project, "diff", "HEAD", "--format", form).stdout
        assert re.search("withdrawn: 1 added", told, re.IGNORECASE), told
        assert "It was a slip." in told


def test_whatever_a_reader_sees_is_compared(project: Path) -> None:
    """Names, questions, words of the site, its own pages, and the documents themselves."""
    edit(project, "content/people/ada-okoro.yaml", {"Okoro, Ada": "Adah Okoro"})
    edit(project, "content/questions/crowd.yaml", {"How many people stood": "How many stood"})
    (project / "content/topics/lower-wend.yaml").unlink()
    put(project, {"content/topics/mill.yaml": "name: Mill\nsubkind: place\n"})
    edit(project, ABOUT, {"Two invented": "Two wholly invented"})
    edit(project, "site_config/site.yaml", {"licence: CC BY 4.0": "licence: CC0"})
    seed = project / "seeds/000_parish_letter.txt"
    seed.write_bytes(seed.read_bytes() + b"Page 4\n")
    done = call("--root", project, "diff", "HEAD", env=ALONE)
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    for line in (
        "people: 1 changed",
        "      aliases.0.name: 'Okoro, Ada' → 'Adah Okoro'",
        "questions: 1 changed",
        "      title: 'How many people stood in the square?' → 'How many stood in the square?'",
        "topics: 1 added, 1 removed",
        "  - topics/lower-wend 'Lower Wend'",
        "  + topics/mill 'Mill'",
        "  ~ about/index.md",
        "  ~ site_config/site.yaml",
        "      licence: 'CC BY 4.0' → 'CC0'",
        "  ~ sources/parish-letter 'The Bell of Lower Wend'",
    ):
        assert line in lines, done.stdout
    assert any(line.startswith("      (sha256 of its text): '") for line in lines)
    assert done.stderr == (
        "1 problem in the files here; records with problems are left out; "
        f"run `cli --root {project} check` to see the problems\n"
    )


def test_the_repository_stays_as_it_is(project: Path, tmp_path: Path) -> None:
    """Neither the commit, nor the index, nor a file is touched, and no temporary one is left."""
    put(project, {"content/topics/mill.yaml": "name: Mill\nsubkind: place\n"})
    git(project, "add", "content/topics/mill.yaml")
    edit(project, "content/people/edo-kuri.yaml", {"name: Edo Kuri": "name: Edo Kury"})
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    before = contents(project)
    done = call("--root", project, "diff", "HEAD", env={**ALONE, "TMPDIR": str(scratch)})
    assert "      name: 'Edo Kuri' → 'Edo Kury'" in done.stdout.splitlines()
    assert contents(project) == before
    assert list(scratch.iterdir()) == []


def test_an_older_commit_and_a_project_within_a_repository(tmp_path: Path) -> None:
    """Any name of a commit will do, and the project need not be the whole repository."""
    repository = tmp_path / "repository"
    project = lay_out(repository / "sites/village")
    put(repository, {"content/people/nobody.yaml": "name: Nobody\n"})
    commit(repository)
    git(repository, "tag", "first")
    edit(project, "content/people/edo-kuri.yaml", {"name: Edo Kuri": "name: Edo Kury"})
    commit(repository)
    assert told(project) == ["nothing changes"]
    expected = [
        "people: 1 changed",
        "  ~ people/edo-kuri 'Edo Kury'",
        "      name: 'Edo Kuri' → 'Edo Kury'",
    ]
    for revision in ("first", "HEAD~1", git(repository, "rev-parse", "--short", "first").strip()):
        assert told(project, revision) == expected


@pytest.mark.parametrize("broken", ["titel: x\n", "title: [\n"], ids=["unknown field", "no YAML"])
def test_a_configuration_that_cannot_be_read_any_more(project: Path, broken: str) -> None:
    """The current one replaces it, which is said, and the records are compared."""
    site = "site_config/site.yaml"
    whole = (project / site).read_text(encoding="utf-8")
    put(project, {site: broken})
    commit(project)
    put(project, {site: whole})
    edit(project, "content/people/edo-kuri.yaml", {"name: Edo Kuri": "name: Edo Kury"})
    done = call("--root", project, "diff", "HEAD", env=ALONE)
    assert done.stderr == "site_config/ at HEAD can't be read; the current one is used instead\n"
    assert "name: 'Edo Kuri' → 'Edo Kury'" in done.stdout


def test_what_is_printed_is_inert(project: Path) -> None:
    """No value of a record can command the terminal or the machine that prints it."""
    edit(project, "content/people/edo-kuri.yaml", {"name: Edo Kuri": "name: '##[error]Edo'"})
    put(project, {ABOUT: "# About\n\n::error::x\x1b[31m\n"})
    lines = told(project)
    assert any("error]Edo" in line for line in lines)
    assert not [line for line in lines if "##[" in line or line.startswith("::")]
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("revision", ["no-such-branch", "HEAD~9", "", "HEAD:content", "--output=x"])
def test_an_unknown_revision(project: Path, revision: str) -> None:
    """Exit code 2, its name, and what one may give instead; no file is made."""
    before = contents(project)
    done = call("--root", project, "diff", "--", revision, env=ALONE)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"git has no revision {revision!r}; name a commit, tag or branch" in done.stderr
    assert contents(project) == before


def test_what_there_is_not_to_compare(tmp_path: Path) -> None:
    """Without a repository, or without content at that commit: exit code 2, and which of the two it is."""
    project = lay_out(tmp_path / "project")
    done = call("--root", project, "diff", "HEAD", env=ALONE)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is not in a git repository; run this in a clone" in done.stderr
    (project / "content").rename(tmp_path / "content")
    commit(project)
    (tmp_path / "content").rename(project / "content")
    done = call("--root", project, "diff", "HEAD", env=ALONE)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{project} had no content/ at 'HEAD'" in done.stderr


def test_an_older_configuration(project: Path) -> None:
    """Where that commit's configuration can't be read, today's takes its place, and one is told."""
    put(project, {"site_config/wording.yaml": "of-old: yes\n"})
    commit(project)
    (project / "site_config/wording.yaml").unlink()
    edit(project, "content/people/edo-kuri.yaml", {"name: Edo Kuri": "name: Edo Kury"})
    done = call("--root", project, "diff", "HEAD", env=ALONE)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "people: 1 changed"
    assert "site_config/ at HEAD can't be read" in done.stderr


NEW_ANSWER = """
- id: f-b3ch4ng3
  statement: The widow <b>Hale</b> says that the miller took the [[topics/bell|bell]].
  quote: the miller took it.
  context: The parish letter is wrong
  attributed_to: self
  type: event
  choices:
    - answers: questions/who-took-the-bell
      choice: miller
      population: [great-bell]
      basis: taken
"""


def reported(folder: Path, form: str) -> str:
    """What a reviewer reads in another form."""
    done = call("--root", folder, "diff", "HEAD", "--format", form, env=ALONE)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_picture_of_a_question_comes_first(project: Path) -> None:
    """A new side, a new highest amount and a new contradiction are told with who says what."""
    edit(project, MILL, MORE)
    lines = pictured(all_told(project))
    assert lines[0].startswith("what readers see in questions/crowd: ")
    first = "\n".join(lines)
    assert "highest: " in first
    assert "480 people" in first
    assert "f-m0000001" in first
    assert "  ~ opening: " in first


def test_a_new_side_is_reported(project: Path) -> None:
    """And a side that nobody gives any more; a question that is new or gone, too."""
    text = (project / MILL).read_text("utf-8")
    put(project, {MILL: text.rstrip() + NEW_ANSWER})
    assert any("f-b3ch4ng3" in line for line in pictured(all_told(project)))
    put(project, {MILL: text})
    (project / "content/questions/guild-payments.yaml").unlink()
    assert "  - the question is gone" in pictured(all_told(project))


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_each_form_tells_all(project: Path, form: str) -> None:
    """Pictures, facts with their quotation, fields with what went and came, coverage and pages."""
    edit(project, MILL, MORE)
    text = reported(project, form)
    assert "Questions that look different to readers" in text
    assert "f-m0000001" in text
    assert "<del>280</del><ins>480</ins>" in text
    assert "Pages with changed facts" in text
    assert "Share of each document that is accounted for" not in text
    letter = (project / LETTER).read_text("utf-8")
    put(project, {LETTER: letter[: letter.rindex("- id: ")]})
    assert "Share of each document that is accounted for" in reported(project, form)


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_what_a_stranger_wrote_is_text(project: Path, form: str) -> None:
    """No element, no link and no mention comes of it."""
    nasty = "<img src=x> [a](https://evil.example) @somebody www.evil.example `x`"
    edit(project, "content/people/tomas-reed.yaml", {"name: Tomas Reed": f"name: '{nasty}'"})
    text = reported(project, form)
    assert "<img" not in text
    if form == "markdown":
        assert not {"@somebody", "https://", "www.", "](", "`x`"} & set(re.findall(r"\S+", text))
        assert "@" not in text
        assert "://" not in text
    else:
        page = LexborHTMLParser(text)
        assert nasty in page.body.text() if page.body else False
        assert page.css("script, img, link, a") == []


def test_a_summary_has_a_limit(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    """GitHub shows none of more than a mebibyte; what is left out is said."""
    monkeypatch.setattr(change_markdown, "LARGEST_SUMMARY", 400)
    edit(project, MILL, {"number: 280": "number: 281"})
    text = reported(project, "markdown")
    assert len(text.encode()) < 700
    assert "is left out here" in text


def test_a_report_can_be_a_file(project: Path, tmp_path: Path) -> None:
    """Written whole; a place that can't be written gives exit code 3."""
    to = ("--format", "html", "--output", tmp_path / "changes.html")
    done = call("--root", project, "diff", "HEAD", *to, env=ALONE)
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "changes.html").read_text("utf-8").startswith("<!doctype html>")
    done = call(
        "--root", project, "diff", "HEAD", "--output", tmp_path / "changes.html/x", env=ALONE
    )
    assert done.returncode == 3


@given(st.text(), st.text())
def test_marked_words_are_both_texts(old: str, new: str) -> None:
    """Without what came it is the old text, without what went the new one."""
    spans = list(marked(old, new))
    assert "".join(one.text for one in spans if one.state != "new") == old
    assert "".join(one.text for one in spans if one.state != "old") == new
