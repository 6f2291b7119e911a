"""The shapes of the JSON files in `site/data/`: what others build on.

Fields may be added, but never changed. A missing value is null, a missing list is empty, and each
address is relative to the root of the site.

- `output`: what every part of the data has in common
- `facts`: a fact, with its passages, speakers, figures, choices and relations
- `records`: entities, questions with their answers, and documents
- `withdrawn`: facts that were withdrawn
- `manifest`: what a site was made from and with, and each of its files
- `files`: the files that hold them, and the index of those
"""
