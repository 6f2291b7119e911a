"""Words as the search reads them: which words of a text count, and what the forms of a word have in common.

The script of the pages reads a query the same way (`defaults/theme/assets/search/words.js`), from
the tables that `table` gives, and `tests/forms.json` checks both.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.config.config import Config
from generator.config.search import LanguageWords

Cutting = list[tuple[int, list[tuple[str, str]]]]
"""Step by step, how many letters must stay, and endings with what replaces them."""


class SearchReader:
    """Reads words by the rules of `spelling.yaml` and the words of all languages in `search.yaml`."""

    def __init__(self, config: Config) -> None:
        self.words, self.sound = config.spelling.words, config.spelling.sound
        languages = config.search.values()
        self.small = self._folded(one for words in languages for one in words.small)
        self.asking = self._folded(one for words in languages for one in words.asking)
        self._cutting: Cutting = [
            (step.keep, [("".join(self.words(one)), instead) for one, instead in step.cut.items()])
            for words in languages
            for step in words.endings
        ]
        self._heads: dict[str, str] = {}
        self._heads = {
            form: head for words in languages for form, head in self._heads_of(words).items()
        }
        self._forms: dict[str, str] = {}
        self._near = [self._group(one) for words in languages for one in words.near]

    def telling(self, text: str) -> list[str]:
        """The words of a text without small ones such as "of", unless there are only small ones."""
        words = self.words(text)
        return [word for word in words if word not in self.small] or words

    def form(self, word: str) -> str:
        """What a word has in common with its other forms: `killed` and `killing` give `kil`."""
        if word not in self._forms:
            self._forms[word] = self._cut(word)
        return self._forms[word]

    def table(self) -> dict[str, Any]:
        """All that a script needs to read words the same way."""
        return {
            "small": sorted(self.small),
            "asking": sorted(self.asking),
            "cutting": self._cutting,
            "heads": dict(sorted(self._heads.items())),
            "near": self._near,
        }

    def _folded(self, given: Iterable[str]) -> frozenset[str]:
        return frozenset(word for one in given for word in self.words(one))

    def _heads_of(self, words: LanguageWords) -> dict[str, str]:
        """Each form with its head; if there are several, also as cut, so that "dies" leads to "die"."""
        found = {}
        for head, forms in words.forms.items():
            for form in (head, *forms):
                word = "".join(self.words(form))
                found[word] = head
                if forms:
                    found[self._cut(word)] = head
        return found

    def _group(self, near: Iterable[str]) -> str:
        return " ".join(dict.fromkeys(self.form(word) for one in near for word in self.words(one)))

    def _cut(self, word: str) -> str:
        for keep, endings in self._cutting:
            if word in self._heads:
                break
            for ending, instead in endings:
                if word.endswith(ending) and len(word) - len(ending) >= keep:
                    word = word.removesuffix(ending) + instead
                    break
        return self._heads.get(word, word)
