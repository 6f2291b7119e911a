"""The command that begins a new project."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.check import check
from generator.commands.adding import REPORTS, documents
from generator.console import CommandError, print_problems
from generator.intake.report import full, summary
from generator.intake.stock import stock_of
from generator.intake.take import Intake
from generator.load.folder import Shelf
from generator.load.seeds import LISTING
from generator.problems import show
from generator.review.new_project import Answers, project_files
from generator.write import add, writing

LICENCE = "CC BY 4.0"

_QUESTIONS = {
    "title": ("What is the site called?", ""),
    "about": ("What are its documents about, in one sentence?", ""),
    "language": ("What language are most of them in? (en, de, fa, …)", "en"),
    "creator": ("Who writes the records?", ""),
}
"""What is asked unless an option says it, with the answer that is offered."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ADDRESS = re.compile(r"[\w@.:/\\+=~ -]*")


@click.command(short_help="Begin a project of your own in DIR, with documents.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument(
    "documents_given", metavar="[FILES]...", nargs=-1, type=click.Path(exists=True, path_type=Path)
)
@click.option("--title", help="What the site is called.")
@click.option("--about", help="What its documents are about, in one sentence.")
@click.option("--language", help="The code of the language that most documents are in.")
@click.option("--creator", help="Who writes the records.")
@click.option("--licence", default=LICENCE, help=f"The licence of the records (default {LICENCE}).")
@click.option("--owner", default="", help="Who must review changes on GitHub, such as @me.")
@click.option("--program", help="Where pipx finds this program, for GitHub and for others.")
@click.option("--yes", is_flag=True, help="Ask nothing, and make up what no option says.")
def init(
    folder: Path,
    documents_given: tuple[Path, ...],
    licence: str,
    owner: str,
    program: str | None,
    *,
    yes: bool,
    **given: str | None,
) -> None:
    """Begin a project in the new or empty folder DIR, and take in the documents FILES.

    Asks four questions. A folder among FILES stands for the documents in it. The project can be
    checked and built at once. If anything is wrong, nothing is written.

    Exit code: 0 if the project was made, 1 if there are problems, 2 if the command could not run, 3
    if the files could not be written.
    """
    if folder.exists() and not (folder.is_dir() and _is_free(folder)):
        raise CommandError(f"{folder} is not an empty folder; name a new one")
    answers = Answers(
        **_answers(given, _made_up(folder) if yes else {}),
        licence=licence,
        day=datetime.now(UTC).date(),
        owner=owner,
        program=_installed_from() if program is None else program,
    )
    _must_be_usable(answers)
    started = project_files(answers)
    with TemporaryDirectory(prefix="attested-") as trial:
        intake = _taken(Path(trial), started, documents_given, answers.language)
    reports = {f"{REPORTS}/{one.seed}": full(one).encode() for one in intake.taken}
    with writing("the project"):
        add({**started, **reports, **intake.files()}, folder)
    for one in intake.taken:
        for line in summary(one, f"{REPORTS}/{one.seed}"):
            click.echo(line)
    if intake.taken:
        click.echo(
            'in content/sources/*/source.yaml, check what is below each line that says "a guess"'
        )
    if not answers.program:
        click.echo(
            "in README.md and CONTRIBUTING.md, replace ADDRESS-OF-ATTESTED by the address from which others get "
            "this program"
        )
    click.echo(f"{folder} is a project now. Go there; README.md explains its folders. Then:")
    click.echo("  attested site                       check, and build site/")
    click.echo(
        '  attested new fact --quote "words"   begin the first fact with words of a document'
    )


def _is_free(folder: Path) -> bool:
    """Whether a folder is empty, or has nothing in it but what git puts there."""
    return all(child.name == ".git" for child in folder.iterdir())


def _answers(given: Mapping[str, str | None], made_up: Mapping[str, str]) -> dict[str, str]:
    """The answer to each question: from an option, made up, or typed by somebody."""
    found = {}
    for name, (question, offered) in _QUESTIONS.items():
        said = given[name] or made_up.get(name)
        try:
            found[name] = " ".join((said or _asked(name, question, offered)).split())
        except click.Abort:
            raise CommandError(f"there is no answer; give it as --{name}, or add --yes") from None
    return found


def _asked(name: str, question: str, offered: str) -> str:
    """The answer that somebody types. After a wrong answer, the question is asked again, with the reason."""

    def usable(typed: str) -> str:
        if not typed.strip():
            raise click.UsageError("this needs an answer; write one")
        if name == "language" and not _LANGUAGE.fullmatch(typed.strip()):
            raise click.UsageError(_no_language(typed.strip()))
        return typed

    typed: str = click.prompt(
        question, default=offered, show_default=bool(offered), value_proc=usable
    )
    return typed


def _no_language(text: str) -> str:
    return f"{show(text)} is not the code of a language; write one such as en or fa"


def _made_up(folder: Path) -> dict[str, str]:
    """Answers that will do until somebody changes them in the new files."""
    words = re.sub(r"[\W_]+", " ", folder.resolve().name).strip() or "documents"
    return {
        "title": words[:1].upper() + words[1:],
        "about": "This site records what its documents say.",
        "language": "en",
        "creator": "The authors of this site",
    }


def _installed_from() -> str:
    """What pip or pipx installed this program from, if others can install it from there; else ""."""
    try:
        told = json.loads(distribution("attested").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    source = told.get("vcs_info")
    return f"{source['vcs']}+{told['url']}@{source['commit_id']}" if source else ""


def _must_be_usable(answers: Answers) -> None:
    """Refuse answers that the new files can't hold."""
    if not _LANGUAGE.fullmatch(answers.language):
        raise CommandError(_no_language(answers.language))
    if not _ADDRESS.fullmatch(answers.program):
        raise CommandError(f"{show(answers.program)} is not a package, a file or an address")


def _taken(
    trial: Path, started: Mapping[str, bytes], given: tuple[Path, ...], language: str
) -> Intake:
    """The documents, taken into the project on trial; if there are problems, print them and exit."""
    add(started, trial)
    stock, problems = stock_of(Shelf(trial))
    if stock is None:
        raise CommandError(f"the project could not be created: {problems[0].message}")
    intake = Intake(stock, language=language)
    try:
        for path in (one for file in given for one in documents(file)):
            intake.take(path.as_posix(), path.read_bytes())
    except OSError as error:
        raise CommandError(str(error)) from error
    problems = intake.problems
    if not problems:
        add(intake.files(), trial, replacing={LISTING})
        problems = list(check(trial).problems)
    if problems:
        print_problems(problems, trial)
        click.echo("nothing was written")
        sys.exit(1)
    return intake
