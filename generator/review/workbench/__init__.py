"""The workbench: select words of a document in the browser, and get the record, checked as you type.

- `server`: one browser on this machine, over HTTP
- `guards`: which requests are answered
- `asked`: what the page may ask for
- `bench`: a project on disk, as the page works on it
- `saving`: facts, skipped words and new entities on their way to a file
- `showing`: documents, facts and words as the page gets them
- `begun`: a fact from selected words
- `form`: what can be entered for a record, and how a file says it
- `trial`: what `check` would say if a file were changed
- `placing`: a file with a record put into it
- `neighbours`: facts that may say the same thing
- `units`: positions as a browser counts them
"""
