"""The files of a project to records, with every problem of reading them.

- `project`: the whole folder
- `folder`: its YAML files, and what does not belong there
- `parsing`: nodes to a typed record, or what is wrong with it
- `entries`: records with the place that each stands in
- `site_config`: the folder `site_config/`
- `seeds`: the documents, held against their digests
"""
