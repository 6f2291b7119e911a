"""`propose`: a form that somebody filled in becomes a draft, whatever they wrote in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check import check
from generator.review.proposal import (
    DOCUMENT,
    FACT,
    DocumentForm,
    FactForm,
    NotAFormError,
    form_of,
)
from tests.project import ROOT, call, lay_out, loaded

FORMS = ROOT / ".github/ISSUE_TEMPLATE"
TEXT = "The bell rang.\n\nAda Okoro heard it in 1903."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The fictional project."""
    return lay_out(tmp_path / "project")


def filled(labels: Sequence[str], answers: Sequence[str]) -> str:
    """The text of an issue, as GitHub makes it from a form."""
    return "\n\n".join(f"### {label}\n\n{one}" for label, one in zip(labels, answers, strict=True))


@pytest.mark.parametrize(("name", "labels"), [("2-add.yml", FACT), ("3-document.yml", DOCUMENT)])
def test_the_forms_have_these_labels(name: str, labels: Sequence[str]) -> None:
    """The program looks for what the forms ask."""
    form = loaded((FORMS / name).read_text(encoding="utf-8"))
    asked = [one["attributes"]["label"] for one in form["body"] if one["type"] != "markdown"]
    assert asked == list(labels)


@pytest.mark.parametrize("document", ["The parish letter", "sources/parish-letter", "no idea"])
def test_a_fact_is_drafted(project: Path, document: str) -> None:
    """In a new file, with the statement and the speaker that were proposed."""
    answers = [document, "```text\nThe bell is silent.\n```", "The  [[bell]]\nis silent.", "nobody"]
    form = project / "form.md"
    form.write_text(filled(FACT, answers), encoding="utf-8")
    done = call("--root", project, "propose", form, "--number", "12")
    assert done.returncode == 0, done.stderr
    path = project / "content/sources/parish-letter/facts-proposed-12.yaml"
    text = path.read_text(encoding="utf-8")
    (record,) = loaded(text)
    assert record["quote"] == "The bell is silent."
    assert record["statement"] == "The [[bell]] is silent."
    assert "# proposed: the document credits nobody\n" in text


def test_a_document_is_taken_in(project: Path) -> None:
    """Its text becomes a seed, and what was said about it stands above its record."""
    answers = ["The bell: a note", "A. Reed, 1903", "https://wend.example/note", "none", TEXT]
    form = project / "form.md"
    form.write_text(filled(DOCUMENT, answers), encoding="utf-8")
    done = call("--root", project, "propose", form, "--number", "13")
    assert done.returncode == 0, done.stderr
    source = (project / "content/sources/the-bell-a-note/source.yaml").read_text(encoding="utf-8")
    assert source.startswith("# proposed title: The bell: a note\n# proposed who and when: A. Reed")
    (seed,) = (project / "seeds").glob("*_the_bell_a_note.txt")
    assert seed.read_text(encoding="utf-8").split() == TEXT.split()
    assert {one.place.path for one in check(project).problems} == {
        "content/sources/the-bell-a-note/source.yaml"
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("My cat", "not a form that proposes"),
        (filled(FACT[:3], ["x", "y", "z"]), "lacks “Whom does the document credit with it?”"),
        (filled(FACT, ["x", "_No response_", "z", "w"]), "“Its exact words” has no answer"),
        (filled(FACT, ["x", "no such words", "z", "w"]), "no document has 'no such words'"),
    ],
)
def test_what_is_not_a_proposal_is_refused(project: Path, text: str, told: str) -> None:
    """With what is missing; nothing is written."""
    before = sorted(project.rglob("*"))
    form = project.parent / "form.md"
    form.write_text(text, encoding="utf-8")
    done = call("--root", project, "propose", form, "--number", "1")
    assert done.returncode != 0
    assert told in done.stderr
    assert sorted(project.rglob("*")) == before


def test_headings_in_an_answer_are_its_own() -> None:
    """Nobody adds a field by writing a heading."""
    answers = ["Note", "words\n### Its exact words\nother words", "s", "### Which document?\nx"]
    form = form_of(filled(FACT, answers))
    assert form == FactForm(*answers)
    assert isinstance(form_of(filled(DOCUMENT, ["t", "m", "w", "l", "x"])), DocumentForm)


@given(st.lists(st.text(min_size=1), min_size=4, max_size=4))
def test_whatever_is_written_is_one_record(answers: list[str]) -> None:
    """No text makes a record of more fields, or anything but a form or a refusal."""
    try:
        form = form_of(filled(FACT, answers))
    except NotAFormError:
        return
    assert isinstance(form, FactForm)
    assert not set("\x00\x1b\x85\u2028") & set(form.quote + form.statement)
