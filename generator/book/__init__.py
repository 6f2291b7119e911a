"""The records as a book: EPUB 3.

- `chapters`: the chapters of entities, questions, sources and claims
- `lists`: the first pages and the lists
- `desk`: a desk whose links lead within the book
- `package`: the files of the book
"""
