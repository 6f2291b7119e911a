"""Mistakes planted in true records, to see which of them the rules refuse.

`python -m tests.mutations [ROOT]` says so of the records of a project.

- `kinds`: the kinds of mistakes, and the rule that is to refuse each
- `specimens`: a true record, and small changes of it
- `amounts`, `dates`, `facets`, `names`, `passages`, `speakers`: functions that spoil one fact each,
  or find nothing to spoil
- `taken_for`: functions that take one thing for another beside it
- `rewording`: functions that spoil a fact together with its document, in a given wording
- `wordings`: what such mistakes are in the words of others
- `documents`: documents that are rewritten to have a mistake

`tests/mutants` plants mistakes in the code instead.
"""
