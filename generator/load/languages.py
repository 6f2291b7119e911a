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

    Each part of a project's own file, `site_config/languages/<language>.yaml`, takes the place of that
    part of the program's: with its own `language` alone, it keeps the program's `numbers`.
    """
    found = {}
    for language in sorted(set(languages) - {LANGUAGE}):
        path = f"site_config/languages/{language}.yaml"
        shipped = files("generator.config") / "languages" / f"{language}.yaml"
        given = shipped.read_bytes() if shipped.is_file() else b""
        own = (shelf.root / path).read_bytes() if (shelf.root / path).is_file() else given
        if not own:
            continue
        words, problems = _words(own, given, path)
        shelf.problems += problems
        if words is not None:
            found[language] = words
    return found


@lru_cache(maxsize=32)
def _words(own: bytes, given: bytes, path: str) -> tuple[Lexicon | None, list[Problem]]:
    """The words in a project's own file, laid over those that the program gives, or its problems."""
    file, problems = _file(own, path)
    if file is None:
        return None, problems
    below = _file(given, path)[0] if given and given != own else None
    if below is not None:
        parts = below.model_fields_set - file.model_fields_set
        file = file.model_copy(update={part: getattr(below, part) for part in parts})
    try:
        return words_in(file), []
    except ValueError as error:
        return None, [Problem(Place(path), "configuration", f"numbers: {error}")]


def _file(data: bytes, path: str) -> tuple[LanguageFile | None, list[Problem]]:
    """What a file says, or its problems."""
    node, problems = read(data, path)
    if node is None:
        return None, problems
    return record_of(
        LanguageFile, node, lambda location: Place(path, *locate(node, location)), "configuration"
    )
