"""`python -m generator.publish.rendering SETTINGS SITE LAST MEMORY`: make a site with MkDocs.

`LAST` is the folder of the last site, from which unchanged pages are taken; `MEMORY` the file that
says which these are. The exit code is 1 if a page could not be made, or has a link that leads nowhere.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import click
from mkdocs.exceptions import Abort, ConfigurationError

from generator.pages.processes import end_with_parent
from generator.publish.rendering.driver import build


def main() -> int:
    """Make the site."""
    end_with_parent()
    logging.basicConfig(format="%(levelname)-7s -  %(message)s", level=logging.INFO)
    settings, site, last, memory = map(Path, sys.argv[1:])
    try:
        build(settings, site, last, memory)
    except (Abort, ConfigurationError, OSError) as error:  # such as a full disk
        click.echo(error, err=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
