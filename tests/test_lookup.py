"""`find` and `new fact`: what a contributor needs before writing a record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import cli
from generator.records.ids import ID_CHARACTERS
from generator.strict_yaml.reader import Items, read
from tests.project import call, lay_out, loaded, put, sign_seeds


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional project."""
    return lay_out(tmp_path_factory.mktemp("lookup") / "project")


def found(folder: Path, text: str) -> list[str]:
    """The lines that `find` prints of what there is."""
    done = call("--root", folder, "find", text)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def passages(folder: Path, text: str) -> list[str]:
    """Of these lines, those of the documents."""
    return [line for line in found(folder, text) if ": passage: " in line]


def test_names_facts_and_passages(project: Path) -> None:
    """Whoever has the name, each fact with the words in its statement or a passage, each place."""
    lines = [line.split(": ", 2) for line in found(project, "okoro")]
    assert [label for _, label, _ in lines] == [
        "people/ada-okoro",
        "people/miss-okoro",
        "f-m0000002",
        "f-p0000002",
        "passage",
        "passage",
    ]
    assert lines[0][2] == "Ada Okoro; Okoro, Ada; آدا اوکورو"
    assert lines[3][::2] == [
        "content/sources/parish-letter/facts.yaml:14:7",
        "Ada Okoro led the guild.",
    ]
    assert lines[4][::2] == [
        "seeds/000_parish_letter.txt:2:68",
        (
            "In March 1903 the Wend Guild took the bell from Lower Wend.[1] Ada Okoro led the guild. "
            "More than 300 villagers stood in the square on that day, at leas"
        ),
    ]


def test_names_are_found_by_other_spellings(project: Path) -> None:
    """As in the site's search: in another script, with other vowels, by what readers ask for."""
    for text in ("آدا اوکورو", "ada ocoro", "Adà Okôrro"):
        assert found(project, text)[0].startswith("content/people/ada-okoro.yaml:1:1: ")
    assert found(project, "z")[-1].split(": ")[1] == "passage"


def test_words_are_found_by_other_spellings_if_nothing_else_is(project: Path) -> None:
    """In the documents, at their true place."""
    (exact,) = passages(project, "bell will ring again")
    assert passages(project, "bell wil ring agayn") == [exact]
    assert passages(project, "bell will ring, again") == [exact]


def test_questions_and_documents_are_found_too(project: Path) -> None:
    """By their titles, so that nobody writes a second one."""
    lines = [line.split(": ")[1] for line in found(project, "who took the bell")]
    assert lines[0] == "questions/who-took-the-bell"
    assert found(project, "Bell of Lower Wend")[0].split(": ")[1] == "sources/parish-letter"


def test_a_reference_and_an_id_find_their_record(project: Path) -> None:
    """Also a reference that the record had before."""
    (line,) = found(project, "units/guild")
    assert line.startswith("content/units/wend-guild.yaml:1:1: units/wend-guild: Wend Guild; ")
    assert found(project, "f-p0000002") == [
        "content/sources/parish-letter/facts.yaml:14:7: f-p0000002: Ada Okoro led the guild."
    ]
    (gone,) = found(project, "f-0gane000")
    assert gone.startswith(
        "content/sources/mill-notes/withdrawn.yaml:4:7: f-0gane000: withdrawn on "
    )
    assert gone.endswith(
        "1906-11-12: The record had it the wrong way round: in the notes she denies it."
    )


def test_words_in_another_order_find_facts(project: Path) -> None:
    """All of them are in the statement or the passages, in any spelling."""
    assert "f-p0000002: Ada Okoro led the guild." in found(project, "gild led Okorro")[0]


def test_a_name_that_is_nearly_one(project: Path) -> None:
    """The nearest name is offered."""
    done = call("--root", project, "find", "mil prezz")
    assert done.returncode == 1
    assert done.stderr.endswith("no document; did you mean 'mill press'?\n")


