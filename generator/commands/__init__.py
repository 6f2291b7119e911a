"""The commands, which `generator.cli` imports as they are asked for.

- `checking`: check
- `building`: build
- `publishing`: site, serve
- `editions`: offline, zim, epub
- `writing`: new fact, find
- `adding`: add-document
- `reviewing`: ledger, diff, review
"""
