"""Everything that the records say, by reference and in both directions.

- `claims`: a claim with its document, its speakers and its answers
- `atlas`: claims, documents, entities and questions, and what refers to what
- `join`: turns separate records into one atlas
- `titles`: how documents with the same title are told apart
- `ids`: which fact has an id
- `names`: which entities have a name
- `passages`: where a document has the words that a record quotes
- `pages`: on which page of its document a passage is
- `headings`: in which chapter and section of its document a passage is
- `prose`: the links in a statement
- `coverage`: how much of a document is quoted or skipped
- `keeping`: which pages of the last build would be the same
"""
