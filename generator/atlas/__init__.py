"""Everything that the records say, by reference and in both directions.

- `atlas`: claims, documents, entities and questions, and what refers to what
- `join`: from separate records to the atlas
- `names`: which entities bear a name
- `passages`: where the words that a record quotes stand in its document
- `prose`: the links in a statement
- `coverage`: how much of a document is quoted or skipped
"""
