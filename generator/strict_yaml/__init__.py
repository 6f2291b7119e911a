"""The bytes of a YAML file to nodes that know their line and column, or to what is wrong.

- `reader`: a file to its nodes, with every problem of reading it
- `events`: a YAML parser's events to nodes, without recursion
- `nodes`: texts, lists and mappings that know where they stand
- `scalars`: text that YAML would read otherwise than it was meant
- `syntax`: a YAML parser's complaints in plain words
"""
