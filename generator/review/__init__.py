"""For those who write and judge records.

- `diff`: what a reader finds changed between two versions
- `diff_lines`: that in lines of text
- `page`: a document beside what is recorded of it
- `lookup`: where documents say it, and who is called so
- `report`: how much of each document is recorded
"""
