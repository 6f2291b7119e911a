"""The commands that begin a record: a fact, a person, a unit, a topic or a question."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import click

from generator.commands.drafting import append, drafted, spot_of, written
from generator.commands.editing import write_schemas
from generator.console import DRAFTS, CommandError, readable_entries, source_named
from generator.intake.naming import slug_of
from generator.load.entries import Entries
from generator.problems import Place, choose_from, located, show
from generator.records.references import EntityKind, RecordKind, kind_of
from generator.review.editors.schemas import SCHEMAS, modeline
from generator.review.lookup import look_alike
from generator.review.new_fact import new_fact
from generator.review.new_record import borne, entity_file, question_file
from generator.text.folding import fold_line
from generator.write import add, writing


class _New(click.Group):
    """The commands of `new`; `source` is `add-document`, imported only when it is called."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted((*super().list_commands(context), "source"))

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command with this name, if there is one."""
        if name == "source":
            command: click.Command = import_module("generator.commands.adding").add_document
            return command
        return super().get_command(context, name)


@click.group(cls=_New)
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
    if not quote:
        click.echo(new_fact(written(root)), nl=False)
        return
    entries = readable_entries(root, "here")
    spot = spot_of(quote, source_named(source, entries), entries)
    append(f"content/{spot.source.ref}/{DRAFTS}", drafted(spot, entries, root), entries, root)


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
@click.option("--subkind", default="", help="What it is, a word of the vocabulary, such as state.")
@click.pass_obj
def unit(root: Path, name: str, aliases: tuple[str, ...], subkind: str) -> None:
    """Write the file of an organised body called NAME, with other spellings as ALIASES."""
    _new_entity(root, "units", name, aliases, subkind)


@new.command(short_help="Begin the file of a topic.")
@click.argument("name")
@click.argument("aliases", nargs=-1)
@click.option("--subkind", default="", help="What it is, a word of the vocabulary, such as place.")
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
    of_its_kind_last = sorted(entries.entities, key=lambda one: kind_of(one.ref) == kind)
    if found := borne((name, *aliases), of_its_kind_last):
        spelling, there = found
        raise CommandError(f"{show(spelling)} is already a name of {there.ref} ({there.path})")
    alike = look_alike((name, *aliases), kind, entries)
    other = alike[0] if alike else f"{kind}/a-name-that-is-much-like-this-one"
    text = entity_file(name, aliases, subkind, tuple(subkinds), other)
    still = "" if subkind or not subkinds else "; choose its `subkind` there, or `check` refuses it"
    path = _write(entries, root, kind, name, text, still)
    if alike:
        message = (
            f"the name looks like {show(alike[1])}, a name of {other}; if the two are one, delete this "
            f"file and add the spelling to the aliases of {other}; if not, say here how they differ"
        )
        click.echo(located(Place(path), "look-alike", message))


@new.command()
@click.argument("title")
@click.option(
    "--choice", "choices", multiple=True, help="A possible answer, in words; repeat this for each."
)
@click.option(
    "--unit", default="", help="What is counted, such as person, if the answer is a number."
)
@click.pass_obj
def question(root: Path, title: str, choices: tuple[str, ...], unit: str) -> None:
    """Write the file of a question with this TITLE."""
    if choices and unit:
        raise click.UsageError(
            "a question takes either `--choice` or `--unit`, not both; leave one out"
        )
    entries = readable_entries(root, "here")
    _must_be_listed(unit, entries.config.vocabulary.units, "--unit")
    for entry in entries.questions:
        if fold_line(entry.record.title).casefold() == fold_line(title).casefold():
            raise CommandError(f"{entry.ref} already asks that ({entry.path})")
    labels = {
        slug_of(label) or f"choice-{number}": label for number, label in enumerate(choices, 1)
    }
    _write(entries, root, "questions", title, question_file(title, labels, unit))


def _must_be_listed(word: str, known: Iterable[str], option: str) -> None:
    """Refuse an option whose word is not in the vocabulary."""
    if word and word not in (listed := tuple(known)):
        message = f"{show(word)} is not in the vocabulary{choose_from(word, listed)}"
        raise click.BadParameter(message, param_hint=option)


def _write(
    entries: Entries, root: Path, kind: RecordKind, name: str, text: str, still: str = ""
) -> str:
    """Write a new record to a file that is named after it, with what an editor needs for it.

    `still` says what a person still has to do. Returns the path of the file.
    """
    slug = slug_of(name)
    if not slug:
        raise CommandError(f"{show(name)} has no letter or digit for the name of a file")
    path = f"content/{kind}/{slug}.yaml"
    if (root / path).exists():
        raise CommandError(f"{path} already exists; use it, or give the new one another name")
    with writing(path):
        add({path: f"{modeline(SCHEMAS[kind], path)}{text}".encode()}, root)
    write_schemas(entries, root)
    click.echo(located(Place(path), "new", f"in records, write {kind}/{slug} for it{still}"))
    return path
