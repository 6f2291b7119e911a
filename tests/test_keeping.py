"""Keeping: the pages after an edit are those that a build from nothing makes, byte for byte."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator import site
from generator.atlas.atlas import Atlas
from generator.atlas.join import join
from generator.atlas.keeping.digests import Digests
from generator.atlas.keeping.kept import Kept
from generator.atlas.keeping.noting import mappings, noted, reading, remembered
from generator.atlas.keeping.recalled import Recalled
from generator.build import DOCS, MEMORY, build
from generator.check import check
from generator.findings.findings import Findings, find_out
from generator.site import files
from generator.strict_yaml.reader import Scalar
from tests.project import WORLD, Project, contents, lay_out, put

CONTENT = "content"
MILL, LETTER = f"{CONTENT}/sources/mill-notes", f"{CONTENT}/sources/parish-letter"

EDITS = {
    "a person's name": (f"{CONTENT}/people/tomas-reed.yaml", "name: Tomas Reed", "name: Tomas A. Reed\naliases: [Tomas Reed]"),
    "an alias": (f"{CONTENT}/people/edo-kuri.yaml", "distinct_from:", "aliases: [Kuri, Edo]\ndistinct_from:"),
    "a note on an identity": (f"{CONTENT}/people/miss-okoro.yaml", "both speak", "each speaks"),
    "a person's stake": (f"{CONTENT}/people/tomas-reed.yaml", "party:\n  - to: topics/bell\n    fact: f-p0000005\n    words: the miller Tomas Reed\n", ""),
    "a unit's kind": (f"{CONTENT}/units/mill-press.yaml", "company", "media"),
    "a former reference": (f"{CONTENT}/units/wend-guild.yaml", "units/guild", "units/old-guild"),
    "a topic": (f"{CONTENT}/topics/bell.yaml", "subkind: theme", "subkind: event"),
    "a question's title": (f"{CONTENT}/questions/crowd.yaml", "How many people", "How many in all"),
    "a choice's label": (f"{CONTENT}/questions/who-took-the-bell.yaml", "The miller took it", "It was the miller"),
    "what excludes what": (f"{CONTENT}/questions/who-took-the-bell.yaml", "contrary:\n  - [guild, miller]\n", ""),
    "a narrower question less": (f"{CONTENT}/questions/crowd-from-upper-wend.yaml", (WORLD / CONTENT / "questions/crowd-from-upper-wend.yaml").read_text("utf-8"), ""),
    "a document's title": (f"{LETTER}/source.yaml", "title: The Bell of Lower Wend", "title: The Bells of Lower Wend"),
    "a document's letter": (f"{MILL}/source.yaml", "letter: M", "letter: N"),
    "a document's author": (f"{MILL}/source.yaml", "  - {who: people/tomas-reed, family: Reed, given: Tomas}", "  - A miller"),
    "a document's licence": (f"{LETTER}/source.yaml", "licence: CC BY-SA 4.0\n", ""),
    "a statement": (f"{MILL}/facts.yaml", "There were 280 villagers in the square in March 1903, of whom 30 came", "In March 1903, there were 280 villagers in the square, of whom 30 came"),
    "what an amount counts": (f"{MILL}/facts.yaml", "population: [upper]", "population: [lower]"),
    "how two facts are related": (f"{MILL}/facts.yaml", "how: repeats", "how: same_origin"),
    "a relation's years": (f"{MILL}/facts.yaml", "      from: 1901\n      to: 1904\n", ""),
    "a comment above all": (f"{MILL}/facts.yaml", "- id: f-m0000001", "# The square.\n- id: f-m0000001"),
    "a day in the ledger": (f"{CONTENT}/ledger.yaml", "f-m0000001: 1906-05-01 1906-05-01", "f-m0000001: 1906-04-01 1906-05-01"),
    "a fact is published": (f"{CONTENT}/ledger.yaml", "  f-p0000009: 1906-05-01 1906-05-01 dd784528d5a7\n", ""),
    "a place": ("site_config/map/places.yaml", "46.5", "46.6"),
    "the version": ("site_config/site.yaml", "1.2.3", "1.2.4"),
    "a label": ("site_config/vocabulary.yaml", "label: Commanded", "label: Led"),
}  # fmt: skip
"""What a person may do to a file: replace some words by others, or remove it."""


def _edit(root: Path, *names: str) -> None:
    """Give the project these edits, and no others."""
    texts = {path: (WORLD / path).read_text("utf-8") for path, _, _ in EDITS.values()}
    for name in names:
        path, before, after = EDITS[name]
        assert before in texts[path], name
        texts[path] = texts[path].replace(before, after, 1)
    put(root, texts)
    for path in (path for path, text in texts.items() if not text):
        (root / path).unlink()


def _afresh(root: Path) -> dict[str, bytes]:
    """Every file that a build from nothing makes."""
    atlas = check(root).atlas
    assert atlas is not None
    return {path: text.encode() for path, text in files(atlas)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose pages have just been built."""
    folder = lay_out(tmp_path / "project")
    assert build(folder).problems == ()
    return folder


