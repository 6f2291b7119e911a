"""The commands that begin a record: a fact, a person, a unit, a topic or a question."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from generator.commands.editing import write_schemas
from generator.console import CommandError, readable_entries
from generator.intake.naming import slug_of
from generator.load.entries import Entries
from generator.problems import Place, choose_from, located, show
from generator.records.references import EntityKind, RecordKind
from generator.review.draft import FoundQuote, draft, quote_places
from generator.review.editors.schemas import SCHEMAS, modeline
from generator.review.new_fact import fresh_id, new_fact
from generator.review.new_record import entity_file, question_file
from generator.rules.nearest import nearest
from generator.text.folding import fold_line
from generator.write import add, writing


@click.group()
def new() -> None:
    """Start a new record."""


@new.command()
@click.option("--quote", default="", help="Words of a document; the rest is drafted from them.")
@click.option("--source", default="", help="The document, if several have the words.")
@click.pass_obj
def fact(root: Path, quote: str, source: str) -> None:
    """Begin a fact: print an empty one, or write a draft from a QUOTE.

    The draft has what a program can see in the document: the exact words, the sentence, a speaker,
    dates, numbers and names. It is added to facts-new.yaml in the document's folder.
    """
    paths = (root / "content").rglob("*.yaml")
    content = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in paths)
    if not quote:
        click.echo(new_fact(content), nl=False)
        return
    entries = readable_entries(root, "here")
    spot = _spot(quote, _source(source, entries), entries)
    path = f"content/{spot.source.ref}/facts-new.yaml"
    file = root / path
    before = (
        f"{file.read_text(encoding='utf-8').rstrip()}\n\n"
        if file.is_file()
        else modeline("facts", path)
    )
    text = before + draft(spot, entries, fresh_id(content))
    with writing(path):
        add({path: text.encode()}, root, replacing={path})
    write_schemas(entries, root)
    line = before.count("\n") + 1
    click.echo(located(Place(path, line), "draft", "write the statement, and look at each comment"))


def _source(name: str, entries: Entries) -> str:
    """The reference of a source that is named with or without its folder; "" for none."""
    ref = f"sources/{name.removeprefix('sources/')}" if name else ""
    known = [entry.ref for entry in entries.sources]
    if ref and ref not in known:
        advice = choose_from(ref, known)
        raise click.BadParameter(
            f"there is no document {show(name)}{advice}", param_hint="--source"
        )
    return ref


def _spot(quote: str, source: str, entries: Entries) -> FoundQuote:
    """The one place of a quote; if there is none, or several, say what to do."""
    if not fold_line(quote):
        raise click.BadParameter("it is empty; write words of a document", param_hint="--quote")
    found = quote_places(quote, entries, source)
    if len(found) == 1:
        return found[0]
    for one in found:
        click.echo(
            located(Place(f"seeds/{one.seed.name}", one.line), one.source.ref, "has the words")
        )
    if found:
        raise CommandError("the words are in several places; give more of them, or add --source")
    seeds = [
        entries.seeds[entry.record.seed]
        for entry in entries.sources
        if entry.record.seed in entries.seeds and source in ("", entry.ref)
    ]
    near = [(like, seed) for seed in seeds if (like := nearest(quote, seed))]
    if not near:
        raise CommandError(f"no document has {show(quote)}, or anything like it; copy its words")
    best, where = max(near, key=lambda one: one[0].likeness)
    raise CommandError(
        f"no document has {show(quote)}; line {best.line} of {where.name} is nearest: "
        f"{show(best.marked, 600)} ([-this-] is yours, {{+this+}} is the document's)"
    )


@new.command(short_help="Begin the file of a person.")
@click.argument("name")
@click.argument("aliases", nargs=-1)
@click.pass_obj
def person(root: Path, name: str, aliases: tuple[str, ...]) -> None:
    """Write the file of a person called NAME, with other spellings as ALIASES."""
    _new_entity(root, "people", name, aliases, "")


@new.command(short_help="Begin the file of a unit.")
@click.argument("name")
@click.argument("aliases", nargs=-1)
@click.option("--subkind", default="", help="What it is, as in the vocabulary.")
@click.pass_obj
def unit(root: Path, name: str, aliases: tuple[str, ...], subkind: str) -> None:
    """Write the file of an organised body called NAME, with other spellings as ALIASES."""
    _new_entity(root, "units", name, aliases, subkind)


@new.command(short_help="Begin the file of a topic.")
@click.argument("name")
@click.argument("aliases", nargs=-1)
@click.option("--subkind", default="", help="What it is, as in the vocabulary.")
@click.pass_obj
def topic(root: Path, name: str, aliases: tuple[str, ...], subkind: str) -> None:
    """Write the file of an event, a place or a theme called NAME, with other spellings as ALIASES."""
    _new_entity(root, "topics", name, aliases, subkind)


def _new_entity(
    root: Path, kind: EntityKind, name: str, aliases: tuple[str, ...], subkind: str
) -> None:
    entries = readable_entries(root, "here")
    subkinds = entries.config.vocabulary.subkinds[kind]
    _must_be_listed(subkind, subkinds, "--subkind")
    borne = {
        fold_line(one.name).casefold(): entity
        for entity in entries.entities
        for one in entity.record.spellings
    }
    for spelling in (name, *aliases):
        if there := borne.get(fold_line(spelling).casefold()):
            raise CommandError(f"{show(spelling)} is a name of {there.ref} already ({there.path})")
    text = entity_file(kind, name, aliases, subkind, tuple(subkinds))
    _write(entries, root, kind, name, text)


@new.command()
@click.argument("title")
@click.option("--choice", "choices", multiple=True, help="An answer in words; give it for each.")
@click.option("--unit", default="", help="What is counted, if the answer is a number.")
@click.pass_obj
def question(root: Path, title: str, choices: tuple[str, ...], unit: str) -> None:
    """Write the file of a question with this TITLE."""
    if choices and unit:
        raise click.UsageError("an answer is one of the choices, or a number of units; not both")
    entries = readable_entries(root, "here")
    _must_be_listed(unit, entries.config.vocabulary.units, "--unit")
    labels = {
        slug_of(label) or f"choice-{number}": label for number, label in enumerate(choices, 1)
    }
    _write(entries, root, "questions", title, question_file(title, labels, unit))


def _must_be_listed(word: str, known: Iterable[str], option: str) -> None:
    """Refuse a word of an option that the vocabulary does not have."""
    if word and word not in (listed := tuple(known)):
        message = f"{show(word)} is not in site_config/vocabulary.yaml{choose_from(word, listed)}"
        raise click.BadParameter(message, param_hint=option)


def _write(entries: Entries, root: Path, kind: RecordKind, name: str, text: str) -> None:
    """Write a new record to a file that is named after it, with what an editor needs for it."""
    slug = slug_of(name)
    if not slug:
        raise CommandError(f"{show(name)} has no letter or digit to name a file after")
    path = f"content/{kind}/{slug}.yaml"
    if (root / path).exists():
        raise CommandError(f"{path} is there already; use it, or give the new one another name")
    with writing(path):
        add({path: f"{modeline(SCHEMAS[kind], path)}{text}".encode()}, root)
    write_schemas(entries, root)
    click.echo(located(Place(path), "new", f"name it as {kind}/{slug} in records"))
