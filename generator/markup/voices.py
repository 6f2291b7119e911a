"""Voices in words: who says something and about when, so that no name or date can be confused.

A time comes before those who speak about it, so that nobody reads it as the date of a document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.atlas.atlas import Answer
from generator.findings.origins import originators
from generator.findings.periods import AnswerPeriod, is_loose, periods
from generator.markup.escaping import Html, filled, joined, tag, text_of
from generator.markup.folding import seen_at_once
from generator.markup.inline import counted, listed
from generator.markup.periods import times, whole_time
from generator.markup.readings import as_read, reading
from generator.markup.speakers import credited, in_office, relays
from generator.markup.writer import Desk
from generator.text.days import LAST, Day

VOICES_NAMED = 7  # on one side, if it has no more than these
VOICES_IN_BRIEF = 3  # in a list of questions; the page of each question names all

SPEAKERS_NAMED = 3  # whom a document only cites; the others are counted

NEVER = LAST, True

YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Voice:
    """A document that says something itself, or somebody whom it credits, with the answers.

    `relays` are those through whom it came to the document.
    """

    source: str
    name: Html
    own: bool
    relays: Html
    answers: list[Answer] = field(default_factory=list)


def voices(answers: Iterable[Answer], desk: Desk, says: str = "", *, brief: bool = False) -> Html:
    """Who gives these answers and about when, and from how many speakers if these are fewer.

    A time that the answer itself `says` is not repeated. In `brief`, only the first are named.
    """
    given, words, counts = tuple(answers), desk.wording.question, desk.wording.counts
    found = _voices(given, desk, offices=not brief)
    named = found[: seen_at_once(len(found), VOICES_IN_BRIEF)] if brief else _named(found)
    told = joined("; ", list(_tellings(named, desk, says)))
    if rest := [one for one in found if one not in named]:
        more = counted(len(rest), counts.other_speakers if brief else counts.cited)
        when = whole_time([answer for one in rest for answer in one.answers], desk)
        told = joined("; ", [told, _telling(when, more, desk)])
    cited = (one.claim.claimants for one in given if not one.claim.fact.own_voice)
    shown = sum(one.own for one in found) + len({one.key for some in cited for one in some})
    most = originators(given, desk.atlas)
    if most >= shown:
        return told
    if most == 1:
        return filled(words.side_one_origin, tellings=told)
    return filled(words.side_origins, tellings=told, count=most)


def _voices(answers: tuple[Answer, ...], desk: Desk, *, offices: bool = False) -> list[Voice]:
    """The voices of some answers: first the documents' own, then those whom they credit.

    With `offices`, what its document says that a speaker is follows the name.
    """
    found: dict[tuple[object, ...], Voice] = {}
    for answer in answers:
        own, source = answer.claim.fact.own_voice, answer.claim.source
        through = relays(answer.claim, desk)
        names = in_office if offices else credited
        for name in [desk.named(source)] if own else names(answer.claim, desk):
            voice = Voice(source, name, own, through)
            found.setdefault((source, name, own, through), voice).answers.append(answer)
    return sorted(found.values(), key=lambda one: (not one.own, one.source))


def _named(found: list[Voice]) -> list[Voice]:
    """All voices if they are few; else the documents', and some that alone represent a document."""
    if len(found) <= VOICES_NAMED:
        return found
    own = {one.source for one in found if one.own}
    cited: defaultdict[str, list[Voice]] = defaultdict(list)
    for one in found:
        if one.source not in own:
            cited[one.source].append(one)
    some = [one for voices in cited.values() for one in voices[:SPEAKERS_NAMED]]
    return [*(one for one in found if one.own), *some]


def _tellings(named: list[Voice], desk: Desk, says: str) -> Iterator[Html]:
    """Each time with those who speak about it, in order of time.

    If nobody gives a date, that is not said here, but at the end of a lead.
    """
    by_time: defaultdict[str, list[Voice]] = defaultdict(list)
    starts: dict[str, tuple[Day, bool]] = {}
    for voice in named:
        first = periods(voice.answers)[0]
        when = _unless_told(times(voice.answers, desk), says, first)
        by_time[when].append(voice)
        starts[when] = min(first.start, starts.get(when, NEVER))
    for when in sorted(by_time, key=lambda one: starts[one]):
        shown = "" if [*by_time] == [desk.wording.claim.no_date] else when
        yield _telling(shown, _together(by_time[when], desk), desk)


def gathered(answers: Iterable[Answer], desk: Desk) -> Html:
    """Who gives these answers, after one time that covers all of theirs."""
    given = tuple(answers)
    when = whole_time(given, desk)
    shown = "" if when == desk.wording.claim.no_date else when
    return _telling(shown, _together(_voices(given, desk), desk), desk)


def _telling(when: str, who: Html, desk: Desk) -> Html:
    """Those who speak about a time, after it."""
    date = tag("span", when, class_="date")
    return filled(desk.wording.question.side_telling, when=date, who=who) if when else who


def _unless_told(when: str, says: str, first: AnswerPeriod) -> str:
    """A time, unless the answer says its years itself and it is that of the answer."""
    years = set(YEAR.findall(when))
    stands = first.said or (first.first is not None and is_loose(first.first))
    return "" if years and not stands and years <= set(YEAR.findall(says)) else when


def _together(voices: list[Voice], desk: Desk) -> Html:
    """Those who speak about one time: documents, then by document those whom they credit.

    Each has a mark of its own where an answer is our reading.
    """
    words = desk.wording.question
    cited: defaultdict[tuple[str, Html, str], list[tuple[Html, Html]]] = defaultdict(list)
    for one in voices:
        if not one.own:
            mark = reading(one.answers, desk)
            cited[one.source, one.relays, text_of(mark)].append((one.name, mark))
    own = [one for one in voices if one.own]
    documents = [as_read(one.name, one.answers, desk) for one in own]
    if len(own) == 1 and [*cited] == [(own[0].source, "", "")]:
        speakers = listed([name for some in cited.values() for name, _ in some], desk.wording)
        return filled(words.side_also_citing, document=documents[0], speakers=speakers)
    credited = []
    for (ref, through, _), some in cited.items():
        who, where = listed([name for name, _ in some], desk.wording), desk.named(ref)
        if mark := some[0][1]:
            where = filled(words.side_in_read, document=where, reading=mark)
        credited.append(
            filled(words.side_in_told, speakers=who, relays=through, document=where)
            if through
            else filled(words.side_in, speakers=who, document=where)
        )
    return joined(", ", [*([listed(documents, desk.wording)] if own else []), *credited])
