"""The shapes of the JSON files in `site/data/`: what others build on.

Fields may be added, never changed. An absent scalar is null, an absent list is empty, and each
address is relative to the site's root.

- `output`: what every part of the data has in common
- `facts`: a fact, with its passages, speakers, figures, choices and relations
- `records`: entities, questions with their answers, and documents
- `files`: the files that hold them, and the index of those
"""
