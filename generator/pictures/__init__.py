"""Charts, maps, timelines and networks: the layout of each picture.

- `charts`: the package of charts of answers
- `maps`: the package of maps of places
- `times`: the package of the timeline's picture
- `network`: an entity and its neighbours
- `lettering`: how wide a text is, and where its lines break
- `widths`: the width of each letter in the site's fonts
"""