def _is_as_afresh(root: Path, recalled: Recalled | None = None) -> bool:
    """Whether the pages, built again, are those of a build from nothing."""
    assert build(root, recalled).problems == ()
    return contents(root / DOCS) == _afresh(root)


def _steps(seed: int, number: int) -> Iterator[list[str]]:
    """So many sets of edits, each a few edits away from the one before."""
    chosen, present = random.Random(seed), set[str]()
    for _ in range(number):
        present ^= set(chosen.sample(sorted(EDITS), chosen.choice((1, 1, 2, 4))))
        yield sorted(present)


def _made(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is made again when the project is built."""
    made, make = [], site._made

    def noting(unit: site.PageUnit, atlas: Atlas, findings: Findings) -> site.MadeUnit:
        made.append(unit.name)
        return make(unit, atlas, findings)

    with monkeypatch.context() as patched:
        patched.setattr(site, "_made", noting)
        build(root)
    return made


@pytest.mark.parametrize(
    "seed", [pytest.param(one, marks=pytest.mark.site) for one in range(1, 3)] + [0]
)
def test_any_edits_give_the_pages_of_a_build_from_nothing(root: Path, seed: int) -> None:
    """Also several at a time, and taken back in another order; in one process, or each in another."""
    recalled = Recalled() if seed % 2 == 0 else None
    for names in _steps(seed, 12 if seed else 4):
        _edit(root, *names)
        assert _is_as_afresh(root, recalled), names


@pytest.mark.site
@pytest.mark.parametrize("name", EDITS)
def test_each_edit_changes_what_it_must(root: Path, name: str) -> None:
    """It changes a page; and what it leaves alone is not made again."""
    before = contents(root / DOCS)
    _edit(root, name)
    assert _is_as_afresh(root)
    assert contents(root / DOCS) != before


@pytest.mark.site
def test_a_digest_that_misses_a_change_is_seen_here(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison above would notice."""
    real = Digests.of
    monkeypatch.setattr(
        Digests, "of", lambda every, read: "same" if read[0] == "questions" else real(every, read)
    )
    build(root)
    _edit(root, "a question's title")
    assert not _is_as_afresh(root)


@pytest.mark.site
def test_only_what_shows_an_edit_is_made_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few lines more in a file move its facts, which only their own pages show."""
    assert _made(root, monkeypatch) == []
    _edit(root, "a comment above all")
    made = _made(root, monkeypatch)
    assert made
    assert all(one.startswith("f-m") for one in made)
    _edit(root, "a comment above all", "a document's licence")
    assert 0 < len(_made(root, monkeypatch)) < len(json.loads((root / MEMORY).read_text())["units"])


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder with a page, and a memory of it."""
    put(tmp_path, {"docs/a.md": "A\n"})
    written = {"a.md": hashlib.sha256(b"A\n").hexdigest()}
    memory = Kept(tmp_path / "docs", tmp_path / "memory.json", "frame")
    memory.begin(Digests({"part": {"x": 1}}))
    memory.note("a", {("part", "x"), ("part", ("y", "z"))}, ["a.md"])
    memory.remember(written)
    return tmp_path


def _lasting(root: Path, frame: str = "frame", **part: int) -> dict[str, list[str]]:
    memory = Kept(root / "docs", root / "memory.json", frame)
    memory.begin(Digests({"part": part or {"x": 1}}))
    return memory.lasting(["a", "b"])


def _changed(root: Path, **fields: object) -> None:
    file = root / "memory.json"
    put(root, {file.name: json.dumps(json.loads(file.read_text()) | fields)})


def _other_folder(root: Path) -> None:
    shutil.copytree(root / "docs", root / "copy")
    shutil.rmtree(root / "docs")
    (root / "copy").rename(root / "docs")


FOREIGN: dict[str, Callable[[Path], object]] = {
    "no memory": lambda root: (root / "memory.json").unlink(),
    "half a memory": lambda root: put(root, {"memory.json": '{"frame": "frame"'}),
    "other JSON": lambda root: put(root, {"memory.json": "[]"}),
    "endless JSON": lambda root: put(root, {"memory.json": "[" * 100_000}),
    "other fields": lambda root: _changed(root, units={"a": 1}),
    "numbers out of range": lambda root: _changed(root, units={"a": [[10**6], ["a.md"]]}),
    "another folder": _other_folder,
    "no page": lambda root: (root / "docs/a.md").unlink(),
    "another page": lambda root: (root / "docs/a.md").write_text("B\n"),
    "no pages": lambda root: shutil.rmtree(root / "docs"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_memory_that_may_be_foreign_is_passed_over(kept: Path, name: str) -> None:
    """So is one that can't be read, and a page that is no longer as it was written."""
    assert _lasting(kept) == {"a": ["a.md"]}
    FOREIGN[name](kept)
    assert _lasting(kept) == {}


def test_whatever_a_page_depends_on_ends_it(kept: Path) -> None:
    """The program, or something that it read, or that was not there when it was read."""
    assert _lasting(kept, "another program") == {}
    assert _lasting(kept, x=2) == {}
    memory = Kept(kept / "docs", kept / "memory.json", "frame")
    there = {"x": 1, ("y", "z"): 1}
    memory.begin(Digests({"part": there}))
    assert memory.lasting(["a"]) == {}
    assert _lasting(kept, x=1, other=2) == {"a": ["a.md"]}


@pytest.mark.site
def test_a_page_that_was_changed_is_made_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No other is."""
    before = contents(root / DOCS)
    put(root, {f"{DOCS}/people/ada-okoro.md": "Planted"})
    assert _made(root, monkeypatch) == ["people/ada-okoro"]
    assert contents(root / DOCS) == before


def test_what_is_recalled_would_be_the_same() -> None:
    """It is made again if something that it read is different, or what its maker was given."""
    recalled, same, made = Recalled(), object(), list[int]()

    def ask(frame: str = "", given: object = same, **part: int) -> int:
        whole = noted(_Whole(dict(part)))

        def make() -> int:
            made.append(whole.part["x"])  # type: ignore[arg-type]
            return len(made)

        recalled.begin(frame, Digests({"part": part}))
        return recalled.of("sum", given, make)

    assert [ask(x=1), ask(x=1, y=2), ask(x=2), ask(x=2)] == [1, 1, 2, 2]
    assert [ask("other", x=2), ask("other", x=2), ask("other", object(), x=2)] == [3, 3, 4]
    recalled.begin("other", Digests({}))
    assert ask("other", x=2) == 5  # the build between the two had no use for it


def test_no_page_shows_where_in_its_file_a_value_is(world: Project) -> None:
    """The digest of a record leaves that out; only the line of a whole fact is shown."""
    nowhere = Scalar("", 1, 1)
    entries = world.entries
    others: dict[str, Any] = {
        name: tuple(replace(one, node=nowhere) for one in getattr(entries, name))
        for name in (
            "entities",
            "questions",
            "sources",
            "facts",
            "skips",
            "layouts",
            "withdrawn",
        )
    }
    bare = replace(entries, **others)
    assert dict(files(replace(join(bare), lines=world.atlas.lines))) == world.files


def test_whatever_is_read_can_be_told_apart(world: Project) -> None:
    """Every key of the atlas and of the findings has a digest, and the same one in every process."""
    for whole in (world.atlas, find_out(world.atlas)):
        parts = mappings(whole)
        again = mappings(join(world.entries) if whole is world.atlas else find_out(world.atlas))
        for name, part in parts.items():
            for key in (None, *part):
                assert Digests(parts).of((name, key)) == Digests(again).of((name, key))


@dataclass(frozen=True)
class _Whole:
    part: dict[str, object]
    other: int = 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, "1"), (1, True), ("a", ("a",)), (("a", "b"), ("a, b",)), (("a", ("b",)), (("a", "b"),)),
        (None, "None"), ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (frozenset("a"), ("a",)),
        (Decimal("1.0"), Decimal("1.00")), (_Whole({}, 1), _Whole({}, 2)),
    ],
)  # fmt: skip
def test_different_values_have_different_digests(one: object, other: object) -> None:
    """Also if they look alike."""
    digests = Digests({"part": {"one": one, "other": other, "same": one}})
    assert digests.of(("part", "one")) == digests.of(("part", "same"))
    assert digests.of(("part", "one")) != digests.of(("part", "other"))
    assert digests.of(("part", "one")) != digests.of(("part", "none"))
    assert digests.of(("part", None)) != Digests({"part": {"other": 1, "one": 2}}).of(
        ("part", None)
    )


def test_a_value_of_an_unknown_kind_has_no_digest() -> None:
    """So that nobody relies on one."""
    with pytest.raises(TypeError, match="object"):
        Digests({"part": {"one": object()}}).of(("part", "one"))


def test_every_way_of_reading_is_noted() -> None:
    """Also of what is not there, and through a function that remembers its result."""
    part = noted(_Whole({"a": 1, "b": 2})).part

    @remembered(8)
    def first(key: str) -> object:
        return part[key]

    with reading() as reads:
        assert part.get("x") is None
        assert "y" not in part
    assert reads == {("part", "x"), ("part", "y")}
    for look in (list, len, lambda one: list(one.items()), lambda one: list(one.values())):
        with reading() as reads:
            look(part)
        assert ("part", None) in reads
    for _ in range(2):
        with reading() as reads, reading() as inner:
            assert first("a") == 1
        assert inner == {("part", "a")}
        assert reads == set()
