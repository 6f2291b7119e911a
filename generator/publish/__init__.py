"""From `build/docs` to `site/`, and to what is taken along.

- `mkdocs`: MkDocs run beside the last good site, audited and swapped in
- `pruning`: what MkDocs and its theme leave behind
- `audit`: what must hold of the built site
- `preview`: a server that follows edits
- `offer`: the page of editions
- `bundle`: a zip of the same bytes each time
- `offline`: the site as a zip
- `zim`: the site for Kiwix
- `epub`: the records as a book
"""
