"""The workbench on disk: what is begun, tried and saved."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check import check
from generator.commands.drafting import written
from generator.intake.naming import slug_of
from generator.records import Fact
from generator.records.fields import Record
from generator.review.house_style import formatted
from generator.review.workbench import saving
from generator.review.workbench.asked import AskEntity, AskFact, AskQuestion, AskSkip, AskSpan
from generator.review.workbench.bench import Bench
from generator.review.workbench.form import (
    FormField,
    as_form,
    as_written_in_file,
    fields_of,
    path_in_form,
    records_of,
)
from generator.review.workbench.guards import RequestRefusedError
from generator.review.workbench.placing import CannotPlaceError, added, alone, replaced
from generator.review.workbench.units import from_browser, to_browser
from generator.strict_yaml.as_written import comments
from generator.strict_yaml.nodes import Items
from generator.strict_yaml.reader import plain, read
from tests.project import Project, contents, lay_out, leave_out, put

NOTES = "content/sources/mill-notes"
WAGE = "He gave 12 percent of his wage to it."


def records(text: str) -> list[Any]:
    """What the records of a file say."""
    node, problems = read(text.encode(), "")
    assert problems == []
    assert isinstance(node, Items)
    return [plain(one) for one in node.values]


@pytest.fixture(scope="module")
def open_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional project without the facts of one sentence. A test leaves it as it is."""
    folder = lay_out(tmp_path_factory.mktemp("open") / "project")
    leave_out(folder, f"{NOTES}/facts.yaml", "f-m0000005")
    return folder


@pytest.fixture
def bench(open_project: Path, tmp_path: Path) -> Bench:
    """A bench on a copy of it."""
    shutil.copytree(open_project, tmp_path / "project")
    return Bench(tmp_path / "project", slug_of, written)


@pytest.fixture
def begun(bench: Bench) -> dict[str, Any]:
    """A fact begun from its open sentence."""
    return bench.begin(span(bench, WAGE))


def tidy(path: Path) -> str:
    """A file of facts as `fmt` writes it."""
    text, problems = formatted(path.read_bytes(), "", Fact)
    assert problems == []
    return text.decode()


def span(bench: Bench, words: str, source: str = "mill-notes") -> AskSpan:
    """Words of a document as the browser selects them."""
    seed = bench.known().atlas.documents[f"sources/{source}"].seed
    assert seed is not None
    start = seed.text.index(words)
    return AskSpan(source=source, start=start, end=start + len(words))


def fact(record: dict[str, Any], **others: str) -> AskFact:
    """A fact of the mill's notes, to be tried or saved."""
    return AskFact(**{"source": "mill-notes", "file": "facts.yaml", **others}, record=record)


GOOD = {
    "statement": "[[Edo Kuri]] gave 12 percent of his wage to the guild.",
    "context": [{"exact": "Edo Kuri"}],
    "resolves": {"He": "people/edo-kuri", "it": "units/wend-guild"},
}


def test_words_become_a_record(begun: dict[str, Any]) -> None:
    """The quote is exact; what can be seen in it is filled in; the statement is left to a person."""
    record = begun["record"]
    assert record["quote"] == [{"exact": WAGE}]
    assert record["figures"][0]["number"] == "12"
    assert record["attributed_to"] == ["self"]
    assert "statement" not in record
    assert "figures" in begun["hints"]


def test_a_selection_is_mended(bench: Bench) -> None:
    """Half a word becomes the whole, and spaces around the words fall away."""
    asked = span(bench, "ave 12 percent of his wag")
    cut = AskSpan(source="mill-notes", start=asked.start, end=asked.end)
    assert bench.passage(cut) == {"exact": "gave 12 percent of his wage"}
    asked = span(bench, " He gave ")
    assert bench.passage(asked)["exact"] == "He gave"


def test_words_that_occur_twice_get_those_beside_them(bench: Bench) -> None:
    """Then the passage has as many words before or after as tell its place."""
    asked = span(bench, "the guild")
    found = bench.passage(asked)
    assert found["exact"] == "the guild"
    assert found.keys() & {"prefix", "suffix"}
    record = {**GOOD, "quote": [found], "type": "event", "attributed_to": ["self"]}
    judged = saving.attempt(bench, fact({"id": "f-m0000009", **record}))
    assert [one for one in judged["problems"] if one["rule"].startswith("quote-")] == []


