"""The files of a new project, from a few answers: everything but its documents."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from anyascii import anyascii

from generator.load.defaults import files_below
from generator.load.seeds import LISTING
from generator.review.new_record import plain

STARTER = files("generator.review") / "starter"
"""The folder of these files, with slots such as `{title}`."""

OWNED = ".github/CODEOWNERS"
"""The file that a project has only if somebody is named who must read changes."""

_SLOT = re.compile(r"\{(\w+)(?::(yaml|shell))?\}")


@dataclass(frozen=True, slots=True)
class Answers:
    """What a new project is called and about, who makes it, and where the program is.

    `language` is the usual language of its documents, `owner` is who must read changes (for GitHub),
    and `program` is what pipx installs the program from. The last two may be "".
    """

    title: str
    about: str
    language: str
    creator: str
    licence: str
    day: date
    owner: str = ""
    program: str = ""


def project_files(answers: Answers) -> dict[str, bytes]:
    """The text of each file by its path, with the answers in its slots."""
    values = {
        "title": answers.title,
        "about": answers.about,
        "creator": answers.creator,
        "licence": answers.licence,
        "day": answers.day.isoformat(),
        "tag": _tag(answers),
        "owner": answers.owner,
        "program": answers.program,
    }

    def filling(slot: re.Match[str]) -> str:
        value = values.get(slot[1])
        if value is None:
            return slot[0]
        if slot[2] == "yaml":
            return plain(value)
        return shlex.quote(value or "ADDRESS-OF-ATTESTED") if slot[2] == "shell" else value

    found = {
        path: _SLOT.sub(filling, data.decode("utf-8")).encode("utf-8")
        for path, data in files_below(STARTER).items()
    }
    if not answers.owner:
        del found[OWNED]
    return {**found, LISTING: b""}


def _tag(answers: Answers) -> str:
    """A base for permanent names that belongs to nobody: the domain `invalid` is reserved."""
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(answers.title).lower()).strip("-")[:60].strip("-")
    return f"{words or 'attested'}.invalid,{answers.day.year}"
