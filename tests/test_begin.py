"""`new`: a record begins with what a program can see, and `check` asks for what it can't."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.load.project import load
from generator.review.draft import STATEMENT, draft
from generator.review.found_quotes import quote_places
from generator.review.new_record import entity_file, plain, question_file
from generator.strict_yaml.nodes import Fields
from generator.strict_yaml.reader import Scalar, read
from tests.made_up import entries_of
from tests.project import ROOT, call, lay_out, loaded, put

LETTER = "content/sources/parish-letter/facts-new.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project."""
    return lay_out(tmp_path / "project")


def told(project: Path) -> list[tuple[str, str]]:
    """The path and the rule of each problem."""
    return [(one.place.path, one.rule) for one in check(project).problems]


def test_a_fact_from_a_quote(project: Path) -> None:
    """Its words are the document's; speaker, number, date and names are guessed, and marked."""
    quote = (
        "the courier, QUOTING the miller Tomas Reed, reported that between 200 and 250 villagers"
    )
    done = call("--root", project, "new", "fact", "--quote", quote)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{LETTER}:2:1: draft: ")
    text = (project / LETTER).read_text(encoding="utf-8")
    (record,) = loaded(text)
    assert record["statement"] == STATEMENT
    assert record["quote"].startswith("The Courier, quoting the miller")
    assert record["attributed_to"] == "people/tomas-reed"
    assert record["attributed_as"] == "quoting the miller Tomas Reed"
    assert [one["between"] for one in record["figures"]] == [[200, 250]]
    assert "[[people/tomas-reed|Tomas Reed]]" in text
    assert text.count("# check: ") >= 3
    assert "one of role, identity, relation, " in text
    assert (LETTER, "known-reference") in told(project)


@pytest.mark.parametrize(
    ("text", "guessed", "kept"),
    [
        ("Ada may have left in May.", ['"XXXX-05"'], ["when_as_stated: may"]),
        ("Ada may have left.", [], ["when:"]),
        ("Ada, 52, left with 30 men.", ["number: 30"], ["number: 52"]),
        ("Wend sent 30 men.", ["[[units/wend|Wend]]"], ["topics/wend"]),
        ("It ground eleven tons.", ["number: 11", "# unit: is this one of person, "], ["unit: person"]),
        ("It is 12 miles long.", ["unit: mile\n"], ["unit: person"]),
        ("They voted by seven to four.", ["as_stated: seven\n", "as_stated: four\n"], ["as_stated: seven to", "between:"]),
        ("Between 20 and 25 villagers left.", ["as_stated: Between 20 and 25 villagers\n", "between: [20, 25]"], ["number:"]),
        ("From 20 to 25 men left.", ["as_stated: From 20 to 25 men\n", "between: [20, 25]"], []),
        ("It fell from 25 to 20 men.", ["number: 25", "number: 20"], ["between:"]),
        ("They paid between £5 and £7 a day.", ["between: [5, 7]", "currency: GBP"], ["number:"]),
        ("There were 5-6 men, and it ended 2-3.", ["between: [5, 6]", "number: 2", "number: 3"], ["number: 5"]),
        ("Ada denied that it had come.", ["modality: denied\n"], []),
        ("Ada said that it had come.", [], ["modality"]),
        ("It is safe, he added.", ["attributed_to: he\n", "    he added\n"], ["attributed_to: self"]),
        ("He added that it is safe.", ["attributed_to: He\n", "    He added that\n"], []),
        ("It left last week.", ["when_as_stated: last week\n"], ["when: "]),
        ("Two days ago it left.", ["when_as_stated: Two days ago\n"], ["number: 2"]),
        ("It left a few days ago.", ["when_as_stated: a few days ago\n"], ["when: "]),
        ("13 He left with 30 men.", ["number: 30\n"], ["number: 13"]),
        ("28 Barley came. The barley was dry.", [], ["figures:"]),
        ("28 Persians came.", ["number: 28\n", "as_stated: 28 Persians\n"], []),
        ("It has 310 Iranian soldiers.", ["as_stated: 310 Iranian soldiers\n", "unit: person\n"], []),
        ("The smith denied that Ada had left.", ["attributed_to: The smith\n"], []),
        ("“It is safe,” he told Ada.", ["attributed_to: he\n"], []),
        ("“It is safe,” said Ada.", ["attributed_to: people/ada\n"], []),
        ("It left Wend, according to Ada.", ["attributed_to: people/ada\n", "    according to Ada\n"], ["units/wend\n"]),
        ("It left Wend, according to Edo Hale, a clerk.", ["attributed_to: Edo Hale\n", "    according to Edo Hale\n"], []),
        ("According to the clerk’s book, Ada left.", ["attributed_to: the clerk’s book\n"], []),
        ("In 2015–18 it had men.", ['when: "[2015..2018]"\n', "write 2015/2018\n"], ["figures:"]),
        ("13 villagers left.", ["number: 13\n"], []),
        ("[40] Ada left with 30 men.", ["number: 30\n"], ["number: 40"]),
        ("Men of Brigade 65 left for Wend.", [], ["figures:"]),
        ("It lasted more than a decade.", ["# unit: is this one of person, "], ["unit: person"]),
        ("It fell on 2016-03-15.", ["when: \"2016-03-15\"\n", "when_as_stated: 2016-03-15\n"], ["figures:"]),
    ],
)  # fmt: skip
def test_what_a_draft_does_not_take_for_more(
    text: str, guessed: list[str], kept: list[str]
) -> None:
    """A verb is not a month, an age does not count people, and the one who acts is a unit, not a place.

    A range is one figure and a vote two, and what is counted is named or left to a person.
    """
    entities = {
        "units/wend": {"name": "Wend"},
        "topics/wend": {"name": "Wend"},
        "people/ada": {"name": "Ada"},
    }
    entries = entries_of({"report/a": {}}, entities=entities, texts={"report": text})
    (spot,) = quote_places(text, entries)
    written = draft(spot, entries, "f-00000000")
    assert [one for one in guessed if one not in written] == []
    assert [one for one in kept if one in written] == []


