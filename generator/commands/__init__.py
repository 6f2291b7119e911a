"""The commands; `generator.cli` imports each when it is called.

- `checking`: check
- `building`: build
- `publishing`: site, serve
- `verifying`: verify, audit
- `editions`: offline, zim, epub
- `beginning`: new source, new fact, new person, new unit, new topic, new question
- `finding`: find
- `founding`: init
- `adding`: add-document
- `mending`: mend-seed
- `drafting`: what the commands that draft a fact have in common
- `proposing`: propose
- `editing`: schemas
- `importing`: import
- `formatting`: fmt
- `changing`: what the commands that change records have in common
- `renaming`: rename, merge
- `withdrawing`: withdraw
- `reviewing`: ledger, diff
- `working`: review
"""
