"""Turns the files of a project into records, and reports every problem of reading them.

- `project`: the whole folder
- `gate`: what of it may be opened
- `folder`: its YAML files, and anything that does not belong there
- `file_names`: names that every system can hold, and files that one left behind
- `meant`: the reference that is meant by a name or by half of one
- `parsing`: turns nodes into a typed record, or into problems
- `entries`: records with their places
- `site_config`: the folder `site_config/`
- `defaults`: what every project has of the program
- `languages`: the words of the languages of documents
- `written`: the pages written by hand
- `seeds`: the documents, checked against their digests
- `watching`: what has changed since the last look
- `history`: the project as it was at a commit, and when it last changed
"""
