"""Turns the files of a project into records, and reports every problem of reading them.

- `project`: the whole folder
- `gate`: which of its files may be opened
- `folder`: its YAML files, and anything that does not belong there
- `file_names`: names that every system can store, and files that a system left behind
- `meant`: the reference that a name, or a part of one, stands for
- `astray`: records outside the folder where they belong
- `mended`: what to write instead of a value, if what was meant is known
- `parsing`: turns nodes into a typed record, or into problems
- `complaints`: what is wrong with a value, in words
- `schemas`: which fields a place of a record has
- `entries`: records with their places
- `site_config`: the folder `site_config/`
- `defaults`: what the program gives every project
- `theme`: the templates, and the style sheets and scripts as one file each
- `languages`: the words of the languages of documents
- `written`: the pages written by hand
- `seeds`: the documents, checked against their digests
- `watching`: what has changed since the last look
- `history`: the project as it was at a commit, and when it last changed
"""
