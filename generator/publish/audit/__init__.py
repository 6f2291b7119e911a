"""What must be true of the built site before it replaces the previous one. Nothing is repaired.

- `audit`: the whole audit, for a site with its records and for one without
- `faults`: what is wrong in a file, and what to do
- `made`: what was made from the records, which the site is compared with
- `claims`: what the records alone say that a page, a list and the search must say
- `expected`: the parts of a page that its Markdown decides
- `sample`: what MkDocs makes of a few pages, which shows everything around the rest
- `scratch`: the folders in which the sample is made
- `frames`: everything around the content of the pages of one kind
- `pages`: whether each page is as expected
- `rest`: whether every other file is as expected
- `maps`: the files of the site that list its pages
- `reading`: what is in a page, as a browser parses it
- `plain`: what is in a page that is plainly written, without parsing it
- `glance`: what such a page says, as far as that is certain
- `known`: what may be in a page
- `addresses`: where one address leads
- `links`: where every address of the site leads, and what cannot be reached
- `folder`: the files of the site, each read once
- `differences`: where two texts differ, in words
"""
