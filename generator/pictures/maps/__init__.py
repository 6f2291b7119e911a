"""Maps: places on outlines of land.

- `labels`: where names stand, so that none hides another
- `picture`: a map as SVG
- `projection`: from degrees to a place in the picture
"""