def test_a_name_of_its_own_kind_comes_first(project: Path) -> None:
    """If a person and a topic share a name, the person comes first."""
    put(project, {"content/topics/ada-name.yaml": "name: Tomas Reed\nsubkind: theme\n"})
    done = call("--root", project, "new", "topic", "Tomas Reed")
    assert "topics/ada-name" in done.stderr
    done = call("--root", project, "new", "person", "Tomas Reed")
    assert "people/tomas-reed" in done.stderr


def test_a_second_draft_goes_below_the_first(project: Path) -> None:
    """It has a new id; the place printed is its first line."""
    call("--root", project, "new", "fact", "--quote", "The bell is silent.")
    done = call("--root", project, "new", "fact", "--quote", "The bell is heavy.")
    first, second = loaded((project / LETTER).read_text(encoding="utf-8"))
    assert first["id"] != second["id"]
    line = int(done.stdout.split(":")[1])
    lines = (project / LETTER).read_text(encoding="utf-8").splitlines()
    assert lines[line - 1] == f"- id: {second['id']}"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--quote", "the bell"], "give more of them, or add --source"),
        (["--quote", "The bell is weary."], "'The bell is [-weary-]{+heavy+}.'"),
        (["--quote", "nothing of the sort whatsoever"], "no document has"),
        (["--quote", "  "], "the quotation is empty"),
        (
            ["--quote", "The bell", "--source", "parish-leter"],
            "did you mean 'sources/parish-letter'?",
        ),
    ],
)
def test_a_quote_without_one_place(project: Path, arguments: list[str], said: str) -> None:
    """The message says what to do, and nothing is written."""
    before = sorted(project.rglob("*"))
    done = call("--root", project, "new", "fact", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert sorted(project.rglob("*")) == before


def test_every_quotation_can_be_drafted() -> None:
    """Of the real facts each gives a record that can be read, at the place of its quotation."""
    entries, _ = load(ROOT)
    assert entries
    for fact in entries.facts:
        found = quote_places(fact.record.quote[0].exact, entries, fact.home)
        assert found, fact.ref
        text = draft(found[0], entries, fact.ref)
        node, problems = read(text.encode(), "facts-new.yaml")
        assert problems == [], text
        assert node is not None
        (record,) = loaded(text)
        assert record["id"] == fact.ref
        assert quote_places(record["quote"], entries, fact.home) == found


@pytest.mark.parametrize("words", ["Die Straße", "die strasse", "Nach Istanbul"])
def test_case_does_not_count_beside_letters_that_become_two(words: str) -> None:
    """One such letter anywhere in a document leaves the search as it is."""
    text = "In İzmir: Die Straße ging er nach Istanbul. Die Strasse nicht."
    entries = entries_of({}, documents={"report": {}}, texts={"report": text})
    assert [one.whole for one in quote_places(words, entries)] == [True]


def test_a_new_person_is_only_not_mentioned(project: Path) -> None:
    """The file passes the check but for the fact that it waits for."""
    done = call("--root", project, "new", "person", "Hanna Voß", "H. Voss")
    assert done.returncode == 0
    assert (
        done.stdout
        == "content/people/hanna-voss.yaml:1:1: new: in records, write people/hanna-voss for it\n"
    )
    assert told(project) == [("content/people/hanna-voss.yaml", "orphan")]
    record = loaded((project / "content/people/hanna-voss.yaml").read_text("utf-8"))
    assert record == {"name": "Hanna Voß", "aliases": ["H. Voss"]}


@pytest.mark.parametrize(
    "text",
    [
        entity_file("Wend Choir", (), "", ("choir", "guild"), "units/wend-guild"),
        question_file("How heavy is the bell?", {}, "kilogram"),
        question_file("Who took the bell?", {"guild": "The guild"}, ""),
        question_file("Who took the bell?", {}, ""),
    ],
)
def test_each_hint_can_be_filled_in(text: str) -> None:
    """Whoever removes the signs before the hints has a file that can be read, with their fields."""
    about, *lines = text.splitlines()
    assert about.startswith("# ")
    node, problems = read("\n".join(line.removeprefix("# ") for line in lines).encode(), "")
    assert problems == []
    assert isinstance(node, Fields)
    hinted = [line[2:].partition(":")[0] for line in lines if line.startswith("# ")]
    assert {name for name in hinted if not name.startswith(" ")} <= set(node.values)


def test_what_a_unit_is(project: Path) -> None:
    """Without a subkind the file lists those that there are; a wrong one is refused at once."""
    done = call("--root", project, "new", "unit", "Wend Choir")
    assert done.returncode == 0
    assert "# subkind: one of " in (project / "content/units/wend-choir.yaml").read_text("utf-8")
    assert told(project) == [
        ("content/units/wend-choir.yaml", "orphan"),
        ("content/units/wend-choir.yaml", "vocabulary"),
    ]
    done = call("--root", project, "new", "unit", "Wend Band", "--subkind", "compani")
    assert done.returncode == 2
    assert "did you mean 'company'?" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["person", "okoro, ada"], "is already a name of people/ada-okoro"),
        (["person", "…"], "no letter or digit"),
        (["question", "Who?", "--choice", "A", "--unit", "person"], "not both"),
        (
            ["question", "who took the  Bell?", "--choice", "A"],
            "questions/who-took-the-bell already asks that",
        ),
        (["question", "How many?", "--unit", "persn"], "did you mean 'person'?"),
    ],
)
def test_what_cannot_begin(project: Path, arguments: list[str], said: str) -> None:
    """Nothing is written, and the message says why."""
    before = sorted(project.rglob("*"))
    done = call("--root", project, "new", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert sorted(project.rglob("*")) == before


def test_a_file_is_never_overwritten(project: Path) -> None:
    """Two names may give one file."""
    put(project, {"content/people/hanna-voss.yaml": "name: Hanna V.\n"})
    done = call("--root", project, "new", "person", "Hanna Voss")
    assert done.returncode == 2
    assert "already exists" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "record"),
    [
        (["--unit", "person"], {"unit": "person"}),
        (["--choice", "Yes: at once", "--choice", "Nobody"], {"choices": {"yes-at-once": "Yes: at once", "nobody": "Nobody"}}),
    ],
)  # fmt: skip
def test_a_new_question_only_waits_for_answers(
    project: Path, arguments: list[str], record: dict[str, object]
) -> None:
    """The file passes the check but for that."""
    assert call("--root", project, "new", "question", "Who rang?", *arguments).returncode == 0
    text = (project / "content/questions/who-rang.yaml").read_text(encoding="utf-8")
    node, problems = read(text.encode(), "")
    assert (problems, loaded(text)["title"]) == ([], "Who rang?")
    assert node is not None
    assert record.items() <= loaded(text).items()
    assert told(project) == [("content/questions/who-rang.yaml", "orphan")]


