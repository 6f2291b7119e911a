"""The command line."""

from __future__ import annotations

import gc
import io
import json
import re
import secrets
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import click

from generator.atlas import Atlas
from generator.build import DOCS, Checked, NotWrittenError
from generator.build import build as build_docs
from generator.build import check as check_project
from generator.coverage import Coverage, cover
from generator.folding import fold_line, fold_with_origins
from generator.load import load
from generator.problems import Place, Problem, as_github, as_text
from generator.publish import environment, mkdocs, publish

ID_CHARACTERS = "0123456789abcdefghjkmnpqrstvwxyz"
AROUND = 80
"""So many characters on each side of a passage are shown by `find`."""

TEMPLATE = """\
- id: {id}
  statement: >-
    Our own words, with [[units/example|links]].
  quote: >-
    the document's words, verbatim
  attributed_to: self
  type: event
"""


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    gc.disable()  # one run makes many records and drops few
    cli()


@click.group()
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project folder.",
)
@click.pass_context
def cli(context: click.Context, root: Path) -> None:
    """Turn fact records into a cross-linked reference site."""
    context.obj = root


@cli.command()
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text")
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Print every problem. Exit code: 0 none, 1 problems, 2 usage."""
    try:
        checked = check_project(root)
    except OSError as error:
        raise click.UsageError(str(error)) from error
    if form == "json":
        click.echo(json.dumps(_as_json(checked), indent=2))
    else:
        for problem in checked.problems:
            click.echo(as_github(problem) if form == "github" else as_text(problem))
    if form == "text" and checked.atlas:
        _summarise(checked.atlas)
    sys.exit(1 if checked.problems else 0)


@cli.command()
@click.pass_obj
def build(root: Path) -> None:
    """Check, and write build/docs. Exit code: as check, 3 if it can't be written."""
    try:
        checked = build_docs(root)
    except NotWrittenError as error:
        click.echo(f"The pages could not be written: {error}", err=True)
        sys.exit(3)
    except OSError as error:
        raise click.UsageError(str(error)) from error
    for problem in checked.problems:
        click.echo(as_text(problem))
    sys.exit(1 if checked.problems else 0)


@cli.command()
@click.pass_obj
def site(root: Path) -> None:
    """Check, build, and make site/; the last good site stays on any failure."""
    sys.exit(publish(root))


@cli.command()
@click.pass_obj
def offline(root: Path) -> None:
    """Make dist/attested-offline.zip of site/."""
    folder, archive = root / "site", root / "dist/attested-offline.zip"
    if not (folder / "index.html").is_file():
        raise click.ClickException("There is no site yet: make it by `python -m generator site`.")
    fresh = archive.with_suffix(".next")
    names = sorted(
        path.relative_to(root).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".map"
    )
    try:
        archive.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(fresh, "w") as bundle:
            for name in names:
                entry = zipfile.ZipInfo(name)  # dated 1980-01-01
                entry.create_system, entry.external_attr = 3, 0o644 << 16
                bundle.writestr(entry, (root / name).read_bytes(), zipfile.ZIP_DEFLATED)
        fresh.replace(archive)
    except OSError as error:
        click.echo(f"The archive could not be written: {error}", err=True)
        sys.exit(3)


@cli.command()
@click.pass_obj
def serve(root: Path) -> None:
    """Preview the site, and follow edits; while there are problems, the last good pages stay."""
    gc.enable()
    seen = _state(root)
    _rebuild(root)
    if not (root / DOCS).is_dir():
        sys.exit(1)
    root = root.resolve()
    command = mkdocs(root, "serve", "--livereload")
    with subprocess.Popen(command, env=environment(), cwd=root) as server:
        try:
            while server.poll() is None:
                time.sleep(1)
                now = _state(root)
                if now != seen:
                    seen = now
                    _rebuild(root)
        except KeyboardInterrupt:
            server.terminate()
    sys.exit(max(server.returncode, 0))


@cli.group()
def new() -> None:
    """Begin a record."""


@new.command()
@click.pass_obj
def fact(root: Path) -> None:
    """Print a fresh id in a fact to be filled in."""
    paths = (root / "content").rglob("*.yaml")
    used = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)
    while (fresh := "f-" + "".join(secrets.choice(ID_CHARACTERS) for _ in range(8))) in used:
        pass
    click.echo(TEMPLATE.format(id=fresh), nl=False)


@cli.command()
@click.argument("text")
@click.pass_obj
def find(root: Path, text: str) -> None:
    """Find TEXT in the documents, and the people, units and topics called so."""
    words = fold_line(text)
    if not words:
        raise click.UsageError("TEXT is empty.")
    sought = re.compile(re.escape(words), re.IGNORECASE)
    found = 0
    entries, _ = load(root)
    for entity in entries.entities if entries else ():
        names = [one.name for one in entity.record.spellings if sought.search(fold_line(one.name))]
        if names:
            found += 1
            click.echo(as_text(Problem(Place(entity.path), entity.ref, "; ".join(names))))
    for path in sorted((root / "seeds").glob("*.txt")):
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
        for number, line in enumerate(lines, start=1):
            folded = fold_with_origins(line)
            for match in sought.finditer(folded.text):
                found += 1
                start, end = folded.span(*match.span())
                passage = line[max(start - AROUND, 0) : end + AROUND].strip()
                place = Place(f"seeds/{path.name}", number, start + 1)
                click.echo(as_text(Problem(place, "passage", passage)))
    sys.exit(0 if found else 1)


def _as_json(checked: Checked) -> dict[str, object]:
    return {
        "problems": [
            {
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "rule": problem.rule,
                "message": problem.message,
            }
            for problem in checked.problems
        ],
        "coverage": [
            {
                "source": source,
                "seed": seed,
                "characters": share.characters,
                "covered": share.covered,
                "skipped": share.skipped,
            }
            for source, seed, share in (_coverage(checked.atlas) if checked.atlas else ())
        ],
    }


def _coverage(atlas: Atlas) -> list[tuple[str, str, Coverage]]:
    documents = atlas.documents
    return [
        (ref, documents[ref].record.seed, cover(documents[ref], atlas)) for ref in sorted(documents)
    ]


def _summarise(atlas: Atlas) -> None:
    for source, _, share in _coverage(atlas):
        held = share.covered + share.skipped
        percent = 100 * held / (share.characters or 1)
        click.echo(
            f"{source}: {percent:.1f}% accounted for ({share.covered:,} quoted and "
            f"{share.skipped:,} skipped of {share.characters:,} letters and digits)"
        )
    kinds = ("people", "units", "topics")
    counts = {
        "facts": len(atlas.claims),
        "figures": sum(len(claim.fact.figures) for claim in atlas.claims.values()),
        **{kind: sum(ref.startswith(f"{kind}/") for ref in atlas.entities) for kind in kinds},
        "questions": len(atlas.questions),
    }
    click.echo(", ".join(f"{count:,} {name}" for name, count in counts.items()))


def _state(root: Path) -> dict[str, int]:
    """When each file that the pages are made from was last changed."""
    state = {}
    for folder in ("content", "seeds", "site_config"):
        for path in (root / folder).rglob("*"):
            try:
                state[str(path)] = path.stat().st_mtime_ns
            except OSError:  # an editor has just replaced it
                continue
    return state


def _rebuild(root: Path) -> None:
    try:
        problems = build_docs(root).problems
    except (NotWrittenError, OSError) as error:
        click.echo(f"The pages could not be built: {error}", err=True)
        return
    for problem in problems:
        click.echo(as_text(problem))
    if problems:
        click.echo(f"{len(problems):,} problems; the last good pages stay.", err=True)
