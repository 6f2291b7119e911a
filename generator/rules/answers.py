"""Rules about questions and the facets of their answers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.atlas.atlas import Answer, Atlas
from generator.problems import Place, Problem, did_you_mean, show
from generator.records import Choice, Figure, Question
from generator.records.questions import leaves


def facets_are_those_of_the_question(atlas: Atlas) -> Iterator[Problem]:
    """An answer gives each facet that its question lists, no other, with a value listed there."""
    for answer in _direct_answers(atlas):
        question = atlas.questions[answer.question].record
        group = "figures" if isinstance(answer.given, Figure) else "choices"

        def place(field: str, group: str = group, answer: Answer = answer) -> Place:
            return answer.claim.entry.place(group, answer.index, field)

        if question.broader:
            message = f"{answer.question} is a view of {question.broader}; answer that one"
            yield Problem(place("answers"), "facet", message)
            continue
        for name in answer.given.population:
            if name not in question.population:
                near = did_you_mean(name, question.population)
                message = f"{answer.question} has no population {show(name)}{near}"
                yield Problem(place("population"), "facet", message)
        basis = answer.given.basis
        if basis is not None and basis not in question.basis:
            near = did_you_mean(basis, question.basis)
            message = f"{answer.question} has no basis {show(basis)}{near}"
            yield Problem(place("basis"), "facet", message)
        for facet in ("population", "basis"):
            listed = getattr(question, facet)
            if isinstance(answer.given, Figure) and listed and not getattr(answer.given, facet):
                message = f"{facet} is missing: {answer.question} tells apart {', '.join(listed)}"
                yield Problem(place(facet), "facet", message)
        if isinstance(answer.given, Figure):
            yield from _unit(answer.given, answer.question, question, place("unit"))


def _unit(figure: Figure, ref: str, question: Question, place: Place) -> Iterator[Problem]:
    if not question.unit:
        yield Problem(place, "facet", f"{ref} is answered by a choice, not by a figure")
    elif figure.unit != question.unit:
        message = f"{ref} counts {question.unit}, this figure {figure.unit}"
        yield Problem(place, "facet", message)


def choices_are_known(atlas: Atlas) -> Iterator[Problem]:
    """A choice is one of those that its question lists."""
    for answer in _direct_answers(atlas):
        if isinstance(answer.given, Figure):
            continue
        question = atlas.questions[answer.question].record
        if answer.given.choice not in question.choices:
            near = did_you_mean(answer.given.choice, question.choices)
            message = f"{answer.question} has no choice {show(answer.given.choice)}{near}"
            place = answer.claim.entry.place("choices", answer.index, "choice")
            yield Problem(place, "facet", message)


def _direct_answers(atlas: Atlas) -> Iterator[Answer]:
    """Each answer once, where its record gives it."""
    for claim in atlas.claims.values():
        groups: tuple[tuple[Figure | Choice, ...], ...] = (claim.fact.figures, claim.fact.choices)
        for group in groups:
            for index, one in enumerate(group):
                if one.answers and one.answers in atlas.questions:
                    yield Answer(one.answers, claim, one, index)


def questions_are_whole(atlas: Atlas) -> Iterator[Problem]:
    """A population is made of known ones and not of itself; a narrower question lies in a broader."""
    for entry in atlas.questions.values():
        question = entry.record
        for name, population in question.population.items():
            for index, part in enumerate(population.made_of):
                place = entry.place("population", name, "made_of", index)
                if part not in question.population:
                    near = did_you_mean(part, question.population)
                    yield Problem(place, "facet", f"no population {show(part)}{near}")
            if population.made_of and not leaves([name], question):
                yield Problem(entry.place("population", name), "facet", "is made of itself")
        if question.broader and question.broader in atlas.questions and question.within:
            parent = atlas.questions[question.broader].record
            if parent.broader:
                yield Problem(entry.place("broader"), "facet", "is itself a narrower question")
            for facet in ("population", "basis"):
                for index, name in enumerate(getattr(question.within, facet)):
                    if name not in getattr(parent, facet):
                        near = did_you_mean(name, getattr(parent, facet))
                        message = f"{question.broader} has no {facet} {show(name)}{near}"
                        yield Problem(entry.place("within", facet, index), "facet", message)
