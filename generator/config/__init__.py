"""What `site_config/` may say: everything that an editor can change without Python.

`defaults/` has what holds for every project that says nothing else; `load.defaults` reads it.

- `config`: all of it, as one value
- `site`: the site's title, version, licence and address
- `vocabulary`: the words that records may use
- `language`: the words that the rules look for in a quotation
- `reporting`: the words by which a text credits somebody
- `clauses`: the patterns of words on which a clause or a claim depends
- `lexicon`: the words of one language, of the site or of a document
- `spelling`: how the search reads names and words
- `search`: what the search knows of words, by language
- `map`: where places are, and the panels of the map
- `wording`: every phrase that readers see
"""