def test_the_hint_of_a_sense_can_be_filled_in(project: Path) -> None:
    """Without its marks, it is a sense in which answers count, as `check` takes it."""
    call("--root", project, "new", "question", "How many rang?", "--unit", "person")
    file = project / "content/questions/how-many-rang.yaml"
    head, hint, rest = file.read_text(encoding="utf-8").partition("# basis:")
    lines = f"{hint}{rest}".partition("# topics:")[0].splitlines()
    file.write_text(head + "\n".join(line.removeprefix("# ").removeprefix("#") for line in lines))
    (question,) = [one for one in load(project)[0].questions if one.path.endswith("rang.yaml")]  # type: ignore[union-attr]
    assert [one.time for one in question.record.basis.values()] == ["moment"]


def test_a_kind_that_is_still_to_be_chosen_is_reported(project: Path) -> None:
    """A unit needs one; a person has none."""
    assert "choose its `subkind`" in call("--root", project, "new", "unit", "Ringers").stdout
    chosen = call("--root", project, "new", "unit", "Rope makers", "--subkind", "association")
    assert "subkind" not in chosen.stdout
    assert "subkind" not in call("--root", project, "new", "person", "Hanna Voss").stdout


@pytest.mark.parametrize(
    "text", ["no", "a: b", "'x", "# y", "[z]", "x #y", "- a", "é ü", '"', "*a"]
)
def test_a_value_means_itself(text: str) -> None:
    """Whatever YAML would make of it."""
    node, problems = read(f"name: {plain(text)}\n".encode(), "")
    assert problems == []
    value = node.values["name"]  # type: ignore[union-attr, call-overload]
    assert isinstance(value, Scalar)
    assert value.text == text


