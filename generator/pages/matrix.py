"""The picture of a question whose answers are choices: what each document says of each choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Answer
from generator.findings.compare import Comparison
from generator.findings.sides import AnswerSide
from generator.findings.standing import contested
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.periods import times
from generator.markup.speakers import speaker
from generator.markup.writer import Desk
from generator.pages.chart import contested_sign
from generator.records import Choice, Question


@dataclass(frozen=True, slots=True)
class CellView:
    """Who says or denies one choice in one document, in the document's order; often nobody."""

    document: str
    voices: tuple[Html, ...]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice, with a cell for each document, and a sign if one of its answers is contradicted."""

    choice: str
    disputed: Html
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """A table with the choices as rows, and the documents that answer as columns, by letter and name."""

    documents: tuple[tuple[str, Html], ...]
    choices: tuple[ChoiceView, ...]


def matrix(
    found: tuple[AnswerSide, ...],
    question: Question,
    pairs: tuple[Comparison, ...],
    desk: Desk,
    cited: Mapping[str, Html],
) -> MatrixView | None:
    """Choices against documents, in the order of the sides.

    None if no answer is a choice, or if one document gives all answers.
    """
    cells: defaultdict[tuple[str, str], list[Html]] = defaultdict(list)
    disputed, contradicted = set(), contested(pairs)
    for answer in (one for side in found for one in side.answers):
        if isinstance(answer.given, Choice):
            voice = _voice(answer.given, answer, desk, cited[answer.claim.id])
            cells[answer.given.choice, answer.claim.source].append(voice)
            if answer.key in contradicted:
                disputed.add(answer.given.choice)
    documents = sorted({source for _, source in cells})
    if len(documents) < 2:
        return None
    records = {ref: desk.atlas.documents[ref].record for ref in documents}
    return MatrixView(
        tuple((records[ref].letter, desk.link(ref)) for ref in documents),
        tuple(
            ChoiceView(
                question.choices[choice],
                contested_sign(desk) if choice in disputed else Html(""),
                tuple(
                    CellView(records[ref].short, tuple(cells.get((choice, ref), ())))
                    for ref in documents
                ),
            )
            for choice in dict.fromkeys(side.name[1] for side in found)
        ),
    )


def _voice(choice: Choice, answer: Answer, desk: Desk, cited: Html) -> Html:
    """Who says so and when, or who denies it; a denial differs by more than its sign.

    The document's own voice is not named, since the column names it.
    """
    words, own = desk.wording.chart, answer.claim.fact.own_voice
    when, who = times([answer], desk), speaker(answer.claim, desk)
    if when == desk.wording.claim.no_date:
        said = Html("") if own else who
    else:
        said = escape(when) if own else filled(words.voice, who=who, when=when)
    if choice.denies:
        said = filled(words.denied, said=said)
    class_ = "denies" if choice.denies else "affirms"
    return joined(" ", [tag("span", said, class_=class_), cited])
