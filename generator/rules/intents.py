"""Rule about intents: what is tried, planned or expected is not told as done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.atlas.atlas import Atlas
from generator.config.language import Language
from generator.problems import Problem, show
from generator.rules.evidence import is_noted, texts, words_of
from generator.text.folding import fold_line

_WORD = re.compile(r"[\w'-]+")
_CLAUSE_END = re.compile(r"[,;:.!?()\"|](?=\s|$)")
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")

_TELLING = 3
"""The fewest letters of a word by which a statement shows what it tells about."""


def intents_are_kept(atlas: Atlas) -> Iterator[Problem]:
    """A statement does not say that something happened if the quote says it was tried or planned.

    If the quote has "tried to take the bell", a statement about taking or about the bell has such a
    word too, or one of doubt. Otherwise a note quotes the word and explains why. If the document is
    in another language, every statement needs one. `defaults/language.yaml` lists the words.
    """
    ours = atlas.config.language
    for claim in atlas.claims.values():
        words, said = words_of(claim, atlas), fold_line(claim.words)
        if not words.known or ours.keep_open.search(said) or ours.hedge.search(said):
            continue
        quoted = texts(claim.quotes, claim)
        for found in words.language.intent.finditer(quoted):
            word = found.group()
            is_meant = words.language is not ours or _tells_about(found, said, ours)
            if is_meant and not is_noted(word, claim):
                message = (
                    f"the quote has {show(word)}, but the statement says that it happened; keep the "
                    f"document's word, or add a note that quotes “{word}” and explains why the "
                    "statement is about something else"
                )
                yield Problem(claim.entry.place("statement"), "intent", message)
                break


def _tells_about(intent: re.Match[str], said: str, language: Language) -> bool:
    """Whether a statement has words of what somebody intends, and not of the rest of the quote."""
    quoted, end = intent.string, intent.end()
    ends = (_CLAUSE_END.search(quoted, end), language.intent_end.search(quoted, end))
    last = min((found.start() for found in ends if found), default=len(quoted))
    rest = _stems(f"{quoted[: intent.start()]} {quoted[last:]}", language)
    return bool((_stems(quoted[end:last], language) - rest) & _stems(said, language))


def _stems(text: str, language: Language) -> set[str]:
    """The words of a text without their endings, but for those that say nothing by themselves."""
    words = {word for word in _WORD.findall(text.lower()) if len(word) >= _TELLING}
    words -= {*language.linking, *language.articles, *language.subjects}
    return {_ENDING.sub("", language.present_of.get(word, word)).rstrip("iy") for word in words}
