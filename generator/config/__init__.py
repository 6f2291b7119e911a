"""What `site_config/` may say: all that an editor can change without Python.

- `config`: all of it, as one value
- `site`: the site's name, version, licence and address
- `vocabulary`: the closed words of the records
- `language`: the words that rules look for in a quotation
- `spelling`: how the search folds names and words
- `map`: where places are, and how the map is cut
- `wording`: every phrase that a reader sees
"""
