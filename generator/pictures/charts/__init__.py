"""Charts: the answers to a question on a scale from zero.

- `drawing`: marks as SVG
- `lanes`: answers in rows, rows in lanes
- `marks`: the mark that shows a figure
- `scale`: numbers as positions on an axis
"""
