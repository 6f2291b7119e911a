"""Cards: a question in a few lines, for lists of what is disputed, on whatever page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.atlas.atlas import Answer, AnswerKey
from generator.findings.compare import OUTCOMES, Comparison, Outcome
from generator.findings.findings import originators
from generator.findings.standing import (
    OPPOSED,
    STANDINGS,
    Standing,
    contested,
    standing,
)
from generator.markup.answers import number_words, unit, value
from generator.markup.escaping import Html, escape, filled, joined, tag
from generator.markup.inline import counted
from generator.markup.writer import Desk
from generator.pictures.charts import drawing
from generator.pictures.charts.lanes import ChartPanel, panels
from generator.records import Choice, Question

CHOICES_NAMED = 4  # on a card


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the answers that show how far apart they are: what, who says so, where."""

    value: Html
    says: Html
    citation: Html


@dataclass(frozen=True, slots=True)
class Strip:
    """All amounts on one line from zero, in one unit; the words at its ends are markup."""

    drawing: Html
    ends: Html


@dataclass(frozen=True, slots=True)
class Card:
    """A question: what is asked, how it stands, how much there is, and the answers farthest apart.

    `more` counts the choices that are not shown.
    """

    question: Html
    kind: str
    standing: Html
    answered: Html
    outcomes: tuple[tuple[Html, int], ...]
    strip: Strip | None
    voices: tuple[Voice, ...]
    more: Html


@dataclass(frozen=True, slots=True)
class CardGroup:
    """The questions that stand alike."""

    key: str
    title: str
    cards: tuple[Card, ...]


OUTCOME_OF: Mapping[Standing, Outcome] = {
    "contradict": "contradict",
    "contradict-unless": "contradict-unless",
    "opposite-times": "opposite-times",
    "differ": "answer-differently",
    "agree": "agree",
    "alone": "one-voice",
}
"""The outcome whose sign stands before each standing."""


def by_standing(desk: Desk) -> tuple[CardGroup, ...]:
    """All questions by how they stand; a part of a broader question is on that one's page."""
    found: defaultdict[Standing, list[str]] = defaultdict(list)
    for ref in _ranked(desk):
        found[standing(desk.findings.by_question[ref])].append(ref)
    return tuple(
        CardGroup(one, desk.wording.standings[one], tuple(card(ref, desk) for ref in found[one]))
        for one in STANDINGS
        if found[one]
    )


def liveliest(desk: Desk, most: int) -> tuple[Card, ...]:
    """At most `most` questions: those on which documents disagree, then those that seem open."""
    return tuple(card(ref, desk) for ref in _ranked(desk)[:most])


def _ranked(desk: Desk) -> list[str]:
    """Questions, the liveliest first: by how they stand, then by documents and pairs that make it."""

    def rank(ref: str) -> tuple[object, ...]:
        pairs, how = desk.findings.by_question[ref], standing(desk.findings.by_question[ref])
        documents = {answer.claim.source for answer in desk.atlas.answers.get(ref, ())}
        telling = sum(one.outcome == how for one in pairs)
        return STANDINGS.index(how), -len(documents), -telling, ref

    asked = (ref for ref, one in desk.atlas.questions.items() if not one.record.broader)
    return sorted((ref for ref in asked if desk.atlas.answers.get(ref)), key=rank)


def card(ref: str, desk: Desk) -> Card:
    """The card of one question."""
    atlas, words = desk.atlas, desk.wording
    question, answers = atlas.questions[ref].record, atlas.answers.get(ref, ())
    pairs = desk.findings.by_question[ref]
    drawn = panels(answers, question, atlas.config.numbers)
    main = max(drawn, key=lambda panel: len(panel.rows)) if drawn else None
    against = _farthest(pairs)
    voices = tuple(_voice(one, question, desk) for one in against or _ends(main))
    choices = () if voices else _choices(answers, question, desk)
    return Card(
        question=desk.link(ref),
        kind=words.lists.number if main else words.lists.choice,
        standing=standing_words(standing(pairs), desk),
        answered=filled(
            words.lists.answered_by,
            answers=counted(len(answers), words.counts.answers),
            documents=counted(len({one.claim.source for one in answers}), words.counts.documents),
            originators=counted(originators(answers, atlas), words.counts.originators),
        ),
        outcomes=outcomes(pairs, desk),
        strip=_strip(main, contested(pairs), desk) if main else None,
        voices=voices or choices[:CHOICES_NAMED],
        more=filled(words.entity.more, count=len(choices) - CHOICES_NAMED)
        if len(choices) > CHOICES_NAMED
        else Html(""),
    )


def standing_words(how: Standing, desk: Desk) -> Html:
    """How a question stands, in a sentence behind its sign."""
    return desk.sign(OUTCOME_OF[how], desk.wording.stands[how])


def outcomes(pairs: Iterable[Comparison], desk: Desk) -> tuple[tuple[Html, int], ...]:
    """How often each outcome came out, disagreement first."""
    counts = Counter(one.outcome for one in pairs)
    order = [outcome for outcome in OUTCOMES if counts[outcome]]
    return tuple((desk.outcome_called(outcome), counts[outcome]) for outcome in order)


def _farthest(pairs: Iterable[Comparison]) -> tuple[Answer, ...]:
    """Two answers with the firmest contradiction, from two documents if there are such."""
    firmest = min(
        (OPPOSED.index(one.outcome) for one in pairs if one.outcome in OPPOSED), default=0
    )
    found = [one for one in pairs if one.outcome == OPPOSED[firmest]]
    apart = [one for one in found if one.a.claim.source != one.b.claim.source]
    return next(((one.a, one.b) for one in apart or found), ())


def _ends(panel: ChartPanel | None) -> tuple[Answer, ...]:
    return tuple(row.answer for row in panel.ends) if panel else ()


def _voice(answer: Answer, question: Question, desk: Desk) -> Voice:
    said = value(answer, question, desk.atlas.config)
    return Voice(said, desk.who(answer.claim), desk.permalink(answer.claim))


def _choices(answers: Iterable[Answer], question: Question, desk: Desk) -> tuple[Voice, ...]:
    """Each choice with the documents in which somebody says or denies it, the most first."""
    found: defaultdict[Html, dict[str, Html]] = defaultdict(dict)
    for answer in answers:
        if isinstance(answer.given, Choice):
            said = value(answer, question, desk.atlas.config)
            found[said].setdefault(answer.claim.source, desk.link(answer.claim.source))
    ranked = sorted(found.items(), key=lambda item: -len(item[1]))
    return tuple(
        Voice(said, joined(", ", list(documents.values())), Html("")) for said, documents in ranked
    )


def _strip(panel: ChartPanel, against: frozenset[AnswerKey], desk: Desk) -> Strip | None:
    """The line of amounts, where there are two at least."""
    marks = [(row.mark, row.answer.key in against) for row in panel.rows if row.mark.amounts]
    if len(marks) < 2:
        return None
    last = panel.scale.ticks[-1]
    spot = f"--x:{panel.scale.at(last)}%"
    named = Html(
        f"{escape(number_words(last, desk.wording))} {unit(panel.figure, desk.atlas.config)}"
    )
    ends = joined("", [tag("span", "0"), tag("span", named, class_="last", style=spot)])
    return Strip(drawing.strip(marks, panel.scale), ends)
