"""Authors: the names that a file gives, in parts where these are certain."""

from __future__ import annotations

from dataclasses import dataclass

from generator.text.folding import fold_line

_NO_GIVEN = frozenset(
    (
        *("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "ed", "eds"),
        *("inc", "ltd", "llc", "co", "corp", "gmbh", "ag", "ev"),
        *("the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "il"),
    )
)
"""What may follow the comma of a name and is not a given name."""


NOBODY = frozenset(
    ("anonymous", "unknown", "author", "n/a", "none", "user", "admin", "administrator")
)
"""What programs write for an author whom they don't know."""


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who wrote a document: the full `name` as the file has it, and its parts if certain."""

    name: str
    family: str = ""
    given: str = ""


def filed(name: str) -> Author:
    """An author from a catalogue field, where a comma follows the family name.

    The parts are certain if only one word before the comma is not a particle. Any other name may be
    that of a body.
    """
    family, given = _around_comma(name)
    main = [word for word in family.split() if not word.islower()]
    certain = len(main) == 1 and len(given.split()) <= 3
    return Author(name, family, given) if certain else Author(name)


def filed_as(name: str, order: str) -> Author:
    """An author whose name the file also gives in sorting `order`: `Ada Okoro` as `Okoro, Ada`."""
    family, given = _around_comma(order)
    same = family and _key(name) in (_key(f"{given} {family}"), _key(order))
    return Author(name, family, given) if same else Author(name)


def shown(author: Author, text: str) -> Author:
    """An author whose name's parts the text shows: it says `Ada Okoro`, and the file `Okoro, Ada`."""
    if author.family:
        return author
    family, given = _around_comma(author.name)
    if family and _key(f"{given} {family}") in _key(text):
        return Author(author.name, family, given)
    return author


def _around_comma(name: str) -> tuple[str, str]:
    """What is before and after the only comma of a name, or nothing."""
    family, _, given = (part.strip() for part in name.partition(","))
    if not family or not given or "," in given or given.lower().replace(".", "") in _NO_GIVEN:
        return "", ""
    return family, given


def _key(text: str) -> str:
    return fold_line(text).casefold()
