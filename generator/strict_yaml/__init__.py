"""Turns the bytes of a YAML file into nodes that know their line and column, or into problems.

- `reader`: turns a file into its nodes, and reports every problem of reading it
- `events`: turns a YAML parser's events into nodes, without recursion
- `nodes`: texts, lists and mappings that know their place
- `layers`: what one file says, laid over what another says
- `as_written`: values with their style and comments, for writing them again
- `places`: where each text begins and ends
- `scalars`: text that YAML would read differently from what its author meant
- `tabs`: tabs before a first word, and how many spaces belong in their place
- `colons`: a line that lacks the ':' of a field, or has one too many
- `indentation`: a line that does not begin where its neighbours do
- `syntax`: a YAML parser's errors in plain words
"""
