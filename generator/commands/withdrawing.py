"""The command that withdraws a fact."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.commands.changing import DRY_RUN, carry_out, project, refuse
from generator.review.renaming import CanNotMoveError
from generator.review.withdrawing import Withdrawal
from generator.review.withdrawing import withdraw as withdrawn


@click.command(short_help="Withdraw a fact; its page says why.")
@click.argument("fact")
@click.option("--reason", required=True, help="Why it is withdrawn, in a sentence for readers.")
@click.option("--replaced-by", metavar="FACT", help="The fact that replaces it.")
@click.option("--on", "day", metavar="DAY", help="The day, such as 2026-11-21; today if not given.")
@DRY_RUN
@click.pass_obj
def withdraw(
    root: Path, fact: str, reason: str, replaced_by: str | None, day: str | None, *, dry_run: bool
) -> None:
    """Withdraw FACT, such as f-7k3q9xb2: it is no longer claimed, and its page says why.

    Its record moves to the withdrawn.yaml of its document. Correct a slip in a record instead of
    withdrawing it.

    Exit code: as for rename.
    """
    entries, files = project(root)
    today = datetime.now().astimezone().date()
    wanted = Withdrawal(fact, reason, day or f"{today}", replaced_by)
    try:
        edits = withdrawn(files, entries, wanted)
    except CanNotMoveError as error:
        refuse(error)
    told = f"{fact} {'would be' if dry_run else 'is'} withdrawn"
    carry_out(root, edits, told, dry_run=dry_run)
