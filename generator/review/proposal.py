"""Proposals: what somebody wrote in a form on GitHub, as text in Markdown.

GitHub puts each answer below a heading with its label (`### Its exact words`), and `_No response_`
for none. Whatever a stranger writes there is treated as text: none of it is run, and it can only
become a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.review.draft import STATEMENT

FACT = (
    "Which document?",
    "Its exact words",
    "The claim in neutral words",
    "Whom does the document credit with it?",
)
DOCUMENT = (
    "Its title",
    "Who wrote it, who published it, and when?",
    "Where is it, and when did you see it there?",
    "Under which licence, or with whose rights?",
    "Its text",
)
"""The labels of each form, in its order. A test compares the forms with them."""

_NOTHING = "_No response_"
_FENCED = re.compile(r"\A(`{3,})[a-z]*\n(?P<text>.*)\n\1\Z", re.DOTALL)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


class NotAFormError(Exception):
    """A text is not one of the forms; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class FactForm:
    """A claim that somebody proposes to record."""

    document: str
    quote: str
    statement: str
    credited: str


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """A document that somebody proposes to take in."""

    title: str
    made: str
    where: str
    licence: str
    text: str


def form_of(text: str) -> FactForm | DocumentForm:
    """The form in the text of an issue. Raises NotAFormError."""
    text = text.replace("\r\n", "\n")
    if f"### {FACT[1]}\n" in text:
        return FactForm(*_answers(text, FACT))
    if f"### {DOCUMENT[0]}\n" in text:
        return DocumentForm(*_answers(text, DOCUMENT))
    raise NotAFormError(
        "this is not a form that proposes a fact or a document; open an issue with one of those"
    )


def _answers(text: str, labels: Sequence[str]) -> Iterator[str]:
    """The answer below each label; a heading inside an answer belongs to the answer.

    Raises NotAFormError if a label or its answer is missing.
    """
    places: list[tuple[int, int]] = []
    for label in labels:
        begin = places[-1][1] if places else 0
        heading = re.compile(rf"^### {re.escape(label)}$", re.MULTILINE)
        found = heading.search(text, begin)
        if found is None:
            raise NotAFormError(f"the form lacks “{label}”; open a new issue with the form")
        places.append((found.start(), found.end()))
    ends = [begin for begin, _ in places[1:]] + [len(text)]
    for label, (_, begin), end in zip(labels, places, ends, strict=True):
        answer = text[begin:end].strip()
        fenced = _FENCED.match(answer)
        answer = _UNSEEN.sub(" ", fenced["text"] if fenced else answer).strip()
        if not answer or answer == _NOTHING:
            raise NotAFormError(f"“{label}” has no answer; fill it in")
        yield answer


def with_proposal(draft: str, form: FactForm) -> str:
    """The draft of a fact with the statement that was proposed, and who is to be credited."""
    credited = f"  # proposed: the document credits {_line(form.credited)}\n"
    record = draft.replace(STATEMENT, _line(form.statement), 1)
    return re.sub(r"(?m)^(?=  attributed_to:)", lambda _: credited, record, count=1)


def with_imprint(source: str, form: DocumentForm) -> str:
    """The record of a document, below what was proposed about it."""
    said: Mapping[str, str] = {
        "title": form.title,
        "who and when": form.made,
        "where": form.where,
        "licence": form.licence,
    }
    lines = [f"# proposed {name}: {_line(answer)}\n" for name, answer in said.items()]
    return "".join(lines) + source


def _line(text: str) -> str:
    return " ".join(text.split())
