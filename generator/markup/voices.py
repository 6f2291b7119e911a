"""Voices in words: who says something and about when, so that names and dates can't be confused.

A time comes before those who speak about it, so that nobody reads it as the date of a document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.atlas.atlas import Answer
from generator.findings.origins import originators
from generator.findings.periods import AnswerPeriod, is_loose, periods
from generator.findings.sides import listing
from generator.markup.answers import facets
from generator.markup.escaping import Html, filled, joined, tag, text_of
from generator.markup.inline import counted, listed
from generator.markup.paths import page_of
from generator.markup.periods import times, whole_time
from generator.markup.readings import as_read, reading
from generator.markup.voice import Voice, voices_of
from generator.markup.writer import Desk
from generator.text.days import LAST, Day

VOICES_NAMED = 3  # on one side; more only if each of the documents would not be heard
PEOPLE_NAMED = 2  # with one voice, where voices speak of different people
DOCUMENTS_LISTED = 2  # after "2 more"; if there are more, they are counted
DOCUMENTS_HEARD = 5  # each by a separate voice, if there are no more than these

NEVER = LAST, True

Met = tuple[str, Html]
"""A speaker whom a reader has met: the document that credits the name, and the name."""

YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Telling:
    """How much is told about voices.

    `offices` is how many words an office may have to be told; those of speakers who were `met` before
    are not. `times` says that they come with their times, and `readings` that each name says if its
    answer is our reading. At most so many are `named`; but if there are no more documents than
    `heard`, each has a voice.
    """

    offices: int = 0
    met: frozenset[Met] = frozenset()
    times: bool = True
    readings: bool = True
    named: int = VOICES_NAMED
    heard: int = DOCUMENTS_HEARD


BRIEFLY = Telling()


def voices(
    answers: Iterable[Answer], desk: Desk, says: str = "", telling: Telling = BRIEFLY
) -> Html:
    """Who gives these answers and about when, and from how many speakers if these are fewer.

    A time that the answer itself `says` is not repeated. The first voices are named; a link leads
    to the others.
    """
    given, words = tuple(answers), desk.wording.question
    found = voices_of(given, desk)
    named = _named(found, telling)
    shown = [_introduced(one, telling, desk) for one in named]
    told = _told(shown, desk, says, telling)
    if rest := [one for one in found if one not in named]:
        told = filled(words.side_more, told=told, more=_rest(rest, named, desk))
    cited = (one.claim.claimants for one in given if not one.claim.fact.own_voice)
    speakers = sum(one.own for one in found) + len({one.key for some in cited for one in some})
    most = originators(given, desk.atlas)
    if most >= speakers:
        return told
    if most == 1:
        return filled(words.side_one_origin, tellings=told)
    return filled(words.side_origins, tellings=told, count=most)


def introduced(answers: Iterable[Answer], desk: Desk, telling: Telling) -> set[Met]:
    """The speakers whom `voices` names for these answers, so that their office is told once."""
    return {(one.source, one.name) for one in _named(voices_of(tuple(answers), desk), telling)}


def _introduced(voice: Voice, telling: Telling, desk: Desk) -> Voice:
    """The voice whose name is given with its office, if it has one that readers have not been told yet."""
    length = len(voice.office.split())
    if not 0 < length <= telling.offices or (voice.source, voice.name) in telling.met:
        return voice
    name = filled(desk.wording.question.side_office, speaker=voice.name, office=voice.office)
    return replace(voice, name=name)


def _rest(rest: list[Voice], named: list[Voice], desk: Desk) -> Html:
    """How many others give these answers, with links to their documents if one is not named yet."""
    words, first = desk.wording.question, rest[0].answers[0]
    more = counted(len(rest), desk.wording.counts.more_voices)
    link = desk.to(page_of(first.question), more, first.claim.id)
    heard = {one.source for one in named}
    others = sorted({one.source for one in rest})
    if heard.issuperset(others) or len(others) > DOCUMENTS_HEARD:
        return link
    if len(others) > DOCUMENTS_LISTED:
        documents = counted(len(others), desk.wording.counts.documents)
    else:
        documents = listed([desk.named(one) for one in others], desk.wording)
    return filled(words.side_in, speakers=link, document=documents)


def _named(found: Sequence[Voice], telling: Telling) -> list[Voice]:
    """The first voices, in their order: one of each document before others of the same document.

    A person comes before the document that credits them, and before others whom it credits, unless
    the answer is our reading.
    """

    def rank(place: int) -> tuple[bool, bool, int]:
        voice = found[place]
        return voice.read, not voice.person, place

    places = sorted(range(len(found)), key=rank)
    heard = {found[place].source: place for place in reversed(places)}
    room = max(telling.named, len(heard)) if len(heard) <= telling.heard else telling.named
    firsts = set(heard.values())
    order = sorted(places, key=lambda place: place not in firsts)
    return [found[place] for place in sorted(order[:room])]


def _told(named: list[Voice], desk: Desk, says: str, telling: Telling) -> Html:
    """Those without a time, then each time, in order, with those who speak about it.

    Those without a time come last if their answers are our reading, and those of others are not.
    """
    if not telling.times:
        return _together(named, desk, telling)
    none = desk.wording.claim.no_date
    by_time: defaultdict[str, list[Voice]] = defaultdict(list)
    starts: dict[str, tuple[Day, bool]] = {}
    people = {answer.given.population for voice in named for answer in voice.answers}
    for voice in named:
        first = periods(voice.answers)[0]
        when = _unless_told(times(voice.answers, desk, led=True), says, first)
        if len(people) > 1:
            when = _of_whom(when, voice, desk)
        by_time[when].append(voice)
        starts[when] = min(first.start, starts.get(when, NEVER))
    undated = by_time.pop(none, [])
    told = [_together(undated, desk, telling)] if undated else []
    order = sorted(by_time, key=lambda one: starts[one])
    dated = [_at(when, _together(by_time[when], desk, telling), desk) for when in order]
    stated = any(not voice.read for some in by_time.values() for voice in some)
    last = stated and all(voice.read for voice in undated)
    return joined("; ", [*dated, *told] if last else [*told, *dated])


def _of_whom(when: str, voice: Voice, desk: Desk) -> str:
    """A time with the people that a voice counts then, if these are few."""
    words, answers = desk.wording, voice.answers
    names = dict.fromkeys(name for one in answers for name in one.given.population)
    if not names or len(names) > PEOPLE_NAMED:
        return when
    whom = facets(tuple(names), None, listing(answers[0].question, desk.atlas), words)
    if when == words.claim.no_date:
        return text_of(filled(words.question.side_of_undated, whom=whom))
    return text_of(filled(words.question.side_of, when=when, whom=whom))


def gathered(answers: Iterable[Answer], desk: Desk) -> Html:
    """Who gives these answers, after one time that covers all of theirs."""
    given = tuple(answers)
    when = whole_time(given, desk)
    shown = "" if when == desk.wording.claim.no_date else when
    return _at(shown, _together(voices_of(given, desk), desk, BRIEFLY), desk)


def _at(when: str, who: Html, desk: Desk) -> Html:
    """Those who speak about a time, after it."""
    date = tag("span", when, class_="date")
    return filled(desk.wording.question.side_telling, when=date, who=who) if when else who


def _unless_told(when: str, says: str, first: AnswerPeriod) -> str:
    """A time, unless it is the answer's own and the answer already says its years."""
    years = set(YEAR.findall(when))
    stands = first.said or (first.first is not None and is_loose(first.first))
    return "" if years and not stands and years <= set(YEAR.findall(says)) else when


