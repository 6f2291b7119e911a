"""The files of a project to records, with every problem of reading them.

- `project`: the whole folder
- `folder`: its YAML files, and anything that does not belong there
- `file_names`: names that every system can hold, and files that one left behind
- `parsing`: nodes to a typed record, or to problems
- `entries`: records with their places
- `site_config`: the folder `site_config/`
- `languages`: the words of the languages of documents
- `seeds`: the documents, checked against their digests
"""
