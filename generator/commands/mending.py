"""The command that accepts a person's correction of a seed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import click

from generator.console import CommandError
from generator.intake.document import RefusedError
from generator.intake.formats import read
from generator.intake.layout import laid_out
from generator.intake.mending import Moves, layout_moved, with_digest
from generator.intake.take import paragraphs_of
from generator.load.folder import Shelf
from generator.load.history import committed
from generator.load.seeds import LISTING, ORIGINALS, listed
from generator.load.site_config import NO_PROJECT, is_project
from generator.strict_yaml.reader import Fields, Scalar
from generator.write import add, writing

BEFORE = "build/mended"
"""Each text as it was accepted last, so that it can be compared when it is corrected again."""


@click.command("mend-seed", short_help="Accept your correction of the text in seeds/NAME.")
@click.argument("name")
@click.pass_obj
def mend_seed(root: Path, name: str) -> None:
    """Accept your correction of the text in seeds/NAME, such as 001_letter.txt.

    Correct only what differs from the original. The command moves the beginnings of pages and
    headings in layout.yaml along with the text, and writes its new checksum. Then run `check`:
    it lists every fact whose words are no longer there.

    Exit code: 0, 2 if the command could not run, 3 if the files could not be written.
    """
    if not is_project(root):
        raise CommandError(NO_PROJECT)
    name = Path(name).name
    shelf = Shelf(root)
    digest = (listed(shelf) or {}).get(name, ("", 0))[0]
    path = root / "seeds" / name
    if not digest or not path.is_file():
        raise CommandError(f"{name} is not one of the texts that {LISTING} lists")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() == digest:
        click.echo(f"seeds/{name} has not changed since it was added")
        return
    try:
        after = data.decode()
    except UnicodeDecodeError as error:
        raise CommandError(f"seeds/{name} is not UTF-8; save it as UTF-8") from error
    listing = with_digest((root / LISTING).read_bytes(), name, data)
    files, replacing = {LISTING: listing, f"{BEFORE}/{name}": data}, [LISTING, f"{BEFORE}/{name}"]
    home = _home(shelf, name)
    layout = root / home / "layout.yaml"
    if home and layout.is_file():
        before = next((one for one in _earlier(root, name) if _is(one, digest)), None)
        if before is None:
            raise CommandError(
                f"seeds/{name} as it was before is neither in git nor in {BEFORE}/, so its pages can't be "
                f"moved; remove {home}/layout.yaml, or write `begins` with the first words of each page there"
            )
        moves = Moves.between(before.decode(), after)
        text, lost = layout_moved(layout.read_text("utf-8"), moves, after)
        files[f"{home}/layout.yaml"] = text.encode()
        replacing.append(f"{home}/layout.yaml")
        for one in lost:
            click.echo(f"{home}/layout.yaml: {one}")
    with writing(f"the correction of {name}"):
        add(files, root, replacing=replacing)
    click.echo(f"seeds/{name}: accepted; now run `check`")


def _is(data: bytes, digest: str) -> bool:
    return hashlib.sha256(data).hexdigest() == digest


def _earlier(root: Path, name: str) -> Iterator[bytes]:
    """The texts that a seed may have had before: as it was accepted, committed, or imported."""
    kept = root / BEFORE / name
    if kept.is_file():
        yield kept.read_bytes()
    if (data := committed(root, f"seeds/{name}")) is not None:
        yield data
    stem = name.removesuffix(".txt")
    for original in sorted((root / "seeds" / ORIGINALS).glob(f"{stem}.*")):
        try:
            paragraphs, _ = paragraphs_of(read(original.read_bytes()))
        except RefusedError:
            continue
        yield laid_out(paragraphs).text.encode()


def _home(shelf: Shelf, name: str) -> str:
    """The folder of the document that a seed is the text of; "" if there is none."""
    for path in shelf.folders("content/sources"):
        file = f"{path}/source.yaml"
        node = shelf.nodes(file) if (shelf.root / file).is_file() else None
        seed = node.values.get("seed") if isinstance(node, Fields) else None
        if isinstance(seed, Scalar) and seed.text == name:
            return path
    return ""