@pytest.mark.parametrize("words", ["  ", "\n"])
def test_an_empty_selection_is_refused(bench: Bench, words: str) -> None:
    """Without words there is nothing to record, and the message says so."""
    with pytest.raises(RequestRefusedError, match="select"):
        bench.begin(AskSpan(source="mill-notes", start=29, end=29 + (words == "\n")))


def test_a_quote_stays_in_its_paragraph(bench: Bench) -> None:
    """Words of two paragraphs are two passages."""
    with pytest.raises(RequestRefusedError, match="one paragraph"):
        bench.begin(AskSpan(source="mill-notes", start=0, end=60))


def test_a_record_is_tried_by_the_rules(bench: Bench, begun: dict[str, Any]) -> None:
    """Each problem has the path of its field; nothing is written."""
    before = contents(bench.root)
    wrong = {**begun["record"], **GOOD, "statement": "[[Edo Kuri]] gave 13 percent of his wage."}
    judged = saving.attempt(bench, fact(wrong))
    assert [(one["path"], one["rule"]) for one in judged["problems"]] == [
        (["statement"], "number-not-in-quote")
    ]
    wrong["attributed_to"] = ["people/edo-kurri"]
    (missing,) = saving.attempt(bench, fact(wrong))["problems"]
    assert missing["path"] == ["attributed_as"]
    wrong["attributed_as"] = {"exact": "Edo Kuri"}
    paths = [one["path"] for one in saving.attempt(bench, fact(wrong))["problems"]]
    assert ["attributed_to", 0] in paths
    right = {**begun["record"], **GOOD}
    assert saving.attempt(bench, fact(right))["problems"] == []
    assert contents(bench.root) == before


def test_what_an_answer_lacks_is_said_at_its_field(bench: Bench) -> None:
    """A message about a whole answer goes to the field that is empty."""
    record = bench.fact("f-m0000001")["record"]
    del record["figures"][1]["basis"]
    asked = fact(record, replaces="f-m0000001")
    assert [one["path"] for one in saving.attempt(bench, asked)["problems"]] == [
        ["figures", 1, "basis"]
    ]


def test_what_is_saved_passes_the_check(bench: Bench, begun: dict[str, Any]) -> None:
    """It stands at the end of its file, everything else is as it was, and the document is covered."""
    path = bench.root / f"{NOTES}/facts.yaml"
    comment = "# a comment of ours\n\n"
    put(bench.root, {f"{NOTES}/facts.yaml": comment + path.read_text("utf-8")})
    before = contents(bench.root)
    saved = saving.save(bench, fact({**begun["record"], **GOOD}))
    after = contents(bench.root)
    assert {name for name in after if after[name] != before.get(name)} == {f"{NOTES}/facts.yaml"}
    assert after[f"{NOTES}/facts.yaml"].startswith(before[f"{NOTES}/facts.yaml"].rstrip(b"\n"))
    checked = check(bench.root)
    assert checked.problems == ()
    assert checked.atlas is not None
    assert saved["saved"] in checked.atlas.claims
    shown = bench.document("mill-notes")
    assert WAGE not in [
        text for line in shown["lines"] for text, state, _ in line if state == "gap"
    ]


def test_what_is_wrong_is_not_saved(bench: Bench, begun: dict[str, Any]) -> None:
    """The answer is what is wrong with it, and the disk is as it was."""
    before = contents(bench.root)
    told = saving.save(bench, fact(begun["record"]))
    assert told["problems"][0]["path"] == ["statement"]
    taken = {**begun["record"], **GOOD, "id": "f-m0000001"}
    assert [one["path"] for one in saving.save(bench, fact(taken))["problems"]] == [["id"]]
    assert contents(bench.root) == before


def test_a_new_file_names_its_schema(bench: Bench, begun: dict[str, Any]) -> None:
    """A file that is not there yet begins as those of `new` do."""
    saving.save(bench, fact({**begun["record"], **GOOD}, file="facts-wages.yaml"))
    text = (bench.root / NOTES / "facts-wages.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../build/schemas/facts.json\n")
    assert check(bench.root).problems == ()


def test_a_byte_order_mark_is_no_part_of_the_text(bench: Bench) -> None:
    """Else the places in a file's first line would be one off."""
    put(bench.root, {f"{NOTES}/facts.yaml": "\ufeff- id: f-m0000001\n"})
    assert bench.text(f"{NOTES}/facts.yaml", "facts") == "- id: f-m0000001\n"


