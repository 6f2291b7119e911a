"""The edition for Kiwix: the built site as one ZIM file, made and checked by openZIM's tools."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.config.config import Config
from generator.markup.paths import EDITIONS
from generator.publish.offline import SITE, readers_files

ZIM = f"dist/{EDITIONS['kiwix']}"

ILLUSTRATION = "assets/illustration.png"
"""What Kiwix shows for the site, from the site's root: a PNG of 48 by 48."""

MISSING = (
    "zimwriterfs and zimcheck make and check this edition, and are not here: on Debian or Ubuntu "
    "`sudo apt-get install zim-tools faketime`, elsewhere from openzim.org."
)

XAPIAN = b"\x0f\rXapian Glass"
"""How an index of the search begins: then two bytes for its form, and 16 that were drawn by lot."""

_ADDRESS = re.compile(rb'(?<= href=")[^"]*|(?<= src=")[^"]*')
_ENTITY = re.compile(rb"&#(\d{2,3});")


class ZimError(Exception):
    """The edition can't be made; the message says why, and what to do."""


def make_zim(root: Path, config: Config, moment: int) -> Path:
    """Make and check a ZIM of `site/`, dated `moment` (Unix time); the last one stays on failure.

    The same site gives the same bytes, where `faketime` is installed and by the same version of
    the tools. Raises ZimError and OSError.
    """
    if not (shutil.which("zimwriterfs") and shutil.which("zimcheck")):
        raise ZimError(MISSING)
    if not (root / SITE / ILLUSTRATION).is_file():
        raise ZimError(f"site_config/theme/{ILLUSTRATION} is missing: add a PNG of 48 by 48")
    target = root / ZIM
    target.parent.mkdir(exist_ok=True)
    (root / "build").mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="zim-", dir=root / "build") as scratch:
        folder, fresh = Path(scratch, "html"), Path(scratch, "fresh.zim")
        _lay_out(root / SITE, folder, config)
        _run(*_writer(config, moment), str(folder), str(fresh))
        fresh.write_bytes(settled(fresh.read_bytes()))
        _run("zimcheck", "--all", "--details", str(fresh))
        fresh.replace(target)
    return target


def settled(zim: bytes) -> bytes:
    """The file with what was drawn by lot made from its content: its id and its indexes' ids.

    A ZIM has its id in the bytes 8 to 24, and the MD5 of all before it at its end
    (wiki.openzim.org/wiki/ZIM_file_format). Its tools must have used one thread.
    """
    data = bytearray(zim[:-16])
    lots = [8] + [one.end() + 2 for one in re.finditer(re.escape(XAPIAN), zim)]
    for start in lots:
        data[start : start + 16] = bytes(16)
    fixed = hashlib.sha256(data).digest()[:16]
    for start in lots:
        data[start : start + 16] = fixed
    return bytes(data) + hashlib.md5(data, usedforsecurity=False).digest()


def plain_addresses(page: bytes) -> bytes:
    """The page with `#` for `&#35;` in its addresses, and the like: zimcheck reads no numbers."""
    return _ADDRESS.sub(lambda address: _ENTITY.sub(_plain, address[0]), page)


def _plain(entity: re.Match[bytes]) -> bytes:
    number = int(entity[1])
    return bytes([number]) if 0x20 < number < 0x7F and number not in b"\"&'<>" else entity[0]


def _lay_out(site: Path, folder: Path, config: Config) -> None:
    for name, data in readers_files(site, config.wording):
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(plain_addresses(data) if name.endswith(".html") else data)


def _writer(config: Config, moment: int) -> list[str]:
    """The command that writes a ZIM, but for its folder and its file."""
    site = config.site
    day = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%S")
    clock = ["faketime", "-f", day] if shutil.which("faketime") else []
    told = {
        "welcome": "index.html",
        "illustration": ILLUSTRATION,
        "language": "eng",
        "title": site.title,
        "description": site.description or site.title,
        "creator": site.creator,
        "publisher": site.creator,
        "name": "attested",
        "scraper": f"attested {site.version}",
        "threads": "1",
    }
    return [*clock, "zimwriterfs", *(f"--{option}={value}" for option, value in told.items())]


def _run(*command: str) -> None:
    surroundings = {**os.environ, "TZ": "UTC"}
    done = subprocess.run(
        command,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="backslashreplace",
        check=False,
    )
    if done.returncode:
        told = "\n".join(done.stdout.splitlines()[-40:])
        raise ZimError(f"{told}\n{' '.join(command[:1])} failed: see above; the last edition stays")
