"""Tools for people who write and review records.

- `diff`: what a reader finds changed between two versions
- `diff_lines`: the changes as lines of text
- `page`: a document beside the facts recorded from it
- `lookup`: where documents say a text, and who has it as a name
- `report`: problems and coverage, for programs and for people
"""
