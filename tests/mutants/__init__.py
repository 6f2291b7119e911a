"""Mutation testing: a mistake is planted in the code, and a test must notice it.

`python -m tests.mutants [MODULE …]` tries every mistake of some modules, or of all.

- `planting`: the mistakes that can be made in a module
- `trial`: one mistake against the tests of its module
- `survivors`: the mistakes that no test notices, each with the reason why it is harmless

`tests/mutations` plants mistakes in records instead, for the rules to notice.
"""
