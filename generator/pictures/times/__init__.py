"""Timelines: what happened when, as bars on an axis.

- `marks`: bars, and where they begin and end
- `picture`: the bars as SVG
"""
