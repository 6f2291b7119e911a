"""The command line, `attested` or `python -m generator`: its option, and where its commands are."""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import click

from generator.write import NotWrittenError

MODULES = {
    "add-document": "adding",
    "audit": "verifying",
    "build": "building",
    "check": "checking",
    "diff": "reviewing",
    "epub": "editions",
    "find": "finding",
    "fmt": "formatting",
    "import": "importing",
    "init": "founding",
    "ledger": "reviewing",
    "mend-seed": "mending",
    "merge": "renaming",
    "new": "beginning",
    "offline": "editions",
    "propose": "proposing",
    "rename": "renaming",
    "review": "working",
    "schemas": "editing",
    "serve": "publishing",
    "site": "publishing",
    "verify": "verifying",
    "withdraw": "withdrawing",
    "zim": "editions",
}
"""The module in `generator.commands` that has each command, so `check` need not import them all."""


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # so that pydantic looks for none
    gc.disable()  # one run makes many records and drops few
    atexit.register(gc.freeze)  # so that Python does not scan them all at exit
    cli()


class Commands(click.Group):
    """The commands, each imported when it is called. Exit code 3 if a file can't be written."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(MODULES)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command with this name, if there is one."""
        if name not in MODULES:
            return None
        module = import_module(f"generator.commands.{MODULES[name]}")
        command: click.Command = getattr(module, f"{name.replace('-', '_')}{'_' * iskeyword(name)}")
        return command

    def invoke(self, context: click.Context) -> object:
        """Run the chosen command."""
        try:
            return super().invoke(context)
        except NotWrittenError as error:
            click.echo(error, err=True)
            sys.exit(3)


@click.group(cls=Commands)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project's folder, if it is not the current one; write this before the command.",
)
@click.pass_context
def cli(context: click.Context, root: Path) -> None:
    """Turn fact records into a cross-linked reference site."""
    context.obj = root
