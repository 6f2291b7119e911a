"""Hostile input, each case a few readable lines, and what must come of it.

- `project/`: a small sound project, into which each case is laid
- `refused/`: cases that `check` must refuse, in these words, without a traceback and in seconds
- `shown/`: texts that are accepted, and must then be seen as typed and do nothing
- `cases`: reads both kinds
- `laying`: lays a case into a copy of the project
- `showing`: a project with all texts of `shown/` in it
- `reading_back`: reads them from its pages and data, as other programs do
"""
