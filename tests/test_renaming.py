"""`rename` and `merge`: everything follows, comments stay, and what can't be decided changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.load.project import load
from generator.records.ledger import digest
from tests.project import call, lay_out, put


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project."""
    return lay_out(tmp_path / "project")


def content(project: Path) -> dict[str, str]:
    """The text of each file below `content/` and `site_config/`."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes().decode("utf-8")
        for folder in ("content", "site_config", "tests")
        for path in sorted((project / folder).rglob("*"))
        if path.suffix in (".yaml", ".md")
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("people/ada-okoro", "people/ada"),
        ("units/wend-guild", "units/guild-of-wend"),
        ("topics/bell", "topics/the-bell"),
        ("questions/crowd", "questions/how-large-was-the-crowd"),
        ("sources/mill-notes", "sources/millers-notes"),
    ],
)
def test_there_and_back(project: Path, old: str, new: str) -> None:
    """Every reference follows, nothing else changes, and a dry run changes nothing at all."""
    page = f"See [it](../{old}.md#top), not [this]({old}s.md).\n"
    put(
        project,
        {"site_config/pages/about/x.md": page, "tests/queries.yaml": f"a b: {old} # {old}\n"},
    )
    before = content(project)
    problems = check(project).problems
    dry = call("--root", project, "rename", old, new, "--dry-run")
    assert content(project) == before
    done = call("--root", project, "rename", old, new)
    assert f"{old} is now {new}\n" in done.stdout
    assert dry.stdout.replace("would be", "is now") == done.stdout
    assert (dry.returncode, done.returncode) == (bool(problems), bool(problems))
    after = content(project)
    assert f"](../{new}.md#top), not [this]({old}s.md)" in after["site_config/pages/about/x.md"]
    assert after["tests/queries.yaml"] == f"a b: {new} # {old}\n"
    named = [path for path, text in after.items() if f"  - {old}\n" in text]
    assert named == [f"content/{new}{'/source' if 'sources/' in new else ''}.yaml"]
    assert len(check(project).problems) == len(problems)
    call("--root", project, "rename", new, old)
    back = content(project)
    home = f"content/{old}{'/source' if 'sources/' in old else ''}.yaml"
    assert back.pop(home).replace(f"  - {new}\n", "").removesuffix("formerly:\n") == before.pop(
        home
    )
    assert back == before


def test_a_renamed_record_changes_no_fact(project: Path) -> None:
    """The ledger has the new digests, so no fact counts as changed."""
    before, _ = load(project)
    assert before
    known = {one.ref for one in before.facts if _is_known(one.home, one, before.ledger)}
    call("--root", project, "rename", "units/wend-guild", "units/guild-of-wend")
    call("--root", project, "rename", "sources/parish-letter", "sources/letter")
    after, _ = load(project)
    assert after
    assert {one.ref for one in after.facts if _is_known(one.home, one, after.ledger)} == known
    assert len(known) > 5


def test_a_byte_order_mark_hides_no_reference(project: Path) -> None:
    """Not even on the first line; the changed file loses the mark."""
    file = project / "content/people/miss-okoro.yaml"
    text = "probably: {ref: people/ada-okoro, because: they have one surname}\nname: Miss Okoro\n"
    assert "ref: people/ada-okoro" in file.read_text("utf-8")
    file.write_text(f"\ufeff{text}", encoding="utf-8")
    call("--root", project, "rename", "people/ada-okoro", "people/ada")
    assert file.read_text("utf-8") == text.replace("ada-okoro", "ada")


def _is_known(home: str, entry: object, ledger: object) -> bool:
    seen = ledger.get(entry.ref)  # type: ignore[attr-defined]
    return seen is not None and seen.digest == digest(home, entry.record)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("people/ada-okoroo", "people/ada", 2, "did you mean 'people/ada-okoro'?"),
        ("units/guild", "units/x", 2, "units/guild is now units/wend-guild"),
        ("people/ada-okoro", "people/edo-kuri", 1, " merge people/ada-okoro people/edo-kuri`"),
        ("people/ada-okoro", "Ada", 1, "such as people/another-name"),
        ("people/ada-okoro", "people/index", 1, "can't be a reference"),
        ("people/ada-okoro", "questions/ada", 1, "write people/… or units/… or topics/…"),
        (
            "people/ada-okoro",
            "units/ada",
            1,
            "first write one in content/people/ada-okoro.yaml: state, ",
        ),
        ("people/ada-okoro", "units/guild", 1, "its page leads there"),
    ],
)
def test_what_cannot_be_renamed(project: Path, old: str, new: str, code: int, said: str) -> None:
    """Nothing is changed, and the message says why."""
    before = content(project)
    done = call("--root", project, "rename", old, new)
    assert (done.returncode, content(project)) == (code, before)
    assert said in done.stderr


def test_a_file_that_cannot_be_read_stops_it(project: Path) -> None:
    """A reference in it would be missed."""
    put(project, {"content/people/edo-kuri.yaml": "name: 'Edo\n"})
    done = call("--root", project, "rename", "people/ada-okoro", "people/ada")
    assert done.returncode == 1
    assert "content/people/edo-kuri.yaml:1:7: yaml-syntax: " in done.stdout
    assert "nothing was changed" in done.stderr
    assert (project / "content/people/ada-okoro.yaml").exists()


def test_two_records_become_one(project: Path) -> None:
    """The spellings are united, references follow, doubts about the two go, and comments stay."""
    put(
        project,
        {
            "content/people/miss-okoro.yaml": (
                "name: Miss Okoro\n# of the letter\naliases:\n  # heard\n  - Miss O.\n  - name: آدا اوکورو\n"
                "    language: fa\nprobably:\n  ref: people/ada-okoro\n  because: both speak\n"
                "asked_as:\n  - the chair # of the guild\nformerly: [people/okoro]\n"
            ).replace(" # of the guild", ""),
            "content/people/ada-okoro.yaml": (
                "# the chair\nname: Ada Okoro\naliases:\n  - Okoro, Ada\n  - name: آدا اوکورو\n"
                "    language: fa\nunsettled:\n  - ref: people/miss-okoro\n    because: it is open\n# end\n"
            ),
        },
    )
    done = call("--root", project, "merge", "people/miss-okoro", "people/ada-okoro")
    assert (
        "content/people/miss-okoro.yaml is removed, and with it: # of the letter\n" in done.stdout
    )
    assert (project / "content/people/ada-okoro.yaml").read_text("utf-8") == (
        "# the chair\nname: Ada Okoro\naliases:\n  - Okoro, Ada\n  - name: آدا اوکورو\n"
        "    language: fa\n  - Miss Okoro\n  # heard\n  - Miss O.\n# end\nasked_as:\n  - the chair\n"
        "formerly:\n  - people/okoro\n  - people/miss-okoro\n"
    )
    after = content(project)
    assert "content/people/miss-okoro.yaml" not in after
    assert [path for path, text in after.items() if "people/miss-okoro" in text] == [
        "content/people/ada-okoro.yaml"
    ]
    assert [one for one in check(project).problems if one.rule == "known-reference"] == []


def test_a_topic_is_listed_once(project: Path) -> None:
    """A fact that had both as topics has the one that stays."""
    path = "content/sources/mill-notes/facts.yaml"
    text = (project / path).read_text("utf-8")
    first, rest = text.split("  topics:\n", 1)
    both = "  topics:\n    - topics/upper-wend\n    - topics/lower-wend\n"
    put(project, {path: first + both + rest.split("\n", 1)[1]})
    call("--root", project, "merge", "topics/lower-wend", "topics/upper-wend")
    assert both.replace("    - topics/lower-wend\n", "") in (project / path).read_text("utf-8")
    assert "topics/lower-wend" not in (project / path).read_text("utf-8")


@pytest.mark.parametrize(
    ("gone", "kept", "said"),
    [
        ("people/edo-kuri", "people/ada-okoro", ["`distinct_from` says how it differs"]),
        ("people/ada-okoro", "people/edo-kuri", ["content/people/edo-kuri.yaml: `distinct_from`"]),
        ("people/ada-okoro", "people/ada-okoro", ["is named twice"]),
        ("people/nobody", "people/none", ["people/nobody", "people/none"]),
        ("questions/crowd", "questions/guild-payments", ["questions/crowd", "questions/guild"]),
        ("units/mill-press", "people/edo-kuri", ["different kinds"]),
        ("units/wend-guild", "units/wend-courier", ["has the subkind movement, and"]),
        ("people/ada-okoro", "people/tomas-reed", ["distinct_from"]),
    ],
)
def test_what_only_a_person_can_decide(
    project: Path, gone: str, kept: str, said: list[str]
) -> None:
    """Each reason is a line, and nothing is changed."""
    if kept == "people/tomas-reed":
        put(
            project,
            {
                "content/people/tomas-reed.yaml": "name: Tomas\ndistinct_from:\n  - ref: people/miss-okoro\n    because: a\n",
                "content/people/ada-okoro.yaml": "name: Ada\nunsettled:\n  - ref: people/miss-okoro\n    because: b\n",
            },
        )
    before = content(project)
    done = call("--root", project, "merge", gone, kept)
    assert (done.returncode, content(project)) == (1, before)
    *reasons, last = done.stderr.splitlines()
    assert last == "nothing was changed"
    for reason, words in zip(reasons, said, strict=False):
        assert words in reason
    assert len(reasons) >= len(said)


def test_facts_that_relate_the_two_are_reported(project: Path) -> None:
    """With their places: a relation of a thing to itself says nothing, and a speaker is not two."""
    path = "content/sources/mill-notes/facts.yaml"
    facts = (project / path).read_text("utf-8")
    added = """\
- id: f-m000000x
  statement: The bell is weary.
  quote: The bell is heavy.
  attributed_to: [units/wend-guild, units/bell-committee]
  attributed_as: the guild
  type: relation
  relations:
    - subject: units/bell-committee
      relation: part-of
      object: units/wend-guild
"""
    put(project, {path: facts.rstrip("\n") + "\n" + added})
    unit = project / "content/units/bell-committee.yaml"
    unit.write_text(unit.read_text("utf-8").replace("subkind: ", "subkind: movement # "), "utf-8")
    lines = unit.read_text("utf-8").replace("movement # ", "movement\n# ")
    unit.write_text(lines, "utf-8")
    done = call("--root", project, "merge", "units/bell-committee", "units/wend-guild")
    assert "f-m000000x relates the two to each other" in done.stderr
    assert "f-m000000x names both as speakers" in done.stderr
