"""The bytes of a YAML file to nodes that know their line and column, or to problems.

- `reader`: a file to its nodes, with every problem of reading it
- `events`: a YAML parser's events to nodes, without recursion
- `nodes`: texts, lists and mappings that know their place
- `scalars`: text that YAML would read in another way than its author meant
- `syntax`: a YAML parser's errors in plain words
"""
