"""Languages: the words of the documents' languages, from one file for each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from generator.config.lexicon import LanguageFile, Lexicon, words_in
from generator.config.site import LANGUAGE
from generator.load.folder import Shelf
from generator.load.parsing import record_of
from generator.problems import Place, Problem
from generator.strict_yaml.reader import locate, read


def read_languages(shelf: Shelf, languages: Iterable[str]) -> dict[str, Lexicon]:
    """The words of each of these languages that has a file, except the site's own language.

    A project's own file, `site_config/languages/<language>.yaml`, takes the place of the program's.
    """
    found = {}
    for language in sorted(set(languages) - {LANGUAGE}):
        path = f"site_config/languages/{language}.yaml"
        shipped = files("generator.config") / "languages" / f"{language}.yaml"
        if (shelf.root / path).is_file():
            data = (shelf.root / path).read_bytes()
        elif shipped.is_file():
            data = shipped.read_bytes()
        else:
            continue
        words, problems = _words(data, path)
        shelf.problems += problems
        if words is not None:
            found[language] = words
    return found


@lru_cache(maxsize=32)
def _words(data: bytes, path: str) -> tuple[Lexicon | None, list[Problem]]:
    """The words in a file, or its problems."""
    node, problems = read(data, path)
    if node is None:
        return None, problems
    file, problems = record_of(
        LanguageFile, node, lambda location: Place(path, *locate(node, location)), "configuration"
    )
    if file is None:
        return None, problems
    try:
        return words_in(file), []
    except ValueError as error:
        return None, [Problem(Place(path), "configuration", f"numbers: {error}")]