def test_line_ends_stay(bench: Bench, begun: dict[str, Any]) -> None:
    """A file with the line ends of Windows keeps them."""
    path = bench.root / NOTES / "facts.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    saving.save(bench, fact({**begun["record"], **GOOD}))
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")


def test_what_cannot_be_written_leaves_all_as_it_was(
    bench: Bench, begun: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is reported in one sentence."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    before = contents(bench.root)
    monkeypatch.setattr("pathlib.Path.write_bytes", fail)
    with pytest.raises(RequestRefusedError, match="No space left"):
        saving.save(bench, fact({**begun["record"], **GOOD}))
    monkeypatch.undo()
    assert contents(bench.root) == before


def test_a_fact_is_changed_in_its_place(bench: Bench) -> None:
    """Only what is new in it changes; its comments and all other lines stay."""
    path = bench.root / NOTES / "facts.yaml"
    text = tidy(path).replace(
        "  attributed_as: Miss Okoro denied\n",
        "  # see the letter\n  attributed_as: Miss Okoro denied\n",
    )
    path.write_text(text, "utf-8")
    opened = bench.fact("f-m0000002")
    record = {**opened["record"], "note": "The letter says so too."}
    saved = saving.save(bench, fact(record, replaces="f-m0000002", version=opened["version"]))
    assert saved["problems"] == []
    after = path.read_text("utf-8")
    before_lines, after_lines = text.split("\n"), after.split("\n")
    assert [line for line in after_lines if line not in before_lines] == [
        "  note: The letter says so too."
    ]
    assert [line for line in before_lines if line not in after_lines] == []
    assert "  # see the letter\n  attributed_as" in after


def test_a_file_that_has_changed_is_not_overwritten(bench: Bench) -> None:
    """What somebody else wrote meanwhile is not lost."""
    opened = bench.fact("f-m0000002")
    path = bench.root / NOTES / "facts.yaml"
    path.write_text(path.read_text("utf-8") + "# meanwhile\n", "utf-8")
    before = contents(bench.root)
    record = {**opened["record"], "note": "The letter says so too."}
    with pytest.raises(RequestRefusedError, match="has changed on disk"):
        saving.save(bench, fact(record, replaces="f-m0000002", version=opened["version"]))
    assert contents(bench.root) == before


def test_what_changes_on_disk_is_seen(bench: Bench) -> None:
    """An editor may be open beside the browser."""
    assert bench.document("mill-notes")["facts"] == 6
    path = bench.root / NOTES / "facts.yaml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("- id: f-m000000c")], "utf-8")
    assert bench.document("mill-notes")["facts"] == 5


def test_words_without_a_claim_are_skipped(bench: Bench) -> None:
    """They are listed with the reason, and are no longer open."""
    words = "Notes from the mill, May 1905"
    asked = span(bench, words)
    gaps = bench.document("mill-notes")["gaps"]
    saving.skip(bench, AskSkip(**asked.model_dump(), reason="heading"))
    assert records((bench.root / NOTES / "skipped.yaml").read_text("utf-8"))[-1] == {
        "exact": words,
        "reason": "heading",
    }
    assert bench.document("mill-notes")["gaps"] == gaps - 1
    with pytest.raises(RequestRefusedError, match="why"):
        saving.skip(bench, AskSkip(**asked.model_dump(), reason=" "))


def test_words_that_occur_twice_are_skipped_only_on_purpose(bench: Bench) -> None:
    """A skip names words, not a place: all of them would go."""
    asked = span(bench, "the square").model_dump()
    with pytest.raises(RequestRefusedError, match="occur 2 times"):
        saving.skip(bench, AskSkip(**asked, reason="a place"))
    saving.skip(bench, AskSkip(**asked, reason="a place", everywhere=True))
    assert check(bench.root).problems == ()


def test_a_record_that_cannot_be_read_does_not_hinder_others(bench: Bench) -> None:
    """One before it in the file may be broken: the right one is changed all the same."""
    path = bench.root / NOTES / "facts.yaml"
    text = path.read_text("utf-8").replace("  attributed_to: self\n", "", 1)
    path.write_text(text, "utf-8")
    opened = bench.fact("f-m0000002")
    record = {**opened["record"], "note": "The letter says so too."}
    saving.save(bench, fact(record, replaces="f-m0000002", version=opened["version"]))
    after = records(path.read_text("utf-8"))
    assert [one["id"] for one in after if "note" in one] == ["f-m0000002"]


def test_a_name_without_a_record_gets_one(bench: Bench) -> None:
    """Its file is named after it; a name that somebody has is refused, and so is a unit of no kind."""
    made = saving.add_entity(
        bench, AskEntity(kind="people", name="Ina  Bell", aliases=("I. Bell", " "))
    )
    assert made["ref"] == "people/ina-bell"
    entry = bench.known().atlas.entities["people/ina-bell"]
    assert [one.name for one in entry.record.spellings] == ["Ina Bell", "I. Bell"]
    assert ["I. Bell", "people/ina-bell"] in bench.words()["spellings"]
    for asked in (
        AskEntity(kind="topics", name="ina bell"),
        AskEntity(kind="people", name="…"),
        AskEntity(kind="people", name="Else", subkind="nothing"),
        AskEntity(kind="units", name="Lower mill"),
    ):
        with pytest.raises(RequestRefusedError):
            saving.add_entity(bench, asked)


def test_a_question_is_begun(bench: Bench) -> None:
    """Its file is named after it and can be answered; one that is asked already is refused."""
    made = saving.add_question(bench, AskQuestion(title="How many  rang?", unit="person"))
    assert made["ref"] == "questions/how-many-rang"
    chosen = saving.add_question(
        bench, AskQuestion(title="Who rang?", choices=("The miller ", " ", "The guild"))
    )
    questions = bench.known().atlas.questions
    assert questions["questions/how-many-rang"].record.unit == "person"
    assert dict(questions[str(chosen["ref"])].record.choices) == {
        "the-miller": "The miller",
        "the-guild": "The guild",
    }
    assert "questions/how-many-rang" in bench.words()["questions"]
    for asked in (
        AskQuestion(title="who rang?", choices=("a",)),
        AskQuestion(title="…", unit="person"),
        AskQuestion(title="What?"),
        AskQuestion(title="What?", unit="person", choices=("a",)),
        AskQuestion(title="What?", unit="villager"),
    ):
        with pytest.raises(RequestRefusedError):
            saving.add_question(bench, asked)


def test_what_may_be_recorded_already_is_shown(bench: Bench) -> None:
    """Facts that quote the same words come first, then those that say something alike."""
    begun = bench.begin(span(bench, "He gave 12 percent"))
    same = bench.begin(span(bench, "There were 280 villagers in the square"))
    judged = saving.attempt(bench, fact({**same["record"], **GOOD}))
    assert [(one["id"], one["why"]) for one in judged["near"]][:1] == [
        ("f-m0000001", "quotes the same words")
    ]
    record = {**begun["record"], "statement": "More than 300 villagers stood in the square."}
    near = saving.attempt(bench, fact(record))["near"]
    assert "f-m0000006" in [one["id"] for one in near]


COMMENTED = """\
# top

# before
- id: "f-m0000001" # the first
  # above the note
  note: "old" # beside the note
  figures: # the amounts
    # above a figure
    - unit: "person" # who
  # at its end
# of the next one
- id: f-m0000002
# below
"""


def test_no_comment_is_lost() -> None:
    """Those of a field that changes or goes stay in the record, all others where they were."""
    after = replaced(COMMENTED, "f-m0000001", {"id": "f-m0000001", "note": "new"})
    assert records(after) == [{"id": "f-m0000001", "note": "new"}, {"id": "f-m0000002"}]
    assert sorted(comments(after)) == sorted(comments(COMMENTED))
    assert after.endswith("# of the next one\n- id: f-m0000002\n# below\n")
    gone = replaced(COMMENTED, "f-m0000001", {"id": "f-m0000001"})
    assert sorted(comments(gone)) == sorted(comments(COMMENTED))


@pytest.mark.parametrize(
    "slip", ["- {", *(f"- id: f-m0000001\n  note: {note}\n" for note in ("other", "new"))]
)
def test_a_change_that_cannot_be_proved_is_not_made(
    monkeypatch: pytest.MonkeyPatch, slip: str
) -> None:
    """If the new text did not say what it should, or lacked a comment, the file would stay."""
    monkeypatch.setattr("generator.review.workbench.placing.text_of", lambda *_: slip)
    with pytest.raises(CannotPlaceError):
        replaced(COMMENTED, "f-m0000001", {"id": "f-m0000001", "note": "new"})


# Forms, for every record that there is.


def test_every_field_can_be_entered() -> None:
    """Each field of a fact, and of each record within, is something that the page can show."""
    models = records_of(Fact)
    assert len(models) > 8
    for model in models:
        names = {info.alias or name for name, info in model.model_fields.items()}
        assert set(fields_of(model)) == names


def test_a_form_says_what_the_file_says(either: Project) -> None:
    """For every fact: through the form and back, nothing is lost, and nothing else is said."""
    for entry in either.entries.facts:
        before = plain(entry.node)
        after = as_written_in_file(as_form(before))
        assert as_form(dict(after)) == as_form(before)
        (again,) = records(alone(after))
        assert again == after


def test_a_fact_saved_as_it_was_changes_nothing(either: Project) -> None:
    """Not a letter of its file, if the file is as `fmt` writes it."""
    paths = sorted({entry.path for entry in either.entries.facts})
    for path in paths[:6]:
        text = tidy(either.root / path)
        for record in records(text):
            assert replaced(text, record["id"], record) == text


WORD = st.text(st.sampled_from("aé名#:'\"-[]{}|>&*!%@,?=~ 0.\\"), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split()) or "a"
)


