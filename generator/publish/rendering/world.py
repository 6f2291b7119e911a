"""What MkDocs knows before the first page: its settings, files, navigation and templates."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
from mkdocs import __version__ as mkdocs_version
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generator.markup.compiled import compiled


class NotingFiles(Files):
    """The files of a site; `asked` records which of them have been asked for."""

    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(files)
        self.asked = set[str]()

    def get_file_from_path(self, path: str) -> File | None:
        """The file at this path of the documentation, or None."""
        self.asked.add(path)
        return super().get_file_from_path(path)


class VisibleTemplates(jinja2.FileSystemLoader):
    """The templates of a theme. Hidden folders are not searched: MkDocs passes over what is there.

    Material has 12,000 icons in one, and listing them would take longer than all else here.
    """

    def list_templates(self) -> list[str]:
        """The path of each template, sorted."""
        found = set[str]()
        for place in self.searchpath:
            for folder, folders, names in os.walk(place):
                folders[:] = [one for one in folders if one[0] != "."]
                found.update(Path(folder, name).relative_to(place).as_posix() for name in names)
        return sorted(found)


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """Everything that a page can depend on besides its own text.

    `documents` are the files with a page each, in the order of their names; `pages` are these pages
    by the paths of the files.
    """

    config: MkDocsConfig
    files: NotingFiles
    documents: list[File]
    pages: dict[str, Page]
    navigation: Navigation
    templates: jinja2.Environment

    @property
    def is_plain(self) -> bool:
        """Whether a page depends only on its text, what it links to, and what all pages share.

        A project may add code to MkDocs, or have pages in its menu that get their titles there from
        their own text.
        """
        config = self.config
        added = config.plugins or config.hooks or config.extra_templates
        return not added and all("title" in vars(page) for page in self.navigation.pages)


@cache
def world(settings: str, site: str) -> World:
    """The world of a site that will be made in the folder `site`, from a file of settings.

    A process works it out once; one that is forked from another has it already. Raises
    ConfigurationError and Abort of MkDocs.
    """
    config = load_config(config_file=settings, strict=True, site_dir=site)
    files = NotingFiles(get_files(config))
    templates = config.theme.get_env()
    templates.loader = VisibleTemplates(config.theme.dirs)
    templates.bytecode_cache = compiled("mkdocs", mkdocs_version, *sorted(templates.extensions))
    files.add_files_from_theme(templates, config)
    set_exclusions(files, config)
    navigation = get_navigation(files, config)
    documents = list(files.documentation_pages())
    pages = {file.src_uri: file.page or Page(None, file, config) for file in documents}
    return World(config, files, documents, pages, navigation, templates)
