"""Maps: places on outlines of land.

- `labels`: names beside their places, none over another
- `picture`: a map as SVG
- `projection`: degrees as positions in the picture
"""
