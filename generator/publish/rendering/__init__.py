"""Rendering: MkDocs's own build, with pages made in several processes, and only those that changed.

The site is the same, byte for byte, as `mkdocs build` makes.

- `__main__`: the command, which ends with the process that started it
- `world`: what MkDocs knows before the first page: settings, files, navigation, templates
- `pages`: makes one page, and says what to remember of it
- `kept`: which pages of the last site are still valid
- `driver`: the build
"""