def test_a_text_across_the_end_of_a_line(tmp_path: Path) -> None:
    """Where a program has wrapped the lines, it is found at its first word."""
    folder = lay_out(tmp_path / "project")
    words = "the guards and the carters came to the old mill on the hill by the river and "
    wrapped = "\n".join(words.strip() for _ in range(4))
    put(folder, {"seeds/000_parish_letter.txt": f"{wrapped}\nsat down.\n\nThen they left.\n"})
    sign_seeds(folder)
    assert [line.split(": ")[0] for line in passages(folder, "river and sat")] == [
        "seeds/000_parish_letter.txt:4:68"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the people’s bell", "seeds/000_parish_letter.txt:6:41"),
        ("THE PEOPLE'S  BELL", "seeds/000_parish_letter.txt:6:41"),
        ("  £500 a year ", "seeds/000_parish_letter.txt:4:51"),
        ("wrong: the", "seeds/001_mill_notes.txt:3:91"),
        ("[1]", "seeds/000_parish_letter.txt:2:60"),
    ],
)
def test_text_is_found_as_quotations_are(project: Path, text: str, place: str) -> None:
    """Typography, spaces and capitals do not matter; signs mean themselves; the column is true."""
    (line,) = passages(project, text)
    where, rule, passage = line.split(": ", 2)
    assert (where, rule) == (place, "passage")
    path, number, column = place.split(":")
    seed = (project / path).read_text("utf-8").split("\n")[int(number) - 1]
    assert passage in seed
    fold = str.maketrans("’“”", '\'""')
    sought = " ".join(text.translate(fold).lower().split())
    assert seed[int(column) - 1 :].translate(fold).lower().startswith(sought)


def test_each_passage_is_reported(project: Path) -> None:
    """A word that occurs twice in a line is found twice."""
    places = [line.split(": ")[0] for line in found(project, "guild") if ": passage: " in line]
    assert len(places) == len(set(places))
    seeds = "".join(path.read_text("utf-8") for path in sorted((project / "seeds").glob("*.txt")))
    assert len(places) == seeds.lower().count("guild")


def test_where_there_is_nothing(project: Path) -> None:
    """Exit code 1 where nothing is found, 2 where nothing was asked for or nothing can be read."""
    done = call("--root", project, "find", "no such words")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "'no such words' is in no name, no fact and no document\n"
    for empty in ("", "  ", "\u00ad"):
        done = call("--root", project, "find", empty)
        assert (done.returncode, done.stdout) == (2, "")
        assert "TEXT is empty" in done.stderr
    done = call("--root", project / "content", "find", "bell")
    assert (done.returncode, done.stdout) == (2, "")
    assert "can't be read" in done.stderr


def test_mistakes_elsewhere_do_not_hinder(tmp_path: Path) -> None:
    """What can be read is searched, and the command says how much could not be."""
    folder = lay_out(tmp_path / "project")
    put(folder, {"content/people/edo-kuri.yaml": "name: [\n"})
    done = call("--root", folder, "find", "kuri")
    assert done.returncode == 0
    labels = [line.split(": ")[1] for line in done.stdout.splitlines()]
    assert labels == ["f-m0000004", "f-m0000005", "passage"]
    assert done.stderr == (
        "1 problem in the files here; records with problems are left out; "
        f"run `cli --root {folder} check` to see the problems\n"
    )


def test_a_new_fact(project: Path) -> None:
    """What is printed is a list of one record, whose id nobody has; nothing is written."""
    before = sorted(project.rglob("*"))
    done = call("--root", project, "new", "fact")
    assert (done.returncode, done.stderr) == (0, "")
    node, problems = read(done.stdout.encode(), "facts.yaml")
    assert problems == []
    assert isinstance(node, Items)
    assert len(node.values) == 1
    (record,) = loaded(done.stdout)
    assert set(record) == {"id", "statement", "quote", "attributed_to", "type"}
    assert re.fullmatch(r"f-[0-9a-hjkmnp-tv-z]{8}", record["id"])
    assert sorted(project.rglob("*")) == before


def test_a_fresh_id_is_fresh(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id that a record or a mention anywhere in the content has is not given again."""
    rolled = iter("m0000001" + "p000000a" + "z9z9z9z9")
    monkeypatch.setattr("generator.review.new_fact.secrets.choice", lambda _: next(rolled))
    cli.cli.main(["--root", str(project), "new", "fact"], standalone_mode=False)
    assert capsys.readouterr().out.startswith("- id: f-z9z9z9z9\n")


def test_an_id_can_be_read_aloud() -> None:
    """Its characters are those of the pattern of ids; i, l, o and u are not among them."""
    assert sorted(ID_CHARACTERS) == sorted(
        set("0123456789abcdefghijklmnopqrstuvwxyz") - set("ilou")
    )
