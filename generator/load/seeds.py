"""Seeds: the source documents of a project, checked against their digests."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from generator.load.folder import Shelf
from generator.load.parsing import MOST_TOLD
from generator.problems import Place, Problem, show
from generator.text.characters import piled_marks, place
from generator.text.seed import Seed

LISTING = "seeds/SHA256SUMS"

ORIGINALS = "originals"
"""The folder in `seeds/` with the files that texts were taken from: PDF, HTML and the like."""

_LISTED = re.compile(r"\\?(?P<digest>[0-9A-Fa-f]{64})[ \t]+\*?(?:\.[/\\])?(?P<name>.+?)\s*")
"""A line of the listing, as `sha256sum` writes it on any system, in text or in binary mode."""

_OTHER_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
"""How a Windows file that is not UTF-8 begins."""


def read_seeds(shelf: Shelf, resting: Mapping[str, Sequence[str]]) -> dict[str, Seed]:
    """The documents in `seeds/` by file name. They and their originals are checked against SHA256SUMS.

    `resting` has the ids of the facts that rest on each text, for the message if it has changed.
    """
    digests = listed(shelf)
    seeds = {}
    texts = [name for name in _files(shelf, "seeds") if name.endswith(".txt")]
    originals = [f"{ORIGINALS}/{name}" for name in _files(shelf, f"seeds/{ORIGINALS}")]
    for name in (*texts, *originals):
        data = (shelf.root / "seeds" / name).read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        if digests is not None:
            expected, listed_at = digests.pop(name, ("", 1))
            if digest != expected:
                shelf.altered.update({name} if expected else ())
                message = _differs(name, data, digest, expected)
                message += _rest_on_it(resting.get(name, ())) if expected else ""
                shelf.problems.append(Problem(Place(LISTING, listed_at), "seed", message))
        text = _text(data, f"seeds/{name}", shelf) if name in texts else None
        if text is not None:
            seeds[name] = Seed(name, text, digest)
    for told, (name, (_, listed_at)) in enumerate(sorted((digests or {}).items())):
        if told == MOST_TOLD:
            shelf.more(Place(LISTING, listed_at), "seed")
            break
        shelf.altered.add(name)
        message = (
            f"{show(name)} is not in seeds/; restore it (`git checkout HEAD -- seeds/{name}`), or, if no "
            f"source.yaml names it, remove this line{_rest_on_it(resting.get(name, ()))}"
        )
        shelf.problems.append(Problem(Place(LISTING, listed_at), "seed", message))
    return seeds


def _files(shelf: Shelf, folder: str) -> Iterator[str]:
    """The names of the files in a folder; a folder that has a file's name is a problem."""
    for name in shelf.named(folder):
        if (shelf.root / folder / name).is_file():
            yield name
        elif name.endswith(".txt") or folder.endswith(ORIGINALS):
            shelf.stray(f"{folder}/{name}", "only files belong here; move or remove this folder")


def listed(shelf: Shelf) -> dict[str, tuple[str, int]] | None:
    """The digest of each file that is listed, with its line; None if the list can't be read."""
    if not (shelf.root / LISTING).is_file():
        message = (
            "this file is missing; restore it with git (only in a new project, run "
            "`sha256sum *.txt originals/* > SHA256SUMS` in seeds/)"
        )
        shelf.problems.append(Problem(Place(LISTING), "seed", message))
        return {}
    text = _text((shelf.root / LISTING).read_bytes(), LISTING, shelf)
    return None if text is None else dict(_listed(text, shelf))


def _listed(text: str, shelf: Shelf) -> Iterator[tuple[str, tuple[str, int]]]:
    """The name, digest and line of each file that is listed; an empty line or a comment lists none."""
    told = 0
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if found := _LISTED.fullmatch(line):
            yield found["name"].replace("\\", "/"), (found["digest"].lower(), number)
        elif told == MOST_TOLD:
            shelf.more(Place(LISTING, number), "seed")
            return
        else:
            told += 1
            message = (
                f"{show(line)} is not a digest and a file name; write the 64 digits of the digest, two "
                "spaces, and the name"
            )
            shelf.problems.append(Problem(Place(LISTING, number), "seed", message))


def _differs(name: str, data: bytes, digest: str, expected: str) -> str:
    """The message about a file whose digest is not the one that is listed."""
    if not expected:
        return f"{name} is not listed; if it is new, add the line: {digest}  {name}"
    if hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest() == expected:
        return (
            f"{name} has Windows line endings here, but did not when it was added; run "
            f"`git config core.autocrlf false`, then `git checkout -- seeds/{name}`"
        )
    if name.endswith(".txt") and not name.startswith(ORIGINALS):
        return (
            f"{name} has changed since it was added; if you corrected what the import misread, run `mend-seed "
            f"{name}`; otherwise undo the change (in git, `git checkout -- seeds/{name}`)"
        )
    return (
        f"{name} has changed since it was added, but seeds are never edited; undo the change (in git, `git "
        f"checkout -- seeds/{name}`), or, if you have just added the file, replace its digest here with "
        f"{digest}"
    )


def _rest_on_it(facts: Sequence[str]) -> str:
    """Every fact that depends on a text which is not as it was."""
    if not facts:
        return ""
    rest = "fact rests" if len(facts) == 1 else "facts rest"
    return f"; {len(facts):,} {rest} on it: {', '.join(facts)}"


MOST_MARKS = 30
"""The most marks on one letter (UAX 15): putting more into order takes longer and longer."""


def _within_measure(text: str, path: str, shelf: Shelf) -> str | None:
    """The text, if no letter in it has too many marks; else None, with a problem."""
    at = piled_marks(text, MOST_MARKS)
    if at < 0:
        return text
    message = f"a letter has more than {MOST_MARKS} accents here; add a text without them"
    shelf.problems.append(Problem(Place(path, *place(text, at)), "seed", message))
    return None


def _text(data: bytes, path: str, shelf: Shelf) -> str | None:
    """The text of a file, or None if it is not UTF-8."""
    if other := next(
        (name for mark, name in _OTHER_ENCODINGS.items() if data.startswith(mark)), ""
    ):
        message = f"this file is {other}; save it as UTF-8"
    else:
        try:
            return _within_measure(data.decode("utf-8"), path, shelf)
        except UnicodeDecodeError as error:
            message = (
                f"byte {error.start + 1:,} is not UTF-8; save the text as UTF-8 before you add it"
            )
    shelf.problems.append(Problem(Place(path), "seed", message))
    return None