def forms(model: type[Record]) -> st.SearchStrategy[dict[str, Any]]:
    """Forms of a record, with anything in them."""
    fields = fields_of(model)
    return st.fixed_dictionaries(
        {}, optional={name: values(field) for name, field in fields.items() if name != "id"}
    ).map(lambda found: {**found, "id": "f-m0000009"} if model is Fact else found)


def values(field: FormField) -> st.SearchStrategy[Any]:
    """What may be entered in a field."""
    one: st.SearchStrategy[Any] = WORD
    if field.of is not None:
        one = forms(field.of)
    elif field.kind == "map":
        one = st.dictionaries(WORD, WORD, max_size=2)
    elif field.kind == "pair":
        one = st.tuples(WORD, WORD).map(list)
    return st.lists(one, max_size=2) if field.many else one


@settings(max_examples=40)
@given(forms(Fact))
def test_what_is_entered_is_what_is_read(form: dict[str, Any]) -> None:
    """Whatever somebody enters stands in the file, and means there what it meant in the form."""
    record = as_written_in_file(form)
    before = '# ours\n- id: "f-m0000001" # first\n  note: here\n'
    try:
        text = added(before, record)
    except CannotPlaceError as error:
        pytest.fail(f"{error}: {record}")
    assert records(text) == [{"id": "f-m0000001", "note": "here"}, record]
    again = replaced(
        text, "f-m0000001", {"id": "f-m0000001", **{k: v for k, v in record.items() if k != "id"}}
    )
    assert records(again)[1] == record
    assert "# ours" in again
    assert "# first" in again


