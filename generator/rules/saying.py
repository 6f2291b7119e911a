"""Rules about saying: a claim is what is said, and when it was said is not when it happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim
from generator.atlas.passages import Sighting
from generator.atlas.prose import Unlinked
from generator.config.lexicon import Lexicon
from generator.problems import Problem, show
from generator.rules.evidence import (
    is_noted,
    outside_marks,
    sentences_of,
    texts,
    unexplained,
    words_of,
)
from generator.rules.speech import is_dialogue, is_speech
from generator.text.folding import fold_line
from generator.text.matching import occurrences
from generator.text.seed import Seed

_BETWEEN_SUBJECTS = r"[\s,]*(?:and|or)?\s*(?:the\s+)?"
"""What may be between the subjects of a statement: "Ada **and the** guild"."""

_AFTER_A_CREDIT_AT_THE_END = frozenset(",.;!?،؛؟")
"""What follows a credit to which the words before it belong: "until 1919, the office claims**.**"."""


def a_claim_is_what_is_said(atlas: Atlas) -> Iterator[Problem]:
    """A statement gives what its speaker says, and does not report that the speaker says it.

    "Iran hailed the victory", credited to Iran, would be shown as "Said by Iran: Iran hailed the
    victory". A claim that is itself a denial may be worded as one, and a speaker may report
    other things that they said.
    """
    language = atlas.config.language
    said = language.words_of_reports
    gap = r"[^\w\x00\x01]"
    speaking = re.compile(
        rf"(?:{_BETWEEN_SUBJECTS}\x00)+{gap}*(?:\w+{gap}+){{0,3}}?({said})", re.IGNORECASE
    )
    for claim in atlas.claims.values():
        if claim.credit is None or claim.fact.modality == "denied":
            continue
        found = speaking.match(_with_marks(claim))
        report = words_of(claim, atlas).language.report
        if found and not report.search(_without_the_credit(claim, claim.credit)):
            message = (
                f"the statement repeats who says it ({show(found.group(1))}), so readers would see "
                '"Said by A: A said …"; write only what was said; for a denial, write `modality: '
                "denied`; if the point is that it was said, write `attributed_to: self` and remove "
                "`attributed_as`"
            )
            yield Problem(claim.entry.place("statement"), "own-speaker", message)


def _with_marks(claim: Claim) -> str:
    r"""The statement with `\0` in place of each link to a speaker, and `\1` of any other."""
    speakers = {claimant.ref for claimant in claim.claimants if claimant.kind == "entity"}
    return "".join(
        piece.words if isinstance(piece, Unlinked) else "\0" if piece.ref in speakers else "\1"
        for piece in claim.statement
    )


def _without_the_credit(claim: Claim, credited: Sighting) -> str:
    """The quotation without its crediting words."""
    quote, credit = texts(claim.quotes, claim), texts([credited], claim)
    return quote.replace(credit, " ") if credit in quote else _without_the_end(quote, credit)


def _without_the_end(quote: str, credit: str) -> str:
    """The quotation without the end of the crediting words, if it begins with them."""
    words = credit.split(" ")
    ends = (" ".join(words[start:]) for start in range(len(words)))
    return next((quote[len(end) :] for end in ends if quote.startswith(end)), quote)


def a_credit_stands_in_its_own_sentence(atlas: Atlas) -> Iterator[Problem]:
    """A claim is credited by its own sentence, and not by the sentence before it.

    What follows a credited sentence may or may not continue what was said. If it credits nobody, it
    is the document's own claim, with a note. A sentence in quotation marks, or one that reports
    ("he added"), may have its speaker in the sentence before. Many old books have no quotation
    marks: there, a note that quotes the crediting words may say how the speech goes on.
    """
    for claim in atlas.claims.values():
        if claim.credit is None or claim.credit.place is None:
            continue
        credit = sentences_of(claim.credit.place, claim.seed)
        credited = texts([claim.credit], claim)
        if is_noted(credited, claim):
            continue
        for index, sighting in enumerate(claim.quotes):
            words = words_of(claim, atlas)
            if (
                sighting.place
                and words.known
                and not _is_credited(sighting, credit, claim.seed, words)
            ):
                message = (
                    "the sentence that contains the quote credits nobody (`attributed_as` is in a "
                    "different sentence), so the claim is the document's own; write `attributed_to: "
                    "self`, remove `attributed_as`, and say in a note whom the other sentence credits; "
                    "or, if a speech without quotation marks goes on, add a note that quotes "
                    f"{show(credited)} and says what shows that"
                )
                yield Problem(claim.entry.place("quote", index, "exact"), "attribution", message)


def _is_credited(sighting: Sighting, credit: tuple[int, int], seed: Seed, words: Lexicon) -> bool:
    """Whether a quotation shares a sentence with the credit, has a reporting word, or is in quotation marks."""
    assert sighting.place is not None  # noqa: S101  asked before
    first, last = sentences_of(sighting.place, seed)
    report = words.language.report
    return (
        (first < credit[1] and credit[0] < last)
        or bool(report.search(seed.folded.text[first:last]))
        or is_speech(sighting.place, seed)
        or is_dialogue(sighting.place, seed, words.language)
    )


def times_of_saying_are_apart(atlas: Atlas) -> Iterator[Problem]:
    """`when_as_stated` does not have the words for when something was said.

    They are with the crediting words, before their verb ("Last week the miller said that …"),
    and belong in `said_as_stated`. "By 1903 it was said to have …" and "In 1903, according to the
    miller, …" say when something happened.
    """
    for claim in atlas.claims.values():
        stated = claim.fact.when_as_stated
        if stated is None or claim.credit is None or claim.credit.place is None:
            continue
        words = words_of(claim, atlas)
        if _tells_when_it_was_said(fold_line(stated), claim.credit, claim.seed, words):
            message = (
                f"{show(stated)} says when it was said, not when it happened; move these words from "
                "`when_as_stated` to `said_as_stated`, and any date in `when` to `said_on`"
            )
            yield Problem(claim.entry.place("when_as_stated"), "date-of-saying", message)


def _tells_when_it_was_said(stated: str, credit: Sighting, seed: Seed, words: Lexicon) -> bool:
    assert credit.place is not None  # noqa: S101  asked before
    language, text = words.language, seed.folded.text
    start, end = credit.place.folded
    in_passing = language.report_in_passing.search(text, start, end)
    if (
        in_passing
        or language.reports_by_nobody(text[start:end])
        or text[end : end + 1] in _AFTER_A_CREDIT_AT_THE_END
    ):
        return False
    first = seed.folded_sentence(start)[0]
    report = language.report_or_description.search(text, start, end)
    limit = report.start() if report else start
    return any(
        not text[at + len(stated) : start].strip(" ,،")
        for at in (first + one for one in occurrences(stated, text[first:limit]))
    )


def statements_keep_to_no_day(atlas: Atlas) -> Iterator[Problem]:
    """A statement of ours, or a question's title or choice, names no time that depends on the day.

    Words such as "now" and "recently" are true only on the day of the document. They belong in
    `when_as_stated`, or in quotation marks. `defaults/language.yaml` lists them.
    """
    relative = atlas.config.language.relative
    for claim in atlas.claims.values():
        if word := unexplained(relative, outside_marks(claim.words), claim):
            message = (
                f"{show(word)} depends on when the document was written; remove it from the "
                "statement (it may go in `when_as_stated`), or put the quote's own words in quotation "
                "marks"
            )
            yield Problem(claim.entry.place("statement"), "relative-time", message)
    for entry in atlas.questions.values():
        ours = [(entry.place("title"), entry.record.title)]
        ours += [(entry.place("choices", key), text) for key, text in entry.record.choices.items()]
        for place, text in ours:
            if found := relative.search(fold_line(text)):
                message = (
                    f"{show(found.group())} depends on when one document was written; remove it"
                )
                yield Problem(place, "relative-time", message)
