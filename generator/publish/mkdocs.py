"""Publishing: from a checked project to `site/`. The last good site stays until then."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from generator.build import DOCS, NotWrittenError, build
from generator.problems import as_text
from generator.publish.audit import audit
from generator.publish.pruning import prune
from generator.write import locked, restore, swap

SHOWN = 50
"""So many findings of the audit are printed."""

OWN = (DOCS, "site_config/theme")
"""The folders whose files are published as they are, whether or not a page refers to them."""


def publish(root: Path) -> int:
    """Check, build, run MkDocs, prune, audit, swap. 0, or 1 for problems, or 3 if it can't be written."""
    root = root.resolve()
    try:
        (root / "build").mkdir(exist_ok=True)
        with locked(root / "build/site"):
            checked = build(root)
            for problem in checked.problems:
                click.echo(as_text(problem))
            return 1 if checked.problems else _publish(root)
    except (NotWrittenError, OSError) as error:
        click.echo(f"The site could not be written: {error}", err=True)
        return 3


def environment() -> dict[str, str]:
    """What MkDocs is run with: the same input gives the same bytes."""
    return {"SOURCE_DATE_EPOCH": "315532800", **os.environ, "NO_MKDOCS_2_WARNING": "1"}


def mkdocs(root: Path, command: str, *options: str) -> list[str]:
    """The command line that runs MkDocs on the project."""
    return [sys.executable, "-m", "mkdocs", command, "-f", str(root / "mkdocs.yml"), *options]


def _publish(root: Path) -> int:
    fresh, site = root / "build/site.next", root / "site"
    restore(site)
    command = mkdocs(root, "build", "--strict", "-d", str(fresh))
    if subprocess.run(command, env=environment(), cwd=root, check=False).returncode:
        click.echo("MkDocs could not build the site; the last good one stays.", err=True)
        return 1
    prune(fresh, [root / folder for folder in OWN])
    findings = audit(fresh)
    for finding in findings[:SHOWN]:
        click.echo(finding)
    if findings:
        faults = "1 fault" if len(findings) == 1 else f"{len(findings):,} faults"
        click.echo(f"The built site has {faults}; the last good one stays.", err=True)
        return 1
    swap(fresh, site)
    return 0
