"""Small whole projects, each with something changed: a line, a value, a letter, a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from tests.hostile.cases import PROJECT, shown

Change = tuple[str, str, int, str]
"""Which file, what is done to it, where, and with what text."""

HOW = ("replace a value", "delete a line", "repeat a line", "swap lines", "insert", "indent", "cut")

SYNTAX = (
    *(
        "&a x",
        "*a",
        "!!str x",
        "<<: *a",
        "? x",
        "- - - x",
        "{a: b",
        "[a, b",
        "'",
        '"',
        "|",
        ">-",
        "%",
    ),
    *("...", "---", "# x", " #", "\t", ": ", "~", "null", "{}", "[]", "0x10", "1e9", "[..1903]"),
    *("1903/..", "198X", "-0044", "9999", "0001/9999", "self", "unnamed", "people/ada-okoro"),
    *("units/guild", "topics/bell", "questions/crowd", "sources/note", "f-n0000001", "[[", "]]"),
    *("[[people/ada-okoro|x]]", "[[guild]]", "20", "twenty", "not", "20 people", "In 1903"),
    *("\u202e", "\u200b", "\ufeff", "\x00", "\x1b", "\u0301", "\u2028", "\U000e0041", "\ud800"),
)


@cache
def files() -> dict[str, str]:
    """The files of the project that a stranger may change, by path."""
    found = [path for path in sorted(PROJECT.rglob("*")) if path.is_file()]
    return {
        path.relative_to(PROJECT).as_posix(): path.read_text(encoding="utf-8")
        for path in found
        if path.name not in ("site.yaml", "vocabulary.yaml")
    }


@cache
def _texts() -> tuple[str, ...]:
    return (*SYNTAX, *(text for family in shown().values() for text in family))


def changes() -> st.SearchStrategy[list[Change]]:
    """One to four changes of a project."""
    one = st.tuples(
        st.sampled_from(sorted(files())),
        st.sampled_from(HOW),
        st.integers(0, 400),
        st.sampled_from(_texts()) | st.text(max_size=12),
    )
    return st.lists(one, min_size=1, max_size=4)


def changed(given: list[Change]) -> dict[str, str]:
    """The files of the project with these changes."""
    found = dict(files())
    for path, how, where, text in given:
        lines = found[path].split("\n")
        at = where % len(lines)
        match how:
            case "replace a value":
                name, colon, _ = lines[at].partition(": ")
                lines[at] = f"{name}{colon}{text}" if colon else text
            case "delete a line":
                del lines[at]
            case "repeat a line":
                lines.insert(at, lines[at])
            case "swap lines":
                lines[at], lines[-1 - at] = lines[-1 - at], lines[at]
            case "insert":
                cut = where % (len(lines[at]) + 1)
                lines[at] = lines[at][:cut] + text + lines[at][cut:]
            case "indent":
                lines[at] = " " * (where % 7) + lines[at].lstrip(" ")
            case _:
                del lines[at + 1 :]
        found[path] = "\n".join(lines)
    return found


def _has_bytes(text: str) -> bool:
    """Whether a text has single bytes in it, as half characters."""
    return any("\udc80" <= one <= "\udcff" for one in text)


def laid(project: dict[str, str], folder: Path) -> Path:
    """The project on disk; half characters become bytes that are not UTF-8."""
    for path, text in project.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(
            text.encode("utf-8", "surrogateescape" if _has_bytes(text) else "surrogatepass")
        )
    for name in ("site.yaml", "vocabulary.yaml"):
        place = folder / "site_config" / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes((PROJECT / "site_config" / name).read_bytes())
    return folder
