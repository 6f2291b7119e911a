"""Tools for people who write and review records.

- `new_fact`: a fact to be filled in
- `draft`: a fact as far as a program can see it in a document
- `found_quotes`: where the documents have its words
- `draft_dates`: the dates of such a draft
- `draft_figures`: the amounts of such a draft
- `proposal`: what somebody proposed in a form on GitHub
- `new_project`: the files of a new project
- `new_record`: files for a new person, unit, topic or question
- `sheet`: the rows of a table that a spreadsheet wrote
- `rows`: the facts in these rows
- `shapes`: what a value in a file may be
- `edits`: changes to a few places of a file
- `renaming`: a record gets another reference
- `merging`: two records become one
- `withdrawing`: a fact is no longer claimed
- `house_style`: how files of records are written
- `release`: what a version publishes, for the ledger
- `diff`: what a reader finds changed between two versions
- `diff_lines`: the changes as lines of text
- `pictures`: what a change does to the picture of a question
- `change_report`: the changes as a view, for Markdown and HTML
- `change_markdown`: the report of a change for GitHub
- `editors`: what text editors need to help with a record
- `page`: a document beside the facts recorded from it
- `workbench`: where people write records in the browser
- `lookup`: where documents have a text, and which records have it as a name
- `report`: problems and coverage, for programs and for people
"""
