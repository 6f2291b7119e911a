"""The settings of MkDocs: those that all sites share, with this site's title and lists.

`generator/config/defaults/mkdocs.yml` has the shared ones. A project may have its own `mkdocs.yml`,
which begins with `INHERIT: build/mkdocs.yml` and changes what it needs to.
"""

from __future__ import annotations

from pkgutil import get_data
from typing import Any

import yaml

from generator.atlas.atlas import Atlas
from generator.pages.menu import menu
from generator.pages.policy import policy


def settings(atlas: Atlas) -> str:
    """The text of `build/mkdocs.yml`; the paths in it are relative to its folder."""
    wording, site = atlas.config.wording, atlas.config.site
    said: dict[str, Any] = yaml.safe_load(get_data("generator.config", "defaults/mkdocs.yml") or "")
    said |= {
        "site_name": site.title,
        "site_description": site.description or site.about or site.title,
        "docs_dir": "docs",
        "site_dir": "../site",
        "nav": [
            {wording.theme.home: "index.md"},
            *({wording.titles[place]: f"{place}/index.md"} for place in menu(atlas)),
        ],
    }
    if site.address:
        said["site_url"] = site.address  # for the sitemap, and the address that each page names
    said["theme"]["custom_dir"] = "theme"
    said["extra"] |= {
        "licence": site.licence,
        "policy": policy(),
        "colours": list(wording.theme.colours),
        "words": _plain(wording.theme.words),
    }
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False)


def _plain(phrases: Any) -> Any:
    """Phrases as YAML can write them: groups as mappings, several in a row as a list."""
    if isinstance(phrases, str):
        return phrases
    return {name: _plain(phrase) for name, phrase in phrases.items()}
