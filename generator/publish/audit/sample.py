"""The sample: what MkDocs makes of a few pages, in a separate folder.

It shows everything around the content of the other pages, and all files of the theme. It is made
afresh from the theme and the settings of the project, and from nothing in `build/` or the site.
"""

from __future__ import annotations

import posixpath
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from generator.load.theme import theme
from generator.pages.settings import settings
from generator.publish.audit.made import Made
from generator.publish.audit.scratch import scratch
from generator.publish.command import OWN_SETTINGS, environment, mkdocs
from generator.publish.pruning import prune
from generator.write import put, write

_LINK = re.compile(r"""[^\s()<>"'\[\]]+\.md""")


class SampleError(Exception):
    """MkDocs can't make the sample; the message is what MkDocs says."""


def sample(made: Made, texts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file of a site that has these pages, given as Markdown by path, and the same menu.

    Raises SampleError and OSError.
    """
    stubs = dict.fromkeys({*made.menu, *_led_to(texts, made)}, b"")
    with scratch() as project:
        own = _laid_out(project, made, {**stubs, **texts})
        site = project / "sample"
        done = subprocess.run(
            mkdocs(project, "build", "-d", str(site)),
            env=environment(project),
            cwd=project,
            check=False,
            capture_output=True,
            text=True,
            errors="backslashreplace",
        )
        if done.returncode:
            raise SampleError(done.stderr.strip())
        prune(site, own)
        return {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in site.rglob("*")
            if path.is_file()
        }


def _laid_out(project: Path, made: Made, texts: Mapping[str, bytes]) -> tuple[Path, Path]:
    """Write a project with these pages; gives the folders whose files are published as they are."""
    docs, own_theme = project / "build/docs", project / "build/theme"
    write(sorted(texts.items()), docs)
    write(theme(made.root).items(), own_theme)
    put(settings(made.atlas), project / "build/mkdocs.yml")
    if (made.root / OWN_SETTINGS).is_file():  # which may name any other file of the project
        put((made.root / OWN_SETTINGS).read_text("utf-8"), project / OWN_SETTINGS)
        for one in made.root.iterdir():
            if one.name not in ("build", "site", OWN_SETTINGS):
                with suppress(OSError):  # Windows may not allow it; few settings name a file
                    (project / one.name).symlink_to(one.resolve())
    return docs, own_theme


def _led_to(texts: Mapping[str, bytes], made: Made) -> Iterator[str]:
    """The pages to which these link in Markdown; such a link works only if the page is there."""
    for path, data in texts.items():
        for link in _LINK.findall(data.decode("utf-8").rpartition("\n---\n")[2]):
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), link))
            if target.lstrip("/") in made.paths:
                yield target.lstrip("/")
