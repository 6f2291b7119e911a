"""The edition for Kiwix: the built site as a ZIM file, made and checked by openZIM's tools."""

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
from generator.write import made_folder

ZIM = f"dist/{EDITIONS['kiwix']}"

ILLUSTRATION = "assets/illustration.png"
"""The picture that Kiwix shows for the site: a PNG of 48 by 48 pixels, at this path in the site."""

MISSING = (
    "This edition needs zimwriterfs and zimcheck. On Debian or Ubuntu, run "
    "`sudo apt-get install zim-tools faketime`; elsewhere, get them from openzim.org."
)

XAPIAN = b"\x0f\rXapian Glass"
"""The first bytes of a search index; two bytes for its format and 16 random ones follow."""

_ADDRESS = re.compile(rb'(?<= href=")[^"]*|(?<= src=")[^"]*')
_ENTITY = re.compile(rb"&#(\d{2,3});")


class ZimError(Exception):
    """The edition can't be made; the message says why and what to do."""


def make_zim(root: Path, config: Config, moment: int) -> Path:
    """Make and check a ZIM file of `site/`, dated `moment` (Unix time), and return its path.

    With `faketime` and the same version of the tools, the same site gives the same bytes. Raises
    ZimError and OSError; a previous file then stays.
    """
    if not (shutil.which("zimwriterfs") and shutil.which("zimcheck")):
        raise ZimError(MISSING)
    if not (root / SITE / ILLUSTRATION).is_file():
        raise ZimError(f"site_config/theme/{ILLUSTRATION} is missing; add a PNG of 48 by 48 pixels")
    target = root / ZIM
    made_folder(target.parent)
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
    """A ZIM file with its random ids (for itself and its indexes) replaced by a digest of the rest.

    A ZIM file has its id in bytes 8 to 24, and ends with the MD5 of all bytes before
    (wiki.openzim.org/wiki/ZIM_file_format). It must have been made with one thread.
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
    """The page with plain characters instead of numeric entities (`&#35;`) in addresses, for zimcheck."""
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
    """The command that writes a ZIM file, without its last two arguments, folder and file."""
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
        raise ZimError(f"{told}\n{command[0]} failed, as shown above; the previous edition is kept")
