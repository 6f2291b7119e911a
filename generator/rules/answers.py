"""Rules about questions, and about the facets of their answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.atlas.atlas import Answer, Atlas
from generator.problems import Problem, choose_from, did_you_mean, show
from generator.records import Choice, Figure, Question


def facets_are_those_of_the_question(atlas: Atlas) -> Iterator[Problem]:
    """An answer gives a value for each facet that its question lists, and no other facet.

    The value is one that the question lists, and a figure has the question's unit.
    """
    units = _units_of_answers(atlas)
    for ref, unit in units.items():
        if unit:
            message = (
                f"the unit here is {atlas.questions[ref].record.unit}, but that of every figure that "
                f"answers this question is {unit}; write `unit: {unit}`"
            )
            yield Problem(atlas.questions[ref].place("unit"), "facet", message)
    for answer in _direct_answers(atlas):
        group = "figures" if isinstance(answer.given, Figure) else "choices"
        for field, message in _wrong_facets(answer, atlas.questions[answer.question].record):
            place = answer.claim.entry.place(group, answer.index, field)
            if field != "unit" or answer.question not in units:
                yield Problem(place, "facet", message)


def _units_of_answers(atlas: Atlas) -> dict[str, str]:
    """The questions whose own unit is wrong, each with the unit of all figures that answer it.

    It is "" if the question's unit is not in the vocabulary, since another rule says so. A single
    figure may as well be wrong itself.
    """
    units = defaultdict(list)
    for answer in _direct_answers(atlas):
        if isinstance(answer.given, Figure):
            units[answer.question].append(answer.given.unit)
    found = {}
    for ref, entry in atlas.questions.items():
        unit, given = entry.record.unit, set(units[ref])
        if unit and unit not in atlas.config.vocabulary.units:
            found[ref] = ""
        elif unit and len(units[ref]) > 1 and len(given) == 1 and unit not in given:
            (found[ref],) = given
    return found


def _wrong_facets(answer: Answer, question: Question) -> Iterator[tuple[str, str]]:
    """Each field of an answer that does not fit its question, and what to do about it."""
    ref, given = answer.question, answer.given
    if question.broader:
        message = f"{ref} only shows a part of {question.broader}"
        yield "answers", f"{message}; write `answers: {question.broader}`"
        return
    for name in given.population:
        if name not in question.population:
            near = choose_from(name, question.population)
            yield "population", f"{ref} has no population {show(name)}{near}"
    if given.basis is not None and given.basis not in question.basis:
        near = choose_from(given.basis, question.basis)
        yield "basis", f"{ref} has no basis {show(given.basis)}{near}"
    for facet in ("population", "basis"):
        listed, owed = getattr(question, facet), isinstance(given, Figure)
        owed = owed or (facet == "basis" and bool(question.choices))
        if listed and owed and not getattr(given, facet):
            yield facet, f"{ref} needs a {facet}; choose one of: {', '.join(listed)}"
    if isinstance(given, Figure):
        if not question.unit:
            yield "unit", f"{ref} does not ask for a number; answer it under `choices`"
        elif given.unit != question.unit:
            message = f"the unit of {ref} is {question.unit}, but this figure's is {given.unit}"
            yield "unit", f"{message}; correct the unit, or answer another question"


def facets_stand_beside_an_answer(atlas: Atlas) -> Iterator[Problem]:
    """A figure with a population or a basis says which question it answers."""
    for claim in atlas.claims.values():
        for index, figure in enumerate(claim.fact.figures):
            for field in ("population", "basis") if not figure.answers else ():
                if getattr(figure, field):
                    message = (
                        f"`{field}` has no meaning without `answers`; add `answers` with the question "
                        f"that this figure answers, or remove `{field}`"
                    )
                    yield Problem(claim.entry.place("figures", index, field), "facet", message)


def choices_are_known(atlas: Atlas) -> Iterator[Problem]:
    """A choice is one of those that its question lists."""
    for answer in _direct_answers(atlas):
        if isinstance(answer.given, Figure):
            continue
        question = atlas.questions[answer.question].record
        if not question.broader and answer.given.choice not in question.choices:
            near = choose_from(answer.given.choice, question.choices)
            message = (
                f"{answer.question} asks for a number, not a choice; answer it under `figures`"
                if question.unit
                else f"{answer.question} has no choice {show(answer.given.choice)}{near}"
            )
            place = answer.claim.entry.place("choices", answer.index, "choice")
            yield Problem(place, "facet", message)


def _direct_answers(atlas: Atlas) -> Iterator[Answer]:
    """Each answer once, for the question that its record names."""
    for claim in atlas.claims.values():
        groups: tuple[tuple[Figure | Choice, ...], ...] = (claim.fact.figures, claim.fact.choices)
        for group in groups:
            for index, given in enumerate(group):
                if given.answers and given.answers in atlas.questions:
                    yield Answer(given.answers, claim, given, index)


def denials_are_choices(atlas: Atlas) -> Iterator[Problem]:
    """A question has words for the denial of its own choices only."""
    for entry in atlas.questions.values():
        for name in entry.record.denials:
            if name not in entry.record.choices:
                near = choose_from(name, entry.record.choices)
                message = f"the question has no choice {show(name)}{near}"
                yield Problem(entry.place("denials", name), "facet", message)


def pairs_are_of_choices(atlas: Atlas) -> Iterator[Problem]:
    """Two choices that a question declares contrary or fitting are its own, and the pair is listed once."""
    for entry in atlas.questions.values():
        seen: set[frozenset[str]] = set()
        record = entry.record
        listed = [("contrary", index, pair) for index, pair in enumerate(record.contrary)]
        listed += [("fitting", index, pair) for index, pair in enumerate(record.fitting)]
        for field, index, pair in listed:
            place = entry.place(field, index)
            for name in pair:
                if name not in record.choices:
                    near = choose_from(name, record.choices)
                    message = f"the question has no choice {show(name)}{near}"
                    yield Problem(place, "facet", message)
            if len(set(pair)) < 2:
                message = f"{show(pair[0])} is paired with itself; name two different choices"
                yield Problem(place, "facet", message)
            elif frozenset(pair) in seen:
                message = "this pair is already listed; remove one of the two"
                yield Problem(place, "facet", message)
            seen.add(frozenset(pair))


def silence_is_still_so(atlas: Atlas) -> Iterator[Problem]:
    """A document that is silent on a question exists, and none of its facts answers the question."""
    for ref, entry in atlas.questions.items():
        answered = {answer.claim.source: answer.claim.id for answer in atlas.answers.get(ref, ())}
        for index, silence in enumerate(entry.record.silent):
            place = entry.place("silent", index)
            if silence.source in atlas.unread:
                continue  # another problem says why
            if silence.source not in atlas.documents:
                near = did_you_mean(silence.source, atlas.documents)
                advice = near or "; correct it, or remove this entry"
                message = f"there is no document {show(silence.source)}{advice}"
                yield Problem(place, "silence", message)
            elif silence.source in answered:
                fact = answered[silence.source]
                message = (
                    f"{silence.source} is listed as silent, but its fact {fact} answers this "
                    "question; remove this entry, or correct `answers` in that fact"
                )
                yield Problem(place, "silence", message)


def populations_are_made_of_others(atlas: Atlas) -> Iterator[Problem]:
    """A population is made of other populations of its question, and never of itself."""
    for entry in atlas.questions.values():
        question = entry.record
        for name, population in question.population.items():
            for index, part in enumerate(population.made_of):
                if part not in question.population:
                    near = choose_from(part, question.population)
                    place = entry.place("population", name, "made_of", index)
                    yield Problem(place, "facet", f"there is no population {show(part)}{near}")
            if name in _parts(name, question):
                message = (
                    f"{show(name)} contains itself, directly or through others; list other "
                    "populations under `made_of`"
                )
                yield Problem(entry.place("population", name), "facet", message)


def _parts(name: str, question: Question) -> set[str]:
    """The populations that one is made of, at any depth."""
    found, waiting = set[str](), [name]
    while waiting:
        population = question.population.get(waiting.pop())
        parts = set(population.made_of) - found if population else set()
        found |= parts
        waiting += parts
    return found


def narrower_questions_are_parts(atlas: Atlas) -> Iterator[Problem]:
    """A narrower question shows populations and bases of one that is not itself narrower."""
    for entry in atlas.questions.values():
        question = entry.record
        if not question.within or not question.broader or question.broader not in atlas.questions:
            continue
        parent = atlas.questions[question.broader].record
        if parent.broader:
            message = (
                f"{question.broader} is itself a part of {parent.broader}; "
                f"write `broader: {parent.broader}`"
            )
            yield Problem(entry.place("broader"), "facet", message)
        for facet in ("population", "basis"):
            for index, name in enumerate(getattr(question.within, facet)):
                if name not in getattr(parent, facet):
                    near = choose_from(name, getattr(parent, facet))
                    message = f"{question.broader} has no {facet} {show(name)}{near}"
                    yield Problem(entry.place("within", facet, index), "facet", message)


def answers_carry_a_topic(atlas: Atlas) -> Iterator[Problem]:
    """A fact that answers a question appears on a page that the question belongs to.

    It is filed under one of the question's topics, or mentions one.
    """
    for answer in _direct_answers(atlas):
        question = atlas.questions[answer.question].record
        topics, spoken_of = question.topics, answer.claim.spoken_of
        unsound = not {*topics, *spoken_of} <= atlas.entities.keys()
        if unsound or bool(question.unit) != isinstance(answer.given, Figure):
            continue  # another rule says what is wrong
        if topics and spoken_of.isdisjoint(topics):
            group = "figures" if isinstance(answer.given, Figure) else "choices"
            message = (
                f"this fact answers {answer.question}, but has none of that question's topics; "
                f"add {' or '.join(topics)} to its `topics`"
            )
            yield Problem(answer.claim.entry.place(group, answer.index), "topic", message)
