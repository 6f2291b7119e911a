"""The rendered preview: a folder with the site, of which only pages that changed are made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.exceptions import Abort, ConfigurationError

from generator.publish.command import environment, settings
from generator.publish.rendering.driver import build
from generator.publish.rendering.world import world
from generator.write import cleared, locked, swap

SITE, MEMORY = "build/preview", "build/preview.json"
"""The folder, and what each of its pages was made from."""


class NotRenderedError(Exception):
    """MkDocs can't make the pages; the message says why."""


def rendered(root: Path) -> str:
    """Make the preview's folder again, and give the path below which a server shows it.

    The folder stays as it was if this fails. Raises NotRenderedError and OSError.
    """
    given = str(settings(root))
    with locked(root / SITE), _environment_of(root):
        last, fresh = root / SITE, cleared(root / f"{SITE}.next")
        try:
            build(Path(given), fresh, last, root / MEMORY)
        except (Abort, ConfigurationError) as error:
            raise NotRenderedError(str(error)) from error
        swap(fresh, last)
    return urlsplit(world(given, str(fresh)).config.site_url or "").path or "/"


@contextmanager
def _environment_of(root: Path) -> Iterator[None]:
    """The environment variables of MkDocs, for a while: after the next commit they are different."""
    before = dict(os.environ)
    os.environ.update(environment(root))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
