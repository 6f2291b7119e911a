"""Rules about attribution: a fact credits whom its document credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.atlas.atlas import Atlas, Claim, Claimant
from generator.atlas.passages import Sighting
from generator.config.language import Language
from generator.config.lexicon import Lexicon
from generator.problems import Problem, did_you_mean, show
from generator.rules.evidence import (
    UNSAID,
    evidence,
    is_noted,
    names_in,
    names_of,
    sentences_of,
    texts,
    unexplained,
    words_of,
)
from generator.rules.speech import is_dialogue, is_speech
from generator.rules.unknown import speaker_meant
from generator.text.folding import fold_line
from generator.text.matching import stands_in

APPOSED = frozenset(("role", "identity", "background"))
"""Types of fact that a document may state as its own even in a sentence that credits somebody.

"The general, born in Kerman, said …": the birthplace is the document's own claim.
"""

ATTRIBUTION = ("attributed_to", "attributed_as", "via")
"""The fields that say who speaks; they may not be inferred."""
_FEW_WORDS = re.compile(r"\W*(?:\w+\W*){0,3}")  # "… on Sunday."
_WORD = re.compile(r"\w")
_RELATIVE = re.compile(r"(?:and|but|or|that|when|where|which|who)\b")


def claimants_are_credited(atlas: Atlas) -> Iterator[Problem]:
    """`attributed_as` names everyone in `attributed_to`: by a name, by `resolves` or in words.

    Words may begin with a lower-case letter where the document begins a sentence with them.
    The fact's passages name everyone under `via`. For `unnamed`, `attributed_as` reports without
    naming anybody ("it is said"). Attribution is never inferred.
    """
    for claim in atlas.claims.values():
        if claim.credit:
            credit = texts([claim.credit], claim)
            for index, claimant in enumerate(claim.claimants):
                reason = _not_credited(claimant, claim, credit, atlas)
                if reason:
                    place = claim.entry.place("attributed_to", index)
                    yield Problem(place, "attribution", reason)
        text = evidence(claim)
        for index, claimant in enumerate(claim.via):
            if claimant.ref and claimant.ref not in atlas.entities:
                continue  # another rule says so
            if claimant.kind in ("entity", "words") and not _is_named(claimant, claim, text, atlas):
                message = (
                    f"`quote`, `context` and `attributed_as` do not name {claimant.ref}; add the words "
                    "that name it to `context`, or say under `resolves` which words mean it"
                    if claimant.ref
                    else f"{show(claimant.words)} {UNSAID}; add the words that name the speaker to "
                    "`context`"
                )
                yield Problem(claim.entry.place("via", index), "attribution", message)
        for field in claim.fact.inferred:
            if field in ATTRIBUTION:
                message = (
                    f"`{field}` can't be under `inferred`; put the words that credit the speaker in "
                    "`attributed_as`, and remove this line"
                )
                yield Problem(claim.entry.place("inferred", field), "attribution", message)
            elif field not in (known := {*type(claim.fact).model_fields, *claim.fact.asked}):
                near = did_you_mean(field, known)
                message = f"a fact has no field {show(field)}{near or '; remove this line'}"
                yield Problem(claim.entry.place("inferred", field), "record", message)


def _not_credited(claimant: Claimant, claim: Claim, credit: str, atlas: Atlas) -> str:
    """Why the crediting words do not credit a claimant; empty if they do."""
    if claimant.kind == "unnamed":
        return _not_unnamed(credit, words_of(claim, atlas), atlas)
    if claimant.ref and claimant.ref not in atlas.entities:
        return ""  # another rule says so
    if claimant.kind == "words" and (meant := speaker_meant(claimant.words, credit, atlas)):
        return f"{show(claimant.words)} stands for {meant}; write {meant}"
    if _is_named(claimant, claim, credit, atlas):
        return ""
    if claimant.kind == "words":
        return (
            f"{show(claimant.words)} is not in `attributed_as`; in `attributed_to`, use words from "
            "`attributed_as`, or add the words that name the speaker to `attributed_as`"
        )
    return (
        f"`attributed_as` ({show(credit)}) does not name {claimant.ref}; put the speaker that it does "
        "name in `attributed_to`, or say under `resolves` which of these words mean "
        f"{claimant.ref}"
    )


def _not_unnamed(credit: str, words: Lexicon, atlas: Atlas) -> str:
    """Why the crediting words are not a report that names nobody; empty if they are."""
    language = words.language
    if words.known and not language.report.search(credit):
        return (
            f"`attributed_as` ({show(credit)}) has no reporting word, such as 'said'; include the "
            "document's reporting word, or, if the document itself makes the claim, write "
            "`attributed_to: self` and remove `attributed_as`"
        )
    if language.reports_by_nobody(credit):
        return ""
    for name, refs in atlas.names.by_spelling.items():
        if stands_in(name, credit):
            return f"`attributed_as` ({show(credit)}) names {refs[0]}; write `attributed_to: {refs[0]}`"
    return ""


def _is_named(claimant: Claimant, claim: Claim, text: str, atlas: Atlas) -> bool:
    if claimant.kind == "words":
        words = fold_line(claimant.words)
        return names_in(text, (words, f"{words[0].upper()}{words[1:]}"))  # as a sentence begins
    return claimant.ref is not None and names_in(text, names_of(claimant.ref, claim, atlas))


def credits_stand_by_their_claims(atlas: Atlas) -> Iterator[Problem]:
    """The crediting words are in a sentence of the fact's quote or context, or in the one before.

    Words that credit somebody elsewhere with something else do not show who makes this claim.
    """
    for claim in atlas.claims.values():
        if claim.credit is None or claim.credit.place is None:
            continue
        first, last = sentences_of(claim.credit.place, claim.seed)
        credited = [
            sentences_of(sighting.place, claim.seed)
            for sighting in (*claim.quotes, *claim.context)
            if sighting.place
        ]
        if credited and not any(start <= last and first < end for start, end in credited):
            message = (
                f"{show(claim.credit.passage.exact)} is too far from the quote to show who "
                "said it; copy words closer to the quote, or add the sentences between the two to "
                "`context`"
            )
            yield Problem(claim.entry.place("attributed_as", "exact"), "attribution", message)


def own_voice_credits_nobody(atlas: Atlas) -> Iterator[Problem]:
    """`self` means the document's own voice: neither the quote nor its sentence credits anybody.

    A sentence credits somebody by a reporting word (listed in `defaults/language.yaml`) or by
    quotation marks around the whole quote, or by the dash before a dialogue. If the word reports something other than the quote, a
    note says so and quotes the word.
    """
    for claim in atlas.claims.values():
        if not claim.fact.own_voice:
            continue
        kind, language = claim.fact.type, words_of(claim, atlas).language
        may_appose = kind in APPOSED or kind not in atlas.config.vocabulary.types  # misspelt
        for index, sighting in enumerate(claim.quotes):
            if complaint := _credited(sighting, claim, language, may_appose=may_appose):
                yield Problem(claim.entry.place("quote", index, "exact"), "own-voice", complaint)


def _credited(sighting: Sighting, claim: Claim, language: Language, *, may_appose: bool) -> str:
    """Why a quotation is not in the document's own voice; empty if nothing shows that.

    If it `may_appose`, the sentence around it may credit somebody.
    """
    seed = claim.seed
    exact = fold_line(sighting.passage.exact)
    word = unexplained(language.report, exact, claim) or _said_last(exact, claim, language)
    if word:
        return (
            f"`attributed_to` is `self`, but the quote reports somebody's words ({show(word)}); credit "
            f"the speaker, or {_explained(word)}"
        )
    if sighting.place is None:
        return ""
    if is_speech(sighting.place, seed):
        return (
            "`attributed_to` is `self`, but the document has the whole quote in quotation marks; "
            "credit the speaker, or begin the quote before the quotation marks"
        )
    if is_dialogue(sighting.place, seed, language) and not is_noted("-", claim):
        return (
            "`attributed_to` is `self`, but the document sets the quote as dialogue, after a dash; credit "
            "the speaker, or add a note that quotes “–” and explains why the claim is the document's own"
        )
    if may_appose:
        return ""
    text, (start, end) = seed.folded.text, sighting.place.folded
    first, last = sentences_of(sighting.place, seed)
    word = unexplained(language.report, text[first:start], claim)
    if not word and _WORD.search(text, end, last):  # else nothing compiles a long pattern
        word = unexplained(language.report_of_what_went_before, text[end:last], claim)
    word = word or _reporting(language.report_right_after.match(text, end, last), claim)
    if word:
        return (
            f"`attributed_to` is `self`, but the sentence around the quote credits somebody "
            f"({show(word)}); credit the speaker, or {_explained(word)}"
        )
    return ""


def _said_last(exact: str, claim: Claim, language: Language) -> str:
    """The reporting word at the end of a quotation, or between commas, unless a note quotes it.

    ", Ada noted.", ", Ada noted, ".
    """
    for found in language.report_right_after.finditer(exact):
        aside = exact.startswith(",", found.end()) and not _RELATIVE.match(found["speaker"] or "")
        if aside or _FEW_WORDS.fullmatch(exact, found.end()):
            return _reporting(found, claim)
    return ""


def _reporting(found: re.Match[str] | None, claim: Claim) -> str:
    """The reporting word of a credit right after its words; empty if there is none, or it is noted."""
    word = found["said"] if found else ""
    return "" if is_noted(word, claim) else word


def _explained(word: str) -> str:
    """The advice if a reporting word reports something else."""
    return f"add a note that quotes “{word}” and explains why the claim is the document's own"
