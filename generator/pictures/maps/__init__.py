"""Maps: places on outlines of land.

- `labels`: names beside their places, without overlaps
- `picture`: a map as SVG
- `projection`: degrees as positions in the picture
"""
