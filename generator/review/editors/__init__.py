"""What text editors need to help with a record: JSON Schemas with the project's own words.

- `schemas`: a schema for each kind of YAML file
- `shape`: the JSON Schema of a record, as an editor reads its YAML
- `words`: the references and words that each field may have in a project
- `hints`: what each field is for, in one sentence
"""
