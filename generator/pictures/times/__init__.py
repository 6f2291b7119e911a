"""Times: what happened when, as bars on an axis.

- `marks`: bars and their ends
- `picture`: the bars as SVG
"""