def _together(voices: Sequence[Voice], desk: Desk, telling: Telling) -> Html:
    """Those who speak about one time: documents, then by document those whom they credit."""
    words, documents = desk.wording.question, [one for one in voices if one.own]
    cited: defaultdict[tuple[str, Html], list[Voice]] = defaultdict(list)
    for one in voices:
        if not one.own:
            cited[one.source, one.relays].append(one)
    told = list[Html]()
    for (ref, through), some in cited.items():
        document, mark = desk.named(ref), Html("")
        if len(some) == 1 and telling.readings and (mark := reading(some[0].answers, desk)):
            document = filled(words.side_in_read, document=document, reading=mark)
        speakers = some[0].name if mark else _names(some, desk, telling)
        told.append(
            filled(words.side_in_told, speakers=speakers, through=through, document=document)
            if through
            else filled(words.side_in, speakers=speakers, document=document)
        )
    own = [_names(documents, desk, telling)] if documents else []
    if not told or any(len(some) > 1 for some in cited.values()):
        return joined(", ", [*own, *told])
    others = listed(told, desk.wording)
    return filled(words.side_own_and, documents=own[0], speakers=others) if own else others


def _names(voices: Sequence[Voice], desk: Desk, telling: Telling) -> Html:
    """The names of some voices; if the answers of some are our reading, these come last.

    After several names, "(our reading)" would not show how many of them it is about.
    """
    read = [one for one in voices if one.read and telling.readings]
    plain = [one.name for one in voices if one not in read]
    if not read:
        return listed(plain, desk.wording)
    answers = [answer for one in read for answer in one.answers]
    if len(voices) == 1:
        return as_read(read[0].name, answers, desk)
    names = listed([one.name for one in read], desk.wording)
    mark = reading(answers, desk)
    ours = filled(desk.wording.question.side_reading_of, reading=mark, who=names)
    return listed([*plain, ours], desk.wording)
