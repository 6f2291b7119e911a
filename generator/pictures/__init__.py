"""Charts, maps, times and networks: where things stand in a picture.

- `charts`: the package of charts of answers
- `maps`: the package of maps of places
- `times`: the package of the timeline's picture
- `network`: an entity and those beside it
- `lettering`: how wide words are, and where their lines break
- `widths`: how wide each letter of the site's fonts is
"""