@given(st.text(st.sampled_from("aé𝔸🔔 \n"), max_size=12), st.integers(0, 12))
def test_positions_are_those_of_the_browser(text: str, position: int) -> None:
    """There and back again, whatever the text has."""
    position = min(position, len(text))
    there = to_browser(text, position)
    assert there == len(text[:position].encode("utf-16-le")) // 2
    assert from_browser(text, there) == position


@pytest.mark.parametrize(
    ("path", "record", "expected"),
    [
        (("quote",), {"quote": "a"}, ("quote", 0, "exact")),
        (("quote", "exact"), {"quote": {"exact": "a"}}, ("quote", 0, "exact")),
        (("quote", 1), {"quote": ["a", "b"]}, ("quote", 1, "exact")),
        (("attributed_to",), {"attributed_to": "a"}, ("attributed_to", 0)),
        (("figures", 0, "unit"), {"figures": [{"unit": "a"}]}, ("figures", 0, "unit")),
        (("attributed_as",), {"attributed_as": "a"}, ("attributed_as", "exact")),
        (("resolves", "it"), {"resolves": {"it": "a"}}, ("resolves", "it")),
        (("missing",), {}, ("missing",)),
        ((), {}, ()),
    ],
)
def test_a_problem_finds_its_field(
    path: tuple[str | int, ...], record: dict[str, Any], expected: tuple[str | int, ...]
) -> None:
    """A file may say in short what the form spells out."""
    assert path_in_form(path, record) == expected