def test_what_begins_is_in_the_house_style(project: Path) -> None:
    """`fmt` has nothing to change in what `new` writes."""
    call("--root", project, "fmt")
    call("--root", project, "new", "person", "Hanna Voß", "H. Voss")
    call("--root", project, "new", "unit", "Wend Choir")
    call("--root", project, "new", "topic", "Great: Flood", "--subkind", "event")
    call("--root", project, "new", "question", "Who?", "--choice", "A: b", "--choice", "C")
    call("--root", project, "new", "question", "How many?", "--unit", "person")
    quote = (
        "The Courier, quoting the miller Tomas Reed, reported that between 200 and 250 villagers"
    )
    call("--root", project, "new", "fact", "--quote", quote)
    done = call("--root", project, "fmt", "--check")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_name_like_another(project: Path) -> None:
    """The command warns about it, and the hint about similar names has the other one's reference."""
    done = call("--root", project, "new", "person", "Tomas Raed")
    assert (
        "look-alike: the name looks like 'Tomas Reed', a name of people/tomas-reed; " in done.stdout
    )
    text = (project / "content/people/tomas-raed.yaml").read_text("utf-8")
    assert "#   - ref: people/tomas-reed\n" in text
    done = call("--root", project, "new", "unit", "Tomas Raed")
    assert "look-alike" not in done.stdout


def test_a_draft_names_the_questions_that_its_figure_may_answer() -> None:
    """Those of its unit, first those about what is named; a time of day is no figure."""
    quote = "At nine o'clock seven men came to Wend"
    entries = entries_of(
        {"report/a": {}},
        entities={"topics/wend": {"name": "Wend"}},
        questions={
            "other": {"title": "A?", "unit": "person"},
            "came": {"title": "How many carters came?", "asked_as": ["sevens"], "unit": "person"},
            "wend": {"title": "B?", "unit": "person", "topics": ["topics/wend"]},
            "weeks": {"title": "C?", "unit": "week"},
        },
        texts={"report": quote},
    )
    (spot,) = quote_places(quote, entries)
    written = draft(spot, entries, "f-00000000")
    assert written.endswith(
        "    - as_stated: seven men\n      number: 7\n      unit: person\n"
        "      # if it answers one of these, add `answers: …`: questions/came, questions/wend, questions/other\n"
    )
    assert "nine" not in written.partition("figures:")[2]


def test_a_source_is_a_document(project: Path) -> None:
    """`new source` takes in a document, as `add-document` does."""
    file = project.parent / "a_diary.txt"
    file.write_text("The carters came at noon. They left at night.\n" * 3, encoding="utf-8")
    done = call("--root", project, "new", "source", file, "--dry-run")
    same = call("--root", project, "add-document", file, "--dry-run")
    assert (done.returncode, done.stdout) == (0, same.stdout)
