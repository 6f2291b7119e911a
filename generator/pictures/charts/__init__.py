"""Charts: the answers to a question on a scale from zero.

- `drawing`: a mark as SVG
- `lanes`: rows of answers, in lanes of one sense
- `marks`: what kind of mark shows a figure
- `scale`: from a number to its place
"""
