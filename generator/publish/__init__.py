"""Turns `build/docs` into `site/` and the editions that readers download.

- `mkdocs`: MkDocs, run beside the previous site, audited and swapped in
- `unchanged`: whether the site must be made again
- `command`: the command line of MkDocs
- `rendering`: MkDocs's build, in several processes, of the pages that changed
- `mkdocs_runner`: MkDocs itself, for the audit
- `pruning`: files of the theme that no page needs
- `audit`: what must be true of the built site, and what it is compared with
- `manifest`: what a site was made of and with, and its files
- `checksums`: the list by which a copy of the site is verified
- `preview`: the site on this machine, which follows edits
- `offer`: the editions on the published site
- `bundle`: a zip file with the same bytes each time
- `offline`: the site as a zip file
- `zim`: the site for Kiwix
- `epub`: the records as a book
"""
