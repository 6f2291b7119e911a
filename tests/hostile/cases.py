r"""The hostile cases, as written in their files.

A file of `refused/` has cases that share what they are written `into`: a map of paths to texts in
which `TEXT` stands for the text of the case. A case may have, besides its `name`:

- `text`: what stands for `TEXT`
- `files`: whole files, by path; `bytes`: the same, with `\xNN` for a byte and `\uNNNN` for a
  character
- `change`: what replaces what in a file of the project, where it stands once
- `links`: symbolic links and where they lead; `pipes`: named pipes; `remove`: files and folders
- `sign`: whether SHA256SUMS is made anew
- `says`: words of the output, all of which must be there

A text may be a list of parts, of which one with `times` is repeated; `NUMBER` in it is 10000, 10001
and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
PROJECT = HERE / "project"

_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(r)|(\\))")


@dataclass(frozen=True)
class Case:
    """One hostile input, and words that must be said of it."""

    family: str
    name: str
    says: tuple[str, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    change: dict[str, dict[str, str]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    pipes: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    sign: bool = False

    @property
    def id(self) -> str:
        """What a test calls it."""
        return f"{self.family}: {self.name}"


def unescape(text: str) -> bytes:
    r"""The bytes of a case: \xNN is a byte, \uNNNN a character, \r and \\ as usual."""

    def one(escape: re.Match[str]) -> str:
        byte, short, long, carriage_return, _ = escape.groups()
        if byte:
            return bytes([int(byte, 16)]).decode("utf-8", "surrogateescape")
        if short or long:
            return chr(int(short or long, 16))
        return "\r" if carriage_return else "\\"

    return _ESCAPE.sub(one, text).encode("utf-8", "surrogateescape")


@cache
def refused() -> tuple[Case, ...]:
    """Every case that must be refused, in the order of the files."""
    return tuple(_refused())


def _refused() -> Iterator[Case]:
    for path in sorted((HERE / "refused").glob("*.yaml")):
        family = _typed(path)
        for case in family["cases"]:
            yield _case(path.stem, family.get("into", {}), case)


@cache
def shown() -> dict[str, tuple[str, ...]]:
    """The texts that must be seen as typed, by the name of their file."""
    return {
        path.stem: tuple(_text(one).decode() for one in _typed(path))
        for path in sorted((HERE / "shown").glob("*.yaml"))
    }


def _typed(path: Path) -> Any:
    """A file of cases, read by a reader other than ours, with all values as text."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # that in C is much faster
    return yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 text only


def _case(family: str, into: dict[str, str], case: dict[str, Any]) -> Case:
    text = _text(case.get("text", ""))
    templates = into if "text" in case else {}
    files = {path: one.encode().replace(b"TEXT", text) for path, one in templates.items()}
    files |= {path: _text(one) for path, one in case.get("files", {}).items()}
    for path, one in case.get("bytes", {}).items():
        name = unescape(path).decode("utf-8", "surrogateescape")
        files[name] = b"".join(unescape(part) for part in _parts(one))
    said = case["says"]
    return Case(
        family,
        case["name"],
        (said,) if isinstance(said, str) else tuple(said),
        files,
        case.get("change", {}),
        case.get("links", {}),
        tuple(case.get("pipes", ())),
        tuple(case.get("remove", ())),
        case.get("sign") == "true",
    )


def _text(given: Any) -> bytes:
    return "".join(_parts(given)).encode("utf-8", "surrogatepass")


def _parts(given: Any) -> Iterator[str]:
    """The parts of a text, each as often as it says."""
    for part in [given] if isinstance(given, str) else given:
        if isinstance(part, str):
            yield part
        else:
            times = int(part["times"])
            several = (part["part"].replace("NUMBER", str(10000 + n)) for n in range(times))
            yield "".join(several) if "NUMBER" in part["part"] else part["part"] * times
