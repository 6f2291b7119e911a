"""The ledger: kept by a command, the same whoever runs it, and no clock is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.atlas.atlas import Atlas
from generator.check import check
from generator.records import Fact
from generator.records.ledger import PATH, Ledger, Seen, digest, seen
from generator.site import files
from tests.project import call, lay_out


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project: its ledger is older than its version."""
    return lay_out(tmp_path / "project")


def atlas_of(project: Path) -> Atlas:
    """The project, joined."""
    checked = check(project)
    assert checked.problems == ()
    assert checked.atlas is not None
    return checked.atlas


def test_the_command_changes_no_page(project: Path) -> None:
    """A build before it is run is the same as one after; a second run changes nothing."""
    atlas = atlas_of(project)
    before, facts = dict(files(atlas)), len(atlas.claims)
    new = len(atlas.claims.keys() - atlas.ledger.keys())
    assert new > 1
    done = call("--root", project, "ledger")
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"1907-03-02: {new} new, 2 changed, {facts} in all\n"
    assert dict(files(atlas_of(project))) == before
    ledger = (project / PATH).read_bytes()
    again = call("--root", project, "ledger")
    assert again.stdout == f"1907-03-02: 0 new, 0 changed, {facts} in all\n"
    assert (project / PATH).read_bytes() == ledger


def test_a_fact_that_is_gone_stays_in_the_ledger(project: Path) -> None:
    """So that it is known that there was one."""
    assert call("--root", project, "ledger").returncode == 0
    assert "f-0gane000: 1905-06-01 1905-06-01 0123456789ab" in (project / PATH).read_text("utf-8")


def test_a_version_is_not_older_than_the_ledger(project: Path) -> None:
    """If somebody forgets to set the day of a new version, the command says so."""
    site = project / "site_config/site.yaml"
    text = site.read_text("utf-8").replace("1907-03-02", "1905-01-01")
    site.write_text(text, encoding="utf-8")
    done = call("--root", project, "ledger")
    assert done.returncode == 2
    assert "set `released`" in done.stderr


def test_what_is_wrong_is_reported_before_anything_is_written(project: Path) -> None:
    """With problems in the project the ledger stays."""
    ledger = (project / PATH).read_bytes()
    (project / "content/people/x.yaml").write_text("nome: X\n", encoding="utf-8")
    assert call("--root", project, "ledger").returncode == 1
    assert (project / PATH).read_bytes() == ledger


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("f-p0000001: 1906-05-01", "is not a list of days in order and a digest"),
        (
            "f-p0000001: 1907-05-01 1906-05-01 0123456789ab",
            "is not a list of days in order and a digest",
        ),
        ("f-p0000001: 1906-05-32 1906-05-32 0123456789ab", "in a month of 31 days"),
        ("f-ooooo: 1906-05-01 1906-05-01 0123456789ab", "is not a fact's id"),
    ],
)
def test_a_line_that_no_command_wrote(project: Path, line: str, told: str) -> None:
    """It is a problem at its place."""
    (project / PATH).write_text(f"facts:\n  {line}\n", encoding="utf-8")
    (problem,) = check(project).problems
    assert (problem.place.path, problem.place.line) == (PATH, 2)
    assert told in problem.message


def fact(**changed: object) -> Fact:
    """A fact with some fields changed."""
    record = {
        "id": "f-00000000",
        "statement": "A.",
        "quote": ["A"],
        "attributed_to": "self",
        "type": "event",
        "when": "2001",
        "inferred": {"b": "c", "a": "d"},
    }
    return Fact.model_validate({**record, **changed})


def test_a_digest_is_of_what_is_said() -> None:
    """It changes with every field and with the document, and with nothing else."""
    first = digest("sources/a", fact())
    assert digest("sources/a", fact(inferred={"a": "d", "b": "c"}, modality="asserted")) == first
    assert digest("sources/a", fact(quote=[{"exact": "A"}], context=[])) == first
    changes: dict[str, object] = {
        "statement": "B.",
        "quote": ["B"],
        "when": "2002",
        "note": "n",
        "modality": "denied",
    }
    others = [digest("sources/a", fact(**{name: one})) for name, one in changes.items()]
    others.append(digest("sources/b", fact()))
    assert len({first, *others}) == len(others) + 1


def test_since_when_a_fact_has_been_published() -> None:
    """Without a line it is new; with another digest it changed today; else it is as it was."""
    now = digest("sources/a", fact())
    old = Seen("2001-01-01", "2001-01-02", now)
    assert seen(None, now, "2001-02-03") == Seen("2001-02-03", "2001-02-03", now)
    assert seen(old, now, "2001-02-03") == old
    changed = seen(old, digest("sources/a", fact(note="n")), "2001-02-03")
    assert (changed.published, changed.changed) == ("2001-01-01", "2001-02-03")


@pytest.mark.parametrize(
    ("before", "today", "after"),
    [
        ("2001-01-01 2001-01-01", "2001-02-03", "2001-01-01 2001-02-03"),
        ("2001-01-01 2001-01-02", "2001-02-03", "2001-01-01 2001-01-02 2001-02-03"),
        ("2001-01-01 2001-01-02", "2001-01-02", "2001-01-01 2001-01-02"),
        (
            "2001-01-01 2001-01-02 2001-01-03",
            "2001-02-03",
            "2001-01-01 2001-01-02 2001-01-03 2001-02-03",
        ),
    ],
)
def test_each_change_is_kept(before: str, today: str, after: str) -> None:
    """A line has the first day, those of the changes, and one digest; it is read as it is written."""
    read = Ledger.model_validate({"facts": {"f-p0000001": f"{before} 0123456789ab"}})
    known = read.facts["f-p0000001"]
    assert str(known) == f"{before} 0123456789ab"
    assert str(seen(known, "ba9876543210", today)) == f"{after} ba9876543210"
    assert seen(known, known.digest, today) is known
    assert [known.published, *known.changes] == list(dict.fromkeys(before.split()))
